"""The played people: each comes in through the workshop's own links and holds a
socket of their own.
"""

import asyncio
import contextlib
import http.client
import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Awaitable, Callable, Iterable
from http.cookiejar import CookieJar
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from footpath.replaying.timeline import Unplayable

LONGEST_FRAME = 64 * 1024
ATTEMPTS = 10
TOO_MUCH = 429


class Refused(Exception):
    """The method said no to a played person; the message is its sentence."""


class Browser:
    """What a browser does on the way in: forms, cookies and redirects."""

    def __init__(self, base: str) -> None:
        """A browser without any cookie yet."""
        self.base = base
        self.jar = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, url: str) -> str:
        """The page of an address.

        Raises:
            Unplayable: when the server does not answer, or not with a page.
        """
        return self._open(urllib.request.Request(url))

    def post(self, url: str, fields: dict[str, str] | None = None) -> str:
        """Send a form with the page's protection against other sites."""
        token = next((cookie.value or "" for cookie in self.jar if cookie.name == "csrftoken"), "")
        data = urllib.parse.urlencode({**(fields or {}), "csrfmiddlewaretoken": token}).encode()
        return self._open(urllib.request.Request(url, data, {"Referer": url, "X-CSRFToken": token}))

    def _open(self, request: urllib.request.Request, attempt: int = 1) -> str:
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as no:
            if no.code == TOO_MUCH and attempt < ATTEMPTS:
                time.sleep(min(60, int(no.headers.get("Retry-After", 1))))
                return self._open(request, attempt + 1)
            page = no.read().decode(errors="replace")
            wrong = re.search(r'role="alert">([^<]+)<', page) or re.search(
                r'"why": "([^"]+)"', page
            )
            raise Unplayable(wrong[1] if wrong else f"The server answered {no.code}.") from None
        except (OSError, http.client.HTTPException, UnicodeError) as silent:
            why = getattr(silent, "reason", silent)
            raise Unplayable(f"There is no Footpath at {self.base}: {why}.") from None


