"""Which notes use the same words, for whoever would put them together (A9)."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from footpath.method.audiences.similar_notes import notes_to_compare, similar
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.views import person_here
from footpath.room.running import rooms
from footpath.workshops import doors


@require_GET
def similar_notes(request: HttpRequest, address: str) -> HttpResponse:
    """Pairs of notes, those first that are most alike."""
    workshop = doors.workshop_or_rehearsal_at(address)
    person_here(workshop, who_is_here.person_or_404(request, workshop))
    notes = rooms().read(workshop.pk, notes_to_compare)
    # outside of the reading, so that no other reader of this workshop waits for it
    response = JsonResponse({"pairs": similar(notes)})
    response["Cache-Control"] = "no-store"
    return response
