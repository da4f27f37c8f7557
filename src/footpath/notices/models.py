"""What a workshop is announced with, and the times at which it meets."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from footpath.workshops.models import Workshop


class State(models.TextChoices):
    """Where a notice stands. Only a draft is hidden; who may write it goes on seeing
    it in every state.
    """

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    HELD = "held", "Held"
    CLOSED = "closed", "Closed"
    CANCELLED = "cancelled", "Cancelled"


class SeenBy(models.TextChoices):
    """Who is shown where a workshop is held."""

    EVERYONE = "everyone", "Everyone"
    REGISTERED = "registered", "People who registered"
    MEMBERS = "members", "Members of the organisation"


class Notice(models.Model):
    """The announcement of a workshop that an organisation holds. Texts of several lines are
    stored line by line.
    """

    workshop = models.OneToOneField(
        Workshop, on_delete=models.CASCADE, primary_key=True, related_name="notice"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    convenors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="notices")
    """Who may write it besides the organisation's stewards and the policy's owner."""
    what = models.TextField(max_length=5000, blank=True)
    audience = models.TextField(max_length=5000, blank=True)
    outcomes = models.TextField(max_length=5000, blank=True)
    research = models.TextField(max_length=5000, blank=True)
    access = models.TextField(max_length=5000, blank=True)
    facilitators = models.TextField(max_length=1000, blank=True)
    languages = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12, default="en-gb")
    """The language in which its mails are written."""
    time_zone = models.CharField(max_length=64, default="Europe/London")
    call_link = models.URLField(max_length=1000, blank=True)
    place = models.CharField(max_length=500, blank=True)
    where_seen_by = models.CharField(
        max_length=10, choices=SeenBy.choices, default=SeenBy.REGISTERED
    )
    drop_in = models.BooleanField(default=True)
    registration = models.BooleanField(default=True)
    places = models.PositiveIntegerField(null=True, blank=True)
    """How many can register; None for any number."""
    keep_days = models.PositiveIntegerField(default=90)
    """After how many days since the end the personal data of registrations is deleted."""
    plan = models.JSONField(default=dict)
    """Minutes and words of each phase: {phase: {"minutes": 18, "question": "…"}}; what is
    missing is the product's.
    """
    sequence = models.PositiveIntegerField(default=0)
    """How often what stands in people's calendars has changed since it was published
    (RFC 5545 SEQUENCE).
    """
    cancelled_because = models.TextField(max_length=2000, blank=True)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=timezone.now)
    pasted = models.TextField(blank=True)
    """The text that it was read from, until it is published."""
    reading = models.JSONField(default=dict)
    """What the reader found in that text and asks about it, until it is published
    (reading.Draft).
    """
    unfinished = models.JSONField(default=list)
    """Sittings of a draft, as they were typed, that are no times yet: a day, an hour or the
    time zone is missing.
    """

    @property
    def wording(self) -> str:
        """Which wording of it this is: another one after each change."""
        return self.changed_at.isoformat()


class Sitting(models.Model):
    """A time at which the workshop meets."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="sittings")
    title = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "pk"]


class Study(models.Model):
    """A research project to which the workshop would contribute, as its notice names it."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="studies")
    title = models.CharField(max_length=300)
    sheet_link = models.URLField(max_length=1000, blank=True)
    """Where its information sheet can be read."""

    class Meta:
        ordering = ["pk"]
