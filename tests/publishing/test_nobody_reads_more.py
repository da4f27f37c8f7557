"""No edition holds words that its readers may not have, whatever happened before (O5)."""

import re
from functools import cache

import pytest
from histories import Monkey
from oracle_editions import Readers, texts_in
from outlines import page

from footpath.method import COMMANDS
from footpath.method.flipchart.threads import Edition
from footpath.method.things.things import Experience, Moment, Note, Thing
from footpath.publishing.markdown import markdown
from footpath.publishing.record_lines import record_lines

BUSY = (
    "WriteReflection", "AddAim", "AddElement", "AddValue", "AskOpenQuestion", "Park", "OpenWords",
    "NarrowWords", "AnswerLine", "TieThread", "Reword", "SetVisibility", "Hide", "MaskWords",
    "TakeBack", "LeaveAimOpen", "TakePosition", "PlaceMoment", "WriteNote", "TellExperience",
    "RecogniseValue",
)  # fmt: skip
SEEDS = range(25)
CANARY = re.compile(r"canary\d+x")


@cache
def histories() -> list[Monkey]:
    """Anything happens, then much that has to do with lines and who may read beneath them."""
    found: list[Monkey] = []
    for seed in SEEDS:
        monkey = Monkey(seed, 250)
        monkey.commands = [command for command in COMMANDS if command.__name__ in BUSY]
        for _ in range(250):
            monkey.step()
        found.append(monkey)
    return found


def read_in(monkey: Monkey, edition: Edition) -> set[str]:
    """The canaries that stand on the page or in the Markdown of an edition."""
    chart = monkey.group.chart
    return set(CANARY.findall(page(monkey.group, edition=edition) + markdown(chart, edition)))


@pytest.mark.parametrize("edition", list(Edition))
def test_O5b_no_edition_holds_words_that_its_readers_may_not_have(edition: Edition) -> None:
    for seed, monkey in enumerate(histories()):
        may = set(CANARY.findall(" ".join(Readers(monkey.group, edition).texts())))
        assert read_in(monkey, edition) - may == set(), seed


def test_O5b_each_edition_holds_words_that_the_next_does_not() -> None:
    took_part, members, everyone = (
        sum(len(read_in(monkey, edition)) for monkey in histories()) for edition in Edition
    )
    assert took_part > members > everyone > 0


def test_E3b_the_record_holds_no_words_that_not_everybody_sees() -> None:
    kept, found = 0, set[str]()
    for monkey in histories():
        group, readers = monkey.group, Readers(monkey.group, Edition.TOOK_PART)
        said = [
            thing
            for thing in group.chart.things.values()
            if isinstance(thing, (Note, Moment, Experience))
        ]
        unseen = {one for thing in said if not readers.may_read(thing) for one in canaries(thing)}
        unseen -= {one for thing in said if readers.may_read(thing) for one in canaries(thing)}
        lines = b"".join(record_lines(group.chart, group.record)).decode()
        kept, found = kept + len(unseen), found | (unseen & set(CANARY.findall(lines)))
    assert kept > 100 and found == set()


def canaries(thing: Thing) -> set[str]:
    """Everything that somebody ever said in a thing."""
    return set(CANARY.findall(" ".join(texts_in([thing.wordings, thing.all_words]))))
