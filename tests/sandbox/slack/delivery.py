"""Every parcel to the bot passes here: carried by Socket Mode or signed HTTP, journaled, and spoiled by faults."""

import asyncio
import json
from typing import Any

from tests.sandbox.faults import Fault, Faults
from tests.sandbox.journal import Journal
from tests.sandbox.knobs import Knobs
from tests.sandbox.slack.parcels import NOBODY, Answer, Parcel
from tests.sandbox.slack.signed_http import SignedHttp
from tests.sandbox.slack.socket_mode import SocketMode

FAULT_KINDS = frozenset({"twice", "late", "lost", "disconnect"})


class Delivery:
    def __init__(self, sockets: SocketMode, http: SignedHttp, journal: Journal, faults: Faults, knobs: Knobs) -> None:
        self.sockets = sockets
        self._http = http
        self._journal = journal
        self._faults = faults
        self._knobs = knobs
        self._doubles: set[asyncio.Task[Answer]] = set()

    @property
    def is_connected(self) -> bool:
        return self._knobs.slack.request_url is not None or self.sockets.is_connected

    async def send(self, parcel: Parcel) -> Answer:
        text = "" if self._faults.is_empty else json.dumps(parcel.payload, ensure_ascii=False)
        fault = self._faults.take("slack", parcel.name, text, kinds=FAULT_KINDS, also=parcel.detail or None)
        if fault is None:
            return await self._carry(parcel)
        return await self._spoiled(parcel, fault)

    async def close(self) -> None:
        for task in self._doubles:
            task.cancel()
        await self.sockets.close()
        await self._http.close()

    async def _spoiled(self, parcel: Parcel, fault: Fault) -> Answer:
        match fault.kind:
            case "late":
                await asyncio.sleep(float(fault.detail.get("seconds", 1.0)))
            case "lost":
                return NOBODY
            case "disconnect":
                await self.sockets.disconnect(str(fault.detail.get("reason", "refresh_requested")))
                return NOBODY
            case "twice":
                double = asyncio.create_task(self._carry(parcel))
                self._doubles.add(double)
                double.add_done_callback(self._doubles.discard)
        return await self._carry(parcel)

    async def _carry(self, parcel: Parcel) -> Answer:
        call = self._journal.begin("deliveries", parcel.name, _summary(parcel))
        address = self._knobs.slack.request_url
        answer = await (self._http.send(parcel, address) if address else self.sockets.send(parcel))
        self._journal.end(call, 200 if answer.acked else 0, answer.error, payload=answer.payload)
        return answer


def _summary(parcel: Parcel) -> dict[str, Any]:
    kept = ("event_id", "command", "text", "callback_id", "event", "actions", "trigger_id")
    return {"kind": parcel.kind, "attempt": parcel.attempt} | {
        k: parcel.payload[k] for k in kept if k in parcel.payload
    }
