"""What the host of a replayed workshop asks for is JSON: what is no text goes out of it (L1c)."""

import uuid

import pytest
from django.test import Client

from footpath.research.models import Project
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("title", ["How\\u0000 we lend", "How\\ud800 we lend", "[" * 100_000])
def test_L1c_a_replayed_study_with_what_is_no_text_is_never_a_fault(title: str) -> None:
    workshop = Workshop.objects.create(title="Buying", made_with=str(uuid.uuid4()), replayed=True)
    host = Client()
    host.raise_request_exception = False
    doing = title if title.startswith("[") else f'{{"do":"set up","title":"{title}"}}'
    came = host.post(f"/w/{workshop.address}/research/replayed", {"doing": doing})
    assert came.status_code in (200, 400)
    assert [one.title for one in Project.objects.all()] in ([], ["How we lend"])
