"""What a picture shows, written into the picture, so that an edit knows what is where.

In a text chunk, and in the lowest bit of the top and bottom rows: a bot that puts a picture together anew (the pixel
lock does) loses text chunks, but keeps pixels.
"""

import base64
import dataclasses
import io
import json
import zlib
from typing import Any

import numpy as np
from PIL import Image

from tests.sandbox.painter.brief import Brief, Subject
from tests.sandbox.painter.look import Look

MAGIC = b"EZL1"
LIMIT = 6000


def packed(brief: Brief) -> bytes:
    plain = json.dumps(_short(brief), separators=(",", ":"), ensure_ascii=False)
    return zlib.compress(plain.encode(), 9)


def _short(value: Any) -> dict[str, Any]:
    """Only what differs from the defaults: the rows have little room."""
    kept = {}
    for f in dataclasses.fields(value):
        item, default = getattr(value, f.name), f.default
        if item == default:
            continue
        if isinstance(item, tuple):
            item = [_short(x) if dataclasses.is_dataclass(x) else x for x in item]
        kept[f.name] = item
    return kept


def unpacked(data: bytes) -> Brief | None:
    try:
        raw = json.loads(zlib.decompress(data))
        raw["cast"] = tuple(Look(**look) for look in raw.get("cast", ()))
        for name in ("subjects", "extras"):
            raw[name] = tuple(Subject(**s) for s in raw.get(name, ()))
        raw["tints"] = tuple((k, v) for k, v in raw.get("tints", ()))
        for name in ("texts", "without"):
            raw[name] = tuple(raw.get(name, ()))
        return Brief(**raw)
    except (zlib.error, ValueError, TypeError, AttributeError):
        return None


def note(brief: Brief) -> str:
    return base64.b64encode(packed(brief)).decode()


def stamped(image: Image.Image, brief: Brief) -> Image.Image:
    data = packed(brief)
    if len(data) > LIMIT:
        return image
    frame = MAGIC + len(data).to_bytes(2, "big") + zlib.crc32(data).to_bytes(4, "big") + data
    bits = np.unpackbits(np.frombuffer(frame, dtype=np.uint8))
    pixels = np.array(image)
    if bits.size > pixels[..., :3].size // 4:
        return image
    for flip in (False, True):
        view = pixels[::-1] if flip else pixels
        rows = -(-bits.size // (pixels.shape[1] * 3))
        strip = view[:rows, :, :3].reshape(-1).copy()
        strip[: bits.size] = (strip[: bits.size] & 0xFE) | bits
        view[:rows, :, :3] = strip.reshape(rows, pixels.shape[1], 3)
    return Image.fromarray(pixels)


def of(data: bytes) -> Brief | None:
    """What the picture says about itself, if it is one of ours."""
    try:
        image = Image.open(io.BytesIO(data))
        text = image.info.get("easel-scene")
        if isinstance(text, str):
            return unpacked(base64.b64decode(text))
        return _in_pixels(np.asarray(image.convert("RGB")))
    except (OSError, ValueError):
        return None


def _in_pixels(pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> Brief | None:
    for view in (pixels, pixels[::-1]):
        bits = (view[: 1 + (LIMIT + 16) * 8 // (view.shape[1] * 3)].reshape(-1) & 1)[: (LIMIT + 16) * 8]
        frame = np.packbits(bits).tobytes()
        if frame[:4] != MAGIC:
            continue
        size = int.from_bytes(frame[4:6], "big")
        data = frame[10 : 10 + size]
        if zlib.crc32(data) == int.from_bytes(frame[6:10], "big"):
            return unpacked(data)
    return None
