"""An upload becomes a clean reference: a known format by its content, upright, sRGB, no metadata, not too large.

Anything else is refused with a sentence, before it is decoded where that is possible.
"""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pillow_heif
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from bot.domain import Size
from bot.errors import BadPicture
from bot.pictures.fitness import notes_on
from bot.pictures.strangers import what_it_is

MOST_PIXELS = 60_000_000
SHORTEST_EDGE = 32
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF", "BMP", "DIB", "TIFF")

pillow_heif.register_heif_opener()  # Pillow keeps its decoders in a registry of its own; twice is harmless


@dataclass(frozen=True)
class CleanPicture:
    """A PNG without metadata, its size, and sentences for the person who uploaded it."""

    png: bytes
    size: Size
    notes: tuple[str, ...] = ()


def clean_picture(data: bytes, *, max_bytes: int, max_side: int = 2048) -> CleanPicture:
    """Never enlarges; makes smaller what is longer than `max_side`."""
    if not data:
        raise BadPicture("This file is empty. Upload the picture again.")
    if len(data) > max_bytes:
        raise BadPicture(
            f"This picture has {len(data) / 1e6:.1f} MB, and {max_bytes / 1e6:.0f} MB is the most. "
            "Save it smaller, for example as a JPEG, and upload it again."
        )
    try:
        return _decoded(data, max_side)
    except BadPicture:
        raise
    except UnidentifiedImageError as error:
        raise BadPicture(what_it_is(data)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture(_too_large("This picture")) from error
    except Exception as error:  # decoders of hostile bytes raise nearly anything
        raise BadPicture(
            "This picture is damaged or was cut off on the way. Open it on your computer, save it once more, and "
            "upload it again."
        ) from error


def _decoded(data: bytes, max_side: int) -> CleanPicture:
    with Image.open(BytesIO(data), formats=FORMATS) as opened:
        _refuse_by_size(*opened.size)
        size = opened.size
        is_moving = getattr(opened, "n_frames", 1) > 1 and opened.format in ("GIF", "WEBP", "PNG")
        opened.draft(None, (max_side, max_side))  # a JPEG is decoded at half or a quarter where that is enough
        picture = _flat(_srgb(ImageOps.exif_transpose(opened)))
    is_turned = (picture.width > picture.height) != (size[0] > size[1])
    width, height = reversed(size) if is_turned else size
    picture.thumbnail((max_side, max_side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    notes = notes_on(picture, width, height)
    if is_moving:
        notes = ("Only the first frame of this animation is used.", *notes)
    return CleanPicture(_png(picture), Size(*picture.size), notes)


def _refuse_by_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise BadPicture(_too_large(f"This picture has {width}x{height} pixels, and"))
    if min(width, height) < SHORTEST_EDGE:
        raise BadPicture(
            f"This picture is {width}x{height} pixels, too small to guide anything. "
            "Upload one of 768 pixels or more on its long side."
        )


def _too_large(opening: str) -> str:
    limit = f"{MOST_PIXELS // 1_000_000} megapixels are the most"
    opening = f"{opening} {limit}" if opening.endswith("and") else f"{opening} is too large: {limit}"
    return f"{opening}. Save it smaller, 2048 pixels are enough, and upload it again."


def _srgb(picture: Image.Image) -> Image.Image:
    """Phones photograph in wider colour spaces, and the profile is stripped with the metadata."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = picture.mode if picture.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=target)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return converted or picture


def _flat(picture: Image.Image) -> Image.Image:
    """RGB on white: the image API may take a transparent part of the first picture for a mask."""
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bit(picture)
    if not picture.has_transparency_data:
        return _bare(picture.convert("RGB"))
    seen = picture.convert("RGBA")
    ground = Image.new("RGB", seen.size, "white")
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _eight_bit(picture: Image.Image) -> Image.Image:
    """Scanners and cameras give 16 bits or floats; Pillow would cut them off at 255."""
    levels = np.nan_to_num(np.asarray(picture, np.float64))
    low, high = (0.0, 65535.0) if picture.mode.startswith("I;16") else (float(levels.min()), float(levels.max()))
    scaled = (levels - low) * (255.0 / max(high - low, 1e-9))
    return Image.fromarray(scaled.clip(0, 255).astype(np.uint8), "L")


def _bare(picture: Image.Image) -> Image.Image:
    picture.info = {}
    return picture


def _png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", compress_level=4)  # level 6 takes twice the time for 3 % fewer bytes
    return out.getvalue()
