"""A question on its way in a thread. Whoever asked can give it up: the database then stops looking for the answer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from states.errors import BadInput

if TYPE_CHECKING:
    from workflow.views.look import Look


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
        """Nobody waits for the answer any more."""
        with self._turn:
            self._given_up = True
            if self._look is not None:
                self._look.tx.stop()
