"""An organisation whose members write in the same forms."""

import pytest
from convening import Convening
from serving_fixtures import database, doors, fresh_server, server  # noqa: F401


@pytest.fixture
def convening(transactional_db: None) -> Convening:
    """The organisation."""
    return Convening()
