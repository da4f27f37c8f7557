"""The letter with a code to sign in."""

from datetime import timedelta

from django.utils import timezone

from footpath.mail.models import Letter
from footpath.mail.whole_links import whole
from footpath.mail.writing import Written

GOOD_FOR = timedelta(minutes=15)


def sign_in_code(letter: Letter) -> Written | None:
    """The code; nothing once it would open nothing any more."""
    if not letter.given.get("code") or letter.asked_at < timezone.now() - GOOD_FOR:
        return None
    return Written(
        subject=f"{letter.given['code']} is your code for Footpath",
        lines=("Type this code on the page where you asked for it:", letter.given["code"]),
        after=(
            "It works once, and for fifteen minutes.",
            (
                f"Did you not ask for it? Then somebody typed your address at {whole('/')}. Nobody "
                "gets in by it."
            ),
        ),
    )
