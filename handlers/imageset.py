"""`/imageset`: a set of pictures. Without words it opens the composer."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.blocks.help import imageset_help
from handlers.composer import open_composer
from handlers.incoming import message_of_command
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    @app.command("/imageset")
    async def on_imageset(body: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        message = message_of_command(body)
        if message.text.lower() in ("help", "-h", "--help", "?"):
            await ack(imageset_help())
        elif not message.text:
            await open_composer(use, client, body["trigger_id"], message)
            await ack()
        else:
            await use.sets.ask(message)
            await ack()
