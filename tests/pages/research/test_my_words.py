"""A person's own view: what they said, what rests on it, where it went, for them alone."""

import re
from html import unescape
from typing import Any

import pytest
from projects import Contributing
from served import Doors, Guest, Server

Group = tuple[Doors, Guest]


def page_of(person: Guest) -> str:
    """The text of one's own view, without the markup."""
    text = person.get(f"/w/{person.address}/mine/words").text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def beside(person: Guest, about: int) -> str:
    """What the view says of one thing."""
    html = person.get(f"/w/{person.address}/mine/words").text
    found = re.search(rf'id="thing-{about}".*?</article>', html, re.DOTALL)
    return (
        " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0].partition(">")[2])).split())
        if found
        else ""
    )


def presses(person: Guest, do: str, about: int, **given: str) -> int:
    """Press a button of the view; how it was answered."""
    return person.form(f"/w/{person.address}/mine/words/{about}/{do}", **given).status_code


@pytest.fixture
def group(server: Server) -> Group:
    """An open workshop and its facilitator."""
    doors = server.workshop()
    fay = doors.opened()
    return doors, fay


def writes(person: Guest, text: str, **given: Any) -> int:
    """Write a note."""
    return person.post("WriteNote", text=text, **given).json()["made"]


def test_C21_everything_that_i_said_is_there_unnamed_things_too_and_nothing_of_others(
    group: Group,
) -> None:
    doors, _ = group
    sam, other = doors.arrive("Sam"), doors.arrive("Other")
    writes(sam, "Seventy days without pay")
    writes(sam, "Nobody asked us", unnamed=True)
    story = sam.post("TellExperience", title="The ferry contract").json()["made"]
    sam.post("PlaceMoment", experience=story, text="The call came late", quote="Too late")
    writes(other, "Otherwise")
    other.post("WriteMemo", text="Othermemo")
    seen = page_of(sam)
    for words in (
        "Seventy days without pay",
        "Nobody asked us",
        "The ferry contract",
        "The call came late",
        "Too late",
    ):
        assert words in seen
    assert (
        "You said 4 things" in seen
        and "only you know that it is yours" in seen
        and "Other" not in seen
    )
    assert "Seventy" not in page_of(other)


def test_C21_what_rests_on_it_stands_beneath_it(group: Group) -> None:
    doors, fay = group
    sam = doors.arrive("Sam")
    note = writes(sam, "Pay people for their time")
    aim = fay.post("AddAim", text="Bidding is paid", rests_on=[note]).json()["made"]
    fay.post("AddElement", kind="activity", text="Pay the last three", answers=[note], serves=[aim])
    assert "Aim: Bidding is paid" in beside(sam, note) and "Step: Pay the last three" in beside(
        sam, note
    )


def test_C22_what_left_says_when_and_to_which_study_and_only_once_it_was_released(
    server: Server, group: Group
) -> None:
    doors, _ = group
    sam, study = (
        doors.arrive("Sam"),
        Contributing(server, group[0].address, "How policies are made"),
    )
    left, asked = (
        writes(sam, "Seventy days without pay"),
        writes(sam, "Nobody asked us", unnamed=True),
    )
    study.answered(sam.id)
    study.releases([(asked, [])], state="requested")
    assert "Has not left" in beside(sam, left) and "Has not left" in beside(sam, asked)
    study.releases([(left, [sam.id])])
    study.releases([(asked, [])], recalled=("N000",))
    assert re.search(r"Left on \d+ \w+ \d{4} to the study How policies are made", beside(sam, left))
    assert "said on" in beside(sam, asked) and "that it is deleted" in beside(sam, asked)
    assert "2 have left, to one study" in page_of(sam)


def test_C22_each_reason_is_ones_own(server: Server, group: Group) -> None:
    doors, _ = group
    study = Contributing(server, doors.address, "How policies are made", reaches_back=False)
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    before = writes(sam, "Seventy days without pay")
    assert "you have not said yes" in beside(sam, before)
    study.answered(sam.id, after=1000)
    assert "you said it before you said yes" in beside(sam, before)
    private = sam.post("WriteMemo", text="For me alone").json()["made"]
    assert "not everybody in the workshop can see it" in beside(sam, private)
    assert "organisation" not in page_of(tess)


