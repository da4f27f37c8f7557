"""Which kinds of entries make things, give reasons, or have fields with words."""

MAKING = {
    "NoteWritten",
    "NotesGrouped",
    "AimAdded",
    "ValueAdded",
    "ExperienceTold",
    "MomentPlaced",
    "ElementAdded",
}
FIELDS = {
    "NoteWritten": ("side",),
    "AimAdded": ("reason",),
    "ValueAdded": ("sentence",),
    "ValueBacked": ("sentence",),
    "ExperienceTold": ("side", "when", "lanes", "stages"),
    "MomentPlaced": ("lane", "stage", "quote", "feeling_words", "who", "used"),
    "MomentArranged": ("lane", "stage", "quote", "feeling_words", "who", "used"),
    "ElementAdded": ("lane", "stage", "inputs", "outputs", "branches"),
    "ElementArranged": ("lane", "stage", "inputs", "outputs", "branches"),
    "WaysSaid": ("branches",),
}
GIVING_REASONS = ("AimAdded", "Reworded", "AimReviewed")
ITEMS = {
    "note", "liked", "disliked", "differently", "similar", "open_question", "checkout", "not_quite",
    "moment", "value", "activity", "decision", "document", "wait", "exception", "control", "end",
}  # fmt: skip
