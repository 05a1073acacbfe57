"""What Slack finds out about an uploaded file: its type, and for pictures the size and smaller renditions."""

import io
import mimetypes
from dataclasses import dataclass
from pathlib import Path, PurePath

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()
THUMBNAILS = (64, 80, 160, 360, 480, 720, 800, 960, 1024)
SQUARE = (64, 80, 160)
IMAGE_TYPES = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp", "HEIF": "heic", "BMP": "bmp", "TIFF": "tiff"}
PRETTY = {"jpg": "JPEG", "text": "Plain Text", "markdown": "Markdown"}


@dataclass(frozen=True)
class FileFacts:
    mimetype: str
    filetype: str
    width: int | None = None
    height: int | None = None

    @property
    def is_image(self) -> bool:
        return self.width is not None

    @property
    def pretty_type(self) -> str:
        return PRETTY.get(self.filetype, self.filetype.upper())

    def thumbnails(self) -> dict[int, tuple[int, int]]:
        """Renditions and their sizes: the small ones always, larger ones only where the picture is larger."""
        if not self.width or not self.height:
            return {}
        longest = max(self.width, self.height)
        sizes: dict[int, tuple[int, int]] = {size: (size, size) for size in SQUARE}
        for size in THUMBNAILS[len(SQUARE) :]:
            if longest >= size or size == 360:
                scale = min(1.0, size / longest)
                sizes[size] = (max(1, round(self.width * scale)), max(1, round(self.height * scale)))
        return sizes


def facts_of(path: Path, name: str) -> FileFacts:
    try:
        with Image.open(path) as picture:
            filetype = IMAGE_TYPES.get(picture.format or "")
            if filetype:
                mimetype = "image/heic" if filetype == "heic" else f"image/{picture.format or filetype}".lower()
                return FileFacts(mimetype, filetype, *picture.size)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        pass  # not a picture, or a broken one: Slack then goes by the name
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    ending = PurePath(name).suffix.lower().removeprefix(".")
    filetype = {"txt": "text", "md": "markdown", "jpeg": "jpg"}.get(ending, ending or "binary")
    return FileFacts(guessed, filetype)


def thumbnail(path: Path, size: int) -> bytes:
    """The rendition as PNG, as Slack makes them; squares are cropped."""
    with Image.open(path) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    if size in SQUARE:
        small = ImageOps.fit(upright, (size, size))
    else:
        upright.thumbnail((size, size))
        small = upright
    out = io.BytesIO()
    small.save(out, "PNG")
    return out.getvalue()
