from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("mail", "0005_letters_have_no_column_for_each_kind")]

    operations = [migrations.AddField("letter", "speaks_of", models.JSONField(null=True))]
