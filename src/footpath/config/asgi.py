"""The server's application: limits for what strangers send, the live room's socket, and Django
for everything else.
"""

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footpath.config.settings")
django.setup()

from django.core.asgi import get_asgi_application  # noqa: E402
from starlette.applications import Starlette  # noqa: E402
from starlette.routing import WebSocketRoute  # noqa: E402
from starlette.types import ASGIApp, Receive, Scope, Send  # noqa: E402

from footpath.config import keys  # noqa: E402
from footpath.config.every_minute import EveryMinute  # noqa: E402
from footpath.limits.bodies import LimitedBodies  # noqa: E402
from footpath.mail.sending import Loop  # noqa: E402
from footpath.rehearsing.acting import Acting  # noqa: E402
from footpath.room.running import running  # noqa: E402
from footpath.room.socket import room  # noqa: E402
from footpath.serving import second_process  # noqa: E402
from footpath.serving.database_threads import KeptThreads  # noqa: E402
from footpath.serving.heads import Heads  # noqa: E402
from footpath.serving.held_back import InFrontOfDjango  # noqa: E402
from footpath.serving.large_uploads import largest_for  # noqa: E402
from footpath.serving.pages_in_turn import PagesInTurn  # noqa: E402
from footpath.serving.static_files import StaticFiles  # noqa: E402
from footpath.serving.steady import steady  # noqa: E402

if keys.missing():  # nobody could use a link again that hangs on a key which is not kept
    raise SystemExit(
        "Start Footpath with `footpath serve`, which makes its keys and its tables first."
    )


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncGenerator[None]:
    """The rooms, rehearsals, the sending of mails, and what is looked after every minute, live as
    long as the server.
    """
    steady()
    mails, every_minute = Loop(), EveryMinute()
    second_process.may_start()
    async with running():
        rehearsals = Acting()
        yield
        await asyncio.to_thread(rehearsals.stop)
    await asyncio.to_thread(second_process.stop)
    await asyncio.to_thread(mails.stop)
    await asyncio.to_thread(every_minute.stop)
    await asyncio.to_thread(_kept.stop)


_kept = KeptThreads(cast(ASGIApp, get_asgi_application()))
_pages = StaticFiles(InFrontOfDjango(PagesInTurn(Heads(_kept))))


async def _elsewhere(scope: Scope, receive: Receive, send: Send) -> None:
    """Whatever is no room's socket: a page of Django's, which also says that there is none;
    and no other socket.
    """
    if scope["type"] == "http":
        await _pages(scope, receive, send)
    else:
        await send({"type": "websocket.close"})


_room_and_pages = Starlette(routes=[WebSocketRoute("/ws/{address}", room)], lifespan=lifespan)
_room_and_pages.router.default = _elsewhere
_room_and_pages.router.redirect_slashes = False
application = LimitedBodies(_room_and_pages, largest_for)
