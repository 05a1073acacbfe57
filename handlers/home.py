"""App Home: shown anew each time a person opens it."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Message, Surface
from handlers.blocks.home import NEW_SET, home_view
from handlers.composer import open_composer
from handlers.direct import place_of_form
from handlers.incoming import message_of_press, workspace_of
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    @app.event("app_home_opened")
    async def on_home(body: dict[str, Any], event: dict[str, Any], client: AsyncWebClient) -> None:
        if event.get("tab") != "home":
            return
        user, workspace = event["user"], workspace_of(body)
        asked = Message(f"home:{body.get('event_id')}", workspace, event.get("channel", ""), user, "", Surface.DIRECT)
        view = home_view(
            await use.sets.recent(workspace, user),
            await use.cast.seen_by(workspace, user, asked.channel),
            await use.sessions.spend(asked),
        )
        await client.views_publish(user_id=user, view=view)

    @app.action(NEW_SET)
    async def on_new_set(body: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        press = await place_of_form(client, message_of_press(body))
        await open_composer(use, client, body["trigger_id"], press, asks_where=True)
        await ack()
