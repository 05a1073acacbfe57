"""The faults that the model API can be told to have: which refusal each kind is, and what spoils an answer."""

import asyncio
from typing import Any

from tests.sandbox.faults import Fault
from tests.sandbox.models import errors
from tests.sandbox.models.errors import ApiError

SPOILS = ("drop", "late", "truncated", "invalid", "no_usage")
_HANG = 30.0
_LATE = 5.0


class HangUp(Exception):
    """The server closes the connection without an answer."""


def _refusals(model: str, detail: dict[str, Any]) -> dict[str, ApiError]:
    return {
        "rate_limit": errors.rate_limited(detail.get("retry_after", 1), f"Rate limit reached for {model}"),
        "slow_down": ApiError(429, errors.SLOW_DOWN, "slow_down", kind="requests"),
        "quota": ApiError(429, errors.QUOTA, "insufficient_quota", kind="insufficient_quota"),
        "unverified": ApiError(403, errors.UNVERIFIED.format(model=model)),
        "model_gone": errors.model_not_found(model),
        "billing_limit": ApiError(400, errors.BILLING, "billing_hard_limit_reached", kind="billing_limit_user_error"),
        "server_error": ApiError(detail.get("status", 500), errors.SERVER, "server_error", kind="server_error"),
        "overloaded": ApiError(503, errors.OVERLOADED, "server_is_overloaded", kind="service_unavailable_error"),
        "bad_key": errors.invalid_api_key(),
        "bad_request": ApiError(400, detail.get("message", "Invalid request."), "invalid_value", param="prompt"),
        "moderation": moderation(detail),
    }


def moderation(detail: dict[str, Any]) -> ApiError:
    return errors.moderated(detail.get("stage", "input"), detail.get("categories", ["violence"]))


async def strike(fault: Fault | None, model: str) -> None:
    """Raise what the fault means before any work is done; faults that spoil the answer wait for `spoils`."""
    if fault is None or fault.kind in SPOILS or blocks_output(fault):
        return
    if fault.kind == "hang":
        await asyncio.sleep(fault.detail.get("seconds", _HANG))
        raise HangUp
    refusals = _refusals(model, fault.detail)
    raise refusals.get(fault.kind) or ApiError(500, f"The sandbox knows no fault '{fault.kind}'.", "server_error")


def blocks_output(fault: Fault | None) -> bool:
    return fault is not None and fault.kind == "moderation" and fault.detail.get("stage") == "output"


def spoils(fault: Fault | None, kind: str) -> bool:
    return fault is not None and fault.kind == kind


def delay(fault: Fault | None) -> float:
    """Seconds that a late answer adds."""
    return float(fault.detail.get("seconds", _LATE)) if fault and fault.kind == "late" else 0.0
