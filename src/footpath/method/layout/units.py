"""The units in which the process is laid out: whole numbers, in which a letter of a box's
words is sixteen high.

Nothing here is a pixel: whoever draws the process scales all of it.
"""

WIDE, HIGH, SLANT = 152, 96, 34
"""Every box is of one size; how far in the corners of a decision's box stand."""
LINE, LETTER = 18, 8
"""How high a line of words beside a way or beneath a box is, and how wide a
letter of it at most.
"""
LABEL = 112
"""How wide the label of a way may be at most."""
TRACK, STUB, ARRIVAL = 12, 10, 20
"""From one way to the next beside it; what a way runs straight before it may turn, and
before it arrives.
"""
ACROSS, UP, UNDER = 40, 14, 8
"""What lies between two columns at least, above a box and under it."""
BAR = 14
"""From a box to the bar from which all its ways are taken, and as much behind the bar."""
PORT = 40
"""How far above and below a box's middle a way may leave it."""
STEM, WORDS, TOP, CENTRE, LEFT = 10, 22, 41, 76, 56
"""Across a box: the stem beneath it, the words beside that, where ways from above
arrive, and two uprights.
"""
