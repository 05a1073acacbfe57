"""Pictures that a compatible server answers with by address. Only its own host is asked: an answer is not trusted."""

from urllib.parse import urljoin

import httpx

MOST_BYTES = 60_000_000


class Downloads:
    """Fetches from the origin of `base_url`, with the key that the API itself gets."""

    def __init__(self, base_url: str, api_key: str, timeout_seconds: float = 60) -> None:
        self._origin = httpx.URL(base_url)
        headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._http = httpx.AsyncClient(headers=headers, timeout=timeout_seconds, follow_redirects=False)

    async def close(self) -> None:
        await self._http.aclose()

    async def fetch(self, address: str) -> bytes | None:
        """The bytes, or None when the address is not the server's own, or does not answer."""
        try:
            url = httpx.URL(urljoin(str(self._origin), address))
            if url.host != self._origin.host or url.scheme not in ("http", "https"):
                return None
            # A server behind a proxy does not know its scheme and port, so those of the setting are used.
            return await self._get(url.copy_with(scheme=self._origin.scheme, port=self._origin.port))
        except (httpx.HTTPError, httpx.InvalidURL, ValueError):
            return None

    async def _get(self, url: httpx.URL) -> bytes | None:
        async with self._http.stream("GET", url) as response:
            if response.status_code != 200:
                return None
            data = bytearray()
            async for part in response.aiter_bytes():
                data += part
                if len(data) > MOST_BYTES:
                    return None
            return bytes(data)
