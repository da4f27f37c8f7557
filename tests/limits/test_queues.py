"""Queues: whoever comes as very many keeps nobody out who was known before them, nor who
comes from elsewhere.
"""

import threading
import time

from footpath.limits.queues import Queues, TooMany

KEY = "workshop"


class Line:
    """People who wait for one place, each in a thread; who had it, and who was
    turned away, in order.
    """

    def __init__(self, most: int, in_all: int = 100) -> None:
        """Somebody has the place."""
        self.queues, self.came = Queues(1, most, in_all), list[str]()
        self.queues.take(KEY, "others")
        self.threads = list[threading.Thread]()

    def waits(self, who: str, kind: str, since: int) -> None:
        def take() -> None:
            try:
                self.queues.take(KEY, kind, since)
                self.came.append(who)
                self.queues.give_back(KEY, kind)
            except TooMany:
                self.came.append(f"not {who}")

        self.threads.append(thread := threading.Thread(target=take))
        thread.start()
        time.sleep(0.02)

    def goes_on(self) -> list[str]:
        self.queues.give_back(KEY, "others")
        for thread in self.threads:
            thread.join(10)
        return self.came


def test_L2c_of_many_who_wait_every_second_turn_is_for_who_was_known_first() -> None:
    line = Line(most=100)
    for n in range(6):
        line.waits(f"late {n}", "network", 100 + n)
    line.waits("early", "network", 1)
    assert line.goes_on().index("early") == 1


def test_L2c_who_was_known_first_is_never_turned_away_for_who_came_as_many() -> None:
    line = Line(most=3)
    for n in range(3):
        line.waits(f"late {n}", "network", 100 + n)
    line.waits("early", "network", 1)
    line.waits("latest", "network", 200)
    assert line.goes_on()[:2] == ["not late 2", "not latest"]
    assert "early" in line.came


def test_L2c_those_of_one_network_take_turns_with_those_of_another() -> None:
    line = Line(most=100)
    for n in range(6):
        line.waits(f"here {n}", "one network", n)
    line.waits("elsewhere", "another", 500)
    assert line.goes_on().index("elsewhere") == 1


def test_L2c_of_many_networks_too_whoever_was_known_first_waits_for_few() -> None:
    line = Line(most=100)
    for n in range(12):
        line.waits(f"late {n}", f"network {n}", 100 + n)
    line.waits("early", "another", 1)
    assert line.goes_on().index("early") == 2


def test_L2c_how_many_wait_of_all_networks_has_a_bound_that_turns_away_who_was_known_last() -> None:
    line = Line(most=100, in_all=4)
    for n in range(3):
        line.waits(f"late {n}", f"network {n}", 100 + n)
    line.waits("early", "another", 1)
    line.waits("latest", "one more", 200)
    assert line.goes_on()[:2] == ["not late 2", "not latest"]
    assert sorted(line.came[2:]) == ["early", "late 0", "late 1"]
