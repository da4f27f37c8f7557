"""The letters that are to be sent. A letter is written when it goes, so that it
says what holds then.
"""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone


class Letter(models.Model):
    """One mail to one person, asked for once. Nothing personal stays in it after it was sent."""

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "Waiting to be sent"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        REFUSED = "refused", "Refused"
        DROPPED = "dropped", "No longer needed"

    key = models.CharField(max_length=200, unique=True)
    """What makes it the only one of its kind, such as "reminder-day:<sitting>:<registration>"."""
    purpose = models.CharField(max_length=40)
    to = models.EmailField(blank=True)
    """The address; empty where that of what it is about holds at the time of sending."""
    about_kind = models.ForeignKey(ContentType, on_delete=models.CASCADE, null=True)
    about_id = models.PositiveBigIntegerField(null=True)
    about = GenericForeignKey("about_kind", "about_id")
    """Whom or what it is about, if anything: it may say `email`, and
    `letter_language` and `letter_sender`.

    A model that letters are about has them as a GenericRelation: they are deleted with it.
    """
    given = models.JSONField(default=dict)
    """What its writer needs besides; emptied once it was sent."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)
    """Why it was refused or could not go, in the mail server's or provider's words."""
    letter_id = models.CharField(max_length=120, blank=True)
    """Its Message-ID, the same at every try, so that a mail sent twice is one to the reader."""
    whom = models.CharField(max_length=32, blank=True)
    """What stands for the address until an hour after it was sent, so that not
    too much goes to one.
    """
    speaks_of = models.JSONField(null=True)
    """The numbers of all of its kind of whom it speaks, where it goes for several; for as long."""
    asked_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    URGENT = "sign-in-code"
    """The purpose of those for which somebody waits in front of their browser."""
    REFUSED_WITH = "refused with names"

    class Names(models.IntegerChoices):
        """Whose names stand in it."""

        ALL = 0, "All of whom it speaks"
        OPENED = 1, "Who has opened a letter, and whom it is about alone"
        NOBODY = 2, "Nobody"

    @property
    def names(self) -> Names:
        """Whom it may name: with more names in it, it was refused for its words."""
        return self.Names(self.given.get(self.REFUSED_WITH, 0))

    class Meta:
        indexes = [
            models.Index(fields=["state", "due_at"], name="letters_due"),
            models.Index(fields=["whom", "sent_at"], name="letters_lately"),
            models.Index(
                fields=["about_kind", "about_id", "state", "purpose"], name="letters_about"
            ),
            models.Index(
                fields=["about_kind", "about_id", "purpose", "sent_at"], name="letters_about_sent"
            ),
        ]
