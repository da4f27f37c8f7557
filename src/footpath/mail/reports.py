"""What a provider reports later about a mail that it took: that it came back, or that
nobody may write there.
"""

from typing import Any

from footpath.mail.models import Letter
from footpath.mail.trouble import without_addresses

CAME_BACK = ("bounced", "rejected", "failed")
"""What anymail calls it; "deferred" is tried again by the provider."""


def note(sender: object, event: Any, **_given: object) -> None:
    """Mark the letter as refused, with the reason; it can be sent again. Called
    by anymail's signal.
    """
    letter_id = str((event.metadata or {}).get("letter", ""))
    if event.event_type not in CAME_BACK or not letter_id:
        return
    why = without_addresses(
        event.mta_response or event.description or event.reject_reason or event.event_type
    )
    sent = Letter.objects.filter(
        letter_id=letter_id, state__in=[Letter.State.SENT, Letter.State.SENDING]
    )
    sent.update(state=Letter.State.REFUSED, trouble=why[:300], to="", given={})
