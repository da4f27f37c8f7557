"""The played people: each comes in through the workshop's own links and holds a socket of their own."""

import asyncio
import json
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Iterable
from http.cookiejar import CookieJar
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from footpath.replaying.timeline import Unplayable


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

    def _open(self, request: urllib.request.Request) -> str:
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as no:
            page = no.read().decode(errors="replace")
            wrong = re.search(r'role="alert">([^<]+)<', page)
            raise Unplayable(wrong[1] if wrong else f"The server answered {no.code}.") from None
        except (urllib.error.URLError, TimeoutError) as silent:
            raise Unplayable(f"There is no Footpath at {self.base}: {silent}.") from None


class Played:
    """One person of the file, in the room."""

    def __init__(self, base: str, address: str, name: str) -> None:
        """Outside the door."""
        self.base, self.address, self.name = base, address, name
        self.browser = Browser(base)
        self.id: int | None = None
        self.layers: dict[str, dict[str, dict[str, Any]]] = {"everyone": {}, "facilitators": {}, "me": {}}
        self.number = 0
        self.queued: list[dict[str, Any]] = []
        self._socket: ClientConnection | None = None
        self._reading: asyncio.Task[None] | None = None
        self._answers: dict[str, asyncio.Future[dict[str, Any]]] = {}

    async def arrive(self, link: str, where: str, said_at: int) -> None:
        """Come in by a link and open the page."""
        await asyncio.to_thread(self._arrive, link, where, said_at)
        await self.connect()

    def _arrive(self, link: str, where: str, said_at: int) -> None:
        self.browser.get(link)
        fields = {"arriving": str(uuid.uuid4()), "name": self.name, "where": where, "said_at": str(said_at)}
        self.browser.post(link, fields)
        cookie = next(cookie.value or "" for cookie in self.browser.jar if cookie.name == f"footpath-{self.address}")
        self.id = int(cookie.partition(".")[0])

    @property
    def connected(self) -> bool:
        """Whether the socket is open."""
        return self._socket is not None

    async def connect(self) -> None:
        """Open the socket, with what was already received."""
        ticket = json.loads(await asyncio.to_thread(self.browser.post, f"{self.base}/w/{self.address}/ticket"))[
            "ticket"
        ]
        url = f"{self.base.replace('http', 'ws', 1)}/ws/{self.address}?ticket={ticket}"
        if self.number:
            url += f"&from={self.number}"
        self._socket = await connect(url, origin=self.base, max_size=None, ping_interval=None)  # type: ignore[arg-type]
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
                self._take(json.loads(frame))
        except ConnectionClosed:
            pass

    def _take(self, frame: dict[str, Any]) -> None:
        if "put" in frame:
            if frame.get("whole"):
                self.layers[frame["for"]] = {}
            layer = self.layers[frame["for"]]
            for collection, things in frame["put"].items():
                layer.setdefault(collection, {}).update(things)
            for collection, ids in (frame.get("drop") or {}).items():
                for id in ids:
                    layer.get(collection, {}).pop(str(id), None)
            self.number = max(self.number, frame["number"])
            return
        id = frame.get("done") or frame.get("refused") or frame.get("fault")
        answer = self._answers.pop(id, None) if isinstance(id, str) else None
        if answer is not None and not answer.done():
            answer.set_result(frame)

    async def ask(self, do: str, **fields: Any) -> int | None:
        """Send a command and wait until it is on disk; returns the id of what it made.

        Raises:
            Refused: when the method says no.
        """
        assert self._socket is not None
        id = str(uuid.uuid4())
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[id] = answer
        await self._socket.send(json.dumps({"id": id, "do": do, **fields}))
        told = await asyncio.wait_for(answer, 30)
        if "done" not in told:
            raise Refused(told["why"])
        return told["made"]

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
