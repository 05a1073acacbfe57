"""Payloads broken in every way that occurred to us, the same for the same seed."""

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.http_bot import FORM, JSON, headers_for, written
from tests.payloads import every_kind

Json = dict[str, Any]

PRETEND_SECRET = "xoxb-1234567890-pretend-secret"
HUGE = 300_000


@dataclass(frozen=True)
class Sent:
    """A request as it goes over the wire. `is_whole`: untouched and signed."""

    body: bytes
    headers: dict[str, str]
    is_whole: bool


def odd_values(chance: random.Random) -> list[Any]:
    deep: Any = "bottom"
    for _ in range(chance.choice([20, 100, 400])):
        deep = {"a": deep} if chance.random() < 0.5 else [deep]
    return [
        *(None, True, False, 0, -1, 1.5, 10**18, 10**400, float("nan"), "", " ", [], {}, [None], {"id": None}, [[]]),
        *(
            "x" * HUGE,
            "\x00",
            "a\ud800b",
            "😀" * 500,
            "../../etc/passwd",
            "<!channel>",
            "{{7*7}}",
            "%s%n",
            "' or 1=1 --",
        ),
        *("| " * 2000, "@" * 3000, "--" * 3000, "--style " * 900, ": " * 3000, "1 2 3 x 4 " * 500, '"' * 5000),
        *("\u202e\u200b", "\r\n\r\nHTTP/1.1 200", f"Bearer {PRETEND_SECRET}", "9" * 5000, "1e999", {"$ref": "#"}, deep),
    ]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a payload."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from places(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from places(each, (*path, index))


def make_new(payload: Json, index: int) -> None:
    """Not the same request as the one before: otherwise it would be answered as a repetition."""
    if "trigger_id" in payload:
        payload["trigger_id"] += str(index)
    if "ts" in payload.get("event", {}):
        payload["event"]["ts"] = f"17{index:08}.000100"


def broken(payload: Json, chance: random.Random, times: int) -> Json:
    payload = copy.deepcopy(payload)
    for _ in range(times):
        found = list(places(payload))
        if not found:
            break
        *way, last = chance.choice(found)
        holder: Any = payload
        for step in way:
            holder = holder[step]
        match chance.choice(["drop", "value", "value", "value", "add", "swap"]):
            case "drop":
                del holder[last]
            case "value":
                holder[last] = chance.choice(odd_values(chance))
            case "add" if isinstance(holder, dict):
                name = chance.choice(
                    ["type", "command", "event", "view", "user", "team", "enterprise", "ssl_check", "payload"]
                )
                holder[name] = chance.choice(odd_values(chance))
            case _:
                holder[last] = copy.deepcopy(chance.choice(every_kind()))
    return payload


def bodies(payload: Json, chance: random.Random) -> tuple[bytes, str]:
    """The body and its content type, now and then spoiled as a whole."""
    text, content_type = written(payload)
    body = text.encode("utf-8", "surrogatepass")
    match chance.randrange(40):
        case 0:
            body = body[: chance.randrange(len(body))]
        case 1:
            body = chance.randbytes(chance.randrange(2000))
        case 2:
            body = b"[" * chance.choice([50, 5000, 200_000])
        case 3:
            body = chance.choice(
                [b"", b"null", b"[]", b'"x"', b"1", b"payload=", b"payload=%7B", b"payload=[]", b"{}", b"\xff\xfe"]
            )
        case 4:
            body += b" " * (2 * 1024 * 1024 if chance.random() < 0.3 else 1000)
        case 5:
            content_type = chance.choice(
                [FORM, JSON, "text/plain", "", "application/xml", "multipart/form-data; boundary=x"]
            )
        case 6:
            content_type += chance.choice(["; charset=utf-16", "; charset=no-such", "; charset=UTF-8", ";;;"])
    return body, content_type


def signed(body: bytes, content_type: str, chance: random.Random) -> tuple[dict[str, str], bool]:
    """Headers, and whether they are right."""
    try:
        headers = headers_for(body.decode(), content_type)
    except UnicodeDecodeError:
        return headers_for("", content_type), False
    if chance.random() < 0.85:
        return headers, True
    match chance.randrange(5):
        case 0:
            headers.pop(chance.choice(list(headers)))
        case 1:
            headers["X-Slack-Request-Timestamp"] = chance.choice(
                ["", "abc", "-1", "1e9", "9" * 400, "１７", "1.5", " "]
            )
        case 2:
            headers["X-Slack-Signature"] = chance.choice(["", "v0=", "v0=é", "v1=" + "0" * 64, "x" * 5000])
        case 3:
            headers = headers_for(body.decode(), content_type, at=1_600_000_000)
        case _:
            headers = {"Content-Type": content_type}
    return headers, False


def requests(number: int, seed: int = 1) -> Iterator[Sent]:
    chance = random.Random(seed)
    kinds = every_kind()
    for index in range(number):
        times = chance.choice([0, 1, 1, 1, 2, 3])
        payload = copy.deepcopy(chance.choice(kinds))
        if chance.random() < 0.4:
            make_new(payload, index)
        payload = broken(payload, chance, times)
        body, content_type = bodies(payload, chance)
        headers, is_right = signed(body, content_type, chance)
        if chance.random() < 0.1:
            headers["X-Slack-Retry-Num"] = chance.choice(["1", "3", "x", "999999999999"])
        yield Sent(
            body, headers, is_right and times == 0 and (body.decode(errors="replace"), content_type) == written(payload)
        )
