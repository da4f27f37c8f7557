"""Withdrawals that race with fetching: who withdrew before it began is not in it, who withdrew after is recalled."""

import random
import time
from threading import Barrier, Event, Thread

import pytest
from django.db import connection
from studying import Study

from footpath.research import fetching, recalls
from footpath.research.models import Holding, Recall, Release, ReleasedItem

pytestmark = pytest.mark.django_db(transaction=True)
RACES = 60
FIRST = ("", "", "", "fetch", "withdrawal")


class Race:
    """One withdrawal against several fetches; what was given out, and whether it began after the withdrawal."""

    def __init__(self, study: Study, name: str, chance: random.Random, first: str) -> None:
        """Run both at once, or with one of them ``first``, so that both ends come about however busy the machine is."""
        self.study, self.name, self.release = study, name, study.released()
        self.wait, self.first = chance.random() / 30, first
        self.begin, self.withdrawn, self.fetched = Barrier(2), Event(), Event()
        self.given: list[tuple[bool, bool]] = []
        runs = [Thread(target=run) for run in (self.withdraw, self.fetch)]
        for run in runs:
            run.start()
        for run in runs:
            run.join()

    def withdraw(self) -> None:
        self.begin.wait()
        if self.first == "fetch":
            self.fetched.wait()
        time.sleep(self.wait)
        self.study.answers(self.name, "no", withdrawn=True)
        self.withdrawn.set()
        recalls.after_change(self.study.workshop, self.study.project)
        connection.close()

    def fetch(self) -> None:
        self.begin.wait()
        if self.first == "withdrawal":
            self.withdrawn.wait()
        for _ in range(3):
            release, late = Release.objects.get(pk=self.release.pk), self.withdrawn.is_set()
            self.given.append((late, fetching.fetch(release, self.study.accounts["rook"]) is not None))
            self.fetched.set()
        connection.close()

    def recalled(self) -> bool:
        item = ReleasedItem.objects.get(release=self.release, about=self.study.notes[self.name])
        return any(item.code in one.codes for one in Recall.objects.filter(release=self.release))


def test_C11_whoever_withdraws_is_in_no_release_fetched_afterwards_and_is_recalled_from_one_fetched_before() -> None:
    chance, study, outcomes = random.Random(5), Study("Ash", "Briar", "Clover", "Dock", "Elder"), set[bool]()
    for turn in range(RACES):
        name = chance.choice(["Ash", "Briar", "Clover", "Dock", "Elder"])
        race = Race(study, name, chance, FIRST[turn % len(FIRST)])
        holds = any(given for _, given in race.given)
        assert (True, True) not in race.given, turn
        assert holds == race.recalled() == Holding.objects.filter(release=race.release).exists(), turn
        outcomes.add(holds)
        study.answers(name, "yes")
    assert outcomes == {True, False}
    study.end()
