"""Notes: one person's words in any phase, what may be received of them before a reveal, and
the reveal itself.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.bounds import check_notes_about, check_one_more_face_down
from footpath.method.flipchart.entries import Entry, Hand, Number, Recorded, Saying, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.private_ids import give_id, made_known, private_id
from footpath.method.flipchart.stamping import stamp
from footpath.method.flipchart.ties import tied
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import BESIDE_THE_BOARD
from footpath.method.things.people import Who
from footpath.method.things.things import Note, NoteKind, Phase
from footpath.method.throughout.storytellers_first import Turn, still_waiting, turns_to_wait_for
from footpath.method.words.words import Words, said


class NoteWritten(Entry, frozen=True, kw_only=True):
    """A note was put up. A held one has a private, negative id until the reveal
    gives it another (A2).
    """

    words_of = "id"
    known_to = "everyone"
    id: ThingId
    kind: NoteKind
    phase: Phase
    words: Words
    about: tuple[ThingId, ...] = ()
    unnamed: bool = False
    silent: bool = False
    held: bool = False
    side: Words | None = None
    elsewhere: bool | None = None

    @property
    def is_private(self) -> bool:
        """A held note and a memo are known to their author alone, their entry's number included."""
        return self.held or self.kind is NoteKind.MEMO


class NotesRevealed(Entry, frozen=True, kw_only=True):
    """Held notes went up, all at once and shuffled: pairs of the private id and the id
    that everybody knows.
    """

    known_to = "everyone"
    order: tuple[tuple[ThingId, ThingId], ...]


def write(
    chart: Flipchart,
    hand: Hand,
    kind: NoteKind,
    words: Words,
    about: tuple[int, ...] = (),
    unnamed: bool = False,
    side: Words | None = None,
    elsewhere: bool | None = None,
) -> list[Entry]:
    """What happens when somebody puts up a note of any kind.

    Raises:
        Refusal: when very much is about the same things already.
    """
    check_notes_about(chart, hand, about, asked_for=kind is NoteKind.NOT_QUITE)
    silent = chart.silence and kind not in BESIDE_THE_BOARD
    held = silent or bool(turns_to_wait_for(chart, kind, about, None if unnamed else hand.by))
    private = held or kind is NoteKind.MEMO
    if held:
        check_one_more_face_down(chart, hand)
    return [
        NoteWritten(
            id=private_id(chart, hand) if private else chart.next_id, kind=kind, phase=chart.phase,
            words=words, about=about, unnamed=unnamed, silent=silent, held=held, side=side,
            elsewhere=elsewhere,
        )
    ]  # fmt: skip


def note_written(chart: Flipchart, entry: NoteWritten, recorded: Recorded) -> None:
    note = Note(
        **stamp(recorded, entry.id, entry.words, entry.unnamed), kind=entry.kind, phase=entry.phase,
        about=list(entry.about), silent=entry.silent, held=entry.held, side=entry.side,
        elsewhere=entry.elsewhere,
    )  # fmt: skip
    if entry.held:
        chart.face_down.add(note.id)
        chart.touch("sheet", "counts")
    elif not entry.is_private:
        _number(chart, note)
        chart.hear(note)
    chart.add(note)
    chart.tie(note, note.about)
    tied(chart, recorded, entry.about)


def _number(chart: Flipchart, note: Note) -> None:
    note.number = chart.next_note
    chart.next_note += 1


def reveal(chart: Flipchart, hand: Hand, freed: Iterable[int]) -> list[Entry]:
    """What happens when held notes go up: they are shuffled, so that the order of writing
    stays unknown (A2).
    """
    shuffled = sorted(freed, key=lambda id: blake2b(f"{hand.chance}:{id}".encode()).digest())
    if not shuffled:
        return []
    revealed = NotesRevealed(
        order=tuple((id, chart.next_id + place) for place, id in enumerate(shuffled))
    )
    notes = (
        replace(note, held=False) for id in shuffled if isinstance(note := chart.things[id], Note)
    )
    return [revealed, *made_known(chart, notes, len(shuffled))]


def held_notes(chart: Flipchart) -> list[Note]:
    """The notes that are held back just now."""
    return [note for id in chart.face_down if isinstance(note := chart.things[id], Note)]


