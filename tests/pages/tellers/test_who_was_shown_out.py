"""Who was shown out keeps their own words and rights, and receives nothing of
what came later (S8).
"""

from itertools import count

import pytest
from addresses import ADDRESSES
from served import Server
from telling import SAID, Told, answers, made, reads, text_of

LATER = "Planted later"
NOWHERE = 999_999


class ShownOut(Told):
    """The same; a copy stood in a line and a note, Sam was shown out, and then much was
    written about his words.
    """

    def __init__(self, server: Server) -> None:
        """Sam is out, and everything that came later holds the planted words."""
        super().__init__(server)
        self.copied = made(self.tess, "WriteNote", text=f"I heard: {SAID}")
        self.tess_note = made(self.tess, "WriteNote", text="Tess waited for seventy days")
        self.tess_aim = made(
            self.fay, "AddAim", text="Nobody waits for seventy days", rests_on=[self.note]
        )
        self.fay.post("RemovePerson", person=self.sam.id)
        self.later = self._go_on()

    def _go_on(self) -> list[int]:
        words, copy = f"{LATER}, {next(_NUMBER)}", f"{LATER}: {SAID}"
        self.tess.post("Rename", name=LATER)
        self.fay.post("Reword", about=self.aim, text=f"{words} reworded", version=1)
        story = made(self.tess, "TellExperience", title=words)
        return [
            made(self.fay, "AddAim", text=copy, rests_on=[self.note, self.unnamed]),
            made(self.tess, "WriteNote", text=copy),
            story,
            made(self.tess, "PlaceMoment", experience=story, text=copy),
            made(self.tess, "PlaceMoment", experience=self.story, text=words),
            made(self.tess, "Reword", about=self.note, text=words, version=1),
            made(self.fay, "GroupNotes", notes=[self.note, self.tess_note], title=words),
            made(self.fay, "AddValue", name=words, sentence=words, heard_in=[self.moment]),
            made(
                self.fay,
                "AddElement",
                kind="activity",
                text=words,
                answers=[self.moment, self.note],
            ),
            self._other_words(words),
            made(self.tess, "WriteReflection", kind="liked", about=[self.moment], text=words),
        ]

    def _other_words(self, text: str) -> int:
        sent = self.fay.form(
            self.address("research/paraphrases"), about=str(self.note), version="1", text=text
        )
        assert sent.status_code == 200
        return self.note

    def address(self, path: str) -> str:
        """A page of the workshop."""
        return f"/w/{self.doors.address}/{path}"


_NUMBER = count(1)


@pytest.fixture(scope="module")
def shown_out(server: Server) -> ShownOut:
    return ShownOut(server)


def pages(told: ShownOut) -> list[str]:
    """Every page that answers a GET, the ones about a thing for each thing."""
    paths = [
        "/" + path.format(address=told.doors.address)
        for method, path, _ in ADDRESSES.values()
        if method == "GET"
    ]
    things = [
        told.note,
        told.unnamed,
        told.story,
        told.moment,
        told.aim,
        told.step,
        told.copied,
        *told.later,
    ]
    about = [
        told.address(f"{page}/{thing}")
        for page in ("copies", "mine/take-back", "mine/lines")
        for thing in things
    ]
    return [*paths, *about]


def test_S8d_no_page_of_who_was_shown_out_holds_what_was_written_later(shown_out: ShownOut) -> None:
    read = {path: shown_out.sam.get(path).text for path in pages(shown_out)}
    assert {path for path, text in read.items() if LATER in text} == set()
    assert LATER in shown_out.tess.get(shown_out.address("outline")).text, "it was there to be read"
    assert sum(SAID in text for text in read.values()) > 3, "their own words are still there"


def test_S8d_what_came_later_answers_who_was_shown_out_like_what_never_was(server: Server) -> None:
    shown_out = ShownOut(server)  # so many pages in a minute are nobody's but this test's
    for page in ("copies", "mine/take-back", "mine/lines"):
        nowhere = shown_out.sam.get(shown_out.address(f"{page}/{NOWHERE}"))
        for thing in set(shown_out.later) - {shown_out.note}:
            given = shown_out.sam.get(shown_out.address(f"{page}/{thing}"))
            assert (given.status_code, text_of(given.text)) == (
                nowhere.status_code,
                text_of(nowhere.text),
            ), page


def test_S8c_who_was_shown_out_takes_back_their_words(server: Server) -> None:
    told = ShownOut(server)
    assert "Taken back" in told.sam.form(told.address(f"mine/take-back/{told.note}")).text
    seen = reads(told.tess, "outline") + str(told.tess.open().layers)
    assert SAID not in seen, "and the copies that came later went too"
    assert SAID not in reads(told.sam, "mine/words")


def test_S8c_who_was_shown_out_answers_for_their_lines(server: Server) -> None:
    told = ShownOut(server)
    assert answers(told.sam, told.step, "leave_out") == 200
    assert "Leave me out of this line" in reads(told.sam, "mine/lines")
    assert "The call came late" not in reads(told.tess, "outline").partition("Call early")[2][:200]


def test_S8c_who_was_shown_out_says_nothing_new(server: Server) -> None:
    told = ShownOut(server)
    assert answers(told.sam, told.step, "not_quite", text="Something loud") == 409
    assert (
        told.sam.post("TakeBack", about=told.note)
        .json()["why"]
        .startswith("You are not in this workshop")
    )
    assert "Something loud" not in str(told.tess.open().layers)


def test_S8c_who_was_shown_out_erases_everything_of_theirs(server: Server) -> None:
    told = ShownOut(server)
    erased = told.sam.form(told.address("mine/erase"), unnamed="take-back")
    assert erased.status_code == 200 and LATER not in erased.text
    layers = str(told.tess.open().layers)
    assert SAID not in layers and "The ferry contract" not in layers and "Sam" not in layers


def test_S8d_what_is_taken_away_later_is_gone_for_who_was_shown_out(server: Server) -> None:
    told = Told(server)
    copied = made(told.tess, "WriteNote", text=f"Tess heard: {SAID}")
    told.fay.post("RemovePerson", person=told.sam.id)
    path = f"mine/take-back/{told.note}"
    assert "Tess heard" in reads(told.sam, path)
    told.fay.post("Hide", about=copied, reason="Not yours to tell")
    assert "Tess heard" not in reads(told.sam, path)


def test_S8d_a_refusal_tells_who_was_shown_out_nothing_of_what_came_later(
    shown_out: ShownOut,
) -> None:
    told = shown_out
    refused = {
        text_of(told.sam.form(told.address(f"mine/take-back/{thing}")).text)
        for thing in {*told.later, NOWHERE} - {told.note}
    }
    assert len(refused) == 1
