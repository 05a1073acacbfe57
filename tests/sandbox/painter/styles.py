"""Styles: how a composed stage is turned into a picture; pixel by pixel, after the shapes are drawn."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from tests.sandbox.painter.light import graded
from tests.sandbox.painter.render import raster, shaded
from tests.sandbox.painter.stage import Stage
from tests.sandbox.painter.textures import (
    Field,
    blurred,
    dots,
    edges,
    grain,
    multiply,
    noise,
    penned,
    tinted,
    vignette,
    warped,
)

Finish = Callable[[Image.Image, int], Image.Image]
LAYERED = ("photo", "clay", "noir", "papercut")


def picture(stage: Stage, style: str, width: int, height: int, *, bare: bool = False) -> Image.Image:
    """The stage in a style. `bare` leaves the ground transparent."""
    back, front, glows = _lit(stage)
    if bare:
        return raster(shaded(front, "clay") if style == "clay" else front, stage.w, stage.h, width, height)
    if style in LAYERED:
        kind = "photo" if style == "noir" else style
        # What will be out of focus need not be drawn sharp.
        far = 1 if kind != "photo" else 2
        ground = raster(_surfaced(back, kind), stage.w, stage.h, max(8, width // far), max(8, height // far))
        people = raster(_surfaced(front, kind), stage.w, stage.h, width, height)
        shine = raster(glows, stage.w, stage.h, width, height) if glows else None
        image = _stacked(ground, people, shine, kind)
    else:
        image = raster(back + front + glows, stage.w, stage.h, width, height).convert("RGB")
    return finished(image, style, stage.seed)


def _surfaced(svg: str, kind: str) -> str:
    return svg if kind == "papercut" else shaded(svg, kind)


def finished(image: Image.Image, style: str, seed: int) -> Image.Image:
    """The style's surface on any picture: also how an edit restyles one."""
    finish = FINISHES.get(style)
    return finish(image.convert("RGB"), seed) if finish else image.convert("RGB")


def _lit(stage: Stage) -> tuple[str, str, str]:
    light = stage.weather if stage.light == "day" and stage.weather in ("rain", "snow", "fog") else stage.light
    # Under a roof lamps are on: the dark stays outside, and faces stay readable everywhere.
    inside = stage.roofed and stage.light in ("night", "candle")
    back = graded("".join(stage.back), light, 0.6 if inside else 1.0)
    front = graded("".join(stage.front), light, 0.3 if inside else 0.34 if stage.dark else 0.85)
    glows = "".join(stage.glows)
    return back, front, f'<g style="mix-blend-mode:screen">{glows}</g>' if glows else ""


def _stacked(ground: Image.Image, people: Image.Image, shine: Image.Image | None, kind: str) -> Image.Image:
    """Layers with depth between them: the ground out of focus, and a soft shadow under what stands before it."""
    side = min(people.size)
    if kind == "photo":
        ground = ground.filter(ImageFilter.GaussianBlur(side * 0.003)).resize(people.size, Image.Resampling.BILINEAR)
    blur, drop = (0.012, 0.012) if kind != "papercut" else (0.006, 0.009)
    veil = blurred(people.getchannel("A"), side * blur).point(lambda v: int(v * 0.42))
    shadow = Image.new("RGBA", ground.size, (24, 16, 44, 0))
    fallen = Image.new("L", people.size, 0)
    fallen.paste(veil, (int(side * drop), int(side * drop)))
    shadow.putalpha(fallen)
    image = Image.alpha_composite(Image.alpha_composite(ground, shadow), people)
    return (Image.alpha_composite(image, shine) if shine else image).convert("RGB")


def photo(image: Image.Image, seed: int) -> Image.Image:
    soft = blurred(image, min(image.size) * 0.02)
    bloom = Image.blend(image, ImageChops.screen(image, soft), 0.24)
    toned = ImageEnhance.Contrast(ImageEnhance.Color(bloom).enhance(0.9)).enhance(1.08)
    return grain(vignette(toned, 0.34), 5.0, seed)


