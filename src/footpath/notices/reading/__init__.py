"""Reading a notice: a text, a calendar file or a page's structured data becomes a draft, its gaps become questions."""

from footpath.notices.reading.draft import POINTS, Draft, Found, Question, Research, Sitting, Unreadable, Where
from footpath.notices.reading.recognising import read_notice

__all__ = ["POINTS", "Draft", "Found", "Question", "Research", "Sitting", "Unreadable", "Where", "read_notice"]
