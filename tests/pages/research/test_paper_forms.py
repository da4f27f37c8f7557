"""A paper form that a scribe types: marked, its person's alone afterwards, and never over what
they said themself.
"""

import pytest
from answering_people import Person, Room, heading, plain
from research_asking import TAKE_PART

from footpath.research import answers
from footpath.research.consents import Giver
from footpath.research.information_sheets import Sheet
from footpath.research.models import ConsentAnswer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room() -> Room:
    return Room()


def types(room: Room, kit: Person, sam: Person, **given: str) -> str:
    """What the scribe sees after typing somebody's form."""
    sheet = Sheet.objects.order_by("pk").last()
    told = kit.answers(
        f"{room.at}/paper", str(sheet and sheet.pk), button="", person=sam.id, **given
    )
    return told.content.decode()


def test_C1c_a_typed_form_is_marked_shown_to_its_person_and_changed_by_them(room: Room) -> None:
    sam, kit, page = room.somebody(), room.somebody("Kit", "scribe"), room.asks_for()
    types(room, kit, sam, take_part="yes", quotes="no")
    assert set(ConsentAnswer.objects.values_list("asked", "typed_by", "person")) == {
        ("paper", kit.id, sam.id)
    }
    assert "from your paper form, typed by Kit" in plain(sam.sees(room.at))
    sam.answers(page, take_part="no")
    assert room.stored()[-1] == ("take-part", "no")


@pytest.mark.parametrize("paper", ["yes", "no"])
def test_C1d_what_is_typed_for_somebody_with_a_device_is_no_answer_until_they_say_it_there(
    room: Room, paper: str
) -> None:
    sam, kit, page = room.somebody(), room.somebody("Kit", "scribe"), room.asks_for()
    told = types(room, kit, sam, take_part=paper)
    assert "counts once they have said it there too" in plain(told)
    assert room.stored() == [("take-part", "not now")]
    assert "On paper, not yet said by you" in plain(sam.sees(room.at))
    assert heading(sam.sees(page)) == TAKE_PART["text"], (
        "they are asked as if nothing had been typed"
    )
    sam.answers(page, take_part="yes")
    types(room, kit, sam, take_part=paper)
    assert room.stored()[-1] == ("take-part", "yes")


def test_C1d_what_was_typed_before_somebody_had_a_device_stands_whatever_is_typed_then(
    room: Room,
) -> None:
    sam, kit = room.somebody(), room.somebody("Kit", "scribe")
    room.asks_for()
    sheet = Sheet.objects.get()
    answers.type_from_paper(
        Giver(room.workshop, person=sam.id),
        sheet,
        {"take-part": "yes"},
        {},
        kit.id,
        has_device=False,
    )
    types(room, kit, sam, take_part="no")
    assert room.stored() == [("take-part", "yes")]


def test_C1d_of_somebody_without_a_device_what_stands_on_paper_counts(room: Room) -> None:
    kit = room.somebody("Kit", "scribe")
    room.asks_for()
    ada, sheet = room.asks(kit.id, "AddPerson", name="Ada"), Sheet.objects.get()
    told = kit.answers(
        f"{room.at}/paper", str(sheet.pk), button="", person=ada, take_part="yes"
    ).content.decode()
    assert room.stored() == [("take-part", "yes")] and "device" not in plain(told)


def test_C1c_afterwards_nobody_sees_it_the_scribe_included(room: Room) -> None:
    sam, kit = room.somebody(), room.somebody("Kit", "scribe")
    room.asks_for()
    paper = f"{room.at}/paper?person={sam.id}&sheet={Sheet.objects.get().pk}"
    told = types(room, kit, sam, take_part="yes")
    assert "It is kept, and gone from here" in told and "Yes" not in plain(told)
    assert "checked" not in kit.sees(paper) and "Withdraw" not in kit.sees(room.at)


@pytest.mark.parametrize(
    ("own", "paper"), [("no", "yes"), ("yes", "no"), ("not now", "yes"), ("yes", "not now")]
)
def test_C1d_a_scribe_never_types_over_what_somebody_answered_themselves(
    room: Room, own: str, paper: str
) -> None:
    sam, kit, page = room.somebody(), room.somebody("Kit", "scribe"), room.asks_for()
    sam.answers(page, take_part=own)
    told = types(room, kit, sam, take_part=paper)
    assert room.stored()[-1] == ("take-part", own)
    assert plain(told) == plain(types(room, kit, room.somebody("Rue"), take_part=paper)).replace(
        "Rue", "Sam"
    )


def test_C17_a_paper_form_that_counts_as_a_whole_is_kept_only_whole_and_nothing_typed_is_lost(
    room: Room,
) -> None:
    sam, kit = room.somebody(), room.somebody("Kit", "scribe")
    room.asks_for(blank_means="cannot send")
    told = types(room, kit, sam, take_part="yes")
    assert "counts only as a whole" in told and "checked" in told and room.stored() == []


def test_C1c_only_a_scribe_or_a_facilitator_types(room: Room) -> None:
    roles = {
        role: room.somebody(role, role) for role in ("guest", "observer", "scribe", "facilitator")
    }
    codes = {role: one.browser.get(f"{room.at}/paper").status_code for role, one in roles.items()}
    assert codes == {"guest": 404, "observer": 404, "scribe": 200, "facilitator": 200}
