"""Refusals in the words and codes of the real API, so that a client's handling of them is tried in earnest."""

from typing import Any

from aiohttp import web

SLOW_DOWN = "Your requests are arriving too quickly. Please slow down and increase your rate gradually."
QUOTA = "You exceeded your current quota, please check your plan and billing details."
BILLING = "Billing hard limit has been reached."
UNVERIFIED = (
    "Your organization must be verified to use the model `{model}`. Access can take up to 15 minutes to spread."
)
OVERLOADED = "The server is currently overloaded. Please try again later."
BLOCKED = "Your request was rejected by the safety system. If you believe this is an error, include the request ID."
SERVER = "The server had an error while processing your request. Sorry about that!"


class ApiError(Exception):
    """One refusal: its HTTP status, and the body {"error": {message, type, param, code}}."""

    def __init__(
        self,
        status: int,
        message: str,
        code: str | None = None,
        *,
        param: str | None = None,
        kind: str = "invalid_request_error",
        headers: dict[str, str] | None = None,
        **details: Any,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.headers = status, code, headers or {}
        self.error = {"message": message, "type": kind, "param": param, "code": code, **details}

    def response(self) -> web.Response:
        return web.json_response({"error": self.error}, status=self.status, headers=self.headers)


def unknown_parameter(name: str) -> ApiError:
    return ApiError(400, f"Unknown parameter: '{name}'.", "unknown_parameter", param=name)


def missing(name: str) -> ApiError:
    return ApiError(400, f"Missing required parameter: '{name}'.", "missing_required_parameter", param=name)


def invalid_value(name: str, value: Any, allowed: list[str]) -> ApiError:
    listed = ", ".join(f"'{one}'" for one in allowed)
    message = f"Invalid value: '{value}'. Supported values are: {listed}."
    return ApiError(400, message, "invalid_value", param=name)


def model_not_found(name: str) -> ApiError:
    message = f"The model `{name}` does not exist or you do not have access to it."
    return ApiError(404, message, "model_not_found", param="model")


def invalid_api_key() -> ApiError:
    return ApiError(401, "Incorrect API key provided. Find your key in the dashboard.", "invalid_api_key")


def rate_limited(seconds: float, message: str = "Rate limit reached") -> ApiError:
    wait = f"{seconds:g}"
    return ApiError(
        429,
        f"{message}. Please try again in {wait}s.",
        "rate_limit_exceeded",
        kind="requests",
        headers={"Retry-After": wait},
    )


def moderated(stage: str, categories: list[str]) -> ApiError:
    return ApiError(
        400,
        BLOCKED,
        "moderation_blocked",
        kind="image_generation_user_error",
        moderation_details={"moderation_stage": stage, "categories": categories},
    )
