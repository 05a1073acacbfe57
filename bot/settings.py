"""Every setting: name, type, default, one line why. Read from the environment and `.env`, once, in `app.py`."""

from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain import USD


class Settings(BaseSettings):
    """The names in the environment are the fields' names in capitals."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    # Slack
    slack_bot_token: SecretStr = Field(SecretStr(""), description="xoxb-…, from OAuth & Permissions")
    slack_app_token: SecretStr = Field(SecretStr(""), description="xapp-… with connections:write, for Socket Mode")
    slack_mode: Literal["socket", "http"] = Field("socket", description="http: Slack calls us, at /slack/events")
    slack_signing_secret: SecretStr = Field(SecretStr(""), description="for HTTP mode; Socket Mode has no signatures")
    slack_api_url: str = Field("https://slack.com/api/", description="base of Slack's Web API")
    slack_file_hosts: str = Field(
        "files.slack.com,slack-files.com", description="hosts (or host:port) that get the token for downloads"
    )
    delivery: Literal["cards", "gallery"] = Field("cards", description="how pictures are shown: DESIGN 2.10")

    # Models
    openai_api_key: SecretStr = Field(SecretStr(""), description="the image API's key")
    openai_base_url: str = Field("https://api.openai.com/v1", description="any OpenAI-compatible server")
    azure_openai_endpoint: str = Field("", description="https://NAME.openai.azure.com; set: Azure is used")
    azure_openai_api_key: SecretStr = Field(SecretStr(""), description="Azure's key")
    azure_openai_api_version: str = Field("2025-04-01-preview", description="Azure's API version")
    image_model: str = Field("gpt-image-2", description="the model unless --model says otherwise")
    quality: str = Field("medium", description="the quality unless --quality says otherwise")
    draft_quality: str = Field("low", description="the quality of drafts")
    models_file: Path | None = Field(None, description="TOML with more models, as bot/providers/catalogue.toml")
    image_timeout_seconds: float = Field(600, gt=0, description="one image call; high and 4K take minutes")

    # What is kept where
    data_dir: Path = Field(Path("data"), description="databases and blobs, unless the three URLs say otherwise")
    database_url: str = Field("", description="sqlite+aiosqlite:///… or postgresql+psycopg://…")
    engine_url: str = Field("", description="the workflow engine's: sqlite:///… or postgresql://…; may be the same one")
    blobs_url: str = Field("", description="file:///…, s3://…, gs://…, az://…")

    # Limits
    ask_above_usd: float = Field(1.0, ge=0, description="sets above this price wait for a press on Draw")
    person_month_usd: float | None = Field(None, ge=0, description="a person's budget per calendar month (UTC)")
    max_shots: int = Field(20, ge=1, le=100, description="shots in a set")
    calls_at_once: int = Field(16, ge=1, description="image calls in the air, of all processes")
    calls_at_once_workspace: int = Field(8, ge=1, description="… of one workspace")
    pictures_per_minute: int = Field(0, ge=0, description="the provider's image limit; 0: none known")
    max_upload_mb: int = Field(30, ge=1, le=1000, description="an uploaded photo")

    # Running
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="what is logged")
    log_format: Literal["console", "json"] = Field("console", description="json in production")
    http_host: str = Field("127.0.0.1", description="where the web server listens; 0.0.0.0 in a container")
    http_port: int | None = Field(
        None, ge=0, le=65535, description="HTTP mode: 3000 unless set. Socket Mode: health and metrics, if set. 0: any"
    )
    takeover_seconds: float = Field(
        30, gt=0, description="on PostgreSQL, a process unseen for so long is taken for dead, and others go on"
    )
    drain_seconds: int = Field(120, ge=0, description="a stop waits this long for calls in the air: they are paid for")

    @property
    def is_http(self) -> bool:
        return self.slack_mode == "http"

    @property
    def listens_on(self) -> int | None:
        """The web server's port; None: there is none."""
        return 3000 if self.http_port is None and self.is_http else self.http_port

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that no log may show; the databases' addresses may hold passwords."""
        fields = [value.get_secret_value() for _, value in self if isinstance(value, SecretStr)]
        passwords = [urlsplit(url).password for url in (self.database_url, self.engine_url, self.blobs_url)]
        return tuple(filter(None, [*fields, *passwords]))

    @property
    def app_database(self) -> str:
        return self.database_url or f"sqlite+aiosqlite:///{(self.data_dir / 'app.db').absolute()}"

    @property
    def is_shared(self) -> bool:
        """On PostgreSQL several processes work together; SQLite's files have one."""
        return self.app_database.startswith("postgres")

    @property
    def engine_database(self) -> str:
        """On PostgreSQL the same database serves: the engine has a schema of its own."""
        if not self.engine_url and self.is_shared:
            return f"postgresql://{self.database_url.partition('://')[2]}"
        return self.engine_url or f"sqlite:///{(self.data_dir / 'engine.db').absolute()}"

    @property
    def blob_store(self) -> str:
        return self.blobs_url or (self.data_dir / "blobs").absolute().as_uri()

    @property
    def ask_above(self) -> int:
        """Micro-USD."""
        return round(self.ask_above_usd * USD)

    @property
    def person_month(self) -> int | None:
        """Micro-USD; None: no budget."""
        return None if self.person_month_usd is None else round(self.person_month_usd * USD)

    @property
    def file_hosts(self) -> frozenset[str]:
        return frozenset(host.strip().lower() for host in self.slack_file_hosts.split(",") if host.strip())
