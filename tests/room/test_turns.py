"""Turns: one workshop's pages, and one person's, wait behind themselves and not in front of others."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from serving import Doors

from footpath.config import turns
from footpath.config.turns import InTurn


class Views:
    """Views that are at work until they may go on, behind the turns that every view waits for."""

    def __init__(self) -> None:
        """Nobody asks yet."""
        self.at_work: list[str] = []
        self.go_on = threading.Event()
        self._changed = threading.Condition()
        self._in_turn = InTurn(self._view)

    def _view(self, request: HttpRequest) -> HttpResponse:
        with self._changed:
            self.at_work.append(request.path)
            self._changed.notify_all()
        self.go_on.wait(20)
        return HttpResponse("There")

    def ask(self, path: str, person: str = "") -> int:
        """Ask for a page; how it was answered."""
        request = RequestFactory().get(path)
        if person:
            request.COOKIES[f"footpath-{path.split('/')[2]}"] = person
        return self._in_turn(request).status_code

    def until(self, path: str, times: int = 1, seconds: float = 10) -> bool:
        """Wait until the page is made so many times at once, for a while."""
        with self._changed:
            return self._changed.wait_for(lambda: self.at_work.count(path) >= times, seconds)


@pytest.fixture
def views() -> Iterator[Views]:
    made = Views()
    yield made
    made.go_on.set()


@contextmanager
def asking(views: Views) -> Iterator[ThreadPoolExecutor]:
    """Many at once; in the end everybody is answered."""
    with ThreadPoolExecutor(80) as pool:
        try:
            yield pool
        finally:
            views.go_on.set()


def test_L2_one_workshops_pages_leave_places_to_another(views: Views) -> None:
    with asking(views) as pool:
        for _ in range(turns.AT_ONCE + 10):
            pool.submit(views.ask, "/w/crowded/keep")
        assert views.until("/w/crowded/keep", turns.OF_ONE_WORKSHOP)
        pool.submit(views.ask, "/w/quiet/keep")
        assert views.until("/w/quiet/keep")
        assert views.at_work.count("/w/crowded/keep") == turns.OF_ONE_WORKSHOP


def test_L2_strangers_leave_places_to_who_is_somewhere(views: Views) -> None:
    with asking(views) as pool:
        for _ in range(turns.AT_ONCE + 10):
            pool.submit(views.ask, "/code")
        assert views.until("/code", turns.OF_ONE_WORKSHOP)
        pool.submit(views.ask, "/w/quiet/keep")
        assert views.until("/w/quiet/keep")


def test_L2_a_workshops_long_pages_hold_up_neither_its_short_ones_nor_anothers_long_ones(views: Views) -> None:
    with asking(views) as pool:
        for person in range(30):
            pool.submit(views.ask, "/w/crowded/outline", f"{person}.token")
        assert views.until("/w/crowded/outline")
        pool.submit(views.ask, "/w/crowded/keep")
        pool.submit(views.ask, "/w/quiet/outline")
        assert views.until("/w/crowded/keep") and views.until("/w/quiet/outline")
        assert views.at_work.count("/w/crowded/outline") == 1


def test_L2_who_asks_for_very_many_long_pages_at_once_is_told_to_wait(views: Views) -> None:
    with asking(views) as pool:
        first = [pool.submit(views.ask, "/w/crowded/outline", "1.token") for _ in range(turns.WAITING_OF_A_PERSON)]
        assert views.until("/w/crowded/outline")
        views.until("/w/crowded/outline", 2, seconds=0.5)  # no second one is made: whoever asked waits by now
        assert views.ask("/w/crowded/outline", "1.token") == 429
        other = pool.submit(views.ask, "/w/crowded/outline", "2.token")
        views.go_on.set()
        assert {one.result(20) for one in (*first, other)} == {200}


def test_L2_a_room_of_sixty_loads_its_longest_page_at_once(doors: Doors) -> None:
    people = [doors.arrive(f"Sam {n}") for n in range(6)]
    with ThreadPoolExecutor(60) as pool:
        read = list(pool.map(lambda n: people[n % 6].get(f"/w/{doors.address}/outline").status_code, range(60)))
    assert read == [200] * 60


def test_L2_after_a_long_page_its_place_rests_as_long_as_the_page_took() -> None:
    with turns._long_place("long"):
        until = time.thread_time() + 0.2
        while time.thread_time() < until:
            pass
    free = [turns._long.acquire(blocking=False) for _ in range(turns.LONG_AT_ONCE)]
    assert free.count(True) == turns.LONG_AT_ONCE - 1
    assert turns._long.acquire(timeout=5), "and is there again"
    for _ in range(turns.LONG_AT_ONCE):
        turns._long.release()
