"""Domain objects as JSON: a snapshot outlives the release that wrote it, so fields that are new since have defaults."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


def to_json(value: object) -> Any:
    """Tuples become lists, enums their values, dates ISO."""
    kind: Any = type(value)
    return _adapter(kind).dump_python(value, mode="json")


def from_json(kind: type[T], data: Any) -> T:
    wanted: Any = kind  # mypy finds no hash in a type[T]
    value: T = _adapter(wanted).validate_python(data)
    return value


def list_to_json(values: Sequence[object]) -> list[Any]:
    return [to_json(value) for value in values]


def tuple_from_json(kind: type[T], data: Sequence[Any]) -> tuple[T, ...]:
    return tuple(from_json(kind, item) for item in data)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
