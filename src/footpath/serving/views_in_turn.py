"""Turns: how many views run at once, and how many of these one workshop, and one person, may have.

A crowd that comes at one moment waits its turn, instead of using up the database; and whoever asks
for many long pages waits behind themselves, not in front of another workshop.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from footpath.limits.attempts import networks_of
from footpath.limits.queues import PlacesInTurn, Queues, TooMany, turn
from footpath.pages import failing
from footpath.serving import making_pages, second_process
from footpath.serving.database_threads import is_kept
from footpath.serving.who_asks import who_asks

AT_ONCE = 24
"""Each view at work holds a connection, and PostgreSQL gives a hundred to all processes
together by default.
"""
OF_ONE_WORKSHOP = 12
"""Of these for one workshop, and for everything that belongs to none."""
LONG_AT_ONCE = 2
"""Long pages at work in all: Python runs one thread at a time, and more would only take time
from whoever writes.
"""
SHORT = 0.03
"""Seconds of the processor's time after which a long page was short all the same."""
MOST_LARGE = 1_000
"""Workshops that are remembered as large: their long pages are made in a second process."""
WAITING_OF_A_WORKSHOP = 240
"""Four rooms of sixty behind one address, each person with a page; and as many again
of each other kind.
"""
WAITING_IN_ALL = 2_000
"""An assembly whose people are each at home: every one of them waits in a thread."""
WAITING_OF_A_PERSON = 12
"""Two browsers that each ask for all that they ask for at once."""
WAITING_OF_A_NETWORK = 120
"""Two rooms of sixty who read by a link alone, behind one address."""
LAST = 2**63
"""Nobody knows since when somebody is there who holds a link, or nothing."""
REFUSED_AFTER = 1.0
"""Seconds, so that whoever asks again and again asks seldom."""

LONG = frozenset({
    "copies", "take-back", "my-line", "my-lines", "my-opened", "my-words", "mine-erase",
    "mine-everything", "mine-everything-json", "outline", "outline-markdown", "outline-members",
    "outline-members-markdown", "outline-opened", "outline-outside", "outline-outside-markdown",
    "record", "research-paraphrases", "similar",
})  # fmt: skip
"""The pages whose making grows with the workshop."""


RIGHTS = frozenset({
    "copies", "take-back", "my-line", "my-lines", "my-opened", "my-words", "mine-erase",
    "mine-everything", "mine-everything-json",
})  # fmt: skip
"""Those by which somebody has what is theirs: they wait for each other, and for one page of
all who only read.
"""

_all = threading.BoundedSemaphore(AT_ONCE)
_long = threading.BoundedSemaphore(LONG_AT_ONCE)
_workshops = Queues(OF_ONE_WORKSHOP, WAITING_OF_A_WORKSHOP, WAITING_IN_ALL)
_long_of_workshops = Queues(1, WAITING_OF_A_WORKSHOP, WAITING_IN_ALL)
_long_of_persons = Queues(1, WAITING_OF_A_PERSON, WAITING_OF_A_PERSON)
_long_of_networks = Queues(1, WAITING_OF_A_NETWORK, WAITING_OF_A_NETWORK)
_large: OrderedDict[str, None] = OrderedDict()
made_before = set[str]()
"""Kinds of long pages, by name: the first of a kind reads its templates, which takes longer than a
small workshop's page and says nothing of the workshop.
"""


class _LongPlace:
    """A place for a long page, which rests afterwards for as long as the page took: half of the
    time is for others.

    A workshop whose page took long is large from then on.
    """

    def __init__(self, workshop: str, page: str) -> None:
        """Not taken yet."""
        self._workshop, self._page, self._began = workshop, page, 0.0

    def take(self, again: bool = False) -> None:
        """Wait for one."""
        _long.acquire()
        self._began = time.thread_time()

    def give_back(self) -> None:
        """Let the next have it, after the rest."""
        took, is_first = time.thread_time() - self._began, self._page not in made_before
        made_before.add(self._page)
        if took < SHORT:
            _long.release()
            return
        if not is_first:
            _large[self._workshop] = None
        while len(_large) > MOST_LARGE:
            _large.popitem(last=False)
        rest = threading.Timer(took, _long.release)
        rest.daemon = True
        rest.start()


class ViewsInTurn:
    """Innermost of all middleware, around the view alone: sending a page to a slow
    phone holds nobody up.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the view."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the view run once there is a place, and give its connection back before
        the page goes out.
        """
        if making_pages.is_here():
            return self.get_response(request)
        workshop, page = _asked_for(request)
        try:
            whose = _whose(request, workshop)
            with turn(_leave) as here:
                if page in LONG:
                    _take_long(here, request, workshop, page, whose)
                    elsewhere = workshop in _large and request.method == "GET"
                    if elsewhere and (made := second_process.page(request)) is not None:
                        return made
                    place = _LongPlace(workshop, page)
                    here.take(place.take, place.give_back)
                here.in_queue(
                    _workshops,
                    workshop,
                    f"known {_network(request)}" if whose else "",
                    _since(whose),
                )
                here.take(_take_one_of_all, _all.release)
                return self._run(request)
        except TooMany:
            time.sleep(REFUSED_AFTER)
            return failing.too_many(request)

    def _run(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            _leave()


def _take_one_of_all(again: bool = False) -> None:
    _all.acquire()


def _leave() -> bool:
    """Give the thread's connection back, where it has none for good; False within a
    transaction, which goes on.
    """
    if connection.in_atomic_block:
        return False
    if not is_kept():
        connection.close()
    return True


def _whose(request: HttpRequest, workshop: str) -> str:
    """Who asks, as far as their device can show it; for this too the database is used in turn."""
    try:
        return who_asks(request, workshop, _all) if workshop else ""
    finally:
        _leave()


def _take_long(
    here: PlacesInTurn, request: HttpRequest, workshop: str, page: str, whose: str
) -> None:
    """The places of a long page, the narrowest first: who waits for one holds none
    that others wait for.

    Who reads by a link alone may be a whole room behind one address, so a network's pages are made
    one after another.
    """
    if whose:
        here.in_queue(_long_of_persons, f"{workshop} {whose}")
        kind = f"{'rights' if page in RIGHTS else 'known'} {_network(request)}"
        here.in_queue(_long_of_workshops, workshop, kind, _since(whose))
    else:
        here.in_queue(_long_of_networks, f"{workshop} {_network(request)}")
        here.in_queue(_long_of_workshops, workshop, since=LAST)


def _network(request: HttpRequest) -> str:
    """By which network they came, of IPv6 the whole site: those of one take turns with those of
    another, however many people they are.
    """
    return networks_of(request.META.get("REMOTE_ADDR", ""))[-1]


def _since(whose: str) -> int:
    """Who was known earlier has a smaller one: the numbers of persons, and of
    registrations, count up.
    """
    return int(whose.rpartition(" ")[2]) if whose else LAST


def _asked_for(request: HttpRequest) -> tuple[str, str]:
    """The address of the workshop to which a page belongs, or nothing; and what
    the page is called.
    """
    try:
        found = resolve(request.path_info)
    except Resolver404:
        return "", ""
    return (found.kwargs["address"] if found.route.startswith("w/") else ""), found.url_name or ""
