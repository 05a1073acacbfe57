"""The catalogue of models: names, shutdowns, and an administrator's own file."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from bot.domain import Abilities, Prices, Size
from bot.errors import BadRequest, Misconfigured
from bot.providers import Catalogue
from bot.providers.catalogue_file import AbilitiesRow, PriceRow

TODAY = date(2026, 11, 20)
OURS = Catalogue.load()


def own(tmp_path: Path, text: str) -> Catalogue:
    path = tmp_path / "models.toml"
    path.write_text(text, "utf-8")
    return Catalogue.load(path)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("gpt-image-2", "gpt-image-2"),
        (" GPT-Image-2 ", "gpt-image-2"),
        ("2", "gpt-image-2"),
        ("2.5", "gpt-image-2.5-sunburst"),
        ("gpt-image-2.6", "gpt-image-2.6-sunburst"),
        ("Flare", "gpt-image-2.6-flare"),
        ("sunburst", "gpt-image-2.6-sunburst"),
    ],
)
def test_a_model_answers_to_its_names(typed: str, name: str) -> None:
    assert OURS.get(typed, TODAY).name == name


def test_a_dated_name_stays_dated_and_has_its_familys_prices() -> None:
    dated = OURS.get("gpt-image-2-2026-04-21", TODAY)
    assert (dated.name, dated.base) == ("gpt-image-2-2026-04-21", "gpt-image-2")
    assert dated.prices == Prices(text_in=5000, image_in=8000, image_out=30_000)
    assert dated.name not in OURS.names(TODAY)


def test_an_unknown_model_gets_a_suggestion_and_the_list() -> None:
    with pytest.raises(BadRequest) as refused:
        OURS.get("gtp-image-2", TODAY)
    assert "Did you mean gpt-image-2?" in refused.value.sentence
    assert "gpt-image-2.6-flare" in refused.value.sentence
    assert refused.value.field == "model"


def test_a_model_that_is_gone_names_its_successor() -> None:
    with pytest.raises(
        BadRequest, match=r"dall-e-3 was shut down on 12 May 2026; use gpt-image-2.5-sunburst instead\."
    ):
        OURS.get("dall-e-3", TODAY)
    gone = OURS.find("dall-e-3")
    assert gone is not None and gone.name == "dall-e-3"


def test_a_model_is_gone_on_the_day_it_is_shut_down() -> None:
    assert OURS.get("gpt-image-1-mini", date(2026, 11, 30)).name == "gpt-image-1-mini"
    with pytest.raises(BadRequest):
        OURS.get("gpt-image-1-mini", date(2026, 12, 1))
    assert "gpt-image-1-mini" in OURS.names(date(2026, 11, 30))
    assert "gpt-image-1-mini" not in OURS.names(date(2026, 12, 1))


def test_models_are_warned_about_ninety_days_before() -> None:
    assert OURS.warnings(TODAY, "gpt-image-2") == ()
    assert OURS.warnings(TODAY, "1.5") == (
        "gpt-image-1.5 is shut down on 1 December 2026; use gpt-image-2.5-sunburst instead.",
    )
    assert len(OURS.warnings(TODAY)) == 3
    assert OURS.warnings(date(2026, 7, 1)) == ()


def test_a_deployment_has_a_free_name_and_the_prices_of_its_base(tmp_path: Path) -> None:
    catalogue = own(
        tmp_path,
        """
        price_list = "azure-2026-11"
        [models.Team-Pictures]
        base = "gpt-image-2.5-flare"
        aliases = ["team"]
        """,
    )
    team = catalogue.get("team", TODAY)
    assert (team.name, team.base, team.price_list) == ("Team-Pictures", "gpt-image-2.5-flare", "azure-2026-11")
    assert team.token_base["max"] == 96
    assert team.prices.image_out == 30_000
    assert catalogue.get("gpt-image-2", TODAY).price_list == "openai-2026-11-20"


def test_a_server_of_your_own_can_be_all_there_is(tmp_path: Path) -> None:
    catalogue = own(
        tmp_path,
        """
        only = true
        [models.sd-cpp-local]
        label = "Stable Diffusion"
        sizes = ["512x512", "768x512"]
        abilities = { n = false, references = 1, quality = false, usage = false }
        """,
    )
    assert catalogue.names(TODAY) == ("sd-cpp-local",)
    local = catalogue.get("sd-cpp-local", TODAY)
    assert (local.sizes, local.prices) == ((Size(512, 512), Size(768, 512)), Prices())
    assert local.abilities == Abilities(n=False, references=1, quality=False, usage=False)


def test_a_price_may_be_a_fraction_of_a_cent(tmp_path: Path) -> None:
    catalogue = own(tmp_path, '[models.m]\nbase = "gpt-image-2"\nprices = { text_in = 1.25, image_out = 0.1 }')
    assert catalogue.get("m", TODAY).prices == Prices(text_in=1250, image_in=0, image_out=100)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[models.m", "no valid TOML"),
        ("[models.m]\nprize = 3", r"models\.m\.prize"),
        ("[models.m]\nprices = { image_out = -1 }", r"models\.m\.prices\.image_out"),
        ('[models.m]\nprices = { image_out = "dear" }', r"models\.m\.prices\.image_out"),
        ('[models.m]\nsizes = ["big"]', r"models\.m\.sizes"),
        ('[models.m]\nbase = "gpt-image-9"', "gpt-image-9, which is not one of"),
        ("only = true", "names none of its own"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(Misconfigured, match=says) as refused:
        own(tmp_path, text)
    assert refused.value.sentence.endswith(".")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="cannot be read"):
        Catalogue.load(tmp_path / "none.toml")


def test_the_file_can_say_all_that_a_model_has() -> None:
    assert set(AbilitiesRow.model_fields) == {field.name for field in fields(Abilities)}
    assert AbilitiesRow().model_dump() == {field.name: field.default for field in fields(Abilities)}
    assert set(PriceRow.model_fields) == {field.name for field in fields(Prices)}
