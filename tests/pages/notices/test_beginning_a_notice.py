"""A workshop is begun from a plan, like an earlier one, empty, or from a notice that was pasted."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from convening import Convening, fields
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from footpath.method.things.things import Phase
from footpath.notices.filling import draft_of
from footpath.notices.models import Notice, Sitting, Study
from footpath.notices.plans import PLANS
from footpath.notices.states import publish
from footpath.reading import read_notice
from footpath.room.running import rooms
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

PASTED = """Sharing the workshop's tools

We meet on Thursday 14 November, 6.30-8.30pm on Jitsi.

Who is it for?
  * Anyone who has borrowed from's tool shed
  * Anyone who lends

What we hope to get out of it:
  * What the policy is for
  * A rough way of lending

Please register, or just turn up.

The evening will contribute to two research projects, if you consent:
  * How neighbours share
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20300101T000000Z
DTSTART;TZID=Europe/Paris:20300314T183000
DTEND;TZID=Europe/Paris:20300314T203000
SUMMARY:Sharing tools
LOCATION:https://meet.jit.si/Tools
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def sorrel(convening: Convening) -> Client:
    """Sorrel's browser."""
    return convening.device(convening.sorrel)


def begins(client: Client, convening: Convening, begin: str, **given: Any) -> Any:
    """Begin a notice of the policy."""
    typed = {"id": str(uuid.uuid4()), "begin": begin, **given}
    return client.post(f"/p/{convening.policy.address}/new", typed)


def begun() -> Notice:
    """The notice that was begun last."""
    return Notice.objects.order_by("-workshop__pk")[0]


@pytest.mark.parametrize("plan", PLANS)
def test_W17_a_plan_has_minutes_and_words_for_every_phase(
    sorrel: Client, convening: Convening, plan: str
) -> None:
    begins(sorrel, convening, plan)
    typed = fields(sorrel, f"/w/{begun().workshop.address}/notice")
    for phase, (minutes, question) in PLANS[plan].phases.items():
        assert typed[f"minutes_{phase.value}"] == str(minutes)
        assert typed[f"question_{phase.value}"] == question
    assert set(PLANS[plan].phases) == set(Phase)


def test_W17_an_earlier_notice_is_a_pattern_but_for_its_times(
    sorrel: Client, convening: Convening
) -> None:
    earlier = convening.published(audience="Anyone", call_link="https://zoom.us/j/1", keep_days=30)
    Study.objects.create(notice=earlier, title="How we write")
    begins(sorrel, convening, "earlier", earlier=earlier.workshop.address)
    made = begun()
    assert (made.audience, made.call_link, made.keep_days, made.state) == (
        "Anyone",
        "https://zoom.us/j/1",
        30,
        "draft",
    )
    assert [one.title for one in Study.objects.filter(notice=made)] == ["How we write"]
    assert not Sitting.objects.filter(notice=made).exists()


def test_W17_a_draft_or_another_organisations_notice_is_no_pattern(
    sorrel: Client, convening: Convening
) -> None:
    draft = convening.draft()
    assert begins(sorrel, convening, "earlier", earlier=draft.workshop.address).status_code == 404


def test_W17_the_same_form_sent_twice_makes_one(sorrel: Client, convening: Convening) -> None:
    for _ in range(2):
        begins(sorrel, convening, "empty", id="the-same")
    assert Notice.objects.count() == 1


def test_W17_what_a_pasted_notice_says_fills_the_form_and_nothing_is_guessed(
    sorrel: Client, convening: Convening
) -> None:
    answer = begins(sorrel, convening, "pasted", pasted=PASTED)
    typed = fields(sorrel, answer.headers["Location"])
    assert typed["title"] == "Sharing the workshop's tools"
    assert (typed["time_zone"], typed["sittings-0-day"], typed["call_link"]) == ("", "", "")
    assert "Anyone who lends" in typed["audience"]
    assert ("registration" in typed, "drop_in" in typed) == (True, True)


def test_W17_questions_and_guesses_stand_beside_their_fields_and_fill_them(
    sorrel: Client, convening: Convening
) -> None:
    path = begins(sorrel, convening, "pasted", pasted=PASTED).headers["Location"]
    html = sorrel.get(path).content.decode()
    assert html.index("no year") > html.index('id="sittings"')
    assert "<mark" in html
    for name, guess in (("time_zone", "Europe/London"), ("sittings", None)):
        html = sorrel.post(
            f"{path}/guesses/{name}:0", fields(sorrel, path), follow=True
        ).content.decode()
        assert guess is None or f'value="{guess}" selected' in html
    assert Sitting.objects.filter(notice=begun()).count() == 1
    assert "no year" not in html


PRESSES = [
    *({"answered": number} for number in ("999", "99999", "9" * 5000, "-1", "1.0", "x", "²")),
    *({"remove": f"sittings:{number}"} for number in ("999", "9" * 5000, "-1", "x", "²", "")),
    *(
        {"take": choice}
        for choice in (
            "sittings:999",
            f"sittings:{'9' * 5000}",
            "sittings:-1",
            "sittings:²",
            "no:0",
            "",
        )
    ),
]


