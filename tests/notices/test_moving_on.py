"""From draft to published, held and closed; and what reaches those who registered."""

from typing import Any

import pytest
from convening import Convening, fields
from django.utils import timezone

from footpath.mail.models import Letter
from footpath.notices import states
from footpath.notices.models import Notice, Sitting
from footpath.registering.models import Registration
from footpath.registering.news import go_on_with_mailings
from footpath.workshops.models import Workshop


def registers(
    notice: Notice, state: str = "coming", email: str = "ada@example.org"
) -> Registration:
    """Somebody registers."""
    return Registration.objects.create(
        workshop=notice.workshop, name="Ada", email=email, state=state
    )


def letters(purpose: str) -> int:
    """How many letters of a purpose were asked for."""
    go_on_with_mailings(timezone.now())
    return Letter.objects.filter(purpose=purpose).count()


def types(convening: Convening, notice: Notice, to: str = "", **typed: Any) -> Any:
    """Sorrel changes something in the form."""
    client, path = convening.device(convening.sorrel), f"/w/{notice.workshop.address}/notice"
    return client.post(path + to, {**fields(client, path), **typed})


def _publishes(convening: Convening, notice: Notice) -> Any:
    """Sorrel presses the button beside the notice as it looks."""
    client, path = convening.device(convening.sorrel), f"/w/{notice.workshop.address}"
    return client.post(f"{path}/publish", {"seen": fields(client, path)["seen"]})


def is_over(notice: Notice) -> None:
    """Its time lies behind."""
    for sitting in Sitting.objects.filter(notice=notice):
        sitting.starts_at, sitting.ends_at = (
            at.replace(year=2020, day=1) for at in (sitting.starts_at, sitting.ends_at)
        )
        sitting.save()


@pytest.mark.parametrize(
    ("given", "about"),
    [
        ({"time_zone": ""}, "time_zone"),
        ({"registration": False, "drop_in": False}, "registration"),
        (
            {"unfinished": [{"title": "", "day": "2030-03-19", "starts": "", "ends": ""}]},
            "sittings",
        ),
        ({"days": -40}, "sittings"),
    ],
)
def test_W16_what_a_notice_must_have_is_asked_for_before_it_is_published(
    convening: Convening, given: dict[str, Any], about: str
) -> None:
    notice = convening.draft(**given)
    with pytest.raises(states.NotYet) as no:
        states.publish(notice)
    assert list(no.value.missing) == [about]
    html = _publishes(convening, notice).content.decode()
    assert no.value.missing[about] in html


def test_W16_publishing_sets_up_the_flipchart_with_the_notices_words(convening: Convening) -> None:
    notice = convening.draft(
        title="Buying well", plan={"aims": {"minutes": 12, "question": "What for?"}}
    )
    states.publish(notice)
    states.publish(Notice.objects.get(pk=notice.pk))
    seen: list[Any] = []
    from footpath.room.running import rooms

    rooms().writer.look(notice.workshop.pk, lambda live: seen.append(live.chart.set_up)).result()
    given = seen[0]
    assert (given.title.shown, given.sides, given.welcome.shown) == (
        "Buying well",
        ["client", "provider"],
        "How we buy.",
    )
    assert list(given.minutes.values()) == [12]


def test_W16_nobody_is_told_twice_and_nothing_that_is_not_in_calendars(
    convening: Convening,
) -> None:
    notice = convening.published()
    registers(notice)
    types(convening, notice, access="Captions are on.")
    types(convening, notice)
    notice.refresh_from_db()
    assert (notice.sequence, letters("changed")) == (0, 0)


@pytest.mark.parametrize(
    "typed",
    [{"title": "Buying better"}, {"place": "The old dairy"}, {"sittings-0-day": "2031-05-05"}],
)
def test_W16_a_change_of_title_time_or_place_reaches_everybody_who_registered(
    convening: Convening, typed: dict[str, str]
) -> None:
    notice = convening.published()
    registers(notice)
    registers(notice, "waiting", "bo@example.org")
    registers(notice, "not coming", "cy@example.org")
    assert types(convening, notice, **typed).status_code == 302
    notice.refresh_from_db()
    assert (notice.sequence, letters("changed")) == (1, 2)


def test_W16_a_new_title_reaches_the_flipchart_and_the_page(convening: Convening) -> None:
    notice = convening.published()
    types(convening, notice, title="Buying better")
    assert Workshop.objects.get(pk=notice.workshop.pk).title == "Buying better"
    assert (
        "Buying better"
        in convening.device(None).get(f"/w/{notice.workshop.address}").content.decode()
    )


def test_W16_a_cancellation_reaches_everybody_once_with_the_reason(convening: Convening) -> None:
    notice = convening.published()
    registers(notice)
    client, path = convening.device(convening.sorrel), f"/w/{notice.workshop.address}/cancel"
    assert client.post(path, {"reason": "  "}).status_code == 400
    for _ in range(2):
        client.post(path, {"reason": "The hall is flooded."})
    notice.refresh_from_db()
    assert (notice.state, notice.cancelled_because, notice.sequence) == (
        "cancelled",
        "The hall is flooded.",
        1,
    )
    assert letters("cancelled") == 1
    assert (
        convening.device(convening.sorrel).get(f"/w/{notice.workshop.address}/notice").status_code
        == 404
    )


def test_W16_it_is_held_once_its_last_time_is_over_and_closed_by_its_writers(
    convening: Convening,
) -> None:
    notice, heron = convening.published(), convening.device(convening.heron)
    heron.post(f"/w/{notice.workshop.address}/close")
    notice.refresh_from_db()
    assert notice.state == "published"
    is_over(notice)
    assert (
        "was held" in convening.device(None).get(f"/w/{notice.workshop.address}").content.decode()
    )
    heron.post(f"/w/{notice.workshop.address}/close")
    notice.refresh_from_db()
    assert notice.state == "closed"


def test_W16_a_published_notice_stays_something_that_people_can_come_to(
    convening: Convening,
) -> None:
    notice = convening.published()
    assert types(convening, notice, **{"sittings-0-day": ""}).status_code == 400
    assert types(convening, notice, to="/sittings/0/take-out").status_code == 200
    assert types(convening, notice, time_zone="").status_code == 400
    assert Sitting.objects.filter(notice=notice).count() == 1
