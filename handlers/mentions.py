"""A mention in a channel or a direct message: the same as /image and /imageset, in plain words.

Recorded before it is acknowledged (in a middleware: bolt acknowledges events before their listener), so that Slack
delivers again what a crash has lost; the message's id makes the second time harmless.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Message, Surface, Visibility
from handlers.blocks.cast import USUAL_MATCH, USUAL_VARY
from handlers.blocks.help import talk_help
from handlers.incoming import is_spoken, message_of_event
from handlers.talk import introduction, is_help, read_words
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    async def on_words(
        body: dict[str, Any],
        event: dict[str, Any],
        context: AsyncBoltContext,
        client: AsyncWebClient,
        next_: Callable[[], Awaitable[None]],
    ) -> None:
        if is_spoken(event):
            message = message_of_event(body, context.bot_user_id)
            if message.surface is not Surface.REPLY:
                await answer(use, client, message, context.bot_user_id)
        await next_()

    async def is_direct(event: dict[str, Any]) -> bool:
        return event.get("channel_type") == "im" and event.get("thread_ts") in (None, event.get("ts"))

    async def recorded() -> None:
        """All was done before the acknowledgement."""

    app.event("app_mention", middleware=[on_words])(recorded)
    app.event("message", matchers=[is_direct], middleware=[on_words])(recorded)


async def answer(use: UseCases, client: AsyncWebClient, message: Message, bot_user: str | None) -> None:
    introduced = introduction(message.text) if message.files else None
    if introduced:
        name, description = introduced
        whose = Visibility.OWNER if message.surface is Surface.DIRECT else Visibility.CHANNEL
        await use.cast.add(message, name, description, USUAL_MATCH, USUAL_VARY, whose, message.files)
    elif is_help(message.text):
        await _help(client, message, bot_user)
    else:
        words, is_single = read_words(message.text)
        await use.sets.ask(replace(message, text=words), single=is_single)


async def _help(client: AsyncWebClient, message: Message, bot_user: str | None) -> None:
    shown = talk_help("" if message.surface is Surface.DIRECT else "@easel")
    content: dict[str, Any] = {"channel": message.channel, "text": shown["text"], "blocks": shown["blocks"]}
    if message.surface is Surface.DIRECT:
        await client.chat_postMessage(**content, unfurl_links=False, unfurl_media=False)
    else:
        await client.chat_postEphemeral(**content, user=message.user)
