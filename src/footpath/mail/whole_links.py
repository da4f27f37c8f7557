"""Links in mails: from this installation's settings alone, whatever a request
says that its host is.
"""

from django.conf import settings

_listening = "http://localhost:8000"


def listening_on(port: int) -> None:
    """Where the server of this process listens, for an installation that was given no address."""
    global _listening
    _listening = f"http://localhost:{port}"


def whole(path: str) -> str:
    """A path with this installation's address before it; a whole address stays as it is."""
    return (settings.BASE_URL or _listening) + path if path.startswith("/") else path
