"""Logs: readable lines for people, one JSON object a line for machines; secrets never reach them."""

import json
import logging
import sys
from collections.abc import Callable, Iterable
from typing import Any, Literal

import structlog

from bot.masking import mask_for

# They tell of all that passes through them.
NOISY = ("slack_bolt", "slack_sdk", "httpx", "httpcore", "alembic", "aiosqlite", "asyncio")
WITH_HANDLERS_OF_THEIR_OWN = ("dbos",)  # its lines would be no JSON, and not masked


class Masked(logging.Formatter):
    """A formatter whose whole line is masked: message, values and traceback."""

    def __init__(self, inner: logging.Formatter, mask: Callable[[str], str]) -> None:
        super().__init__()
        self._inner, self._mask = inner, mask

    def format(self, record: logging.LogRecord) -> str:
        return self._mask(self._inner.format(record))


SHARED: tuple[structlog.typing.Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure(level: str, form: Literal["console", "json"], secrets: Iterable[str] = ()) -> None:
    """Both structlog and the libraries' stdlib loggers end in the same lines on standard error."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter(form, secrets))
    handler.addFilter(_is_news)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in WITH_HANDLERS_OF_THEIR_OWN:
        theirs = logging.getLogger(name)
        theirs.handlers, theirs.propagate = [handler], False
    for name in NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def formatter(form: Literal["console", "json"], secrets: Iterable[str] = ()) -> logging.Formatter:
    last: list[structlog.typing.Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(_as_json)]
        if form == "json"
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    )
    lines = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
    return Masked(lines, mask_for(secrets))


def _as_json(line: Any, **how: Any) -> str:
    """A line that cannot be JSON as it is (odd keys, NaN) is still one."""
    try:
        return json.dumps(line, allow_nan=False, **how)
    except (TypeError, ValueError):
        return json.dumps({str(key): repr(value) for key, value in line.items()})


def _is_news(record: logging.LogRecord) -> bool:
    """Bolt's loggers set their own level. We give it a client that has the token: that the environment has it as well
    is no news."""
    if record.name.startswith(NOISY) and record.levelno < logging.WARNING:
        return False
    return not (record.name == "slack_bolt.AsyncApp" and "`token` will be unused" in record.getMessage())
