"""What left and may not leave any more: who is told what, and when."""

from datetime import timedelta

import pytest
from django.utils import timezone
from recalling import code_of, letter, recalled
from studying import Study, said_by

from footpath.mail.models import Letter
from footpath.notices.models import Notice, Sitting
from footpath.record.models import RecordedEntry
from footpath.research import fetching, recalls, release_letters
from footpath.research.information_sheets import Sheet, Statement
from footpath.research.models import KeptBack, Recall, Release, ReleasedItem
from footpath.room.running import rooms

pytestmark = pytest.mark.django_db(transaction=True)


def withdraws(study: Study, name: str) -> None:
    study.answers(name, "no", withdrawn=True)
    recalls.after_change(study.workshop, study.project)


def test_C11_who_holds_a_release_is_told_which_items_to_delete(
    study: Study, release: Release
) -> None:
    withdraws(study, "Ash")
    code = code_of(release, study.notes["Ash"])
    assert recalled() == [[code]]
    assert code in letter()
    assert Letter.objects.get(purpose="recall").about == study.accounts["rook"]


def test_C3_the_letter_says_neither_why_nor_who(study: Study, release: Release) -> None:
    withdraws(study, "Ash")
    assert not {"ash", "withdr", "consent", "rota"} & {*letter().lower().split()}
    assert "withdr" not in letter().lower()


def test_C11_a_thing_that_is_kept_back_is_recalled(study: Study, release: Release) -> None:
    KeptBack.objects.create(
        workshop=study.workshop, about=study.notes["Briar"], hand="author", kept=True
    )
    recalls.look_after(timezone.now())
    assert recalled() == [[code_of(release, study.notes["Briar"])]]


def test_C11_words_that_were_taken_back_are_recalled(study: Study, release: Release) -> None:
    study.asks(study.people["Dock"], "TakeBack", about=study.notes["Dock"])
    recalls.look_after(timezone.now())
    assert recalled() == [[code_of(release, study.notes["Dock"])]]


def test_C8a_an_item_with_a_copy_of_words_that_may_not_leave_any_more_is_recalled(
    study: Study,
) -> None:
    said = said_by("Ash")
    copy = study.asks(study.people["Briar"], "WriteNote", text=f"I say the same: {said}, and more")
    release = study.released()
    fetching.fetch(release, study.accounts["rook"])
    withdraws(study, "Ash")
    both = {code_of(release, study.notes["Ash"]), code_of(release, copy)}
    assert {code for codes in recalled() for code in codes} == both


def test_C11_what_somebody_writes_for_themselves_recalls_nothing_and_holds_nothing(
    study: Study, release: Release
) -> None:
    came = (
        rooms()
        .writer.look(study.workshop.pk, lambda live: live.chart.people[study.fay].arrived_at)
        .result()
    )
    for text in (said_by("Ash"), f"{' '.join(said_by('Briar').split()[:5])} or whatever"):
        study.asks(study.fay, "WriteMemo", text=text, said_at=came)
    recalls.look_after(timezone.now())
    assert (recalled(), fetching.fetch(release, study.accounts["rook"]) is not None) == ([], True)
    left = ReleasedItem.objects.filter(release__in=(release, study.released())).values_list(
        "release", flat=True
    )
    assert len({*left}) == 2 and len({[*left].count(one) for one in left}) == 1


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


def test_C2_a_new_sheet_calls_nothing_back_and_a_no_to_it_does(
    study: Study, release: Release
) -> None:
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
        study.asks(
            study.people["Elder"],
            "WriteNote",
            text=f"quietly said {_} by nobody here",
            unnamed=True,
        )
    release = study.released()
    assert fetching.fetch(release, study.accounts["rook"]) is not None
    withdraws(study, "Elder")
    return release


def test_C10_each_unnamed_thing_is_told_by_itself_at_a_random_time_within_three_days(
    study: Study,
) -> None:
    unnamed(study)
    ours, now = Recall.objects.filter(told_at=None), timezone.now()
    assert [len(one.codes) for one in ours] == [1] * 8
    assert len({one.due_at for one in ours}) == 8
    assert all(
        now - timedelta(minutes=1) <= one.due_at <= now + timedelta(hours=72) for one in ours
    )
    assert Recall.objects.exclude(told_at=None).count() == 1


def test_C10_nothing_tells_of_an_unnamed_thing_before_its_time(study: Study) -> None:
    release = unnamed(study)
    assert (len(recalls.told(release)), Letter.objects.filter(purpose="recall").count()) == (1, 1)
    recalls.look_after(timezone.now() + timedelta(hours=72))
    assert (len(recalls.told(release)), Letter.objects.filter(purpose="recall").count()) == (9, 9)


def of_days(study: Study, days: int) -> None:
    """The sheet gives so many days, and everything was said and every meeting
    over twenty days ago.
    """
    ended = timezone.now() - timedelta(days=20)
    notice = Notice.objects.create(workshop=study.workshop, state="published")
    Sitting.objects.create(notice=notice, starts_at=ended - timedelta(hours=2), ends_at=ended)
    RecordedEntry.objects.update(said_at=int(ended.timestamp() * 1000))
    Sheet.objects.update(withdraw_days=days)


