"""Slack over Socket Mode: we call Slack, and no public address is needed."""

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from handlers.front import Front


class Socket:
    """The same shape as `endpoint`."""

    def __init__(self, app: Front, app_token: str) -> None:
        self._app, self._app_token = app, app_token
        self._handler: AsyncSocketModeHandler | None = None

    async def open(self) -> None:
        self._handler = AsyncSocketModeHandler(self._app, self._app_token)
        await self._handler.connect_async()  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """What has begun is recorded; Slack delivers again what could not be acknowledged any more."""
        if self._handler:
            await self._handler.close_async()  # type: ignore[no-untyped-call]
        await self._app.idle()

    async def problem(self) -> str | None:
        if self._handler and await self._handler.client.is_connected():
            return None
        return "Slack is not connected; it is tried again and again."
