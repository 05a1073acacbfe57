"""The end of every step: an expected error becomes a sentence, any other a reference that is in the log as well.

Steps return failures and never raise them: errors would lose their class in the engine's JSON.
"""

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from bot.domain import Failure
from bot.errors import BotError, Cancelled
from bot.workflows.engine import Engine, Json
from bot.workflows.outages import waiting_out

log = structlog.get_logger()


async def guarded(engine: Engine, name: str, body: Callable[..., Awaitable[Json]], *arguments: Any) -> Json:
    """Run a step; its result is {"value": …} or {"problem": sentence, "ref": code or None, "cancelled": bool}."""

    async def run(*given: Any) -> Json:
        try:
            return {"value": await waiting_out(name, lambda: body(*given))}
        except BotError as error:
            return {"problem": error.sentence, "ref": None, "cancelled": isinstance(error, Cancelled)}
        except Exception:
            ref = secrets.token_hex(3)
            log.exception("fault", step=name, ref=ref, about=[str(each)[:200] for each in given])
            return {"problem": f"Something broke on our side (ref {ref}).", "ref": ref, "cancelled": False}

    return await engine.step(name, run, *arguments)


def failure_in(result: Json) -> Failure | None:
    """The failure that a guarded step ended in, if it did."""
    if "problem" not in result:
        return None
    return Failure(result["problem"], result["ref"], can_retry=not result["cancelled"])
