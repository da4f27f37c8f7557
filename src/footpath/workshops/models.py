"""Workshops, and what is needed to find one and to open its doors. What the group
sees is in the record.
"""

import secrets

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

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
