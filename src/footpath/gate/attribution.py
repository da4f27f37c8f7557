"""Which words each kind of entry carries, and whose they are. Pure.

Every kind of entry with words has a row here, so that no words can leave that were not asked about.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from footpath.gate.authors import Authors, Review
from footpath.gate.tellers_words import (
    moment_arranged,
    moment_placed,
    story_told,
    thing_of,
    told_together,
)
from footpath.method import apply
from footpath.method.flipchart import private_ids
from footpath.method.flipchart.entries import Entry, Recorded
from footpath.method.lines import ways
from footpath.method.own_words import hiding, masking, reasons, unveiling, wording
from footpath.method.phases import aims, experience, gather, process, reflect, return_to_aims
from footpath.method.things.people import NOBODYS_NAME
from footpath.method.things.things import GROUP_TEXT, Offer
from footpath.method.throughout import (
    arranging,
    grouping,
    joint_stories,
    moments,
    notes,
    pace,
    parking,
    renaming,
    setting_up,
)
from footpath.method.words.words import MASK

Row = Callable[[Authors, Any, Recorded], None]


def attributed(entries: Iterable[Recorded], moment: int) -> Authors:
    """The flipchart and whose words are on it, as the entries up to number `moment` give it."""
    authors = Authors()
    for one in entries:
        if one.number <= moment:
            row = ROWS.get(type(one.entry))
            if row is not None:
                row(authors, one.entry, one)
            apply(authors.chart, one)
    return authors


def _note(authors: Authors, entry: notes.NoteWritten, by: Recorded) -> None:
    authors.word(entry.id, entry.words, by)
    authors.put(entry.id, "side", entry.side, by)


def _revealed(
    authors: Authors, entry: notes.NotesRevealed | private_ids.MadeKnown, by: Recorded
) -> None:
    for private, public in entry.order:
        authors.reveal(private, public)


def _group(authors: Authors, entry: grouping.NotesGrouped, by: Recorded) -> None:
    authors.word(entry.id, entry.title, by)


def _aim(authors: Authors, entry: aims.AimAdded, by: Recorded) -> None:
    authors.word(entry.id, entry.words, by)
    authors.put(entry.id, "reason", entry.reason, by)


def _reviewed(authors: Authors, entry: return_to_aims.AimReviewed, by: Recorded) -> None:
    if entry.words is not None:
        authors.word(entry.about, entry.words, by)
    authors.reviews.append(
        Review(
            number=by.number,
            aim=entry.about,
            choice=entry.choice,
            reason=authors.say(entry.reason, by, entry.about),
            rests_on=entry.rests_on,
            hand=(by.by, by.number),
            unnamed=entry.unnamed,
            said_at=by.said_at,
            phase=authors.chart.phase,
        )
    )


def _review_taken_off(authors: Authors, entry: return_to_aims.ReviewTakenOff, by: Recorded) -> None:
    authors.reviews = [one for one in authors.reviews if one.number != entry.review]


def _reason_reworded(authors: Authors, entry: reasons.ReasonReworded, by: Recorded) -> None:
    thing = thing_of(authors, entry.about)
    given = reasons.reasons_of(thing)[entry.place].entry if thing is not None else 0
    said = authors.say(entry.reason, by, entry.about)
    authors.reviews = [
        replace(one, reason=said) if one.number == given else one for one in authors.reviews
    ]
    if said is not None and thing is not None and given == thing.made_by_entry:
        authors.of(entry.about).texts["reason"] = said


def _value(authors: Authors, entry: reflect.ValueAdded, by: Recorded) -> None:
    authors.word(entry.id, entry.name, by)
    authors.put(entry.id, "sentence", entry.sentence, by)


def _value_backed(authors: Authors, entry: reflect.ValueBacked, by: Recorded) -> None:
    authors.put(entry.about, "sentence", entry.sentence, by)


def _element(authors: Authors, entry: process.ElementAdded, by: Recorded) -> None:
    authors.word(entry.id, entry.words, by)
    _put_in_the_process(authors, entry.id, entry, by)


def _ways_said(authors: Authors, entry: ways.WaysSaid, by: Recorded) -> None:
    authors.put_labels(entry.about, entry.branches, by)


def _element_arranged(authors: Authors, entry: process.ElementArranged, by: Recorded) -> None:
    _put_in_the_process(authors, entry.about, entry, by)


def _put_in_the_process(
    authors: Authors, id: int, entry: process.ElementAdded | process.ElementArranged, by: Recorded
) -> None:
    authors.put(id, "lane", entry.lane, by)
    authors.put(id, "stage", entry.stage, by)
    authors.put_all(id, "inputs", entry.inputs, by)
    authors.put_all(id, "outputs", entry.outputs, by)
    authors.put_labels(id, entry.branches, by)


def _reworded(authors: Authors, entry: wording.Reworded, by: Recorded) -> None:
    """What a keeper changed at the author's request is the author's (A4)."""
    thing = thing_of(authors, entry.about)
    asked = entry.at_request and thing is not None and not isinstance(thing, GROUP_TEXT)
    authors.word(
        entry.about,
        entry.words,
        by,
        frozenset({(thing.by, by.number)}) if asked and thing else None,
    )
    authors.say(entry.reason, by, shown_with=entry.about)


def _offered(authors: Authors, entry: wording.WordingOffered, by: Recorded) -> None:
    said = authors.say(entry.words, by, entry.id)
    if said is not None:
        authors.offered[entry.id] = said
    authors.say(entry.reason, by, shown_with=entry.id)


def _settled(authors: Authors, entry: wording.OfferSettled, by: Recorded) -> None:
    """An offer that was taken is now the thing's wording, and still its author's words too."""
    offer = thing_of(authors, entry.about)
    said = authors.offered.get(entry.about)
    if entry.taken and isinstance(offer, Offer) and said is not None:
        authors.share(offer.about, -1, said)


def _masked(authors: Authors, entry: masking.WordsMasked, by: Recorded) -> None:
    """Words that stand in place of what was masked are those of who put them there."""
    for words in (entry.passage, entry.reason):
        authors.say(words, by, shown_with=entry.about)
    put = authors.say(entry.replacement, by, shown_with=entry.about)
    if entry.about is None or put is None or entry.passage.text:
        return
    for place, said in enumerate(authors.of(entry.about).wordings):
        # an earlier release stored what stands in its place there too
        if said.text in (MASK, put.text):
            authors.share(entry.about, place, put, put.text)


def _veiled(authors: Authors, entry: unveiling.WordsVeiled, by: Recorded) -> None:
    """What a facilitator put in place of the whole of somebody's words is theirs too, where
    the veil lies still.
    """
    authors.say(entry.reason, by)
    put = authors.say(entry.replacement, by)
    for about in (
        [place.about for place in entry.places if not place.passages] if put is not None else ()
    ):
        for place, said in enumerate(authors.of(about).wordings):
            if said.text == MASK and put is not None:
                authors.share(about, place, put, put.text)


def _reason(
    authors: Authors, entry: hiding.ThingHidden | parking.ThingParked, by: Recorded
) -> None:
    authors.say(entry.reason, by, shown_with=entry.about)


def _tagged(authors: Authors, entry: parking.Tagged, by: Recorded) -> None:
    authors.say(entry.tag, by, shown_with=entry.about)


def _named(
    authors: Authors, entry: gather.PersonArrived | renaming.PersonRenamed, by: Recorded
) -> None:
    """A name is nobody's words, and what it names is said by nobody in a release."""
    person = entry.id if isinstance(entry, gather.PersonArrived) else entry.person
    text = None if entry.name == NOBODYS_NAME else entry.name.text
    authors.names.take(person, text, by.number, by.at, closed=authors.chart.closed)


