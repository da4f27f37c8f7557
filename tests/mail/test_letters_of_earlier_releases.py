"""W10, W28: updating an installation whose letters had a column for each kind of thing
that they are about.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from footpath.accounts.models import Account
from footpath.mail.models import Letter
from footpath.registering.models import Registration
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def earlier() -> Iterator[Any]:
    """The tables as they were; brought up to date at the end in any case."""
    executor = MigrationExecutor(connection)
    executor.migrate([("mail", "0003_letters_of_one_person")])
    yield executor.loader.project_state([("mail", "0003_letters_of_one_person")]).apps
    call_command("migrate", verbosity=0, interactive=False)


def test_W10_a_letter_that_waits_is_about_the_same_after_an_update(earlier: Any) -> None:
    workshop = Workshop.objects.create(title="Leave", made_with="kept")
    about = {
        "registration": Registration.objects.create(workshop=workshop, name="Ada", state="coming"),
        "account": Account.objects.create_user("fay@example.org"),
        "workshop": workshop,
    }
    letters = earlier.get_model("mail", "Letter").objects
    for column, one in about.items():
        letters.create(key=column, purpose="after", **{f"{column}_id": one.pk})
    letters.create(key="nothing", purpose="invitation")
    call_command("migrate", verbosity=0, interactive=False)
    found = {letter.key: letter.about for letter in Letter.objects.all()}
    assert found == {**about, "nothing": None}


def test_W28_letters_go_with_what_they_are_about(earlier: Any) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    workshop = Workshop.objects.create(title="Leave", made_with="kept")
    somebody = Registration.objects.create(workshop=workshop, name="Ada", state="coming")
    Letter.objects.create(key="a", purpose="after", about=somebody)
    workshop.delete()
    assert not Letter.objects.exists()
