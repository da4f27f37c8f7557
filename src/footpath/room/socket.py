"""The socket: a page comes in with a ticket, asks in frames, and is answered after the words are on disk."""

import asyncio
import contextlib
import logging
import re
import time
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import close_old_connections
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from footpath.method import Refusal
from footpath.method.refusals import LOOKS_WRONG, NOT_HERE
from footpath.record.vocabulary import Malformed, command_id_of, command_of
from footpath.record.writing import Done, Fault
from footpath.room import tickets
from footpath.room.fanout import Connection, Room, encode
from footpath.room.leading import SAID
from footpath.room.running import Rooms, rooms
from footpath.workshops.doors import found_at
from footpath.workshops.models import Workshop

log = logging.getLogger(__name__)

_PING = re.compile(r'\{"ping": ?(-?[0-9]{1,16})\}')
LAST_WORDS = 2.0
LONGEST_FRAME = 64 * 1024
HEARTBEAT = 5.0
SILENT_FOR = 15.0
BURST, PER_SECOND = 400, 60
"""A connection's own budget of commands, never an address's: a whole room can stand behind one."""

SILENT = "The line was silent."
TOO_FAST = "That was very much at once. Wait a moment; your words are kept and go again by themselves."
TOO_LONG = "That is more than fits into one message. Split it; your words are kept."


async def room(socket: WebSocket) -> None:
    """One open page, from its ticket to its last frame."""
    await socket.accept()
    workshop = await sync_to_async(_workshop_at)(socket.path_params["address"])
    ticket = tickets.redeem(socket.query_params.get("ticket", ""), workshop.pk) if workshop is not None else None
    if not _origin_is_ours(socket):
        await socket.close(4403, "This page comes from another site.")
        return
    if workshop is None or ticket is None:
        await socket.close(4401, "Reload the page to come in again.")
        return
    here = rooms()
    connection = Connection(socket, ticket.person)
    joined = here.let_in(workshop.pk, connection)
    sending = asyncio.create_task(connection.sending(partial(here.bring, joined)))
    try:
        await here.come(joined, connection, _number(socket.query_params.get("from")))
        await _listen(here, joined, connection)
    except Fault:
        connection.end(1011, "The server had trouble. Come in again.")
    finally:
        here.leave(joined, connection)
        if connection.ended is None:
            sending.cancel()
        with contextlib.suppress(asyncio.CancelledError, TimeoutError, RuntimeError, WebSocketDisconnect, Fault):
            await asyncio.wait_for(sending, LAST_WORDS)


def _workshop_at(address: str) -> Workshop | None:
    close_old_connections()  # no request of Django's is here to do it
    return found_at(address)


def _number(given: str | None) -> int | None:
    return int(given) if given is not None and given.isascii() and given.isdigit() and len(given) < 16 else None


def _origin_is_ours(socket: WebSocket) -> bool:
    """Browsers always send an Origin; Django's protection against other sites does not cover sockets."""
    ours = urlsplit(settings.BASE_URL or f"http://{socket.headers.get('host', '')}")
    return socket.headers.get("origin") == f"{ours.scheme}://{ours.netloc}"


class Budget:
    """How many commands a connection may still send: a bucket that fills again by itself."""

    def __init__(self) -> None:
        """A full bucket."""
        self.left, self.at = float(BURST), time.monotonic()

    def spend(self) -> bool:
        """Whether one more is allowed just now."""
        now = time.monotonic()
        self.left = min(float(BURST), self.left + (now - self.at) * PER_SECOND)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


async def _listen(here: Rooms, joined: Room, connection: Connection) -> None:
    socket, heard, budget = connection.socket, time.monotonic(), Budget()
    while connection.ended is None and socket.client_state is WebSocketState.CONNECTED:
        try:
            arrived: Any = await asyncio.wait_for(socket.receive(), HEARTBEAT)
        except TimeoutError:
            if time.monotonic() - heard > SILENT_FOR:
                connection.end(4408, SILENT)
                return
            connection.send(encode({"ping": time.time_ns() // 1_000_000}))
            continue
        if arrived["type"] == "websocket.disconnect":
            return
        heard = time.monotonic()
        _answer(here, joined, connection, budget, arrived.get("text"))


def _answer(here: Rooms, joined: Room, connection: Connection, budget: Budget, text: str | None) -> None:
    if text is None:
        _refuse(connection, None, LOOKS_WRONG)
        return
    if len(text) > LONGEST_FRAME:
        _refuse(connection, None, TOO_LONG)
        return
    if text.startswith('{"pong"'):
        return
    if (ping := _PING.fullmatch(text)) is not None:
        connection.send(b'{"pong":%b}' % ping[1].encode())
        return
    if SAID.fullmatch(text) is not None:
        if budget.spend():
            here.hear(joined, connection, text)
        return
    try:
        command = command_of(text)
    except Malformed:
        _refuse(connection, command_id_of(text), LOOKS_WRONG)
        return
    if connection.person is None:
        _refuse(connection, command.id, NOT_HERE)
        return
    if not budget.spend():
        connection.send(encode({"fault": command.id, "why": TOO_FAST}))
        return
    future = here.writer.submit(joined.workshop, command, connection.person)

    def answered(_: Any) -> None:
        if here.loop is not None:
            answer = future.exception() or future.result()
            here.loop.call_soon_threadsafe(_say, connection, command.id, answer)

    future.add_done_callback(answered)


def _say(connection: Connection, id: str, answer: Done | BaseException) -> None:
    if isinstance(answer, Done):
        connection.send(encode({"done": id, "number": answer.number, "made": answer.made}))
    elif isinstance(answer, Refusal):
        _refuse(connection, id, answer.sentence)
    elif isinstance(answer, Fault):
        # not an answer to the command: the page keeps the words and sends them again
        connection.send(encode({"fault": id, "why": "Not saved yet: the server had trouble. It is tried again."}))


def _refuse(connection: Connection, id: str | None, why: str) -> None:
    connection.send(encode({"refused": id, "why": why}))
