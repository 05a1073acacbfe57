"""A control call's arguments, however they were sent: JSON, a form, multipart with files, or the query string."""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel


@dataclass(frozen=True)
class Upload:
    """A file part: the name of its field, its file name, its bytes."""

    field: str
    name: str
    content: bytes


@dataclass(frozen=True)
class Ask:
    request: web.Request
    given: dict[str, Any]
    uploads: tuple[Upload, ...] = ()

    @classmethod
    async def read(cls, request: web.Request) -> "Ask":
        given: dict[str, Any] = dict(request.query)
        if not request.can_read_body:
            return cls(request, given)
        if request.content_type.startswith("multipart/") or request.content_type.endswith("urlencoded"):
            return await cls._form(request, given)
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError as error:
            raise WrongCall(f"The body is not JSON: {error}.") from None
        if not isinstance(body, dict):
            raise WrongCall("The body must be a JSON object.")
        return cls(request, given | body)

    @classmethod
    async def _form(cls, request: web.Request, given: dict[str, Any]) -> "Ask":
        uploads = []
        try:
            parts = await request.post()
        except ValueError as error:
            raise WrongCall(f"The form cannot be read: {error}.") from None
        for field, part in parts.items():
            if isinstance(part, web.FileField):
                uploads.append(Upload(field, part.filename or field, part.file.read()))
            elif isinstance(part, str):
                given[field] = part
        return cls(request, given, tuple(uploads))

    def need(self, *names: str) -> list[str]:
        missing = [name for name in names if self.given.get(name) in (None, "")]
        if missing:
            raise WrongCall(f"{self.request.path} needs {', '.join(missing)}.")
        return [str(self.given[name]) for name in names]

    def text(self, name: str, default: str = "") -> str:
        value = self.given.get(name)
        return default if value is None else str(value)

    def maybe(self, name: str) -> str | None:
        value = self.given.get(name)
        return None if value in (None, "") else str(value)

    def structure(self, name: str, default: Any) -> Any:
        """A JSON value, also where it came as the text of a form field."""
        value = self.given.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise WrongCall(f"{name} must be JSON.") from None

    def person(self, platform: Platform) -> Person:
        return platform.workspace.person(self.need("user")[0])

    def person_or_none(self, platform: Platform) -> Person | None:
        user = self.maybe("user")
        return platform.workspace.person(user) if user else None

    def channel(self, platform: Platform, person: Person | None) -> Channel:
        """The channel that is named, if the person is in it."""
        channel = platform.workspace.channel(self.need("channel")[0], person)
        if person and person.id not in channel.members:
            raise WrongCall(f"{person.name} is not in {channel.name}.", 403)
        return channel


def ok(**body: Any) -> web.Response:
    return web.json_response({"ok": True, **body})
