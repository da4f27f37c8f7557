"""Everything about one person: read, taken away, and erased by their own link."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from registering_people import Announced
from research_asking import Asked
from served import Device, Doors, Guest, Server

from footpath.method.throughout import covering
from footpath.registering.models import ToTakeBack
from footpath.registering.one_by_one import take_back_all, take_back_due
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

Announce = Callable[..., Announced]

PLANTED = "the ferry left Lochmaddy without us"


def due(address: str) -> list[tuple[int, float]]:
    """What is still to be taken back in a workshop, and when."""
    rows = ToTakeBack.objects.filter(workshop__address=address).order_by("about")
    return [(row.about, row.due_at.timestamp()) for row in rows]


def take_back(after_hours: float, most_copies: int = covering.MOST_COPIES) -> None:
    """Take back what is due after so many hours, where so many copies are covered at most."""
    covering.MOST_COPIES, covering.ALWAYS_COVERED = most_copies, 0
    take_back_due(timezone.now() + timedelta(hours=after_hours))
    rooms().writer.close()


def cut_off(address: str, person: int, things: list[int]) -> None:
    """As if the server had ended while it erased these."""
    workshop = Workshop.objects.get(address=address)
    for about in things:
        ToTakeBack.objects.create(
            workshop=workshop, person=person, about=about, due_at=timezone.now(), at_once=True
        )


def go_on() -> None:
    """Do what was cut off."""
    take_back_all()
    rooms().writer.close()


def mine(device: Device, path: str, *, presses: bool = False, **given: Any) -> str:
    whole = f"/w/{device.address}/mine/{path}"
    return (device.form(whole, **given) if presses else device.get(whole)).text


def everything(device: Device) -> dict[str, Any]:
    return json.loads(mine(device, "everything.json"))


def written(guest: Guest) -> dict[str, int]:
    """Somebody wrote a named and an unnamed note, deleted one, told a story and worded an
    aim of the group's.
    """
    made = {
        name: guest.post("WriteNote", text=f"{name}: {PLANTED}").json()["made"]
        for name in ("named", "deleted")
    }
    made["unnamed"] = guest.post("WriteNote", text=f"unnamed: {PLANTED}", unnamed=True).json()[
        "made"
    ]
    guest.post("Delete", about=made["deleted"])
    made["story"] = guest.post("TellExperience", title=f"Story: {PLANTED}").json()["made"]
    guest.post("PlaceMoment", experience=made["story"], text=f"moment: {PLANTED}")
    return made


@pytest.fixture
def group(fresh_server: Server) -> Doors:
    """An open workshop with a facilitator."""
    doors = fresh_server.workshop()
    doors.fay = doors.opened()  # type: ignore[attr-defined]
    return doors


def places(server: Server, words: str) -> list[str]:
    """Where words still stand: tables, and on SQLite the files' bytes."""
    found = [table for table, rows in server.tables().items() if words in rows]
    files = sorted(Path(server.folder).iterdir())
    return found + [
        f.name
        for f in files
        if f.name.startswith("footpath.sqlite3") and words.encode() in f.read_bytes()
    ]


def test_W29_everything_is_readable_and_machine_readable_for_who_registered(
    announced: Announce,
) -> None:
    workshop = announced(questions=[{"text": "From where?", "kind": "text"}])
    yarrow, project = workshop.somebody(), Asked(workshop.server, workshop.address)
    (question,) = re.findall(r'name="(question_\d+)"', yarrow.form_page.text)
    given = {question: "Skye", "access_needs": "A ramp", "could_tell": "on", "line": "Seventy days"}
    yarrow.registers("Yarrow", "y@example.org", **given)
    yarrow.form(f"{project.page}/answer", sheet="1", **{"take-part": "no"})
    told = everything(yarrow)
    assert told["registration"]["answers"] == [{"question": "From where?", "answer": "Skye"}]
    assert [told["registration"][field] for field in ("email", "access_needs", "line")] == [
        "y@example.org",
        "A ramp",
        "Seventy days",
    ]
    assert [(one["project"], one["answer"]) for one in told["research"]] == [
        ("How policies are made", "no")
    ]
    assert "the confirmation" in [one["what"] for one in told["letters"]]
    page = mine(yarrow, "everything")
    assert all(
        words in page
        for words in ("y@example.org", "A ramp", "Seventy days", "Skye", "How policies are made")
    )


