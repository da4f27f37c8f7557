"""Research answers: private to the person, never an entry of the group's record."""

from django.db import models


class ResearchAnswer(models.Model):
    """One answer of one person to one study, with the sheet version that was on the screen. The latest one holds."""

    workshop = models.ForeignKey("workshops.Workshop", on_delete=models.CASCADE, related_name="research_answers")
    person = models.IntegerField(null=True)
    registration = models.ForeignKey(
        "registering.Registration", on_delete=models.CASCADE, null=True, related_name="research_answers"
    )  # fmt: skip
    """Who answered before they came in; once they have, `person` is set as well."""
    study = models.CharField(max_length=100)
    sheet = models.CharField(max_length=40, blank=True)
    answer = models.CharField(max_length=40, blank=True)
    quotes = models.CharField(max_length=40, blank=True)
    except_items = models.JSONField(default=list)
    medium = models.CharField(max_length=200, blank=True)
    withdrawn = models.BooleanField(default=False)
    answered_at = models.BigIntegerField()
