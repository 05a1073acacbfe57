"""What bytes are that are no picture: said in a sentence, with the way out."""

_TAKEN = "Send a photo or picture as JPEG, PNG, WebP, HEIC, GIF, BMP or TIFF."
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"This is a PDF, not a picture. Export the page as a picture. {_TAKEN}"),
    (b"PK\x03\x04", f"This is a ZIP or Office file, not a picture. {_TAKEN}"),
    (b"8BPS", f"This is a Photoshop file. Export it as PNG or JPEG. {_TAKEN}"),
    (b"\x1aE\xdf\xa3", f"This is a video, not a picture. Take a still from it. {_TAKEN}"),
)
_LOGIN_PAGE = (
    "Slack sent a web page instead of the file, so Easel may not read files here. Ask an administrator to check "
    "that the app has the files:read permission, then upload the picture again."
)
_VIDEO_BRANDS = (b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"qt  ", b"M4V ", b"3gp")


def what_it_is(data: bytes) -> str:
    """The sentence for a file that no decoder knows."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = head.lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return _LOGIN_PAGE
    if b"<svg" in lower:
        return f"This is an SVG drawing. Export it as PNG, 1024 pixels or larger. {_TAKEN}"
    if data[4:8] == b"ftyp" and data[8:12].startswith(_VIDEO_BRANDS):
        return f"This is a video, not a picture. Take a still from it. {_TAKEN}"
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            return sentence
    if _is_text(head):
        return f"This is a text file, not a picture. {_TAKEN}"
    return f"This file is no picture that can be read. {_TAKEN}"


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:
            return False
        text = head[: error.start].decode()
    return bool(text) and all(character.isprintable() or character.isspace() for character in text)
