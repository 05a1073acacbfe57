"""The house rules that a machine can check: direction of imports, ceilings, homes, and the manifest."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from handlers import FEATURES, explain
from handlers.manifest import manifest_for

ROOT = Path(__file__).parents[1]
MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 40
PINNED = ("requirements.txt", "requirements-demo.txt", "requirements-dev.txt")
NAMES_FOR_THE_REST = {"utils", "util", "common", "core", "manager", "base", "misc", "helpers", "helper"}


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    assert found
    return found


EVERYTHING = sources("bot", "handlers", "storage", "tests")
PRODUCT = sources("bot", "handlers", "storage")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_imports_point_down_and_every_vendor_has_one_home() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_file_is_longer_than_the_ceiling() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in EVERYTHING}
    assert not {str(path): lines for path, lines in lengths.items() if lines > MOST_LINES_IN_A_FILE}


def test_no_function_is_longer_than_the_ceiling() -> None:
    too_long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in EVERYTHING
        for node in functions(path)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > MOST_LINES_IN_A_FUNCTION
    ]
    assert not too_long


def test_every_module_says_first_why_it_exists() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in EVERYTHING
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_no_module_is_named_for_the_rest() -> None:
    assert not [path for path in EVERYTHING if path.stem in NAMES_FOR_THE_REST]


def test_tests_fake_the_wire_and_never_a_client() -> None:
    patching = re.compile(r"unittest\.mock|MagicMock|monkeypatch\.setattr|mocker\.")
    here = Path(__file__)
    found = [path for path in sources("tests") if path != here and patching.search(path.read_text(encoding="utf-8"))]
    assert not found


def test_the_product_has_no_branch_for_the_sandbox() -> None:
    assert not [path for path in PRODUCT if "sandbox" in path.read_text(encoding="utf-8").lower()]


class Registered:
    """Takes the place of Bolt's app and writes down what the features register."""

    def __init__(self) -> None:
        self.found: dict[str, set[str]] = {}

    def __getattr__(self, kind: str) -> Callable[..., Any]:
        def register(constraint: Any = None, *_: Any, **__: Any) -> Any:
            name = constraint.get("type") if isinstance(constraint, dict) else constraint
            self.found.setdefault(kind, set()).add(str(name))
            return lambda listener: listener

        return register


@pytest.fixture
def registered() -> dict[str, set[str]]:
    app = Registered()
    explain.register(cast(Any, app))
    for feature in FEATURES:
        feature.register(cast(Any, app), cast(Any, None))
    return app.found


def test_the_manifest_declares_what_is_listened_to_and_nothing_else(registered: dict[str, set[str]]) -> None:
    manifest = manifest_for(None)
    features, settings = manifest["features"], manifest["settings"]
    assert registered["command"] == {command["command"] for command in features["slash_commands"]}
    events = {event.split(".")[0] for event in settings["event_subscriptions"]["bot_events"]}
    assert registered["event"] == events
    shortcuts = {shortcut["callback_id"] for shortcut in features["shortcuts"]}
    assert registered.get("shortcut", set()) | registered.get("message_shortcut", set()) == shortcuts


def test_the_http_manifest_differs_only_in_its_addresses() -> None:
    http = manifest_for("https://easel.example.com/")
    url = "https://easel.example.com/slack/events"
    assert {command.pop("url") for command in http["features"]["slash_commands"]} == {url}
    assert http["settings"]["event_subscriptions"].pop("request_url") == url
    assert http["settings"]["interactivity"].pop("request_url") == url
    http["settings"]["socket_mode_enabled"] = True
    assert http == manifest_for(None)


def test_the_manifest_keeps_slacks_limits() -> None:
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    shown = manifest["display_information"]
    assert len(shown["name"]) <= 35 and len(shown["description"]) <= 140
    for shortcut in manifest["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24 and len(shortcut["description"]) <= 150
    for command in manifest["features"]["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000 and len(command["usage_hint"]) <= 1000


def test_no_commit_records_where_packages_came_from() -> None:
    pinned = [(ROOT / name).read_text(encoding="utf-8") for name in PINNED]
    for text in pinned:
        assert "http://" not in text and "https://" not in text and "--index-url" not in text
        names = re.findall(r"^[\w.\[\]-]+==", text, flags=re.MULTILINE)
        assert names and text.count("--hash=sha256:") >= len(names)
