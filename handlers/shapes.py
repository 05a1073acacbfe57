"""What Slack's payloads must look like before anything reads them: the fields that bolt and the features rely on.

All else passes unread. What does not fit was not written by Slack, and ends here as `Malformed`.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.errors import Malformed

Json = dict[str, Any]

DEEPEST = 64  # Slack's own payloads stay below 20
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # no database takes these, and Slack sends none

Word = Annotated[str, Field(max_length=3000)]  # ids, names, addresses
Id = Annotated[str, Field(min_length=1, max_length=255)]
Trigger = Annotated[str, Field(min_length=1, max_length=1000)]
Text = Annotated[str, Field(max_length=200_000)]  # Slack's limit of 40,000, each as long as "&amp;"
Size = Annotated[int, Field(ge=0, le=2**53)]


class Shape(BaseModel):
    """Strict: a number is no text. Fields that nobody reads are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore")


class Named(Shape):
    id: Id
    name: Word | None = None
    team_id: Word | None = None


class File(Shape):
    id: Id
    name: Word | None = None
    title: Word | None = None
    mimetype: Word | None = None
    mode: Word | None = None
    size: Size | None = None
    url_private: Word | None = None
    url_private_download: Word | None = None


class Written(Shape):
    """A message, as it stands in an event or under a button."""

    ts: Id
    thread_ts: Id | None = None
    text: Text | None = None
    files: list[File] | None = None


class Spoken(Written):
    type: Literal["message", "app_mention"]
    channel: Id
    user: Id | None = None
    subtype: Word | None = None
    bot_id: Word | None = None
    channel_type: Word | None = None
    parent_user_id: Word | None = None


class HomeOpened(Shape):
    type: Literal["app_home_opened"]
    user: Id
    channel: Word | None = None
    tab: Word | None = None


class OtherEvent(Shape):
    type: Id


class Begun(Shape):
    """What all payloads may say about where they come from."""

    team_id: Word | None = None
    team: Named | None = None
    enterprise: Named | None = None
    response_url: Word | None = None


class Command(Begun):
    command: Id
    trigger_id: Trigger
    channel_id: Id
    user_id: Id
    text: Text = ""
    channel_name: Word | None = None
    channel: None = None
    user: None = None


class Happened(Begun):
    type: Literal["event_callback"]
    event: Annotated[dict[str, Any], Field(min_length=1)]
    event_id: Word | None = None
    user: None = None


class Option(Shape):
    value: Text


class Input(Shape):
    """A field of a form as the person left it."""

    value: Text | None = None
    selected_option: Option | None = None
    selected_options: list[Option] | None = None
    selected_conversation: Word | None = None
    files: list[File] | None = None


class State(Shape):
    values: dict[str, dict[str, Input]] | None = None


class BlockText(Shape):
    text: Text | None = None


class Block(Shape):
    type: Word | None = None
    block_id: Word | None = None
    text: BlockText | None = None


class View(Shape):
    id: Id
    callback_id: Word
    type: Literal["modal", "home"]
    hash: Word | None = None
    root_view_id: Word | None = None
    private_metadata: Word | None = None
    state: State | None = None
    blocks: list[Block] | None = None


class Container(Shape):
    channel_id: Word | None = None
    message_ts: Word | None = None
    thread_ts: Word | None = None


class Done(Begun):
    """Something pressed, chosen or sent by a person."""

    user: Named
    channel: Named | None = None


class Action(Shape):
    action_id: Id
    block_id: Word | None = None
    value: Text | None = None
    selected_option: Option | None = None


class Pressed(Done):
    type: Literal["block_actions"]
    trigger_id: Trigger
    actions: Annotated[list[Action], Field(min_length=1, max_length=100)]
    container: Container | None = None
    message: Written | None = None
    view: View | None = None


class FormSent(Done):
    type: Literal["view_submission", "view_closed"]
    view: View


class Shortcut(Done):
    type: Literal["shortcut"]
    callback_id: Id
    trigger_id: Trigger


class MessageShortcut(Done):
    type: Literal["message_action"]
    callback_id: Id
    trigger_id: Trigger
    channel: Named
    message: Written


class Suggest(Done):
    type: Literal["block_suggestion"]
    action_id: Id
    value: Text | None = None


class Greeting(Shape):
    type: Literal["url_verification"]
    challenge: Word


Known = Happened | Pressed | FormSent | Shortcut | MessageShortcut | Suggest | Greeting
KNOWN: TypeAdapter[Known] = TypeAdapter(Annotated[Known, Field(discriminator="type")])
EVENTS: dict[str, type[Shape]] = {"message": Spoken, "app_mention": Spoken, "app_home_opened": HomeOpened}


def check(payload: Any) -> Json:
    """The payload, if it is one; a slash command has no `type`."""
    if not isinstance(payload, dict):
        raise Malformed("payload")
    _check_storable(payload)
    if "event" in payload and payload.get("type") != "event_callback":  # bolt looks into it all the same
        raise Malformed("event")
    try:
        if "command" in payload:
            if "type" in payload:  # bolt would take it for both
                raise Malformed("command")
            Command.model_validate(payload)
            return payload
        known = KNOWN.validate_python(payload)
        if isinstance(known, Happened):
            event = OtherEvent.model_validate(known.event)
            EVENTS.get(event.type, OtherEvent).model_validate(known.event)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise Malformed(".".join(str(part)[:40] for part in first["loc"][:6]) or "type") from None
    return payload


def _check_storable(payload: Json) -> None:
    """No recursion: the depth is what is not trusted."""
    level: list[Any] = [payload]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for each in level:
            if isinstance(each, str):
                if UNSTORABLE.search(each):
                    raise Malformed("text")
            elif isinstance(each, dict):
                below += each.keys()
                below += each.values()
            elif isinstance(each, list):
                below += each
        if not below:
            return
        level = below
    raise Malformed("depth")
