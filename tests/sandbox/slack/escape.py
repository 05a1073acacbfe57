"""Text as Slack sends it: what a person types becomes entities, mentions, channel links and rich text."""

import re
from typing import Any

from tests.sandbox.slack.workspace import Workspace

ALREADY = r"<(?:[@#!][^<>\s]+|https?://[^<>\s]+|mailto:[^<>\s]+)>"
TYPED = re.compile(rf"(?P<already>{ALREADY})|(?P<url>https?://[^\s<>|]+)|(?<![\w@#])(?P<sign>[@#])(?P<name>[\w.-]*\w)")
TOKEN = re.compile(r"<(?P<sign>[@#!]?)(?P<what>[^<>|]+)(?:\|(?P<label>[^<>]*))?>")
EVERYONE = ("here", "channel", "everyone")


def entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def as_sent(text: str, workspace: Workspace) -> str:
    """`@ana` -> `<@U…>`, `#general` -> `<#C…|general>`, addresses in `<>`; what is already so stays so."""
    sent, at = [], 0
    for match in TYPED.finditer(text):
        sent.append(entities(text[at : match.start()]))
        sent.append(_token(match, workspace))
        at = match.end()
    return "".join([*sent, entities(text[at:])])


def _token(match: re.Match[str], workspace: Workspace) -> str:
    if match["already"]:
        return match["already"]
    if match["url"]:
        address = match["url"].rstrip(".,;:!?)")
        return f"<{entities(address)}>" + entities(match["url"][len(address) :])
    name = match["name"]
    if match["sign"] == "#":
        channel = next((c for c in workspace.channels.values() if c.kind != "im" and c.name == name), None)
        return f"<#{channel.id}|{channel.name}>" if channel else match[0]
    if name in EVERYONE:
        return f"<!{name}>"
    person = next((p for p in workspace.people.values() if p.name == name.lower()), None)
    return f"<@{person.id}>" if person else match[0]


def rich_text(sent: str, block_id: str) -> dict[str, Any]:
    """The block that Slack's own client adds to every message a person writes."""
    elements: list[dict[str, Any]] = []
    at = 0
    for match in TOKEN.finditer(sent):
        if match.start() > at:
            elements.append({"type": "text", "text": plain(sent[at : match.start()])})
        elements.append(_rich_element(match))
        at = match.end()
    if at < len(sent):
        elements.append({"type": "text", "text": plain(sent[at:])})
    section = {"type": "rich_text_section", "elements": elements}
    return {"type": "rich_text", "block_id": block_id, "elements": [section]}


def _rich_element(match: re.Match[str]) -> dict[str, Any]:
    match match["sign"]:
        case "@":
            return {"type": "user", "user_id": match["what"]}
        case "#":
            return {"type": "channel", "channel_id": match["what"]}
        case "!":
            return {"type": "broadcast", "range": match["what"]}
    return {"type": "link", "url": plain(match["what"])}
