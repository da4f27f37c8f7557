"""An open page: the socket of a device, and the layers as the browser merges them."""

import json
import uuid
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin


class Page:
    """An open live page: merges what it receives, as the browser does."""

    def __init__(
        self,
        base: str,
        address: str,
        ticket: str,
        number: int | None = None,
        origin: str | None = None,
        network: str | None = None,
    ) -> None:
        """Open the socket and read until the first view is there."""
        query = f"?ticket={ticket}" + ("" if number is None else f"&from={number}")
        self.socket: ClientConnection = connect(
            base.replace("http", "ws") + f"/ws/{address}{query}",
            origin=Origin(origin or base),
            additional_headers={} if network is None else {"X-Forwarded-For": network},
            max_size=None,
            ping_interval=None,
            open_timeout=20,
            legacy=True,
        )  # type: ignore[arg-type]
        self.frames: list[dict[str, Any]] = []
        self.raw: list[str] = []
        self.layers: dict[str, dict[str, dict[str, Any]]] = {}
        self._pieces: dict[str, dict[str, dict[str, Any]]] = {}
        self.number = number or 0
        self.here: set[int] = set()
        """Who is here, as far as it was told."""
        self.until(lambda frame: "here" in frame)

    def receive(self, timeout: float = 20) -> dict[str, Any]:
        """The next frame, merged into the layers."""
        text = str(self.socket.recv(timeout))
        frame = json.loads(text)
        self.raw.append(text)
        self.frames.append(frame)
        self.merge(frame)
        return frame

    def merge(self, frame: dict[str, Any]) -> None:
        """Merge a frame into the layers; a layer that comes in pieces counts when it is there."""
        if "here" in frame:
            self.here = set(frame["here"]["people"])
        elif "came" in frame:
            self.here = self.here - set(frame["left"]) | set(frame["came"])
        elif frame.get("whole") == "begins":
            self._pieces[frame["for"]] = {}
        elif frame.get("whole") == "goes on":
            for collection, views in frame["put"].items():
                self._pieces[frame["for"]].setdefault(collection, {}).update(views)
        elif frame.get("whole") == "ends":
            self.layers[frame["for"]], self.number = self._pieces.pop(frame["for"]), frame["number"]
        elif "put" in frame or "drop" in frame:
            layer = {} if frame.get("whole") else self.layers.setdefault(frame["for"], {})
            self.layers[frame["for"]] = layer
            for collection, views in frame.get("put", {}).items():
                layer.setdefault(collection, {}).update(views)
            for collection, ids in frame.get("drop", {}).items():
                for id in ids:
                    layer.get(collection, {}).pop(str(id), None)
            self.number = frame["number"]

    def until(self, found: Any) -> dict[str, Any]:
        """Read on until a frame is found."""
        while not found(frame := self.receive()):
            pass
        return frame

    def send(self, do: str, id: str | None = None, **fields: Any) -> str:
        """Ask for something; the answer is read later."""
        id = id or str(uuid.uuid4())
        self.socket.send(json.dumps({"id": id, "do": do, **fields}))
        return id

    def ask(self, do: str, id: str | None = None, **fields: Any) -> dict[str, Any]:
        """Ask for something, and read until it is answered."""
        sent = self.send(do, id, **fields)
        return self.until(
            lambda frame: sent in (frame.get("done"), frame.get("refused"), frame.get("fault"))
        )

    def catch_up(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Read everything that was sent before now: a ping comes back behind it."""
        ping = int(uuid.uuid4()) % 10**12
        self.socket.send(json.dumps({"ping": ping}))
        self.until(lambda frame: frame.get("pong") == ping)
        return {name: {c: v for c, v in layer.items() if v} for name, layer in self.layers.items()}

    def veils(self) -> list[dict[str, Any]]:
        """Every veil over everything, as this page was told of them, for facilitators."""
        over = self.layers["facilitators"].get("veils", {}).values()
        return [veil for thing in over for veil in thing["veils"]]

    def closed(self) -> int:
        """Read until the server closes the line; the code that it gave."""
        try:
            while True:
                self.receive(10)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006

    def close(self) -> None:
        """Close the page."""
        self.socket.close()
