"""An answer for any JSON schema, made by rule from the words of the input: dull, valid, and the same every time."""

from typing import Any

_DEEPEST = 8


def fit(schema: dict[str, Any], text: str) -> Any:
    """A value that the schema accepts; strings come from the text."""
    return _value(schema, " ".join(text.split()) or "nothing", schema, 0)


def _value(schema: dict[str, Any], text: str, root: dict[str, Any], depth: int) -> Any:
    if "$ref" in schema:
        return _value(_resolve(schema["$ref"], root), text, root, depth)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for choice in ("anyOf", "oneOf", "allOf"):
        if options := schema.get(choice):
            is_deep = depth > _DEEPEST
            picked = sorted(options, key=lambda option: (option.get("type") == "null") != is_deep)
            return _value(picked[0], text, root, depth + 1)
    kind = schema.get("type", "object" if "properties" in schema else "string")
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), "null")
    return _of_kind(kind, schema, text, root, depth)


def _of_kind(kind: str, schema: dict[str, Any], text: str, root: dict[str, Any], depth: int) -> Any:
    if kind == "object":
        return {name: _value(inner, text, root, depth + 1) for name, inner in (schema.get("properties") or {}).items()}
    if kind == "array":
        wanted = 0 if depth > _DEEPEST else 1 + len(text) % 3
        count = max(schema.get("minItems", 0), min(wanted, schema.get("maxItems", wanted)))
        return [_value(schema.get("items") or {}, text, root, depth + 1) for _ in range(count)]
    if kind in ("integer", "number"):
        return _number(schema)
    if kind == "boolean":
        return False
    return None if kind == "null" else _string(schema, text)


def _number(schema: dict[str, Any]) -> Any:
    least = schema.get("minimum")
    if least is None:
        least = schema["exclusiveMinimum"] + 1 if "exclusiveMinimum" in schema else 1
    return min(least, schema.get("maximum", least))


def _string(schema: dict[str, Any], text: str) -> str:
    most = schema.get("maxLength", 120)
    return text[:most].ljust(schema.get("minLength", 0), ".")


def _resolve(reference: str, root: dict[str, Any]) -> dict[str, Any]:
    found: Any = root
    for part in reference.removeprefix("#").strip("/").split("/"):
        found = found[part] if part else found
    return dict(found)


def schema_problem(schema: dict[str, Any], is_strict: bool) -> str | None:
    """Why the schema is refused; one that no answer can be made for is malformed, whatever the reason."""
    try:
        fit(schema, "")
        return _strict_problem(schema, "()") if is_strict else None
    except (LookupError, RecursionError, TypeError, AttributeError, ValueError) as error:
        return f"it is not a valid JSON schema ({type(error).__name__}: {error})."


def _strict_problem(schema: Any, path: str) -> str | None:
    """Why OpenAI would refuse the schema in strict mode: every object closed, every property required."""
    if isinstance(schema, list):
        return next((said for inner in schema if (said := _strict_problem(inner, path))), None)
    if not isinstance(schema, dict):
        return None
    properties = schema.get("properties")
    if schema.get("type") == "object" or isinstance(properties, dict):
        if schema.get("additionalProperties") is not False:
            return f"In context={path}, 'additionalProperties' is required to be supplied and to be false."
        lacking = sorted(set(properties or {}) - set(schema.get("required") or []))
        if lacking:
            return f"In context={path}, 'required' must include every key in properties. Missing '{lacking[0]}'."
    inner = {**schema, **(properties if isinstance(properties, dict) else {})}
    inner.pop("properties", None)
    return next((said for name, part in inner.items() if (said := _strict_problem(part, f"{path}.{name}"))), None)
