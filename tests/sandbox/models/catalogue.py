"""The models this server knows: their families, qualities, sizes and prices, and the day each is shut down."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Family = Literal["gpt-image-2", "gpt-image-2.5", "gpt-image-2.6", "gpt-image-1.5", "gpt-image-1-mini", "dead"]

PLAIN = ("low", "medium", "high")
FINE = (*PLAIN, "xhigh", "max")
FIXED_SIZES = ("1024x1024", "1536x1024", "1024x1536")
_DECEMBER = date(2026, 12, 1)


@dataclass(frozen=True)
class ImageModel:
    family: Family
    qualities: tuple[str, ...] = PLAIN
    shutdown: date | None = None

    @property
    def is_flexible(self) -> bool:
        """Any size within the rules, and references always at high fidelity: everything since gpt-image-2."""
        return self.family in ("gpt-image-2", "gpt-image-2.5", "gpt-image-2.6")


_OLD = ImageModel("gpt-image-1.5", shutdown=_DECEMBER)

IMAGE_MODELS: dict[str, ImageModel] = {
    **dict.fromkeys(("gpt-image-2", "gpt-image-2-2026-04-21"), ImageModel("gpt-image-2")),
    **dict.fromkeys(
        [f"gpt-image-2.5-{kind}{dated}" for kind in ("sunburst", "flare") for dated in ("", "-2026-09-08")],
        ImageModel("gpt-image-2.5", FINE),
    ),
    **dict.fromkeys(("gpt-image-2.6-sunburst", "gpt-image-2.6-flare"), ImageModel("gpt-image-2.6", FINE)),
    **dict.fromkeys(("gpt-image-1.5", "gpt-image-1.5-2025-12-16", "chatgpt-image-latest"), _OLD),
    "gpt-image-1-mini": ImageModel("gpt-image-1-mini", shutdown=_DECEMBER),
    "gpt-image-1": ImageModel("dead", shutdown=date(2026, 10, 23)),
    "dall-e-2": ImageModel("dead", shutdown=date(2026, 5, 12)),
    "dall-e-3": ImageModel("dead", shutdown=date(2026, 5, 12)),
}


@dataclass(frozen=True)
class TextModel:
    """Prices in nano-USD a token: $0.10 per million is 100."""

    nano_in: int
    nano_out: int
    shutdown: date | None = None


TEXT_MODELS: dict[str, TextModel] = {
    "gpt-6-luna": TextModel(100, 500),
    "gpt-6.1-terra": TextModel(1000, 5000),
    "gpt-6.1-sol": TextModel(2000, 10_000),
    "gpt-6-astra": TextModel(10_000, 50_000),
    "gpt-5.6-luna": TextModel(200, 1200),
    "gpt-5.4-mini": TextModel(750, 4500),
    "gpt-5.4-nano": TextModel(200, 1250, date(2027, 4, 1)),
}


def alive(shutdown: date | None, today: date) -> bool:
    return shutdown is None or today < shutdown