def late() -> list[list[str]]:
    return [one.codes for one in Recall.objects.filter(late=True)]


@pytest.mark.parametrize(("days", "is_late"), [(30, False), (10, True)])
def test_C4_after_the_days_of_the_sheet_copies_stay_where_they_are(
    study: Study, release: Release, days: int, is_late: bool
) -> None:
    of_days(study, days)
    withdraws(study, "Ash")
    assert [one.late for one in Recall.objects.all()] == [is_late]
    assert fetching.fetch(release, study.accounts["rook"]) is None


def test_C4_everybody_of_the_project_is_told_what_came_late_and_nobody_is_to_delete_it(
    study: Study, release: Release
) -> None:
    of_days(study, 10)
    withdraws(study, "Ash")
    code = code_of(release, study.notes["Ash"])
    letters = list(Letter.objects.filter(purpose="recall").order_by("about_id"))
    assert [one.about for one in letters] == [study.accounts["rook"], study.accounts["sedge"]]
    written = release_letters.recall(letters[1])
    assert written is not None and code in written.lines and "Make nothing new" in written.lines[0]
    recalls.confirm(Recall.objects.get(), study.accounts["rook"], timezone.now())
    recalls.look_after(timezone.now() + timedelta(days=15))
    assert (
        Recall.objects.get().confirmed_at is None
        and Letter.objects.filter(purpose="recall").count() == 2
    )


def test_C4_the_release_and_the_register_show_what_came_late(
    study: Study, release: Release
) -> None:
    of_days(study, 10)
    withdraws(study, "Ash")
    rook, at = study.browser("rook"), release_letters.path_of(release)
    shown = rook.get(at).content.decode()
    assert "Late: may leave no more" in shown and "deleted everywhere" not in shown
    register = rook.get(f"/r/{study.project.address}/register").content.decode()
    assert "late, copies may stay" in register
    assert "to be deleted" not in rook.get(f"/r/{study.project.address}/releases").content.decode()


def test_C3_the_letter_about_what_came_late_says_neither_why_nor_who(
    study: Study, release: Release
) -> None:
    of_days(study, 10)
    withdraws(study, "Ash")
    written = release_letters.recall(Letter.objects.filter(purpose="recall")[0])
    assert written is not None
    said = " ".join((written.subject, *written.lines, *written.after)).lower()
    assert "withdr" not in said and "consent" not in said and not {"ash", "rota"} & {*said.split()}


def test_C10_what_is_unnamed_is_told_as_late_at_random_times_as_well(study: Study) -> None:
    study.asks(study.people["Elder"], "WriteNote", text="quietly said by nobody here", unnamed=True)
    assert fetching.fetch(study.released(), study.accounts["rook"]) is not None
    of_days(study, 10)
    withdraws(study, "Elder")
    assert sorted(len(one) for one in late()) == [1, 1]
    assert Recall.objects.filter(told_at=None, late=True).count() == 1


def test_C4_of_what_several_said_it_counts_who_is_still_within_their_days(study: Study) -> None:
    study.asks(study.fay, "OpenText", open=True)
    said = study.asks(
        study.people["Ash"], "AddAim", text="gates stay open", rests_on=[study.notes["Ash"]]
    )
    study.asks(
        study.people["Briar"],
        "Reword",
        about=said,
        text="wide fields lie beyond the river",
        version=1,
    )
    release = study.released()
    assert fetching.fetch(release, study.accounts["rook"]) is not None
    of_days(study, 10)
    RecordedEntry.objects.filter(by=study.people["Briar"]).update(
        said_at=int(timezone.now().timestamp() * 1000)
    )
    withdraws(study, "Ash")
    assert late() == [[code_of(release, study.notes["Ash"])]]
    assert Recall.objects.get(late=False).codes == [code_of(release, said)]


def test_C4_words_that_were_taken_back_are_recalled_after_the_days_as_well(
    study: Study, release: Release
) -> None:
    of_days(study, 10)
    withdraws(study, "Dock")
    study.asks(study.people["Dock"], "TakeBack", about=study.notes["Dock"])
    recalls.look_after(timezone.now())
    assert [one.late for one in Recall.objects.order_by("pk")] == [True, False]


def test_C4_a_workshop_without_sittings_has_an_end_too(study: Study, release: Release) -> None:
    of_days(study, 10)
    Sitting.objects.all().delete()
    withdraws(study, "Ash")
    assert late() == [[code_of(release, study.notes["Ash"])]]


def test_C11_whoever_does_not_say_that_it_is_deleted_is_reminded(
    study: Study, release: Release
) -> None:
    withdraws(study, "Ash")
    withdraws(study, "Briar")
    recalls.confirm(Recall.objects.order_by("pk")[0], study.accounts["sedge"], timezone.now())
    for _ in range(2):
        recalls.look_after(timezone.now() + timedelta(days=15))
    assert Letter.objects.filter(key__endswith=":again").count() == 1
