"""Which Web API methods there are, and what each takes: required and known arguments, scopes, rate tier.

Read from docs.slack.dev/reference/methods. Slack itself ignores an argument that it does not know; the sandbox
refuses it, because it is always a mistake.
"""

import json
from dataclasses import dataclass
from typing import Any

from tests.sandbox.slack.errors import InvalidArguments, SlackError


@dataclass(frozen=True)
class Method:
    """Space-separated names; `scopes` are checked before the method runs, those by channel type inside it."""

    required: str = ""
    optional: str = ""
    scope: str = ""
    tier: int = 4
    token: str = "xoxb"

    @property
    def known(self) -> frozenset[str]:
        return frozenset(f"{self.required} {self.optional} {ALWAYS}".split())


ALWAYS = "token team_id"
WORDS = "text blocks attachments markdown_text"
STYLE = "username icon_emoji icon_url as_user link_names parse"
PAGED = "cursor limit"
LOG = f"{PAGED} inclusive latest oldest include_all_metadata"
VIEW = "trigger_id interactivity_pointer"

METHODS: dict[str, Method] = {
    "api.test": Method(optional="error foo", token=""),
    "auth.test": Method(tier=0),
    "apps.connections.open": Method(tier=3, token="xapp"),
    "bots.info": Method(optional="bot", scope="users:read", tier=3),
    "users.info": Method("user", "include_locale", "users:read"),
    "users.list": Method("", f"{PAGED} include_locale", "users:read", 2),
    "team.info": Method("", "team domain include_slackbot_availability", "team:read", 3),
    "conversations.info": Method("channel", "include_locale include_num_members", tier=3),
    "conversations.history": Method("channel", LOG, tier=3),
    "conversations.replies": Method("channel ts", LOG, tier=3),
    "conversations.open": Method("", "channel users return_im prevent_creation", tier=3),
    "conversations.list": Method("", f"{PAGED} exclude_archived types", tier=2),
    "conversations.members": Method("channel", PAGED, tier=4),
    "chat.postMessage": Method(
        "channel",
        f"{WORDS} {STYLE} thread_ts reply_broadcast unfurl_links unfurl_media mrkdwn metadata container_id",
        "chat:write",
        0,
    ),
    "chat.update": Method(
        "channel ts", f"{WORDS} as_user link_names parse reply_broadcast metadata file_ids", "chat:write", 3
    ),
    "chat.delete": Method("channel ts", "as_user", "chat:write", 3),
    "chat.postEphemeral": Method("channel user", f"{WORDS} {STYLE} thread_ts", "chat:write"),
    "chat.getPermalink": Method("channel message_ts", tier=0),
    "files.getUploadURLExternal": Method("filename length", "alt_txt snippet_type", "files:write"),
    "files.completeUploadExternal": Method(
        "files", "channel_id channels initial_comment thread_ts blocks", "files:write"
    ),
    "files.info": Method("file", f"{PAGED} count page", "files:read"),
    "files.list": Method("", "channel count page show_files_hidden_by_limit ts_from ts_to types user", "files:read", 3),
    "files.delete": Method("file", "", "files:write", 3),
    "views.open": Method("view", VIEW),
    "views.push": Method("view", VIEW),
    "views.update": Method("view", "view_id external_id hash"),
    "views.publish": Method("user_id view", "hash"),
    "reactions.add": Method("channel name timestamp", "", "reactions:write", 3),
    "reactions.remove": Method("name", "channel timestamp file file_comment", "reactions:write", 2),
    "blocks.validate": Method("", "blocks message view", token=""),
}

STRUCTURED = frozenset({"blocks", "attachments", "metadata", "view", "message"})
_FLAGS = """inclusive include_all_metadata include_locale include_num_members return_im exclude_archived as_user
    link_names reply_broadcast unfurl_links unfurl_media mrkdwn prevent_creation
    replace_original delete_original"""
FLAGS = frozenset(_FLAGS.split())
LISTS = frozenset({"files", "file_ids", "users", "types", "channels"})
COUNTS = frozenset({"limit", "length", "count", "page"})
BAD_FORMAT = {"blocks": "invalid_blocks_format", "metadata": "invalid_metadata_format"}


def checked(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The arguments with their proper types; SlackError as Slack answers for a missing or wrong one."""
    method = METHODS[name]
    unknown = sorted(given.keys() - method.known)
    if unknown:
        raise InvalidArguments(*(f"no such argument: {argument}" for argument in unknown))
    missing = [argument for argument in method.required.split() if given.get(argument) in (None, "")]
    if missing:
        reasons = [f"[ERROR] missing required field: {argument}" for argument in missing]
        raise SlackError("invalid_arguments", response_metadata={"messages": reasons})
    return typed({argument: value for argument, value in given.items() if argument not in ALWAYS.split()})


def typed(given: dict[str, Any]) -> dict[str, Any]:
    """Each value in the type of its argument, however it was sent."""
    return {argument: _typed(argument, value) for argument, value in given.items() if value is not None}


def _typed(argument: str, value: Any) -> Any:
    if argument in STRUCTURED or (argument == "files" and isinstance(value, str)):
        return _structure(argument, value)
    if argument in FLAGS:
        return value if isinstance(value, bool) else str(value).lower() in ("true", "1")
    if argument in COUNTS:
        try:
            return int(value)
        except (TypeError, ValueError):
            raise InvalidArguments(f"must be a number: {argument}") from None
    if argument in LISTS and isinstance(value, list):
        return value if argument == "files" else ",".join(str(one) for one in value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise InvalidArguments(f"must be a string: {argument}")
    return str(value)


def _structure(argument: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return json.loads(value)
    except ValueError:
        code = BAD_FORMAT.get(argument)
        raise (SlackError(code) if code else InvalidArguments(f"must be JSON: {argument}")) from None
