"""What `python -m bot check` finds out, in plain words: settings, tokens, scopes, database, blobs, model access."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.app import build_images
from bot.errors import BotError
from bot.providers import Catalogue
from bot.settings import Settings
from handlers.checks import app_token_problem, bot_token_problem, signing_secret_problem
from storage.blobs import Blobs
from storage.database import Database


@dataclass(frozen=True)
class Finding:
    """One thing looked at: `sentence` says what is fine, or what is wrong and what to do."""

    about: str
    sentence: str
    is_problem: bool


async def check_all(settings: Settings) -> list[Finding]:
    """Every part, one after the other; nothing here is charged or posted."""
    bot_token = settings.slack_bot_token.get_secret_value()
    return [
        await _look("SLACK_BOT_TOKEN", "works, with all scopes", bot_token_problem(bot_token, settings.slack_api_url)),
        await _connection(settings),
        await _look("Model", f"{settings.image_model} can be drawn with", _model_problem(settings)),
        await _look("Database", "reachable and up to date", _database_problem(settings)),
        await _look("Blobs", "can be written and read", _blobs_problem(settings)),
        *_warnings(settings),
    ]


async def _connection(settings: Settings) -> Finding:
    """What lets Slack reach us."""
    if settings.is_http:
        found = signing_secret_problem(settings.slack_signing_secret.get_secret_value())
        fine = "is set; whether it is right, Slack's first request shows."
        return Finding("SLACK_SIGNING_SECRET", found or fine, found is not None)
    problem = app_token_problem(settings.slack_app_token.get_secret_value(), settings.slack_api_url)
    return await _look("SLACK_APP_TOKEN", "opens Socket Mode", problem)


async def _look(about: str, fine: str, problem: Awaitable[str | None]) -> Finding:
    try:
        found = await asyncio.wait_for(problem, 30)
    except BotError as error:
        found = error.sentence
    except TimeoutError:
        found = "No answer within 30 seconds. Look at the address and the network."
    except Exception as error:
        found = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else 'no details'}"
    return Finding(about, found or f"{fine}.", found is not None)


async def _model_problem(settings: Settings) -> str | None:
    azure = settings.azure_openai_endpoint
    key = settings.azure_openai_api_key if azure else settings.openai_api_key
    if not key.get_secret_value():
        name = "AZURE_OPENAI_API_KEY" if azure else "OPENAI_API_KEY"
        return f"{name} is not set. Without any keys: make demo."
    model = Catalogue.load(settings.models_file).get(settings.image_model)
    if settings.quality not in model.qualities:
        return f"QUALITY={settings.quality} is not one of {model.name}'s: {', '.join(model.qualities)}."
    images = build_images(settings)
    try:
        return await images.check(model)
    finally:
        await images.close()


async def _database_problem(settings: Settings) -> str | None:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.app_database)
    try:
        await database.migrate()
    finally:
        await database.close()
    return None


async def _blobs_problem(settings: Settings) -> str | None:
    blobs = Blobs(settings.blob_store)
    data = b"easel check"
    return None if await blobs.get(await blobs.put(data)) == data else "What was written is not what is read back."


def _warnings(settings: Settings) -> list[Finding]:
    catalogue = Catalogue.load(settings.models_file)
    today = datetime.now(UTC).date()
    return [Finding("Model", each, False) for each in catalogue.warnings(today, settings.image_model)]
