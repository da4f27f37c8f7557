"""`python -m house.wheel`: builds the wheel, installs it as docs/hosting.md says, and serves
a workshop from it.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from hatch_build import UV

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Fail with what went wrong."""
    with tempfile.TemporaryDirectory(prefix="footpath-wheel-") as folder:
        here = Path(folder)
        _install(here)
        _serve(here)


def _install(here: Path) -> None:
    """An empty environment with what is locked for hosts, and the wheel; nothing else
    is fetched for it.
    """
    run = subprocess.run
    run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(here)],
        cwd=ROOT,
        check=True,
    )
    (wheel,) = here.glob("footpath-*.whl")
    python = str(here / "env" / "bin" / "python")
    run([UV, "venv", "-q", "--python", sys.executable, here / "env"], check=True)
    install = [UV, "pip", "install", "-q", "--python", python]
    run([*install, "--require-hashes", "-r", ROOT / "requirements" / "serving.txt"], check=True)
    run([*install, "--no-deps", wheel], check=True)
    # all that they ask for is locked
    run([*install, "--no-index", "footpath[mail,postgres]"], check=True)
    run([UV, "pip", "check", "-q", "--python", python], check=True)
    # without the house's own modules beside it
    run([python, "-P", ROOT / "house" / "wheel_extras.py"], check=True, cwd=here)


def _serve(here: Path) -> None:
    """Serve, make a workshop, and open its guests' door with what that page loads."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}"
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("FOOTPATH_", "DATABASE", "PYTHON"))
    }
    footpath = str(here / "env" / "bin" / "footpath")
    server = subprocess.Popen(
        [footpath, "serve", "--port", base.rpartition(":")[2]], cwd=here, env=env
    )
    try:
        _wait_for(f"{base}/health")
        made = subprocess.run(
            [footpath, "workshop", "new", "Buying", "--url", base],
            cwd=here,
            env=env,
            check=True,
            capture_output=True,
            text=True,
        )
        door = re.search(rf"{base}/w/\S+/join/\S+", made.stdout)
        assert door is not None, made.stdout
        page = urllib.request.urlopen(door[0], timeout=20).read().decode()
        style = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', page)
        assert style is not None, page
        asked = urllib.request.Request(base + style[1], headers={"Accept-Encoding": "br"})
        answer = urllib.request.urlopen(asked, timeout=20)
        assert (
            answer.headers["Content-Encoding"] == "br"
            and "immutable" in answer.headers["Cache-Control"]
        )
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=20).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("Nothing is served from the wheel.")


if __name__ == "__main__":
    main()
