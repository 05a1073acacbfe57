"""The pictures sent along with an edit: reading them from the form, and refusing those the real API refuses."""

import asyncio
import hashlib
import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from aiohttp import BodyPartReader, web
from PIL import Image

from tests.sandbox.models.errors import ApiError

IMAGE_BYTES = 50 * 1024 * 1024
MASK_BYTES = 4 * 1024 * 1024
CHUNK = 256 * 1024
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
_SIDEWAYS = (5, 6, 7, 8)


@dataclass(frozen=True)
class Upload:
    """One file of the form; `size` is None when the bytes are no picture."""

    field: str
    name: str
    mime: str
    data: bytes
    size: tuple[int, int] | None
    format: str | None
    has_alpha: bool

    def described(self) -> dict[str, Any]:
        width, height = self.size or (None, None)
        digest = hashlib.sha256(self.data).hexdigest()
        named = {"name": self.name, "mime": self.mime, "bytes": len(self.data)}
        return {**named, "width": width, "height": height, "sha256": digest}


@dataclass
class Sent:
    """A request's body as it came: text fields, and files by the role their field gives them."""

    fields: dict[str, Any] = field(default_factory=dict)
    images: list[Upload] = field(default_factory=list)
    mask: Upload | None = None
    markup: Upload | None = None

    def arguments(self) -> dict[str, Any]:
        """What the journal keeps of it."""
        files = {"mask": self.mask, "markup": self.markup}
        described = {name: file.described() for name, file in files.items() if file}
        images = {"image": [one.described() for one in self.images]} if self.images else {}
        return {**self.fields, **images, **described}


async def read_form(request: web.Request) -> Sent:
    if request.content_type != "multipart/form-data":
        raise ApiError(400, f"Unsupported content type: '{request.content_type}'.", "unsupported_content_type")
    sent = Sent()
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader):
                part.chunk_size = CHUNK  # eight kilobytes at a time would keep the other calls waiting
                await _keep(part, sent)
    except ValueError as error:
        raise ApiError(400, f"Could not parse the multipart form: {error}.", "invalid_multipart") from error
    return sent


async def _keep(part: BodyPartReader, sent: Sent) -> None:
    name = part.name or ""
    if name not in ("image", "image[]", "mask", "markup"):
        if name in sent.fields:
            raise _duplicate(name)
        sent.fields[name] = _typed(name, await part.text())
        return
    upload = await _upload(part, name, bytes(await part.read()))
    if name == "image[]":
        sent.images.append(upload)
    elif name == "image":
        if any(one.field == "image" for one in sent.images):
            raise _duplicate(name)
        sent.images.append(upload)
    elif name == "mask":
        sent.mask = upload
    else:
        sent.markup = upload


def _typed(name: str, text: str) -> Any:
    """A form carries text only; numbers and booleans are read from it here, so that JSON can be read strictly."""
    if name in ("n", "output_compression", "partial_images") and text.lstrip("-").isdecimal():
        return int(text)
    return text == "true" if name == "stream" and text in ("true", "false") else text


async def _upload(part: BodyPartReader, name: str, data: bytes) -> Upload:
    mime = part.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip()
    return Upload(name, part.filename or "upload", mime, data, *await asyncio.to_thread(_looked_at, data))


@lru_cache(maxsize=64)  # a set sends the same references with every call
def _looked_at(data: bytes) -> tuple[tuple[int, int] | None, str | None, bool]:
    """Size as it is seen, format, and whether it has transparency."""
    try:
        with Image.open(io.BytesIO(data)) as unread:
            unread.verify()  # leaves the picture unusable, so it is opened again
        with Image.open(io.BytesIO(data)) as picture:
            size, form = picture.size, picture.format
            has_alpha = "A" in picture.getbands() or "transparency" in picture.info
            if picture.getexif().get(274) in _SIDEWAYS:
                size = size[1], size[0]
    except Exception:  # Pillow's decoders raise nearly anything on hostile bytes
        return None, None, False
    return size, form, has_alpha


def _duplicate(name: str) -> ApiError:
    hint = f"If you are trying to provide a list of values, use the array syntax instead e.g. '{name}[]=<value>'."
    message = f"Duplicate parameter: '{name}'. You provided multiple values for this parameter. {hint}"
    return ApiError(400, message, "duplicate_parameter", param=name)


def check_images(images: list[Upload], most: int) -> None:
    if not images:
        raise ApiError(400, "Missing required parameter: 'image'.", "missing_required_parameter", param="image")
    if len(images) > most:
        plural = "image" if most == 1 else "images"
        raise ApiError(400, f"This server takes at most {most} {plural}.", "array_above_max_length", param="image")
    for image in images:
        _check_picture(image, "image", IMAGE_BYTES)


def check_overlay(overlay: Upload, name: str, first: Upload, most: int) -> None:
    """A mask or a markup: a PNG with transparency, of the first image's size."""
    _check_picture(overlay, name, most)
    if overlay.format != "PNG" or not overlay.has_alpha:
        raise ApiError(400, f"Invalid {name} image format - {name} must be a PNG with an alpha channel.", param=name)
    if overlay.size != first.size:
        said = f"Invalid {name} image: {name} size does not match image size."
        raise ApiError(400, said, f"invalid_{name}_size", param=name)


def _check_picture(upload: Upload, name: str, most: int) -> None:
    if upload.mime not in _FORMATS:
        known = "'image/jpeg', 'image/png', and 'image/webp'"
        said = f"Invalid file '{name}': unsupported mimetype ('{upload.mime}'). Supported file formats are {known}."
        raise ApiError(400, said, "unsupported_file_mimetype", param=name)
    if len(upload.data) >= most:
        said = f"Invalid file '{name}': must be less than {most // 1024 // 1024} MB."
        raise ApiError(400, said, "image_too_large", param=name)
    if upload.format != _FORMATS[upload.mime]:
        said = f"Invalid image file or mode for '{name}', please check your image file."
        raise ApiError(400, said, "invalid_image_file", param=name)
