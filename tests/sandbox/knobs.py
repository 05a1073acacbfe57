"""How the pretend services behave: latencies, capabilities, strictness; `POST /sandbox/settings` changes any of it."""

from pydantic import BaseModel, ConfigDict, Field


class Latency(BaseModel):
    """Seconds from request to answer; `fixed` overrides the table when it is set."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    fixed: float | None = Field(None, ge=0)
    low: float = Field(2.5, ge=0)
    medium: float = Field(5.0, ge=0)
    high: float = Field(9.0, ge=0)
    xhigh: float = Field(11.0, ge=0)
    max: float = Field(13.0, ge=0)
    jitter: float = Field(0.35, ge=0, le=1, description="share of the latency by which calls differ")
    text: float = Field(0.8, ge=0, description="a text model's answer")


class Capabilities(BaseModel):
    """What the image server can do; OpenAI's own by default, a self-hosted one with less."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    n: bool = True
    references: int = Field(16, ge=0, le=16)
    usage: bool = True
    edits: bool = True
    mask: bool = True
    quality: bool = True
    stream: bool = True
    images_per_minute: int | None = Field(None, ge=1, description="429 above it; None: no limit")


class SlackRules(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    rate_limits: bool = True
    file_processing: float = Field(0.3, ge=0, description="seconds until an upload may be used in a block")
    web_api: float = Field(0.02, ge=0, description="latency of a Web API call, seconds")
    acknowledge_within: float = Field(3.0, gt=0, description="seconds that the bot has to acknowledge")
    trigger_life: float = Field(3.0, gt=0, description="seconds that a trigger_id may be used")
    request_url: str | None = Field(None, description="deliver by signed HTTP POST to this address, not by Socket Mode")
    retry_after: tuple[float, ...] = Field((1.0, 60.0, 300.0), description="event redelivery, seconds after a failure")


class Knobs(BaseModel):
    """All settings of the sandbox, in three groups."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    latency: Latency = Field(default_factory=Latency)
    capabilities: Capabilities = Field(default_factory=Capabilities)
    slack: SlackRules = Field(default_factory=SlackRules)
    drift: str = Field(default="medium", pattern="^(none|low|medium|high|severe)$")
