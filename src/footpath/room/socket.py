"""The socket: a page comes in with a ticket, asks in frames, and is answered after the
words are on disk.
"""

import asyncio
import contextlib
import re
import time
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from footpath.limits.budgets import TOO_FAST, VeryMuchAtOnce, count_stored, pay_for_letters
from footpath.limits.connections import PLACE
from footpath.limits.numbers import number_in
from footpath.method import Command, Refusal
from footpath.method.refusals import LOOKS_WRONG, NOT_HERE
from footpath.record.vocabulary import Malformed, command_id_of, command_of, letters_of
from footpath.record.writer import Done, Fault
from footpath.room import tickets
from footpath.room.code_on_the_wall import SAID as CODE
from footpath.room.fanout import Connection, Room
from footpath.room.leadership import SAID
from footpath.room.open_pages import TOO_MUCH, Full
from footpath.room.running import Rooms, rooms
from footpath.room.spotlight import SAID as SPOTLIT
from footpath.room.waiting import encode

_PING = re.compile(r'\{"ping": ?(-?[0-9]{1,16})\}')
LONGEST_FRAME = 64 * 1024
HEARTBEAT = 5.0
SILENT_FOR = 15.0

SILENT = "The line was silent."
TOO_LONG = "That is more than fits into one message. Split it; your words are kept."


async def room(socket: WebSocket) -> None:
    """One open page, from its ticket to its last frame."""
    await socket.accept()
    if not _origin_is_ours(socket):
        await socket.close(4403, "This page comes from another site.")
        return
    ticket = tickets.redeem(socket.query_params.get("ticket", ""), socket.path_params["address"])
    if ticket is None:
        await socket.close(4401, "Reload the page to come in again.")
        return
    if (known := socket.scope.get(PLACE)) is not None:
        known()
    here = rooms()
    connection = Connection(socket, ticket.person)
    try:
        joined = here.let_in(
            ticket.workshop, connection, socket.client.host if socket.client is not None else ""
        )
    except Full as full:
        await socket.close(TOO_MUCH, str(full))
        return
    await _stay(here, joined, connection)


async def _stay(here: Rooms, joined: Room, connection: Connection) -> None:
    sending = asyncio.create_task(connection.sending(partial(here.bring, joined)))
    try:
        await here.come(joined, connection, number_in(connection.socket.query_params.get("from")))
        await _listen(here, joined, connection)
    except Fault:
        connection.end(1011, "The server had trouble. Come in again.")
    finally:
        here.leave(joined, connection)
        if connection.ended is None:
            sending.cancel()
        with contextlib.suppress(
            asyncio.CancelledError, TimeoutError, RuntimeError, WebSocketDisconnect, Fault
        ):
            await sending
        connection.end(1000, "")  # what is answered from now on waits for nobody


def _origin_is_ours(socket: WebSocket) -> bool:
    """Browsers always send an Origin; Django's protection against other sites does
    not cover sockets.
    """
    ours = urlsplit(settings.BASE_URL or f"http://{socket.headers.get('host', '')}")
    return socket.headers.get("origin") == f"{ours.scheme}://{ours.netloc}"


async def _listen(here: Rooms, joined: Room, connection: Connection) -> None:
    socket, heard = connection.socket, time.monotonic()
    while connection.ended is None and socket.client_state is WebSocketState.CONNECTED:
        if connection.line.has_flooded:
            connection.end(TOO_MUCH, TOO_FAST)
            return
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
        if (command := _heard(here, joined, connection, arrived.get("text"))) is not None:
            await _ask(here, joined, connection, command)


def _heard(here: Rooms, joined: Room, connection: Connection, text: str | None) -> Command | None:
    """The command in a frame; what is none is answered."""
    if text is None or len(text) > LONGEST_FRAME:
        _refuse(connection, None, LOOKS_WRONG if text is None else TOO_LONG)
    elif text.startswith('{"pong"'):
        pass
    elif (ping := _PING.fullmatch(text)) is not None:
        connection.send(encode({"pong": int(ping[1])}))
    elif SAID.fullmatch(text) is not None:
        here.hear(joined, connection, text)
    elif (spotlit := SPOTLIT.fullmatch(text)) is not None:
        here.spotlights[joined.workshop].hear(connection, spotlit[1])
    elif (code := CODE.fullmatch(text)) is not None:
        here.codes.hear(joined, connection, code[1])
    else:
        connection.asked_at = connection.line.loop.time()
        try:
            command = command_of(text)
        except Malformed:
            _refuse(connection, command_id_of(text), LOOKS_WRONG)
            return None
        if connection.person is None:
            _refuse(connection, command.id, NOT_HERE)
            return None
        try:
            pay_for_letters(joined.workshop, connection.person, len(text), letters_of(command))
        except VeryMuchAtOnce:  # the page keeps the words and sends them again
            connection.send(encode({"fault": command.id, "why": TOO_FAST}))
            return None
        return command
    return None


async def _ask(here: Rooms, joined: Room, connection: Connection, command: Command) -> None:
    assert connection.person is not None
    under_way = joined.turns_of(connection.person)
    await under_way.acquire()
    future = here.writer.submit(joined.workshop, command, connection.person)

    def answer() -> None:
        under_way.release()
        if future.exception() is None:
            count_stored(joined.workshop, letters_of(command))
        _say(connection, command.id, future.exception() or future.result())

    def answered(_: Any) -> None:
        if here.loop is not None:
            with contextlib.suppress(RuntimeError):  # the server stops
                here.loop.call_soon_threadsafe(answer)

    future.add_done_callback(answered)


def _say(connection: Connection, id: str, answer: Done | BaseException) -> None:
    if isinstance(answer, Done):
        connection.send(encode({"done": id, "number": answer.number, "made": answer.made}))
    elif isinstance(answer, Refusal):
        _refuse(connection, id, answer.sentence)
    elif isinstance(answer, Fault):
        # not an answer to the command: the page keeps the words and sends them again
        connection.send(
            encode(
                {"fault": id, "why": "Not saved yet: the server had trouble. It is tried again."}
            )
        )


def _refuse(connection: Connection, id: str | None, why: str) -> None:
    connection.send(encode({"refused": id, "why": why}))