@pytest.mark.parametrize("press", PRESSES, ids=lambda press: str(press)[:30])
def test_W17_a_press_on_what_is_not_there_changes_nothing(
    sorrel: Client, convening: Convening, press: dict[str, str]
) -> None:
    path = begins(sorrel, convening, "pasted", pasted=PASTED).headers["Location"]
    before = begun().reading
    assert sorrel.post(path, {**fields(sorrel, path), **press}).status_code in (200, 302)
    assert begun().reading == before


def test_W17_a_question_is_answered_by_one_press_and_blocks_nothing(
    sorrel: Client, convening: Convening
) -> None:
    path = begins(sorrel, convening, "pasted", pasted=PASTED).headers["Location"]
    asked = begun().reading["questions"]
    sorrel.post(f"{path}/answers/0", fields(sorrel, path))
    assert begun().reading["questions"] == asked[1:]


def test_W17_a_calendar_file_fills_the_form(sorrel: Client, convening: Convening) -> None:
    file = SimpleUploadedFile("invitation.ics", CALENDAR.encode(), "text/calendar")
    path = begins(sorrel, convening, "pasted", file=file).headers["Location"]
    typed = fields(sorrel, path)
    assert [typed[f"sittings-0-{name}"] for name in ("day", "starts", "ends")] == [
        "2030-03-14",
        "18:30",
        "20:30",
    ]
    assert (typed["time_zone"], typed["call_link"]) == ("Europe/Paris", "https://meet.jit.si/Tools")


def test_W17_hours_that_were_said_exactly_stay_the_same_moment_in_any_zone(
    sorrel: Client, convening: Convening
) -> None:
    said = CALENDAR.replace(";TZID=Europe/Paris:20300314T183000", ":20300314T173000Z")
    said = said.replace(";TZID=Europe/Paris:20300314T203000", ":20300314T193000Z")
    path = begins(sorrel, convening, "pasted", pasted=said).headers["Location"]
    sorrel.post(path, {**fields(sorrel, path), "time_zone": "Asia/Tokyo"})
    assert [f"{one.starts_at:%H:%M}" for one in Sitting.objects.filter(notice=begun())] == ["17:30"]
    assert fields(sorrel, path)["sittings-0-starts"] == "02:30"


@pytest.mark.parametrize("pasted", ["", "  \n ", "BEGIN:VCALENDAR\nnonsense"])
def test_W17_what_cannot_be_read_is_one_sentence_and_stays(
    sorrel: Client, convening: Convening, pasted: str
) -> None:
    answer = begins(sorrel, convening, "pasted", pasted=pasted)
    assert (answer.status_code, answer.content.decode().count('class="wrong"')) == (400, 1)
    assert pasted in answer.content.decode()


def test_W17_what_was_pasted_is_text_and_nothing_else(sorrel: Client, convening: Convening) -> None:
    pasted = "<script>alert(1)</script> A title\n\nOn 3 March 2030, 2-4pm </mark><b>"
    html = sorrel.get(
        begins(sorrel, convening, "pasted", pasted="Tools " + pasted).headers["Location"]
    ).content.decode()
    assert "<script>alert" not in html
    assert "<b>" not in html


@pytest.fixture
def by_link(convening: Convening) -> Workshop:
    """A workshop that was made by links alone, and taken in."""
    made = make_workshop(
        rooms().writer, "Lending the van", welcome="Who drives?", minutes={Phase.AIMS: 33}
    )
    made.policy = convening.policy
    made.save()
    return made


def test_W17_a_workshop_made_by_link_is_announced_with_its_own_words(
    sorrel: Client, by_link: Workshop
) -> None:
    assert sorrel.post(f"/w/{by_link.address}/announce").status_code == 302
    notice = Notice.objects.get(pk=by_link.pk)
    form = sorrel.get(f"/w/{by_link.address}/notice").content.decode()
    assert (notice.state, notice.what) == ("draft", "Who drives?")
    assert re.search(r'name="minutes_aims"[^>]*value="33"|value="33"[^>]*name="minutes_aims"', form)


def test_W17_nobody_announces_anothers_workshop_or_one_that_was_announced(
    convening: Convening, sorrel: Client, by_link: Workshop
) -> None:
    path = f"/w/{by_link.address}/announce"
    assert [convening.device(one).post(path).status_code for one in (None, convening.yarrow)] == [
        404,
        404,
    ]
    sorrel.post(path)
    assert convening.device(convening.teasel).post(path).status_code == 404


def test_W17_publishing_it_keeps_the_flipchart_that_it_had(
    convening: Convening, sorrel: Client, by_link: Workshop
) -> None:
    sorrel.post(f"/w/{by_link.address}/announce")
    notice = Notice.objects.get(pk=by_link.pk)
    starts_at = timezone.now() + timedelta(days=3)
    Sitting.objects.create(
        notice=notice, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)
    )
    publish(notice)
    given = rooms().writer.look(by_link.pk, lambda live: live.chart.set_up).result(timeout=20)
    assert given is not None
    assert (given.minutes[Phase.AIMS], given.title.shown, given.sides) == (
        33,
        "Lending the van",
        ["client", "provider"],
    )


def test_L5j_a_pasted_page_brings_no_link_that_a_browser_would_run() -> None:
    event = (
        '{"@type":"Event","name":"B",'
        '"location":{"@type":"VirtualLocation","url":"javascript:alert(1)"}}'
    )
    read = read_notice(
        f'<html><script type="application/ld+json">{event}</script></html>', "a.html"
    )
    assert draft_of(read)["call_link"] == ""
