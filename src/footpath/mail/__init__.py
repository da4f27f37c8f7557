"""Mail: a list of letters to be sent, and the loop that sends them once each, however long the
mail server is away.
"""

from django.conf import settings


def is_set_up() -> bool:
    """Whether there is a mail server; without one letters wait."""
    return bool(settings.MAIL.backend)
