"""Replies in a thread that Easel drew in, and the replies that its own questions offer as buttons.

Every other message is acknowledged, or Slack would repeat it.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Surface
from handlers.blocks.answer import AGAIN, ANYWAY, CHOICE
from handlers.blocks.help import thread_help
from handlers.incoming import is_spoken, message_of_event, message_of_press, value_of
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    async def on_reply(
        body: dict[str, Any],
        event: dict[str, Any],
        context: AsyncBoltContext,
        client: AsyncWebClient,
        next_: Callable[[], Awaitable[None]],
    ) -> None:
        if is_spoken(event):
            message = message_of_event(body, context.bot_user_id)
            word = message.text.casefold()
            if message.surface is not Surface.REPLY:
                pass
            elif word == "!cancel":
                await use.sets.cancel_in_thread(message)
            elif word == "!help" and event.get("parent_user_id") == context.bot_user_id:
                shown = thread_help()
                await client.chat_postEphemeral(
                    channel=message.channel,
                    user=message.user,
                    thread_ts=message.thread_ts,
                    text=shown["text"],
                    blocks=shown["blocks"],
                )
            else:
                is_mention = bool(context.bot_user_id) and f"<@{context.bot_user_id}>" in (event.get("text") or "")
                await use.sessions.reply(message, is_mention=is_mention)
        await next_()

    async def recorded() -> None:
        """All was done before the acknowledgement."""

    app.event("message", middleware=[on_reply])(recorded)
    _register_answers(app, use)


def _register_answers(app: AsyncApp, use: UseCases) -> None:
    """What the bot's own questions offer."""

    async def on_choice(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sessions.reply(replace(message_of_press(body), text=value_of(action)))
        await ack()

    async def on_again(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sessions.press(message_of_press(body), value_of(action), "again")
        await ack()

    async def on_anyway(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sessions.press(message_of_press(body), value_of(action), "anyway")
        await ack()

    app.action(re.compile(f"^{CHOICE}:"))(on_choice)
    app.action(AGAIN)(on_again)
    app.action(ANYWAY)(on_anyway)