def test_W29_who_dropped_in_gets_their_words_unnamed_ones_for_them_alone(group: Doors) -> None:
    sam, other = group.arrive("Sam"), group.arrive("Other")
    written(sam)
    texts = {one["kind"]: one for one in everything(sam)["words"]}
    assert texts["Story"]["text"] == f"Story: {PLANTED}" and "moment" in texts["Moment"]["text"]
    assert any(one["unnamed"] and PLANTED in one["text"] for one in everything(sam)["words"])
    assert everything(other)["words"] == []
    assert "unnamed: only you know" in mine(sam, "everything")


def test_W29_erasing_asks_first_and_says_what_it_cannot_do(group: Doors) -> None:
    sam = group.arrive("Sam")
    written(sam)
    page = mine(sam, "erase")
    assert "This cannot be undone" in page and "What stays" in page and "unnamed" in page
    assert "Say first" in mine(sam, "erase", presses=True)
    assert any(PLANTED in one["text"] for one in everything(sam)["words"])


def test_W29_erased_words_and_names_are_nowhere(fresh_server: Server, group: Doors) -> None:
    sam = group.arrive("Samphire of Lochmaddy", could_tell="on", line=f"A line: {PLANTED}")
    made = written(sam)
    sam.post("TakeBack", about=made["unnamed"])
    sam.post("Rename", name="Samphire the Second")
    group.fay.post("CloseFlipchart")  # type: ignore[attr-defined]
    assert places(fresh_server, PLANTED) and places(fresh_server, "Samphire")
    assert "It is erased" in mine(sam, "erase", presses=True)
    assert places(fresh_server, PLANTED) == [] and places(fresh_server, "Samphire") == []
    assert fresh_server.run("check-record").returncode == 0
    people = group.fay.open().layers["everyone"]["people"]  # type: ignore[attr-defined]
    assert people[str(sam.id)]["name"] == "Somebody"


def test_A3a_unnamed_things_are_asked_about_apart_and_go_later_at_random_times(
    fresh_server: Server, group: Doors
) -> None:
    sam = group.arrive("Sam")
    for number in range(8):
        sam.post("WriteNote", text=f"Unnamed {number}: {PLANTED}", unnamed=True)
    mine(sam, "erase", presses=True, unnamed="take-back")
    times = fresh_server.beside(due, group.address)
    gaps = {round(later[1] - earlier[1]) for earlier, later in pairwise(times)}
    assert (
        len(times) == 8
        and len(gaps) == 7
        and max(at for _, at in times) - min(at for _, at in times) < 72 * 3600
    )
    assert PLANTED in str(group.fay.open().layers)  # type: ignore[attr-defined]
    fresh_server.stop()
    fresh_server.beside(take_back, 73)
    fresh_server.start()
    assert places(fresh_server, PLANTED) == [] and fresh_server.beside(due, group.address) == []


def test_A3b_what_is_due_goes_however_many_copies_were_covered_within_the_hour(
    fresh_server: Server, group: Doors
) -> None:
    sam = group.arrive("Sam")
    written(sam)
    group.fay.post("WriteNote", text=f"I heard that unnamed: {PLANTED}")  # type: ignore[attr-defined]
    mine(sam, "erase", presses=True, unnamed="take-back")
    # as if very many lay covered already
    fresh_server.beside(take_back, 80, most_copies=0)
    assert fresh_server.beside(due, sam.address) == []


