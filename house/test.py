"""`make test`: everything on SQLite, what touches the database again on PostgreSQL, the front
end, the journeys.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from hatch_build import environment
from house.launcher import chromium, postgres, web_servers
from house.say import end, run

PYTEST = [sys.executable, "-m", "pytest"]
WITHOUT_BROWSER = [*PYTEST, "-n", "2", "--dist", "worksteal", "-m", "not browser and not proxy"]
"""In halves, so that the tests of a file share their server; who is done first takes from what
the other has left.
"""
STORING = (
    "tests/record", "tests/room", "tests/mail", "tests/accounts", "tests/organisations",
    "tests/notices", "tests/registering", "tests/research", "tests/rehearsing",
    "tests/meanwhile", "tests/pages",
    "tests/terminal", "tests/addresses", "tests/serving/test_kept_threads.py",
    "tests/serving/test_second_process.py", "tests/serving/test_turns.py",
    "tests/limits/test_descriptors.py", "tests/hosting/test_stored_files.py",
)  # fmt: skip
STORING_NOTHING = (
    "tests/pages/publishing/*",
    "tests/room/test_five_hundred_revocations.py",
    "tests/room/test_one_budget.py",
    "tests/room/test_slow_readers.py",
    "tests/room/test_direct_frames.py",
    "tests/room/test_origins.py",
    "tests/room/test_walls.py",
)
"""What of it is pure, or about sockets and no table, and says the same on every database."""


def main() -> None:
    """Run all tests; say at the end which failed."""
    with tempfile.TemporaryDirectory(prefix="footpath-test-") as folder:
        os.environ["FOOTPATH_DATA"] = folder  # a key and a database of the tests' own
        # of hundreds of servers only the first compiles what it needs
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _run_all()


def _run_all() -> None:
    failed = _on_both_databases()
    if not run("tests of the room's pages", ["npm", "test", "--silent"], environment(), "frontend"):
        failed.append("tests of the room's pages")
    if not run("the wheel in an empty environment", [sys.executable, "-m", "house.wheel"]):
        failed.append("the wheel in an empty environment")
    servers, behind = web_servers(), [*PYTEST, "-m", "proxy", "tests/hosting"]
    if not servers:
        print(
            "No nginx or no Caddy is on this machine, so the blocks were not tried: install "
            "nginx-light and caddy."
        )
        failed.append("web servers of docs/hosting.md (not installed)")
    elif not run("web servers of docs/hosting.md", behind, {**os.environ, **servers}):
        failed.append("web servers of docs/hosting.md")
    browser, journeys = (
        chromium(),
        [*PYTEST, "-n", "2", "--dist", "loadfile", "-m", "browser", "tests/journeys"],
    )
    if browser is None:
        print(
            "No Chromium starts on this machine, so the journeys were left out: install the "
            "package chromium-headless-shell."
        )
        failed.append("journeys (no Chromium)")
    elif not run("journeys in a browser", journeys, {**os.environ, "CHROMIUM": browser}):
        failed.append("journeys in a browser")
    end(failed)


def _on_both_databases() -> list[str]:
    """Both at once, since tests wait for servers and clocks; what is said of PostgreSQL
    is printed afterwards.
    """
    left_out = [f"--ignore-glob={pattern}" for pattern in STORING_NOTHING]
    with (
        postgres() as url,
        tempfile.TemporaryDirectory(prefix="footpath-test-") as folder,
        ThreadPoolExecutor(1) as pool,
    ):
        env = {
            **os.environ,
            "DATABASE_URL": url,
            "FOOTPATH_TEST_VENDOR": "postgresql",
            "FOOTPATH_DATA": folder,
        }
        command = [*WITHOUT_BROWSER, "-p", "no:cacheprovider", *left_out, *STORING]
        meanwhile = pool.submit(
            subprocess.run,
            command,
            env=env,
            check=False,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        failed = (
            []
            if run("tests on SQLite", [*WITHOUT_BROWSER, "--ignore", "tests/house"])
            else ["tests on SQLite"]
        )
        done = meanwhile.result()
    print(f"── the same on PostgreSQL, meanwhile\n{done.stdout}", flush=True)
    return failed if done.returncode == 0 else [*failed, "tests on PostgreSQL"]


if __name__ == "__main__":
    main()
