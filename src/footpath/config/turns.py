"""Turns: how many views run at once, and how many of these one workshop, and one person, may have.

A crowd that comes at one moment waits its turn, instead of using up the database; and whoever asks for many long pages
waits behind themselves, not in front of another workshop.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from footpath.config import making_pages, second_process
from footpath.config.kept_threads import is_kept
from footpath.workshops import failing

AT_ONCE = 24
"""Each view at work holds a connection, and PostgreSQL gives a hundred to all processes together by default."""
OF_ONE_WORKSHOP = 12
"""Of these for one workshop, and for everything that belongs to none."""
LONG_AT_ONCE = 2
"""Long pages at work in all: Python runs one thread at a time, and more would only take time from whoever writes."""
SHORT = 0.03
"""Seconds of the processor's time after which a long page was short all the same."""
MOST_LARGE = 1_000
"""Workshops that are remembered as large: their long pages are made in a second process."""
WAITING_OF_A_WORKSHOP = 240
"""Four rooms of sixty, each person with a page."""
WAITING_OF_A_PERSON = 12
"""Two browsers that each ask for all that they ask for at once."""
REFUSED_AFTER = 1.0
"""Seconds, so that whoever asks again and again asks seldom."""

LONG = frozenset({
    "copies", "take-back", "my-line", "my-lines", "my-opened", "my-words", "mine-erase", "mine-everything",
    "mine-everything-json", "outline", "outline-markdown", "outline-members", "outline-members-markdown",
    "outline-opened", "outline-outside", "outline-outside-markdown", "record", "research-paraphrases",
})  # fmt: skip
"""The pages whose making grows with the workshop."""


class TooMany(Exception):
    """So many wait already that another would not have its turn soon."""


class _Lane:
    def __init__(self, places: int) -> None:
        self.places = threading.Semaphore(places)
        self.here = 0


class _Lanes:
    """Places for each of many, which are kept only while somebody has one or waits for one."""

    def __init__(self, places: int, most: int) -> None:
        """So many places each, and so many people with and without one."""
        self._each, self._most = places, most
        self._lanes: dict[str, _Lane] = {}
        self._counting = threading.Lock()

    @contextmanager
    def place(self, key: str) -> Generator[None]:
        """Wait for a place.

        Raises:
            TooMany: when too many wait already.
        """
        with self._counting:
            lane = self._lanes.setdefault(key, _Lane(self._each))
            if lane.here >= self._most:
                raise TooMany
            lane.here += 1
        try:
            with lane.places:
                yield
        finally:
            with self._counting:
                lane.here -= 1
                if not lane.here:
                    del self._lanes[key]


_all = threading.BoundedSemaphore(AT_ONCE)
_long = threading.BoundedSemaphore(LONG_AT_ONCE)
_workshops = _Lanes(OF_ONE_WORKSHOP, WAITING_OF_A_WORKSHOP)
_long_of_workshops = _Lanes(1, WAITING_OF_A_WORKSHOP)
_long_of_persons = _Lanes(1, WAITING_OF_A_PERSON)
_large: OrderedDict[str, None] = OrderedDict()


@contextmanager
def _long_place(workshop: str) -> Generator[None]:
    """A place for a long page, which rests afterwards for as long as the page took: half of the time is for others.

    A workshop whose page took long is large from then on.
    """
    _long.acquire()
    began = time.thread_time()
    try:
        yield
    finally:
        if (took := time.thread_time() - began) < SHORT:
            _long.release()
        else:
            _large[workshop] = None
            while len(_large) > MOST_LARGE:
                _large.popitem(last=False)
            rest = threading.Timer(took, _long.release)
            rest.daemon = True
            rest.start()


class InTurn:
    """Innermost of all middleware, around the view alone: sending a page to a slow phone holds nobody up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the view."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the view run once there is a place, and give its connection back before the page goes out."""
        if making_pages.is_here():
            return self.get_response(request)
        workshop, page = _asked_for(request)
        try:
            with ExitStack() as turn:
                if page in LONG:
                    _take_long(turn, request, workshop)
                    elsewhere = workshop in _large and request.method == "GET"
                    if elsewhere and (made := second_process.page(request)) is not None:
                        return made
                    turn.enter_context(_long_place(workshop))
                turn.enter_context(_workshops.place(workshop))
                turn.enter_context(_all)
                return self._run(request)
        except TooMany:
            time.sleep(REFUSED_AFTER)
            return failing.too_many(request)

    def _run(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            if not connection.in_atomic_block and not is_kept():
                connection.close()


def _take_long(turn: ExitStack, request: HttpRequest, workshop: str) -> None:
    """The places of a long page, the narrowest first: who waits for one holds none that others wait for."""
    whose = request.COOKIES.get(f"footpath-{workshop}") or request.COOKIES.get(f"footpath-mine-{workshop}")
    if whose and request.method == "GET":  # readers by a link alone may be a whole room behind one address
        turn.enter_context(_long_of_persons.place(f"{workshop} {whose}"))
    turn.enter_context(_long_of_workshops.place(workshop))


def _asked_for(request: HttpRequest) -> tuple[str, str]:
    """The address of the workshop to which a page belongs, or nothing; and what the page is called."""
    try:
        found = resolve(request.path_info)
    except Resolver404:
        return "", ""
    return (found.kwargs["address"] if found.route.startswith("w/") else ""), found.url_name or ""
