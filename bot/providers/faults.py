"""What each refusal of the provider means, in one table: its signs, the class of error, the sentence a person reads.

The first row that fits holds. `{model}`, `{size}`, `{quality}` and `{content}` are filled in. A 429 is an empty account
as often as a rate limit, and a 400 may be one as well, so codes come before statuses.
"""

import re
from dataclasses import dataclass
from typing import Final

import httpx2  # the HTTP library of the openai package: tells a connection that never was from one that broke
import openai

from bot.errors import Busy, Misconfigured, Moderated, OutOfFunds, ProviderError
from bot.providers.orders import ImageOrder
from bot.providers.refusals import Refusal

NEVER_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol)


@dataclass(frozen=True)
class Row:
    """Fits when every sign given is there: one of `codes`, one of `statuses`, the `param`, `says` in the message."""

    error: type[ProviderError]
    sentence: str
    codes: tuple[str, ...] = ()
    statuses: tuple[int, ...] = ()
    param: str = ""
    says: str = ""
    may_be_billed: bool = False

    def fits(self, refusal: Refusal) -> bool:
        return (
            (not self.codes or any(code in self.codes for code in refusal.codes))
            and (not self.statuses or refusal.status in self.statuses)
            and (not self.param or refusal.param.startswith(self.param))
            and (not self.says or refusal.says(self.says))
        )


CONTENT: Final = "The image service refused this for its content{content}. Say it in other words and try again."
CONTENT_AT: Final = {
    "input": (
        "The image service refused the words or references for their content{content}. Say it in other words, or use "
        "other references."
    ),
    "output": (
        "The image service drew the picture and held it back for its content{content}. Say it in other words, or try "
        "once more: another take may pass."
    ),
}
FUNDS: Final = (
    "The account with the image service has run out of money or has reached its spending limit. An administrator must "
    "top it up or raise the limit."
)
LIMIT: Final = "The image service draws only so many pictures a minute and is at its limit. Try again in a few minutes."
OVERLOAD: Final = "The image service has more to do than it can at the moment. Try again in a few minutes."
UNVERIFIED: Final = (
    "The image service wants the organisation behind its key to be verified before it draws with {model}. An "
    "administrator can do that in the service's organisation settings; it counts up to 15 minutes later."
)
KEY: Final = "The image service does not accept the key it was given. An administrator must check it in the settings."
FORBIDDEN: Final = (
    "The key for the image service is not allowed to draw with {model}. Choose another model, or ask an administrator."
)
NO_MODEL: Final = "The image service has no model {model} for this key. Choose another, or ask an administrator."
NO_SIZE: Final = "The image service does not draw {model} pictures of {size}. Choose another size, such as square."
NO_QUALITY: Final = "The image service does not know the quality {quality} for {model}. Choose another quality."
NO_PICTURE: Final = "The image service cannot read one of the references. Upload it again as a PNG or JPEG."
TOO_LARGE: Final = "The references are too large for the image service. Use fewer or smaller ones."
NO_PROMPT: Final = "The image service cannot take these words, perhaps because they are too many. Shorten the request."
INVALID: Final = "The image service did not accept this request. The reason stands in the log, for an administrator."
LATE: Final = "The image service gave up before the picture was done. Try again, or choose a lower quality."
BROKEN: Final = "The image service had a fault of its own. Try again in a few minutes."

REFUSED_CODES: Final = (
    "moderation_blocked",
    "content_policy_violation",
    "image_content_policy_violation",
    "contentfilter",
    "content_filter",
    "responsibleaipolicyviolation",
)
EMPTY_CODES: Final = (
    "billing_hard_limit_reached",
    "insufficient_quota",
    "credit_balance_exhausted",
    "organization_spend_limit_exceeded",
    "project_spend_limit_exceeded",
    "organization_usage_limit_exceeded",
)

