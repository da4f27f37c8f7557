"""Whole sessions, played as their people, leave what their files expect."""

from collections.abc import Callable
from typing import Any

import pytest
import sessions


@pytest.mark.parametrize("made", [sessions.laundry, sessions.night_bus, sessions.bakery])
def test_S3_a_played_session_leaves_what_its_file_expects(
    play: Callable[..., Any], made: Callable[[], Any]
) -> None:
    left = play(made())
    assert left.code == 0, left.printed + left.wrong