def noir(image: Image.Image, seed: int) -> Image.Image:
    grey = ImageEnhance.Contrast(ImageOps.grayscale(image)).enhance(1.5)
    w, h = grey.size
    blinds = Image.fromarray(
        (np.where((np.arange(h)[:, None] + np.arange(w)[None, :] * 0.35) % (h / 9) < h / 20, 255, 200)).astype(np.uint8)
    )
    barred = ImageChops.multiply(grey, blinds.filter(ImageFilter.GaussianBlur(min(w, h) * 0.014)))
    return grain(vignette(Image.merge("RGB", (barred,) * 3), 0.6), 7.0, seed)


def clay(image: Image.Image, seed: int) -> Image.Image:
    bumps = (
        noise(image.size, min(image.size) // 8, seed) * 3.5 + noise(image.size, min(image.size) // 50, seed + 1) * 2.5
    )
    return vignette(tinted(ImageEnhance.Color(image).enhance(1.06), bumps), 0.16)


def papercut(image: Image.Image, seed: int) -> Image.Image:
    fibre = noise(image.size, min(image.size) // 3, seed) * 8
    rim = edges(image).filter(ImageFilter.GaussianBlur(3))
    lifted = multiply(image, ImageChops.offset(ImageOps.invert(rim.point(lambda v: int(v * 0.4))), 4, 5))
    return tinted(ImageEnhance.Color(lifted).enhance(0.9), fibre)


def watercolour(image: Image.Image, seed: int) -> Image.Image:
    side = min(image.size)
    loose = warped(image, side * 0.006, side // 60, seed)
    half = loose.resize((max(2, image.width // 2), max(2, image.height // 2)), Image.Resampling.BOX)
    wash = half.filter(ImageFilter.MedianFilter(3)).resize(image.size, Image.Resampling.BICUBIC)
    rim = edges(wash).filter(ImageFilter.GaussianBlur(side * 0.0016))
    paler = Image.blend(ImageEnhance.Color(wash).enhance(1.12), Image.new("RGB", image.size, (253, 249, 240)), 0.3)
    pooled = multiply(paler, ImageOps.invert(rim.point(lambda v: int(v * 0.4))))
    blooms = noise(image.size, 5, seed + 3) * 13 + noise(image.size, 22, seed + 4) * 5
    paper = noise(image.size, side // 3, seed + 5) * 7
    return _deckled(tinted(pooled, blooms + paper), seed)


def _deckled(image: Image.Image, seed: int) -> Image.Image:
    """The wash stops short of the sheet's edge, unevenly."""
    w, h = image.size
    side = min(w, h)
    x, y = np.arange(w)[None, :], np.arange(h)[:, None]
    inside = np.minimum(np.minimum(x, w - 1 - x), np.minimum(y, h - 1 - y)) / side
    reach = inside + noise(image.size, 14, seed + 7) * 0.014 + noise(image.size, 70, seed + 8) * 0.006
    mask = Image.fromarray((np.clip((reach - 0.032) * 90, 0, 1) * 255).astype(np.uint8))
    return Image.composite(image, Image.new("RGB", image.size, (252, 248, 239)), mask)


def line(image: Image.Image, seed: int) -> Image.Image:
    side = min(image.size)
    wobbly = warped(image, side * 0.0018, side // 36, seed)
    ink = penned(wobbly, 2, 17)
    grey = ImageOps.grayscale(wobbly)
    hatch = dots(image.size, grey, side / 150, kind="hatch", low=88)
    solid = grey.point(lambda v: max(0, min(255, (62 - v) * 8)))
    wash = Image.blend(Image.new("RGB", image.size, (251, 247, 238)), wobbly, 0.16)
    inked = Image.composite(
        Image.new("RGB", image.size, (44, 38, 54)), wash, ImageChops.lighter(ImageChops.lighter(ink, solid), hatch)
    )
    return tinted(inked, noise(image.size, side // 3, seed) * 4)


def comic(image: Image.Image, seed: int) -> Image.Image:
    side = min(image.size)
    bold = ImageEnhance.Color(ImageEnhance.Contrast(image).enhance(1.08)).enhance(1.22)
    grey = ImageOps.grayscale(image)
    tone = dots(image.size, grey, side / 120, kind="dots", low=140)
    shaded_in = Image.composite(multiply(bold, Image.new("RGB", image.size, (200, 182, 216))), bold, tone)
    ink = penned(image, max(2, round(side / 430)), 27)
    return Image.composite(Image.new("RGB", image.size, (30, 24, 40)), shaded_in, ink)


def pixel(image: Image.Image, seed: int) -> Image.Image:
    w, h = image.size
    cell = max(2, round(min(w, h) / 176))
    small = image.resize((max(8, w // cell), max(8, h // cell)), Image.Resampling.BOX)
    crisp = ImageEnhance.Color(small.filter(ImageFilter.UnsharpMask(1, 90, 0))).enhance(1.18)
    few = crisp.quantize(56, Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE).convert("RGB")
    return few.resize((w, h), Image.Resampling.NEAREST)


def poster(image: Image.Image, seed: int) -> Image.Image:
    warm = multiply(ImageEnhance.Color(image).enhance(0.9), Image.new("RGB", image.size, (255, 244, 220)))
    small = warm.resize((image.width // 4 or 1, image.height // 4 or 1))
    inks = small.quantize(14, Image.Quantize.MEDIANCUT, kmeans=2)
    few = warm.quantize(palette=inks, dither=Image.Dither.NONE).convert("RGB")
    red, green, blue = few.split()
    off = max(1, min(image.size) // 420)
    few = Image.merge("RGB", (ImageChops.offset(red, off, 0), green, ImageChops.offset(blue, 0, off)))
    speckle = noise(image.size, min(image.size) // 2, seed)
    return tinted(few, np.where(speckle > 0.86, 46, 0) + speckle * 10)


def neon(image: Image.Image, seed: int) -> Image.Image:
    """Magenta light from the left, cyan from the right, and edges that glow."""
    w, h = image.size
    side = min(w, h)
    ramp = np.linspace(1, 0, 64)[None, :].repeat(8, axis=0) ** 1.6
    lamps = np.stack([ramp * 92, ramp[:, ::-1] * 66, ramp * 60 + ramp[:, ::-1] * 88], axis=2).astype(np.uint8)
    washed = ImageChops.screen(
        ImageEnhance.Contrast(image).enhance(1.3), Image.fromarray(lamps).resize((w, h), Image.Resampling.BICUBIC)
    )
    rim = edges(image)
    tube = Image.merge("RGB", (rim, rim.point(lambda v: int(v * 0.3)), rim.point(lambda v: int(v * 0.9))))
    halo = tube.filter(ImageFilter.BoxBlur(side * 0.008)).point(lambda v: min(255, int(v * 1.1)))
    return vignette(ImageChops.screen(ImageEnhance.Color(washed).enhance(1.2), halo), 0.35)


def gouache(image: Image.Image, seed: int) -> Image.Image:
    side = min(image.size)
    half = image.resize((image.width // 2 or 1, image.height // 2 or 1), Image.Resampling.BOX)
    dabs = (
        warped(half, side * 0.0018, 13, seed)
        .filter(ImageFilter.MedianFilter(5))
        .resize(image.size, Image.Resampling.BICUBIC)
    )
    warm = Image.blend(
        ImageEnhance.Contrast(ImageEnhance.Color(dabs).enhance(1.02)).enhance(1.1),
        Image.new("RGB", image.size, (246, 220, 178)),
        0.1,
    )
    body = (
        _brush(image.size, seed) * 3.5 + noise(image.size, side // 3, seed + 2) * 4 + noise(image.size, 9, seed + 3) * 7
    )
    return vignette(tinted(warm, body), 0.14)


def _brush(size: tuple[int, int], seed: int) -> Field:
    """Long streaks, as a dry brush leaves them."""
    streaks = noise((size[0], size[1]), min(size) // 6, seed + 11)
    short = Image.fromarray(((streaks + 1) * 127).astype(np.uint8)).resize(
        (max(1, size[0] // 14), size[1]), Image.Resampling.BOX
    )
    wide = np.asarray(short.resize(size, Image.Resampling.BICUBIC), dtype=np.float32)
    even: Field = (wide - wide.mean()) / (wide.std() + 1e-3)
    return even


FINISHES: dict[str, Finish] = {
    "photo": photo, "noir": noir, "clay": clay, "papercut": papercut, "watercolour": watercolour, "line": line,
    "comic": comic, "pixel": pixel, "poster": poster, "neon": neon, "gouache": gouache,
}  # fmt: skip
