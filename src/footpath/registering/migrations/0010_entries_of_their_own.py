from django.db import migrations, models


class Migration(migrations.Migration):
    """Who registered before keeps the UID that stands in their calendar."""

    dependencies = [("registering", "0009_an_address_is_no_bond")]

    operations = [
        migrations.AddField("registration", "own_entry", models.BooleanField(default=False)),
        migrations.AlterField("registration", "own_entry", models.BooleanField(default=True)),
    ]
