"""What is typed in somebody else's name: who typed it shows, and whose name it bears corrects
it or takes it back.
"""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from table import Group, refused

from footpath.method import COMMANDS, Saying

PLANTED = "the words that Kit typed for Una"


class Typed(NamedTuple):
    """How a command is said for somebody, and how they are rid of what was typed: what they ask
    for, given its id.
    """

    fields: Callable[["Typing"], dict[str, Any]]
    rid: Callable[["Typing", int], tuple[str, dict[str, Any]]]


def taken_back(at: "Typing", made: int) -> tuple[str, dict[str, Any]]:
    return "TakeBack", {"about": made}


def corrected(at: "Typing", made: int) -> tuple[str, dict[str, Any]]:
    return "Reword", {"about": made, "text": "What Una means", "version": 1}


def of_its_reason(at: "Typing", made: int) -> tuple[str, dict[str, Any]]:
    return "TakeBackReason", {"about": at.aim, "place": 0}


def said_anew(at: "Typing", made: int) -> tuple[str, dict[str, Any]]:
    return "OfferStory", {"line": "What Una means"}


def about(name: str, **fields: Any) -> Callable[["Typing"], dict[str, Any]]:
    return lambda at: {"about": getattr(at, name), **fields}


TYPED: dict[str, Typed] = {
    "WriteNote": Typed(lambda at: {"text": PLANTED}, taken_back),
    "SayAloud": Typed(lambda at: {"text": PLANTED}, taken_back),
    "CheckOut": Typed(lambda at: {"text": PLANTED}, taken_back),
    "AskQuestion": Typed(about("note_of_sam", text=PLANTED), taken_back),
    "Answer": Typed(about("question", text=PLANTED), taken_back),
    "AskOpenQuestion": Typed(lambda at: {"text": PLANTED}, taken_back),
    "WriteReflection": Typed(
        lambda at: {"kind": "liked", "about": [at.note_of_sam], "text": PLANTED}, taken_back
    ),
    "HadThatToo": Typed(about("moment_of_sam", text=PLANTED), taken_back),
    "TakePosition": Typed(about("aim", text=PLANTED), taken_back),
    "ProposeAgreement": Typed(lambda at: {"text": PLANTED}, taken_back),
    "OfferStory": Typed(lambda at: {"line": PLANTED}, said_anew),
    "TellExperience": Typed(lambda at: {"title": PLANTED}, taken_back),
    "PlaceMoment": Typed(lambda at: {"experience": at.story_of_una, "text": PLANTED}, taken_back),
    "AddAim": Typed(lambda at: {"text": PLANTED, "rests_on": [at.note_of_sam]}, corrected),
    "AddValue": Typed(lambda at: {"name": PLANTED, "heard_in": [at.note_of_sam]}, corrected),
    "GroupNotes": Typed(
        lambda at: {"title": PLANTED, "notes": [at.note_of_sam, at.another]}, corrected
    ),
    "AddElement": Typed(lambda at: {"kind": "activity", "text": PLANTED}, corrected),
    "KeepAim": Typed(about("aim", reason=PLANTED), of_its_reason),
    "ChangeAim": Typed(about("aim", text="Pay at once", reason=PLANTED), of_its_reason),
    "DropAim": Typed(about("aim", reason=PLANTED), of_its_reason),
    "LeaveAimOpen": Typed(about("aim", reason=PLANTED), of_its_reason),
    "GiveReason": Typed(
        about("kept", choice="keep", reason=PLANTED),
        lambda at, made: ("TakeBackReason", {"about": at.kept, "place": 0}),
    ),
}
WITHOUT_WORDS = {"SayThatsIt", "TellTogether", "LeaveStory"}
"""There is nothing to take back: the teller goes on telling whenever they like, or leaves the
others' story (E8).
"""
BY_THEMSELVES = {"WriteMemo": {"text": PLANTED}}
"""What nobody says for anybody, whether they have a device or not."""
SAYINGS = [command for command in COMMANDS if issubclass(command, Saying)]


