"""How Slack says no to the bot, and how the sandbox says no to who drives it."""

from typing import Any


class SlackError(Exception):
    """An answer `{"ok": false, "error": code}`; `status` and `headers` differ only for rate limits."""

    def __init__(self, code: str, *, status: int = 200, headers: dict[str, str] | None = None, **extra: Any) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.headers = headers or {}
        self.extra = extra

    def as_json(self) -> dict[str, Any]:
        return {"ok": False, "error": self.code, **self.extra}


class InvalidArguments(SlackError):
    """`invalid_arguments` with the reasons where Slack puts them."""

    def __init__(self, *reasons: str) -> None:
        messages = [f"[ERROR] {reason}" for reason in reasons]
        super().__init__("invalid_arguments", response_metadata={"messages": messages})


class WrongCall(Exception):
    """A control call that cannot be done; the sentence says why."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
