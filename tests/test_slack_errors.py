"""Slack's documented errors: each is placed in the table, and reads as a sentence. How each plays out: tests/faults."""

import re
from pathlib import Path

import pytest

from handlers.faults import AWAY, NOT_HERE, PAYLOAD, PICTURES, SENTENCES, STUMBLES, refusal
from tests.slack_errors import DOCUMENTED

GROUPS = (AWAY, STUMBLES, NOT_HERE, PICTURES, SENTENCES, PAYLOAD)
HANDLERS = Path(__file__).parent.parent / "handlers"
CALLED = re.compile(r"client\.((?:chat|views|conversations)_\w+)\(|calls\.call\(\s*\"([\w.]+)\"|_show\(\"([\w.]+)\"")


def test_the_methods_of_the_table_are_those_that_are_called() -> None:
    source = "\n".join(path.read_text() for path in HANDLERS.rglob("*.py"))
    called = {next(filter(None, names)) for names in CALLED.findall(source)}
    by_library = {"auth.test", "apps.connections.open"}
    by_choice = {"conversations.replies", "conversations.history"}
    named = {re.sub(r"_(\w)(\w*)", _dotted, name, count=1) if "." not in name else name for name in called}
    assert {_without_case(name) for name in named | by_library | by_choice} == set(map(_without_case, DOCUMENTED))


@pytest.mark.parametrize("method", DOCUMENTED)
def test_each_documented_code_is_placed_in_one_group_and_reads_as_a_sentence(method: str) -> None:
    for code in DOCUMENTED[method]:
        assert sum(code in group for group in GROUPS) == 1, code
        sentence = refusal(code).sentence
        assert code not in sentence
        assert "_" not in sentence
        assert sentence[0].isupper() and sentence.endswith(".") and " " in sentence
        assert re.search(r"[Aa]sk|[Tt]ry|[Aa]n admin|Upload|Close|Open|Draw", sentence), f"{sentence} has no next step"


def test_a_code_that_nobody_knows_has_a_reference_instead() -> None:
    assert re.search(r"\(ref [0-9a-f]{6}\)", refusal("never_heard_of").sentence)
    assert refusal("never_heard_of").sentence != refusal("another_one").sentence


def _dotted(found: re.Match[str]) -> str:
    return f".{found[1]}{found[2]}"


def _without_case(name: str) -> str:
    return name.replace("_", "").casefold()
