"""Forms that several people may have open: what others saved meanwhile is neither undone
nor lost (A5, S11).

A page carries, sealed, what its form was opened with. When it is sent, each point is looked at by
itself: what only one of two people changed is taken, and what both changed is asked about before
anything is stored. `Sharing` does all of it; `settling` holds the rule.
"""
