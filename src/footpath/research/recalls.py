"""Recalls: what left with a release and may not leave any more is deleted by whoever holds it (C11)."""

from footpath.research.models import Project
from footpath.workshops.models import Workshop


def after_change(
    workshop: Workshop, project: Project | None = None, about: int | None = None, person: int | None = None
) -> None:
    """Match what changed with the releases of a workshop: of one project or all, one thing or person or all."""
