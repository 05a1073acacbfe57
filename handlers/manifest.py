"""The app manifest: as it stands for Socket Mode, or with request URLs for HTTP."""

import json
from pathlib import Path
from typing import Any

MANIFEST = Path(__file__).parents[1] / "manifest.json"
EVENTS_PATH = "/slack/events"  # bolt serves events, commands and interactivity at one address


def manifest_for(http: str | None) -> dict[str, Any]:
    """`http` is the public address, like https://easel.example.com."""
    manifest: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    if http:
        url = http.rstrip("/") + EVENTS_PATH
        manifest["settings"]["socket_mode_enabled"] = False
        manifest["settings"]["event_subscriptions"]["request_url"] = url
        manifest["settings"]["interactivity"]["request_url"] = url
        for command in manifest["features"]["slash_commands"]:
            command["url"] = url
    return manifest


def needed_scopes() -> frozenset[str]:
    return frozenset(manifest_for(None)["oauth_config"]["scopes"]["bot"])
