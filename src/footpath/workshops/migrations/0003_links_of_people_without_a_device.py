import json

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def change_links(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Facilitators have seen the own links of people without a device: these change before
    anybody claims them.

    What is handed out from now on is a link of another kind, which makes one device theirs.
    """
    entries = apps.get_model("record", "RecordedEntry").objects
    workshops = apps.get_model("workshops", "Workshop").objects
    added = entries.filter(kind="PersonArrived", payload__contains='"without_device":true')
    claimed = set(entries.filter(kind="NameClaimed").values_list("workshop", "by"))
    for row in added.values("workshop", "payload"):
        person = json.loads(row["payload"])["id"]
        if (row["workshop"], person) in claimed:
            continue
        workshop = workshops.get(pk=row["workshop"])
        workshop.generations[f"person-{person}"] = workshop.generations.get(
            f"person-{person}", 1,
        ) + 1
        workshop.save(update_fields=["generations"])


class Migration(migrations.Migration):
    dependencies = [
        ("workshops", "0002_workshop_policy"),
        ("record", "0003_an_id_is_its_senders_own"),
    ]
    operations = [migrations.RunPython(change_links, migrations.RunPython.noop)]
