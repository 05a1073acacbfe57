"""The web server: Slack's requests in HTTP mode; health, readiness and metrics for those who run the bot."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.errors import Misconfigured
from bot.health import Health
from bot.metrics import Metrics

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Counting = Callable[[], Awaitable[None]]

GRACE_SECONDS = 5.0  # for requests that are being answered when it stops; Slack waits for three
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Server:
    """`count` brings the metrics up to date before they are read."""

    def __init__(self, health: Health, metrics: Metrics, count: Counting, most_bytes: int = 1024**2) -> None:
        self._health, self._metrics, self._count = health, metrics, count
        self._app = web.Application(client_max_size=most_bytes)
        self._app.router.add_get("/healthz", self._alive)
        self._app.router.add_get("/readyz", self._ready)
        self._app.router.add_get("/metrics", self._measured)
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=GRACE_SECONDS)
        self.address = ""

    def post(self, path: str, handler: Handler) -> None:
        """Before `start`."""
        self._app.router.add_post(path, handler)

    async def start(self, host: str, port: int) -> None:
        """Port 0 is any free one; `address` says which."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            raise Misconfigured(
                f"I cannot listen on {host}:{port} ({error.strerror}). Set HTTP_HOST and HTTP_PORT to a free address."
            ) from error
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def _alive(self, _: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def _ready(self, _: web.Request) -> web.Response:
        problem = await self._health.problem()
        return web.Response(text=f"{problem or 'ready'}\n", status=503 if problem else 200)

    async def _measured(self, _: web.Request) -> web.Response:
        await self._count()
        return web.Response(body=self._metrics.text(), headers={"Content-Type": METRICS_TYPE})
