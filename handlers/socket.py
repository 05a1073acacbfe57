"""Slack over Socket Mode: we call Slack, and no public address is needed."""

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.errors import BotError
from handlers.calls import CONNECTION_ERRORS
from handlers.faults import SENTENCES
from handlers.front import Front

PING_SECONDS = 5.0  # how soon a line that is cut without a word is noticed


class Socket:
    """The same shape as `endpoint`."""

    def __init__(self, app: Front, app_token: str) -> None:
        self._app, self._app_token = app, app_token
        self._handler: AsyncSocketModeHandler | None = None

    async def open(self) -> None:
        await self._check_token()
        self._handler = AsyncSocketModeHandler(self._app, self._app_token, ping_interval=PING_SECONDS)
        await self._handler.connect_async()  # type: ignore[no-untyped-call]

    async def _check_token(self) -> None:
        """The library would ask for a connection again and again, also with a token that will never do."""
        try:
            await self._app.client.apps_connections_open(app_token=self._app_token)
        except SlackApiError as error:
            code = str(error.response.get("error", ""))
            if code in SENTENCES:
                raise BotError(f"Slack refuses SLACK_APP_TOKEN. {SENTENCES[code]}") from error
        except CONNECTION_ERRORS:
            pass  # it is tried again until Slack answers; /readyz says so meanwhile

    async def close(self) -> None:
        """What has begun is recorded; Slack delivers again what could not be acknowledged any more."""
        if self._handler:
            await self._handler.close_async()  # type: ignore[no-untyped-call]
        await self._app.idle()

    async def problem(self) -> str | None:
        if self._handler and await self._handler.client.is_connected():
            return None
        return "Slack is not connected; it is tried again and again."
