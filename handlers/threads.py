"""Replies in a set's thread: `!cancel` and `!help`. Every other message is acknowledged, or Slack would repeat it."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Surface
from handlers.blocks.help import thread_help
from handlers.incoming import is_spoken, message_of_event
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    async def on_reply(
        body: dict[str, Any],
        event: dict[str, Any],
        context: AsyncBoltContext,
        client: AsyncWebClient,
        next_: Callable[[], Awaitable[None]],
    ) -> None:
        if is_spoken(event) and event.get("parent_user_id") in (None, context.bot_user_id):
            message = message_of_event(body, context.bot_user_id)
            word = message.text.casefold() if message.surface is Surface.REPLY else ""
            if word == "!cancel":
                await use.sets.cancel_in_thread(message)
            elif word == "!help" and event.get("parent_user_id"):
                shown = thread_help()
                await client.chat_postEphemeral(
                    channel=message.channel,
                    user=message.user,
                    thread_ts=message.thread_ts,
                    text=shown["text"],
                    blocks=shown["blocks"],
                )
        await next_()

    async def recorded() -> None:
        """All was done before the acknowledgement."""

    app.event("message", middleware=[on_reply])(recorded)
