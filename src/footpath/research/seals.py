"""What is stored of who keeps a thing back: a keyed hash, another for each thing (C10)."""

from django.utils.crypto import salted_hmac

from footpath.workshops.models import Workshop


def seal(workshop: Workshop, entry: int, person: int) -> str:
    """What a row holds of an author or storyteller of the thing that an entry made: another
    hash for each thing.
    """
    value = f"{workshop.address}:{entry}:{person}"
    return salted_hmac("footpath.kept-back", value, algorithm="sha256").hexdigest()[:32]
