"""Workshops, and what is needed to find one and to open its doors. What the group
sees is in the record.
"""

import secrets

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone

from footpath.mail.models import Letter
from footpath.organisations.models import Policy
from footpath.organisations.page_addresses import LETTERS, new_address


def new_code() -> str:
    """Eight characters to type or to say: 39 bits, behind a limit of attempts."""
    return "".join(secrets.choice(LETTERS) for _ in range(8))


class Workshop(models.Model):
    """A gathering that people are invited to."""

    address = models.CharField(max_length=32, unique=True, default=new_address)
    code = models.CharField(max_length=8, unique=True, default=new_code)
    title = models.CharField(max_length=300)
    policy = models.ForeignKey(
        Policy, on_delete=models.SET_NULL, null=True, related_name="workshops"
    )
    """Whose policy it works on; None where it was made by a link alone."""
    made_with = models.CharField(max_length=64, unique=True)
    """The command id of the form that made it, so that a form sent twice makes one workshop."""
    generations = models.JSONField(default=dict)
    """How often each link was changed; a link of an earlier generation opens nothing."""
    expected = models.PositiveIntegerField(null=True, blank=True)
    """How many people are expected; None where nobody said. More than twice as many cannot come
    by one link at once.
    """
    replayed = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    letters = GenericRelation(Letter, "about_id", "about_kind", related_query_name="workshop")

    @property
    def as_rehearsal(self) -> "Rehearsal | None":
        """That it is a rehearsal: nobody comes in, and nothing of it leaves; None of a real one."""
        return getattr(self, "rehearsal", None)

    @property
    def letter_language(self) -> str:
        """The language of letters about it, as its notice says; empty where there is none."""
        return getattr(getattr(self, "notice", None), "language", "")

    @property
    def letter_sender(self) -> str:
        """In whose name letters about it come; empty where it is no organisation's."""
        return self.policy.organisation.name if self.policy is not None else ""

    @property
    def readable_code(self) -> str:
        """The code as it is shown and said: two times four letters."""
        return f"{self.code[:4]} {self.code[4:]}".upper()

    def __str__(self) -> str:
        return self.title


class Rehearsal(models.Model):
    """That a workshop is a rehearsal, from its first moment to its last, and whose it is: an
    account's, or a facilitator's of the workshop that it is of.
    """

    workshop = models.OneToOneField(
        Workshop, on_delete=models.CASCADE, primary_key=True, related_name="rehearsal"
    )
    of = models.ForeignKey(
        Workshop, on_delete=models.SET_NULL, null=True, related_name="rehearsals"
    )
    """What it rehearses; None for somebody who has no workshop yet."""
    person = models.PositiveIntegerField(null=True)
    """Who they are in that workshop, where it is no account's."""
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="rehearsals"
    )
    leader = models.PositiveIntegerField(null=True)
    """Who they are in the rehearsal; None until they are in."""
    begun_from = models.CharField(max_length=200)
    """The page on which it was begun, to which they go back."""
    begun_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account"], name="one_rehearsal_for_an_account"),
            models.UniqueConstraint(fields=["of", "person"], name="one_rehearsal_for_a_person"),
        ]
