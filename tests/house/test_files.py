"""What is committed holds for every machine: no path of one machine, and no
registry's name in a lock.
"""

import re

from tree import files, text

TEXT = (
    ".py",
    ".ts",
    ".svelte",
    ".css",
    ".html",
    ".md",
    ".toml",
    ".json",
    ".txt",
    ".js",
    ".npmrc",
    "Makefile",
    "run",
)
OF_ONE_MACHINE = re.compile(r"(?<![\w.~$\])])/(?:home|root|Users|work|mnt)/\w")
REGISTRY = re.compile(r"https?://[^\s\"']+|--(?:extra-)?index-url|--find-links")
LOCKS = ("requirements/", "frontend/package-lock.json")


def test_no_file_names_a_path_of_one_machine() -> None:
    found = [
        str(path)
        for path in files(*TEXT)
        if path.name != "test_files.py" and OF_ONE_MACHINE.search(text(path))
    ]
    assert found == []


def test_no_lock_names_a_registry() -> None:
    locks = [path for path in files() if str(path).startswith(LOCKS)]
    named = {
        str(path): hit for path in locks for line in text(path).splitlines() for hit in _hosts(line)
    }
    assert named == {}


def test_every_locked_package_is_hashed() -> None:
    for path in files(".txt"):
        if path.parts[0] == "requirements":
            pinned = [line for line in text(path).splitlines() if re.match(r"[\w.-]+==", line)]
            assert len(pinned) > 20, path
            assert all(line.endswith("\\") for line in pinned), path


def _hosts(line: str) -> list[str]:
    """Addresses from which a package would be fetched; a package's own pages (funding,
    homepage) are none.
    """
    return (
        REGISTRY.findall(line)
        if "resolved" in line or "index" in line or line.startswith("--")
        else []
    )
