"""Money: integers in micro-USD everywhere; one million of them is a dollar."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.models import Usage

USD = 1_000_000


@dataclass(frozen=True)
class Estimate:
    """A forecast in micro-USD: `expected` is shown, `ceiling` is held; output tokens follow the formula if any."""

    expected: int
    ceiling: int
    output_tokens: int

    def __add__(self, other: "Estimate") -> "Estimate":
        return Estimate(
            self.expected + other.expected,
            self.ceiling + other.ceiling,
            self.output_tokens + other.output_tokens,
        )


@dataclass(frozen=True)
class Hold:
    """Money set aside for one paid call (`id` is the call's id) until it is settled or released."""

    id: str
    workspace: str
    user: str
    channel: str
    session_id: str
    iteration_id: str
    amount: int


class Outcome(StrEnum):
    """How a paid call ended. `IN_THE_AIR`: we stopped while it ran; the provider may have billed it."""

    DRAWN = "drawn"
    REFUSED = "refused"
    FAILED = "failed"
    IN_THE_AIR = "in_the_air"


@dataclass(frozen=True)
class Spend:
    """A row of the append-only ledger: one attempt at one paid call; `cost` in micro-USD, by `price_list`.

    `unsettled` is what the provider may have billed besides, when that cannot be known (IN_THE_AIR, no usage returned).
    """

    id: str
    hold_id: str
    workspace: str
    user: str
    channel: str
    session_id: str
    iteration_id: str
    model: str
    size: str
    quality: str
    pictures: int
    prompt_hash: str
    usage: Usage | None
    price_list: str
    cost: int
    unsettled: int
    seconds: float
    outcome: Outcome
    request_id: str | None = None


@dataclass(frozen=True)
class SpendLine:
    """One line of a report: a label (a model, a session's title, a kind), how many pictures, micro-USD."""

    label: str
    pictures: int
    cost: int


@dataclass(frozen=True)
class MonthSpend:
    """A person's month: total, what is held right now, the budget if there is one (micro-USD), and the parts."""

    month: datetime
    total: int
    held: int
    unsettled: int
    budget: int | None
    pictures: int
    by_model: tuple[SpendLine, ...] = ()
    by_session: tuple[SpendLine, ...] = ()

    @property
    def left(self) -> int | None:
        return None if self.budget is None else max(0, self.budget - self.total - self.held)
