"""Asking for a release, its review by a second person, and fetching it."""

import io
import zipfile

import pytest
from studying import Study

from footpath.research import fetching, reviewing
from footpath.research.models import Release

pytestmark = pytest.mark.django_db(transaction=True)
EVERYBODY = ("Ash", "Briar", "Clover", "Dock", "Elder")


@pytest.fixture
def study() -> Study:
    """Five people, each with a note."""
    return Study(*EVERYBODY)


def files_of(content: bytes | None) -> str:
    assert content is not None
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        return "".join(folder.read(name).decode("utf-8", "replace") for name in folder.namelist())


def test_C11_a_release_is_fetched_by_the_people_of_its_project_once_a_second_person_released_it(study: Study) -> None:
    release = study.released()
    assert "what ash wants" in files_of(fetching.fetch(release, study.accounts["rook"]))
    assert fetching.fetch(release, study.accounts["teal"]) is None
