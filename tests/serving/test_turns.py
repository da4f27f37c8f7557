"""Turns: one workshop's pages, and one person's, wait behind themselves and not
in front of others.
"""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from served import Doors

from footpath.limits.queues import aside
from footpath.serving import views_in_turn
from footpath.serving.views_in_turn import ViewsInTurn
from footpath.workshops import doors
from footpath.workshops.models import Workshop


class Views:
    """Views that are at work until they may go on, behind the turns that every view waits for."""

    def __init__(self) -> None:
        """Nobody asks yet."""
        self.at_work: list[str] = []
        self.go_on, self._one = threading.Event(), threading.Semaphore(0)
        self._changed = threading.Condition()
        self._in_turn = ViewsInTurn(self._view)

    def _view(self, request: HttpRequest) -> HttpResponse:
        with self._changed:
            self.at_work.append(request.path)
            self._changed.notify_all()
        if request.method == "POST":
            with aside():
                self.go_on.wait(20)
        while not self.go_on.wait(0.02):
            if self._one.acquire(blocking=False):
                break
        return HttpResponse("There")

    def ask(
        self,
        path: str,
        person: int = 0,
        cookie: str = "",
        network: str = "192.0.2.1",
        method: str = "GET",
    ) -> int:
        """Ask for a page; how it was answered."""
        request, address = (
            RequestFactory().generic(method, path, REMOTE_ADDR=network),
            (path + "//").split("/")[2],
        )
        if person:
            cookie = (
                f"{person}.{doors.personal_token(Workshop.objects.get(address=address), person)}"
            )
        if cookie:
            request.COOKIES[f"footpath-{address}"] = cookie
        return self._in_turn(request).status_code

    def one_by_one(self, times: int) -> None:
        """Let so many go on, whoever they are."""
        self._one.release(times)

    def until(self, path: str, times: int = 1, seconds: float = 10) -> bool:
        """Wait until the page is made so many times at once, for a while."""
        with self._changed:
            return self._changed.wait_for(lambda: self.at_work.count(path) >= times, seconds)


@pytest.fixture
def views(transactional_db: None) -> Iterator[Views]:
    for address in ("crowded", "quiet"):
        Workshop.objects.create(address=address, title="Buying", made_with=address)
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


def test_L2c_one_workshops_pages_leave_places_to_another(views: Views) -> None:
    with asking(views) as pool:
        for _ in range(views_in_turn.AT_ONCE + 10):
            pool.submit(views.ask, "/w/crowded/keep")
        assert views.until("/w/crowded/keep", views_in_turn.OF_ONE_WORKSHOP)
        pool.submit(views.ask, "/w/quiet/keep")
        assert views.until("/w/quiet/keep")
        assert views.at_work.count("/w/crowded/keep") == views_in_turn.OF_ONE_WORKSHOP


def test_L2a_strangers_leave_places_to_who_is_somewhere(views: Views) -> None:
    with asking(views) as pool:
        for _ in range(views_in_turn.AT_ONCE + 10):
            pool.submit(views.ask, "/code")
        assert views.until("/code", views_in_turn.OF_ONE_WORKSHOP)
        pool.submit(views.ask, "/w/quiet/keep")
        assert views.until("/w/quiet/keep")


def test_L2c_a_workshops_long_pages_hold_up_neither_its_short_ones_nor_anothers_long_ones(
    views: Views,
) -> None:
    with asking(views) as pool:
        for person in range(30):
            pool.submit(views.ask, "/w/crowded/outline", person + 1)
        assert views.until("/w/crowded/outline")
        pool.submit(views.ask, "/w/crowded/keep")
        pool.submit(views.ask, "/w/quiet/outline")
        assert views.until("/w/crowded/keep") and views.until("/w/quiet/outline")
        assert views.at_work.count("/w/crowded/outline") == 1


def test_L2c_who_asks_for_very_many_long_pages_at_once_is_told_to_wait(views: Views) -> None:
    with asking(views) as pool:
        first = [
            pool.submit(views.ask, "/w/crowded/outline", 1)
            for _ in range(views_in_turn.WAITING_OF_A_PERSON)
        ]
        assert views.until("/w/crowded/outline")
        # no second one is made: whoever asked waits by now
        views.until("/w/crowded/outline", 2, seconds=0.5)
        assert views.ask("/w/crowded/outline", 1) == 429
        other = pool.submit(views.ask, "/w/crowded/outline", 2)
        views.go_on.set()
        assert {one.result(20) for one in (*first, other)} == {200}


