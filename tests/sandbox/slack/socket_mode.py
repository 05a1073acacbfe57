"""Socket Mode: the bot's WebSocket connections; each envelope goes to one of them and waits there for its answer."""

import asyncio
import json
import secrets
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.sandbox.knobs import Knobs
from tests.sandbox.slack.feed import Change, Feed
from tests.sandbox.slack.parcels import NOBODY, TIMEOUT, Answer, Parcel
from tests.sandbox.slack.people import APP_ID

MOST_CONNECTIONS = 10
TICKET_SECONDS = 30.0


@dataclass
class Connection:
    socket: web.WebSocketResponse
    transport: asyncio.Transport | None = None
    is_leaving: bool = False
    waiting: dict[str, asyncio.Future[Answer]] = field(default_factory=dict)

    def lose_all(self) -> None:
        for future in self.waiting.values():
            if not future.done():
                future.set_result(NOBODY)


class SocketMode:
    def __init__(self, knobs: Knobs, feed: Feed) -> None:
        self._knobs = knobs
        self._feed = feed
        self._connections: list[Connection] = []
        self._tickets: dict[str, float] = {}
        self._turn = 0

    @property
    def is_connected(self) -> bool:
        return bool(self._open())

    @property
    def connections(self) -> int:
        return len(self._open())

    def new_ticket(self) -> str:
        ticket = secrets.token_urlsafe(16)
        self._tickets[ticket] = time.monotonic()
        return ticket

    async def accept(self, request: web.Request) -> web.StreamResponse:
        issued = self._tickets.pop(request.query.get("ticket", ""), None)
        if issued is None or time.monotonic() - issued > TICKET_SECONDS:
            return web.Response(status=403, text="This ticket is unknown, used or too old.")
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        if len(self._open()) >= MOST_CONNECTIONS:
            await _say_goodbye(socket, "too_many_websockets")
            return socket
        connection = Connection(socket, request.transport)
        self._connections.append(connection)
        try:
            await socket.send_json(_hello(len(self._connections)))
            self._feed.tell(Change("connected", body={"connected": True}))
            await self._listen(connection)
        finally:
            self._connections.remove(connection)
            connection.lose_all()
            self._feed.tell(Change("connected", body={"connected": self.is_connected}))
        return socket

    async def send(self, parcel: Parcel) -> Answer:
        """Give it to one connection, in turn, and wait for that one's acknowledgement."""
        connection = self._next()
        if connection is None:
            return NOBODY
        envelope_id = str(uuid.uuid4())
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope_id] = future
        try:
            await connection.socket.send_json(_envelope(envelope_id, parcel))
            return await asyncio.wait_for(future, self._knobs.slack.acknowledge_within)
        except TimeoutError:
            return TIMEOUT
        except ConnectionError:
            return NOBODY
        finally:
            connection.waiting.pop(envelope_id, None)

    async def disconnect(self, reason: str = "refresh_requested", connection: Connection | None = None) -> int:
        """Ask the bot to reconnect, as Slack does every few hours; returns how many connections were asked.

        The reason "dropped" is none of Slack's: the line is cut without a word.
        """
        leaving = [connection] if connection else self._open()
        for one in leaving:
            one.is_leaving = True
        for one in leaving:
            if reason != "dropped":
                await _say_goodbye(one.socket, reason)
            elif one.transport:
                one.transport.abort()
        return len(leaving)

    async def close(self) -> None:
        for connection in list(self._connections):
            await connection.socket.close()

    def _open(self) -> list[Connection]:
        return [c for c in self._connections if not c.is_leaving and not c.socket.closed]

    def _next(self) -> Connection | None:
        choices = self._open()
        if not choices:
            return None
        self._turn += 1
        return choices[self._turn % len(choices)]

    async def _listen(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                answer = json.loads(message.data)
            except ValueError:
                continue
            future = connection.waiting.get(str(answer.get("envelope_id"))) if isinstance(answer, dict) else None
            if future and not future.done():
                future.set_result(Answer(True, answer.get("payload")))


def _envelope(envelope_id: str, parcel: Parcel) -> dict[str, Any]:
    envelope: dict[str, Any] = {
        "envelope_id": envelope_id,
        "payload": parcel.payload,
        "type": parcel.kind,
        "accepts_response_payload": parcel.takes_answer,
    }
    if parcel.kind == "events_api":
        envelope |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason}
    return envelope


def _hello(number: int) -> dict[str, Any]:
    return {
        "type": "hello",
        "num_connections": number,
        "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": 18060},
        "connection_info": {"app_id": APP_ID},
    }


async def _say_goodbye(socket: web.WebSocketResponse, reason: str) -> None:
    await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})
    if reason != "warning":
        await socket.close()
