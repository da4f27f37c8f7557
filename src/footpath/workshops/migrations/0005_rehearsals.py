import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0004_how_many_are_expected'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Rehearsal',
            fields=[
                ('workshop', models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE, primary_key=True,
                    related_name='rehearsal', serialize=False, to='workshops.workshop',
                )),
                ('person', models.PositiveIntegerField(null=True)),
                ('leader', models.PositiveIntegerField(null=True)),
                ('begun_from', models.CharField(max_length=200)),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('account', models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL,
                    related_name='rehearsals', to=settings.AUTH_USER_MODEL,
                )),
                ('of', models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL,
                    related_name='rehearsals', to='workshops.workshop',
                )),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(
                        fields=('account',), name='one_rehearsal_for_an_account',
                    ),
                    models.UniqueConstraint(
                        fields=('of', 'person'), name='one_rehearsal_for_a_person',
                    ),
                ],
            },
        ),
    ]
