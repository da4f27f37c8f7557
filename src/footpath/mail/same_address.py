"""Whether two addresses are the same: where mail servers are told the same of both.

A database's own idea of small and large letters depends on its locale, and is asked nowhere: to
some of them gmaıl.com, which anybody can buy, is gmail.com.
"""

from string import ascii_lowercase, ascii_uppercase
from typing import Any

import idna
from django.db import models

_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def told(address: str) -> str:
    """As a mail server is told it: its domain in the letters that domains are made of."""
    name, at, domain = address.strip().rpartition("@")
    return f"{name}{at}{_in_ascii(domain)}"


def folded(address: str) -> str:
    """The one spelling by which it is compared. Of letters beyond ASCII before the @ none is
    another.
    """
    return told(address).translate(_SMALL)


def same(one: str, other: str) -> bool:
    """Whether letters to both go to one letter box; what only looks alike is somebody else's."""
    return folded(one) == folded(other)


def _in_ascii(domain: str) -> str:
    """By today's standard, by which ß is a letter of its own; what that does not know (such as
    signs and pictures) by the earlier one.
    """
    if domain.isascii():
        return domain
    try:
        return idna.encode(domain, uts46=True).decode()
    except UnicodeError:
        pass
    try:
        return domain.encode("idna").decode()
    except UnicodeError:  # no mail server would take it
        return domain


class FoldedAddress(models.TextField):  # pyright: ignore[reportMissingTypeArgument]
    """A column that keeps a row's `email` as it is compared, whenever the row is stored."""

    def pre_save(self, model_instance: Any, add: bool) -> str:
        """Taken from the address as it is."""
        model_instance.address = folded(model_instance.email)
        return model_instance.address

    def deconstruct(self) -> Any:
        """A migration need not know how it is filled."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
