"""Every error, each with the sentence a person reads.

    BotError                    shown as it is
    ├── Malformed               a payload that does not look like Slack's: nobody to tell
    ├── BadRequest              the words cannot be understood or are not possible; nothing was spent
    ├── NotHere                 Slack will not let us answer there (not invited, archived …)
    ├── NotYours                somebody else's to decide
    ├── TooLate                 a button or message that no longer fits
    ├── Cancelled               somebody pressed Cancel before it was drawn
    ├── OverBudget              the money is not there
    ├── BadPicture              an upload that is no usable picture
    ├── Unavailable             database, kept pictures or Slack are out of reach: work waits, commands are asked again
    ├── TakenOver               another process does this work now; nobody is told
    └── ProviderError           the image or text API said no
        ├── Moderated           refused for its content, at input or output
        ├── Busy                rate limits, overload, outages: worth trying again
        ├── OutOfFunds          the provider's account is empty or capped
        ├── Misconfigured       key, model or organisation: an administrator's work
        └── BadAnswer           an answer that is no picture

Anything else is our own fault: the person reads a short code that stands in the log as well (handlers/explain.py).
"""

from bot.domain import Usage


class BotError(Exception):
    """An expected failure. `sentence` is complete, ends with a full stop, and names the next step."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Malformed(BotError):
    """A payload that cannot be read; `where` names the part, for the log."""

    def __init__(self, where: str) -> None:
        super().__init__("That could not be read. Try once more.")
        self.where = where


class BadRequest(BotError):
    """Words that cannot be drawn as asked. `field` names the input of a form that is to blame."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class NotHere(BotError):
    """Slack refuses this place; `code` is Slack's error code."""

    def __init__(self, sentence: str, code: str = "") -> None:
        super().__init__(sentence)
        self.code = code


class NotYours(BotError):
    """Only somebody else may do this."""


class TooLate(BotError):
    """What the button belongs to has changed or is gone."""


class Cancelled(BotError):
    """Cancelled before it was drawn: nothing was spent."""


class OverBudget(BotError):
    """The hold would pass a budget; `left` is what remains, in micro-USD."""

    def __init__(self, sentence: str, left: int = 0) -> None:
        super().__init__(sentence)
        self.left = left


class BadPicture(BotError):
    """An upload that cannot be used; nothing was spent."""


class Unavailable(BotError):
    """Slack or what we keep cannot be reached, or the disk is full: it passes, and the work goes on."""


class TakenOver(BotError):
    """This process was taken for dead, and another one goes on with the work."""


class ProviderError(BotError):
    """The provider refused or failed.

    `may_be_billed`: the call may have been paid without an answer. `usage`: what an unusable answer was billed for.
    """

    def __init__(
        self,
        sentence: str,
        *,
        may_be_billed: bool = False,
        request_id: str | None = None,
        usage: Usage | None = None,
    ) -> None:
        super().__init__(sentence)
        self.may_be_billed = may_be_billed
        self.request_id = request_id
        self.usage = usage


class Moderated(ProviderError):
    """Refused for its content; `stage` is "input", "output" or "unknown"."""

    def __init__(self, sentence: str, *, stage: str = "unknown", request_id: str | None = None) -> None:
        super().__init__(sentence, request_id=request_id)
        self.stage = stage


class Busy(ProviderError):
    """Worth trying again after `retry_after` seconds (None: our own back-off)."""

    def __init__(
        self,
        sentence: str,
        *,
        retry_after: float | None = None,
        may_be_billed: bool = False,
        request_id: str | None = None,
    ) -> None:
        super().__init__(sentence, may_be_billed=may_be_billed, request_id=request_id)
        self.retry_after = retry_after


class OutOfFunds(ProviderError):
    """No money with the provider."""


class Misconfigured(ProviderError):
    """A key, model or organisation that does not work: for an administrator."""


class BadAnswer(ProviderError):
    """The answer held no usable picture."""
