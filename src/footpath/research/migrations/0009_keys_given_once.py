"""Keys of statements are counted; a draft's statement that was given a removed one's key is
given one of its own.
"""

from typing import Any

from django.db import migrations, models


def count_what_was_given(apps: Any, _schema: Any) -> None:
    """Count on from the highest key that any version or answer knows."""
    known = {name: apps.get_model("research", name) for name in (
        "Project", "Sheet", "Statement", "ConsentAnswer",
    )}
    for project in known["Project"].objects.all():
        statements = known["Statement"].objects.filter(sheet__project=project)
        answers = known["ConsentAnswer"].objects.filter(project=project)
        keys = {
            *statements.values_list("key", flat=True), *answers.values_list("statement", flat=True),
        }
        numbers = [
            int(key[1:]) for key in keys if key[:1] == "c" and key[1:].isdecimal() and len(key) < 8
        ]
        project.keys_given = max(numbers, default=0)
        published = known["Sheet"].objects.filter(project=project).exclude(published_at=None)
        last = published.order_by("published_at", "pk").last()
        of_last = {*statements.filter(sheet=last).values_list("key", flat=True)}
        before = {*statements.filter(sheet__in=published).values_list("key", flat=True)} - of_last
        for statement in statements.filter(sheet__published_at=None, key__in=before):
            project.keys_given += 1
            statement.key = f"c{project.keys_given}"
            statement.save(update_fields=["key"])
        project.save(update_fields=["keys_given"])


class Migration(migrations.Migration):
    dependencies = [("research", "0008_late_withdrawals")]

    operations = [
        migrations.AddField(
            model_name="project",
            name="keys_given",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.RunPython(count_what_was_given, migrations.RunPython.noop),
    ]
