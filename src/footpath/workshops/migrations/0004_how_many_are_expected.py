from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0003_links_of_people_without_a_device'),
    ]

    operations = [
        migrations.AddField(
            model_name='workshop',
            name='expected',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
    ]
