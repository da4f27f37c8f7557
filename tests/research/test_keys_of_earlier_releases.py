"""C2: updating an installation whose drafts gave a removed statement's key to another; run on
rows that were so.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE, AFTER = ("research", "0008_late_withdrawals"), ("research", "0009_keys_given_once")
PUBLISHED = "2026-01-0{}T00:00:00Z"


class Earlier:
    """The tables as they were, and what is put into them."""

    def __init__(self) -> None:
        """Go back."""
        executor = MigrationExecutor(connection)
        executor.migrate([BEFORE])
        self.apps = executor.loader.project_state([BEFORE]).apps
        self.workshop = self.made("workshops", "Workshop", title="Leave", made_with="kept")

    def made(self, app: str, kind: str, **given: Any) -> Any:
        """A row."""
        return self.apps.get_model(app, kind).objects.create(**given)

    def project(self, *versions: str, draft: str = "", answered: str = "") -> Any:
        """A project whose versions have these keys, and a draft after them; somebody
        answered about some.
        """
        project = self.made("research", "Project", title="Rotas", address="rotas")
        sheets = [(keys, str(n), PUBLISHED.format(n)) for n, keys in enumerate(versions, start=1)]
        for keys, version, at in [*sheets, (draft, "", None)]:
            sheet = self.made(
                "research", "Sheet", project=project, version=version, published_at=at
            )
            for key in keys.split():
                self.made(
                    "research",
                    "Statement",
                    sheet=sheet,
                    key=key,
                    text=f"{key} of {version or 'draft'}",
                )
            for key in answered.split() if version == "1" else ():
                self.made(
                    "research", "ConsentAnswer", workshop=self.workshop, project=project,
                    sheet=sheet, statement=key, answer="yes", answered_at=1,
                )  # fmt: skip
        return project

    def updated(self) -> Any:
        """Bring it up to date; the tables as they are then."""
        executor = MigrationExecutor(connection)
        executor.migrate([AFTER])
        return executor.loader.project_state([AFTER]).apps


@pytest.fixture
def earlier() -> Iterator[Earlier]:
    """An installation of before, which is brought up to date at the end in any case."""
    yield Earlier()
    call_command("migrate", verbosity=0, interactive=False)


def keys(apps: Any, project: Any) -> tuple[list[list[str]], int]:
    """The keys of every version, the draft's last, and how many were given."""
    sheets = (
        apps.get_model("research", "Sheet").objects.filter(project_id=project.pk).order_by("pk")
    )
    given = apps.get_model("research", "Project").objects.get(pk=project.pk).keys_given
    return [[one.key for one in sheet.statements.order_by("pk")] for sheet in sheets], given


CASES = {
    "a removed one's key": (("c1 c2 c3", "c1 c3"), "c1 c3 c2", "", ["c1", "c3", "c4"], 4),
    "two of them": (("c1 c2 c3", "c1"), "c2 c1 c3", "", ["c4", "c1", "c5"], 5),
    "one that came back": (("c1 c2", "c1", "c1 c2"), "c1 c2", "", ["c1", "c2"], 2),
    "a new one of its own": (("c1 c2",), "c1 c2 c3", "", ["c1", "c2", "c3"], 3),
    "no version yet": ((), "c1 c2", "", ["c1", "c2"], 2),
    "answers alone know a higher one": (("c1",), "c1", "c7", ["c1"], 7),
    "keys that are words": (
        ("photos quotes", "quotes"),
        "quotes photos c1",
        "",
        ["quotes", "c2", "c1"],
        2,
    ),
    "a key that no count gave": (
        ("c99999999999",),
        "c99999999999 c1",
        "",
        ["c99999999999", "c1"],
        1,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_C2_a_draft_gives_no_removed_statements_key_after_an_update(
    earlier: Earlier, case: str
) -> None:
    versions, draft, answered, after, given = CASES[case]
    project = earlier.project(*versions, draft=draft, answered=answered)
    found, counted = keys(earlier.updated(), project)
    assert found[:-1] == [one.split() for one in versions]
    assert (found[-1], counted) == (after, given)
