"""Times of the day behind those of a sitting that are no sitting's yet: they are asked
about, and not dropped.
"""

from footpath.reading.gatherings import Gathering
from footpath.reading.hours import Hours

_NEAR = 120
"""Letters within which another time is likely to be the same day's."""


def left_over(found: list[Gathering], hours: list[Hours]) -> list[Hours]:
    """Whole times that begin after those of a gathering, before the next one is
    named, and are nobody's.
    """
    taken = [
        (each.start, each.end) for one in found if one.hours for each in (one.hours, *one.others)
    ]
    taken += [one.day.whole for one in found]
    left: list[Hours] = []
    for one in hours:
        last = max((at for at in found if at.end <= one.start), key=lambda at: at.end, default=None)
        if last is None or last.hours is None or last.hours.ends is None or one.ends is None:
            continue
        is_taken = any(start < one.end and one.start < end for start, end in taken)
        later = last.hours.ends.minutes % 1440 <= one.begins.minutes and one.begins.mark is not None
        if later and not (is_taken or one.bare or one.aside) and one.start - last.end <= _NEAR:
            left.append(one)
    return left
