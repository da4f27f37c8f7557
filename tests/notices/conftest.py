"""An organisation of the test's own, on the database that the tests were asked to run on."""

import pytest
from convening import Convening


@pytest.fixture
def convening(transactional_db: None) -> Convening:
    """The organisation."""
    return Convening()
