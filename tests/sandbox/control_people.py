"""Control calls for what people do in channels: write, edit, delete, use commands, buttons, menus and shortcuts."""

from typing import Any

from aiohttp import web

from tests.sandbox.control_request import Ask, ok
from tests.sandbox.slack import actions, commands, posting, shortcuts
from tests.sandbox.slack.actions import Place
from tests.sandbox.slack.blocks import Element
from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.escape import as_sent, rich_text
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel


async def say(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    channel = ask.channel(platform, person)
    text = as_sent(ask.text("text"), platform.workspace)
    if not text.strip() and not ask.uploads:
        raise WrongCall("A message needs text or a file.")
    thread_ts = _thread(channel, ask.maybe("thread_ts"))
    files = [platform.files.add(upload.name, upload.content, person.id) for upload in ask.uploads]
    message = posting.say(platform, channel, person.id, text, thread_ts, [file.id for file in files])
    return ok(ts=message.ts, channel=channel.id, files=message.files)


async def edit(platform: Platform, ask: Ask) -> web.StreamResponse:
    message = _own(platform, ask)
    text = as_sent(ask.need("text")[0], platform.workspace)
    edited_ts = platform.workspace.new_ts()
    posting.change(platform, message, text=text, blocks=[rich_text(text, "rt")], edited_ts=edited_ts)
    return ok(ts=message.ts, channel=message.channel)


async def delete(platform: Platform, ask: Ask) -> web.StreamResponse:
    message = _own(platform, ask)
    posting.delete(platform, message)
    return ok(ts=message.ts, channel=message.channel)


async def command(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    channel = ask.channel(platform, person)
    if ask.maybe("thread_ts"):
        raise WrongCall("Slack has no slash commands in threads: say it in the thread instead.")
    name, text = ask.need("command")[0].strip(), ask.text("text")
    if " " in name and not text:
        name, _, text = name.partition(" ")
    name = name if name.startswith("/") else f"/{name}"
    result = await commands.run(platform, person, channel, name, text)
    body: dict[str, Any] = {"ok": result.error is None, "response": result.response, "trigger_id": result.trigger_id}
    return web.json_response(body | ({"error": result.error} if result.error else {}))


async def click(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    place = _place(platform, ask, person)
    [action_id] = ask.need("action_id")
    element = actions.find_element(place, action_id, ask.maybe("block_id"), ask.maybe("value"))
    if element.type != "button" and ask.maybe("value") is not None:
        return await _select(platform, person, place, element, ask.given["value"])
    answer = await actions.click(platform, person, place, element)
    return ok(acked=answer.acked, **({"error": answer.error} if answer.error else {}))


async def select(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    place = _place(platform, ask, person)
    [action_id] = ask.need("action_id")
    element = actions.find_element(place, action_id, ask.maybe("block_id"))
    given = ask.structure("values", None) if "values" in ask.given else ask.given.get("value")
    return await _select(platform, person, place, element, given)


async def shortcut(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    [callback_id] = ask.need("callback_id")
    channel = ask.channel(platform, person) if ask.maybe("channel") else None
    message = _message(channel, person, ask.text("ts")) if channel else None
    answer = await shortcuts.use(platform, person, callback_id, channel, message)
    return ok(acked=answer.acked, **({"error": answer.error} if answer.error else {}))


async def options(platform: Platform, ask: Ask) -> web.StreamResponse:
    """What the bot offers in a menu with an external source, for what was typed so far."""
    person = ask.person(platform)
    place = _place(platform, ask, person)
    element = actions.find_element(place, ask.need("action_id")[0], ask.maybe("block_id"))
    answer = await actions.suggest(platform, person, place, element, ask.text("text"))
    return ok(acked=answer.acked, **(answer.payload or {}))


async def _select(platform: Platform, person: Person, place: Place, element: Element, given: Any) -> web.StreamResponse:
    answer = await actions.select(platform, person, place, element, given)
    return ok(acked=answer.acked, **({"error": answer.error} if answer.error else {}))


def _place(platform: Platform, ask: Ask, person: Person) -> Place:
    if view_id := ask.maybe("view_id"):
        view = platform.views.find(person.id, view_id)
        if view is None:
            raise WrongCall(f"{person.name} has no view {view_id} open.", 404)
        return Place(view=view)
    channel = ask.channel(platform, person)
    return Place(channel, _message(channel, person, ask.need("ts")[0]))


def _message(channel: Channel, person: Person, ts: str) -> Message:
    message = channel.log.find(ts) or channel.log.find_ephemeral(ts, person.id)
    if message is None:
        raise WrongCall(f"There is no message {ts or '(ts is missing)'} in {channel.name}.", 404)
    return message


def _own(platform: Platform, ask: Ask) -> Message:
    person = ask.person(platform)
    channel = ask.channel(platform, person)
    message = _message(channel, person, ask.need("ts")[0])
    if message.user != person.id:
        raise WrongCall(f"{person.name} did not write the message {message.ts}.", 403)
    return message


def _thread(channel: Channel, ts: str | None) -> str | None:
    """Slack's client always replies to the root, also from a reply."""
    if ts is None:
        return None
    message = channel.log.find(ts)
    if message is None:
        raise WrongCall(f"There is no message {ts} in {channel.name} to reply to.", 404)
    return message.thread_ts if message.is_reply else message.ts


ROUTES = {
    ("POST", "/sandbox/say"): say,
    ("POST", "/sandbox/edit"): edit,
    ("POST", "/sandbox/delete"): delete,
    ("POST", "/sandbox/command"): command,
    ("POST", "/sandbox/click"): click,
    ("POST", "/sandbox/select"): select,
    ("POST", "/sandbox/options"): options,
    ("POST", "/sandbox/shortcut"): shortcut,
}
