"""Pixels to PNG bytes and back, for tests of what is bytes in and bytes out."""

from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from tests.made.fields import Pixels


def png_of(pixels: Pixels) -> bytes:
    return encoded(Image.fromarray(pixels))


def encoded(image: Image.Image, form: str = "PNG", **more: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def pixels_of(data: bytes) -> Pixels:
    with Image.open(BytesIO(data)) as opened:
        return np.asarray(opened.convert("L" if opened.mode == "1" else opened.mode), np.uint8)
