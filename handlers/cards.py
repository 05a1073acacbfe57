"""The buttons of a card: Redo, Variations, Original, Prompt, and Try again where a shot failed."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.blocks.card import MORE, REDO, RETRY, VARIATIONS, prompt_view, shot_of_retry, version_of_block
from handlers.incoming import chosen_of, message_of_press, value_of
from handlers.use_cases import UseCases

MORE_TAKES = 3


def register(app: AsyncApp, use: UseCases) -> None:
    @app.action(REDO)
    async def on_redo(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sets.redo(message_of_press(body), value_of(action))
        await ack()

    @app.action(VARIATIONS)
    async def on_variations(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sets.redo(message_of_press(body), value_of(action), MORE_TAKES)
        await ack()

    @app.action(RETRY)
    async def on_retry(body: dict[str, Any], action: dict[str, Any], ack: AsyncAck) -> None:
        await use.sets.retry(message_of_press(body), *shot_of_retry(value_of(action)))
        await ack()

    @app.action(MORE)
    async def on_more(body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        version_id = version_of_block(action.get("block_id") or "")
        if chosen_of(action) == "prompt":
            prompt = await use.sets.prompt_of(version_id)
            await client.views_open(trigger_id=body["trigger_id"], view=prompt_view(prompt))
            await ack()
        else:
            await ack()  # first: Slack may take its time with the upload
            await use.sets.original(message_of_press(body), version_id)
