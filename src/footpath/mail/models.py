"""The letters that are to be sent. A letter is written when it goes, so that it says what holds then."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from footpath.registering.models import Registration
from footpath.workshops.models import Workshop


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
    """The address; empty where the registration's holds at the time of sending."""
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, null=True, related_name="letters")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, null=True, related_name="letters")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="letters")
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
    """What stands for the address until an hour after it was sent, so that not too much goes to one."""
    asked_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "due_at"], name="letters_due"),
            models.Index(fields=["whom", "sent_at"], name="letters_lately"),
            models.Index(fields=["registration", "state", "purpose"], name="letters_of_registration"),
            models.Index(fields=["account", "purpose", "sent_at"], name="letters_of_account"),
        ]
