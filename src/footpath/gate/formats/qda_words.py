"""What of a release is somebody's words in a tool for qualitative analysis, and how names are
written there. Pure.
"""

import re
import unicodedata

from footpath.gate.material import Piece

SPOKEN = ("text", "sentence", "quote", "feeling_words", "when", "reason", "paraphrase")
"""Fields that somebody said. Lanes, stages, sides and who was there stand beside
words, never among them.
"""

LONGEST_NAME, LONGEST_IN_BYTES = 80, 180
"""Of a source: with the ending and the folder of a project it has to fit into what
file systems take.
"""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*]')


def spoken(one: Piece) -> str:
    """All the words of a piece, one field on a line; empty where its own words stay and
    nothing stands for them.
    """
    words = [one.texts.get(field, "") for field in SPOKEN]
    first = one.texts.get("first_text", "")
    words += [first] if first != one.texts.get("text") else []
    return said("\n".join(text for text in words if text.strip()))


def said(text: str) -> str:
    """Words as XML 1.0 can hold them, with one kind of line end, which is what a
    reader gives back.
    """
    return _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, longest: int = 200) -> str:
    """Words as a name: on one line, and no longer than a list can show."""
    line = " ".join(said(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def file_name(text: str) -> str:
    """Words as every file system takes them: a reader of the standard gives a source's file
    the source's name.
    """
    seen = "".join(
        " " if unicodedata.category(letter)[0] == "C" else letter for letter in said(text)
    )
    name = one_line(_NOT_IN_FILE_NAMES.sub("-", seen), LONGEST_NAME)
    while len(name.encode()) > LONGEST_IN_BYTES:
        name = name[:-1]
    return name.rstrip(". ")
