from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registering', '0004_links_that_were_handed_out'),
    ]

    operations = [
        migrations.AddField(
            model_name='totakeback',
            name='at_once',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='totakeback',
            name='let_stand',
            field=models.JSONField(default=list),
        ),
    ]
