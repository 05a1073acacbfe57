"""An edit of a picture: the change where it belongs, drift everywhere else."""

import io
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter, ImageOps

from tests.sandbox.painter import canvas, edits, imprint, lettering, strangers, styles
from tests.sandbox.painter.brief import Brief
from tests.sandbox.painter.drift import drifted
from tests.sandbox.painter.light import LIGHTS
from tests.sandbox.painter.palette import pick, rgb

Mask = Image.Image
# Redrawing a whole scene to find what an edit touches needs no more than this.
WORKING_SIDE = 1024


def repaint(prompt: str, base: bytes, width: int, height: int, seed: int, mask: bytes | None, drift: str) -> bytes:
    before = imprint.of(base)
    source = _opened(base)
    if before is None or source is None:
        return _foreign(prompt, source, width, height, seed, mask, drift)
    edit = edits.applied(before, edits.wish(prompt))
    reframed = abs(source.width / source.height / (width / height) - 1) > 0.02
    picture = source.resize((width, height), Image.Resampling.LANCZOS) if source.size != (width, height) else source
    if reframed:
        return canvas.finished(canvas.drawn(edit.brief, width, height), edit.brief)
    region = _region(mask, (width, height))
    changed = _whole(edit, before, picture) if edit.whole else _local(edit, before, picture, region, prompt)
    after = drifted(changed, drift, seed ^ pick(prompt, 1 << 30))
    return canvas.finished(after, edit.brief)


def _opened(data: bytes) -> Image.Image | None:
    try:
        return ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    except (OSError, ValueError):
        return None


def _region(mask: bytes | None, size: tuple[int, int]) -> Mask | None:
    """White where the mask lets the picture change: where it is transparent."""
    if mask is None:
        return None
    try:
        opened = Image.open(io.BytesIO(mask)).convert("RGBA")
    except (OSError, ValueError):
        return None
    region = ImageOps.invert(opened.getchannel("A")).resize(size, Image.Resampling.BILINEAR)
    return region if region.getbbox() else None


def _draw(brief: Brief, size: tuple[int, int]) -> Image.Image:
    scale = min(1.0, WORKING_SIDE / max(size))
    small = (max(16, round(size[0] * scale)), max(16, round(size[1] * scale)))
    image = canvas.drawn(brief, *small).convert("RGB")
    return image if small == size else image.resize(size, Image.Resampling.LANCZOS)


def _local(edit: edits.Edit, before: Brief, picture: Image.Image, region: Mask | None, prompt: str) -> Image.Image:
    """Paste the part of the redrawn scene that differs from the scene as it was."""
    plain = {"style": "flat" if before.style not in ("photo", "clay", "noir", "papercut") else before.style}
    old = _draw(_styled(before, plain["style"]), picture.size)
    new = _draw(_styled(edit.brief, plain["style"]), picture.size)
    touched = _difference(old, new, max(8, min(picture.size) // 90))
    if region is not None:
        within = ImageChops.multiply(touched, region)
        touched = within if within.getbbox() else touched.point(lambda _: 0)
    if not touched.getbbox():
        return strangers.changed(picture, edits.wish(prompt), region)
    shown = new if before.style == plain["style"] else _draw(edit.brief, picture.size)
    return Image.composite(shown, picture, touched)


def _styled(brief: Brief, style: str) -> Brief:
    """Painterly finishes differ everywhere between two runs; the plain drawing differs only where something changed."""
    return replace(brief, style=style)


def _difference(old: Image.Image, new: Image.Image, soft: int) -> Mask:
    apart = ImageChops.difference(old, new)
    strongest = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    hard = strongest.point(lambda v: 255 if v > 10 else 0).filter(ImageFilter.MedianFilter(3))
    grown = hard.filter(ImageFilter.MaxFilter(5))
    return grown.filter(ImageFilter.GaussianBlur(max(1.0, soft / 8)))


def _whole(edit: edits.Edit, before: Brief, picture: Image.Image) -> Image.Image:
    """Redraw the scene if the picture still is that scene; else change its pixels, and keep what was done to it."""
    if edit.tone:
        return _toned(picture, edit.tone)
    if _is_fresh(_draw(before, picture.size), picture):
        return _draw(edit.brief, picture.size)
    image = picture
    if edit.brief.light != before.light:
        image = relit(image, edit.brief.light)
    if edit.brief.style != before.style:
        image = styles.finished(image, edit.brief.style, edit.brief.seed)
    if edit.brief.weather != before.weather or edit.brief.season != before.season:
        image = strangers.weathered(image, edit.brief.weather or edit.brief.season, edit.brief.seed)
    return image


def _is_fresh(drawn: Image.Image, picture: Image.Image) -> bool:
    a, b = (np.asarray(i.resize((32, 32), Image.Resampling.BOX), dtype=np.float32) for i in (drawn, picture))
    apart: NDArray[np.float32] = np.abs(a - b).mean(axis=2)
    apart[-4:, -14:] = 0  # the preview mark
    return float(apart.max()) < 34 and float(apart.mean()) < 9


def relit(image: Image.Image, light: str) -> Image.Image:
    if light not in LIGHTS:
        return image
    scale, haze, share = LIGHTS[light]
    pixels = np.asarray(image, dtype=np.float32) * np.array(scale, dtype=np.float32)
    mixed = pixels * (1 - share) + np.array(rgb(haze), dtype=np.float32) * share
    return Image.fromarray(np.clip(mixed, 0, 255).astype(np.uint8))


def _toned(image: Image.Image, tone: int) -> Image.Image:
    add = {1: (14, 3, -14), 2: (-14, 0, 14)}.get(tone, (tone, tone, tone))
    pixels = np.asarray(image, dtype=np.float32) + np.array(add, dtype=np.float32)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _foreign(
    prompt: str, source: Image.Image | None, width: int, height: int, seed: int, mask: bytes | None, drift: str
) -> bytes:
    """A picture that is not ours: nothing is known about it but its pixels."""
    if source is None:
        return canvas.paint(prompt, width, height, seed, (), "opaque", "medium")
    picture = ImageOps.fit(source, (width, height), Image.Resampling.LANCZOS)
    text = edits.wish(prompt)
    nothing = Brief(seed=seed)
    edit = edits.applied(nothing, text)
    if edit.whole:
        image = _toned(picture, edit.tone) if edit.tone else relit(picture, edit.brief.light)
        if edit.brief.style != nothing.style:
            image = styles.finished(image, edit.brief.style, seed)
        if edit.brief.weather or edit.brief.season:
            image = strangers.weathered(image, edit.brief.weather or edit.brief.season, seed)
    else:
        image = strangers.changed(picture, text, _region(mask, (width, height)))
    after = drifted(image, drift, seed ^ pick(prompt, 1 << 30))
    lettering.mark(after)
    out = io.BytesIO()
    after.save(out, "PNG", compress_level=1)
    return out.getvalue()
