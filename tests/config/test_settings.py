"""H1: a setting that cannot be is answered with one sentence before anything is stored."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from served import FOOTPATH

from footpath.config.environment import NAMES, read
from footpath.wrong import Wrong

OIDC = {
    "FOOTPATH_OIDC_URL": "https://a.example",
    "FOOTPATH_OIDC_CLIENT": "us",
    "FOOTPATH_OIDC_SECRET": "known",
}
CANNOT_BE = {
    "another scheme": (
        {"DATABASE_URL": "postgress://u:hush@h/n"},
        "DATABASE_URL names no database",
    ),
    "no name": ({"DATABASE_URL": "postgres://u:hush@h"}, "DATABASE_URL names no database"),
    "no number": ({"DATABASE_URL": "postgres://u:hush@h:x/n"}, "DATABASE_URL is no address"),
    "log level": ({"FOOTPATH_LOG_LEVEL": "chatty"}, "FOOTPATH_LOG_LEVEL"),
    "file for a folder": ({"FOOTPATH_DATA": "/dev/null/x"}, "/dev/null is a file"),
    "short secret": ({"FOOTPATH_SECRET_KEY": "hush!"}, "at least 32 characters"),
    "short key": ({"FOOTPATH_HOST_KEY": "hush!"}, "at least 8 characters"),
    "no scheme": ({"FOOTPATH_URL": "a.example"}, "FOOTPATH_URL is no whole address"),
    "path": ({"FOOTPATH_URL": "https://a.example/footpath"}, "a host of its own"),
    "url for a host": ({"FOOTPATH_HOSTS": "https://a.example"}, "FOOTPATH_HOSTS takes host names"),
    "oidc without a secret": (
        {**OIDC, "FOOTPATH_OIDC_SECRET": ""},
        "FOOTPATH_OIDC_SECRET must be set",
    ),
    "oidc without an address": ({**OIDC, "FOOTPATH_OIDC_URL": ""}, "FOOTPATH_OIDC_URL must be set"),
    "oidc without a scheme": (
        {**OIDC, "FOOTPATH_OIDC_URL": "a.example"},
        "FOOTPATH_OIDC_URL is no whole address",
    ),
    "long folder": ({"FOOTPATH_DATA": "x" * 300}, "FOOTPATH_DATA names no folder that can be made"),
    "blank secret": ({"FOOTPATH_SECRET_KEY": " " * 40}, "at least 32 characters"),
    "host with a blank": (
        {"FOOTPATH_URL": "https://a b.example"},
        "FOOTPATH_URL is no whole address",
    ),
    "host as nobody sends it": (
        {"FOOTPATH_URL": "https://mühle.example"},
        "FOOTPATH_URL is no whole address",
    ),
    "host with a port": ({"FOOTPATH_HOSTS": "a.example:8000"}, "FOOTPATH_HOSTS takes host names"),
    "no host": ({"FOOTPATH_HOSTS": " , "}, "FOOTPATH_HOSTS takes host names"),
    "oidc by its name alone": ({"FOOTPATH_OIDC_NAME": "the mill's"}, "FOOTPATH_OIDC_URL and"),
    "oidc without a host": (
        {**OIDC, "FOOTPATH_OIDC_URL": "https://"},
        "FOOTPATH_OIDC_URL is no whole address",
    ),
    "mail from nobody": (
        {"FOOTPATH_MAIL": "smtp://u:hush@h?from=mill"},
        "FOOTPATH_MAIL says no address",
    ),
    "mail": ({"FOOTPATH_MAIL": "post://u:hush@h"}, "FOOTPATH_MAIL is not understood"),
}
MISTYPED = {
    "mistyped": (
        {"FOOTPATH_URLL": "hush"},
        "FOOTPATH_URLL is no setting of Footpath's: write FOOTPATH_URL,",
    ),
    "mistyped in the middle": ({"FOOTPATH_SECRETKEY": "hush"}, "write FOOTPATH_SECRET_KEY,"),
    "mistyped before": ({"FOTPATH_MAIL": "hush"}, "write FOOTPATH_MAIL,"),
    "small letters": ({"footpath_hosts": "hush"}, "write FOOTPATH_HOSTS,"),
    "with our name before it": ({"FOOTPATH_DATABASE_URL": "hush"}, "write DATABASE_URL,"),
}


@pytest.mark.parametrize(("given", "said"), CANNOT_BE.values(), ids=CANNOT_BE.keys())
def test_H1a_what_cannot_be_is_said_in_a_sentence_without_its_secrets(
    given: dict[str, str], said: str
) -> None:
    with pytest.raises(Wrong) as wrong:
        read(given)
    sentence = str(wrong.value)
    assert said in sentence and sentence.endswith(".")
    assert "hush" not in sentence and "\n" not in sentence


@pytest.mark.parametrize(("given", "said"), MISTYPED.values(), ids=MISTYPED.keys())
def test_H1b_a_name_that_is_nearly_a_settings_is_said_with_the_right_one(
    given: dict[str, str], said: str
) -> None:
    with pytest.raises(Wrong) as wrong:
        read(given)
    assert said in str(wrong.value) and "hush" not in str(wrong.value)


def test_H1a_postgresql_without_its_driver_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(Wrong, match=r"pip install 'psycopg\[binary\]'"):
        read({"DATABASE_URL": "postgres://u@h/n"})


def test_H1b_names_that_others_give_are_let_be() -> None:
    others = (
        "FOOTPATH_PORT",
        "FOOTPATH_SERVICE_HOST",
        "FOOTPATH_PORT_8000_TCP_ADDR",
        "HOSTNAME",
        "DATABASE_HOST",
        "PATH",
    )
    assert read(dict.fromkeys(others, "x")).base_url == ""


def test_H1b_every_setting_that_is_read_has_its_name_in_the_list() -> None:
    class Asked(dict[str, str]):
        """Remembers what it was asked for."""

        def get(self, name: str, otherwise: str = "") -> str:  # type: ignore[override]
            asked.add(name)
            return super().get(name, otherwise)

    asked = set[str]()
    read(Asked(OIDC))
    assert asked | set(OIDC) == set(NAMES)


def test_H1a_what_can_be_is_read() -> None:
    given = read(
        {
            **OIDC,
            "FOOTPATH_URL": "https://a.example:8443/",
            "FOOTPATH_HOSTS": "a.example, .b.example,[::1]",
        }
    )
    assert (given.base_url, given.hosts) == (
        "https://a.example:8443",
        ["a.example", ".b.example", "[::1]"],
    )
    assert (
        read({"FOOTPATH_URL": "http://[::1]:8000", "FOOTPATH_HOSTS": "*"}).base_url
        == "http://[::1]:8000"
    )


def run(folder: Path, *words: str, **given: str) -> subprocess.CompletedProcess[str]:
    """A command of Footpath's on a data folder that is not there yet."""
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env |= {"FOOTPATH_DATA": str(folder / "data"), **given}
    return subprocess.run(
        [FOOTPATH, *words], env=env, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    "command", [("serve", "--port", "0"), ("check-record",)], ids=["serve", "check-record"]
)
@pytest.mark.parametrize(
    "given",
    [{"FOOTPATH_LOG_LEVEL": "chatty"}, {"DATABASE_URL": "postgres://u:hush@127.0.0.1:9/n"}],
    ids=["wrong", "no database"],
)
def test_H1a_it_ends_with_two_before_anything_is_stored(
    tmp_path: Path, command: tuple[str, ...], given: dict[str, str]
) -> None:
    ended = run(tmp_path, *command, **given)
    assert ended.returncode == 2 and ended.stdout == ""
    assert (
        ended.stderr.count("\n") == 1
        and "hush" not in ended.stderr
        and "backup" not in ended.stderr
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("serve", "--port", "99999"),
        ("serve", "--port", "-5"),
        ("workshop", "new", "Hedges", "--url", "a.example"),
        ("setup", "--url", "https://a.example/footpath"),
    ],
    ids=" ".join,
)
def test_H1a_an_argument_that_cannot_be_is_said_and_nothing_is_stored(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    ended = run(tmp_path, *words)
    assert ended.returncode == 2 and "Traceback" not in ended.stderr and ended.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_H1c_a_file_that_is_no_database_is_said_and_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "footpath.sqlite3"
    file.write_bytes(b"no database" * 400)
    ended = run(tmp_path, "serve", "--port", "0", FOOTPATH_SECRET_KEY="x" * 32)
    assert (
        ended.returncode == 2
        and ended.stderr.count("\n") == 1
        and "footpath check-record" in ended.stderr
    )
    assert file.read_bytes() == b"no database" * 400


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("serve", "--help"), ("replay", "--help")], ids=" ".join
)
def test_H1d_asking_for_help_writes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    asked = run(tmp_path, *words)
    assert asked.returncode == 0 and asked.stdout
    assert list(tmp_path.iterdir()) == []


def test_H1c_a_database_that_does_not_answer_is_not_called_damaged(tmp_path: Path) -> None:
    nobody = {"DATABASE_URL": "postgres://u:hush@127.0.0.1:9/n"}
    ended = run(tmp_path, "check-record", **nobody)
    assert ended.returncode == 2 and "does not answer" in ended.stderr
    assert not any(word in ended.stdout + ended.stderr for word in ("damage", "hush"))


def test_H1c_a_record_that_is_not_there_is_no_damage(tmp_path: Path) -> None:
    ended = run(tmp_path, "check-record")
    assert ended.returncode == 2 and "There is no database in" in ended.stderr
    assert list(tmp_path.iterdir()) == []
