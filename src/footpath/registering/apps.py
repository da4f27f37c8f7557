"""Registering, as Django knows it."""

from django.apps import AppConfig


class Registering(AppConfig):
    """Listens to what becomes of a notice."""

    name = "footpath.registering"

    def ready(self) -> None:
        """Connect the signals."""
        from footpath.notices import signals
        from footpath.registering import of_notices

        signals.changed.connect(of_notices.tell_changed)
        signals.cancelled.connect(of_notices.tell_cancelled)
        signals.closed.connect(of_notices.tell_after)
        signals.drafted.connect(of_notices.take_over_questions)
