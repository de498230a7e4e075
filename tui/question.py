"""A question on its way in a thread. Whoever asked can give it up: the database then stops looking for the answer."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from states.errors import BadInput

if TYPE_CHECKING:
    from workflow.views.look import Look


AGAIN = 0.02
"""After how many seconds a database that goes on looking is told again; each time twice as many, up to one."""


class Question:
    """One question, asked in one thread and given up, if it is, from another."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._look: Look | None = None
        self._given_up = False

    @contextmanager
    def of(self, look: "Look") -> Iterator[None]:
        """While it is asked of a look. BadInput when nobody waits for the answer any more."""
        with self._turn:
            if self._given_up:
                raise BadInput("Nobody waits for the answer.")
            self._look = look
        try:
            yield
        finally:
            with self._turn:
                self._look = None

    def give_up(self) -> None:
        """Nobody waits for the answer any more. What comes between two statements stops nothing: it is said again."""
        with self._turn:
            self._given_up = True
        if self._stopped():
            threading.Thread(target=self._insist, daemon=True).start()

    def _stopped(self) -> bool:
        """Stops what is being asked; False when nothing is."""
        with self._turn:
            if self._look is not None:
                self._look.tx.stop()
            return self._look is not None

    def _insist(self) -> None:
        pause = AGAIN
        while True:
            time.sleep(pause)
            if not self._stopped():
                return
            pause = min(1.0, 2 * pause)
