"""Other words for what somebody said go with it, by whatever door it goes (S10)."""

import os
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from given import new_database
from served import Server
from telling import Told, made

from footpath.method.own_words.taking_back import TakeBack
from footpath.record import turn
from footpath.record.after_effects import Following
from footpath.registering.one_by_one import take_back_due
from footpath.room.due_veils import settle_due_veils
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.own_server

FIRM = "Lochmaddy"
PLANTED = f"{FIRM} was told on the quay at seven"


def what_is_due_goes() -> None:
    take_back_due(timezone.now() + timedelta(hours=80))
    rooms().writer.close()


def three_days_later() -> None:
    """The veils whose time has come are settled, and nobody confirmed them."""
    later = timezone.now() + timedelta(hours=80)
    turn.time.time_ns = lambda: int(later.timestamp() * 1e9)
    settle_due_veils(later)
    rooms().writer.close()


def dies_between(address: str, about: int, person: int) -> None:
    """The record is written, and nothing that follows from it was done."""
    Following.follow = lambda *_: os._exit(0)  # type: ignore[method-assign]
    taken = TakeBack(id="dies", about=about)
    rooms().submit(Workshop.objects.get(address=address).pk, taken, person)


class OtherWords(Told):
    """The same; Fay wrote other words, which say the same, for everything that Sam said."""

    def __init__(self, server: Server) -> None:
        """They are stored."""
        super().__init__(server)
        self.server, self.planted = server, f"{PLANTED}, {uuid.uuid4()}"
        for about in (self.note, self.unnamed, self.moment):
            text = f"In other words, {self.planted} {about}"
            self.fay.form(
                f"/w/{self.sam.address}/research/paraphrases",
                about=str(about),
                version="1",
                text=text,
            )
        assert all(self.still_says(about) for about in (self.note, self.unnamed, self.moment))

    def still_says(self, about: int) -> bool:
        """Whether any table holds the other words for something."""
        return any(f"{self.planted} {about}" in rows for rows in self.server.tables().values())

    def mine(self, path: str, **given: str) -> None:
        """Sam presses a button on one of their own pages."""
        assert self.sam.form(f"/w/{self.sam.address}/mine/{path}", **given).status_code == 200

    def by_socket(self) -> None:
        page = self.sam.open()
        assert "done" in page.ask("TakeBack", about=self.note)
        page.close()

    def erases_everything(self) -> None:
        self.mine("erase", unnamed="take-back")

    def is_shown_out_and_a_facilitator_takes_it_back(self) -> None:
        self.fay.post("RemovePerson", person=self.sam.id)
        made(self.fay, "TakeBack", about=self.note)

    def masks_the_name(self) -> None:
        made(self.sam, "Reword", about=self.note, text=f"{FIRM} was told", version=1)
        text = f"In other words, {self.planted} {self.note}"
        self.fay.form(
            f"/w/{self.sam.address}/research/paraphrases",
            about=str(self.note),
            version="2",
            text=text,
        )
        made(self.sam, "PlaceMoment", experience=self.story, text=f"{FIRM} was late")
        made(self.sam, "MaskWords", passage=FIRM)

    def veils_the_note(self) -> int:
        made(self.fay, "MaskWords", about=self.note)
        page = self.fay.open()
        (veil,) = page.veils()
        page.close()
        return int(veil["veil"])


DOORS: dict[str, Callable[[OtherWords], object]] = {
    "the socket": OtherWords.by_socket,
    "POST": lambda told: made(told.sam, "TakeBack", about=told.note),
    "the page": lambda told: told.mine(f"take-back/{told.note}"),
    "erasing everything": OtherWords.erases_everything,
    "a facilitator": OtherWords.is_shown_out_and_a_facilitator_takes_it_back,
    "a mask": OtherWords.masks_the_name,
    "a veil that is confirmed": lambda told: made(
        told.fay, "ConfirmVeil", veil=told.veils_the_note()
    ),
    "a veil after three days": lambda told: (
        told.veils_the_note(),
        told.server.beside(three_days_later),
    ),
}


@pytest.mark.parametrize("door", DOORS)
def test_S10_other_words_for_a_note_go_with_it_by_every_door(server: Server, door: str) -> None:
    told = OtherWords(server)
    DOORS[door](told)
    assert not told.still_says(told.note)


def test_C24_what_a_veil_covers_is_not_read_in_other_words_by_who_keeps_the_notes(
    server: Server,
) -> None:
    told = OtherWords(server)
    kit, path = told.doors.arrive("Kit", "scribe"), f"/w/{told.sam.address}/research/paraphrases"
    words = f"{told.planted} {told.note}"
    assert words in kit.get(path).text
    told.veils_the_note()
    assert [words in reader.get(path).text for reader in (kit, told.fay)] == [False, False]
    assert words in told.sam.get(f"/w/{told.sam.address}/mine/words").text


def test_C24_other_words_for_what_is_covered_are_not_taken_and_stay_in_the_form(
    server: Server,
) -> None:
    told = OtherWords(server)
    told.veils_the_note()
    path = f"/w/{told.sam.address}/research/paraphrases"
    answer = told.fay.form(path, about=str(told.note), version="1", text="Said once more")
    assert (
        answer.status_code == 409
        and "covered just now" in answer.text
        and "Said once more</textarea>" in answer.text
    )


def test_S10_other_words_for_an_unnamed_note_go_with_it_when_its_time_has_come(
    server: Server,
) -> None:
    told = OtherWords(server)
    told.erases_everything()
    server.beside(what_is_due_goes)
    assert not told.still_says(told.unnamed)


def test_S10_other_words_for_a_moment_go_with_its_story(server: Server) -> None:
    told = OtherWords(server)
    made(told.sam, "TakeBack", about=told.story)
    assert not told.still_says(told.moment)


def test_S10_what_a_crash_left_is_done_at_the_next_start(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database())
    told = OtherWords(server)
    server.kill()
    server.beside(dies_between, told.sam.address, told.note, told.sam.id)
    assert told.still_says(told.note)
    server.start()
    until = time.monotonic() + 20
    while told.still_says(told.note) and time.monotonic() < until:
        time.sleep(0.1)
    server.stop()
    assert not told.still_says(told.note)
