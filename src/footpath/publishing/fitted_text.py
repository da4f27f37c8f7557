"""Text in as much room as the drawing has for it."""

from html import escape

from wcwidth import clip, width, wrap

from footpath.method.layout.units import LETTER, LINE


def folded(text: str, columns: int) -> list[str]:
    """Text in lines of so many columns at most, a wide sign being two; a word that is longer is
    cut between signs.
    """
    return wrap(text, columns, break_on_hyphens=False, control_codes="ignore") or [""]


def cut(text: str, columns: int) -> str:
    """The text, or its beginning with an ellipsis."""
    if width(text, control_codes="ignore") <= columns:
        return text
    return clip(text, 0, columns - 1, control_codes="ignore").rstrip() + "…"


def shortened(lines: list[str], most: int, columns: int) -> list[str]:
    return (
        lines
        if len(lines) <= most
        else [*lines[: most - 1], cut(f"{lines[most - 1]} {lines[most]}", columns)]
    )


def text_lines(text: str, x: int, y: int, wide: int, most: int) -> str:
    """Text in so many lines at most, of which the first stands at a height."""
    columns = max(4, wide // LETTER)
    return spans(shortened(folded(text, columns), most, columns), x, y)


def spans(lines: list[str], x: int, y: int, high: int = LINE - 1) -> str:
    return "".join(
        f'<tspan x="{x}" y="{y + place * high}">{escape(one)}</tspan>'
        for place, one in enumerate(lines)
    )
