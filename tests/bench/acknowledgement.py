"""How long Slack waits for an acknowledgement while many people ask at once, each request recorded before it."""

import asyncio
from dataclasses import dataclass
from statistics import quantiles

from tests.faults.people import Ana
from tests.sandbox.server import Sandbox


@dataclass(frozen=True)
class Acknowledged:
    """Milliseconds as Slack measures them, from the delivery to the answer."""

    asked: int
    lost: int
    p50: float
    p99: float
    slowest: float


async def acknowledgement(sandbox: Sandbox, ana: Ana, per_second: int, seconds: float) -> Acknowledged:
    """Sets that then wait for Draw, so that the image API is left in peace."""
    since = len(sandbox.journal.calls())
    count = round(per_second * seconds)
    asking = []
    for number in range(count):
        asking.append(asyncio.create_task(ana.command("/imageset", f"12 pictures of café {number} --quality high")))
        await asyncio.sleep(1 / per_second)
    answers = await asyncio.gather(*asking)
    calls = [call for call in sandbox.journal.calls("deliveries", since=since) if call.ended]
    waits = sorted(((call.ended or 0.0) - call.started) * 1000 for call in calls)
    hundredths = quantiles(waits, n=100)
    return Acknowledged(count, sum(not each["ok"] for each in answers), hundredths[49], hundredths[98], waits[-1])
