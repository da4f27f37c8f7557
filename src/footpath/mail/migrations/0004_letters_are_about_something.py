"""A letter says what it is about, whatever that is, instead of having a column for each kind."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F

KINDS = (("registration", "registering"), ("account", "accounts"), ("workshop", "workshops"))
"""The columns that there were, with the app of each; the first that is filled is what
the letter is about.
"""


def say_about(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Write what each letter is about in the new way."""
    letters = apps.get_model("mail", "Letter").objects
    kinds = apps.get_model("contenttypes", "ContentType").objects
    for column, app in KINDS:
        kind, _ = kinds.get_or_create(app_label=app, model=column)
        unsaid = letters.filter(about_kind=None).exclude(**{column: None})
        unsaid.update(about_kind=kind, about_id=F(f"{column}_id"))


class Migration(migrations.Migration):

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("mail", "0003_letters_of_one_person"),
    ]

    operations = [
        migrations.AddField(
            "letter", "about_kind",
            models.ForeignKey(null=True, on_delete=models.CASCADE, to="contenttypes.contenttype"),
        ),
        migrations.AddField("letter", "about_id", models.PositiveBigIntegerField(null=True)),
        migrations.RunPython(say_about, migrations.RunPython.noop, elidable=True),
    ]
