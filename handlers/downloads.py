"""People's photos out of Slack. Only hosts from the settings ever see the token, and no answer is believed to be a
picture: Slack sends a login page with status 200 where a permission is missing."""

import httpx
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import UploadedFile
from bot.errors import BadPicture
from handlers.blocks.text import cut
from handlers.calls import Calls
from handlers.incoming import uploaded_files
from handlers.pace import Pace

REDIRECTS = 3
TRIES = 3
MEGABYTE = 1024 * 1024


class SlackPhotos:
    def __init__(
        self, client: AsyncWebClient, http: httpx.AsyncClient, hosts: frozenset[str], max_upload_mb: int
    ) -> None:
        self._token = client.token or ""
        self._calls = Calls(client, Pace())
        self._http = http
        self._hosts = hosts
        self._most = max_upload_mb * MEGABYTE
        self._most_mb = max_upload_mb

    async def fetch(self, file: UploadedFile) -> bytes:
        known = file if file.url else await self._look_up(file)
        if not known.url:
            raise BadPicture(f"{_name(file)} is not kept in Slack, so I cannot fetch it. Upload the picture itself.")
        if known.size > self._most:
            raise self._too_large(file)
        for attempt in range(TRIES):
            try:
                return await self._follow(known)
            except httpx.InvalidURL:
                break
            except httpx.RequestError:
                if attempt == TRIES - 1:
                    break
        raise BadPicture(f"{_name(file)} could not be fetched from Slack. Try again in a minute.")

    async def _look_up(self, file: UploadedFile) -> UploadedFile:
        """In shared channels, and from forms, only the id is known."""
        found = uploaded_files(
            [(await self._calls.call("files.info", {"file": file.id})).get("file") or {"id": file.id}]
        )
        return found[0] if found else file

    async def _follow(self, file: UploadedFile) -> bytes:
        """Redirects by hand: the token goes to no host that is not listed."""
        url = httpx.URL(file.url)
        for _ in range(REDIRECTS + 1):
            if not self._is_trusted(url):
                raise BadPicture(
                    f"{_name(file)} is not kept in Slack, so I cannot fetch it. Upload the picture itself."
                )
            request = self._http.build_request("GET", url, headers={"Authorization": f"Bearer {self._token}"})
            response = await self._http.send(request, stream=True, follow_redirects=False)
            try:
                if not response.is_redirect:
                    return await self._read(response, file)
                url = url.join(response.headers.get("location", ""))
            finally:
                await response.aclose()
        raise BadPicture(f"{_name(file)} could not be fetched from Slack: it sends me around in circles.")

    async def _read(self, response: httpx.Response, file: UploadedFile) -> bytes:
        if response.status_code in (404, 410):
            raise BadPicture(f"{_name(file)} is no longer in Slack. Upload it again.")
        if response.status_code >= 500:
            raise httpx.ReadError("Slack stumbled")
        if not response.is_success or response.headers.get("content-type", "").startswith("text/html"):
            raise BadPicture(
                f"Slack did not give me {_name(file)}. Upload it in a channel that I am in; if that does not help, "
                "an admin must install Easel again with today's permissions."
            )
        content = bytearray()
        async for piece in response.aiter_bytes():
            content += piece
            if len(content) > self._most:
                raise self._too_large(file)
        return bytes(content)

    def _is_trusted(self, url: httpx.URL) -> bool:
        """https to a listed host; plain http only where host and port are listed together (tests)."""
        with_port = f"{url.host}:{url.port}" if url.port else ""
        if url.scheme == "https":
            return with_port in self._hosts if with_port else url.host in self._hosts
        return url.scheme == "http" and with_port in self._hosts

    def _too_large(self, file: UploadedFile) -> BadPicture:
        return BadPicture(f"{_name(file)} is larger than {self._most_mb} MB. Upload a smaller copy.")


def _name(file: UploadedFile) -> str:
    return f"“{cut(file.name, 80)}”"