def goes_up(
    chart: Flipchart,
    hand: Hand,
    is_over: Callable[[Turn], bool],
    of: Callable[[Note], bool] = lambda note: True,
) -> list[Entry]:
    """What happens when turns of storytellers are over: held notes that waited for these alone go
    up (R2). While a silence lasts, what was written in it waits for its end as well (A2).
    """
    waiting = still_waiting(
        chart,
        (note for note in held_notes(chart) if of(note) and not (note.silent and chart.silence)),
    )
    return reveal(chart, hand, (id for id, turns in waiting.items() if all(map(is_over, turns))))


def notes_revealed(chart: Flipchart, entry: NotesRevealed, recorded: Recorded) -> None:
    for private, public in entry.order:
        note = chart.things[private]
        assert isinstance(note, Note)
        chart.face_down.discard(private)
        note.held = False
        _number(chart, note)
        chart.hear(note)
        chart.retie(note, note.about, public)
        give_id(chart, note, public)
    chart.touch("sheet", "counts")


class WriteNote(Saying, frozen=True, kw_only=True):
    """Somebody writes a note."""

    text: str


def write_note(chart: Flipchart, command: WriteNote, hand: Hand) -> list[Entry]:
    return write(chart, hand, NoteKind.NOTE, said(command.text), unnamed=command.unnamed)


class SayAloud(Saying, frozen=True, kw_only=True):
    """Something said aloud in the room is put down as it was said."""

    text: str


def say_aloud(chart: Flipchart, command: SayAloud, hand: Hand) -> list[Entry]:
    return write(chart, hand, NoteKind.SAYING, said(command.text), unnamed=command.unnamed)


class CheckOut(Saying, frozen=True, kw_only=True):
    """A word to close with (G9)."""

    text: str


def check_out(chart: Flipchart, command: CheckOut, hand: Hand) -> list[Entry]:
    return write(chart, hand, NoteKind.CHECKOUT, said(command.text), unnamed=command.unnamed)


class WriteMemo(Saying, frozen=True, kw_only=True):
    """A private memo: received by nobody but who wrote it (G13)."""

    text: str


def write_memo(chart: Flipchart, command: WriteMemo, hand: Hand) -> list[Entry]:
    if hand.by != hand.typed_by:
        raise Refusal(refusals.ONLY_KEEPERS_WRITE_FOR_OTHERS)
    return write(chart, hand, NoteKind.MEMO, said(command.text))


class AskQuestion(Saying, frozen=True, kw_only=True):
    """A question about anything on the flipchart; it stays with it (E9)."""

    about: Number
    text: str


def ask_question(chart: Flipchart, command: AskQuestion, hand: Hand) -> list[Entry]:
    about = chart.public(command.about)
    return write(chart, hand, NoteKind.QUESTION, said(command.text), (about.id,), command.unnamed)


class Answer(Saying, frozen=True, kw_only=True):
    """An answer to a question; it stays with it (E9)."""

    about: Number
    text: str


def answer(chart: Flipchart, command: Answer, hand: Hand) -> list[Entry]:
    question = chart.public(command.about)
    return write(chart, hand, NoteKind.ANSWER, said(command.text), (question.id,), command.unnamed)


class AskOpenQuestion(Saying, frozen=True, kw_only=True):
    """A question that the policy leaves open, about an element or the whole (P6)."""

    text: str
    about: Number | None = None


def ask_open_question(chart: Flipchart, command: AskOpenQuestion, hand: Hand) -> list[Entry]:
    about = () if command.about is None else (chart.public(command.about).id,)
    return write(chart, hand, NoteKind.OPEN_QUESTION, said(command.text), about, command.unnamed)


ASKED: Asked = {
    WriteNote: Ask(Who.WRITERS, write_note),
    SayAloud: Ask(Who.WRITERS, say_aloud),
    CheckOut: Ask(Who.WRITERS, check_out),
    WriteMemo: Ask(Who.EVERYBODY, write_memo, after_close=True),
    AskQuestion: Ask(Who.WRITERS, ask_question),
    Answer: Ask(Who.WRITERS, answer),
    AskOpenQuestion: Ask(Who.WRITERS, ask_open_question),
}

HAPPENED: Happened = {
    NoteWritten: note_written,
    NotesRevealed: notes_revealed,
}
