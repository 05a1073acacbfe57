"""The models that can be asked for, by the names people type; and which of them are about to be shut down."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path

from bot.domain import Model
from bot.errors import BadRequest, Misconfigured
from bot.providers.catalogue_file import CatalogueFile, Family, build_model, read_file

OURS = Path(__file__).with_name("catalogue.toml")
WARN_BEFORE = timedelta(days=90)  # the provider's own notice for image models


class Catalogue:
    """Models by the name that is sent. Every method that depends on the date takes `today` (None: now, in UTC)."""

    def __init__(self) -> None:
        self._listed: dict[str, Model] = {}
        self._snapshots: dict[str, Model] = {}
        self._aliases: dict[str, str] = {}
        self._instead: dict[str, str] = {}

    @classmethod
    def load(cls, extra: Path | None = None) -> "Catalogue":
        """The models of this release, with the rows of an administrator's file on top."""
        files = [read_file(OURS)] + ([read_file(extra)] if extra else [])
        catalogue = cls()
        families = _families(files)
        for file in files[-1:] if files[-1].only else files:
            catalogue._add(file, families)
        if not catalogue._listed:
            raise Misconfigured(f"The models file {extra} hides the built-in models and names none of its own.")
        return catalogue

    def get(self, name: str, today: date | None = None) -> Model:
        """The model of that name, in any case and by any alias; BadRequest says what there is instead."""
        model = self.find(name)
        if model is None:
            raise BadRequest(self._unknown(name, today), field="model")
        if _is_gone(model, today):
            raise BadRequest(f"{model.name} was shut down on {_day(model)}; {self._advice(model, today)}.", "model")
        return model

    def find(self, name: str) -> Model | None:
        """The model even if it is gone, for what was drawn with it; None when it never was here."""
        typed = name.strip().lower()
        known = self._aliases.get(typed, typed)
        return next((m for n, m in (self._listed | self._snapshots).items() if n.lower() == known.lower()), None)

    def names(self, today: date | None = None) -> tuple[str, ...]:
        """The names to offer: no snapshots, and none that is gone."""
        return tuple(name for name, model in self._listed.items() if not _is_gone(model, today))

    def warnings(self, today: date | None = None, name: str | None = None) -> tuple[str, ...]:
        """A sentence for each model (or only for `name`) that is shut down within 90 days."""
        asked = self._listed.values() if name is None else [m for m in [self.find(name)] if m]
        return tuple(
            f"{model.name} is shut down on {_day(model)}; {self._advice(model, today)}."
            for model in asked
            if model.shuts_down and not _is_gone(model, today) and model.shuts_down <= _date(today) + WARN_BEFORE
        )

    def _add(self, file: CatalogueFile, families: dict[str, Family]) -> None:
        for name, row in file.models.items():
            model = build_model(name, row, families, file.price_list)
            self._listed[name] = model
            self._snapshots |= {dated: replace(model, name=dated, label=dated) for dated in row.snapshots}
            self._aliases.pop(name.lower(), None)
            self._aliases |= {alias.lower(): name for alias in row.aliases}
            if row.instead:
                self._instead |= dict.fromkeys([name, *row.snapshots], row.instead)

    def _unknown(self, name: str, today: date | None) -> str:
        names = self.names(today)
        near = get_close_matches(name.strip().lower(), [*names, *self._aliases], n=1, cutoff=0.6)
        meant = f" Did you mean {self._aliases.get(near[0], near[0])}?" if near else ""
        return f"There is no model “{name.strip()[:60]}”.{meant} Models here: {', '.join(names)}."

    def _advice(self, model: Model, today: date | None) -> str:
        better = self.find(self._instead.get(model.name, ""))
        if better and not _is_gone(better, today):
            return f"use {better.name} instead"
        return f"models here: {', '.join(self.names(today))}"


def _families(files: list[CatalogueFile]) -> dict[str, Family]:
    """By their own names and by those of our models, as a deployment's base may be given either way."""
    families = {name: family for file in files for name, family in file.families.items()}
    return {name: families[row.base] for name, row in files[0].models.items() if row.base} | families


def _date(today: date | None) -> date:
    return today or datetime.now(UTC).date()


def _is_gone(model: Model, today: date | None) -> bool:
    return model.shuts_down is not None and model.shuts_down <= _date(today)


def _day(model: Model) -> str:
    return f"{model.shuts_down:%-d %B %Y}"
