"""`footpath replay FILE`: play a session, keep what it left, and compare it with
what the file expects.
"""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from footpath.replaying import gathering, processes, rewordings, stories, verbs
from footpath.replaying.against_expected import Compared
from footpath.replaying.outcome import Outcome
from footpath.replaying.played_people import Refused
from footpath.replaying.playing import Play
from footpath.replaying.timeline import VERBS, Event, Timeline, Unplayable
from footpath.replaying.timeline_file import read

PERFORM = gathering.VERBS | verbs.VERBS | stories.VERBS | processes.VERBS | rewordings.VERBS
assert PERFORM.keys() == VERBS, VERBS ^ PERFORM.keys()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and where and how it is played."""
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--url", help="a running Footpath; without it one is started on a throw-away database"
    )
    parser.add_argument(
        "--host-key",
        default=settings.HOST_KEY,
        help=(
            "asked for by a Footpath on another machine (default: this installation's, or "
            "FOOTPATH_HOST_KEY)"
        ),
    )
    parser.add_argument("--speed", type=_speed, help="times real time; without it at full speed")
    parser.add_argument(
        "--out", type=Path, help="folder for outline.md, outline.json, record.jsonl and releases"
    )
    parser.add_argument("--check", action="store_true", help="compare with what the file expects")


def _speed(given: str) -> float:
    try:
        speed = float(given)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= 1e6:
        raise argparse.ArgumentTypeError("give how many times real time, as in 1 or 60")
    return speed


def replay(options: argparse.Namespace) -> int:
    """Play the file; 1 when it differs from what it expects, 2 when it cannot be played."""
    try:
        timeline = read(options.file)
        if options.check and timeline.expected is None:
            raise Unplayable(f"{options.file.name} expects nothing, so there is nothing to check.")
        if options.out:
            _make_folder(options.out)
        if options.url:
            return asyncio.run(_play(timeline, _base(options.url), options))
        with tempfile.TemporaryDirectory(
            prefix="footpath-replay-", ignore_cleanup_errors=True
        ) as folder:
            return _play_alone(timeline, folder, options)
    except Unplayable as no:
        print(no, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read along has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _base(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise Unplayable(
            f"`{url}` is no address of a Footpath: it begins with http:// or https://."
        )
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as no:
        raise Unplayable(f"Nothing can be written to {folder}: {no.strerror}.") from None


def _play_alone(timeline: Timeline, folder: str, options: argparse.Namespace) -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "FOOTPATH_DATA": folder}
    for name in ("DATABASE_URL", "REDIS_URL", "FOOTPATH_URL", "FOOTPATH_HOSTS"):
        env.pop(name, None)
    command = [sys.executable, "-m", "footpath", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}", server)
        return asyncio.run(_play(timeline, f"http://127.0.0.1:{port}", options))
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait_for(base: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{base}/code", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise Unplayable("A server for the replay could not be started.")


async def _perform(play: Play, event: Event) -> None:
    await PERFORM[event["do"]](play, event)


async def _play(timeline: Timeline, base: str, options: argparse.Namespace) -> int:
    play = Play(
        timeline, base, lambda line: print(f"· {line}", flush=True), options.speed, options.out
    )
    try:
        await play.run(_perform, options.host_key)
        outcome = Outcome(play)
        outline = outcome.json()
        if options.out:
            _keep(play, outline, options.out)
        if not options.check or timeline.expected is None:
            return 0
        compared = Compared(outcome, outline, timeline.expected)
        return _report(compared.found, compared.left)
    except Refused as refused:
        raise Unplayable(f"The session could not be played to its end: {refused}") from None
    finally:
        await play.close()


def _keep(play: Play, outline: object, folder: Path) -> None:
    browser, place = play.facilitator.browser, f"{play.base}/w/{play.address}"
    (folder / "outline.json").write_text(
        json.dumps(outline, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    (folder / "outline.md").write_text(browser.get(f"{place}/outline.md"), encoding="utf-8")
    (folder / "record.jsonl").write_text(browser.get(f"{place}/record.jsonl"), encoding="utf-8")
    print(f"Written to {folder}: outline.md, outline.json, record.jsonl")


def _report(found: list[str], left: list[str]) -> int:
    if left:
        print(f"Not compared: {', '.join(left)}.")
    for line in found:
        print(f"✗ {line}")
    print("No difference." if not found else f"{len(found)} difference{'s' * (len(found) > 1)}.")
    return 1 if found else 0
