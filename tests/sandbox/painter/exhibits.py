"""Pictures given as objects (a logo, a product) are shown in the scene as they are: on the mug, or on a card."""

import io

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from tests.sandbox.painter import imprint, likeness
from tests.sandbox.painter.roles import Assigned
from tests.sandbox.painter.stage import Stage

CARRIERS = ("mug", "bag", "poster", "sign", "laptop", "phone", "gift", "bottle")


def chosen(pictures: tuple[Assigned, ...]) -> Image.Image | None:
    """The first object among the references; a picture without a role that shows nobody counts as one."""
    for index, picture in enumerate(pictures):
        silent = (
            picture.role == ""
            and index == 0
            and likeness.look_of(picture.data) is None
            and not imprint.of(picture.data)
        )
        if picture.cell or not (picture.role == "object" or silent):
            continue
        try:
            return ImageOps.exif_transpose(Image.open(io.BytesIO(picture.data))).convert("RGB")
        except (OSError, ValueError):
            continue
    return None


def shown(image: Image.Image, stage: Stage, thing: Image.Image) -> Image.Image:
    scale = image.width / stage.w
    carrier = next((box for kind, box in stage.boxes if kind in CARRIERS and box[2] - box[0] > 150), None)
    if carrier:
        x0, y0, x1, y1 = (v * scale for v in carrier)
        side = int(min((x1 - x0) * 0.5, (y1 - y0) * 0.56))
        return _badge(image, thing, int((x0 + x1) / 2 - side * 0.58), int((y0 + y1) / 2 - side * 0.42), side)
    side = int(min(image.size) * 0.2)
    return _card(image, thing, int(image.width * 0.05), int(image.height * 0.06), side)


def _badge(image: Image.Image, thing: Image.Image, x: int, y: int, side: int) -> Image.Image:
    """Round, as printed on a thing."""
    side = max(8, side)
    patch = ImageOps.fit(thing, (side, side), Image.Resampling.LANCZOS)
    mask = Image.new("L", (side * 2, side * 2), 0)
    ImageDraw.Draw(mask).ellipse((2, 2, side * 2 - 2, side * 2 - 2), fill=236)
    out = image.copy()
    out.paste(patch, (x, y), mask.resize((side, side), Image.Resampling.LANCZOS))
    return out


def _card(image: Image.Image, thing: Image.Image, x: int, y: int, side: int) -> Image.Image:
    """A photo card, slightly turned, with its shadow."""
    side = max(16, side)
    rim = max(2, side // 14)
    card = Image.new("RGBA", (side + 2 * rim, side + 4 * rim), (255, 252, 245, 255))
    card.paste(ImageOps.fit(thing, (side, side), Image.Resampling.LANCZOS), (rim, rim))
    turned = card.rotate(5, Image.Resampling.BICUBIC, expand=True)
    shadow = Image.new("RGBA", turned.size, (30, 22, 48, 0))
    shadow.putalpha(turned.getchannel("A").point(lambda v: int(v * 0.4)).filter(ImageFilter.GaussianBlur(rim)))
    out = image.convert("RGBA")
    out.alpha_composite(shadow, (x + rim, y + rim))
    out.alpha_composite(turned, (x, y))
    return out.convert("RGB")
