"""`/imagespend`: what a person spent this month, for this person only."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers.blocks.spend import spend_body
from handlers.incoming import message_of_command
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    @app.command("/imagespend")
    async def on_imagespend(body: dict[str, Any], ack: AsyncAck) -> None:
        shown = spend_body(await use.sessions.spend(message_of_command(body)))
        await ack({"response_type": "ephemeral", "text": shown.text, "blocks": shown.blocks})
