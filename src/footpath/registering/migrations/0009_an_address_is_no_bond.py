from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("registering", "0008_doubles_like_any_other")]

    operations = [migrations.RemoveField("registration", "double_of")]
