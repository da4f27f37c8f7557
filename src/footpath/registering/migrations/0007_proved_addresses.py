"""Whose address it is, is proved by opening a letter on the device that registered; of earlier
ones it is taken so.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registering", "0006_mailings")]

    operations = [
        migrations.AddField("registration", "moved", models.PositiveIntegerField(default=0)),
        migrations.AddField("registration", "parted", models.PositiveIntegerField(default=0)),
        migrations.AddField("registration", "proved", models.BooleanField(default=True)),
        migrations.AlterField("registration", "proved", models.BooleanField(default=False)),
        migrations.AddField("registration", "said_before", models.JSONField(default=dict)),
    ]
