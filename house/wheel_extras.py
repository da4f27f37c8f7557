"""Run by the Python of an environment into which the wheel was installed: both extras are there,
and the settings that they are for can be read.
"""

from importlib.metadata import metadata

import psycopg.pq

from footpath.config.environment import read


def main() -> None:
    """Fail with what is missing."""
    extras = metadata("footpath").get_all("Provides-Extra")
    assert extras == ["mail", "postgres"], extras
    read(
        {
            "FOOTPATH_MAIL": "anymail+mailgun://?api_key=none",
            "DATABASE_URL": "postgres://us@localhost/footpath",
        }
    )
    assert psycopg.pq.__impl__ == "binary", psycopg.pq.__impl__


if __name__ == "__main__":
    main()
