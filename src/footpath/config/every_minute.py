"""What is looked after every minute while the server runs: `settings.EVERY_MINUTE` names it."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import close_old_connections, connection
from django.utils import timezone
from django.utils.module_loading import import_string

_log = logging.getLogger(__name__)


class EveryMinute:
    """A thread of its own, so that nothing that takes long keeps anybody waiting."""

    def __init__(self) -> None:
        """Begin."""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="every minute", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(60):
            close_old_connections()
            for name in settings.EVERY_MINUTE:
                look_after: Callable[[datetime], None] = import_string(name)
                try:
                    look_after(timezone.now())
                except Exception:  # one that fails must not keep the others from their turn
                    _log.exception("This could not be looked after: %s", name)
        connection.close()

    def stop(self) -> None:
        """End; what was begun is finished if that takes no more than a moment."""
        self._stop.set()
        self._thread.join(timeout=5)
