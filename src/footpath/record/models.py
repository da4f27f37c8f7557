"""The one table of the record, and what is still to be done about it."""

from django.db import models
from django.db.models.functions import Coalesce


class RecordedEntry(models.Model):
    """One thing that happened on a workshop's flipchart. Times are milliseconds since 1970, UTC."""

    workshop = models.ForeignKey(
        "workshops.Workshop", on_delete=models.CASCADE, related_name="entries", db_index=False
    )
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    payload = models.TextField()
    by = models.IntegerField(null=True)
    typed_by = models.IntegerField(null=True)
    said_at = models.BigIntegerField()
    stored_at = models.BigIntegerField()
    command_id = models.CharField(max_length=64)
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "number"], name="numbered_once"),
            # whose id it is counts: nobody's command can stand in the way of another's, or of the
            # server's own (L5)
            models.UniqueConstraint(
                "workshop",
                "command_id",
                "place",
                Coalesce("typed_by", 0),
                name="asked_once_by_each",
            ),
        ]


class UnfinishedRewriting(models.Model):
    """Because of the entry of that number words are still to go from the record."""

    workshop = models.ForeignKey("workshops.Workshop", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()


class StillToFollow(models.Model):
    """Something outside of the record follows from the entry of that number, and
    is still to be done.
    """

    workshop = models.ForeignKey("workshops.Workshop", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    noted_at = models.DateTimeField(auto_now_add=True)


class SealedVeil(models.Model):
    """What the entry of that number veiled is masked for good when its time has come."""

    workshop = models.ForeignKey("workshops.Workshop", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    due_at = models.BigIntegerField(db_index=True)
    """Milliseconds since 1970, UTC."""
