"""What is logged is readable by machines, and holds no secret."""

import json
import logging

import pytest

from bot.logs import formatter
from bot.masking import mask_for
from bot.settings import Settings

SIGNING = "8f742231b10e8888abcd99yyyzzz85a5"
AZURE = 'odd"key\\with\u00e9'


def settings(**more: str) -> Settings:
    given = {"slack_signing_secret": SIGNING, "azure_openai_api_key": AZURE, **more}
    return Settings(_env_file=None, _env_prefix="easel_tests_", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("token xoxb-12-34-abcDEF.", "token xoxb-***"),
        ("xoxe.xoxb-1-Mi0yLTEtabc and xapp-1-A0-99-ff", "xoxe.xoxb-*** and xapp-***"),
        ("key sk-proj-a_b-c123 of OpenAI", "key sk-*** of OpenAI"),
        ("Authorization: Bearer abc.def-ghi==", "Authorization: Bearer ***"),
        ("{'authorization': 'bearer abcd1234'}", "{'authorization': 'bearer ***'}"),
        ("x-slack-signature: v0=a2114d57b48eac39b9ad", "x-slack-signature: v0=***"),
        ("postgresql://easel:pa55word@db:5432/easel", "postgresql://easel:***@db:5432/easel"),
        (
            "a task-list about desk-lamps at https://example.com:80/@a",
            "a task-list about desk-lamps at https://example.com:80/@a",
        ),
    ],
)
def test_tokens_are_masked_by_their_form(said: str, shown: str) -> None:
    assert mask_for()(said) == shown


def test_the_bots_own_secrets_are_masked_wherever_they_stand() -> None:
    mask = mask_for(settings(database_url="postgresql://easel:hunter22@db/easel").secrets)
    said = json.dumps({"a": SIGNING, "b": AZURE, "c": "hunter22"})
    assert json.loads(mask(said)) == {"a": "***", "b": "***", "c": "***"}
    assert mask(f"{SIGNING} {AZURE}") == "*** ***"


def line(message: str, *values: object, **more: object) -> str:
    record = logging.LogRecord("somebody", logging.WARNING, __file__, 1, message, values, None)
    for name, value in more.items():
        setattr(record, name, value)
    return formatter("json", settings().secrets).format(record)


def test_a_line_of_json_stays_json_whatever_is_in_it() -> None:
    for value in (SIGNING, AZURE, 'quote " back\\slash', "two\nlines\r", "\ud800\x00\u2028", "xoxb-1-2-3 \\xoxb-4-5-6"):
        text = line("said %s", value)
        assert "\n" not in text
        found = json.loads(text)
        assert found["level"] == "warning" and SIGNING not in text
    assert json.loads(line("said %s", "plain"))["event"] == "said plain"


def test_a_traceback_is_masked_as_well() -> None:
    try:
        raise RuntimeError(f"cannot reach https://me:{SIGNING}@example.com with xoxb-11-22-33")
    except RuntimeError as error:
        text = line("broke", exc_info=(type(error), error, error.__traceback__))
    assert "RuntimeError: cannot reach" in json.loads(text)["exception"]
    assert SIGNING not in text and "xoxb-11" not in text
