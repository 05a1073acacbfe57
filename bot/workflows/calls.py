"""One paid call as it is about to be made: what is sent, what it may cost, and its row of the ledger."""

import hashlib
from dataclasses import dataclass, replace

from bot.domain import Edited, Estimate, Hold, Model, Outcome, Shot, ShotSet, Size, Spend
from bot.errors import ProviderError
from bot.money.amounts import usd
from bot.money.estimates import cost
from bot.workflows.jobs import Job
from bot.workflows.orders import Sketch


@dataclass(frozen=True)
class Call:
    """A job with all but the bytes of its pictures: many calls may be waiting for their turn."""

    job: Job
    shot_set: ShotSet
    shot: Shot
    model: Model
    size: Size
    quality: str
    sketch: Sketch
    estimate: Estimate
    edited: Edited | None = None

    @property
    def hold(self) -> Hold:
        place, job, session = self.shot_set.place, self.job, self.shot_set.session_id
        amount = self.estimate.ceiling
        return Hold(job.call_id, place.workspace, job.user, place.channel, session, job.iteration_id, amount)

    def spend(self, attempt_id: str, outcome: Outcome, seconds: float) -> Spend:
        """A row of the ledger without price; the caller fills it in."""
        return Spend(
            id=attempt_id,
            hold_id=self.job.call_id,
            workspace=self.shot_set.place.workspace,
            user=self.job.user,
            channel=self.shot_set.place.channel,
            session_id=self.shot_set.session_id,
            iteration_id=self.job.iteration_id,
            model=self.model.name,
            size=str(self.size),
            quality=self.quality,
            pictures=0,
            prompt_hash=hashlib.sha256(self.sketch.prompt.encode()).hexdigest(),
            usage=None,
            price_list=self.model.price_list,
            cost=0,
            unsettled=0,
            seconds=round(seconds, 3),
            outcome=outcome,
        )


def spend_of_failure(spend: Spend, call: Call, error: ProviderError) -> Spend:
    """What a call without a picture cost: its usage if that was told, perhaps its whole price if it was cut off."""
    billed = cost(call.model, error.usage) if error.usage else 0
    return replace(
        spend,
        cost=billed,
        usage=error.usage,
        unsettled=call.estimate.ceiling if error.may_be_billed and not error.usage else 0,
        request_id=error.request_id,
    )


def charged(spend: Spend) -> str:
    """What a failed call has cost, as people read it."""
    if spend.cost:
        return f"It was charged: {usd(spend.cost)}."
    return "The provider may still charge for it." if spend.unsettled else "Nothing was charged for it."
