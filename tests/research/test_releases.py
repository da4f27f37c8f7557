"""Fetching a release: to whom, and for how long."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator

import pytest
from studying import Study, said_by

from footpath.research import fetching
from footpath.research.information_sheets import Sheet, Statement
from footpath.research.models import Holding, KeptBack, Release, ReleasedItem

pytestmark = pytest.mark.django_db(transaction=True)
EVERYBODY = ("Ash", "Briar", "Clover", "Dock", "Elder")


@pytest.fixture
def study() -> Iterator[Study]:
    """Five people, each with a note."""
    study = Study(*EVERYBODY)
    yield study
    study.end()


def files_of(content: bytes | None) -> str:
    """Every file of a release in one text."""
    assert content is not None
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        return "".join(folder.read(name).decode("utf-8", "replace") for name in folder.namelist())


def new_sheet(study: Study) -> None:
    sheet = Sheet.objects.create(
        project=study.project, version="2", published_at="2026-02-02T00:00Z"
    )
    Statement.objects.create(
        sheet=sheet, key="take part", text="Everything", purpose="take part", required=True
    )


CHANGES: dict[str, Callable[[Study], object]] = {
    "somebody withdraws": lambda study: study.answers("Ash", "no", withdrawn=True),
    "somebody keeps a thing back": lambda study: KeptBack.objects.create(
        workshop=study.workshop, about=study.notes["Briar"], hand="author", kept=True
    ),
    "the organisation says no": lambda study: study.agree(False),
    "a sheet asks anew": new_sheet,
    "somebody takes their words back": lambda study: study.asks(
        study.people["Dock"], "TakeBack", about=study.notes["Dock"]
    ),
    "a name is masked": lambda study: study.asks(study.fay, "MaskWords", passage="pays for"),
    "a facilitator hides a thing": lambda study: study.asks(
        study.fay, "Hide", about=study.notes["Clover"], reason="late"
    ),
    "the workshop contributes no more": lambda study: study.project.workshops.clear(),
}


def test_C11_a_release_is_fetched_by_the_people_of_its_project_alone(study: Study) -> None:
    release = study.released()
    assert said_by("Ash") in files_of(fetching.fetch(release, study.accounts["rook"]))
    assert fetching.fetch(release, study.accounts["teal"]) is None
    assert [one.account for one in Holding.objects.all()] == [study.accounts["rook"]]


def test_C11_what_nobody_released_is_not_given_out(study: Study) -> None:
    assert fetching.fetch(study.asked(), study.accounts["rook"]) is None


@pytest.mark.parametrize("change", CHANGES)
def test_C11_once_anything_in_it_may_not_leave_nothing_of_it_is_given_out(
    study: Study, change: str
) -> None:
    release = study.released()
    CHANGES[change](study)
    assert fetching.fetch(release, study.accounts["rook"]) is None
    assert not Holding.objects.exists()


def test_C11_what_is_said_afterwards_changes_nothing_in_it(study: Study) -> None:
    release = study.released()
    study.asks(study.people["Ash"], "WriteNote", text="said only afterwards by ash")
    files = files_of(fetching.fetch(release, study.accounts["rook"]))
    assert said_by("Ash") in files
    assert "afterwards" not in files


def test_C11_the_archive_is_the_one_whose_hash_is_remembered(study: Study) -> None:
    release = study.released()
    first, again = (fetching.fetch(release, study.accounts[who]) for who in ("rook", "sedge"))
    assert first == again
    assert hashlib.sha256(first or b"").hexdigest() == release.content_sha256


def test_C11_no_words_are_kept_with_a_release(study: Study) -> None:
    study.asks(study.people["Ash"], "WriteNote", text="It was Marta Jones who said it")
    release = study.released()
    kept = repr([*Release.objects.values(), *ReleasedItem.objects.values()])
    assert release.decided
    assert "Marta" not in kept
    assert "rota" not in kept


def test_C12_pseudonyms_are_new_in_every_release(study: Study) -> None:
    seeds = {bytes(study.released().seed) for _ in range(3)}
    assert len(seeds) == 3


def test_C32_figures_leave_with_the_first_release_of_a_workshop_and_with_no_later_one(
    study: Study,
) -> None:
    first, later = study.released(), study.released()
    assert "given with the first release" in files_of(fetching.fetch(later, study.accounts["rook"]))
    assert "given with the first release" not in files_of(
        fetching.fetch(first, study.accounts["rook"])
    )
