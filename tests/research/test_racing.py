"""Withdrawals that race with fetching: who withdrew before it began is not in it, who withdrew
after is recalled.
"""

import hashlib
import random
import time
from collections.abc import Iterator
from threading import Barrier, Event, Thread

import pytest
from django.db import connection
from studying import Study

from footpath.organisations.page_addresses import new_address
from footpath.research import fetching, recalls
from footpath.research.models import Holding, Recall, Release, ReleasedItem
from footpath.research.releasing import archive

pytestmark = pytest.mark.django_db(transaction=True)
RACES = 60
FIRST = ("", "", "", "fetch", "withdrawal")


class Race:
    """One withdrawal against several fetches; what was given out, and whether it began
    after the withdrawal.
    """

    def __init__(
        self, study: Study, release: Release, name: str, chance: random.Random, first: str
    ) -> None:
        """Run both at once, or with one of them ``first``, so that both ends come about however
        busy the machine is.
        """
        self.study, self.name, self.release = study, name, release
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
            self.given.append(
                (late, fetching.fetch(release, self.study.accounts["rook"]) is not None)
            )
            self.fetched.set()
        connection.close()

    def recalled(self) -> bool:
        item = ReleasedItem.objects.get(release=self.release, about=self.study.notes[self.name])
        return any(item.code in one.codes for one in Recall.objects.filter(release=self.release))


def another(study: Study, first: Release) -> Release:
    """A release as the first was let go, with the same items in it: asking and
    deciding race with nobody.
    """
    release, items = (
        Release.objects.get(pk=first.pk),
        list(ReleasedItem.objects.filter(release=first)),
    )
    release.pk, release.address, release._state.adding = None, new_address(), True
    leaves = study.look(release).assembled
    release.selection_sha256 = leaves.sha256
    release.content_sha256 = hashlib.sha256(archive(leaves.made, release)).hexdigest()
    release.save()
    for item in items:
        item.pk, item.release = None, release
    ReleasedItem.objects.bulk_create(items)
    return release


@pytest.fixture
def study() -> Iterator[Study]:
    """It ends whatever happens, so that no later test meets its writer."""
    made = Study("Ash", "Briar", "Clover", "Dock", "Elder")
    yield made
    made.end()


def test_C11_whoever_withdraws_is_in_no_later_release_and_is_recalled_from_an_earlier_one(
    study: Study,
) -> None:
    chance, outcomes = random.Random(5), set[bool]()
    first = study.released()
    for turn in range(RACES):
        name = chance.choice(["Ash", "Briar", "Clover", "Dock", "Elder"])
        race = Race(study, another(study, first), name, chance, FIRST[turn % len(FIRST)])
        holds = any(given for _, given in race.given)
        assert (True, True) not in race.given, turn
        assert holds == race.recalled() == Holding.objects.filter(release=race.release).exists(), (
            turn
        )
        outcomes.add(holds)
        race.release.delete()
        study.answers(name, "yes")
    assert outcomes == {True, False}
