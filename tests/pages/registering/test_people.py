"""The page of those who prepare a workshop: who comes, whom to ask to tell, and
mail that went astray.
"""

import json
import re
from collections.abc import Callable

import pytest
from registering_people import Announced, goes_astray, people
from research_asking import Asked
from served import Guest, Server

from footpath.mail.models import Letter

Announce = Callable[..., Announced]


def letters(workshop: Announced) -> list[tuple[str, str, str]]:
    return workshop.server.beside(letters_of, workshop.address)


def letters_of(address: str) -> list[tuple[str, str, str]]:
    """What each letter is for, how it stands and to whom it goes."""
    rows = Letter.objects.filter(registration__workshop__address=address).order_by("pk")
    return list(rows.values_list("purpose", "state", "registration__email"))


def part(page: str, id: str) -> str:
    """A part of the page, without its marks."""
    found = re.search(rf'<section[^>]*id="{id}".*?</section>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


@pytest.fixture
def fay(announced: Announce) -> Guest:
    """A facilitator of a workshop with one place, for which two registered."""
    workshop = announced(places=1, studies=["How policies are made"])
    fay = workshop.doors.arrive("Fay", "facilitator")
    fay.workshop = workshop  # type: ignore[attr-defined]
    return fay


def test_W31_who_offered_an_experience_is_seen_with_the_sides_that_are_missing(
    announced: Announce,
) -> None:
    workshop = announced()
    workshop.registers("Yarrow", could_tell="on", side="provider", line="Seventy days without pay")
    workshop.doors.arrive("Rush", could_tell="on", line="Three quotes, and then a fourth")
    shown = part(people(workshop.doors.arrive("Fay", "facilitator")), "storytellers")
    assert "Nobody has offered anything as client" in shown and "as provider" in shown
    assert "Seventy days without pay" in shown and "Three quotes, and then a fourth" in shown


def test_W31_who_is_asked_gets_one_letter_and_can_say_rather_not(announced: Announce) -> None:
    workshop = announced()
    yarrow = workshop.registers(
        "Yarrow", "yarrow@example.org", could_tell="on", line="Seventy days"
    )
    fay = workshop.doors.arrive("Fay", "facilitator")
    key = re.search(r'people/ask/([^"#]+)#', people(fay))
    assert key is not None
    assert "asked by mail" in people(fay, f"ask/{key[1]}")
    assert [purpose for purpose, _, _ in letters(workshop)].count("asked-to-tell") == 1
    assert "asked to tell" in yarrow.get(f"/w/{workshop.address}/mine/asked").text
    yarrow.form(f"/w/{workshop.address}/mine/asked/rather-not")
    assert "would rather not" in part(people(fay), "storytellers")


def test_W31_who_dropped_in_is_asked_in_the_room_and_the_record_says_so(
    announced: Announce,
) -> None:
    workshop = announced()
    fay, rush = (
        workshop.doors.arrive("Fay", "facilitator"),
        workshop.doors.arrive("Rush", could_tell="on", line="x"),
    )
    assert "on their own page" in people(fay, f"ask/person-{rush.id}")
    page = rush.open()
    assert page.layers["me"]["people"][str(rush.id)]["story"]["asked"] is True
    rush.form(f"/w/{rush.address}/mine/asked/rather-not")
    story = fay.open().layers["facilitators"]["people"][str(rush.id)]["story"]
    assert story["declined"] is True and "asked" not in story


def test_W30_people_who_wait_are_never_counted_as_coming(fay: Guest) -> None:
    for name in ("Yarrow", "Rush", "Sedge"):
        fay.workshop.registers(name)  # type: ignore[attr-defined]
    page = people(fay)
    assert (
        re.search(r"<b>1</b><span>coming, of 1 place</span>", page)
        and "<b>2</b><span>waiting</span>" in page
    )
    shown = part(page, "coming")
    assert shown.index("Waiting, in this order") < shown.index("Rush") < shown.index("Sedge")
    assert "needs" not in part(page, "needs")


def test_W30_nobody_else_sees_who_registered_nor_what_they_answered_about_research(
    fay: Guest,
) -> None:
    workshop: Announced = fay.workshop  # type: ignore[attr-defined]
    given, project = (
        workshop.registers("Yarrow Unseen", "yarrow@example.org"),
        Asked(workshop.server, workshop.address),
    )
    given.form(f"{project.page}/answer", sheet="1", **{"take-part": "no"})
    for device in (
        workshop.somebody(),
        workshop.doors.arrive("Sam"),
        workshop.doors.arrive("Kit", "scribe"),
    ):
        assert device.get(f"/w/{workshop.address}/people").status_code == 404
        assert "Yarrow Unseen" not in device.get(f"/w/{workshop.address}").text
    page = people(fay)
    assert "Yarrow Unseen" in page and "How policies are made" not in page
    assert "Yarrow Unseen" not in json.dumps(workshop.doors.arrive("Sam").open().layers)


def test_W10_a_letter_that_was_refused_is_sent_again_to_the_corrected_address(
    announced: Announce,
) -> None:
    workshop = announced()
    workshop.registers("Yarrow", "yarow@example.org")
    fay = workshop.doors.arrive("Fay", "facilitator")
    goes_astray(workshop, "Yarrow")
    page = people(fay)
    assert (
        "has not got the confirmation" in part(page, "mail") and "550 nobody of that name" in page
    )
    here = re.search(r"people/(\d+)/address", page)
    assert here is not None
    wrong = people(fay, f"{here[1]}/address", email="yarrow at example")
    assert "does not look like an e-mail address" in wrong and 'value="yarrow at example"' in wrong
    assert not part(people(fay, f"{here[1]}/address", email="yarrow@example.org"), "mail")
    assert ("registered", "waiting", "yarrow@example.org") in letters(workshop)


def test_W31_more_places_are_offered_to_who_waits_and_nonsense_is_told_in_a_sentence(
    fay: Guest,
) -> None:
    for name in ("Yarrow", "Rush"):
        fay.workshop.registers(name)  # type: ignore[attr-defined]
    wrong = people(fay, "places", places="many")
    assert "Type a number of places" in wrong and 'value="many"' in wrong
    assert "<b>1</b><span>offered a place</span>" in people(fay, "places", places="2")


def test_W30_somebody_is_found_by_a_word_that_they_wrote(
    announced: Announce, server: Server
) -> None:
    workshop = announced()
    workshop.registers("Yarrow", access_needs="A step-free room")
    workshop.registers("Rush")
    fay = workshop.doors.arrive("Fay", "facilitator")
    found = part(fay.get(f"/w/{fay.address}/people?find=STEP-free").text, "coming")
    assert "Yarrow" in found and "Rush" not in found


def test_W21c_who_prepares_a_workshop_frees_the_place_of_an_invented_registration(
    announced: Announce,
) -> None:
    workshop = announced(places=1, drop_in=True)
    workshop.registers("Nobody", "nobody@nowhere.example")
    yarrow, fay = workshop.registers("Yarrow"), workshop.doors.arrive("Fay", "facilitator")
    number = re.findall(r'name="registration" value="(\d+)"', people(fay))[0]
    assert "Nobody" in part(people(fay, "not-coming", registration=number), "coming")
    assert workshop.states() == {"Nobody": "not coming", "Yarrow": "offered"}
    assert ("not-coming", "waiting", "nobody@nowhere.example") in letters(workshop)
    assert yarrow.heading == "A place is free for you"


def test_W21c_of_who_was_in_the_room_nobody_says_that_they_do_not_come(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow, fay = workshop.registers("Yarrow"), workshop.doors.arrive("Fay", "facilitator")
    number = re.findall(r'name="registration" value="(\d+)"', people(fay))[0]
    yarrow.presses("join")
    assert "They have been in the room" in people(fay, "not-coming", registration=number)
    assert workshop.states() == {"Yarrow": "coming"}


def test_W21c_nobody_else_says_of_anybody_that_they_do_not_come(announced: Announce) -> None:
    workshop, elsewhere = announced(drop_in=True), announced(drop_in=True)
    workshop.registers("Yarrow")
    number = re.findall(
        r'name="registration" value="(\d+)"', people(workshop.doors.arrive("Fay", "facilitator"))
    )[0]
    given = {"registration": number}
    strangers = [
        (workshop, workshop.doors.arrive("Sam")),
        (elsewhere, elsewhere.doors.arrive("Fay", "facilitator")),
    ]
    answers = [
        device.form(f"/w/{at.address}/people/not-coming", **given).status_code
        for at, device in strangers
    ]
    assert (answers, workshop.states()) == ([404, 404], {"Yarrow": "coming"})
