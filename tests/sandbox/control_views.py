"""Control calls for modals and App Home: look, fill in, submit, close."""

from typing import Any

from aiohttp import web

from tests.sandbox.control_request import Ask, ok
from tests.sandbox.sight import seen_view
from tests.sandbox.slack import actions, shortcuts, submissions
from tests.sandbox.slack.actions import Place
from tests.sandbox.slack.blocks import elements
from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.views import View


async def look(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    top = platform.views.top(person.id)
    errors = platform.views.errors(top["id"]) if top else None
    return ok(view=seen_view(top, platform), stack=len(platform.views.stack(person.id)), errors=errors)


async def home(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    return ok(view=seen_view(await shortcuts.open_home(platform, person), platform))


async def submit(platform: Platform, ask: Ask) -> web.StreamResponse:
    """`ok` is true when the bot accepted it; field errors, Slack's or the bot's, come in `errors`."""
    person = ask.person(platform)
    view = _view(platform, ask, person)
    values = ask.structure("values", {})
    if not isinstance(values, dict):
        raise WrongCall("values must be an object: {block_id, action_id or label: value}.")
    submissions.fill(platform, view, values.get("values", values) if _is_wrapped(values) else values)
    if isinstance(files := ask.structure("files", {}), dict):
        submissions.fill(platform, view, files)
    submissions.fill(platform, view, _uploaded(platform, ask, person, view))
    result = await submissions.submit(platform, person, view)
    body: dict[str, Any] = {"ok": not result.errors, "closed": result.closed}
    if result.errors:
        sentences = "; ".join(f"{block_id}: {words}".removeprefix(": ") for block_id, words in result.errors.items())
        body |= {"errors": result.errors, "error": sentences}
    return web.json_response(body)


async def fill(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person(platform)
    view = _view(platform, ask, person)
    place = Place(view=view)
    element = actions.find_element(place, ask.need("action_id")[0], ask.maybe("block_id"))
    if element.type == "file_input":
        submissions.fill_one(platform, view, element, ask.structure("value", []))
        platform.views.tell_of(person.id, view)
        return ok(acked=True)
    answer = await actions.select(platform, person, place, element, ask.given.get("value"))
    return ok(acked=answer.acked)


async def close(platform: Platform, ask: Ask) -> web.StreamResponse:
    """Closing what is closed already is no mistake: two tabs may do it."""
    person = ask.person(platform)
    if platform.views.find(person.id, ask.text("view_id")) is None and ask.maybe("view_id"):
        return ok(closed=False)
    view = _view(platform, ask, person)
    if ask.text("all").lower() in ("1", "true"):
        view = platform.views.stack(person.id)[0]
    await submissions.close(platform, person, view)
    return ok(closed=True)


def _view(platform: Platform, ask: Ask, person: Person) -> View:
    """The modal that is named, or the topmost one."""
    view_id = ask.maybe("view_id")
    view = platform.views.find(person.id, view_id) if view_id else platform.views.top(person.id)
    if view is None or view["type"] != "modal":
        raise WrongCall(f"{person.name} has no modal {view_id or ''} open.".replace("  ", " "), 404)
    return view


def _is_wrapped(values: dict[str, Any]) -> bool:
    """{"values": {...}}: somebody sent Slack's whole `state`."""
    return list(values) == ["values"] and isinstance(values["values"], dict)


def _uploaded(platform: Platform, ask: Ask, person: Person, view: View) -> dict[str, Any]:
    """File parts, uploaded first; a part named as no field goes to the modal's only file input."""
    inputs = [e for e in elements(view["blocks"]) if e.type == "file_input"]
    names = {name for e in inputs for name in (e.block_id, e.action_id, e.label)}
    given: dict[str, list[str]] = {}
    for upload in ask.uploads:
        field = upload.field if upload.field in names or len(inputs) != 1 else inputs[0].block_id
        given.setdefault(field, []).append(platform.files.add(upload.name, upload.content, person.id).id)
    return dict(given)


ROUTES = {
    ("GET", "/sandbox/view"): look,
    ("GET", "/sandbox/home"): home,
    ("POST", "/sandbox/submit"): submit,
    ("POST", "/sandbox/input"): fill,
    ("POST", "/sandbox/close"): close,
}
