"""Serving from the terminal: an installation, or a demonstration that prints its links."""

import argparse
import os
import signal
import socket
import sys
from types import FrameType
from typing import Any, cast

import uvicorn
from django.conf import settings
from django.core.management import call_command

from footpath.config import keys, starting
from footpath.limits.connection_places import MOST
from footpath.limits.connections import Entrance
from footpath.limits.descriptors import for_connections, raised
from footpath.mail import is_set_up
from footpath.mail.whole_links import listening_on
from footpath.room.direct import DirectSockets
from footpath.serving.views_in_turn import AT_ONCE
from footpath.terminal.workshops import demo_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )
    parser.add_argument("--port", type=_port, default=8000)


def _port(given: str) -> int:
    if not (given.isascii() and given.isdigit() and int(given[:6]) < 65536):
        raise argparse.ArgumentTypeError("give a number up to 65535")
    return int(given)


def serve(options: argparse.Namespace) -> int:
    """Bring the database up to date and serve until told to stop."""
    listening = _listen(options.host, options.port)
    if listening is None or not starting.hold():
        return 1
    made = starting.ready()
    call_command("clearsessions")
    _say_host_key(made)
    if not is_set_up():
        print(
            "Mails wait: there is no mail server yet (FOOTPATH_MAIL, docs/hosting.md).", flush=True
        )
    return _run(listening, options.port)


def _listen(host: str, port: int) -> socket.socket | None:
    """The socket to serve on, taken before anything is printed or stored; None
    where it is not free.
    """
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET
        )
    except OSError as trouble:
        number = trouble.errno or 0
        why, what = (
            (os.strerror(number), "port") if number > 0 else (f"{host} is no address here", "host")
        )
        print(
            f"Footpath cannot listen on port {port} ({why}): choose another with --{what}.",
            file=sys.stderr,
        )
        return None


def _say_host_key(made: set[str]) -> None:
    """Once, when it was made: whoever reads the log later is not told."""
    if keys.HOST in made:
        print(
            "The host's key for making workshops from elsewhere, kept in "
            f"{settings.DATA / keys.HOST}:",
            flush=True,
        )
        print(settings.HOST_KEY, flush=True)


def demo(options: argparse.Namespace) -> int:
    """Serve with one workshop made on the first start, and print its links as plain lines."""
    listening = _listen(options.host, options.port)
    if listening is None or not starting.hold():
        return 1
    made = starting.ready()
    for line in demo_lines(f"http://localhost:{options.port}"):
        print(line, flush=True)
    _say_host_key(made)
    if settings.MAIL.is_demo:
        print(f"Mails are not sent but shown: http://localhost:{options.port}/mails", flush=True)
    return _run(listening, options.port)


def _run(listening: socket.socket, port: int) -> int:
    listening_on(port)
    entrance = Entrance(min(MOST, for_connections(raised(), AT_ONCE)))
    config = uvicorn.Config(
        "footpath.config.asgi:application", loop="uvloop" if os.name != "nt" else "auto",
        http=cast(Any, entrance), ws=DirectSockets, ws_max_size=256 * 1024,
        ws_per_message_deflate=False, ws_ping_interval=None,
        log_config=None, log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=5, proxy_headers=bool(settings.BASE_URL),
    )  # fmt: skip
    server = uvicorn.Server(config)

    def stop(number: int, frame: FrameType | None) -> None:
        server.should_exit = True

    signal.signal(signal.SIGTERM, stop)
    server.run(sockets=[listening])
    return 0 if server.started else 1