class Typing(Group):
    """Una has no device, and Kit types for her what she says."""

    def __init__(self) -> None:
        """All that can be said something about is there."""
        super().__init__()
        self.una = self.do(self.kit, "AddPerson", name="Una", where="room")
        self.note_of_sam, self.another = self.note(self.sam), self.note(self.sam, "Who decides?")
        self.question = self.do(
            self.sam, "AskQuestion", about=self.note_of_sam, text="Who decides?"
        )
        story = self.story()
        self.do(self.sam, "EndTellersTurn", experience=story)
        self.moment_of_sam = self.moment(story)
        self.story_of_una = self.do(self.kit, "TellExperience", title="Rain", for_person=self.una)
        self.aim = self.do(
            self.fay, "AddAim", text="Pay small firms first", rests_on=[self.note_of_sam]
        )
        self.kept = self.do(self.fay, "AddAim", text="Nobody works alone", rests_on=[])
        self.do(self.fay, "KeepAim", about=self.kept)


def typed_by(seen: str, typist: int) -> bool:
    """Whether somebody reads beside the planted words that this person typed them."""

    def within(held: Any) -> bool:
        if isinstance(held, list):
            return any(within(one) for one in held)
        if not isinstance(held, dict):
            return False
        return (PLANTED in held.values() and held.get("typed_by") == typist) or any(
            map(within, held.values())
        )

    return within(json.loads(seen))


def test_G11a_every_command_that_is_said_for_somebody_is_told_of_here() -> None:
    assert {command.__name__ for command in SAYINGS} == {*TYPED, *WITHOUT_WORDS, *BY_THEMSELVES}


@pytest.mark.parametrize("do", TYPED)
def test_G11a_who_typed_something_for_somebody_shows_and_it_can_be_corrected_or_taken_back(
    do: str,
) -> None:
    at, typed = Typing(), TYPED[do]
    audience = "facilitators" if do == "OfferStory" else "everyone"
    made = at.do(at.kit, do, for_person=at.una, **typed.fields(at))
    assert typed_by(at.sees(audience), at.kit)
    at.do(at.una, "ClaimName")
    rid, fields = typed.rid(at, made)
    at.do(at.una, rid, **fields)
    stands = [
        one
        for one in json.loads(at.sees(audience)).values()
        if PLANTED in json.dumps(without_earlier(one))
    ]
    assert not stands


def without_earlier(held: Any) -> Any:
    """What is shown as it reads now: of a correction everybody reads what stood
    there before (A4).
    """
    if isinstance(held, list):
        return [without_earlier(one) for one in held]
    if not isinstance(held, dict):
        return held
    return {
        name: without_earlier(one)
        for name, one in held.items()
        if name not in ("was", "first_text")
    }


def test_G11a_who_called_a_story_told_for_its_teller_shows() -> None:
    at = Typing()
    at.do(at.kit, "SayThatsIt", experience=at.story_of_una, for_person=at.una)
    assert at.view("everyone", "experiences", at.story_of_una).finished_by == at.kit


@pytest.mark.parametrize("do", BY_THEMSELVES)
def test_G11d_what_is_nobodys_but_their_own_nobody_says_for_them(do: str) -> None:
    at = Typing()
    assert at.refusal_of(at.kit, do, for_person=at.una, **BY_THEMSELVES[do])


REVIEWS = ("KeepAim", "ChangeAim", "DropAim", "LeaveAimOpen", "GiveReason")


@pytest.mark.parametrize("do", REVIEWS)
@pytest.mark.parametrize("version", [None, 9])
def test_G11d_what_becomes_of_an_aim_is_said_for_nobody_who_has_a_device(
    do: str, version: int | None
) -> None:
    at = Typing()
    fields = {"text": "Sam works alone", "version": version} if do == "ChangeAim" else {}
    fields |= {"choice": "keep"} if do == "GiveReason" else {}
    with refused("They are here with a device of their own."):
        at.do(at.kit, do, about=at.kept, for_person=at.sam, reason=PLANTED, **fields)


