"""Dockerfile and compose.yaml: what they name is there, and they keep to what the bot understands."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
CLOUD = re.compile(r"(AWS|GOOGLE|AZURE)_\w+")  # read by the object store itself
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def steps(name: str) -> list[str]:
    """The arguments of all steps of this name, continued lines joined."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{name} +(.+)$", joined, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read: dict[str, Any] = import_module("yaml").safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return read


def is_setting(name: str) -> bool:
    return name.lower() in Settings.model_fields


def test_all_that_is_copied_is_there_and_no_test_is_among_it() -> None:
    sources = [source for step in steps("COPY") for source in step.split()[:-1]]
    assert {"requirements.txt", "bot/", "handlers/", "storage/"} <= set(sources)
    assert not [source for source in sources if not (ROOT / source).exists() or "tests" in source]


def test_nothing_that_is_copied_is_ignored_and_secrets_are() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    sources = {source.rstrip("/") for step in steps("COPY") for source in step.split()[:-1]}
    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == sources
    assert ".env" not in sources


def test_the_image_runs_the_bot_as_nobody_special_from_pinned_packages() -> None:
    assert steps("FROM") == ["python:3.11-slim"]
    assert any("--require-hashes" in step for step in steps("RUN"))
    assert steps("USER") == ["easel"]
    assert steps("VOLUME") == ["/data"]
    assert steps("ENTRYPOINT") == ['["python", "-m", "bot"]']
    assert DOCKERFILE.index("\nUSER ") < DOCKERFILE.index("\nENTRYPOINT ")


def test_the_health_check_asks_what_the_bot_answers() -> None:
    [check] = steps("HEALTHCHECK")
    [path] = re.findall(r"}(/\w+)\\\"", check)
    assert f'"{path}"' in (ROOT / "bot" / "serving.py").read_text(encoding="utf-8")


def test_the_image_sets_only_what_the_bot_knows() -> None:
    names = [name for step in steps("ENV") for name in re.findall(r"(\w+)=", step)]
    assert [name for name in names if not name.startswith(("PYTHON", "PIP_")) and not is_setting(name)] == []
    assert is_setting("DATA_DIR") and "HTTP_PORT" in names


def test_the_services_refer_to_each_other_and_to_volumes_that_exist(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert {"bot", "postgres", "blobs"} <= set(services)
    for name, service in services.items():
        assert ("image" in service) != ("build" in service), name
        assert set(service.get("depends_on", {})) <= set(services), name
        mounted = {volume.split(":")[0] for volume in service.get("volumes", [])}
        assert mounted <= set(compose["volumes"]), name
        for other, wanted in service.get("depends_on", {}).items():
            if wanted["condition"] == "service_healthy":
                assert "healthcheck" in services[other], other
        assert ":latest" not in service.get("image", ""), name


def test_the_bots_share_one_database_and_one_store_and_know_their_settings(compose: dict[str, Any]) -> None:
    bot = compose["services"]["bot"]
    assert bot["deploy"]["replicas"] >= 3
    environment = bot["environment"]
    assert [name for name in environment if not is_setting(name) and not CLOUD.fullmatch(name)] == []
    settings = Settings(_env_file=None, database_url=environment["DATABASE_URL"], blobs_url=environment["BLOBS_URL"])
    assert settings.is_shared and settings.engine_database.startswith("postgresql://")
    assert settings.blob_store.startswith("s3://")


def test_a_stop_leaves_time_for_the_calls_in_the_air(compose: dict[str, Any]) -> None:
    bot = compose["services"]["bot"]
    assert int(bot["stop_grace_period"].removesuffix("s")) > int(bot["environment"]["DRAIN_SECONDS"])


def test_no_secret_stands_in_the_file(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        for variable, value in service.get("environment", {}).items():
            if re.search(r"PASSWORD|SECRET|MC_HOST|DATABASE_URL", variable):
                assert re.search(r"\$\{\w+:\?", value), f"{name}: {variable}"


def test_the_example_of_settings_names_only_settings() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    names = re.findall(r"^#?([A-Z][A-Z0-9_]+)=", text, flags=re.MULTILINE)
    compose_only = {"POSTGRES_PASSWORD", "BLOBS_SECRET"}
    assert names and not [n for n in names if not is_setting(n) and n not in compose_only and not CLOUD.fullmatch(n)]
