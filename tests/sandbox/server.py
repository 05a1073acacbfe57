"""The whole sandbox: four small servers that share one state; tests start it in-process, people as a program."""

from pathlib import Path

from aiohttp import web

from tests.sandbox.control import control_app
from tests.sandbox.faults import Faults
from tests.sandbox.journal import Journal
from tests.sandbox.knobs import Knobs
from tests.sandbox.live import Live
from tests.sandbox.models.app import model_app
from tests.sandbox.models.studio import Studio
from tests.sandbox.slack.file_host import file_host_app
from tests.sandbox.slack.manifest import Manifest
from tests.sandbox.slack.people import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.web_api.app import slack_app
from tests.sandbox.slack.workspace import Workspace

MANIFEST = Path(__file__).parents[2] / "manifest.json"
HOST = "127.0.0.1"
PATIENCE = 0.5  # seconds for calls in the air when it stops


class Sandbox:
    """`port` is the page's and the control calls'; everything else takes free ports.

    Tests that draw nothing bring a `studio` of their own, and save the start of its processes.
    """

    def __init__(self, port: int = 0, manifest: Path = MANIFEST, *, studio: Studio | None = None) -> None:
        self.journal = Journal()
        self.faults = Faults()
        self.knobs = Knobs()
        self.slack = Platform(Manifest.read(manifest), self.journal, self.faults, self.knobs)
        self._live = Live(self.slack)
        self._port = port
        self._studio = studio
        self._runners: list[web.AppRunner] = []
        self.url = ""
        self.models_url = ""

    @property
    def workspace(self) -> Workspace:
        return self.slack.workspace

    async def start(self) -> None:
        addresses = self.slack.addresses
        addresses.slack = await self._serve(slack_app(self.slack))
        addresses.files = await self._serve(file_host_app(self.slack))
        self.models_url = await self._serve(model_app(self.journal, self.faults, self.knobs, self._studio))
        self.url = await self._serve(control_app(self.slack, self._live), self._port)

    async def stop(self) -> None:
        await self._live.close()
        await self.slack.close()
        for runner in reversed(self._runners):
            await runner.cleanup()
        self._runners.clear()

    def environment(self) -> dict[str, str]:
        """What points any bot process at this sandbox."""
        return {
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "SLACK_API_URL": f"{self.slack.addresses.slack}/api/",
            "SLACK_FILE_HOSTS": self.slack.addresses.files.removeprefix("http://"),
            "OPENAI_API_KEY": "sk-sandbox",
            "OPENAI_BASE_URL": f"{self.models_url}/v1",
        }

    async def _serve(self, app: web.Application, port: int = 0) -> str:
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        self._runners.append(runner)
        await web.TCPSite(runner, HOST, port).start()
        return f"http://{HOST}:{runner.addresses[0][1]}"
