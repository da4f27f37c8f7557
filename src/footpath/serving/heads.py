"""HEAD is answered wherever GET is: by the same page, of which only the head goes out."""

from starlette.types import ASGIApp, Receive, Scope, Send


class Heads:
    """Asks the pages by GET where a head is asked for; the server leaves the body away."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around them."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; the connection still knows what was asked for, by its own scope."""
        await self.app(
            {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope, receive, send
        )
