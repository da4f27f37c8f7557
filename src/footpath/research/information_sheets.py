"""Research projects, and the information sheets with which they ask, in fixed versions."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from footpath.gate.permissions import TOLD_ONLY, Blank, Purpose
from footpath.organisations.models import Organisation
from footpath.organisations.page_addresses import new_address
from footpath.workshops.models import Workshop


class Project(models.Model):
    """A research project that workshops can contribute to."""

    address = models.CharField(max_length=32, unique=True, default=new_address)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, related_name="projects"
    )
    """Whose members set it up; None for the projects of a replayed workshop."""
    title = models.CharField(max_length=300)
    about = models.TextField(max_length=5000, blank=True)
    responsible = models.CharField(max_length=500, blank=True)
    """Who answers for it: names and where they work."""
    contact = models.CharField(max_length=500, blank=True)
    data_protection = models.CharField(max_length=500, blank=True)
    """Whom to ask about data protection."""
    ethics = models.CharField(max_length=300, blank=True)
    """The reference of its ethics approval."""
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="projects")
    """The researchers: who may ask for a release, review one and fetch it."""
    workshops = models.ManyToManyField(Workshop, related_name="projects")
    """The workshops that would contribute to it."""
    keys_given = models.PositiveIntegerField(default=0, editable=False)
    """How many keys its statements were given, in drafts too: none is ever given again."""
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class Sheet(models.Model):
    """One version of a project's information sheet and its consent form. Once
    published it never changes.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sheets")
    version = models.CharField(max_length=40)
    text = models.TextField(max_length=50_000, blank=True)
    """Markdown; empty where the sheet is a PDF."""
    pdf = models.BinaryField(null=True)
    what_changed = models.TextField(max_length=2000, blank=True)
    covers_before = models.BooleanField(default=False)
    """Nothing that is asked has changed, so that answers to the version before
    it still hold (C2).
    """
    covers_earlier = models.BooleanField(default=False)
    """Whether an answer covers what was said before it."""
    blank_means = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in Blank], default=Blank.NO
    )
    together = models.BooleanField(default=False)
    """One act answers every statement."""
    withdraw_until = models.CharField(max_length=500, blank=True)
    """Until when one can withdraw, in words; empty for at any time."""
    withdraw_days = models.PositiveIntegerField(null=True, blank=True)
    """For so many days the holders of a release are told to delete (`windows`); None for ever."""
    after_withdrawing = models.TextField(max_length=2000, blank=True)
    """What happens then, in words."""
    sha256 = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField(null=True)
    """None while it is a draft, which can be changed and asks nobody."""

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["project", "version"], name="version_once")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, unless it was published: then it stays as it is.

        Raises:
            Unchangeable: for a published version.
        """
        _check_unpublished(self.pk)
        super().save(*args, **kwargs)


def published(project: Project, until: datetime | None = None) -> models.QuerySet[Sheet]:
    """The versions with which people were asked at any time, or until a moment; the newest last."""
    found = Sheet.objects.filter(project=project).exclude(published_at=None)
    if until is not None:
        found = found.filter(published_at__lte=until)
    return found.order_by("published_at", "pk")


def current_sheet(project: Project) -> Sheet | None:
    """The version that is asked with now; None while none is published."""
    return published(project).last()


class Unchangeable(Exception):
    """A published sheet was to be changed: what people were shown stays as it was."""


def _check_unpublished(pk: int | None) -> None:
    if pk is not None and Sheet.objects.filter(pk=pk).exclude(published_at=None).exists():
        raise Unchangeable


class Statement(models.Model):
    """One sentence of a sheet's form, answered by itself."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="statements")
    key = models.CharField(max_length=40)
    """The same statement keeps its key from version to version, and no other statement of its
    project ever has it.
    """
    text = models.TextField(max_length=2000)
    explained = models.TextField(max_length=2000, blank=True)
    """An example, or what it means for the person."""
    purpose = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Purpose])
    required = models.BooleanField(default=False)
    """Without a yes to it nothing of the person leaves."""
    choices = models.JSONField(default=list)
    """Where a yes says which: the ways to choose from, as texts."""

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["sheet", "key"], name="statement_once")]

    @property
    def is_told_only(self) -> bool:
        """Whether answers decide nothing about what leaves, and the project itself
        has to keep to them.
        """
        return self.purpose in TOLD_ONLY and not self.required

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, unless its sheet was published.

        Raises:
            Unchangeable: for a statement of a published version.
        """
        _check_unpublished(self.sheet.pk if self.pk else None)
        super().save(*args, **kwargs)
