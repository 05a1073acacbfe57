"""The buttons of a set's root message: Draw, Draft, Edit plan, Cancel."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.blocks.plan import FORM, plan_form, plan_lines
from handlers.carried import Carried
from handlers.incoming import message_of_press, message_of_view, value_of
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    @app.action("set_draw")
    async def on_draw(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sets.draw(message_of_press(body), value_of(action))
        await ack()

    @app.action("set_draft")
    async def on_draft(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sets.draw(message_of_press(body), value_of(action), draft=True)
        await ack()

    @app.action("set_cancel")
    async def on_cancel(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sets.cancel(message_of_press(body), value_of(action))
        await ack()

    @app.action("set_edit_plan")
    async def on_edit_plan(body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        press = message_of_press(body)
        lines = await use.sets.plan_lines(value_of(action))
        carried = Carried(press.channel, press.answer_url, about=value_of(action))
        await client.views_open(trigger_id=body["trigger_id"], view=plan_form(lines, str(carried)))
        await ack()

    @app.view(FORM)
    async def on_plan(body: dict[str, Any], view: dict[str, Any], ack: AsyncAck) -> None:
        carried = Carried.read(view)
        message = message_of_view(body, carried.channel, carried.answer_url)
        await use.sets.edit_plan(message, carried.about, plan_lines(view))
        await ack()
