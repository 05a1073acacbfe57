"""The port to the workflow engine (DBOS): the only module that imports it, so that it can be exchanged in one place.

Its positional step ids ask for two things of every workflow: steps in a fixed order, and one child workflow per branch
that runs beside others (a gather over several steps swaps their results after a crash). DBOS is one per process.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any

import structlog
from dbos import DBOS, DBOSPortableJSONSerializer, SetWorkflowID, WorkflowHandleAsync
from structlog.contextvars import bound_contextvars

from storage.engine_file import engine_file
from storage.precedence import Precedence

Json = Any  # what JSON can hold: the engine stores arguments and results of workflows and steps as JSON
Body = Callable[..., Coroutine[Any, Any, Json]]
About = Callable[..., Awaitable[dict[str, str]]]
Result = Callable[[], Awaitable[Json]]

RELEASE = (
    "2"  # raise it only when a workflow's order of steps changes: work in flight of another release is not resumed
)
START_SECONDS = 2.0  # Slack waits for three
POLL_SECONDS = 0.05  # for workflows that somebody else has started or resumed; our own children are awaited directly
CONNECTIONS = 15  # with the ten of our own tables: three processes fit into PostgreSQL's default of 100

_execution: ContextVar[int] = ContextVar("execution")  # which run of its workflow in this process a step belongs to

log = structlog.get_logger()


class Engine:
    """Durable workflows on SQLite (one process) or PostgreSQL.

    `url` is a SQLAlchemy URL ("sqlite:////data/engine.db", "postgresql://…"). `executor` must be unique per running
    process: two processes with one name would run everything twice. `about` names whose work a workflow's arguments
    are, for the log. `precedence`: what waits for a start, and for whom. `in_work`: how many of each workflow run here.
    """

    def __init__(
        self,
        url: str,
        executor: str = "local",
        about: About | None = None,
        precedence: Precedence | None = None,
    ) -> None:
        self._url = url
        self._about, self._precedence = about, precedence or Precedence()
        self.in_work: Counter[str] = Counter()
        self.is_running = False
        self._bodies: dict[str, Body] = {}
        self._executor = executor
        self._starting: set[asyncio.Task[None]] = set()
        self._executions, self._newest = count(), dict[str, int]()
        self._here = dict[str, asyncio.Event]()

    def workflow(self, name: str, body: Body) -> None:
        """Name a workflow; before `launch`. `name` stays for ever: unfinished work is found again by it."""
        self._bodies[name] = body

    async def launch(self) -> None:
        """Start, and resume what was unfinished. Must be awaited on the loop that everything else runs on."""
        is_file = self._url.startswith("sqlite")
        logging.getLogger("dbos").addFilter(_is_news)
        DBOS(
            config={
                "name": "easel",
                "system_database_url": self._url,
                "system_database_engine": await asyncio.to_thread(engine_file, self._url) if is_file else None,
                "sys_db_pool_size": CONNECTIONS,
                "application_version": RELEASE,
                "executor_id": self._executor,
                "serializer": DBOSPortableJSONSerializer(),
                "max_executor_threads": 32,
                "notification_listener_polling_interval_sec": 0.1,
                "log_level": "WARNING",
            }
        )
        self._bodies = {name: _registered(name, body, self._working) for name, body in self._bodies.items()}
        DBOS.launch()
        self.is_running = True

    async def stop(self, drain_seconds: int) -> None:
        """Stop taking work, wait for what runs (its calls are paid for), leave the rest for the next start."""
        self.is_running = False
        for starting in self._starting:
            starting.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.to_thread(DBOS.destroy, workflow_completion_timeout_sec=drain_seconds, destroy_registry=True)

    async def start(self, name: str, workflow_id: str, *arguments: Json) -> None:
        """Start a workflow that nothing else remembers; returns when the engine has it. The same id again is the same
        workflow. While the engine's database is out of reach it returns as well, and the work starts when it answers.
        """
        starting = self._remembered(self._start(name, workflow_id, arguments))
        try:
            await asyncio.wait_for(asyncio.shield(starting), START_SECONDS)
        except TimeoutError:
            log.warning("the engine's database is late; the work starts when it answers", workflow=workflow_id)

    def start_soon(self, name: str, workflow_id: str, *arguments: Json) -> None:
        """Start a workflow that the store remembers: nobody need wait, because it is started again if we die now."""
        self._remembered(self._start_in_turn(name, workflow_id, arguments))

    def _remembered(self, start: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        starting = asyncio.create_task(start)
        self._starting.add(starting)
        starting.add_done_callback(self._started)
        return starting

    def _started(self, starting: asyncio.Task[None]) -> None:
        self._starting.discard(starting)
        if not starting.cancelled() and (error := starting.exception()):
            log.error("work was not started; it is with the next start of the bot", exc_info=error)

    async def _start_in_turn(self, name: str, workflow_id: str, arguments: tuple[Json, ...]) -> None:
        with self._precedence.work():
            async with self._precedence.slot():
                await self._start(name, workflow_id, arguments)

    async def _start(self, name: str, workflow_id: str, arguments: tuple[Json, ...]) -> None:
        with SetWorkflowID(workflow_id):
            await DBOS.start_workflow_async(self._bodies[name], *arguments)

    async def unknown(self, workflow_ids: Collection[str]) -> set[str]:
        """Those of them that were never started."""
        if not workflow_ids:
            return set()
        ids = list(workflow_ids)
        known = await DBOS.list_workflows_async(workflow_ids=ids, load_input=False, load_output=False)
        return set(ids) - {each.workflow_id for each in known}

    async def owners(self) -> set[str]:
        """The executors that have work in hand, living or dead."""
        begun = await DBOS.list_workflows_async(
            status="PENDING", app_version=RELEASE, load_input=False, load_output=False
        )
        return {work.executor_id for work in begun if work.executor_id}

    async def recover(self, executors: Collection[str]) -> None:
        """The work of dead executors waits again for anybody to take it; of several that say so, one has an effect."""
        # The engine's only call for it, and not a public one: pinned in pyproject, tested in tests/faults.
        await asyncio.to_thread(DBOS._recover_pending_workflows, sorted(executors))

    async def is_ours(self) -> bool:
        """Inside a step: False if this process was taken for dead (frozen, cut off) and the work begun anew elsewhere.

        The engine then refuses the step's result anyway; asked before money is spent, it is not even spent.
        """
        workflow_id = DBOS.workflow_id
        if not workflow_id or self._newest.get(workflow_id) != _execution.get(-1):
            return False
        if self._url.startswith("sqlite"):
            return True
        [now] = await DBOS.list_workflows_async(workflow_ids=[workflow_id], load_input=False, load_output=False)
        return now.status == "PENDING" and now.executor_id == self._executor

    async def start_child(self, name: str, workflow_id: str, *arguments: Json) -> Result:
        """Inside a workflow: start a child; await the returned function for its result."""
        with SetWorkflowID(workflow_id):
            handle: WorkflowHandleAsync[Json] = await DBOS.start_workflow_async(self._bodies[name], *arguments)

        async def result() -> Json:
            return await handle.get_result(polling_interval_sec=POLL_SECONDS)

        return result

    async def start_children(self, name: str, arguments: Mapping[str, Json]) -> list[Result]:
        """Inside a workflow: several, by id, two at a time (more only wait for each other at the engine's database).

        They take their places in order, whoever is done first, so that every run finds them where they were.
        """
        places = asyncio.Semaphore(2)

        async def start(workflow_id: str, argument: Json) -> Result:
            async with places:
                return await self.start_child(name, workflow_id, argument)

        return await asyncio.gather(*[start(each, argument) for each, argument in arguments.items()])

    async def result_of(self, workflow_id: str) -> Json:
        """Inside a workflow: the result of one that another has started; if it runs here, asked for at its end."""
        if here := self._here.get(workflow_id):
            await here.wait()
        handle: WorkflowHandleAsync[Json] = await DBOS.retrieve_workflow_async(workflow_id, existing_workflow=False)
        return await handle.get_result(polling_interval_sec=POLL_SECONDS)

    async def step(self, name: str, body: Body, *arguments: Any) -> Json:
        """Inside a workflow: run `body` and remember its result; after a crash a finished step is not run again."""
        with bound_contextvars(step=name):
            return await DBOS.run_step_async({"name": name}, body, *arguments)

    @asynccontextmanager
    async def _working(self, name: str, arguments: tuple[Json, ...]) -> AsyncIterator[None]:
        self.in_work[name] += 1
        execution, workflow_id = next(self._executions), DBOS.workflow_id or ""
        _execution.set(execution)
        self._newest[workflow_id] = execution
        ended = self._here.setdefault(workflow_id, asyncio.Event())
        try:
            with (
                self._precedence.work(),
                bound_contextvars(workflow=name, **(await self._about(*arguments) if self._about else {})),
            ):
                yield
        finally:
            self.in_work[name] -= 1
            if self._newest[workflow_id] == execution:
                del self._newest[workflow_id]
                self._here.pop(workflow_id, None)
                ended.set()


def _registered(name: str, body: Body, working: Callable[..., AbstractAsyncContextManager[None]]) -> Body:
    @DBOS.workflow(name=name)
    async def run(*arguments: Json) -> Json:
        async with working(name, arguments):
            return await body(*arguments)

    return run


def _is_news(record: logging.LogRecord) -> bool:
    """SQLite is a supported choice here, and work is started again on purpose: no warnings of either on each start."""
    said = record.getMessage()
    return "SQLite" not in said and "Workflow already exists" not in said
