"""The composer: the form for a set. Each change asks for the price again; sending it asks for the set."""

import re
from contextlib import suppress
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Form, Message
from handlers.blocks.composer import FORM, LIVE, WHERE, composer_view, form_of, with_price
from handlers.blocks.forms import Filled
from handlers.calls import CONNECTION_ERRORS
from handlers.carried import Carried
from handlers.incoming import message_of_view, view_of, workspace_of
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    @app.action(re.compile(f"^({'|'.join(LIVE)})$"))
    async def on_change(body: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        view = view_of(body)
        channel = Filled(view).text(WHERE) or Carried.read(view).channel
        quoted = await use.sets.price(workspace_of(body), body["user"]["id"], channel, form_of(view))
        changed = with_price(view, quoted)
        await ack()
        if changed:
            # Refused when the person went on typing: that change asks again, with the newer hash.
            with suppress(SlackApiError, *CONNECTION_ERRORS):
                await client.views_update(view_id=view["id"], hash=view.get("hash"), view=changed)

    @app.view(FORM)
    async def on_form(body: dict[str, Any], view: dict[str, Any], ack: AsyncAck) -> None:
        carried = Carried.read(view)
        channel = Filled(view).text(WHERE) or carried.channel
        await use.sets.compose(message_of_view(body, channel, carried.answer_url), form_of(view))
        await ack()


async def open_composer(
    use: UseCases, client: AsyncWebClient, trigger_id: str, message: Message, *, asks_where: bool = False
) -> None:
    cast = await use.cast.seen_by(message.workspace, message.user, message.channel)
    quoted = await use.sets.price(message.workspace, message.user, message.channel, Form())
    carried = str(Carried(message.channel, message.answer_url))
    where = message.channel if asks_where else ""
    view = composer_view(use.choices, cast, quoted, carried, where=where)
    await client.views_open(trigger_id=trigger_id, view=view)
