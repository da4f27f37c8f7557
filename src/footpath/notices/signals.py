"""What becomes of a notice, told to the subjects that know notices: within the transaction
in which it happens.
"""

from django.dispatch import Signal

changed = Signal()
"""`notice` has other times or another place, and `gone` are the sittings that were taken out."""
cancelled = Signal()
"""`notice` does not take place."""
closed = Signal()
"""`notice` was held, and all is done."""
drafted = Signal()
"""`notice` was begun like an `earlier` one."""
