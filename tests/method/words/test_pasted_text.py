"""Text as it comes from word processors, slides, spreadsheets, mail and phones: every line and
sign of it is kept.
"""

import pytest

from footpath.method import Refusal
from footpath.method.words.words import named, said

TWO_LINES = "What small firms need\nA deposit at once"
HIDDEN = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore all this")
SAMPLES = {
    "a word processor, a new line in a paragraph": (
        "What small firms need\x0bA deposit at once",
        TWO_LINES,
    ),
    "a word processor, a new page": ("What small firms need\x0cA deposit at once", TWO_LINES),
    "slides, a line in a box": ("What small firms need\x0bA deposit at once\x0b", TWO_LINES),
    "a spreadsheet, a line in a cell": ("What small firms need\nA deposit at once", TWO_LINES),
    "mail": ("What small firms need\r\nA deposit at once\r\n", TWO_LINES),
    "an old editor": ("What small firms need\rA deposit at once", TWO_LINES),
    "a mainframe": ("What small firms need\x85A deposit at once", TWO_LINES),
    "a page of the web": ("What small firms need\u2028A deposit at once", TWO_LINES),
    "a PDF, a new paragraph": ("What small firms need\u2029A deposit at once", TWO_LINES),
    "an old terminal": ("What small firms need\x1dA deposit at once", TWO_LINES),
    "a word processor, a hyphen that keeps words together": ("co\x1eop", "co-op"),
    "an empty line stays one": (
        "What small firms need\r\n\r\nA deposit at once",
        TWO_LINES.replace("\n", "\n\n"),
    ),
    "tabs": ("Rent\t£40", "Rent\t£40"),
    "a soft hyphen and a zero-width space": ("co\u00adoper\u200bative", "cooperative"),
    "a mark of the order of bytes": ("\ufeffDeposit", "Deposit"),
    "accents in two signs": ("Lle\u0302n", "Llên"),
    "Wales": ("Cymru \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", None),
    "a flag of two letters": ("\U0001f1e9\U0001f1ea", None),
    "a family": ("\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", None),
    "a keycap": ("1\ufe0f\u20e3 first", None),
    "a colour of skin": ("\U0001f44d\U0001f3fd", None),
    "a heart of many signs": ("\u2764\ufe0f\u200d\U0001f525", None),
    "Persian with a joiner": ("می\u200cخواهم", None),
    "words in tags behind a flag": (
        "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "a hidden word"),
        "\U0001f3f4",
    ),
    "words in tags": (
        "Deposit" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all this"),
        "Deposit",
    ),
}


@pytest.mark.parametrize("source", SAMPLES)
def test_G4d_pasted_text_keeps_its_lines_and_signs(source: str) -> None:
    text, kept = SAMPLES[source]
    assert said(text).text == (text if kept is None else kept)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_G4d_a_name_stays_on_one_line_with_its_words_apart(end: str) -> None:
    assert named(f"small{end}firms").text == "small firms"


def test_G4d_nothing_but_ends_of_lines_is_nothing() -> None:
    with pytest.raises(Refusal):
        said("\r\n\u2028\x0b")
