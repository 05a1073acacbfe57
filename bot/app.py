"""The one place where everything is built and joined; read it top to bottom for how the parts hang together."""

import fcntl
import os
import socket
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import aiohttp
import httpx
import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot import providers
from bot.cast import Cast
from bot.errors import Misconfigured
from bot.gauges import Gauges
from bot.health import Health
from bot.metrics import Metrics
from bot.providers import Catalogue, ImageProvider
from bot.reading import Defaults
from bot.reading.replies import RulesReader
from bot.serving import Server
from bot.sessions import Sessions
from bot.sets import Sets
from bot.settings import Settings
from bot.workflows.board import Board
from bot.workflows.cast import CastWork
from bot.workflows.comparing import Comparing
from bot.workflows.engine import Engine
from bot.workflows.liveness import Liveness
from bot.workflows.paid import PaidCalls
from bot.workflows.replies import ReplyWork
from bot.workflows.retries import Retries
from bot.workflows.sets import SetWork
from bot.workflows.shared_turns import SharedTurns
from bot.workflows.sheets import Sheets
from bot.workflows.shots import ShotWork
from bot.workflows.subjects import Subjects
from bot.workflows.turns import Limits, OwnTurns, Turns
from bot.workflows.views import Views
from bot.workflows.waits import Waits
from handlers import UseCases, register_all
from handlers.blocks.composer import Choices
from handlers.calls import CALL_SECONDS, counting, web_client
from handlers.downloads import SlackPhotos
from handlers.endpoint import Endpoint
from handlers.front import Front
from handlers.manifest import EVENTS_PATH
from handlers.outgoing import SlackShow
from handlers.pace import Pace
from handlers.socket import Socket
from storage.blobs import Blobs
from storage.database import Database
from storage.executors import Executors
from storage.store import Store
from storage.turns import TurnTable

MEGABYTE = 1024 * 1024
Line = Socket | Endpoint

log = structlog.get_logger()


@dataclass(frozen=True)
class Kept:
    """What is remembered."""

    store: Store
    blobs: Blobs


@dataclass(frozen=True)
class Models:
    """What draws."""

    catalogue: Catalogue
    images: ImageProvider


@dataclass(frozen=True)
class Slack:
    """How we speak."""

    client: AsyncWebClient
    show: SlackShow
    photos: SlackPhotos


class Easel:
    """The whole bot: `async with Easel(settings)` runs it until the block ends. `pace`: how fast it may call Slack;
    `retries`: how long it waits for the image service.

    `address`: where its web server listens, if it has one.
    """

    def __init__(self, settings: Settings, pace: Pace | None = None, retries: Retries | None = None) -> None:
        self._settings = settings
        self._pace, self._retries = pace or Pace(), retries or Retries()
        self._exits = AsyncExitStack()
        self._metrics, self._health = Metrics(), Health()
        self.address: str | None = None

    async def __aenter__(self) -> "Easel":
        async with AsyncExitStack() as exits:
            await self._build(exits)
            self._exits = exits.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._exits.aclose()

    async def _build(self, exits: AsyncExitStack) -> None:
        settings = self._settings
        _check_databases(settings)
        if not settings.is_shared:
            exits.callback(os.close, lock_folder(settings.data_dir))
        kept = await _open_kept(settings, self._metrics, exits)
        models = _open_models(settings, exits)
        slack = await _open_slack(settings, kept, self._pace, self._metrics, exits)
        executor = _executor(settings)
        precedence = kept.store.database.precedence
        about = Subjects(kept.store.iterations, kept.store.versions).of
        engine = Engine(settings.engine_database, executor, about, precedence)
        views = Views(kept.store, models.catalogue, models.images, settings.person_month, settings.draft_quality)
        turns = _open_turns(settings, kept, executor, exits)
        _join_work(settings, engine, kept, models, slack, views, turns, self._metrics, self._retries)

        use = _use_cases(settings, engine, kept, models, views)
        app = Front(slack.client, self._metrics, precedence.urgent)
        register_all(app, use, self._metrics)
        line = _line(settings, app, self._metrics)

        self._watch(kept, engine, line)
        await self._serve(Gauges(kept.store.database, turns, engine, self._health, self._metrics), line, exits)
        if settings.is_shared:
            await _live(settings, kept, engine, executor, use, exits)
        await engine.launch()
        exits.push_async_callback(engine.stop, settings.drain_seconds)
        await use.resume()
        exits.push_async_callback(line.close)
        await line.open()
        exits.callback(self._health.close)
        self._health.open()
        log.info("Slack may call", mode=settings.slack_mode)

    def _watch(self, kept: Kept, engine: Engine, line: Line) -> None:
        """What must be there for any work."""

        async def engine_problem() -> str | None:
            return None if engine.is_running else "The workflow engine is not running."

        self._health.needs("database", kept.store.database.ping)
        self._health.needs("engine", engine_problem)
        self._health.needs("connection to Slack", line.problem)

    async def _serve(self, gauges: Gauges, line: Line, exits: AsyncExitStack) -> None:
        """Up before the work begins and until it has ended, so that it can say so."""
        port = self._settings.listens_on
        if port is None:
            return
        server = Server(self._health, self._metrics, gauges.refresh)
        if isinstance(line, Endpoint):
            server.post(EVENTS_PATH, line.answer)
        exits.push_async_callback(server.stop)
        await server.start(self._settings.http_host, port)
        self.address = server.address
        log.info("listening", address=server.address)


