"""Organisations, their members, invitations to them, and the policies that they live by."""

from django.conf import settings
from django.db import models

from footpath.organisations.page_addresses import new_address


class Organisation(models.Model):
    """A co-operative, or whoever writes policies together."""

    name = models.CharField(max_length=120)
    address = models.SlugField(max_length=60, unique=True)
    about = models.TextField(max_length=2000, blank=True)
    time_zone = models.CharField(max_length=64, default="Europe/London")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Belonging(models.TextChoices):
    """What somebody is in an organisation. Stewards look after its members and policies."""

    MEMBER = "member"
    STEWARD = "steward"


class Membership(models.Model):
    """An account's place in an organisation."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=10, choices=Belonging.choices, default=Belonging.MEMBER)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "account"], name="one_place_each")
        ]


class Invitation(models.Model):
    """An offer to become a member: by a link for many, or by e-mail for one. Its link is
    derived, never stored.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(blank=True)
    """For whom; empty where the link is for whoever holds it."""
    role = models.CharField(max_length=10, choices=Belonging.choices, default=Belonging.MEMBER)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    invited_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField()
    ended = models.BooleanField(default=False)
    """Taken back, or accepted by the one it was for."""


class PolicyState(models.TextChoices):
    """Where a policy stands in its life."""

    WANTED = "wanted", "Wanted"
    OUTLINE = "outline", "Outline"
    DRAFT = "draft", "Draft"
    DECIDING = "deciding", "Being decided"
    ADOPTED = "adopted", "Adopted"
    REVIEW = "review", "Under review"
    RETIRED = "retired", "Retired"


class Policy(models.Model):
    """What an organisation lives by, or wants to; workshops belong to one."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="policies"
    )
    address = models.CharField(max_length=32, unique=True, default=new_address)
    title = models.CharField(max_length=300)
    about = models.TextField(max_length=5000, blank=True)
    sides = models.JSONField(default=list)
    """The sides it can be told from, as short texts."""
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="policies"
    )
    state = models.CharField(max_length=10, choices=PolicyState.choices, default=PolicyState.WANTED)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.title
