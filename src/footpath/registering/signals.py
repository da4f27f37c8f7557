"""What happens to registrations, told to the subjects that know them."""

from django.dispatch import Signal

belong_together = Signal()
"""A `registration` and a `person` of its workshop turn out to be one; within the transaction.

`after` is the number of the record's last entry; `by_word`, whether that is known by
somebody's word alone.
"""
erasing = Signal()
"""Everything of whoever is `registration`, or `person`, or both in one, is about to be erased
from a `workshop`.
"""
letter_foot = Signal()
"""A letter about a `registration` is written, with their personal `link`: a receiver may give a
line for its foot.
"""
