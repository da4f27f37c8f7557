"""Undoing: what each keeper did last, what undoes it or why nothing does, and doing it again."""
