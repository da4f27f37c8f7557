"""Research projects and the permissions that they need. Answers are private to the person and
never on the flipchart.

Rows about permission are only ever added: the latest one holds, and the earlier ones
say what held before.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from footpath.gate.permissions import KeptBackBy
from footpath.organisations.models import Organisation
from footpath.organisations.page_addresses import new_address
from footpath.registering.models import Registration
from footpath.research.information_sheets import Project, Sheet
from footpath.workshops.models import Workshop


class ConsentAnswer(models.Model):
    """One answer of one person to one statement, with the sheet that was on the screen."""

    class Asked(models.TextChoices):
        """Where it was given."""

        REGISTERING = "registering", "when registering"
        ARRIVING = "arriving", "when arriving"
        OWN_PAGE = "own page", "on their own page"
        PAPER = "paper", "on a paper form"

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="consents")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="consents")
    person = models.IntegerField(null=True)
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, null=True, related_name="consents"
    )
    """Who answered before they came in; once they have, `person` is set as well."""
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="consents")
    statement = models.CharField(max_length=40)
    answer = models.CharField(max_length=8)
    """yes, no or "not now" (permissions.YES …)."""
    chosen = models.JSONField(default=list)
    withdrawn = models.BooleanField(default=False)
    """A no with which a consent was withdrawn."""
    late = models.BooleanField(default=False)
    """A yes was taken back with it after the days in which copies are deleted."""
    after = models.PositiveIntegerField(default=0)
    """The number of the record's last entry when it was given: what is numbered
    higher was said later.
    """
    asked = models.CharField(max_length=12, choices=Asked.choices, default=Asked.OWN_PAGE)
    typed_by = models.IntegerField(null=True)
    """The scribe who held the paper form."""
    answered_at = models.BigIntegerField()


class OrganisationAgreement(models.Model):
    """Whether an organisation agrees to take part in a project, recorded by a steward (C5)."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="agreements")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="agreements"
    )
    workshop = models.ForeignKey(
        Workshop, on_delete=models.CASCADE, null=True, related_name="agreements"
    )
    """Instead of the organisation, in a replayed workshop."""
    agreed = models.BooleanField()
    may_be_named = models.BooleanField(default=False)
    other_names = models.JSONField(default=list)
    """What else it is called, to be masked where it may not be named."""
    note = models.TextField(max_length=2000, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    recorded_at = models.DateTimeField(default=timezone.now)


class KeptBack(models.Model):
    """Somebody keeps one thing out of research, or lets it go again. Of an author it does
    not say who they are.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="kept_back")
    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, null=True, related_name="kept_back"
    )
    """None for every project."""
    about = models.IntegerField()
    """The thing's id; of a story, what its keeper decides about
    (`method/own_words/keeping_out.py`).
    """
    hand = models.CharField(max_length=12, choices=[(one.value, one.value) for one in KeptBackBy])
    whose = models.CharField(max_length=32, blank=True)
    """A keyed hash, another for each thing: only who keeps it back lifts it. Empty
    where facilitators do.
    """
    kept = models.BooleanField()
    after = models.PositiveIntegerField(default=0)


class Paraphrase(models.Model):
    """Other words for a thing whose own words may not leave: written by one person and accepted
    by its author (C9).
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="paraphrases")
    about = models.IntegerField()
    version = models.PositiveIntegerField()
    """Of which version of the thing it speaks; a later one needs a new paraphrase."""
    text = models.TextField(max_length=10_000)
    written_by = models.IntegerField()
    accepted = models.BooleanField(null=True)
    """None while its author has not answered."""


class Release(models.Model):
    """What leaves for a project from one workshop: asked for, reviewed by a second person,
    and remembered (C11).

    No words are kept here: the files are made when they are fetched, from the record as it stood,
    and only as long as what may leave is still the same.
    """

    class State(models.TextChoices):
        """Where it stands."""

        REQUESTED = "requested", "Waiting for a second person"
        RELEASED = "released", "Released"
        REFUSED = "refused", "Not released"

    address = models.CharField(max_length=32, unique=True, default=new_address)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="releases")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="releases")
    state = models.CharField(max_length=10, choices=State.choices, default=State.REQUESTED)
    purpose = models.TextField(max_length=2000, blank=True)
    """What it is for."""
    attribute = models.CharField(max_length=10, blank=True)
    """The one attribute of a person that leaves where enough people share it: "where" or
    "role"; empty for none.
    """
    decided = models.JSONField(default=dict)
    """What was decided on each name that was pointed out: {keyed hash of the passage:
    whether it is masked}.
    """
    seed = models.BinaryField(max_length=32)
    """Pseudonyms and codes are worked out from it, new for each release."""
    moment = models.PositiveIntegerField(default=0)
    """The number of the record's last entry that it holds."""
    selection_sha256 = models.CharField(max_length=64, blank=True)
    """Of what may leave; once it is another, the files are not given out any more."""
    content_sha256 = models.CharField(max_length=64, blank=True)
    """Of the files."""
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="requested_releases",
    )
    requested_at = models.DateTimeField(default=timezone.now)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="reviewed_releases",
    )
    reviewed_at = models.DateTimeField(null=True)
    why_not = models.TextField(max_length=2000, blank=True)

    class Meta:
        ordering = ["-pk"]


class ReleasedItem(models.Model):
    """One thing that left with a release, by the code that its holders know it by."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="items")
    about = models.IntegerField()
    code = models.CharField(max_length=20)
    is_item = models.BooleanField(default=True)
    """Whether the register counts it; what only explains the items it does not."""
    people = models.JSONField(default=list)
    """Whose words are in it; no researcher is ever shown this."""
    unnamed = models.BooleanField(default=False)
    words_hash = models.CharField(max_length=64, blank=True)
    """Keyed with the release's seed: whether words in it may not leave any more is told
    without keeping them.
    """


class Holding(models.Model):
    """That an account fetched a release."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="holdings")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    fetched_at = models.DateTimeField(default=timezone.now)


class Recall(models.Model):
    """Items of a release that its holders are told to delete; or, where it is late, that
    may leave no more.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="recalls")
    codes = models.JSONField(default=list)
    due_at = models.DateTimeField()
    """When they are told: at once, or for an unnamed thing at a random time
    within 72 hours (C10).
    """
    late = models.BooleanField(default=False)
    """It came after the days of the sheet: all of the project's people are told,
    and copies may stay.
    """
    told_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    confirmed_at = models.DateTimeField(null=True)
