"""Keeping single things out of research: whose right it is, what is stored of it, and
what others learn.
"""

from typing import Any

import pytest
from served import Doors, Guest, Server

from footpath.research.information_sheets import Project
from footpath.research.models import KeptBack
from footpath.workshops.models import Workshop


def stored(address: str) -> list[list[Any]]:
    """What is stored: about, hand, kept, whose, project."""
    return [
        [row.about, row.hand, row.kept, row.whose, row.project and row.project.title]
        for row in KeptBack.objects.filter(workshop__address=address).order_by("pk")
    ]


def studies(address: str, *titles: str) -> list[str]:
    """Projects to which a workshop contributes; their addresses."""
    workshop = Workshop.objects.get(address=address)
    made = [Project.objects.create(title=title) for title in titles]
    for one in made:
        one.workshops.add(workshop)
    return [one.address for one in made]


def keeps_back(
    person: Guest, about: int, kept: str = "yes", **given: Any
) -> tuple[int, dict[str, Any]]:
    """Keep something back, or let it go; what was answered."""
    person.http.headers["Accept"] = "application/json"
    answer = person.form(
        f"/w/{person.address}/research/keep-back", about=str(about), kept=kept, **given
    )
    return answer.status_code, answer.json()


@pytest.fixture
def group(server: Server) -> tuple[Doors, Guest]:
    """An open workshop and its facilitator."""
    doors = server.workshop()
    fay = doors.opened()
    return doors, fay


def rows(server: Server, group: tuple[Doors, Guest]) -> list[list[Any]]:
    """What is stored: about, hand, kept, whose, project."""
    return server.beside(stored, group[0].address)


