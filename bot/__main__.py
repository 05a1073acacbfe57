"""The command line: python -m bot run | check | manifest | migrate | export."""

import asyncio
import ctypes
import gc
import json
import signal
import sys
from datetime import UTC, datetime
from typing import Annotated

import structlog
import typer
from pydantic import ValidationError
from rich.console import Console

from bot import logs
from bot.app import Easel
from bot.checks import Finding, check_all
from bot.errors import BotError
from bot.settings import Settings
from handlers.manifest import manifest_for
from storage.database import Database
from storage.export import export_csv
from storage.store import Store

M_ARENA_MAX = -8  # malloc.h

cli = typer.Typer(help="Easel: a self-hosted Slack bot for a team's image requests.", no_args_is_help=True)
console = Console()
complaint = Console(stderr=True)
log = structlog.get_logger()


@cli.command()
def run() -> None:
    """Run the bot until it is stopped."""
    settings = _settings()
    missing = missing_keys(settings)
    if missing:
        complaint.print(f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not set.", markup=False)
        complaint.print("To try Easel without any keys: make demo")
        complaint.print("To connect a real workspace: README.md, then python -m bot check")
        raise typer.Exit(2)
    logs.configure(settings.log_level, settings.log_format, settings.secrets)
    try:
        asyncio.run(_run(settings))
    except BotError as error:
        complaint.print(error.sentence, markup=False)
        raise typer.Exit(1) from error


@cli.command()
def check() -> None:
    """Say in plain words what is missing or wrong: settings, tokens, scopes, database, model access."""
    settings = _settings()
    findings = asyncio.run(check_all(settings))
    for finding in findings:
        _print(finding)
    if any(finding.is_problem for finding in findings):
        raise typer.Exit(1)


@cli.command()
def manifest(
    http: Annotated[str, typer.Option(help="the public address, for HTTP instead of Socket Mode")] = "",
) -> None:
    """Print the app manifest to paste into Slack."""
    sys.stdout.write(json.dumps(manifest_for(http or None), indent=2, ensure_ascii=False) + "\n")


@cli.command()
def migrate() -> None:
    """Bring the database up to date (a start does so as well)."""
    asyncio.run(_migrate(_settings()))
    console.print("The database is up to date.")


@cli.command()
def export(since: Annotated[str, typer.Option(help="YYYY-MM-DD; default: everything")] = "") -> None:
    """Print the ledger as CSV."""
    start = datetime.fromisoformat(since).replace(tzinfo=UTC) if since else datetime(2000, 1, 1, tzinfo=UTC)
    asyncio.run(_export(_settings(), start))


def missing_keys(settings: Settings) -> list[str]:
    """The names of the settings without which the bot cannot run."""
    needed = {
        "SLACK_BOT_TOKEN": settings.slack_bot_token,
        **(
            {"SLACK_SIGNING_SECRET": settings.slack_signing_secret}
            if settings.is_http
            else {"SLACK_APP_TOKEN": settings.slack_app_token}
        ),
        "OPENAI_API_KEY": settings.azure_openai_api_key if settings.azure_openai_endpoint else settings.openai_api_key,
    }
    return [name for name, secret in needed.items() if not secret.get_secret_value()]


async def _run(settings: Settings) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stopped.set)
    _keep_memory_together()
    async with Easel(settings):
        gc.freeze()  # what was loaded stays: looking through it again and again would stop all work for 0.1 s each time
        log.info("running", model=settings.image_model)
        await stopped.wait()
        log.info("stopping: calls in the air are finished first", at_most_seconds=settings.drain_seconds)


def _keep_memory_together() -> None:
    """glibc gives each thread a heap of its own and returns little of it: pictures in 20 threads cost 100 MB more."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        mallopt(M_ARENA_MAX, 2)


async def _migrate(settings: Settings) -> None:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.app_database)
    await database.migrate()
    await database.close()


async def _export(settings: Settings, since: datetime) -> None:
    database = Database(settings.app_database)
    await export_csv(Store(database).ledger, since, sys.stdout)
    await database.close()


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        for each in error.errors():
            name = "_".join(str(part) for part in each["loc"]).upper()
            complaint.print(f"{name}: {each['msg']}.", markup=False)
        raise typer.Exit(2) from error


def _print(finding: Finding) -> None:
    mark = "[red]✕ wrong [/red]" if finding.is_problem else "[green]✓ fine  [/green]"
    console.print(mark, end="")
    console.print(f"{finding.about}: {finding.sentence}", markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    cli()
