"""A reference picture -> the look of the person in it. The same pixels always give the same look.

Our own pictures say who is in them, and our samples are known. Any other photo is read by colour: skin in the upper
middle, hair around it, cloth below.
"""

import io
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from tests.sandbox.painter import arranging, imprint, samples
from tests.sandbox.painter.look import HIS, SKINS, Look, from_name
from tests.sandbox.painter.palette import distance, hexed, lighter, luma, mix, pick, rgb

Pixels = NDArray[np.float32]
Mask = NDArray[np.bool_]
SIDE = 112


@dataclass(frozen=True)
class Face:
    top: int
    bottom: int
    left: int
    right: int


def look_of(data: bytes) -> Look | None:
    known = imprint.of(data)
    if known and known.cast:
        return known.cast[0]
    if known and (creature := next((s for s in known.subjects if s.family != "thing"), None)):
        color = creature.color or (arranging.robot_color(known.seed, 0) if creature.kind == "robot" else "")
        return Look(species=creature.kind, top_color=color)
    try:
        picture = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    except (OSError, ValueError):
        return None
    return look_in(picture)


def mean_color(data: bytes, middle: bool = False) -> str | None:
    try:
        image = Image.open(io.BytesIO(data)).convert("RGB")
        w, h = image.size
        box = (int(w * 0.4), int(h * 0.45), int(w * 0.6) + 1, int(h * 0.65) + 1) if middle else (0, 0, w, h)
        r, g, b = image.crop(box).resize((1, 1), Image.Resampling.BOX).tobytes()
    except (OSError, ValueError):
        return None
    return hexed((r, g, b))


def look_in(picture: Image.Image) -> Look | None:
    """None where no person can be made out: then the picture is of a thing."""
    sample = samples.recognised(picture)
    if sample:
        return sample
    machine = _robot(picture)
    if machine:
        return machine
    small = picture.copy()
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    pixels = np.asarray(small, dtype=np.float32)
    rim = _like_the_rim(small)
    skin = _skin(pixels) & ~rim
    face = _face(skin)
    return _read(pixels, skin, rim, face) if face else None


