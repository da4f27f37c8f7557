"""Who said that they come to a workshop, what they were asked, and who came."""

import uuid

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone

from footpath.mail.models import Letter
from footpath.mail.same_address import FoldedAddress, same
from footpath.notices.models import Sitting
from footpath.workshops.models import Workshop


class Question(models.Model):
    """A question of the organiser's own on the registration form."""

    class Kind(models.TextChoices):
        """How it is answered."""

        TEXT = "text", "In words"
        CHOICE = "choice", "By choosing one"
        YES_NO = "yes/no", "Yes or no"

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(max_length=300)
    kind = models.CharField(max_length=6, choices=Kind.choices, default=Kind.TEXT)
    choices = models.JSONField(default=list)
    required = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]


SAID = ("access_needs", "answers", "only_watch", "could_tell", "side", "elsewhere", "line")
"""What somebody says when they register, besides their name and their address."""


class Registration(models.Model):
    """Somebody's word that they come. Whoever waits, was offered a place, or says
    no is not attending.
    """

    class State(models.TextChoices):
        """Whether there is a place for them."""

        COMING = "coming", "Coming"
        WAITING = "waiting", "On the waiting list"
        OFFERED = "offered", "Offered a place"
        NOT_COMING = "not coming", "Not coming"

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="registrations")
    made_with = models.UUIDField(default=uuid.uuid4)
    """The id of the form, so that a form sent twice registers one person."""
    state = models.CharField(max_length=10, choices=State.choices)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    address = FoldedAddress(default="", editable=False)
    """The same as it is compared, by which everybody with one address is found."""
    access_needs = models.TextField(max_length=2000, blank=True)
    answers = models.JSONField(default=dict)
    """Answers to the organiser's questions: {question's id as text: answer}."""
    only_watch = models.BooleanField(default=False)
    could_tell = models.BooleanField(default=False)
    side = models.CharField(max_length=80, blank=True)
    elsewhere = models.BooleanField(default=False)
    line = models.CharField(max_length=1000, blank=True)
    """In a line, what the experience is about."""
    asked_to_tell_at = models.DateTimeField(null=True)
    rather_not_at = models.DateTimeField(null=True)
    """When they said that they would rather not tell; why is neither asked nor kept."""
    person = models.PositiveIntegerField(null=True)
    """Who they are in the workshop's record, once they came in or prepared."""
    generation = models.PositiveIntegerField(default=1)
    """How often the personal link was changed."""
    handed_out = models.BooleanField(default=False)
    """Whether somebody else has seen the link or could have: then it changes when it is first
    claimed on a device.
    """
    moved = models.PositiveIntegerField(default=0)
    """How often the address became another one."""
    proved = models.BooleanField(default=False)
    """Whether it is known that whoever has the registration reads the mail of its address."""
    said_before = models.JSONField(default=dict)
    """What the device that registered had said when the reader of the address took the
    registration to another one.

    Who prepares the workshop sees it; nobody knows whether that reader is who said it.
    """
    parted = models.PositiveIntegerField(default=0)
    """How often that happened: whoever comes in after it is another person of the workshop."""
    claimed_with = models.CharField(max_length=40, blank=True)
    """What stands for the device that claimed it, so that a button pressed again does the same."""
    own_entry = models.BooleanField(default=True)
    """Whether its sittings have a UID of their own in calendars; who registered before that
    keeps the one that a sitting has for everybody."""
    waiting_since = models.DateTimeField(null=True)
    offered_until = models.DateTimeField(null=True)
    registered_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    erased_at = models.DateTimeField(null=True)
    """When the personal data was deleted; the row stays for consents and for the link's
    power to withdraw.
    """

    letters = GenericRelation(Letter, "about_id", "about_kind", related_query_name="registration")
    shares_address = False
    """Whether another registration here has this address too, as far as a list has looked."""

    objects = models.Manager["Registration"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "made_with"], name="registered_once"),
            models.UniqueConstraint(
                fields=["workshop", "person"], name="one_registration_a_person"
            ),
        ]
        indexes = [models.Index(fields=["workshop", "address"], name="registered_with_address")]

    @property
    def entry(self) -> int | None:
        """What tells its entries in calendars from those of others; None where nothing does."""
        return self.pk if self.own_entry else None

    @property
    def letter_language(self) -> str:
        """The language of letters about it."""
        return self.workshop.letter_language

    @property
    def letter_sender(self) -> str:
        """In whose name letters about it come."""
        return self.workshop.letter_sender

    def move_to(self, email: str) -> None:
        """Give another address: letters to the one before open nothing, and nobody knows yet who
        reads the new one.
        """
        if not same(email, self.email):
            self.moved, self.proved = self.moved + 1, False
        self.email = email

    def said(self) -> dict[str, object]:
        """What was said besides name and address, as far as anything was."""
        given = {field: getattr(self, field) for field in SAID}
        return {field: value for field, value in given.items() if value} or dict(self.said_before)

    @property
    def needs(self) -> str:
        """What they need, as far as whoever has to see to it may know: from this device and
        from the one before.
        """
        before = self.said_before.get("access_needs", "")
        return "\n".join(dict.fromkeys(one for one in (self.access_needs, before) if one.strip()))


class Mailing(models.Model):
    """A letter to everybody who had registered for a workshop when it was asked for, as
    far as it has come.

    It is written in slices, beside what everybody does. Done, it stays for a month, so that
    none is begun twice.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="mailings")
    key = models.CharField(max_length=200, unique=True)
    """What makes it the only one of its kind."""
    purpose = models.CharField(max_length=40)
    given = models.JSONField(default=dict)
    """What its letters are given, and for reminders whose sitting it is."""
    last = models.PositiveBigIntegerField()
    """The last registration that it is for; whoever registered afterwards knew already."""
    reached = models.PositiveBigIntegerField(default=0)
    """The last registration whose letter is written."""
    asked_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["done_at", "workshop"], name="mailings_to_go_on_with")]


class Attendance(models.Model):
    """That a person was there at a sitting, seen as it happened or said by a facilitator."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="attendances")
    sitting = models.ForeignKey(
        Sitting, on_delete=models.CASCADE, null=True, related_name="attendances"
    )
    person = models.PositiveIntegerField(null=True)
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, null=True, related_name="attendances"
    )
    came = models.BooleanField(default=True)
    corrected = models.BooleanField(default=False)
    """Said by a facilitator, so that what is seen later does not overrule it."""
    first_seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "sitting", "person"], name="there_once"),
            models.UniqueConstraint(
                fields=["workshop", "sitting", "registration"], name="registered_there_once"
            ),
        ]


class ToTakeBack(models.Model):
    """A thing that goes by itself: as soon as it can, or unnamed at a random time that does
    not tell whose (A3).
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="to_take_back")
    person = models.PositiveIntegerField()
    about = models.PositiveIntegerField()
    """The thing, in the workshop's record."""
    due_at = models.DateTimeField()
    at_once = models.BooleanField(default=False)
    """Whether it is everything that its author erases, and goes as soon as it can."""
    let_stand = models.JSONField(default=list)
    """The things in which copies of it may stand."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "about"], name="taken_back_once")
        ]
