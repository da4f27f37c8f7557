"""What a release holds: asked of the gate anew each time, with the names in it that
are decided on (C11).

No words are kept. A release remembers how the record stood, what was decided, and hashes; whether
all of that still gives the same is looked at whenever somebody reads or fetches it.
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import Count, Max, Q
from msgspec import Struct
from msgspec.structs import replace

from footpath.gate import formats
from footpath.gate.formats.zipped import zipped
from footpath.gate.material import MaterialWithCodes
from footpath.gate.pointing_out import finding
from footpath.gate.selection import Gate, Leaving, Selection, select
from footpath.record.models import RecordedEntry
from footpath.record.others_first import resting
from footpath.research.assembling import Assembled, ReleaseAsked, assembled_from
from footpath.research.consents import contributing_to
from footpath.research.gate import Stored, read
from footpath.research.information_sheets import Project, Statement, published
from footpath.research.models import (
    ConsentAnswer,
    KeptBack,
    OrganisationAgreement,
    Paraphrase,
    Release,
)
from footpath.workshops.models import Workshop

FEWEST = 2
"""People whose words must be in a release; one alone would be singled out."""
ROUNDS = 4
"""A mask can leave words that are pointed out in their turn; after so many rounds
what is left is held.
"""


class NamingPassage(Struct, frozen=True, kw_only=True):
    """A passage that may name somebody, where it stands, and what was decided on it."""

    text: str
    key: str
    """Its keyed hash, by which alone it is remembered."""
    masked: bool | None
    within: str
    """The first text in which it stands."""
    is_doubted: bool = False
    """Whether somebody here is called so, and it may be a word like another."""


class WouldLeave(Struct, frozen=True, kw_only=True):
    """What would leave, as of one instant."""

    assembled: Assembled
    passages: tuple[NamingPassage, ...]
    standing: str
    """What it rests on; as long as that is the same, so is what may leave."""
    plain: Selection
    """What may leave while no name is decided on."""
    now: Selection
    """What may leave of the record as it is now, with what was added since."""

    @property
    def people(self) -> frozenset[int]:
        """Whose words are in it."""
        return frozenset(
            person for one in self.assembled.selection.leaving for person in one.people
        )

    @property
    def may_leave(self) -> bool:
        """Whether anything may, and nobody is alone in it."""
        return len(self.people) >= FEWEST

    @property
    def undecided(self) -> int:
        """How many names wait for a decision."""
        return sum(passage.masked is None for passage in self.passages)

    @property
    def still_leaves(self) -> bool:
        """Whether all of it may leave of the record as it is now."""
        return {one.thing for one in self.assembled.selection.leaving} <= {
            one.thing for one in self.now.leaving
        }


def look(release: Release, day: date) -> WouldLeave:
    """Ask the gate about a release's workshop, as its record stood and with
    what is permitted now.
    """
    standing = standing_of(release.project, release.workshop)
    everything = read(release.project, release.workshop)
    if not release.project.workshops.contains(release.workshop):  # it contributes no more
        everything = replace(everything, entries=())
    stored = until(everything, release.moment)
    gate = Gate(stored.entries, stored.permissions, stored.moment, rest=resting())
    plain = gate.selection(())
    passages, known = _passages(gate, plain, release)
    decided = [(one.text, one.masked) for one in passages if one.masked is not None]
    asked = ReleaseAsked(
        project=release.project,
        workshop=release.workshop,
        address=release.address,
        seed=bytes(release.seed),
        day=day,
        attribute=release.attribute,
        asked_at=int(release.requested_at.timestamp() * 1000),
    )
    return WouldLeave(
        assembled=assembled_from(stored, gate.selection(decided, finding(known)), asked),
        passages=passages,
        standing=standing,
        plain=plain,
        now=(
            plain
            if all(one.number <= stored.moment for one in stored.entries)
            else now_of(everything)
        ),
    )


def until(stored: Stored, moment: int) -> Stored:
    """The record up to an entry, with the permissions as they are."""
    return replace(stored, moment=min(moment, stored.moment))


def now_of(stored: Stored) -> Selection:
    """What may leave while no name is decided on."""
    return select(stored.entries, stored.permissions, stored.moment, rest=resting())


def _passages(
    gate: Gate, plain: Selection, release: Release
) -> tuple[tuple[NamingPassage, ...], list[str]]:
    """The names in what would leave, with the texts among which they were found."""
    found: dict[str, NamingPassage] = {}
    seed, decided = bytes(release.seed), release.decided
    known, selection = _texts(plain), plain
    for _ in range(ROUNDS):
        find, before = finding(known), len(found)
        for text in _texts(selection):
            doubted = sorted(selection.doubted.get(text, ()))
            for passage, is_doubted in [
                *((one, False) for one in find(text)),
                *((one, True) for one in doubted),
            ]:
                key = key_of(seed, passage)
                if key not in found:
                    found[key] = NamingPassage(
                        text=passage,
                        key=key,
                        masked=decided.get(key),
                        within=text,
                        is_doubted=is_doubted,
                    )
        masks = [(one.text, True) for one in found.values() if one.masked]
        if len(found) == before or not masks:
            break
        selection = gate.selection(masks)
    return tuple(found.values()), known


def _texts(selection: Selection) -> list[str]:
    """All words of what leaves, each text once."""
    texts = (text for one in selection.leaving for text in words_of(one))
    return list(dict.fromkeys(texts))


def words_of(one: Leaving) -> Iterable[str]:
    """The words of a thing that leaves."""
    yield from one.texts.values()
    yield from (text for texts in one.lists.values() for text in texts)
    yield from (label for _, _, label in one.links if label)


def key_of(seed: bytes, passage: str) -> str:
    """What is remembered of a passage: nobody who lacks the seed can tell which words it was."""
    return _keyed(seed, " ".join(passage.split()).casefold().encode())


def words_hash(seed: bytes, one: Leaving) -> str:
    """What is remembered of a thing's own words. Its links are no part: they go when others do."""
    return _keyed(seed, msgspec.json.encode([one.texts, one.lists], order="sorted"))


