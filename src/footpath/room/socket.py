"""The socket: a page comes in with a ticket, asks in frames, and is answered after the
words are on disk.
"""

import contextlib
import re
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from starlette.websockets import WebSocket

from footpath.limits.budgets import TOO_FAST, VeryMuchAtOnce, count_stored, pay_for_letters
from footpath.limits.connections import PLACE
from footpath.limits.numbers import number_in
from footpath.method import Command, Refusal
from footpath.method.refusals import LOOKS_WRONG, NOT_HERE
from footpath.record.vocabulary import Malformed, command_id_of, command_of, letters_of
from footpath.record.writer import Done, Fault
from footpath.room import tickets
from footpath.room.asked_at_once import AskedAtOnce
from footpath.room.code_on_the_wall import SAID as CODE
from footpath.room.direct import LINE, DirectSockets
from footpath.room.fanout import TROUBLE, Connection, Room
from footpath.room.leadership import SAID
from footpath.room.open_pages import TOO_MUCH, Full
from footpath.room.running import Rooms, rooms
from footpath.room.spotlight import SAID as SPOTLIT
from footpath.room.waiting import encode

_PING = re.compile(r'\{"ping": ?(-?[0-9]{1,16})\}')
LONGEST_FRAME = 64 * 1024
NOT_SAVED = "Not saved yet: the server had trouble. It is tried again."
TOO_LONG = "That is more than fits into one message. Split it; your words are kept."


async def room(socket: WebSocket) -> None:
    """One page comes in, from its ticket to its first view; from then on the room has its line."""
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
    here, line = rooms(), socket.scope[LINE]
    page = Page(here, line, ticket.person)
    try:
        joined = here.let_in(
            ticket.workshop, page, socket.client.host if socket.client is not None else ""
        )
    except Full as full:
        await socket.close(TOO_MUCH, str(full))
        return
    try:
        await here.come(joined, page, number_in(socket.query_params.get("from")))
    except Fault:
        page.end(*TROUBLE)
    except BaseException:
        page.over()
        raise
    line.take_over(page)


def _origin_is_ours(socket: WebSocket) -> bool:
    """Browsers always send an Origin; Django's protection against other sites does
    not cover sockets.
    """
    ours = urlsplit(settings.BASE_URL or f"http://{socket.headers.get('host', '')}")
    return socket.headers.get("origin") == f"{ours.scheme}://{ours.netloc}"


class Page(Connection):
    """An open page, and what comes from it."""

    __slots__ = ("_here",)

    def __init__(self, here: Rooms, line: DirectSockets, person: int | None) -> None:
        """Nothing came yet."""
        super().__init__(line, person)
        self._here = here

    def heard(self, text: str | None) -> None:
        """A message came: do what it says, or say why not."""
        joined = self.room
        if joined is None or self.ended is not None:
            return
        self.heard_at = self.line.loop.time()
        if text is None or len(text) > LONGEST_FRAME:
            self._refuse(None, LOOKS_WRONG if text is None else TOO_LONG)
        elif text.startswith('{"pong"'):
            pass
        elif (ping := _PING.fullmatch(text)) is not None:
            self.send(encode({"pong": int(ping[1])}))
        elif SAID.fullmatch(text) is not None:
            self._here.hear(joined, self, text)
        elif (spotlit := SPOTLIT.fullmatch(text)) is not None:
            self._here.spotlights[joined.workshop].hear(self, spotlit[1])
        elif (code := CODE.fullmatch(text)) is not None:
            self._here.codes.hear(joined, self, code[1])
        else:
            self.asked_at = self.heard_at
            self._ask(joined, text)

    def _ask(self, joined: Room, text: str) -> None:
        try:
            command = command_of(text)
        except Malformed:
            self._refuse(command_id_of(text), LOOKS_WRONG)
            return
        if self.person is None:
            self._refuse(command.id, NOT_HERE)
            return
        try:
            pay_for_letters(joined.workshop, self.person, len(text), letters_of(command))
        except VeryMuchAtOnce:  # the page keeps the words and sends them again
            self.send(encode({"fault": command.id, "why": TOO_FAST}))
            return
        under_way = joined.asked_at_once_by(self.person)
        if under_way.is_full:
            self.line.hold()
        under_way.take_up(partial(self._submit, joined, under_way, command, self.person))

    def _submit(self, joined: Room, under_way: AskedAtOnce, command: Command, person: int) -> None:
        if self.line.is_held:
            self.line.go_on()
        future = self._here.writer.submit(joined.workshop, command, person)

        def answer() -> None:
            under_way.answered()
            if future.exception() is None:
                count_stored(joined.workshop, letters_of(command))
            self._say(command.id, future.exception() or future.result())

        def answered(_: Any) -> None:
            if self._here.loop is not None:
                with contextlib.suppress(RuntimeError):  # the server stops
                    self._here.loop.call_soon_threadsafe(answer)

        future.add_done_callback(answered)

    def _say(self, id: str, answer: Done | BaseException) -> None:
        if isinstance(answer, Done):
            self.send(encode({"done": id, "number": answer.number, "made": answer.made}))
        elif isinstance(answer, Refusal):
            self._refuse(id, answer.sentence)
        elif isinstance(answer, Fault):
            # not an answer to the command: the page keeps the words and sends them again
            self.send(encode({"fault": id, "why": NOT_SAVED}))

    def _refuse(self, id: str | None, why: str) -> None:
        self.send(encode({"refused": id, "why": why}))
