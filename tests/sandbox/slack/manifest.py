"""What the app's own manifest.json allows: scopes, events, commands and shortcuts that Slack would know of."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Manifest:
    bot_name: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: tuple[dict[str, Any], ...]
    shortcuts: tuple[dict[str, Any], ...]
    has_home_tab: bool

    @classmethod
    def read(cls, path: Path) -> "Manifest":
        raw = json.loads(path.read_text(encoding="utf-8"))
        features = raw.get("features", {})
        return cls(
            bot_name=features.get("bot_user", {}).get("display_name", "bot"),
            scopes=frozenset(raw["oauth_config"]["scopes"]["bot"]),
            events=frozenset(raw["settings"].get("event_subscriptions", {}).get("bot_events", [])),
            commands=tuple(features.get("slash_commands", [])),
            shortcuts=tuple(features.get("shortcuts", [])),
            has_home_tab=bool(features.get("app_home", {}).get("home_tab_enabled")),
        )

    def command(self, name: str) -> dict[str, Any] | None:
        return next((c for c in self.commands if c["command"] == name), None)

    def shortcut(self, callback_id: str) -> dict[str, Any] | None:
        """By callback_id or by the name that people see."""
        return next((s for s in self.shortcuts if callback_id in (s["callback_id"], s["name"])), None)
