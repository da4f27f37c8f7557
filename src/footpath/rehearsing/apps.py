"""Rehearsing, as Django knows it."""

from django.apps import AppConfig


class Rehearsing(AppConfig):
    """Listens to who is erased."""

    name = "footpath.rehearsing"

    def ready(self) -> None:
        """Connect the signal."""
        from footpath.registering import signals
        from footpath.rehearsing import throwing_away

        signals.erasing.connect(throwing_away.whoever_is_erased)
