"""What Slack's own client refuses in a form before the bot hears of it: empty, too short, too long, no number …"""

import re
from pathlib import PurePath
from typing import Any

from tests.sandbox.slack import form
from tests.sandbox.slack.blocks import Element

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
URL = re.compile(r"https?://\S+")


def complaint(element: Element, view: dict[str, Any]) -> str | None:
    """The sentence under the field, or None when it may be sent."""
    entry = view["state"]["values"].get(element.block_id, {}).get(element.action_id)
    if entry is None:
        return None
    value = form.value_in(entry)
    if value in (None, "", []):
        return None if element.block.get("optional") else "Please complete this required field."
    match element.type:
        case "plain_text_input":
            return _length(value, element.body)
        case "number_input":
            return _number(value, element.body)
        case "email_text_input":
            return None if EMAIL.fullmatch(value) else "Please enter a valid email address."
        case "url_text_input":
            return None if URL.fullmatch(value) else "Please enter a valid URL."
        case "file_input":
            return _files(value, element.body)
    return None


def _length(value: str, body: dict[str, Any]) -> str | None:
    shortest, longest = body.get("min_length", 0), body.get("max_length", 3000)
    if len(value) < shortest:
        return f"Please enter at least {shortest} characters."
    return f"Please enter at most {longest} characters." if len(value) > longest else None


def _number(value: str, body: dict[str, Any]) -> str | None:
    if not NUMBER.fullmatch(value) or ("." in value and not body.get("is_decimal_allowed")):
        return "Please enter a valid number."
    if "min_value" in body and float(value) < float(body["min_value"]):
        return f"Please enter a number of at least {body['min_value']}."
    if "max_value" in body and float(value) > float(body["max_value"]):
        return f"Please enter a number of at most {body['max_value']}."
    return None


def _files(value: list[dict[str, Any]], body: dict[str, Any]) -> str | None:
    if len(value) > body.get("max_files", 10):
        return f"Please add at most {body.get('max_files', 10)} files."
    allowed = [str(ending).lower() for ending in body.get("filetypes", [])]
    for file in value:
        endings = {file.get("filetype"), PurePath(str(file.get("name"))).suffix.lower().removeprefix(".")}
        if allowed and not endings.intersection(allowed):
            return f"{file.get('name')} is not of a type that is allowed here: {', '.join(allowed)}."
    return None