class Played:
    """One person of the file, in the room."""

    def __init__(self, base: str, address: str, name: str) -> None:
        """Outside the door."""
        self.base, self.address, self.name = base, address, name
        self.browser = Browser(base)
        self.id: int | None = None
        self.layers: dict[str, dict[str, dict[str, Any]]] = {
            "everyone": {},
            "facilitators": {},
            "me": {},
        }
        self._pieces: dict[str, dict[str, dict[str, Any]]] = {}
        self.number = 0
        self.queued: list[Callable[[], Awaitable[None]]] = []
        self.offline = False
        self.arrived_at = 0
        self._socket: ClientConnection | None = None
        self._reading: asyncio.Task[None] | None = None
        self._answers: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._pinged = 0

    async def arrive(self, link: str, where: str, said_at: int) -> None:
        """Come in by a link and open the page."""
        self.arrived_at = said_at
        await asyncio.to_thread(self._arrive, link, where, said_at)
        await self.connect()

    def _arrive(self, link: str, where: str, said_at: int) -> None:
        self.browser.get(link)
        fields = {
            "arriving": str(uuid.uuid4()),
            "name": self.name,
            "where": where,
            "said_at": str(said_at),
        }
        self.browser.post(link, fields)
        for cookie in self.browser.jar:
            if cookie.name == f"footpath-{self.address}":
                self.id = int((cookie.value or "").partition(".")[0])
                return
        raise Unplayable(f"{self.name} could not come in.")

    @property
    def connected(self) -> bool:
        """Whether the socket is open."""
        return self._socket is not None

    async def connect(self) -> None:
        """Open the socket, with what was already received."""
        ticket = json.loads(
            await asyncio.to_thread(self.browser.post, f"{self.base}/w/{self.address}/ticket")
        )["ticket"]
        url = f"{self.base.replace('http', 'ws', 1)}/ws/{self.address}?ticket={ticket}"
        if self.number:
            url += f"&from={self.number}"
        try:
            self._socket = await connect(url, origin=self.base, max_size=None, ping_interval=None)  # type: ignore[arg-type]
        except (OSError, WebSocketException) as lost:
            raise Unplayable(f"{self.name} could not open the room: {lost}.") from None
        self.offline = False
        self._reading = asyncio.create_task(self._read(self._socket))

    async def drop(self) -> None:
        """The line is gone."""
        if self._socket is not None:
            self._socket.transport.abort()
            self._socket = None
        if self._reading is not None:
            await asyncio.gather(self._reading, return_exceptions=True)

    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for frame in socket:
                told = json.loads(frame)
                self._take(told)
                if "ping" in told:  # whoever does not answer is taken for gone
                    await socket.send(json.dumps({"pong": told["ping"]}, separators=(",", ":")))
        except ConnectionClosed:
            pass
        if self._socket is socket:
            self._socket = None
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(ConnectionError())
        self._answers.clear()

    def _take(self, frame: dict[str, Any]) -> None:
        if frame.get("whole") == "begins":
            self._pieces[frame["for"]] = {}
        elif frame.get("whole") == "goes on":
            for collection, things in frame["put"].items():
                self._pieces[frame["for"]].setdefault(collection, {}).update(things)
        elif frame.get("whole") == "ends":
            self._take({**frame, "whole": True, "put": self._pieces.pop(frame["for"])})
        elif "put" in frame:
            if frame.get("whole"):
                self.layers[frame["for"]] = {}
            layer = self.layers[frame["for"]]
            for collection, things in frame["put"].items():
                layer.setdefault(collection, {}).update(things)
            for collection, ids in (frame.get("drop") or {}).items():
                for id in ids:
                    layer.get(collection, {}).pop(str(id), None)
            self.number = max(self.number, frame["number"])
        else:
            self._hear(frame)

    def _hear(self, frame: dict[str, Any]) -> None:
        told = next((key for key in ("done", "refused", "fault", "pong") if key in frame), None)
        if told is None:
            return
        # it could not be read
        id = frame[told] if frame[told] is not None else next(iter(self._answers), None)
        answer = self._answers.pop(str(id), None)
        if answer is not None and not answer.done():
            answer.set_result(frame)

    async def ask(self, do: str, **fields: Any) -> int | None:
        """Send a command and wait until it is on disk; returns the id of what it made.

        Raises:
            Refused: when the method says no.
        """
        if "said_at" in fields and not fields.get("for_person") and not fields.get("for_someone"):
            # nobody says anything before they came
            fields["said_at"] = max(fields["said_at"], self.arrived_at)
        id = str(uuid.uuid4())
        frame = json.dumps({"id": id, "do": do, **fields}, ensure_ascii=False)
        if len(frame) > LONGEST_FRAME:
            raise Refused("That is far too long to be sent at once.")
        for attempt in range(ATTEMPTS):  # the command's id makes it happen once (S2)
            try:
                told = await self._exchange(id, frame)
            except (ConnectionError, ConnectionClosed):
                continue
            if "done" in told:
                return told["made"]
            if "fault" not in told:
                raise Refused(told["why"])
            await asyncio.sleep(0.2 * (attempt + 1))
        raise Unplayable("The server does not answer any more.")

    async def _exchange(self, id: str, frame: str) -> dict[str, Any]:
        if self._socket is None:
            await self.connect()
        assert self._socket is not None
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[id] = answer
        await self._socket.send(frame)
        try:
            return await asyncio.wait_for(answer, 30)
        except TimeoutError:
            raise Unplayable("The server does not answer any more.") from None

    async def catch_up(self) -> None:
        """Receive everything that was told so far: an echo comes after it."""
        self._pinged += 1
        with contextlib.suppress(ConnectionError, ConnectionClosed):
            await self._exchange(
                str(self._pinged), json.dumps({"ping": self._pinged}, separators=(",", ":"))
            )

    def see(self, collection: str) -> dict[int, dict[str, Any]]:
        """What this person sees of a collection: the layers laid over each other."""
        seen: dict[int, dict[str, Any]] = {}
        for layer in self.layers.values():
            for id, thing in layer.get(collection, {}).items():
                seen[int(id)] = {**seen.get(int(id), {}), **thing}
        return seen

    def sheet(self, name: str) -> Any:
        """One of the single sheets."""
        return self.layers["everyone"].get("sheet", {}).get(name)


async def leave_all(people: Iterable[Played]) -> None:
    """Everybody closes the page."""
    for person in people:
        await person.drop()
