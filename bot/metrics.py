"""What is counted, for Prometheus. One object per bot, with a registry of its own: several may run in one process.

What belongs to the process as a whole (memory, outages of the storage) is in prometheus_client's own registry.
"""

from collections.abc import Mapping

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.domain import Spend

ACK_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)  # Slack waits for three
CALL_SECONDS = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600)


class Metrics:
    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self._acknowledged = Histogram(
            "easel_acknowledgement_seconds",
            "From a request of Slack's to our answer",
            ["kind"],
            buckets=ACK_SECONDS,
            registry=registry,
        )
        self._refused = Counter(
            "easel_http_refused", "Requests refused before they were read", ["status"], registry=registry
        )
        self._errors = Counter("easel_listener_errors", "Unexpected errors in listeners", ["kind"], registry=registry)
        self._calls = Counter("easel_image_calls", "Paid calls by their end", ["model", "outcome"], registry=registry)
        self._seconds = Histogram(
            "easel_image_call_seconds", "Paid calls", ["model"], buckets=CALL_SECONDS, registry=registry
        )
        self._pictures = Counter("easel_pictures", "Pictures kept", ["model"], registry=registry)
        self._spent = Counter("easel_spent_micro_usd", "Money spent, in micro-USD", ["model"], registry=registry)
        self._slack = Counter(
            "easel_slack_calls", "Calls of Slack's Web API by HTTP status", ["method", "status"], registry=registry
        )
        self._retries = Counter("easel_slack_retries", "Calls of Slack made again", ["method"], registry=registry)
        self._outages = Counter(
            "easel_storage_outages", "Calls of our database or picture store that failed", ["what"], registry=registry
        )
        self._ready = Gauge("easel_ready", "Whether /readyz says yes", registry=registry)
        self._held = Gauge("easel_held_micro_usd", "Money set aside for calls, in micro-USD", registry=registry)
        self._sets = Gauge("easel_sets", "Sets that are not over, by state", ["state"], registry=registry)
        self._turns = Gauge("easel_waiting_turns", "Image calls that wait for their turn here", registry=registry)
        self._workflows = Gauge("easel_workflows_in_work", "Workflows running here", ["workflow"], registry=registry)

    def acknowledged(self, kind: str, seconds: float) -> None:
        self._acknowledged.labels(kind).observe(seconds)

    def refused(self, status: int) -> None:
        self._refused.labels(str(status)).inc()

    def listener_error(self, kind: str) -> None:
        self._errors.labels(kind).inc()

    def paid(self, spend: Spend) -> None:
        """A row of the ledger, when it has been written."""
        self._calls.labels(spend.model, spend.outcome).inc()
        self._seconds.labels(spend.model).observe(spend.seconds)
        self._pictures.labels(spend.model).inc(spend.pictures)
        self._spent.labels(spend.model).inc(spend.cost)

    def slack_call(self, method: str, status: int | str) -> None:
        self._slack.labels(method, str(status)).inc()

    def outage(self, what: str) -> None:
        """Of the "database" or the "pictures"."""
        self._outages.labels(what).inc()

    def slack_retry(self, method: str) -> None:
        self._retries.labels(method).inc()

    def ready(self, is_ready: bool) -> None:
        self._ready.set(is_ready)

    def present(self, *, held: int, sets: Mapping[str, int]) -> None:
        """In the database, for all processes on it."""
        self._held.set(held)
        for state, count in sets.items():
            self._sets.labels(state).set(count)

    def at_work(self, *, turns: int, workflows: Mapping[str, int]) -> None:
        """In this process."""
        self._turns.set(turns)
        for name, count in workflows.items():
            self._workflows.labels(name).set(count)

    def text(self) -> bytes:
        """In Prometheus's own format."""
        return generate_latest(self._registry) + generate_latest(REGISTRY)
