"""Who makes room where places run out, and how long an answer may lie unread; by a clock of the
test's own (L1, L6).
"""

from footpath.limits.connection_places import (
    MOST,
    WAITING_OF_ONE,
    ConnectionPlace,
    ConnectionPlaces,
)
from footpath.limits.connections import Entrance


class Heard:
    """A connection that only remembers how it ended."""

    def __init__(self, waits_unread: int = 0) -> None:
        """Nothing happened."""
        self.ended, self.left_unread = "", waits_unread

    def end(self, *, too_slow: bool) -> None:
        self.ended = "slow" if too_slow else "gave way"

    def cut(self) -> None:
        self.ended = "cut"

    def unsent(self) -> int:
        return self.left_unread

    def is_held_up(self) -> bool:
        return False


def come(
    places: ConnectionPlaces, network: str | None, *, busy: bool = False
) -> tuple[Heard, ConnectionPlace | None]:
    line = Heard()
    place = places.take(line, network, 0.0)
    if place is not None and busy:
        places.works(place, 0.0, arriving=False)
    return line, place


def test_L6a_an_assembly_behind_one_address_finds_places() -> None:
    places = ConnectionPlaces(MOST)
    people = [come(places, "192.0.2.1", busy=True) for _ in range(4_000)]
    assert all(place is not None for _, place in people)


def test_L1a_one_network_leaves_most_places_to_others() -> None:
    places = ConnectionPlaces(100)
    floods = [come(places, "192.0.2.1", busy=True)[1] for _ in range(100)]
    assert [place is not None for place in floods].count(True) == 25
    assert come(places, "192.0.2.2", busy=True)[1] is not None


def test_L1a_whoever_waited_longest_makes_room_first_of_the_same_network() -> None:
    places = ConnectionPlaces(MOST)
    elsewhere = come(places, "192.0.2.2")
    waiting = [come(places, "192.0.2.1") for _ in range(WAITING_OF_ONE + 2)]
    assert [line.ended for line, _ in waiting[:3]] == ["gave way", "gave way", ""]
    assert elsewhere[0].ended == ""


def test_L1a_where_all_places_are_taken_silence_makes_room_and_work_does_not() -> None:
    places = ConnectionPlaces(8)
    silent = come(places, None)
    working = [come(places, None, busy=True) for _ in range(7)]
    assert come(places, None, busy=True)[1] is not None
    assert silent[0].ended == "gave way"
    assert come(places, None)[1] is None
    places.leave(working[0][1] or ConnectionPlace(Heard(), None, 0.0))
    assert come(places, None)[1] is not None


def sends(places: ConnectionPlaces, network: str, began: float) -> Heard:
    """Somebody whose body is on its way."""
    line = Heard()
    place = places.take(line, network, began)
    assert place is not None
    places.works(place, began, arriving=True)
    return line


def test_L1a_where_all_places_are_busy_the_longest_on_its_way_of_the_busiest_network_goes() -> None:
    places = ConnectionPlaces(20)
    alone = sends(places, "192.0.2.9", 0.0)
    floods = [
        [sends(places, f"198.51.100.{n}", 1.0 + at) for at in range(5 - (n > 2))] for n in range(4)
    ]
    assert places.taken == 20
    assert come(places, "192.0.2.1")[1] is not None
    assert [line.ended for line in floods[0]] == ["slow", "", "", "", ""]
    assert alone.ended == ""


def test_L1a_who_is_busiest_drives_nobody_else_out() -> None:
    places = ConnectionPlaces(8)
    others = [sends(places, f"192.0.2.{n}", 0.0) for n in range(7)]
    come(places, "198.51.100.1", busy=True)
    assert come(places, "198.51.100.1")[1] is None
    assert [line.ended for line in others] == [""] * 7


def test_L1a_a_body_that_has_come_is_on_its_way_no_more() -> None:
    places = ConnectionPlaces(4)
    _, place = come(places, "192.0.2.1")
    assert place is not None
    places.works(place, 0.0, arriving=True)
    places.has_come(place)
    assert [come(places, f"192.0.2.{n}", busy=True)[1] is None for n in range(2, 6)] == [
        False,
        False,
        False,
        True,
    ]


def test_L1a_who_left_while_they_sent_is_asked_for_no_room() -> None:
    places = ConnectionPlaces(4)
    _, place = come(places, "192.0.2.1")
    assert place is not None
    places.works(place, 0.0, arriving=True)
    places.leave(place)
    assert [come(places, f"192.0.2.{n}", busy=True)[1] is None for n in (2, 3, 4, 5, 1)] == [
        False
    ] * 4 + [True]


def test_L1a_all_networks_of_one_site_have_a_quarter_of_the_places_together() -> None:
    entrance = Entrance(MOST)
    entrance._proxies = []
    assert len({entrance.network_of(f"2001:db8:aa:{n:x}::1") for n in range(5)}) == 1


def test_L1a_who_showed_a_ticket_counts_for_their_network_no_longer() -> None:
    places = ConnectionPlaces(8)
    for _ in range(8):
        _, place = come(places, "192.0.2.1", busy=True)
        assert place is not None
        places.is_known(place)


def test_L1a_an_answer_that_nobody_reads_is_cut_and_one_that_is_read_slowly_is_not() -> None:
    places = ConnectionPlaces(8)
    (unread, _), (slow, _), (trickling, _) = [come(places, None, busy=True) for _ in range(3)]
    unread.left_unread, slow.left_unread, trickling.left_unread = 100_000, 1_000_000, 100_000
    for second in range(150):
        slow.left_unread -= 200
        trickling.left_unread -= 10
        places.look_round(float(second))
    assert (unread.ended, slow.ended, trickling.ended) == ("cut", "", "cut")
