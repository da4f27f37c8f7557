"""The mail part, as Django knows it."""

from django.apps import AppConfig
from django.conf import settings


class Mail(AppConfig):
    """Listens to what a provider reports, where one sends."""

    name = "footpath.mail"

    def ready(self) -> None:
        """Connect the signal."""
        if settings.MAIL.provider:
            from anymail.signals import tracking

            from footpath.mail.reports import note

            tracking.connect(note, dispatch_uid="footpath.mail")
