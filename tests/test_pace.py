"""Slack's rate limits are kept from our side: bursts pass, then everybody waits in turn."""

from handlers.pace import Pace


def test_a_burst_is_free_and_then_each_call_waits_its_turn() -> None:
    now = 100.0
    pace = Pace(lambda: now)
    waits = [pace.take("chat.postMessage", "C1") for _ in range(10)]
    assert waits == [0.0] * 8 + [1.0, 2.0]
    assert pace.take("chat.postMessage", "C2") == 0.0
    now += 3
    assert pace.take("chat.postMessage", "C1") == 0.0


def test_edits_are_plenty_only_while_there_is_something_to_spare() -> None:
    pace = Pace(lambda: 100.0)
    assert pace.is_plenty("chat.update")
    for _ in range(16):
        pace.take("chat.update")
    assert not pace.is_plenty("chat.update")


def test_the_pace_forgets_channels_that_are_idle() -> None:
    now = 100.0
    pace = Pace(lambda: now)
    for number in range(5000):
        pace.take("chat.postMessage", f"C{number}")
        now += 2
    assert len(pace._buckets) < 2500
