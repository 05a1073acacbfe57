"""The form of catalogue.toml: read strictly, so that a typing error in a price is found at start and not on a bill."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.domain import Abilities, Model, Prices, Size
from bot.errors import Misconfigured

NANO_PER_TOKEN = 1000  # USD per million tokens, times this, is nano-USD per token


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _nano(dollars: object) -> int:
    if not isinstance(dollars, Decimal | int):
        raise ValueError("a price is a number: USD per million tokens")
    return int(dollars * NANO_PER_TOKEN)


def _size(text: str) -> Size:
    width, _, height = str(text).lower().partition("x")
    return Size(int(width), int(height))


Price = Annotated[int, BeforeValidator(_nano), Field(ge=0)]
SizeText = Annotated[Size, BeforeValidator(_size)]
Tokens = Annotated[int, Field(gt=0)]


class PriceRow(_Strict):
    text_in: Price = 0
    image_in: Price = 0
    image_out: Price = 0


class AbilitiesRow(_Strict):
    n: bool = True
    edits: bool = True
    references: int = Field(default=16, ge=0, le=16)
    mask: bool = True
    usage: bool = True
    quality: bool = True
    stream: bool = True


class Family(_Strict):
    """A formula and its prices. A server without a family of ours takes any quality and costs nothing."""

    prices: PriceRow = PriceRow()
    qualities: tuple[str, ...] = Field(default=("low", "medium", "high"), min_length=1)
    sizes: tuple[SizeText, ...] = ()
    token_base: dict[str, Tokens] = {}
    token_factor: dict[str, Tokens] = {}
    fixed_tokens: dict[str, Tokens] = {}
    exact_estimate: bool = True


class ModelRow(_Strict):
    base: str | None = None
    label: str | None = None
    aliases: tuple[str, ...] = ()
    snapshots: tuple[str, ...] = ()
    qualities: tuple[str, ...] | None = Field(default=None, min_length=1)
    sizes: tuple[SizeText, ...] | None = None
    prices: PriceRow | None = None
    abilities: AbilitiesRow = AbilitiesRow()
    shuts_down: date | None = None
    instead: str | None = None


class CatalogueFile(_Strict):
    price_list: str = Field(default="own", min_length=1)
    only: bool = False
    families: dict[str, Family] = {}
    models: dict[str, ModelRow] = {}


def read_file(path: Path) -> CatalogueFile:
    """The rows of a file; what is wrong in it is named by its place in the file."""
    try:
        return CatalogueFile.model_validate(tomllib.loads(path.read_text("utf-8"), parse_float=Decimal))
    except OSError as error:
        raise Misconfigured(f"The models file {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"The models file {path} is no valid TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise Misconfigured(f"The models file {path} has a mistake at {place}: {first['msg']}.") from error


def build_model(name: str, row: ModelRow, families: dict[str, Family], price_list: str) -> Model:
    """One row joined with its family; what the row says itself wins."""
    if row.base is not None and row.base not in families:
        known = ", ".join(families)
        raise Misconfigured(f"The model {name} has the base {row.base}, which is not one of: {known}.")
    family = families[row.base] if row.base else Family()
    prices = family.prices if row.prices is None else row.prices
    return Model(
        name=name,
        base=row.base or name,
        label=row.label or name,
        qualities=row.qualities or family.qualities,
        prices=Prices(**prices.model_dump()),
        price_list=price_list,
        sizes=family.sizes if row.sizes is None else row.sizes,
        token_base=family.token_base,
        token_factor=family.token_factor,
        fixed_tokens=family.fixed_tokens,
        abilities=Abilities(**row.abilities.model_dump()),
        shuts_down=row.shuts_down,
        exact_estimate=family.exact_estimate,
    )
