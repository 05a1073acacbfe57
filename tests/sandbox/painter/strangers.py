"""Edits of pictures about which only pixels are known: recolour, add, remove or letter a plausible region."""

import re

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.sandbox.painter import edits, lettering, words
from tests.sandbox.painter.animals import animal, height
from tests.sandbox.painter.objects import THINGS, drawn
from tests.sandbox.painter.palette import TONES, pick, rgb
from tests.sandbox.painter.pen import circle, moved
from tests.sandbox.painter.render import raster
from tests.sandbox.painter.stage import Stage
from tests.sandbox.painter.weather import fall

Box = tuple[int, int, int, int]
PLACES = {
    "top left": (0.25, 0.25), "top right": (0.75, 0.25), "bottom left": (0.25, 0.75), "bottom right": (0.75, 0.75),
    "top": (0.5, 0.22), "bottom": (0.5, 0.78), "left": (0.22, 0.55), "right": (0.78, 0.55), "centre": (0.5, 0.5),
    "center": (0.5, 0.5), "middle": (0.5, 0.5),
}  # fmt: skip


def changed(picture: Image.Image, text: str, region: Image.Image | None) -> Image.Image:
    box = _box(picture.size, text, region)
    quotes = words.quoted(text)
    if quotes:
        return _lettered(picture, quotes[-1], box)
    nouns = words.nouns(words.unquoted(text), edits.EVERYTHING)
    if edits.REMOVE.search(text):
        return _filled(picture, box)
    if nouns and edits.ADD.search(text):
        return _with_thing(picture, nouns[0], box)
    tint = next((n.color for n in nouns if n.color), None) or words.color_in(text, last=True)
    return _recolored(picture, tint or ("#4c9a5b", "#d8433b", "#3c71c6", "#eea02e")[pick(text, 4)], box, region)


def weathered(picture: Image.Image, weather: str, seed: int) -> Image.Image:
    """What falls, and what it does to the colours beneath."""
    unit = 1000 / min(picture.size)
    stage = Stage(picture.width * unit, picture.height * unit, TONES[0], weather=weather, season=weather, seed=seed)
    fall(stage)
    layer = raster("".join(stage.front) or circle(0, 0, 0, "none"), stage.w, stage.h, *picture.size)
    return Image.alpha_composite(_seasoned(picture, weather).convert("RGBA"), layer).convert("RGB")


def _seasoned(picture: Image.Image, season: str) -> Image.Image:
    pixels = np.asarray(picture, dtype=np.float32)
    green = np.clip((pixels[..., 1] - pixels[..., 0]) / 60, 0, 1)[..., None]
    luma = (pixels @ np.array((0.299, 0.587, 0.114), dtype=np.float32))[..., None] / 128
    if season == "autumn":
        turned = pixels * (1 - green) + np.clip(luma * np.array((206, 136, 62), dtype=np.float32), 0, 255) * green
    elif season == "spring":
        turned = (
            pixels * (1 - green * 0.5)
            + np.clip(luma * np.array((232, 168, 188), dtype=np.float32), 0, 255) * green * 0.5
        )
    else:
        cold = np.array((236, 243, 250) if season == "snow" else (128, 142, 158), dtype=np.float32)
        share = green * 0.75 + 0.12 if season == "snow" else np.full_like(green, 0.24)
        turned = pixels * (1 - share) + cold * share
    return Image.fromarray(np.clip(turned, 0, 255).astype(np.uint8))


def _box(size: tuple[int, int], text: str, region: Image.Image | None) -> Box:
    """The mask's box, else the place that is named, else one that the words' hash picks."""
    if region is not None and (found := region.getbbox()):
        return found
    w, h = size
    named = next((at for name, at in PLACES.items() if re.search(rf"\b{name}\b", text, re.IGNORECASE)), None)
    x, y = named or (0.3 + pick(text + "x", 41) / 100, 0.4 + pick(text + "y", 31) / 100)
    half = min(w, h) * 0.13
    return int(x * w - half), int(y * h - half), int(x * w + half), int(y * h + half)


def _soft(size: tuple[int, int], box: Box, region: Image.Image | None = None) -> Image.Image:
    mask = region.copy() if region is not None else Image.new("L", size, 0)
    if region is None:
        ImageDraw.Draw(mask).ellipse(box, fill=255)
    return mask.filter(ImageFilter.GaussianBlur(max(1.0, min(size) / 160)))


def _recolored(picture: Image.Image, color: str, box: Box, region: Image.Image | None) -> Image.Image:
    """New colour, old light and shade."""
    pixels = np.asarray(picture, dtype=np.float32)
    luma = pixels @ np.array((0.299, 0.587, 0.114), dtype=np.float32)
    target = np.array(rgb(color), dtype=np.float32)
    shade = (luma / max(40.0, float(luma[box[1] : box[3], box[0] : box[2]].mean())))[..., None]
    tinted = np.clip(target * np.clip(shade, 0.3, 1.5), 0, 255)
    mixed = Image.fromarray((pixels * 0.15 + tinted * 0.85).astype(np.uint8))
    return Image.composite(mixed, picture, _soft(picture.size, box, region))


def _filled(picture: Image.Image, box: Box) -> Image.Image:
    """What is around closes over the region."""
    x0, y0, x1, y1 = box
    pad = max(6, (x1 - x0) // 6)
    wide = (max(0, x0 - pad), max(0, y0 - pad), min(picture.width, x1 + pad), min(picture.height, y1 + pad))
    patch = np.asarray(picture.crop(wide), dtype=np.float32)
    t = np.linspace(0, 1, patch.shape[1], dtype=np.float32)[None, :, None]
    s = np.linspace(0, 1, patch.shape[0], dtype=np.float32)[:, None, None]
    across = patch[:, :1] * (1 - t) + patch[:, -1:] * t
    down = patch[:1] * (1 - s) + patch[-1:] * s
    closed = picture.copy()
    closed.paste(Image.fromarray(((across + down) / 2).astype(np.uint8)).filter(ImageFilter.GaussianBlur(3)), wide[:2])
    return Image.composite(closed, picture, _soft(picture.size, box))


def _with_thing(picture: Image.Image, noun: words.Noun, box: Box) -> Image.Image:
    x0, y0, x1, y1 = box
    side = 1000.0
    if noun.kind in THINGS:
        thing = THINGS[noun.kind]
        scale = min(900 / thing.height, 940 / thing.width)
        svg = moved(drawn(noun.kind, noun.color), 500, 960, scale)
    else:
        kind = noun.kind if noun.kind != "robot" else "cat"
        svg = moved(animal(kind, noun.color), 500, 960, 860 / height(kind))
    size = max(24, max(x1 - x0, y1 - y0))
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    layer.paste(raster(svg, side, side, size, size), ((x0 + x1 - size) // 2, (y0 + y1 - size) // 2))
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def _lettered(picture: Image.Image, text: str, box: Box) -> Image.Image:
    image = picture.copy()
    x0, y0, x1, y1 = box
    middle, tall = (y0 + y1) / 2, max(20, (y1 - y0) * 0.4)
    place = (
        max(8.0, x0 - (x1 - x0) * 0.6),
        middle - tall / 2,
        min(image.width - 8.0, x1 + (x1 - x0) * 0.6),
        middle + tall / 2,
    )
    ImageDraw.Draw(image).rounded_rectangle(place, radius=tall / 5, fill=(255, 250, 238))
    lettering.write(image, [lettering.Letters(text, place, "#33294a")], 1.0)
    return image
