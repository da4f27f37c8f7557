"""Faults of ours: what whoever asked is told, and what the log may say of them."""

import traceback

NOT_STORED = "It could not be stored just now. Your words are kept; send them again in a moment."
NOT_READ = "This could not be read just now. Nothing is lost; ask for it again in a moment."


class Fault(Exception):
    """A fault of ours: nothing was stored that was not answered, and the same
    may be asked again.
    """

    @property
    def sentence(self) -> str:
        """What whoever asked is told, as a refusal says it."""
        return str(self)


def place_of(fault: BaseException) -> str:
    """The kind and the place of a fault, without its message, which can hold
    somebody's words (S7).
    """
    return "\n".join([type(fault).__name__, *traceback.format_tb(fault.__traceback__)])
