"""What a text call says, whichever of the two APIs carries it: its words, its pictures and its files."""

import base64
import binascii
import io
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from PIL import Image

from tests.sandbox.models.billing import text_tokens
from tests.sandbox.models.errors import ApiError

_TEXTS = ("input_text", "output_text", "text")
_FILE_TOKENS = 1500
_SHOWN = 60


@dataclass
class Conversation:
    """The last words are what a rule-made answer is built from; all of it is billed."""

    words: list[str] = field(default_factory=list)
    images: list[bytes] = field(default_factory=list)
    files: int = 0

    @property
    def last(self) -> str:
        return self.words[-1] if self.words else ""

    @property
    def text(self) -> str:
        return "\n".join(self.words)

    def tokens(self) -> int:
        return text_tokens(self.text) + sum(map(_picture_tokens, self.images)) + self.files * _FILE_TOKENS


def _picture_tokens(data: bytes) -> int:
    """1.2 tokens for each patch of 32 pixels."""
    with Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
    return ceil(ceil(width / 32) * ceil(height / 32) * 1.2)


def read_messages(messages: Any, param: str) -> Conversation:
    """From Responses' `input` or Chat's `messages`."""
    said = Conversation()
    if isinstance(messages, str):
        messages = [{"role": "user", "content": messages}]
    if not isinstance(messages, list) or not messages:
        raise ApiError(400, f"Invalid '{param}': expected a text or a list of messages.", "invalid_type", param=param)
    for index, message in enumerate(messages):
        if not isinstance(message, dict) or message.get("role") not in ("user", "assistant", "system", "developer"):
            raise ApiError(400, f"Invalid value for '{param}[{index}].role'.", "invalid_value", param=param)
        content = message.get("content")
        parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
        for part in parts if isinstance(parts, list) else [None]:
            _read_part(part, said, param)
    return said


def _read_part(part: Any, said: Conversation, param: str) -> None:
    kind = part.get("type") if isinstance(part, dict) else None
    if kind in _TEXTS and isinstance(part.get("text"), str):
        said.words.append(part["text"])
    elif kind in ("input_image", "image_url"):
        address = part.get("image_url")
        said.images.append(_picture(address.get("url") if isinstance(address, dict) else address, param))
    elif kind in ("input_file", "file"):
        inner = part["file"] if isinstance(part.get("file"), dict) else part
        _bytes_of(inner.get("file_data"), param)
        said.files += 1
    else:
        raise ApiError(400, f"Invalid content part in '{param}': {kind!r}.", "invalid_value", param=param)


def _picture(address: Any, param: str) -> bytes:
    data = _bytes_of(address, param)
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.verify()
    except Exception as error:  # Pillow's decoders raise nearly anything on hostile bytes
        raise ApiError(
            400, "The image data you provided is not a valid image.", "invalid_image", param=param
        ) from error
    return data


def _bytes_of(address: Any, param: str) -> bytes:
    head, _, body = address.partition(";base64,") if isinstance(address, str) else ("", "", "")
    try:
        if head.startswith("data:"):
            return base64.b64decode(body, validate=True)
    except binascii.Error as error:
        raise ApiError(400, "Invalid base64 data.", "invalid_base64_image", param=param) from error
    raise ApiError(400, "Only data: addresses can be read here.", "invalid_image_url", param=param)


def shortened(value: Any) -> Any:
    """The body for the journal: without the megabytes of its pictures and files."""
    if isinstance(value, dict):
        return {name: shortened(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shortened(inner) for inner in value]
    if isinstance(value, str) and value.startswith("data:") and len(value) > _SHOWN:
        return f"{value[:_SHOWN]}… ({len(value)} characters)"
    return value
