"""Spans: where parts of a text begin and end."""

from collections.abc import Iterable

Span = tuple[int, int]


def in_one(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that meet or touch in one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def put_at(text: str, spans: Iterable[Span], put: str) -> str:
    """The text with the same put in place of each span; of those that meet, in place of all."""
    kept, done = list[str](), 0
    for start, end in in_one(spans):
        kept += [text[done:start], put]
        done = end
    return "".join(kept) + text[done:]