def test_A3b_unnamed_things_that_are_left_stay(fresh_server: Server, group: Doors) -> None:
    sam = group.arrive("Sam")
    sam.post("WriteNote", text=f"Unnamed: {PLANTED}", unnamed=True)
    mine(sam, "erase", presses=True, unnamed="leave")
    assert fresh_server.beside(due, group.address) == [] and places(fresh_server, PLANTED)


def test_W29_erasing_a_registration_frees_its_place_and_works_again_afterwards(
    announced: Announce,
) -> None:
    workshop = announced(places=1)
    yarrow = workshop.registers("Yarrow", "yarrow@example.org")
    workshop.registers("Rush", "rush@example.org")
    assert "It is erased" in mine(yarrow, "erase", presses=True)
    assert workshop.states()["Rush"] == "offered"
    assert everything(yarrow)["registration"]["name"] == ""
    assert yarrow.presses("come").status_code == 400
    assert "It is erased" in mine(yarrow, "erase", presses=True)


def test_W29_text_that_the_group_worded_stays(group: Doors) -> None:
    sam, fay = group.arrive("Sam"), group.fay  # type: ignore[attr-defined]
    note = sam.post("WriteNote", text="Pay within thirty days").json()["made"]
    aim = fay.post("AddAim", text="We pay soon", rests_on=[note]).json()["made"]
    mine(sam, "erase", presses=True)
    layers = fay.open().layers["everyone"]
    assert layers["aims"][str(aim)]["text"] == "We pay soon" and "thirty days" not in str(layers)


def test_E10a_erasing_shows_copies_first_and_each_can_stand(group: Doors) -> None:
    sam, tess, fay = group.arrive("Sam"), group.arrive("Tess"), group.fay  # type: ignore[attr-defined]
    sam.post("WriteNote", text=PLANTED)
    sam.post("WriteNote", text="Nobody asked", unnamed=True)
    aim = fay.post("AddAim", text=f"No more of this: {PLANTED}", rests_on=[]).json()["made"]
    tess.post("WriteNote", text=f"I heard: {PLANTED}")
    page = mine(sam, "erase")
    assert (
        f"No more of this: <mark>{PLANTED}</mark>" in page
        and f"I heard: <mark>{PLANTED}</mark>" in page
    )
    assert re.search(
        rf'value="{aim}"[^>]*checked', mine(sam, "erase", presses=True, stand=str(aim))
    )
    assert "It is erased" in mine(sam, "erase", presses=True, stand=str(aim), unnamed="leave")
    seen = str(fay.open().layers)
    assert f"No more of this: {PLANTED}" in seen and "I heard: ███" in seen


def test_W29_erasing_that_a_crash_cut_off_says_how_much_is_left_and_goes_on(
    fresh_server: Server, group: Doors
) -> None:
    sam = group.arrive("Sam")
    things = [
        sam.post("WriteNote", text=f"Note {number}: {PLANTED}").json()["made"]
        for number in range(3)
    ]
    fresh_server.beside(cut_off, group.address, sam.id, things)
    page = mine(sam, "erase")
    assert "It is being erased" in page and "3 things that you wrote or told are left" in page
    fresh_server.kill()
    fresh_server.beside(go_on)
    fresh_server.start()
    assert places(fresh_server, PLANTED) == [] and "It is erased" in mine(sam, "erase?erased=yes")


def test_W29_who_was_shown_out_erases_everything_too(group: Doors) -> None:
    sam, fay = group.arrive("Sam"), group.fay  # type: ignore[attr-defined]
    sam.post("WriteNote", text=PLANTED)
    fay.post("RemovePerson", person=sam.id)
    assert "It is erased" in mine(sam, "erase", presses=True, unnamed="leave")
    assert PLANTED not in str(fay.open().layers)


def test_W29_nobody_else_opens_it(announced: Announce) -> None:
    workshop = announced()
    workshop.registers("Yarrow")
    for path in ("everything", "everything.json", "erase"):
        assert workshop.somebody().get(f"/w/{workshop.address}/mine/{path}").status_code == 404
