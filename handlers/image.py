"""`/image`: one picture, or several takes of it."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers.blocks.help import image_help
from handlers.incoming import message_of_command
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    @app.command("/image")
    async def on_image(body: dict[str, Any], ack: AsyncAck) -> None:
        message = message_of_command(body)
        if message.text.lower() in ("", "help", "-h", "--help", "?"):
            await ack(image_help())
        else:
            await use.sets.ask(message, single=True)
            await ack()
