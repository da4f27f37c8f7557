"""Addresses of pages: some that cannot be guessed, and some that can be read aloud."""

import secrets

from django.utils.text import slugify

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letters that are mistaken for each other when they are read aloud."""


def new_address() -> str:
    """An address that cannot be guessed: 96 bits."""
    return secrets.token_urlsafe(12).replace("_", "x").replace("-", "y").lower()


def readable_address(title: str) -> str:
    """An address made of a title, with four letters behind it so that two of one title differ;
    at most 32 letters.
    """
    words = slugify(title)[:27].strip("-") or "workshop"
    return f"{words}-{''.join(secrets.choice(LETTERS) for _ in range(4))}"
