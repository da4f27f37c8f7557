"""Every screen, in both themes, on a laptop and on a phone, has nothing that keeps somebody
with a disability out.
"""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from furnishing import PHASES, Furnished, furnished
from gathering import Gathering
from people import Someone

pytestmark = pytest.mark.browser

SIZES = {"laptop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
NARROW = {"laptop at four times its size": {"width": 320, "height": 256}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SCHEMES: dict[str, dict[str, Any]] = {"light": {}, "dark": COLOURS}
"""What is asked in each: a dark screen differs in its colours alone, as
`tests/house/test_colours.py` proves.
"""

MOMENTS: dict[str, dict[str, Any]] = {
    "aims": {"do": "OpenPhase", "phase": "aims"},
    "the vote": {"do": "OpenVote", "dots_each": 3},
    "after the vote": {"do": "CloseVote"},
    "silence": {"do": "StartSilence"},
    "a break": {"do": "StartBreak", "minutes": 5},
    "closed": {"do": "CloseFlipchart"},
}
"""What a workshop goes through beside its phases."""


CHOSEN = {
    "gather": [
        (".phases .here .number", ".phases .button:not(.here) .number"),
    ],
    "experience": [
        (".view [aria-pressed=true]", ".view [aria-pressed=false]"),
        (".said::before", ".inferred::before"),
    ],
    "process": [("[role=group] > [aria-pressed=true]", "[role=group] > [aria-pressed=false]")],
}
"""What is chosen, or said, and beside it what is not, by the phase in which both are shown."""


def keeps_out(person: Someone, screen: str) -> list[str]:
    """What keeps somebody out of the page in front."""
    found = hard_to_reach(person, screen)
    if not person.page.evaluate("'axe' in window"):  # half a megabyte, once for a page
        person.page.evaluate(AXE_SCRIPT)
    for size, viewport in SIZES.items():
        person.page.set_viewport_size(viewport)  # type: ignore[arg-type]
        for scheme, asked in SCHEMES.items():
            person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            kept = person.runs("keeps_out", asked)
            found += [f"{screen} ({size}, {scheme}) {one}" for one in kept]
    person.page.set_viewport_size(SIZES["laptop"])  # type: ignore[arg-type]
    return found


def hard_to_reach(person: Someone, screen: str) -> list[str]:
    """What has to be scrolled sideways to, or is too small to be met; nobody works on a wall."""
    found: list[str] = []
    for size, viewport in (SIZES | NARROW if "/wall/" not in person.page.url else {}).items():
        person.page.set_viewport_size(viewport)  # type: ignore[arg-type]
        found += [f"{screen} ({size}) {one}" for one in person.runs("hard_to_reach")]
    return found


def test_K4_the_pages_on_the_way_in_keep_nobody_out(come_in: Gathering) -> None:
    fay, mira = come_in("Fay", "facilitator"), come_in("Mira")
    for person in (fay, mira):
        person.sees("What will happen")
    found = keeps_out(fay, "waiting, facilitator") + keeps_out(mira, "waiting")
    room = fay.page.url
    pages = {
        "front": come_in.server, "make": come_in.server + "/make", "code": come_in.server + "/code",
        "sign in": come_in.server + "/sign-in", "join": come_in.links["guest"],
        "join as scribe": come_in.links["scribe"], "own link": room.replace("/room", "/keep"),
        "public": room.replace("/room", ""), "links": room.replace("/room", "/links"),
        "outline, empty": room.replace("/room", "/outline"),
        "people": room.replace("/room", "/people"),
        "everything": room.replace("/room", "/mine/everything"),
        "erase": room.replace("/room", "/mine/erase"), "asked": room.replace("/room", "/mine/asked")
    }  # fmt: skip
    for screen, link in pages.items():
        fay.page.goto(link)
        found += keeps_out(fay, screen)
    late = come_in.somebody("Late")
    late.goes_to(come_in.links["guest"])
    late.sends("Come in")
    found += keeps_out(late, "join, without a name")
    late.forgives("400")
    late.goes_to(room.replace("/room", "/nowhere"))
    late.is_refused()
    found += keeps_out(late, "nothing here")
    assert found == [], "\n".join(found)


@pytest.fixture
def all_there(come_in: Gathering) -> Furnished:
    """A workshop with everything on its flipchart."""
    return furnished(come_in)


def test_K4_no_phase_keeps_anybody_out(all_there: Furnished, come_in: Gathering) -> None:
    fay, found = all_there.fay, []
    wall = come_in.somebody("wall")
    wall.goes_to(come_in.links["wall"])
    for phase in PHASES:
        question = f"phases {phase}"
        fay.asks("OpenPhase", phase=phase)
        for person in (fay, all_there.sam, all_there.olu, wall):
            person.stands_in(phase)
            found += keeps_out(person, f"{question}, {person.name}")
    assert found == [], "\n".join(found)


def test_K4_no_moment_of_the_workshop_keeps_anybody_out(
    all_there: Furnished, come_in: Gathering
) -> None:
    fay, sam = all_there.fay, all_there.sam
    wall = come_in.somebody("wall")
    wall.goes_to(come_in.links["wall"])
    found = []
    for screen, command in MOMENTS.items():
        fay.asks(**command)
        for person in (fay, sam, wall):
            person.catches_up_with(fay)
            found += keeps_out(person, f"{screen}, {person.name}")
    assert found == [], "\n".join(found)


def test_K4_the_outline_keeps_nobody_out(all_there: Furnished) -> None:
    fay, sam = all_there.fay, all_there.sam
    found = []
    for person in (fay, sam):
        person.page.goto(person.page.url.replace("/room", "/outline"))
        found += keeps_out(person, "outline")
        with person.page.expect_navigation():
            person.page.get_by_role("main").get_by_role("link").first.click()
        found += keeps_out(person, "outline, a thread")
    assert found == [], "\n".join(found)


def test_K5_in_the_systems_own_colours_it_can_be_seen_what_is_chosen(
    all_there: Furnished,
) -> None:
    fay = all_there.fay
    fay.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for phase, pairs in CHOSEN.items():
        fay.asks("OpenPhase", phase=phase)
        fay.stands_in(phase)
        for chosen, other in pairs:
            looks = fay.runs("looks", chosen), fay.runs("looks", other)
            assert looks[0]["filled"] != looks[1]["filled"], (phase, chosen, looks)
            legible = "::" in chosen or looks[0]["filled"] != looks[0]["written"]
            assert legible, (phase, chosen, looks)
    fay.page.goto(fay.page.url.replace("/room", "/outline"))
    editions = [fay.runs("looks", f".editions a{one}") for one in ("[aria-current]", ":last-child")]
    assert editions[0]["edged"] != editions[1]["edged"], editions
