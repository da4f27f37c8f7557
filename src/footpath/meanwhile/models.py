"""Who changed which point of a shared form last, so that whoever clashes with them
learns whom to talk to.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=30)


class Change(models.Model):
    """The last change of a point. It holds no words."""

    form = models.CharField(max_length=80)
    """The form, and the row that it is about."""
    point = models.CharField(max_length=120)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "point"], name="changed_last")]
