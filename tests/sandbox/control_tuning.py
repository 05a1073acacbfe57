"""Control calls that break and tune: faults for the next calls, and settings for all of them."""

from typing import Any

from aiohttp import web
from pydantic import BaseModel, ValidationError

from tests.sandbox.control_request import Ask, ok
from tests.sandbox.faults import Fault
from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.feed import Change
from tests.sandbox.slack.people import BOT_USER
from tests.sandbox.slack.platform import Platform

API_KINDS = {"rate_limit", "server_error", "hang", "drop"}
SLACK_KINDS = API_KINDS | {"error", "twice", "late", "lost", "disconnect"}
_MODEL_KINDS = """moderation slow_down quota unverified model_gone billing_limit overloaded late truncated invalid
    no_usage bad_key bad_request"""
MODEL_KINDS = API_KINDS | set(_MODEL_KINDS.split())
KINDS = {"slack": SLACK_KINDS, "images": MODEL_KINDS, "text": MODEL_KINDS}
OWN_FIELDS = ("target", "kind", "method", "match", "times", "skip", "detail")


async def add_fault(platform: Platform, ask: Ask) -> web.StreamResponse:
    """Anything that is not a field of Fault (code, retry_after, seconds …) becomes its detail."""
    target, kind = ask.need("target", "kind")
    if target not in KINDS:
        raise WrongCall(f"target must be one of {', '.join(KINDS)}.")
    if kind not in KINDS[target]:
        raise WrongCall(f"{target} has no fault '{kind}'. Kinds: {', '.join(sorted(KINDS[target]))}.")
    detail = ask.structure("detail", {}) | {k: v for k, v in ask.given.items() if k not in OWN_FIELDS}
    fault = Fault(target, kind, ask.maybe("method"), ask.maybe("match"), detail=detail)
    fault.times, fault.skip = _count(ask, "times", 1), _count(ask, "skip", 0)
    if kind == "disconnect" and not (fault.method or fault.match or fault.skip):
        asked = await platform.sockets.disconnect(str(detail.get("reason", "refresh_requested")))
        return ok(faults=platform.faults.as_json(), disconnected=asked)
    platform.faults.add(fault)
    return ok(faults=platform.faults.as_json())


async def list_faults(platform: Platform, ask: Ask) -> web.StreamResponse:
    return ok(faults=platform.faults.as_json())


async def clear_faults(platform: Platform, ask: Ask) -> web.StreamResponse:
    platform.faults.clear()
    return ok(faults=[])


async def change_settings(platform: Platform, ask: Ask) -> web.StreamResponse:
    """Any part of the settings, nested as GET shows them; what is not given stays."""
    try:
        changed = type(platform.knobs).model_validate(_merged(platform.knobs.model_dump(), ask.given))
    except ValidationError as error:
        reasons = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise WrongCall(f"These settings cannot be: {reasons}.") from None
    _assign(platform.knobs, changed)
    platform.feed.tell(Change("connected", body={"connected": platform.delivery.is_connected}))
    return ok(settings=platform.knobs.model_dump())


async def show_settings(platform: Platform, ask: Ask) -> web.StreamResponse:
    return ok(settings=platform.knobs.model_dump())


async def change_channel(platform: Platform, ask: Ask) -> web.StreamResponse:
    """Invite the bot to a channel or remove it (has_bot), archive it or bring it back (is_archived)."""
    channel = platform.workspace.channel(ask.need("channel")[0])
    if "has_bot" in ask.given and channel.kind != "im":
        (channel.members.add if _is_true(ask, "has_bot") else channel.members.discard)(BOT_USER)
    if "is_archived" in ask.given:
        channel.is_archived = _is_true(ask, "is_archived")
    return ok(channel=channel.id, has_bot=channel.has_bot, is_archived=channel.is_archived)


def _is_true(ask: Ask, name: str) -> bool:
    return ask.text(name).lower() in ("true", "1", "yes")


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        known = merged.get(key)
        merged[key] = _merged(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged


def _assign(old: BaseModel, new: BaseModel) -> None:
    """In place: everybody holds the same settings."""
    for name in type(old).model_fields:
        current, value = getattr(old, name), getattr(new, name)
        if isinstance(current, BaseModel):
            _assign(current, value)
        else:
            setattr(old, name, value)


def _count(ask: Ask, name: str, default: int) -> int:
    value = ask.text(name, str(default))
    if not value.isdecimal():
        raise WrongCall(f"{name} must be a number.")
    return int(value)


ROUTES = {
    ("POST", "/sandbox/faults"): add_fault,
    ("GET", "/sandbox/faults"): list_faults,
    ("DELETE", "/sandbox/faults"): clear_faults,
    ("POST", "/sandbox/settings"): change_settings,
    ("GET", "/sandbox/settings"): show_settings,
    ("POST", "/sandbox/channel"): change_channel,
}
