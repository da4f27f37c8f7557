"""The release as CSV tables (RFC 4180, UTF-8), and the dictionary that says what each column means.

Both are made from the same declaration, so that the dictionary describes what is there.
"""

import csv
import io
from collections.abc import Callable, Iterable

from msgspec import Struct

from footpath.gate.material import LABEL, Files, Material, Piece
from footpath.spreadsheets import cell

Row = tuple[str | int | bool | None, ...]


class Table(Struct, frozen=True, kw_only=True):
    """One table: its columns with what they mean, and its rows."""

    name: str
    holds: str
    columns: tuple[tuple[str, str], ...]
    rows: Callable[[Material], Iterable[Row]]


def _items(material: Material) -> Iterable[Row]:
    for one in material.pieces:
        yield (
            one.code, one.kind, one.is_item, one.person, one.phase, one.minute, one.feeling,
            one.inferred, one.elsewhere, one.paraphrased,
        )  # fmt: skip


def _texts(material: Material) -> Iterable[Row]:
    for one in material.pieces:
        for name, place, text in texts_of(one):
            yield one.code, name, place, text


def texts_of(one: Piece) -> Iterable[tuple[str, int | None, str]]:
    """Every text of a piece: the field, its place where the field is a list, and the words."""
    yield from ((name, None, text) for name, text in one.texts.items())
    for name, several in one.lists.items():
        yield from ((name, place, text) for place, text in enumerate(several, start=1))


def _links(material: Material) -> Iterable[Row]:
    return (
        (one.code, link.relation, link.to, link.label)
        for one in material.pieces
        for link in one.links
    )


def _people(material: Material) -> Iterable[Row]:
    return ((case.pseudonym, case.attribute) for case in material.people)


def _permissions(material: Material) -> Iterable[Row]:
    return (
        (case.pseudonym, key, answer)
        for case in material.people
        for key, answer in case.permissions
    )


def _answered(material: Material) -> Iterable[Row]:
    for case in material.people:
        for one in case.answers:
            yield (
                case.pseudonym,
                one.statement,
                one.answer,
                one.sheet_version,
                one.day,
                one.withdrawn,
                one.still_counts,
            )


