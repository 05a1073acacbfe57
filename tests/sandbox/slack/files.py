"""Uploaded files: bytes on disk, what is known of them, where they are shared, and who may have them."""

import re
import secrets
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.people import BOT_USER, TEAM_ID
from tests.sandbox.slack.picture_files import FileFacts, facts_of
from tests.sandbox.slack.workspace import Workspace

LARGEST_UPLOAD = 1_000_000_000
BLOCK_TYPES = ("png", "jpg", "gif")  # the only ones that an image block's slack_file takes
IN_ADDRESS = re.compile(r"/files(?:-pri|-tmb)?/(?:T\w+-)?(?:U\w+/)?(F[A-Z0-9]+)")


@dataclass
class StoredFile:
    """`facts` is None until Slack has processed it; `is_complete` once files.completeUploadExternal named it."""

    id: str
    name: str
    title: str
    user: str
    path: Path
    declared_length: int
    alt_text: str = ""
    created: int = field(default_factory=lambda: int(time.time()))
    is_uploaded: bool = False
    is_complete: bool = False
    is_deleted: bool = False
    is_given_to_bot: bool = False
    facts: FileFacts | None = None
    shares: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.is_uploaded else self.declared_length

    def read(self) -> bytes:
        return self.path.read_bytes()

    def process(self) -> None:
        self.facts = facts_of(self.path, self.name)


class Files:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._folder = tempfile.TemporaryDirectory(prefix="easel-sandbox-files-")
        self._files: dict[str, StoredFile] = {}
        self._tickets: dict[str, str] = {}

    def close(self) -> None:
        self._folder.cleanup()

    def expect(self, name: str, length: int, user: str, alt_text: str = "") -> tuple[StoredFile, str]:
        """Reserve an id; the ticket is the last part of the address that takes the bytes, once."""
        file_id = self._workspace.new_id("F")
        path = Path(self._folder.name) / file_id
        file = self._files[file_id] = StoredFile(file_id, name, name, user, path, length, alt_text)
        ticket = secrets.token_urlsafe(24)
        self._tickets[ticket] = file_id
        return file, ticket

    def receive(self, ticket: str, content: bytes) -> StoredFile | None:
        """None: no such address, or used before. The bytes must have the length that was announced."""
        file = self._files.get(self._tickets.get(ticket, ""))
        if file is None or len(content) != file.declared_length:
            return None
        del self._tickets[ticket]
        file.path.write_bytes(content)
        file.is_uploaded = True
        return file

    def add(self, name: str, content: bytes, user: str) -> StoredFile:
        """A person's upload: their client waits until Slack has it, so it is processed at once."""
        file, ticket = self.expect(name, len(content), user)
        self.receive(ticket, content)
        file.is_complete = True
        file.process()
        return file

    def find(self, file_id: str) -> StoredFile | None:
        file = self._files.get(file_id)
        return None if file is None or file.is_deleted else file

    def get(self, file_id: str) -> StoredFile:
        """For the Web API: `file_not_found`, also for files that the bot must not know of."""
        file = self._files.get(file_id)
        if file is None or not file.is_uploaded or not self.bot_may_have(file):
            raise SlackError("file_not_found")
        if file.is_deleted:
            raise SlackError("file_deleted")
        return file

    def bot_may_have(self, file: StoredFile) -> bool:
        if file.user == BOT_USER or file.is_given_to_bot:
            return True
        return any(self._workspace.channels[channel].has_bot for channel in file.shares)

    def all(self) -> list[StoredFile]:
        return [file for file in self._files.values() if not file.is_deleted]

    def named_by(self, address: str) -> StoredFile | None:
        """The file that a url_private or permalink points at."""
        found = IN_ADDRESS.search(address)
        return self.find(found[1]) if found else None

    def problems_in(self, blocks: Any, pointer: str = "/blocks") -> list[str]:
        """Slack's complaints on each slack_file that cannot be shown: unknown, not the bot's, or not yet processed."""
        return [
            f"invalid slack file [json-pointer:{where}]"
            for where, slack_file in _slack_files(blocks, pointer)
            if not self._may_show(slack_file)
        ]

    def _may_show(self, slack_file: dict[str, Any]) -> bool:
        file = self.find(slack_file["id"]) if slack_file.get("id") else self.named_by(str(slack_file.get("url")))
        if file is None or not file.is_complete or file.facts is None or not self.bot_may_have(file):
            return False
        return file.facts.filetype in BLOCK_TYPES


def _slack_files(node: Any, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _slack_files(item, f"{pointer}/{index}")
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "slack_file" and isinstance(value, dict):
                yield f"{pointer}/{key}", value
            else:
                yield from _slack_files(value, f"{pointer}/{key}")


def private_path(file: StoredFile, *, download: bool = False) -> str:
    middle = "/download" if download else ""
    return f"/files-pri/{TEAM_ID}-{file.id}{middle}/{_address_name(file.name)}"


def thumbnail_path(file: StoredFile, size: int) -> str:
    return f"/files-tmb/{TEAM_ID}-{file.id}-{file.id.lower()[-6:]}/{Path(_address_name(file.name)).stem}_{size}.png"


def _address_name(name: str) -> str:
    """Slack's own habit: lower case, and everything unusual becomes an underscore."""
    return re.sub(r"[^a-z0-9._-]", "_", name.lower()) or "file"