def reviewed() -> Typing:
    at = Typing()
    at.do(at.fay, "DropAim", about=at.aim, reason=PLANTED)
    return at


def test_G11c_who_decided_takes_their_own_reason_back_and_what_was_decided_stays() -> None:
    at = reviewed()
    at.do(at.fay, "TakeBackReason", about=at.aim, place=0)
    assert at.view("everyone", "aims", at.aim).standing == "dropped"
    assert PLANTED not in at.sees("everyone") and PLANTED not in str(at.record)


def test_G11c_nobody_else_takes_a_reason_back_or_says_it_otherwise() -> None:
    at = reviewed()
    assert at.refusal_of(at.kit, "TakeBackReason", about=at.aim, place=0)
    assert at.refusal_of(at.kit, "RewordReason", about=at.aim, place=0, text="Kit's")


def test_G11c_a_reason_that_was_corrected_goes_from_the_record_as_it_was_given_too() -> None:
    at = reviewed()
    at.do(at.fay, "RewordReason", about=at.aim, place=0, text="Otherwise")
    at.do(at.fay, "TakeBackReason", about=at.aim, place=0)
    assert PLANTED not in str(at.record) and "Otherwise" not in str(at.record)


def test_G11c_of_two_reasons_the_one_that_is_not_taken_back_stays() -> None:
    at = reviewed()
    at.do(at.fay, "KeepAim", about=at.aim, reason="It was heard again")
    at.do(at.fay, "TakeBackReason", about=at.aim, place=0)
    assert [one.reason for one in at.view("everyone", "aims", at.aim).reviews] == [
        None,
        "It was heard again",
    ]


def test_G11c_a_reason_for_rewording_is_taken_back_wherever_it_shows() -> None:
    at = Typing()
    at.do(at.fay, "Reword", about=at.aim, text="Pay at once", version=1, reason=PLANTED)
    at.do(at.fay, "Reword", about=at.aim, text="Pay on Friday", version=2)
    at.do(at.fay, "TakeBackReason", about=at.aim, place=0)
    assert PLANTED not in at.sees("everyone") and PLANTED not in str(at.record)


def test_G11c_a_reason_is_taken_back_after_the_close_and_by_who_was_shown_out() -> None:
    at = Typing()
    at.do(at.kit, "DropAim", about=at.aim, reason=PLANTED)
    at.do(at.fay, "CloseFlipchart")
    at.do(at.fay, "RemovePerson", person=at.kit)
    at.do(at.kit, "TakeBackReason", door="own pages", about=at.aim, place=0)
    assert PLANTED not in at.sees("everyone")


def test_A3b_who_takes_back_a_reason_that_was_left_unnamed_alone_can() -> None:
    at = Typing()
    at.do(at.kit, "DropAim", about=at.aim, reason=PLANTED, unnamed=True)
    assert at.refusal_of(at.fay, "TakeBackReason", about=at.aim, place=0)
    at.do(at.kit, "TakeBackReason", about=at.aim, place=0)
    assert PLANTED not in at.sees("everyone")


def test_A4c_who_corrected_what_was_typed_for_them_rewords_the_groups_text_no_further() -> None:
    at = Typing()
    aim = at.do(at.kit, "AddAim", text=PLANTED, rests_on=[at.note_of_sam], for_person=at.sam)
    at.do(at.sam, "Reword", about=aim, text="What Sam means", version=1)
    with refused("The group's text is kept"):
        at.do(at.sam, "Reword", about=aim, text="Something else", version=2)
    with refused("The group's text is kept"):
        at.do(at.sam, "Delete", about=aim)


def test_S3_a_replayed_record_knows_what_became_of_a_reason() -> None:
    at = reviewed()
    at.do(at.fay, "RewordReason", about=at.aim, place=0, text="Otherwise")
    at.do(at.fay, "KeepAim", about=at.aim, reason="Again")
    at.do(at.fay, "TakeBackReason", about=at.aim, place=1)
    assert at.replayed().things[at.aim] == at.thing(at.aim)