TABLES = (
    Table(
        name="items",
        holds="Everything that leaves, one row each, in an order that tells nothing within a phase",
        columns=(
            ("code", "its name in this release alone; use it to delete what is recalled"),
            (
                "kind",
                (
                    "note, liked, disliked, differently, similar, question, answer, open_question, "
                    "position, checkout, saying, moment, story, value, group, aim, review, "
                    "activity, decision, document, wait, exception, control, end"
                ),
            ),
            (
                "is_item",
                "True for an item, False for what explains the items: groups, aims, stories …",
            ),
            ("person", "a pseudonym of this release alone; empty where its author stays unnamed"),
            ("phase", "gather, aims, experience, reflect, process, return"),
            (
                "minute",
                (
                    "whole minutes since the phase was opened; empty for what is unnamed or was "
                    "written in silence"
                ),
            ),
            ("feeling", "of a moment: -2 (very bad) to 2 (very good); empty where none was said"),
            ("inferred", "of a moment: True where it was inferred and not said"),
            ("elsewhere", "of a story: True where it happened somewhere else than in the group"),
            (
                "paraphrased",
                "True where its own words stay: it has none, or others that its author accepted",
            ),
        ),
        rows=_items,
    ),
    Table(
        name="texts",
        holds="The words of the items; ███ stands where something was masked, whatever the reason",
        columns=(
            ("code", "whose words these are, as in items.csv"),
            (
                "field",
                (
                    "text, first_text, sentence, quote, feeling_words, when, side, reason, lane, "
                    "stage, choice, paraphrase; of lists: who, used, lanes, stages, inputs, outputs"
                ),
            ),
            ("place", "the place in a list, from 1; empty where the field is no list"),
            (
                "text",
                (
                    "the words; where they, or what follows a semicolon, a tab or a line's end in "
                    "them, begin like a formula, an apostrophe stands before that in this file "
                    "alone, and control characters are blanks"
                ),
            ),
        ),
        rows=_texts,
    ),
    Table(
        name="links",
        holds="The threads between what leaves",
        columns=(
            ("code", "from where, as in items.csv"),
            (
                "relation",
                (
                    "about, merged_into, in_group, in_story, rests_on, heard_in, answers, serves, "
                    "leads_to, in_tension_with; leads_to_all_of and leads_to_one_of where the "
                    "group said that all or one of several ways are taken; ends_here, from a step "
                    "to itself, where the process ends after it"
                ),
            ),
            ("to", "to where, as in items.csv"),
            ("label", "of a way on its name; of in_story the place on the map, from 1"),
        ),
        rows=_links,
    ),
    Table(
        name="people",
        holds="Those whose named words leave",
        columns=(
            ("person", "a pseudonym of this release alone"),
            (
                "attribute",
                (
                    "the one attribute that was asked for; empty unless five people share each of "
                    "its values"
                ),
            ),
        ),
        rows=_people,
    ),
    Table(
        name="permissions",
        holds="What holds of what each of them answered",
        columns=(
            ("person", "as in people.csv"),
            ("statement", "as in statements.csv"),
            ("answer", "yes or no"),
        ),
        rows=_permissions,
    ),
    Table(
        name="answers",
        holds="Every answer that each of them gave until the release was asked for, in its order",
        columns=(
            ("person", "as in people.csv"),
            ("statement", "its key; of the last version as in statements.csv"),
            ("answer", "yes or no"),
            ("sheet_version", "the version of the information sheet that was on the screen"),
            ("day", "on which it was given (UTC)"),
            ("withdrawn", "True for a no with which consent was withdrawn"),
            ("still_counts", "False where what is asked has changed since that version"),
        ),
        rows=_answered,
    ),
    Table(
        name="statements",
        holds="The statements of the information sheet that people answered",
        columns=(
            ("statement", "its key"),
            ("purpose", "what it is about"),
            ("text", "as it was asked"),
            (
                "decides",
                (
                    "False where nothing was held back by it: who holds the release keeps to the "
                    "answers"
                ),
            ),
        ),
        rows=lambda material: (
            (one.key, one.purpose, one.text, one.decides) for one in material.about.statements
        ),
    ),
    Table(
        name="phases",
        holds="The phases as they were opened, in order",
        columns=(
            (
                "phase",
                "gather, aims, experience, reflect, process, return; one can be opened again",
            ),
            ("minutes", "whole minutes until the next was opened; empty for the last"),
        ),
        rows=lambda material: ((one.phase, one.minutes) for one in material.phases),
    ),
)


def _as_cell(value: str | int | bool | None) -> str:
    """A value as it stands in a table: text that looks like a formula stays text, and
    a number a number.
    """
    if isinstance(value, str):
        return cell(value)
    return "" if value is None else str(value)


def write(material: Material) -> Files:
    """Every table, and the dictionary."""
    files = {f"tables/{table.name}.csv": _csv(table, material) for table in TABLES}
    return {**files, "data-dictionary.md": _dictionary().encode()}


def _csv(table: Table, material: Material) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow([name for name, _ in table.columns])
    writer.writerows([_as_cell(value) for value in row] for row in table.rows(material))
    return made.getvalue().encode("utf-8", "replace")


def _dictionary() -> str:
    lines = ["# Data dictionary", "", f"This is {LABEL}. The same names are used in data.json.", ""]
    for table in TABLES:
        lines += [
            f"## tables/{table.name}.csv",
            "",
            f"{table.holds}.",
            "",
            "| column | means |",
            "| --- | --- |",
        ]
        lines += [f"| `{name}` | {means} |" for name, means in table.columns] + [""]
    return "\n".join(lines)
