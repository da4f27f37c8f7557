"""An organisation of the test's own, on the database that the tests were asked to run on."""

import pytest
from belonging import Coop
from django.core.cache import cache


@pytest.fixture
def coop(db: None) -> Coop:
    """Two organisations, and everybody; nobody asked for a code lately."""
    cache.clear()
    return Coop()
