"""Every screen, in both themes, on a laptop and on a phone, has nothing that keeps somebody with a disability out."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from furnishing import PHASES, Furnished, furnished
from people import Gathering, Someone

pytestmark = pytest.mark.browser

SIZES = {"laptop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
FOUND = """() => axe.run({resultTypes: ["violations"]}).then(({violations}) => violations.flatMap(
    one => one.nodes.map(node => `${one.id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`)))"""


def keeps_out(person: Someone, screen: str) -> list[str]:
    """What keeps somebody out of the page in front."""
    found: list[str] = []
    person.page.evaluate(AXE_SCRIPT)
    for size, viewport in SIZES.items():
        person.page.set_viewport_size(viewport)  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            found += [f"{screen} ({size}, {scheme}) {one}" for one in person.page.evaluate(FOUND)]
    person.page.set_viewport_size(SIZES["laptop"])  # type: ignore[arg-type]
    return found


def test_the_pages_on_the_way_in_keep_nobody_out(come_in: Gathering) -> None:
    fay, mira = come_in("Fay", "facilitator"), come_in("Mira")
    found = keeps_out(fay, "waiting, facilitator") + keeps_out(mira, "waiting")
    room = fay.page.url
    pages = {"start": come_in.server, "code": come_in.server + "/code", "join": come_in.links["guest"],
             "join as scribe": come_in.links["scribe"], "own link": room.replace("/room", "/keep"),
             "public": room.replace("/room", ""), "links": room.replace("/room", "/links"),
             "outline, empty": room.replace("/room", "/outline")}  # fmt: skip
    for screen, link in pages.items():
        fay.page.goto(link)
        found += keeps_out(fay, screen)
    late = come_in.somebody("Late")
    late.goes_to(come_in.links["guest"])
    late.presses("Come in")
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


def test_no_phase_keeps_anybody_out(all_there: Furnished, come_in: Gathering) -> None:
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