def _line(authors: Authors, entry: gather.AgreementProposed, by: Recorded) -> None:
    authors.say(entry.words, by)


def _story_offered(authors: Authors, entry: gather.StoryOffered, by: Recorded) -> None:
    authors.say(entry.line, by, private=True)


def _flipchart_opened(authors: Authors, entry: pace.FlipchartOpened, by: Recorded) -> None:
    authors.openings.append((authors.chart.phase, by.said_at))


def _phase_opened(authors: Authors, entry: pace.PhaseOpened, by: Recorded) -> None:
    if authors.openings and authors.openings[-1][1] == by.said_at:
        # the flipchart was opened at this phase, or the pace went past one at once
        authors.openings.pop()
    authors.openings.append((entry.phase, by.said_at))


def _no_ones(authors: Authors, entry: Entry, by: Recorded) -> None:
    """The plan's words are the workshop's own; and of names no file holds
    any, whoever consented.
    """


ROWS: Mapping[type[Entry], Row] = {
    setting_up.WorkshopSetUp: _no_ones,
    setting_up.PlanChanged: _no_ones,
    gather.PersonArrived: _named,
    renaming.PersonRenamed: _named,
    gather.StoryOffered: _story_offered,
    gather.AgreementProposed: _line,
    pace.FlipchartOpened: _flipchart_opened,
    pace.PhaseOpened: _phase_opened,
    notes.NoteWritten: _note,
    notes.NotesRevealed: _revealed,
    private_ids.MadeKnown: _revealed,
    aims.AimAdded: _aim,
    grouping.NotesGrouped: _group,
    wording.Reworded: _reworded,
    wording.WordingOffered: _offered,
    wording.OfferSettled: _settled,
    masking.WordsMasked: _masked,
    unveiling.WordsVeiled: _veiled,
    hiding.ThingHidden: _reason,
    parking.ThingParked: _reason,
    parking.Tagged: _tagged,
    experience.ExperienceTold: story_told,
    joint_stories.ToldTogether: told_together,
    moments.MomentPlaced: moment_placed,
    arranging.MomentArranged: moment_arranged,
    reflect.ValueAdded: _value,
    reflect.ValueBacked: _value_backed,
    process.ElementAdded: _element,
    process.ElementArranged: _element_arranged,
    ways.WaysSaid: _ways_said,
    return_to_aims.AimReviewed: _reviewed,
    return_to_aims.ReviewTakenOff: _review_taken_off,
    reasons.ReasonReworded: _reason_reworded,
}
"""Kinds of entry -> what they say and whose it is. What has no row carries no words."""
