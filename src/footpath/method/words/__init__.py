"""Words: text that somebody said, kept as a type of its own, and how texts are compared."""
