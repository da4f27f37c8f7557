"""How often what left is matched with what may leave now: once for each change, and with rests."""

from datetime import timedelta

import pytest
from django.utils import timezone
from recalling import recalled
from studying import Study

from footpath.gate.selection import Selection
from footpath.research import fetching, recalls, releasing
from footpath.research.gate import Stored
from footpath.research.models import Release

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each time that the gate is asked what may leave now."""
    asked = list[object]()

    def now_of(stored: Stored) -> Selection:
        asked.append(stored)
        return releasing.now_of(stored)

    monkeypatch.setattr(recalls, "now_of", now_of)
    return asked


def test_L2m_what_was_matched_is_not_looked_through_again_until_something_changes(
    study: Study, release: Release, looked: list[object]
) -> None:
    fetching.fetch(study.released(), study.accounts["rook"])
    study.answers("Ash", "no", withdrawn=True)
    recalls.after_change(study.workshop, study.project)
    assert len(looked) == 1, "once for both releases"
    recalls.look_after(timezone.now())
    assert len(looked) == 1
    study.answers("Briar", "no", withdrawn=True)
    recalls.look_after(timezone.now())
    assert len(looked) == 2


def test_L2m_what_takes_long_to_match_rests_and_what_is_taken_back_is_matched_at_once(
    study: Study, release: Release, looked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recalls, "TOOK_LONG", 0.0)
    now = timezone.now()
    study.answers("Ash", "no", withdrawn=True)
    recalls.look_after(now)
    study.answers("Briar", "no", withdrawn=True)
    recalls.look_after(now)
    assert len(looked) == 1
    study.answers("Clover", "no", withdrawn=True)
    recalls.after_change(study.workshop, study.project)
    assert len(looked) == 2
    study.answers("Dock", "no", withdrawn=True)
    recalls.look_after(now + timedelta(hours=1))
    assert len(looked) == 3
    assert sum(map(len, recalled())) == 4
