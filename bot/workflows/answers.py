"""Answers that are paid for and not yet kept: set aside as they came, so that a crash in that moment loses none.

Reading, checking and storing a picture takes a while; writing the raw answer down does not.
"""

import json

from bot.providers import Answered
from storage.blobs import Blobs


class Answers:
    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    async def set_aside(self, attempt_id: str, answered: Answered, seconds: float) -> None:
        head = json.dumps({"request_id": answered.request_id, "seconds": seconds}).encode()
        await self._blobs.set_aside(attempt_id, head + b"\n" + answered.content)

    async def find(self, attempt_id: str) -> tuple[Answered, float] | None:
        """The answer and how long it took, if the attempt was answered before a crash."""
        found = await self._blobs.find_aside(attempt_id)
        if found is None:
            return None
        head, _, content = found.partition(b"\n")
        about = json.loads(head)
        return Answered(content, about["request_id"]), about["seconds"]

    async def drop(self, attempt_id: str) -> None:
        await self._blobs.drop(attempt_id)
