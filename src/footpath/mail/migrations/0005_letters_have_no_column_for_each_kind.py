from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("mail", "0004_letters_are_about_something")]

    operations = [
        migrations.RemoveIndex("letter", "letters_of_registration"),
        migrations.RemoveIndex("letter", "letters_of_account"),
        migrations.RemoveField("letter", "registration"),
        migrations.RemoveField("letter", "workshop"),
        migrations.RemoveField("letter", "account"),
        migrations.AddIndex(
            "letter",
            models.Index(
                fields=["about_kind", "about_id", "state", "purpose"], name="letters_about",
            )
        ),
        migrations.AddIndex(
            "letter",
            models.Index(fields=[
                "about_kind", "about_id", "purpose", "sent_at",
            ], name="letters_about_sent")
        ),
    ]
