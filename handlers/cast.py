"""`/cast`: the workspace's characters, listed, shown, renamed and retired, for who asks."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import CastView, Message
from bot.errors import BadRequest
from handlers.blocks.cast import cast_body, character_body
from handlers.blocks.elements import Block, Body
from handlers.blocks.help import cast_help
from handlers.blocks.text import words
from handlers.character import form_for, name_in
from handlers.incoming import message_of_command
from handlers.use_cases import UseCases


def register(app: AsyncApp, use: UseCases) -> None:
    @app.command("/cast")
    async def on_cast(body: dict[str, Any], client: AsyncWebClient, ack: AsyncAck) -> None:
        message = message_of_command(body)
        verb, _, rest = message.text.partition(" ")
        if verb.lower() == "add":
            form = form_for(message, name_in(body), name=bare(rest))
            await client.views_open(trigger_id=body["trigger_id"], view=form)
            await ack()
        else:
            await ack(await _answer(use, message, verb.lower(), rest.strip()))


async def _answer(use: UseCases, message: Message, verb: str, rest: str) -> Block:
    if verb in ("", "list"):
        seen = await use.cast.seen_by(message.workspace, message.user, message.channel)
        return _only_here(cast_body(CastView(seen)))
    if verb == "show" and rest:
        return _only_here(character_body(await use.cast.show(message, bare(rest))))
    if verb == "retire" and rest:
        retired = await use.cast.retire(message, bare(rest))
        return _said(f"@{words(retired.name)} has left the cast. Old sets keep it, new ones do not see it.")
    if verb == "rename" and rest:
        name, new = _names(rest)
        renamed = await use.cast.rename(message, name, new)
        return _said(f"{words(name)} is now @{words(renamed.name)}.")
    return cast_help()


def bare(name: str) -> str:
    return name.strip().removeprefix("@").strip()


def _names(rest: str) -> tuple[str, str]:
    """`maya to mia`; without the `to`, two words."""
    name, found, new = rest.partition(" to ")
    if not found:
        name, _, new = rest.partition(" ")
    if not bare(new):
        raise BadRequest("Write the old and the new name: `/cast rename maya to mia`.", "name")
    return bare(name), bare(new)


def _only_here(body: Body) -> Block:
    return {"response_type": "ephemeral", "text": body.text, "blocks": body.blocks}


def _said(sentence: str) -> Block:
    return {"response_type": "ephemeral", "text": sentence}
