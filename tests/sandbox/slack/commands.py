"""Slash commands: what the bot receives, and what Slack shows of its acknowledgement."""

from dataclasses import dataclass
from typing import Any

from tests.sandbox.slack import interactivity, posting
from tests.sandbox.slack.arguments import typed
from tests.sandbox.slack.errors import SlackError, WrongCall
from tests.sandbox.slack.escape import as_sent
from tests.sandbox.slack.parcels import Parcel
from tests.sandbox.slack.people import APP_ID, TEAM_DOMAIN, TEAM_ID, VERIFICATION_TOKEN, Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.response_urls import ResponseUrl
from tests.sandbox.slack.web_api.respond import answer
from tests.sandbox.slack.workspace import Channel


@dataclass(frozen=True)
class CommandResult:
    """`response` is the acknowledgement's payload; `error` is what the person would see instead."""

    trigger_id: str
    response: dict[str, Any] | None = None
    error: str | None = None


async def run(platform: Platform, person: Person, channel: Channel, command: str, text: str) -> CommandResult:
    known = platform.manifest.command(command)
    if known is None:
        names = ", ".join(c["command"] for c in platform.manifest.commands)
        raise WrongCall(f"{command} is not a valid command. Commands: {names}.", 404)
    sent = as_sent(text, platform.workspace) if known.get("should_escape") else text
    trigger_id = platform.triggers.issue(person)
    body = _payload(platform, person, channel, command, sent) | {"trigger_id": trigger_id}
    result = await platform.delivery.send(Parcel("slash_commands", "command", body, command, takes_answer=True))
    if not result.acked:
        error = result.error or "dispatch_failed"
        posting.whisper(platform, channel, person.id, f'{command} failed with the error "{error}"')
        return CommandResult(trigger_id, error=error)
    if result.payload and any(result.payload.get(key) for key in ("text", "blocks", "attachments")):
        return _shown(platform, person, channel, result.payload, trigger_id)
    return CommandResult(trigger_id)


def _shown(
    platform: Platform, person: Person, channel: Channel, response: dict[str, Any], trigger_id: str
) -> CommandResult:
    try:
        answer(platform, ResponseUrl(person, channel.id, None, False, 0.0), typed(response))
    except SlackError as refusal:
        problems = "; ".join(refusal.extra.get("response_metadata", {}).get("messages", []))
        error = f"{refusal.code}: {problems}" if problems else refusal.code
        posting.whisper(platform, channel, person.id, f"The bot's answer could not be shown ({error}).")
        return CommandResult(trigger_id, response, error)
    return CommandResult(trigger_id, response)


def _payload(platform: Platform, person: Person, channel: Channel, command: str, text: str) -> dict[str, Any]:
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "team_domain": TEAM_DOMAIN,
        "channel_id": channel.id,
        "channel_name": channel.payload_name,
        "user_id": person.id,
        "user_name": person.name,
        "command": command,
        "text": text.strip(),
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": interactivity.response_url(platform, person, channel),
    }
