"""Whose work a workflow does, for the lines of its log: the session and the iteration that its arguments belong to."""

from collections import OrderedDict

from bot.errors import BotError
from bot.workflows.engine import Json
from storage.iterations import Iterations
from storage.missing import NotFound
from storage.versions import Versions

KEPT = 5000  # what an iteration belongs to never changes


class Subjects:
    """A log is never worth a failure: what cannot be looked up is left out."""

    def __init__(self, iterations: Iterations, versions: Versions) -> None:
        self._iterations, self._versions = iterations, versions
        self._sessions: OrderedDict[str, str] = OrderedDict()

    async def of(self, *arguments: Json) -> dict[str, str]:
        """The first argument tells: the id of an iteration (a set has that of its first), a job, or another id."""
        first = arguments[0] if arguments else None
        if isinstance(first, dict) and "iteration_id" in first:
            shot = {"shot": f"#{first.get('number')}"}
            return {"iteration": str(first["iteration_id"])} | shot | await self._session(str(first["iteration_id"]))
        if not isinstance(first, str):
            return {}
        if first.startswith(("set_", "it_")):
            return {"iteration": first} | await self._session(first)
        if first.startswith("v_"):
            return {"version": first} | await self._of_version(first)
        return {"about": first}

    async def _session(self, iteration_id: str) -> dict[str, str]:
        if iteration_id not in self._sessions:
            try:
                self._sessions[iteration_id] = (await self._iterations.get_iteration(iteration_id)).session_id
            except (BotError, NotFound):
                return {}
            while len(self._sessions) > KEPT:
                self._sessions.popitem(last=False)
        return {"session": self._sessions[iteration_id]}

    async def _of_version(self, version_id: str) -> dict[str, str]:
        try:
            version = await self._versions.get_version(version_id)
        except (BotError, NotFound):
            return {}
        return {"iteration": version.iteration_id, "session": version.session_id}
