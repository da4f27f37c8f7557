"""People who write and listen at once: real sockets with tickets of their own,
and the POST door.
"""

import asyncio
import json
import statistics
import time
import uuid

import httpx
from msgspec import Struct
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

CSRF = "b" * 32


class Door(Struct, frozen=True):
    """How somebody gets in: the workshop's address and the cookie of their device."""

    port: int
    address: str
    person: int
    token: str

    @property
    def base(self) -> str:
        """Where the workshop is served."""
        return f"http://127.0.0.1:{self.port}/w/{self.address}"

    @property
    def cookies(self) -> dict[str, str]:
        """What their device keeps."""
        return {f"footpath-{self.address}": f"{self.person}.{self.token}", "csrftoken": CSRF}

    def client(self) -> httpx.AsyncClient:
        """A browser's side of the POST door."""
        return httpx.AsyncClient(
            cookies=self.cookies, headers={"X-CSRFToken": CSRF}, timeout=60, verify=False
        )


class Person:
    """Somebody in the room, who reads everything that arrives."""

    def __init__(self, door: Door) -> None:
        """Outside."""
        self.door = door
        self.bytes = self.changes = 0
        self.joined = asyncio.Event()
        self._answers: dict[str, asyncio.Future[float]] = {}

    async def come(self) -> "Person":
        """Fetch a ticket, open the socket, and wait until the whole view is there."""
        async with self.door.client() as browser:
            ticket = (await browser.post(f"{self.door.base}/ticket")).json()["ticket"]
        url = f"ws://127.0.0.1:{self.door.port}/ws/{self.door.address}?ticket={ticket}"
        start = time.perf_counter()
        origin = Origin(f"http://127.0.0.1:{self.door.port}")
        self.socket: ClientConnection = await connect(
            url, origin=origin, compression=None, max_size=None, max_queue=None
        )
        self._reading = asyncio.create_task(self._read())
        await self.joined.wait()
        self.took = time.perf_counter() - start
        return self

    async def _read(self) -> None:
        async for arrived in self.socket:
            frame = str(arrived)
            self.bytes += len(frame)
            if frame.startswith('{"done"'):
                answer = json.loads(frame)
                self._answers.pop(answer["done"]).set_result(time.perf_counter())
            elif frame.startswith('{"here"'):
                self.joined.set()
            elif frame.startswith('{"ping"'):
                await self.socket.send(frame.replace("ping", "pong"))
            elif frame.startswith(('{"refused"', '{"fault"')):
                raise RuntimeError(frame)
            else:
                self.changes += 1

    async def write(self, text: str, **asked: str) -> float:
        """Write a note, or whatever else is asked, and wait until it is on disk; returns the
        seconds that took.
        """
        id = str(uuid.uuid4())
        answer = self._answers[id] = asyncio.get_running_loop().create_future()
        start = time.perf_counter()
        await self.socket.send(json.dumps({"do": "WriteNote", "id": id, "text": text, **asked}))
        return await answer - start

    async def leave(self) -> None:
        """Close the page."""
        self._reading.cancel()
        await self.socket.close()


async def by_socket(people: list[Person], each: int, **asked: str) -> tuple[float, float]:
    """Everybody asks that often, for a note or what is given, in turn. Returns seconds, and
    the median answer.
    """
    start = time.perf_counter()
    took = await asyncio.gather(*(_writes(person, each, asked) for person in people))
    return time.perf_counter() - start, statistics.median(one for some in took for one in some)


async def _writes(person: Person, each: int, asked: dict[str, str]) -> list[float]:
    return [
        await person.write(f"Pay small firms first, and say so in writing ({at})", **asked)
        for at in range(each)
    ]


async def by_post(doors: list[Door], each: int) -> float:
    """The same by POST. Returns seconds."""

    async def writes(door: Door) -> None:
        async with door.client() as browser:
            for at in range(each):
                asked = {
                    "do": "WriteNote",
                    "id": str(uuid.uuid4()),
                    "text": f"By the other door ({at})",
                }
                (await browser.post(f"{door.base}/commands", json=asked)).raise_for_status()

    start = time.perf_counter()
    await asyncio.gather(*(writes(door) for door in doors))
    return time.perf_counter() - start
