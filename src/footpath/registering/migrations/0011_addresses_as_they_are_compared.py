from typing import Any

from django.db import migrations, models

from footpath.mail.same_address import folded

AT_ONCE = 500


def fill(apps: Any, _schema: Any) -> None:
    registrations = apps.get_model("registering", "Registration").objects
    some = []
    for one in registrations.exclude(email="").only("email").iterator(AT_ONCE):
        one.address = folded(one.email)
        some.append(one)
        if len(some) == AT_ONCE:
            registrations.bulk_update(some, ["address"])
            some = []
    registrations.bulk_update(some, ["address"])


class Migration(migrations.Migration):
    """Whose address is the same is asked of a column, and no longer of the database's letters."""

    dependencies = [("registering", "0010_entries_of_their_own")]

    operations = [
        migrations.AddField(
            "registration", "address", models.TextField(default="", editable=False)
        ),
        migrations.AddIndex(
            "registration",
            models.Index(fields=["workshop", "address"], name="registered_with_address"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
