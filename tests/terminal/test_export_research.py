"""`footpath export-research`: asking and fetching from the terminal."""

import argparse
import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from studying import Study

from footpath.research import fetching, reviewing
from footpath.research.models import Holding, Release
from footpath.terminal import research

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def study() -> Iterator[Study]:
    """Five people, each with a note."""
    study = Study("Ash", "Briar", "Clover", "Dock", "Elder")
    yield study
    study.end()


def run(study: Study, *words: str, who: str = "rook") -> int:
    parser = argparse.ArgumentParser()
    research.add_arguments(parser)
    given = ["--account", f"{who}@example.org", "--project", study.project.address, *words]
    return research.export_research(parser.parse_args(given))


def asks(study: Study) -> Release:
    assert run(study, "--workshop", study.workshop.address, "--purpose", "An article") == 0
    return Release.objects.get()


def test_C11_what_was_asked_for_from_the_terminal_waits_for_a_second_person(
    study: Study, capsys: Any
) -> None:
    release = asks(study)
    assert release.state == "requested"
    assert re.search(
        rf"https?://\S+/r/{study.project.address}/releases/{release.address}",
        capsys.readouterr().out,
    )
    assert run(study, "--release", release.address) == 1
    assert capsys.readouterr().err.strip() == research.NOT_YET


def test_C11_it_is_fetched_from_the_terminal_once_it_was_released(
    study: Study, tmp_path: Path
) -> None:
    release, path = asks(study), tmp_path / "release.zip"
    assert (
        reviewing.let_go(release, study.accounts["sedge"], study.look(release).assembled.sha256)
        == ""
    )
    assert run(study, "--release", release.address, "--out", str(path)) == 0
    release.refresh_from_db()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == release.content_sha256
    assert zipfile.is_zipfile(path)
    assert Holding.objects.get().account == study.accounts["rook"]


def test_C11_what_may_leave_no_more_leaves_no_file(
    study: Study, tmp_path: Path, capsys: Any
) -> None:
    release, path = study.released(), tmp_path / "release.zip"
    study.answers("Ash", "no", withdrawn=True)
    assert run(study, "--release", release.address, "--out", str(path)) == 1
    assert capsys.readouterr().err.strip() == fetching.GONE
    assert not path.exists()


def test_C11_a_file_that_is_there_is_not_written_over(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "release.zip"
    path.write_text("mine")
    assert run(study, "--release", study.released().address, "--out", str(path)) == 2
    assert path.read_text() == "mine"
    assert not Holding.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--workshop", "nowhere", "--purpose", "x"),
        ("--release", "nowhere"),
        ("--release", ""),
        ("--workshop", "https://example.org/w/", "--purpose", "x"),
        ("--workshop", "ä/w", "--purpose", "x"),
    ],
)
def test_S4_what_cannot_be_right_is_one_sentence(
    study: Study, capsys: Any, words: tuple[str, ...]
) -> None:
    assert run(study, *words) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_C11_who_is_not_of_the_project_gets_nothing_from_the_terminal_either(
    study: Study, capsys: Any
) -> None:
    assert run(study, "--release", study.released().address, who="teal") == 2
    assert run(study, "--workshop", study.workshop.address, "--purpose", "x", who="nobody") == 2