def _keyed(seed: bytes, content: bytes) -> str:
    return hmac.digest(seed, content, hashlib.sha256).hex()


def archive(made: MaterialWithCodes, release: Release) -> bytes:
    """All files of a release in one, the same bytes whenever they are made."""
    return zipped(formats.write(made.material, figures=_is_first(release)))


def _is_first(release: Release) -> bool:
    """Whether nothing of the workshop was released to the project before: figures of two could
    be subtracted (C7).
    """
    before = Release.objects.filter(
        project=release.project, workshop=release.workshop, state=Release.State.RELEASED
    ).exclude(pk=release.pk)
    if release.reviewed_at is not None:
        before = before.filter(reviewed_at__lt=release.reviewed_at)
    return not before.exists()


def standing_of(project: Project, workshop: Workshop) -> str:
    """What decides on what may leave, in few numbers: where they are the same,
    nothing has changed.
    """
    answers = ConsentAnswer.objects.filter(project=project, workshop=workshop)
    kept = KeptBack.objects.filter(Q(project=None) | Q(project=project), workshop=workshop)
    sheets = published(project)
    parts = (
        RecordedEntry.objects.filter(workshop=workshop).aggregate(last=Max("number")),
        answers.aggregate(last=Max("pk"), all=Count("pk"), of=Count("person")),
        kept.aggregate(last=Max("pk"), all=Count("pk")),
        OrganisationAgreement.objects.filter(project=project).aggregate(
            last=Max("pk"), all=Count("pk")
        ),
        Paraphrase.objects.filter(workshop=workshop).aggregate(
            last=Max("pk"),
            yes=Count("pk", filter=Q(accepted=True)),
            no=Count("pk", filter=Q(accepted=False)),
        ),
        sheets.aggregate(last=Max("pk"), all=Count("pk")),
        Statement.objects.filter(sheet__in=sheets).aggregate(last=Max("pk"), all=Count("pk")),
        Workshop.objects.filter(pk=workshop.pk)
        .values_list("policy__organisation", "policy__organisation__name")
        .get(),
        contributing_to(workshop).filter(pk=project.pk).count(),
    )
    return repr(parts)