TABLE: Final = (
    Row(Moderated, CONTENT, codes=REFUSED_CODES),
    Row(Moderated, CONTENT, statuses=(400, 403, 422), says=r"safety system|content.?policy|content.?filter|moderation"),
    Row(OutOfFunds, FUNDS, codes=EMPTY_CODES),
    Row(OutOfFunds, FUNDS, statuses=(402,)),
    Row(Misconfigured, UNVERIFIED, statuses=(403,), says=r"must be verified|verify organi[sz]ation"),
    Row(Misconfigured, KEY, codes=("invalid_api_key",)),
    Row(Misconfigured, KEY, statuses=(401,)),
    Row(Misconfigured, FORBIDDEN, statuses=(403,)),
    Row(Misconfigured, NO_MODEL, codes=("model_not_found", "deploymentnotfound")),
    Row(Misconfigured, NO_MODEL, statuses=(404, 405)),
    Row(Misconfigured, NO_MODEL, statuses=(400,), param="model"),
    Row(ProviderError, TOO_LARGE, statuses=(413,)),
    Row(ProviderError, NO_SIZE, statuses=(400, 422), param="size"),
    Row(ProviderError, NO_QUALITY, statuses=(400, 422), param="quality"),
    Row(ProviderError, NO_PROMPT, statuses=(400, 422), param="prompt"),
    Row(ProviderError, NO_PICTURE, statuses=(400, 415, 422), param="image"),
    Row(ProviderError, NO_PICTURE, statuses=(400, 415, 422), says=r"invalid file|mimetype|invalid.image"),
    Row(Busy, OVERLOAD, codes=("slow_down", "server_is_overloaded")),
    Row(Busy, LIMIT, statuses=(429,)),
    Row(Busy, OVERLOAD, statuses=(503, 529)),
    Row(Busy, LATE, statuses=(408, 504, 524), may_be_billed=True),
    Row(Busy, BROKEN, statuses=(409, 425)),
    Row(ProviderError, INVALID, statuses=tuple(range(300, 500))),
    Row(Busy, BROKEN),
)


def fault_of(refusal: Refusal, order: ImageOrder) -> ProviderError:
    """The error that an error answer stands for."""
    if impossible := _beyond_the_limit(refusal):
        return ProviderError(impossible, request_id=refusal.request_id)
    row = next(row for row in TABLE if row.fits(refusal))
    template = CONTENT_AT.get(refusal.stage, row.sentence) if row.error is Moderated else row.sentence
    content = f" ({', '.join(refusal.categories)})" if refusal.categories else ""
    sentence = template.format(model=order.model.name, size=order.size, quality=order.quality, content=content)
    request_id, billed = refusal.request_id, row.may_be_billed
    if row.error is Moderated:
        return Moderated(sentence, stage=refusal.stage, request_id=request_id)
    if row.error is Busy:
        return Busy(sentence, retry_after=refusal.retry_after, may_be_billed=billed, request_id=request_id)
    return row.error(sentence, request_id=request_id)


def fault_of_silence(error: Exception, seconds: float) -> Busy:
    """No answer at all: whoever had already sent the call may have to pay for it."""
    if isinstance(error.__cause__, NEVER_SENT):
        return Busy(
            "The image service cannot be reached. Try again in a few minutes; if it stays so, an administrator should "
            "check its address and the network."
        )
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        within = f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"
        return Busy(
            f"The image service gave no answer within {within}. Try again, or choose a lower quality.",
            may_be_billed=True,
        )
    return Busy(
        "The connection to the image service broke before the picture was here. Try again.",
        may_be_billed=True,
    )


def _beyond_the_limit(refusal: Refusal) -> str | None:
    """A call that asks for more than a whole minute's allowance is refused however often it is tried."""
    found = re.search(r"\blimit:? (\d+)\b.*\brequested:? (\d+)\b", refusal.message, re.I | re.S)
    if refusal.status != 429 or found is None or int(found[2]) <= int(found[1]):
        return None
    return (
        f"The image service allows {found[1]} a minute here, and this asks for {found[2]} at once. Ask for fewer "
        "pictures or references at a time."
    )
