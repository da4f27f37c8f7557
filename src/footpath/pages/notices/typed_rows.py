"""What was typed into the rows of a form: with one row more or less, or with a guess taken."""

from collections.abc import Mapping, Sequence

from django.http import QueryDict

from footpath.limits.numbers import number_in
from footpath.notices.filling import rows_of, settled, taken
from footpath.notices.models import Notice


def with_row(data: QueryDict, prefix: str) -> QueryDict:
    """What was typed, with one row more."""
    made = data.copy()
    made[f"{prefix}-TOTAL_FORMS"] = str(_count(data, prefix) + 1)
    return made


def without_row(data: QueryDict, prefix: str, number: int) -> QueryDict:
    """What was typed, without one row."""
    rows = [row for at, row in enumerate(_typed(data, prefix)) if at != number]
    return _with_rows(data, prefix, rows)


def with_guess(data: QueryDict, notice: Notice, choice: str) -> QueryDict:
    """What was typed, with a guess of the reader's taken into its field."""
    found = taken(notice, choice)
    if found is None:
        return data
    point, guess = found
    notice.reading = settled(notice.reading, point)
    if point == "sittings":
        return _with_rows(data, "sittings", rows_of(guess))
    made = data.copy()
    if point == "research":
        return _with_rows(made, "studies", [{"title": title[:300]} for title in guess["projects"]])
    if point == "where":
        made["call_link"], made["place"] = (
            guess["link"] or "",
            guess["address"] or guess["platform"] or "",
        )
    elif point in ("registration", "drop_in"):
        made.pop(point, None)
        if guess not in (False, "not needed"):
            made[point] = "on"
    else:
        made[point] = "\n".join(guess) if isinstance(guess, list) else str(guess)
    return made


def _count(data: QueryDict, prefix: str) -> int:
    return min(max(number_in(data.get(f"{prefix}-TOTAL_FORMS")) or 0, 0), 60)


def _typed(data: QueryDict, prefix: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for number in range(_count(data, prefix)):
        start = f"{prefix}-{number}-"
        rows.append(
            {name.removeprefix(start): str(data[name]) for name in data if name.startswith(start)}
        )
    return rows


def _with_rows(data: QueryDict, prefix: str, rows: Sequence[Mapping[str, object]]) -> QueryDict:
    made = data.copy()
    for name in [
        name for name in made if name.startswith(f"{prefix}-") and name.split("-")[1].isdecimal()
    ]:
        del made[name]
    for number, row in enumerate(rows):
        for name, typed in row.items():
            if typed:
                made[f"{prefix}-{number}-{name}"] = str(typed)
    made[f"{prefix}-TOTAL_FORMS"] = str(len(rows))
    return made
