"""Two versions in turn, as a GIF: the eye finds what moves, so nothing may move that is the same in both.

One palette for both frames, and ordered dithering, which depends on the place and the colour only: pixels that are
equal in both versions are equal in both frames. (Error diffusion would carry each change into its surroundings.)
"""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from bot.pictures.compare import Shown
from bot.pictures.lettering import font, legible
from bot.pictures.sheet import picture_of

LONGEST_SIDE = 1024
MOST_BYTES = 5_000_000
MILLISECONDS = 800
COLOURS = 255
SPREAD = 11.0  # levels between the lightest and the darkest dither


def flicker(before: Shown, after: Shown, *, most_bytes: int = MOST_BYTES, side: int = LONGEST_SIDE) -> bytes:
    """An endless GIF of two frames, at most 1024 pixels long, made smaller until it keeps to `most_bytes`.

    A version of another shape is fitted into the frame of the first.
    """
    one, other = picture_of(before.png), picture_of(after.png)
    while True:
        scale = min(1.0, side / max(one.size))
        size = max(1, round(one.width * scale)), max(1, round(one.height * scale))
        frames = [_framed(one, before.label, size), _framed(other, after.label, size)]
        made = _animated(frames)
        if len(made) <= most_bytes or side <= 64:
            return made
        side = int(min(side, max(size)) * 0.8)


def _framed(picture: Image.Image, label: str, size: tuple[int, int]) -> Image.Image:
    if abs(picture.width * size[1] / (picture.height * size[0]) - 1) < 0.02:
        frame = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    else:
        seen = picture.copy()
        seen.thumbnail(size, Image.Resampling.LANCZOS)
        frame = Image.new("RGB", size, "#23211d")
        frame.paste(seen, ((size[0] - seen.width) // 2, (size[1] - seen.height) // 2))
    _name(frame, legible(label) or "")
    return frame


def _name(frame: Image.Image, label: str) -> None:
    size = max(14, max(frame.size) // 30)
    draw = ImageDraw.Draw(frame)
    box = (size // 2, size // 2, size * 1.4 + font(size).getlength(label), size * 2)
    draw.rounded_rectangle(box, size // 3, fill="#23211d")
    draw.text(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), label, fill="white", font=font(size), anchor="mm")


def _animated(frames: list[Image.Image]) -> bytes:
    palette = _palette(frames)
    drawn = [_dithered(frame).quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    out = BytesIO()
    drawn[0].save(
        out, "GIF", save_all=True, append_images=drawn[1:], duration=MILLISECONDS, loop=0, disposal=1, optimize=False
    )
    return out.getvalue()


def _palette(frames: list[Image.Image]) -> Image.Image:
    """Chosen from both frames together."""
    both = Image.new("RGB", (frames[0].width, 2 * frames[0].height))
    for index, frame in enumerate(frames):
        both.paste(frame, (0, index * frame.height))
    both.thumbnail((384, 768), Image.Resampling.NEAREST)
    return both.quantize(COLOURS, Image.Quantize.MEDIANCUT)


def _dithered(frame: Image.Image) -> Image.Image:
    height, width = frame.height, frame.width
    pattern = np.tile(_bayer(3), (-(-height // 8), -(-width // 8)))[:height, :width, None]
    levels = np.asarray(frame, np.float32) + (pattern - 0.5) * SPREAD
    return Image.fromarray(levels.round().clip(0, 255).astype(np.uint8))


def _bayer(order: int) -> NDArray[np.float32]:
    """Thresholds from 0 to 1, two to the power of `order` on a side."""
    matrix = np.zeros((1, 1))
    for _ in range(order):
        matrix = np.block([[4 * matrix, 4 * matrix + 2], [4 * matrix + 3, 4 * matrix + 1]])
    return ((matrix + 0.5) / matrix.size).astype(np.float32)
