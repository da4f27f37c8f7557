"""Research, as Django knows it."""

from django.apps import AppConfig


class ResearchApp(AppConfig):
    """Listens to what happens to registrations."""

    name = "footpath.research"

    def ready(self) -> None:
        """Connect the signals."""
        from footpath.registering import signals
        from footpath.research import of_registrations

        signals.belong_together.connect(of_registrations.join)
        signals.erasing.connect(of_registrations.withdraw_all)
        signals.letter_foot.connect(of_registrations.way_to_answers)