def test_L2f_whoever_reads_however_many_they_are_lets_somebody_reach_what_is_theirs(
    views: Views,
) -> None:
    with asking(views) as pool:
        for n in range(30):
            pool.submit(views.ask, "/w/crowded/outline", n + 2)
            pool.submit(views.ask, "/w/crowded/outline", network=f"198.51.100.{n}")
        assert views.until("/w/crowded/outline")
        time.sleep(0.3)  # the others wait by now
        own = pool.submit(views.ask, "/w/crowded/mine/lines", 1)
        time.sleep(0.2)
        views.one_by_one(3)
        assert views.until("/w/crowded/mine/lines")
        views.go_on.set()
        assert own.result(20) == 200


def test_L2f_many_people_from_as_many_networks_of_one_site_let_somebody_reach_what_is_theirs(
    views: Views,
) -> None:
    with asking(views) as pool:
        for n in range(30):
            pool.submit(views.ask, "/w/crowded/mine/erase", n + 2, network=f"2001:db8:aa:{n:x}::1")
            pool.submit(views.ask, "/w/crowded/outline", network=f"2001:db8:aa:{n:x}::2")
        assert views.until("/w/crowded/mine/erase") or views.until("/w/crowded/outline")
        time.sleep(0.3)  # the others wait by now
        own = pool.submit(views.ask, "/w/crowded/mine/lines", 99)
        time.sleep(0.2)
        views.one_by_one(4)
        assert views.until("/w/crowded/mine/lines")
        views.go_on.set()
        assert own.result(20) == 200


def test_L2a_a_strangers_made_up_cookies_are_one_network_and_turn_away_nobody_who_is_known(
    views: Views,
) -> None:
    with asking(views) as pool:
        made_up = [
            pool.submit(views.ask, "/w/crowded/outline", cookie=f"{'0' * (n % 8)}{n}.{'0' * 40}")
            for n in range(60)
        ]
        assert views.until("/w/crowded/outline")
        time.sleep(0.3)
        assert views_in_turn._long_of_workshops._queues["crowded"].here[""] == 1, (
            "the others wait behind their own network"
        )
        views.go_on.set()
        assert {one.result(20) for one in made_up} == {200}


def test_L2e_who_waits_for_the_writer_keeps_nobody_from_a_long_page(views: Views) -> None:
    with asking(views) as pool:
        for person in range(views_in_turn.AT_ONCE + 10):
            pool.submit(views.ask, "/w/crowded/mine/erase", person + 1, method="POST")
        assert views.until("/w/crowded/mine/erase", views_in_turn.AT_ONCE + 10)
        pool.submit(views.ask, "/w/quiet/outline")
        pool.submit(views.ask, "/w/crowded/outline", 99)
        assert views.until("/w/quiet/outline") and views.until("/w/crowded/outline")


def test_L2c_a_room_of_sixty_loads_its_longest_page_at_once(doors: Doors) -> None:
    people = [doors.arrive(f"Sam {n}") for n in range(6)]
    with ThreadPoolExecutor(60) as pool:
        read = list(
            pool.map(
                lambda n: people[n % 6].get(f"/w/{doors.address}/outline").status_code, range(60)
            )
        )
    assert read == [200] * 60


def test_L2c_after_a_long_page_its_place_rests_as_long_as_the_page_took() -> None:
    place = views_in_turn._LongPlace("long", "outline")
    place.take()
    until = time.thread_time() + 0.2
    while time.thread_time() < until:
        pass
    place.give_back()
    free = [views_in_turn._long.acquire(blocking=False) for _ in range(views_in_turn.LONG_AT_ONCE)]
    assert free.count(True) == views_in_turn.LONG_AT_ONCE - 1
    assert views_in_turn._long.acquire(timeout=5), "and is there again"
    for _ in range(views_in_turn.LONG_AT_ONCE):
        views_in_turn._long.release()
