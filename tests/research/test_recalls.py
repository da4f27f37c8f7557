"""What left and may not leave any more: who is told what, and when."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from studying import Study, said_by

from footpath.mail.models import Letter
from footpath.notices.models import Notice, Sitting
from footpath.research import fetching, recalls, release_letters
from footpath.research.models import KeptBack, Recall, Release, ReleasedItem, Sheet, Statement

pytestmark = pytest.mark.django_db(transaction=True)


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


def code_of(release: Release, about: int) -> str:
    return ReleasedItem.objects.get(release=release, about=about).code


def recalled() -> list[list[str]]:
    return [one.codes for one in Recall.objects.order_by("pk")]


def letter() -> str:
    written = release_letters.recall(Letter.objects.get(purpose="recall"))
    assert written is not None
    return " ".join((written.subject, *written.lines, *written.after))


def withdraws(study: Study, name: str) -> None:
    study.answers(name, "no", withdrawn=True)
    recalls.after_change(study.workshop, study.project)


def test_C11_who_holds_a_release_is_told_which_items_to_delete(study: Study, release: Release) -> None:
    withdraws(study, "Ash")
    code = code_of(release, study.notes["Ash"])
    assert recalled() == [[code]]
    assert code in letter()
    assert Letter.objects.get(purpose="recall").account == study.accounts["rook"]


def test_C3_the_letter_says_neither_why_nor_who(study: Study, release: Release) -> None:
    withdraws(study, "Ash")
    assert not {"ash", "withdr", "consent", "rota"} & {*letter().lower().split()}
    assert "withdr" not in letter().lower()


def test_C11_a_thing_that_is_kept_back_is_recalled(study: Study, release: Release) -> None:
    KeptBack.objects.create(workshop=study.workshop, about=study.notes["Briar"], hand="author", kept=True)
    recalls.look_after(timezone.now())
    assert recalled() == [[code_of(release, study.notes["Briar"])]]


def test_C11_words_that_were_taken_back_are_recalled(study: Study, release: Release) -> None:
    study.asks(study.people["Dock"], "TakeBack", about=study.notes["Dock"])
    recalls.look_after(timezone.now())
    assert recalled() == [[code_of(release, study.notes["Dock"])]]


def test_C8_an_item_with_a_copy_of_words_that_may_not_leave_any_more_is_recalled(study: Study) -> None:
    said = said_by("Ash")
    copy = study.asks(study.people["Briar"], "WriteNote", text=f"I say the same: {said}, and more")
    release = study.released()
    fetching.fetch(release, study.accounts["rook"])
    withdraws(study, "Ash")
    both = {code_of(release, study.notes["Ash"]), code_of(release, copy)}
    assert {code for codes in recalled() for code in codes} == both


def test_C11_withdrawing_twice_recalls_once(study: Study, release: Release) -> None:
    withdraws(study, "Ash")
    study.answers("Ash", "yes")
    recalls.after_change(study.workshop)
    withdraws(study, "Ash")
    assert len(recalled()) == 1


def test_C11_what_nobody_holds_is_not_recalled(study: Study) -> None:
    study.released()
    withdraws(study, "Ash")
    assert recalled() == []


def test_C11_a_new_wording_calls_nothing_back(study: Study, release: Release) -> None:
    note = study.notes["Ash"]
    study.asks(study.people["Ash"], "Reword", about=note, text="said better by now", version=1)
    recalls.look_after(timezone.now())
    assert recalled() == []


def test_C2_a_new_sheet_calls_nothing_back_and_a_no_to_it_does(study: Study, release: Release) -> None:
    sheet = Sheet.objects.create(project=study.project, version="2", published_at=timezone.now())
    for key in ("take part", "exact quotes"):
        Statement.objects.create(sheet=sheet, key=key, text="Anew", purpose=key)
    recalls.look_after(timezone.now())
    assert recalled() == []
    study.sheet = sheet
    withdraws(study, "Ash")
    assert recalled() == [[code_of(release, study.notes["Ash"])]]


def unnamed(study: Study) -> Release:
    for _ in range(8):
        study.asks(study.people["Elder"], "WriteNote", text=f"quietly said {_} by nobody here", unnamed=True)
    release = study.released()
    assert fetching.fetch(release, study.accounts["rook"]) is not None
    withdraws(study, "Elder")
    return release


def test_C10_each_unnamed_thing_is_told_by_itself_at_a_random_time_within_three_days(study: Study) -> None:
    unnamed(study)
    ours, now = Recall.objects.filter(told_at=None), timezone.now()
    assert [len(one.codes) for one in ours] == [1] * 8
    assert len({one.due_at for one in ours}) == 8
    assert all(now - timedelta(minutes=1) <= one.due_at <= now + timedelta(hours=72) for one in ours)
    assert Recall.objects.exclude(told_at=None).count() == 1


def test_C10_nothing_tells_of_an_unnamed_thing_before_its_time(study: Study) -> None:
    release = unnamed(study)
    assert (len(recalls.told(release)), Letter.objects.filter(purpose="recall").count()) == (1, 1)
    recalls.look_after(timezone.now() + timedelta(hours=72))
    assert (len(recalls.told(release)), Letter.objects.filter(purpose="recall").count()) == (9, 9)


def sitting(study: Study, ended: timedelta, days: int) -> None:
    notice = Notice.objects.create(workshop=study.workshop, state="published")
    end = timezone.now() - ended
    Sitting.objects.create(notice=notice, starts_at=end - timedelta(hours=2), ends_at=end)
    Sheet.objects.update(withdraw_days=days)


@pytest.mark.parametrize(("days", "times"), [(30, 1), (10, 0)])
def test_C4_after_the_date_of_the_sheet_copies_stay_where_they_are(
    study: Study, release: Release, days: int, times: int
) -> None:
    sitting(study, timedelta(days=20), days)
    withdraws(study, "Ash")
    assert len(recalled()) == times
    assert fetching.fetch(release, study.accounts["rook"]) is None


def test_C4_words_that_were_taken_back_are_recalled_after_the_date_as_well(study: Study, release: Release) -> None:
    sitting(study, timedelta(days=20), 10)
    study.asks(study.people["Dock"], "TakeBack", about=study.notes["Dock"])
    recalls.look_after(timezone.now())
    assert len(recalled()) == 1


def test_C11_whoever_does_not_say_that_it_is_deleted_is_reminded(study: Study, release: Release) -> None:
    withdraws(study, "Ash")
    withdraws(study, "Briar")
    recalls.confirm(Recall.objects.order_by("pk")[0], study.accounts["sedge"], timezone.now())
    for _ in range(2):
        recalls.look_after(timezone.now() + timedelta(days=15))
    assert Letter.objects.filter(key__endswith=":again").count() == 1