def _robot(picture: Image.Image) -> Look | None:
    """A dark screen with eyes of light is a robot's face; its body is the colour in the middle below."""
    small = picture.copy()
    small.thumbnail((220, 220), Image.Resampling.BOX)
    pixels = np.asarray(small, dtype=np.float32)
    screen = np.abs(pixels - np.array((34, 48, 74), dtype=np.float32)).max(axis=2) < 34
    beside = np.asarray(Image.fromarray((screen * 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(9))) > 0
    eyes = beside & (np.abs(pixels - np.array((124, 234, 220), dtype=np.float32)).max(axis=2) < 40)
    if eyes.mean() < 0.0006 or screen.mean() < 0.004 or eyes.mean() > 0.04:
        return None
    ys, xs = np.nonzero(eyes)
    y, x = int(ys.mean()), int(xs.mean())
    tall = max(4, int(np.ptp(xs)))
    body = pixels[y + tall * 2 : y + tall * 4, max(0, x - tall) : x + tall].reshape(-1, 3)
    colorful = body[np.ptp(body, axis=1) > 40] if len(body) else body
    if not len(colorful):
        return None
    r, g, b = np.median(colorful, axis=0)
    return Look(species="robot", top_color=hexed((float(r), float(g), float(b))))


def _skin(pixels: Pixels) -> Mask:
    """The classic box in YCbCr, wide enough for all complexions."""
    r, g, b = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    y = 0.299 * r + 0.587 * g + 0.114 * b
    cb, cr = 128 - 0.169 * r - 0.331 * g + 0.5 * b, 128 + 0.5 * r - 0.419 * g - 0.081 * b
    found: Mask = (y > 45) & (cb > 80) & (cb < 127) & (cr > 134) & (cr < 172) & (r > b + 12) & (r < b + 125)
    return found


def _like_the_rim(small: Image.Image) -> Mask:
    """Wood and warm walls have the colour of skin as well; what also fills the picture's sides is no face."""
    w, h = small.size
    side = max(1, w // 12)
    rim = Image.new("RGB", (2 * side, h))
    rim.paste(small.crop((0, 0, side, h)), (0, 0))
    rim.paste(small.crop((w - side, 0, w, h)), (side, 0))
    colors = np.array(rim.quantize(6).convert("RGB").getcolors(4096) or [], dtype=object)
    pixels = np.asarray(small, dtype=np.float32)
    alike: Mask = np.zeros(pixels.shape[:2], dtype=np.bool_)
    for count, color in colors:
        if count > h * side * 0.12:
            alike |= np.abs(pixels - np.array(color, dtype=np.float32)).max(axis=2) < 20
    return alike


def _face(skin: Mask) -> Face | None:
    """Where skin gathers in the upper, middle part; nothing if there is too little of it, or it is everywhere."""
    h, w = skin.shape
    y, x = np.mgrid[0:h, 0:w]
    weight = skin * np.exp(-(((x / w - 0.5) / 0.26) ** 2) - ((y / h - 0.36) / 0.24) ** 2)
    total = float(weight.sum())
    if total < h * w * 0.019 or skin.mean() > 0.5:
        return None
    cx, cy = float((weight * x).sum() / total), float((weight * y).sum() / total)
    for _ in range(2):  # closer in: hands, necks and warm walls drop out
        weight = skin * np.exp(-(((x - cx) / (w * 0.2)) ** 2) - ((y - cy) / (h * 0.17)) ** 2)
        total = float(weight.sum()) or 1.0
        cx, cy = float((weight * x).sum() / total), float((weight * y).sum() / total)
    sx = max(3.0, float(np.sqrt((weight * (x - cx) ** 2).sum() / total)) * 1.7)
    sy = max(4.0, float(np.sqrt((weight * (y - cy) ** 2).sum() / total)) * 1.7)
    if sy < sx * 0.75:
        return None  # faces are taller than wide; the coffee in a cup is not
    side = min(sx, sy * 0.85) * 1.2  # the weight draws the measured spread in
    return Face(
        int(max(1, cy - side * 1.25)),
        int(min(h - 2, cy + side * 1.3)),
        int(max(1, cx - side)),
        int(min(w - 2, cx + side)),
    )


def _median(pixels: Pixels, mask: Mask) -> str | None:
    chosen = pixels[mask]
    if len(chosen) < 6:
        return None
    r, g, b = np.median(chosen, axis=0)
    return hexed((float(r), float(g), float(b)))


def _near(pixels: Pixels, color: str, reach: float) -> Mask:
    close: Mask = np.abs(pixels - np.array(rgb(color), dtype=np.float32)).max(axis=2) < reach
    return close


def _read(pixels: Pixels, skin: Mask, rim: Mask, face: Face) -> Look:
    h, w = skin.shape
    y, x = np.mgrid[0:h, 0:w]
    tall, wide, middle = face.bottom - face.top, face.right - face.left, (face.left + face.right) / 2
    cheeks = (y > face.top + tall * 0.42) & (y < face.bottom - tall * 0.18) & (np.abs(x - middle) < wide * 0.28)
    tone = _median(pixels, cheeks & skin) or SKINS[1]
    # Hair is hardly ever blue, green or pure white; skies, trees and clouds often are.
    natural = (
        (pixels[..., 0] >= pixels[..., 2] - 8) & (pixels[..., 0] >= pixels[..., 1] - 8) & (pixels.min(axis=2) < 205)
    )
    other = ~_near(pixels, tone, 26) & ~rim
    crown = (y > face.top - tall * 0.3) & (y < face.top + tall * 0.3) & (np.abs(x - middle) < wide * 0.5)
    hair = _median(pixels, crown & other & natural)
    chest = (y > face.bottom + tall * 0.3) & (y < face.bottom + tall * 1.7) & (np.abs(x - middle) < wide * 0.9)
    cloth = _median(pixels, chest & other)
    beside = (np.abs(x - middle) > wide * 0.36) & (np.abs(x - middle) < wide * 0.66)
    low = beside & (y > face.top + tall * 0.62) & (y < face.bottom + tall * 0.1)
    alike = _near(pixels, hair, 58) & natural & ~rim if hair else np.zeros_like(rim)
    wide_hair = alike & (y < face.top + tall * 0.4) & (np.abs(x - middle) < wide * 1.3)
    chin = (y > face.bottom - tall * 0.3) & (y < face.bottom) & (np.abs(x - middle) < wide * 0.2)
    return _look(tone, hair, cloth, _share(alike, low), _share(alike, chin), _spread(wide_hair, face))


def _share(alike: Mask, part: Mask) -> float:
    return float(alike[part].mean()) if part.any() else 0.0


def _spread(mask: Mask, face: Face) -> float:
    """How far hair reaches over and beside the face, in face widths: curls stand out."""
    columns = np.flatnonzero(mask.sum(axis=0) > 2)
    return float(columns[-1] - columns[0]) / max(1, face.right - face.left) if len(columns) else 0.0


def _look(skin: str, hair: str | None, cloth: str | None, low: float, chin: float, spread: float) -> Look:
    """`low` and `chin`: how much of the jaw's sides and of the chin has the hair's colour."""
    key = f"{skin}{hair}{cloth}"
    drawn, color = from_name(key), cloth or "#4f8fa5"
    bearded = hair is not None and chin > 0.42
    long = low > 0.22 and not bearded
    short = "curly" if spread > 2.0 and not bearded else HIS[pick(key, len(HIS))]
    style = "bald" if hair is None else ("long", "wavy", "bob")[pick(key, 3)] if long else short
    nearest = min(SKINS, key=lambda tone: distance(tone, skin))
    return replace(
        drawn, skin=mix(lighter(skin, 0.08), nearest, 0.45), hair=hair or drawn.hair, hair_style=style, lashes=long,
        beard="full" if bearded else "", top=drawn.top if luma(color) > 0.1 else "jacket", top_color=color,
        earrings=long and drawn.earrings, pattern="",
    )  # fmt: skip
