"""Whose a rehearsal is, how many there are, and that nothing else ever finds it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from convening import Convening
from django.apps import apps
from django.db import connection
from django.test import Client
from django.utils import timezone
from stored import Stored

from footpath.mail.models import Letter
from footpath.method import Flipchart, Refusal
from footpath.notices.models import Notice
from footpath.organisations.models import Policy
from footpath.pages.organisations.views import led_by
from footpath.record.models import RecordedEntry
from footpath.record.replay import replay
from footpath.registering.attendance import look_around
from footpath.registering.erasing import erase_everything
from footpath.registering.models import Attendance
from footpath.rehearsing import beginning, throwing_away
from footpath.rehearsing.beginning import KEPT_FOR, Leader, TooManyRehearsals, begin, under_way
from footpath.rehearsing.throwing_away import throw_away, throw_away_due
from footpath.rehearsing.what_they_say import CALLED_FIRST
from footpath.room.running import rooms
from footpath.workshops.doors import link_token
from footpath.workshops.models import Rehearsal, Workshop


def rows() -> dict[str, list[Any]]:
    """Every row of every table, but of the browsers' sign-ins."""
    return {
        one._meta.label: list(one._base_manager.order_by("pk").values())
        for one in apps.get_models()
        if one._meta.app_label != "sessions"
    }


def without_tokens(page: Any) -> str:
    """A page without what is another at each opening."""
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page.content.decode())


def pressed(browser: Client, page: str) -> Workshop:
    """Somebody presses *Begin the rehearsal*; the workshop that they come in to."""
    answer = browser.post(f"{page}/begin")
    assert answer.status_code == 302, answer.content
    return Workshop.objects.get(address=answer["Location"].split("/")[2])


def of_stored(stored: Stored) -> Rehearsal:
    """Fay's rehearsal of a workshop that was made by link alone."""
    fay = stored.arrives("Fay", "facilitator")
    return begin(Leader("Fay", of=stored.workshop, person=fay), "/")


@pytest.mark.parametrize("announced", [False, True])
def test_G23a_who_writes_the_notice_begins_one_with_its_plan(
    convening: Convening, announced: bool
) -> None:
    plan = {"aims": {"minutes": 7, "question": "What for?"}}
    notice = convening.published(plan=plan) if announced else convening.draft(plan=plan)
    browser, page = convening.device(convening.sorrel), f"/w/{notice.workshop.address}/rehearse"
    assert b"Begin the rehearsal" in browser.get(page).content
    given = replay(pressed(browser, page).pk).set_up
    assert given is not None and given.rehearsal and given.title.shown == "Buying well"
    assert given.minutes == {"aims": 7}
    assert {phase: one.shown for phase, one in given.questions.items()} == {"aims": "What for?"}
    assert convening.device(convening.teasel).get(page).status_code == 404


def test_W14_a_rehearsal_tells_a_facilitator_nothing_of_a_draft(stored: Stored) -> None:
    plan = {"aims": {"minutes": 47, "question": "Why close it?"}}
    Notice.objects.create(workshop=stored.workshop, what="We will close it.", plan=plan)
    given = replay(of_stored(stored).pk).set_up
    assert given is not None and given.title.shown == "Buying"
    assert given.welcome is None and not given.minutes and not given.questions


def test_G23a_a_member_begins_one_without_having_a_workshop(convening: Convening) -> None:
    page = f"/o/{convening.organisation.address}/rehearse"
    teasel = convening.device(convening.teasel)
    assert page.encode() in teasel.get(f"/o/{convening.organisation.address}").content
    assert pressed(teasel, page).title == CALLED_FIRST
    for other in (None, convening.yarrow):
        assert convening.device(other).post(f"{page}/begin").status_code == 404


