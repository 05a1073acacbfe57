"""Message shortcuts (on any message) and global ones, and the opening of App Home."""

import asyncio
from typing import Any

from tests.sandbox.slack import interactivity
from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.feed import Change
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.objects import message_object
from tests.sandbox.slack.parcels import Answer
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.views import View
from tests.sandbox.slack.workspace import Channel

HOME_SECONDS = 2.0


async def use(
    platform: Platform, person: Person, callback_id: str, channel: Channel | None, message: Message | None
) -> Answer:
    shortcut = platform.manifest.shortcut(callback_id)
    if shortcut is None:
        names = ", ".join(f"{s['callback_id']} ({s['name']})" for s in platform.manifest.shortcuts)
        raise WrongCall(f"There is no shortcut '{callback_id}'. Shortcuts: {names}.", 404)
    if shortcut["type"] == "message" and (channel is None or message is None):
        raise WrongCall(f"'{shortcut['name']}' is used on a message: give channel and ts.")
    body = interactivity.payload("message_action" if shortcut["type"] == "message" else "shortcut", person)
    body |= {"callback_id": shortcut["callback_id"], "trigger_id": platform.triggers.issue(person)}
    body["action_ts"] = platform.workspace.new_ts()
    if shortcut["type"] == "message" and channel and message:
        body |= {
            "channel": interactivity.place(channel),
            "message_ts": message.ts,
            "message": message_object(message, platform),
            "response_url": interactivity.response_url(platform, person, channel, message),
        }
    return await interactivity.send(platform, "shortcut", body)


async def open_home(platform: Platform, person: Person) -> View | None:
    """Send app_home_opened and wait a little for views.publish; then what the person sees, fresh or not."""
    published = asyncio.Event()

    def listener(change: Change) -> None:
        if change.kind == "home" and change.person == person.id:
            published.set()

    stop = platform.feed.listen(listener)
    try:
        _send_opened(platform, person)
        await asyncio.wait_for(published.wait(), HOME_SECONDS)
    except TimeoutError:
        pass
    finally:
        stop()
    return platform.views.home(person.id)


def _send_opened(platform: Platform, person: Person) -> None:
    event: dict[str, Any] = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": platform.workspace.direct(person.id).id,
        "tab": "home",
        "event_ts": platform.workspace.new_ts(),
    }
    if view := platform.views.home(person.id):
        event["view"] = view
    platform.events.emit("app_home_opened", event)
