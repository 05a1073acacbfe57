"""The small grammar in which Block Kit's limits are written: a rule reads one value and names what Slack would refuse.

Wording and pointers follow Slack's own `response_metadata.messages`, so that a refusal here reads like one there.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Rule = Callable[[Any, str], Iterator[str]]


def problem(sentence: str, pointer: str) -> str:
    return f"{sentence} [json-pointer:{pointer}]"


def anything(value: Any, pointer: str) -> Iterator[str]:
    """For content that Slack documents too loosely to refuse."""
    yield from ()


def string(most: int, least: int = 1, pattern: str | None = None) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield problem("must be a string", pointer)
        elif len(value) < least:
            yield problem(f"must be more than {least - 1} characters", pointer)
        elif len(value) > most:
            yield problem(f"must be less than {most + 1} characters", pointer)
        elif pattern and not re.search(pattern, value):
            yield problem(f"must match the pattern {pattern}", pointer)

    return check


def integer(least: int, most: int) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield problem("must be an integer", pointer)
        elif not least <= value <= most:
            yield problem(f"must be between {least} and {most}", pointer)

    return check


def boolean(value: Any, pointer: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield problem("must be a boolean", pointer)


def one_of(*allowed: str) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[str]:
        if value not in allowed:
            yield problem(f"must be one of: {', '.join(allowed)}", pointer)

    return check


def array(rule: Rule, most: int, least: int = 1) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield problem("must be an array", pointer)
            return
        if len(value) < least:
            yield problem(f"no less than {least} items allowed", pointer)
        if len(value) > most:
            yield problem(f"no more than {most} items allowed", pointer)
        for index, item in enumerate(value):
            yield from rule(item, f"{pointer}/{index}")

    return check


def record(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None, *also: Rule) -> Rule:
    """An object with exactly these fields; the rules in `also` see it whole, once its fields are right."""
    known = {**required, **(optional or {})}

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield problem("must provide an object", pointer)
            return
        found = [problem(f"missing required field: {name}", pointer) for name in required if name not in value]
        for name, content in value.items():
            if name not in known:
                found.append(problem(f"invalid additional property: {name}", pointer))
            else:
                found.extend(known[name](content, f"{pointer}/{name}"))
        yield from found
        if not found:
            for rule in also:
                yield from rule(value, pointer)

    return check


def typed(table: Mapping[str, Rule], allowed: Sequence[str] | None = None) -> Rule:
    """An object whose `type` chooses its rule; only the `allowed` types of the table may stand here."""
    permitted = table.keys() if allowed is None else allowed

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield problem("must provide an object", pointer)
        elif not isinstance(value.get("type"), str):
            yield problem("missing required field: type", pointer)
        elif value["type"] not in permitted:
            yield problem(f"unsupported type: {value['type']}", f"{pointer}/type")
        else:
            yield from table[value["type"]]({name: v for name, v in value.items() if name != "type"}, pointer)

    return check


def at_least_one(*names: str) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[str]:
        if all(value.get(name) is None for name in names):
            yield problem(f"must define at least one of: {', '.join(names)}", pointer)

    return check


def exactly_one(*names: str) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[str]:
        if sum(value.get(name) is not None for name in names) != 1:
            yield problem(f"must define exactly one of: {', '.join(names)}", pointer)

    return check


def distinct(name: str, items: Sequence[Any], pointers: Sequence[str]) -> Iterator[str]:
    """No two of the objects may carry the same `name`."""
    seen: set[str] = set()
    for item, pointer in zip(items, pointers, strict=True):
        key = item.get(name) if isinstance(item, dict) else None
        if isinstance(key, str):
            if key in seen:
                yield problem(f"`{name}` {json.dumps(key)} already exists", f"{pointer}/{name}")
            seen.add(key)