def test_C6b_an_author_keeps_a_thing_back_and_lets_it_go_and_again_changes_nothing(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    sam = group[0].arrive("Sam")
    note = sam.post("WriteNote", text="Seventy days without pay").json()["made"]
    assert keeps_back(sam, note) == (200, {"about": note, "kept": True})
    assert [keeps_back(sam, note)[0], keeps_back(sam, note, "no")[0]] == [200, 200]
    assert [row[:3] for row in rows(server, group)] == [
        [note, "author", True],
        [note, "author", False],
    ]


def test_C6c_a_storyteller_keeps_back_the_story_and_moments_that_others_added(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    doors, _ = group
    sam, scribe = doors.arrive("Sam"), doors.arrive("Sue", "scribe")
    story = sam.post("TellExperience", title="The ferry contract").json()["made"]
    moment = scribe.post("PlaceMoment", experience=story, text="The call came late").json()["made"]
    assert [keeps_back(sam, about)[0] for about in (story, moment)] == [200, 200]
    assert {row[1] for row in rows(server, group)} <= {"author", "storyteller"}
    assert keeps_back(doors.arrive("Other"), story)[0] == 409


def test_C6c_who_only_laid_a_story_out_keeps_back_nothing_of_it(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    doors, _ = group
    sam, scribe = doors.arrive("Sam"), doors.arrive("Sue", "scribe")
    story = scribe.post("TellExperience", title="The ferry contract", storytellers=[sam.id]).json()[
        "made"
    ]
    assert keeps_back(scribe, story)[0] == 409
    assert keeps_back(sam, story)[0] == 200
    assert [row[1] for row in rows(server, group)] == ["storyteller"]


def test_C6f_of_two_tellers_each_is_offered_what_counts_and_lifts_their_own_when_they_left(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    doors, _ = group
    server.beside(studies, doors.address, "How policies are made")
    sam, sue = doors.arrive("Sam"), doors.arrive("Sue", "scribe")
    story = sue.post(
        "TellExperience", title="The ferry contract", storytellers=[sam.id, sue.id]
    ).json()["made"]
    assert [one.post("TellTogether", experience=story).status_code for one in (sam, sue)] == [
        200,
        200,
    ]
    own, sams = (
        one.post("PlaceMoment", experience=story, text="The call").json()["made"]
        for one in (sue, sam)
    )
    assert keeps_back(sue, sams)[0] == 409 and keeps_back(sue, story)[0] == 200
    assert whether_kept(sue, story, own, sams) == [True, True, None]
    assert whether_kept(sam, story, sams) == [False, False]
    sue.post("LeaveStory", experience=story)
    assert keeps_back(sam, story, "no")[0] == 200 and [row[2] for row in rows(server, group)] == [
        True
    ]
    assert [keeps_back(sue, story, kept)[0] for kept in ("no", "yes")] == [200, 409]
    assert [row[2] for row in rows(server, group)] == [True, False]


def whether_kept(person: Guest, *things: int) -> list[bool | None]:
    """What somebody's own page says of each of these: that they keep it out; None where it
    offers nothing of it.
    """
    person.http.headers["Accept"] = "text/html"
    page = person.get(f"/w/{person.address}/mine/words").text
    found: list[bool | None] = []
    for thing in things:
        item = page.split(f'id="thing-{thing}"')[1].split('id="thing-')[0]
        kept = "you keep it out of research" in item or "you keep its story out of research" in item
        found.append(kept if f'name="about" value="{thing}"' in item else None)
    return found


def test_C6b_facilitators_keep_back_for_everybody_and_cannot_lift_what_an_author_keeps(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    doors, fay = group
    sam = doors.arrive("Sam")
    note = sam.post("WriteNote", text="Seventy days without pay").json()["made"]
    keeps_back(sam, note)
    assert keeps_back(fay, note, "no", hand="facilitator")[0] == 200
    assert (
        keeps_back(fay, note, "no")[0] == 409
        and keeps_back(sam, note, hand="facilitator")[0] == 409
    )
    assert [row[:3] for row in rows(server, group)] == [[note, "author", True]]
    keeps_back(fay, note, hand="facilitator")
    assert rows(server, group)[-1][:4] == [note, "facilitator", True, ""]


def test_C6b_one_project_or_all_of_them(server: Server, group: tuple[Doors, Guest]) -> None:
    doors, _ = group
    one, other = server.beside(studies, doors.address, "How policies are made", "Ferries")
    sam = doors.arrive("Sam")
    note = sam.post("WriteNote", text="Seventy days without pay").json()["made"]
    keeps_back(sam, note, project=one)
    keeps_back(sam, note)
    keeps_back(sam, note, "no", project=other)
    assert [row[4] for row in rows(server, group)] == ["How policies are made", None, "Ferries"]
    assert keeps_back(sam, note, project="elsewhere")[0] == 409


def test_C10_an_unnamed_authors_row_names_nobody_and_shows_no_other_thing_of_theirs(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    doors, fay = group
    sam = doors.arrive("Sam")
    notes = [
        sam.post("WriteNote", text=f"Unnamed {n}", unnamed=True).json()["made"] for n in range(2)
    ]
    for note in notes:
        assert keeps_back(sam, note)[0] == 200
    whose = [row[3] for row in rows(server, group)]
    assert len(set(whose)) == 2 and all(len(one) == 32 for one in whose)
    assert keeps_back(fay, notes[0])[0] == 409


def test_C10_a_note_in_silence_is_kept_back_by_its_private_id_and_let_go_after_the_reveal(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    doors, fay = group
    sam, other = doors.arrive("Sam"), doors.arrive("Other")
    fay.post("OpenPhase", phase="aims")
    fay.post("StartSilence")
    note = sam.post("WriteNote", text="Pay people for their time").json()["made"]
    assert note < 0 and keeps_back(sam, note)[0] == 200 and keeps_back(other, note)[0] == 409
    fay.post("RevealNotes")
    revealed = int(next(iter(sam.open().layers["everyone"]["notes"])))
    assert revealed > 0 and keeps_back(sam, revealed, "no")[0] == 200
    assert [row[2] for row in rows(server, group)] == [True, False]


def test_C10_no_page_or_line_of_others_changes_when_something_is_kept_back(
    server: Server, group: tuple[Doors, Guest]
) -> None:
    doors, fay = group
    sam = doors.arrive("Sam")
    note = sam.post("WriteNote", text="Seventy days without pay", unnamed=True).json()["made"]
    before = fay.open()
    seen, outline = before.catch_up(), fay.get(f"/w/{doors.address}/outline").text
    keeps_back(sam, note)
    assert (before.catch_up(), fay.get(f"/w/{doors.address}/outline").text) == (seen, outline)


@pytest.mark.parametrize("about", ["", "x", "99999", "1" * 30, "-1", "--1"])
def test_C6b_what_cannot_be_read_is_refused_in_one_sentence(
    server: Server, group: tuple[Doors, Guest], about: str
) -> None:
    status, answer = keeps_back(group[1], about)  # type: ignore[arg-type]
    assert status == 409 and answer["why"].count(". ") <= 1
