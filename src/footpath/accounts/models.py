"""The accounts of those who host. Who only takes part needs none."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from footpath.mail.models import Letter


class Accounts(BaseUserManager["Account"]):
    """Makes accounts; none has a password."""

    def create_user(self, email: str, **given: Any) -> "Account":
        """Make an account for an e-mail address."""
        account = self.model(email=self.normalize_email(email).lower(), **given)
        account.set_unusable_password()
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser, PermissionsMixin):  # pyright: ignore[reportIncompatibleVariableOverride]
    """Somebody who can sign in. What they may do comes from their memberships, and from
    `is_staff` for the operator.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=80, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    """Whether they operate this installation and may open its administration."""
    created_at = models.DateTimeField(auto_now_add=True)

    letters = GenericRelation(Letter, "about_id", "about_kind", related_query_name="account")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Accounts()

    def __str__(self) -> str:
        return self.name or self.email
