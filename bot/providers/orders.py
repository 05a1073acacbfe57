"""One paid call of the image API, and what came of it."""

from dataclasses import dataclass

from bot.domain import Model, Size, Usage
from bot.errors import BadAnswer, ProviderError


@dataclass(frozen=True)
class ImageOrder:
    """`images` are (name, PNG) in the order in which the prompt numbers them; `user` leaves us only as a hash."""

    model: Model
    prompt: str
    size: Size
    quality: str
    n: int = 1
    images: tuple[tuple[str, bytes], ...] = ()
    user: str = ""


@dataclass(frozen=True)
class Answered:
    """An answer as it came, already paid for; what is in it is another question (`ImageProvider.read`)."""

    content: bytes
    request_id: str | None


@dataclass(frozen=True)
class Drawn:
    """PNGs, at least one and at most the `n` asked for; `size` is the real one of the first; `usage` of all of them."""

    pictures: tuple[bytes, ...]
    usage: Usage | None
    request_id: str | None
    size: Size


class TooManyReferences(ProviderError):
    """The server takes only `limit` pictures in a call (0: none); put them into a collage, or draw without."""

    def __init__(self, limit: int, request_id: str | None = None) -> None:
        takes = {0: "no references", 1: "one reference"}.get(limit, f"{limit} references")
        super().__init__(f"This image service takes {takes} at a time. Use fewer of them.", request_id=request_id)
        self.limit = limit


class Unusable(BadAnswer):
    """An answer without a usable picture that was paid for all the same; `usage` where the answer still told it."""

    def __init__(self, sentence: str, *, usage: Usage | None = None, request_id: str | None = None) -> None:
        super().__init__(sentence, may_be_billed=usage is None, request_id=request_id)
        self.usage = usage