def _line(settings: Settings, app: Front, metrics: Metrics) -> Line:
    """The way from Slack to us."""
    if settings.is_http:
        return Endpoint(app, settings.slack_signing_secret.get_secret_value(), metrics)
    return Socket(app, settings.slack_app_token.get_secret_value())


async def _open_kept(settings: Settings, metrics: Metrics, exits: AsyncExitStack) -> Kept:
    database = Database(settings.app_database, metrics.outage)
    exits.push_async_callback(database.close)
    await database.migrate()
    return Kept(Store(database), Blobs(settings.blob_store, metrics.outage))


def _open_models(settings: Settings, exits: AsyncExitStack) -> Models:
    catalogue = Catalogue.load(settings.models_file)
    for warning in catalogue.warnings(datetime.now(UTC).date(), settings.image_model):
        log.warning(warning)
    images = build_images(settings)
    exits.push_async_callback(images.close)
    return Models(catalogue, images)


async def _open_slack(settings: Settings, kept: Kept, pace: Pace, metrics: Metrics, exits: AsyncExitStack) -> Slack:
    timeout = aiohttp.ClientTimeout(total=CALL_SECONDS)
    session = await exits.enter_async_context(aiohttp.ClientSession(timeout=timeout, trace_configs=[counting(metrics)]))
    http = await exits.enter_async_context(httpx.AsyncClient(timeout=60))
    client = web_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url, session)
    show = SlackShow(client, kept.store.posts, kept.blobs, http, settings.delivery, pace=pace, metrics=metrics)
    return Slack(client, show, SlackPhotos(client, http, settings.file_hosts, settings.max_upload_mb))


def _open_turns(settings: Settings, kept: Kept, executor: str, exits: AsyncExitStack) -> Turns:
    limits = Limits(settings.calls_at_once, settings.calls_at_once_workspace, settings.pictures_per_minute)
    if not settings.is_shared:
        return OwnTurns(limits)
    turns = SharedTurns(TurnTable(kept.store.database, executor, settings.takeover_seconds), limits)
    exits.push_async_callback(turns.close)
    return turns


async def _live(
    settings: Settings, kept: Kept, engine: Engine, executor: str, use: UseCases, exits: AsyncExitStack
) -> None:
    """Seen before any work is taken, and until the last of it is done; then gone, so that others take over at once."""
    liveness = Liveness(Executors(kept.store.database), engine, executor, settings.takeover_seconds, use.resume)
    await liveness.begin()
    exits.push_async_callback(liveness.leave)
    await exits.enter_async_context(liveness.beating())


def _join_work(
    settings: Settings,
    engine: Engine,
    kept: Kept,
    models: Models,
    slack: Slack,
    views: Views,
    turns: Turns,
    metrics: Metrics,
    retries: Retries,
) -> None:
    """The workflows; each registers itself with the engine."""
    store, blobs, show, budget = kept.store, kept.blobs, slack.show, settings.person_month
    catalogue, images = models.catalogue, models.images
    waits = Waits(store, show, retries)
    paid = PaidCalls(
        store, blobs, catalogue, images, turns, waits, budget, on_paid=metrics.paid, is_ours=engine.is_ours
    )
    sheets = Sheets(blobs, store.posts, views, show)
    shots = ShotWork(engine, store, views, show, sheets, paid, catalogue, images)
    ReplyWork(engine, store, views, show, RulesReader(), Comparing(blobs, show))
    cast = CastWork(engine, store, blobs, show, slack.photos, settings.max_upload_mb * MEGABYTE)
    board = Board(views, show, waits)
    SetWork(engine, store, views, show, board, shots, sheets, cast, catalogue, images, settings.ask_above, budget)


def _use_cases(settings: Settings, engine: Engine, kept: Kept, models: Models, views: Views) -> UseCases:
    """What people can do."""
    model = models.catalogue.get(settings.image_model)
    defaults = Defaults(model, settings.quality, settings.max_shots)
    sets = Sets(engine, kept.store, views, models.catalogue, defaults, settings.draft_quality)
    choices = Choices(models=models.catalogue.names(), model=model.name, quality=settings.quality)
    return UseCases(
        sets, Cast(engine, kept.store), Sessions(engine, kept.store, RulesReader(), settings.person_month), choices
    )


def _executor(settings: Settings) -> str:
    """SQLite has one process, which takes up its own work again; on PostgreSQL each start is somebody new."""
    return f"{socket.gethostname()}-{uuid4().hex[:8]}" if settings.is_shared else "local"


def _check_databases(settings: Settings) -> None:
    if settings.engine_database.startswith("sqlite") is settings.is_shared:
        raise Misconfigured(
            "DATABASE_URL and ENGINE_URL must both be PostgreSQL, for one process or several, or both be SQLite files. "
            "With PostgreSQL, DATABASE_URL alone is enough."
        )


def build_images(settings: Settings) -> ImageProvider:
    return providers.build(
        api_key=settings.openai_api_key.get_secret_value(),
        base_url=settings.openai_base_url,
        azure_endpoint=settings.azure_openai_endpoint,
        azure_api_key=settings.azure_openai_api_key.get_secret_value(),
        azure_api_version=settings.azure_openai_api_version,
        timeout_seconds=settings.image_timeout_seconds,
    )


def lock_folder(folder: Path) -> int:
    """A second process on the same SQLite files would do all work twice, so it is refused; gives the open file."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise Misconfigured(
            f"Another Easel runs on {folder} already. Stop it first, or give this one its own DATA_DIR; "
            "several processes together need PostgreSQL (DATABASE_URL and ENGINE_URL)."
        ) from error
    return handle
