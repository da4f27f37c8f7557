"""The main screens of a full session look as they did, light and dark, on laptops, phones and the
wall. Where they are meant to look otherwise, `make golden` keeps how they look now.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from furnishing import PHASES
from gathering import by_name
from golden_pictures import Pictures
from people import PHONE, Someone
from playwright.sync_api import Page
from served import Server
from the_hall import LONDON, hall, shuffles_the_same_way

pytestmark = pytest.mark.browser

LAPTOP, WALL = (1280, 800), (1920, 1080)
PHONES = ((390, 844), (360, 640))
ON_THE_WALL = ("aims", "experience")
FAULTS = {
    "a header higher by a line": "header { margin-top: -24px !important }",
    "another colour": ":root { --accent: #a3324f !important }",
    "a column that is not there": ".side { display: none !important }",
    "a light card on a dark page": "article { background: #f3e2ac !important }",
}
"""What may not pass, each as a style that makes it."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with nothing on it, on which nothing is by chance that is seen."""
    started = by_name(Server(tmp_path_factory.mktemp("data"), None, altered=shuffles_the_same_way))
    yield started
    started.stop()


def announce(address: str) -> None:
    """Announce a workshop of a day that is long ahead."""
    from footpath.notices.models import Notice, Sitting
    from footpath.workshops.models import Workshop

    notice = Notice.objects.create(
        workshop=Workshop.objects.get(address=address),
        state="published",
        what="How the hall is let and lent, and what happens when two groups want one evening.",
        audience="Whoever hires the hall, looks after it, or lives beside it.",
        outcomes="A rough policy that says where each of its lines came from.",
        access="Step-free. There is a loop, and tea.",
        facilitators="Hazel and Siskin",
        place="The hall, small room",
        where_seen_by="everyone",
    )
    starts = datetime(2040, 5, 17, 18, tzinfo=ZoneInfo("Europe/London"))
    Sitting.objects.create(notice=notice, starts_at=starts, ends_at=starts + timedelta(hours=2))


def of_size(somebody: Someone, size: tuple[int, int]) -> Page:
    """Their page, in a window of a size."""
    somebody.page.set_viewport_size({"width": size[0], "height": size[1]})
    return somebody.page


def ways_in(server: Server) -> dict[str, str]:
    """Pages that somebody sees who was never here."""
    doors = server.workshop("Letting and lending the hall")
    server.beside(announce, doors.address)
    return {
        "start": server.base,
        "notice": f"{server.base}/w/{doors.address}",
        "door": doors.links["guest"],
    }


def look_at(pictures: Pictures, laptop: Someone, phone: Someone, link: str, name: str) -> None:
    """Look at a page in every window that people have."""
    laptop.goes_to(link)
    pictures.look(of_size(laptop, LAPTOP), f"{name}-1280")
    phone.goes_to(link)
    for size in PHONES:
        pictures.look(of_size(phone, size), f"{name}-{size[0]}")


def test_the_main_screens_look_as_they_did(
    somebody: Callable[..., Someone], server: Server
) -> None:
    pictures = Pictures()
    laptop, phone = somebody("laptop", **LONDON), somebody("phone", **LONDON | PHONE)
    for name, link in ways_in(server).items():
        look_at(pictures, laptop, phone, link, name)
    with hall(server.base) as full:
        hazel = full.lets_in(laptop, "hazel")
        hazel.asks("OpenPhase", phase="gather")  # from here on they go forward
        plover, wall = full.lets_in(phone, "plover"), somebody("wall", **LONDON)
        of_size(wall, WALL)
        wall.goes_to(full.play.links["wall"])
        hazel.page.reload()
        for phase in PHASES:
            if phase != PHASES[0]:
                hazel.asks("OpenPhase", phase=phase)
            for one in (wall, hazel, plover):
                one.stands_in(phase)
            if phase in ON_THE_WALL:
                pictures.look(wall.page, f"{phase}-wall")
            pictures.look(hazel.page, f"{phase}-facilitator")
            if phase == "aims":
                assert missed(pictures, hazel.page) == []
            for size in PHONES:
                pictures.look(of_size(plover, size), f"{phase}-participant-{size[0]}")
        workshop = f"{server.base}/w/{full.play.address}"
        look_at(pictures, hazel, plover, workshop, "workshop")
    assert pictures.done() == [], "\n".join(pictures.found)


def missed(pictures: Pictures, aims: Page) -> list[str]:
    """The faults with which the aims would pass, on a laptop that is dark."""
    return [
        fault
        for fault, style in FAULTS.items()
        if pictures.misses(aims, "aims-facilitator-dark", style)
    ]
