"""Events API: what the manifest subscribes to is delivered, and delivered again while nobody acknowledges it."""

import asyncio
import time
from typing import Any

from tests.sandbox.knobs import Knobs
from tests.sandbox.slack.delivery import Delivery
from tests.sandbox.slack.manifest import Manifest
from tests.sandbox.slack.parcels import Parcel
from tests.sandbox.slack.people import APP_ID, BOT_USER, TEAM_ID, VERIFICATION_TOKEN
from tests.sandbox.slack.workspace import Channel, Workspace

SUBSCRIPTIONS = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}


class Events:
    def __init__(self, manifest: Manifest, workspace: Workspace, delivery: Delivery, knobs: Knobs) -> None:
        self._manifest = manifest
        self._workspace = workspace
        self._delivery = delivery
        self._knobs = knobs
        self._under_way: set[asyncio.Task[None]] = set()

    def message(self, event: dict[str, Any], channel: Channel) -> None:
        """A message event, where the bot is a member; a mention outside a direct message is a second event."""
        if not channel.has_bot:
            return
        full = event | {"channel": channel.id, "channel_type": channel.kind}
        full.setdefault("event_ts", event["ts"])
        if _is_mention(full) and channel.kind != "im":
            self.emit("app_mention", _as_mention(full))
        self.emit(SUBSCRIPTIONS[channel.kind], full)

    def emit(self, subscription: str, event: dict[str, Any]) -> None:
        if subscription not in self._manifest.events:
            return
        task = asyncio.create_task(self._deliver(self._parcel(event)))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def _parcel(self, event: dict[str, Any]) -> Parcel:
        authorization = {"enterprise_id": None, "team_id": TEAM_ID, "user_id": BOT_USER}
        body = {
            "token": VERIFICATION_TOKEN,
            "team_id": TEAM_ID,
            "api_app_id": APP_ID,
            "event": event,
            "type": "event_callback",
            "event_id": self._workspace.new_id("Ev"),
            "event_time": int(time.time()),
            "authorizations": [authorization | {"is_bot": True, "is_enterprise_install": False}],
            "is_ext_shared_channel": False,
            "event_context": self._workspace.new_id("4-"),
        }
        return Parcel("events_api", "event", body, detail=str(event["type"]))

    async def _deliver(self, parcel: Parcel) -> None:
        for pause in (*self._knobs.slack.retry_after, None):
            answer = await self._delivery.send(parcel)
            if answer.acked or not answer.may_retry or pause is None:
                return
            await asyncio.sleep(pause)
            parcel = parcel.again(answer.reason)


def _is_mention(event: dict[str, Any]) -> bool:
    return (
        f"<@{BOT_USER}>" in event.get("text", "")
        and event.get("subtype") in (None, "file_share")
        and (event.get("user") != BOT_USER)
    )


def _as_mention(event: dict[str, Any]) -> dict[str, Any]:
    dropped = ("channel_type", "subtype")
    return {k: v for k, v in event.items() if k not in dropped} | {"type": "app_mention"}