def test_G23f_no_list_of_the_organisation_and_no_policy_holds_it(convening: Convening) -> None:
    notice, sorrel = convening.published(), convening.device(convening.sorrel)
    lists = (f"/o/{convening.organisation.address}", f"/p/{convening.policy.address}")
    before = [without_tokens(sorrel.get(one)) for one in lists]
    made = pressed(sorrel, f"/w/{notice.workshop.address}/rehearse")
    assert made.policy is None and not hasattr(made, "notice")
    assert [without_tokens(sorrel.get(one)) for one in lists] == before
    assert not Letter.objects.exists()


def test_G23f_no_organisation_takes_it_in_and_nobody_announces_it(convening: Convening) -> None:
    page = f"/o/{convening.organisation.address}/rehearse"
    heron = convening.device(convening.heron)
    made = pressed(heron, page)
    assert led_by(f"/w/{made.address}/join/{link_token(made, 'facilitator')}") is None
    assert led_by(f"/w/{made.address}/made/{link_token(made, 'links')}") is None
    Workshop.objects.filter(pk=made.pk).update(policy=Policy.objects.get())
    for there in ("announce", "publish", "notice", "register", "contributes"):
        assert heron.post(f"/w/{made.address}/{there}").status_code == 404, there


def test_G23f_nobody_came_to_a_rehearsal(stored: Stored) -> None:
    real, rehearsal = stored.workshop, of_stored(stored)
    for workshop, person in ((real, rehearsal.person), (rehearsal.workshop, rehearsal.leader)):
        stored.workshop = workshop
        stored.asks(person, "OpenFlipchart")
        rooms().presence.came(workshop.pk, person or 0)
    look_around(timezone.now())
    assert list(Attendance.objects.values_list("workshop", flat=True)) == [real.pk]


def test_G23g_thrown_away_no_row_of_any_table_is_another(convening: Convening) -> None:
    notice, sorrel = convening.published(), convening.device(convening.sorrel)
    before = rows()
    made = pressed(sorrel, f"/w/{notice.workshop.address}/rehearse")
    assert rows() != before
    answer = sorrel.post(f"/w/{made.address}/throw-away/for-good")
    assert answer["Location"] == f"/w/{notice.workshop.address}/rehearse?thrown"
    assert rows() == before


def test_G23g_what_comes_too_late_is_not_stored(stored: Stored) -> None:
    rehearsal = of_stored(stored)
    pk, leader = rehearsal.pk, rehearsal.leader
    throw_away(pk)
    command = {"do": "OpenFlipchart", "person": leader}
    stored.workshop = Workshop(pk=pk)
    with pytest.raises(Refusal):
        stored.asks(leader, str(command["do"]))
    assert rooms().read(pk, lambda chart: chart.people) == {}
    assert rooms().writer.look(pk, lambda live: len(live.chart.people)).result(5) == 0


