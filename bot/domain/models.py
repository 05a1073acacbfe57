"""An image model as data: what it takes, can do and costs. `bot/providers/catalogue.toml` holds the rows."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, order=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        return self.width * self.height

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True)
class Abilities:
    """What a server can do with the model; OpenAI's own has all of it, compatible servers have less."""

    n: bool = True
    edits: bool = True
    references: int = 16
    mask: bool = True
    usage: bool = True
    quality: bool = True
    stream: bool = True


@dataclass(frozen=True)
class Prices:
    """Nano-USD per token (USD per million tokens x 1000), so that all prices are integers."""

    text_in: int = 0
    image_in: int = 0
    image_out: int = 0


@dataclass(frozen=True)
class Model:
    """One entry of the catalogue.

    `name` is what people type and what is sent, `base` the family whose formula and prices hold (an Azure deployment
    has a free name). `token_base` maps a quality to the base of OpenAI's output token formula; `fixed_tokens` maps
    "quality WxH" for the families before it. `sizes` empty: any size by the rules of the 2.x families.
    """

    name: str
    base: str
    label: str
    qualities: tuple[str, ...]
    prices: Prices
    price_list: str
    sizes: tuple[Size, ...] = ()
    token_base: dict[str, int] = field(default_factory=dict)
    token_factor: dict[str, int] = field(default_factory=dict)
    fixed_tokens: dict[str, int] = field(default_factory=dict)
    abilities: Abilities = Abilities()
    shuts_down: date | None = None
    exact_estimate: bool = True


@dataclass(frozen=True)
class Usage:
    """Tokens as the provider returned them."""

    text_in: int
    image_in: int
    out: int