def test_C22_a_thing_that_is_others_too_tells_nothing_of_their_answers(
    server: Server, group: Group
) -> None:
    doors, fay = group
    study = Contributing(server, doors.address, "How policies are made")
    sam = doors.arrive("Sam", "scribe")
    aim = sam.post("AddAim", text="Bidding is paid", rests_on=[writes(fay, "Pay us")]).json()[
        "made"
    ]
    fay.post("Reword", about=aim, text="Bidding is always paid", version=1)
    study.answered(sam.id)
    seen = []
    for answer in ("no", "yes", "not now"):
        study.answered(fay.id, answer)
        seen.append(page_of(sam))
    assert len(set(seen)) == 1 and "Has not left" in seen[0]


def test_C8d_only_the_author_of_a_near_copy_is_asked_and_not_told_whose_words_they_are(
    server: Server, group: Group
) -> None:
    doors, fay = group
    study = Contributing(server, doors.address, "How policies are made")
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    writes(tess, "We waited seventy days for any payment at all")
    copy = writes(sam, "Somebody waited seventy days for any payment here")
    for person in (sam, fay):
        study.answered(person.id)
    assert "comes close to words that may not leave" in beside(sam, copy) and "Tess" not in page_of(
        sam
    )
    assert all("comes close" not in page_of(person) for person in (tess, fay))
    assert presses(sam, "reword", copy, text="Payment took ten weeks", version="1") == 200
    assert "Payment took ten weeks" in beside(sam, copy) and "comes close" not in beside(sam, copy)


def takes_back(person: Guest, about: int) -> int:
    """Take something back from one's own page; how it was answered."""
    return person.form(f"/w/{person.address}/mine/take-back/{about}").status_code


def test_C23_what_is_taken_back_here_is_gone_everywhere_and_asked_about_first(group: Group) -> None:
    doors, fay = group
    sam = doors.arrive("Sam")
    story = sam.post("TellExperience", title="The ferry contract").json()["made"]
    sam.post("PlaceMoment", experience=story, text="The call came late")
    assert "with its moment" in sam.get(f"/w/{sam.address}/mine/take-back/{story}").text
    assert takes_back(sam, story) == 200
    assert "The call came late" not in str(
        fay.open().layers
    ) and "The call came late" not in page_of(sam)
    assert takes_back(sam, story) == 409


def test_C23_nobody_takes_back_what_is_somebody_elses(group: Group) -> None:
    doors, fay = group
    sam = doors.arrive("Sam")
    note = writes(sam, "Seventy days without pay")
    assert takes_back(fay, note) == 409 and "Seventy days" in page_of(sam)


def test_C24_what_a_storyteller_keeps_back_is_shown_to_them_and_covers_what_others_added(
    server: Server, group: Group
) -> None:
    doors, _ = group
    Contributing(server, doors.address, "How policies are made")
    sam, scribe = doors.arrive("Sam"), doors.arrive("Sue", "scribe")
    story = sam.post("TellExperience", title="The ferry contract").json()["made"]
    moment = scribe.post("PlaceMoment", experience=story, text="The call came late").json()["made"]
    assert "1 moment of it that somebody else put in" in beside(sam, story)
    sam.form(f"/w/{doors.address}/research/keep-back", about=str(story), kept="yes")
    assert "you keep it out of research" in beside(sam, story)
    assert "you keep its story out of research" in beside(sam, story) and str(moment)
    sam.form(f"/w/{doors.address}/research/keep-back", about=str(story), kept="no")
    assert "you keep it" not in page_of(sam)


def test_C24_two_hundred_things_are_one_look_and_few_questions(
    server: Server, group: Group
) -> None:
    sam = group[0].arrive("Sam")
    study = Contributing(server, group[0].address, "How policies are made")
    notes = [writes(sam, f"Note number {number}") for number in range(200)]
    study.answered(sam.id)
    study.releases([(note, [sam.id]) for note in notes])
    assert "You said 200 things . 200 have left" in page_of(sam)
