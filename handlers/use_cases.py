"""What the handlers call: the use cases, built in `bot/app.py`, and the choices that forms offer."""

from dataclasses import dataclass, field

from bot.cast import Cast
from bot.sessions import Sessions
from bot.sets import Sets
from handlers.blocks.composer import Choices


@dataclass(frozen=True)
class UseCases:
    sets: Sets
    cast: Cast
    sessions: Sessions
    choices: Choices = field(default_factory=Choices)

    async def resume(self) -> None:
        """Begin what was recorded and nobody has begun: after a start, and now and then."""
        await self.sets.resume()
        await self.cast.resume()
        await self.sessions.resume()
