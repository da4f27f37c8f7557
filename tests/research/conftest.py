"""What was released and fetched, for what happens to it afterwards."""

from collections.abc import Iterator

import pytest
from studying import Study

from footpath.research import fetching
from footpath.research.models import Release


@pytest.fixture
def study() -> Iterator[Study]:
    """Five people, each with a note."""
    study = Study("Ash", "Briar", "Clover", "Dock", "Elder")
    yield study
    study.end()


@pytest.fixture
def release(study: Study) -> Release:
    """A release that Rook has fetched."""
    release = study.released()
    assert fetching.fetch(release, study.accounts["rook"]) is not None
    return release
