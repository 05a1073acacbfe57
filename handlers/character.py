"""The form that adds a character, and the ways to it: `/cast add`, a button, "Use as reference" on a message."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Message, UploadedFile, Visibility
from bot.errors import BadRequest
from handlers.blocks.cast import ADD, FORM, MOST_PHOTOS, cast_form
from handlers.blocks.elements import Block
from handlers.blocks.forms import Filled
from handlers.carried import Carried
from handlers.direct import place_of_form
from handlers.incoming import message_of_press, message_of_shortcut, message_of_view
from handlers.use_cases import UseCases

PRIVATE_NAMES = ("privategroup", "directmessage")


def register(app: AsyncApp, use: UseCases) -> None:
    @app.action(ADD)
    async def on_add(body: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        press = await place_of_form(client, message_of_press(body))
        await client.views_open(trigger_id=body["trigger_id"], view=form_for(press, name_in(body)))
        await ack()

    @app.shortcut("use_as_reference")
    async def on_reference(body: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        message = message_of_shortcut(body)
        photos = _pictures(message.files)[:MOST_PHOTOS]
        if not photos:
            raise BadRequest("There is no picture in that message. Use this on one with a photo, or try `/cast add`.")
        await client.views_open(trigger_id=body["trigger_id"], view=form_for(message, name_in(body), photos=photos))
        await ack()

    @app.view(FORM)
    async def on_form(body: dict[str, Any], view: dict[str, Any], ack: AsyncAck) -> None:
        carried, filled = Carried.read(view), Filled(view)
        await use.cast.add(
            message_of_view(body, carried.channel, carried.answer_url),
            filled.text("name"),
            filled.text("description"),
            filled.text("match"),
            filled.text("may_vary"),
            filled.one_of("visibility", Visibility, Visibility.EVERYONE),
            carried.photos or filled.files("files"),
        )
        await ack()


def form_for(message: Message, channel_name: str, *, name: str = "", photos: tuple[UploadedFile, ...] = ()) -> Block:
    """A photo from a private place stays there unless its owner says otherwise; Slack hides such channels' names."""
    is_private = channel_name in PRIVATE_NAMES or channel_name.startswith("mpdm-")
    carried = Carried(message.channel, message.answer_url, photos=photos)
    return cast_form(name, photos, is_private=is_private, metadata=str(carried))


def name_in(body: dict[str, Any]) -> str:
    return str(body.get("channel_name") or (body.get("channel") or {}).get("name") or "")


def _pictures(files: tuple[UploadedFile, ...]) -> tuple[UploadedFile, ...]:
    """In shared channels the type is not known yet."""
    return tuple(file for file in files if not file.mimetype or file.mimetype.startswith("image/"))