def test_L2g_thrown_away_its_record_goes_in_slices(
    stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throwing_away, "SLICE", 3)
    pk, gone = of_stored(stored).pk, list[int]()
    last = RecordedEntry.objects.filter(workshop=pk).latest("number")
    for number in range(last.number + 1, last.number + 20):
        last.pk, last.number, last.command_id = None, number, f"more-{number}"
        last.save()

    def counting(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        if sql.startswith('DELETE FROM "record_recordedentry"'):
            gone.append(context["cursor"].rowcount)
        return done

    with connection.execute_wrapper(counting):
        throw_away(pk)
    assert sum(gone) > 20 and max(gone) <= 3
    assert not RecordedEntry.objects.filter(workshop=pk).exists()


def test_G23g_what_is_no_rehearsal_is_never_thrown_away(stored: Stored) -> None:
    throw_away(stored.workshop.pk)
    assert Workshop.objects.filter(pk=stored.workshop.pk).exists()


def test_G23h_it_goes_by_itself_after_seven_days(stored: Stored) -> None:
    rehearsal, now = of_stored(stored), timezone.now()
    throw_away_due(now + KEPT_FOR - timedelta(minutes=5))
    assert Rehearsal.objects.count() == 1
    throw_away_due(now + KEPT_FOR + timedelta(minutes=5))
    assert not Workshop.objects.filter(pk=rehearsal.pk).exists()
    assert Workshop.objects.filter(pk=stored.workshop.pk).exists()


def test_G23h_it_goes_with_its_account_and_with_its_workshop(
    convening: Convening, stored: Stored
) -> None:
    pressed(convening.device(convening.teasel), f"/o/{convening.organisation.address}/rehearse")
    of_stored(stored)
    throw_away_due(timezone.now())
    assert Rehearsal.objects.count() == 2
    convening.teasel.delete()
    stored.workshop.delete()
    throw_away_due(timezone.now())
    assert not Rehearsal.objects.exists()
    assert not Workshop.objects.exists()


def test_G23h_it_goes_when_everything_of_its_facilitator_is_erased(stored: Stored) -> None:
    rehearsal = of_stored(stored)
    erase_everything(stored.workshop, None, rehearsal.person, False, [], timezone.now())
    assert not Rehearsal.objects.exists()


def test_G23h_a_server_holds_a_few(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "MOST", 1)
    of_stored(stored)
    other = Leader("Sam", of=stored.workshop, person=stored.arrives("Sam", "facilitator"))
    with pytest.raises(TooManyRehearsals, match="as many rehearsals on this server"):
        begin(other, "/")
    assert under_way(other) is None


def test_G23h_who_makes_many_workshops_keeps_no_other_organisation_from_rehearsing(
    convening: Convening, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "MOST_TOGETHER", 1)
    theirs, second = (of_title(title, policy=convening.policy) for title in ("First", "Second"))
    assert beginning._made(Leader("Sam", of=theirs, person=1), "/").of == theirs
    with pytest.raises(TooManyRehearsals, match="Twenty people rehearse workshops of this"):
        begin(Leader("Sam", of=second, person=1), "/")
    assert of_stored(stored).of == stored.workshop


def of_title(title: str, **more: Any) -> Workshop:
    return Workshop.objects.create(title=title, made_with=title, **more)


def test_G23h_workshops_made_by_link_keep_no_other_of_their_kind_from_rehearsing(
    stored: Stored,
) -> None:
    for number in range(5):
        of = of_title(f"By link {number}")
        for person in range(beginning.MOST_OF_ONE):
            beginning._made(Leader("Eve", of=of, person=person), "/")
        with pytest.raises(TooManyRehearsals, match="Four people rehearse this workshop"):
            beginning._made(Leader("Eve", of=of, person=99), "/")
    assert of_stored(stored).of == stored.workshop


def test_G23h_a_server_that_holds_many_holds_one_of_each_workshop_more(
    stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "MOST", 2)
    monkeypatch.setattr(beginning, "MOST_WITH_FIRST_ONES", 3)
    eves = of_title("By link")
    for person in range(2):
        beginning._made(Leader("Eve", of=eves, person=person), "/")
    with pytest.raises(TooManyRehearsals, match="as many rehearsals on this server"):
        beginning._made(Leader("Eve", of=eves, person=3), "/")
    assert of_stored(stored).of == stored.workshop
    with pytest.raises(TooManyRehearsals, match="as many rehearsals on this server"):
        beginning._made(Leader("Sam", of=of_title("Another"), person=1), "/")


def test_G23c_what_a_crash_left_half_begun_is_begun_then(stored: Stored) -> None:
    fay = stored.arrives("Fay", "facilitator")
    leader = Leader("Fay", of=stored.workshop, person=fay)
    half = beginning._made(leader, "/")
    assert half.leader is None

    def look(chart: Flipchart) -> list[str]:
        return [one.name.shown for one in chart.people.values()]

    whole = begin(leader, "/")
    assert whole.pk == half.pk and whole.leader is not None
    assert rooms().read(whole.pk, look) == ["Fay"]
