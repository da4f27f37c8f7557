"""Running one step and saying so."""

import subprocess
import sys
import time
from collections.abc import Mapping


def run(
    what: str, command: list[str], env: Mapping[str, str] | None = None, cwd: str | None = None
) -> bool:
    """Run a command, say what it is for and how long it took; False when it failed."""
    print(f"── {what}", flush=True)
    start = time.monotonic()
    done = subprocess.run(command, env=dict(env) if env is not None else None, cwd=cwd, check=False)
    print(
        f"   {'done' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - start:.1f} s",
        flush=True,
    )
    return done.returncode == 0


def end(failed: list[str]) -> None:
    """Say which steps failed, and leave with the exit code that says so too."""
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
        sys.exit(1)
    print("All in order.")
