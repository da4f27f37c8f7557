"""A server that was started as people start it, in a process of its own, and devices that talk to
it as browsers do.
"""

import json
import os
import re
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import beside
import empty_record
import forking
import httpx
from live_page import Page

FOOTPATH = str(Path(sys.executable).with_name("footpath"))
P = ParamSpec("P")
T = TypeVar("T")
TRUST = ssl.create_default_context()
"""Whom browsers trust: read once, and not by each anew, for that takes as long as ten pages."""

KEPT = httpx.Limits(keepalive_expiry=2)
"""A connection is not used again in the instant in which the server ends it, after five seconds
without a word: browsers ask once more there, and this client does not.
"""


def waits_a_second_for_who_leads() -> None:
    """It waits a second where it would wait two minutes for a facilitator."""
    from footpath.method.throughout import leading

    leading.UNLED_FOR = 1.0


class Server:
    """`footpath serve` on a record of its own; it can be killed and started again."""

    def __init__(
        self,
        folder: Path,
        database: str | None,
        port: int | None = None,
        *,
        altered: forking.Altered | None = None,
    ) -> None:
        """Start it and wait until it answers; `altered` as a test needs it."""
        self.altered = altered
        with socket.socket() as free:
            free.bind(("127.0.0.1", port or 0))
            self.port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.env = {**os.environ, "FOOTPATH_DATA": str(folder)}
        for not_theirs in ("DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"):
            self.env.pop(not_theirs, None)
        if database:
            self.env["DATABASE_URL"] = database
        elif not any(folder.iterdir()):
            empty_record.in_file(folder)
        self.start()

    def start(self) -> None:
        """Start, and come back when the start page answers."""
        words, log = ("serve", "--port", str(self.port)), self.folder / "log"
        self.process = forking.footpath(words, self.env, Path(os.devnull), log, self.altered)
        with httpx.Client(verify=TRUST) as waiting:
            for _ in range(400):
                try:
                    waiting.get(self.base)
                    return
                except httpx.TransportError:
                    time.sleep(0.05)
        raise RuntimeError(self.log())

    def kill(self) -> None:
        """Kill it as a power cut would."""
        self.process.kill()
        self.process.join()

    def stop(self) -> None:
        """Stop it as people do."""
        self.process.terminate()
        self.process.join(30)
        assert self.process.exitcode is not None, "it does not stop"

    def log(self) -> str:
        """What it wrote to its log."""
        return (self.folder / "log").read_text()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run another command of Footpath's on the same record."""
        with tempfile.TemporaryDirectory() as said:
            out, wrong = Path(said, "out"), Path(said, "wrong")
            ended = forking.footpath(words, self.env, out, wrong)
            ended.join(60)
            code = ended.exitcode
            assert code is not None, f"{words} does not end"
            return subprocess.CompletedProcess(words, code, out.read_text(), wrong.read_text())

    def beside(self, run: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Run a function of a test's in a process of its own, on the same record, as another
        part of Footpath would; what it gives back.
        """
        return beside.run(self.env, run, *given, **named)

    def tables(self) -> dict[str, str]:
        """Everything in every table, read past Footpath."""
        if url := self.env.get("DATABASE_URL"):
            import psycopg
            from psycopg.sql import SQL, Identifier

            every = SQL("SELECT * FROM {}")
            with psycopg.connect(url.replace("postgres://", "postgresql://")) as past:
                names = past.execute(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                ).fetchall()
                return {
                    name: str(past.execute(every.format(Identifier(name))).fetchall())
                    for (name,) in names
                }
        past = sqlite3.connect(f"file:{self.folder}/footpath.sqlite3?mode=ro", uri=True)
        names = past.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = {name: str(past.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names}
        past.close()
        return rows

    def workshop(self, title: str = "Buying") -> "Doors":
        """Make a workshop by link alone, on this machine."""
        device = Device(self.base)
        device.get("/make")
        minutes = {
            f"minutes_{p}": "10"
            for p in ("gather", "aims", "experience", "reflect", "process", "return")
        }
        made = device.form(
            "/make", title=title, sides="client, provider", made_with=str(uuid.uuid4()), **minutes
        )
        links = dict(re.findall(r'data-link="(\w+)" href="([^"]+)"', made.text))
        code = re.search(r'class="code">([^<]+)<', made.text)
        return Doors(self.base, links, code[1] if code else "")


class Device:
    """Somebody's browser: its cookies, its pages."""

    def __init__(self, base: str) -> None:
        """A browser that was never here."""
        self.base = base
        self.http = httpx.Client(
            base_url=base, follow_redirects=True, timeout=40, verify=TRUST, limits=KEPT
        )
        self.address = ""

    def get(self, path: str) -> httpx.Response:
        """Open a page."""
        return self.http.get(path)

    def goes_on(self, link: str) -> httpx.Response:
        """Open somebody's own link on a device that is not theirs yet, and say
        there that one is them.
        """
        path = link.removeprefix(self.base)
        self.get(path)
        return self.has_it_here(path)

    def has_it_here(self, link: str) -> httpx.Response:
        """Press the button of an own link, whatever its page shows."""
        path, asks, query = link.removeprefix(self.base).partition("?")
        return self.form(f"{path}/here{asks}{query}" if "/mine/" in path else link)

    def form(self, path: str, **fields: Any) -> httpx.Response:
        """Send a form, with the token that every page gives."""
        return self.http.post(
            path,
            data=fields,
            headers={"X-CSRFToken": self._cookie("csrftoken"), "Referer": self.base},
        )

    def _cookie(self, name: str) -> str:
        return next(
            (cookie.value or "" for cookie in self.http.cookies.jar if cookie.name == name), ""
        )

    def post(self, do: str, id: str | None = None, **fields: Any) -> httpx.Response:
        """Ask for something by POST."""
        return self.post_raw(json.dumps({"do": do, "id": id or str(uuid.uuid4()), **fields}))

    def post_raw(self, body: str | bytes) -> httpx.Response:
        """Send whatever as a command; told that it was very much at once, wait and send it
        again, as pages do.
        """
        headers = {"X-CSRFToken": self._cookie("csrftoken"), "Content-Type": "application/json"}
        while (answer := self.post_once(body, headers)).status_code == 429:
            time.sleep(int(answer.headers["Retry-After"]))
        return answer

    def post_once(self, body: str | bytes, headers: dict[str, str] | None = None) -> httpx.Response:
        """Send it once, whatever is answered."""
        given = headers or {
            "X-CSRFToken": self._cookie("csrftoken"),
            "Content-Type": "application/json",
        }
        return self.http.post(f"/w/{self.address}/commands", content=body, headers=given)

    def ticket(self) -> str:
        """A ticket for the socket."""
        return self.form(f"/w/{self.address}/ticket").json()["ticket"]

    def open(self, number: int | None = None) -> "Page":
        """Open the live page, whole or from a number on."""
        return Page(self.base, self.address, self.ticket(), number)


class Doors:
    """A workshop's links, and arriving by them."""

    def __init__(self, base: str, links: dict[str, str], code: str) -> None:
        """Keep the links by role."""
        self.base, self.links, self.code = base, links, code
        self.address = links["guest"].split("/")[4]

    def arrive(self, name: str, role: str = "guest", **fields: Any) -> "Guest":
        """Somebody new comes in by a link."""
        return Guest(self, self.links[role], name, fields)

    def opened(self, *phases: str) -> "Guest":
        """Fay comes in as a facilitator, opens the flipchart, and goes through these phases."""
        fay = self.arrive("Fay", "facilitator")
        fay.post("OpenFlipchart")
        for phase in phases:
            fay.post("OpenPhase", phase=phase)
        return fay

    def wall(self, network: str | None = None) -> "Page":
        """Open the wall, on the network that a proxy names."""
        device = Device(self.base)
        path = self.links["wall"].removeprefix(self.base)
        device.get(path)
        return Page(
            self.base, self.address, device.form(f"{path}/ticket").json()["ticket"], network=network
        )


class Guest(Device):
    """A device whose person arrived."""

    def __init__(self, doors: Doors, link: str, name: str, fields: dict[str, Any]) -> None:
        """Type the name and come in."""
        super().__init__(doors.base)
        self.address = doors.address
        path = link.removeprefix(doors.base)
        self.get(path)
        given = {"arriving": str(uuid.uuid4()), "name": name, "where": "online", **fields}
        self.arrived = self.form(path, **given)
        self.id = int(self._cookie(f"footpath-{doors.address}").partition(".")[0] or 0)
