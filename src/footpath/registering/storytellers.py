"""Storytellers: who offered an experience, from which sides nobody did, and asking one or two of
them to tell (W31).
"""

import uuid
from dataclasses import dataclass
from datetime import datetime

from footpath.mail.asking import ask as ask_by_letter
from footpath.method.phases.gather import AskToTell
from footpath.method.things.people import Person, Story
from footpath.method.throughout.stepping_back import RatherNot
from footpath.registering import personal_links
from footpath.registering.models import Registration
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


@dataclass(frozen=True)
class Offered:
    """An experience that somebody could tell, as they offered it on the form, in
    the room, or both.
    """

    workshop: Workshop
    registration: Registration | None
    person: Person | None

    @property
    def key(self) -> str:
        """What a button calls them."""
        if self.registration is not None:
            return f"registration-{self.registration.pk}"
        return f"person-{self.person.id}" if self.person is not None else ""

    @property
    def story(self) -> Story | None:
        """What they said in the room."""
        return self.person.story if self.person is not None else None

    @property
    def name(self) -> str:
        """What they are called."""
        if self.person is not None:
            return self.person.called
        return self.registration.name if self.registration is not None else ""

    @property
    def is_offered(self) -> bool:
        """Whether they offered one, or were asked."""
        return (
            self.story is not None
            or (self.registration is not None and self.registration.could_tell)
            or self.asked
        )

    @property
    def side(self) -> str:
        """The side from which they would tell; the room's word is the later one."""
        told = (
            self.story.side.shown if self.story is not None and self.story.side is not None else ""
        )
        return told or (self.registration.side if self.registration is not None else "")

    @property
    def line(self) -> str:
        """What it is about."""
        told = (
            self.story.line.shown if self.story is not None and self.story.line is not None else ""
        )
        return told or (self.registration.line if self.registration is not None else "")

    @property
    def elsewhere(self) -> bool:
        """Whether it happened somewhere else."""
        if self.story is not None:
            return self.story.elsewhere
        return self.registration is not None and self.registration.elsewhere

    @property
    def asked(self) -> bool:
        """Whether they were asked, and have not said that they would rather not."""
        by_letter = self.registration is not None and self.registration.asked_to_tell_at is not None
        return (by_letter or (self.story is not None and self.story.asked)) and not self.declined

    @property
    def declined(self) -> bool:
        """Whether they would rather not."""
        by_page = self.registration is not None and self.registration.rather_not_at is not None
        return by_page or (self.story is not None and self.story.declined)

    @property
    def reached_by(self) -> str:
        """By what they learn that they are asked: a letter, the room, a link that somebody hands to
        them, or nothing but their own page.
        """
        if self.registration is not None and self.registration.email:
            return "letter"
        if self.person is not None and not self.person.without_device:
            return "room"
        return "link" if self.registration is None or self.registration.handed_out else "own page"

    def link(self, base: str) -> str:
        """The link to hand to them, where nothing else reaches them; never one that a
        device has claimed.
        """
        if self.reached_by != "link":
            return ""
        if self.registration is not None:
            return personal_links.personal_link(self.registration, base)
        return (
            doors.handed_link(self.workshop, self.person.id, base)
            if self.person is not None
            else ""
        )


def everybody(workshop: Workshop, people: list[Person]) -> list[Offered]:
    """Who registered or came, each once."""
    by_id = {person.id: person for person in people}
    registered = Registration.objects.filter(workshop=workshop, erased_at=None).order_by("pk")
    found = [Offered(workshop, one, by_id.get(one.person or 0)) for one in registered]
    joined = {one.person for one in registered}
    return found + [Offered(workshop, None, person) for person in people if person.id not in joined]


def offered(workshop: Workshop, people: list[Person]) -> list[Offered]:
    """Who could tell something, each once; who was asked comes first, who would rather not last."""
    gone = Registration.State.NOT_COMING
    found = [
        one
        for one in everybody(workshop, people)
        if one.is_offered
        and (one.registration is None or one.registration.state != gone or one.person is not None)
    ]
    return sorted(found, key=lambda one: (one.declined, not one.asked))


def missing_sides(sides: list[str], offers: list[Offered]) -> list[str]:
    """The policy's sides from which nobody offered anything."""
    spoken_for = {one.side.casefold() for one in offers if not one.declined}
    return [side for side in sides if side.casefold() not in spoken_for]


def ask(one: Offered, facilitator: int | None, now: datetime) -> None:
    """Ask somebody to tell: by letter where there is an address, and in the record where
    both are in the room.

    Raises:
        Refusal: when the method says no.
        Fault: when it could not be stored.
    """
    if one.person is not None and facilitator is not None:
        asking = AskToTell(id=str(uuid.uuid4()), person=one.person.id)
        rooms().submit(one.workshop.pk, asking, facilitator)
    if one.registration is not None:
        one.registration.asked_to_tell_at, one.registration.rather_not_at = now, None
        one.registration.save(update_fields=["asked_to_tell_at", "rather_not_at", "changed_at"])
        if one.registration.email:
            key = f"asked-to-tell:{one.registration.pk}:{int(now.timestamp())}"
            ask_by_letter("asked-to-tell", key, about=one.registration)


def rather_not(one: Offered, now: datetime) -> None:
    """They would rather not tell; nobody is asked why, and no reason is kept.

    Raises:
        Fault: when it could not be stored.
    """
    if one.registration is not None:
        one.registration.rather_not_at = now
        one.registration.save(update_fields=["rather_not_at", "changed_at"])
    if one.person is not None and one.story is not None:
        rooms().submit(one.workshop.pk, RatherNot(id=str(uuid.uuid4())), one.person.id)
