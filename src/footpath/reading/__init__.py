"""Reading a notice: a text, a calendar file or a page's structured data becomes a draft, its
gaps become questions.
"""

from footpath.reading.draft import (
    POINTS,
    Draft,
    Found,
    NoticeUnreadable,
    OpenQuestion,
    ResearchSaid,
    SittingSaid,
    WhereSaid,
)
from footpath.reading.recognising import read_notice

__all__ = [
    "POINTS", "Draft", "Found", "NoticeUnreadable", "OpenQuestion", "ResearchSaid", "SittingSaid",
    "WhereSaid", "read_notice",
]  # fmt: skip
