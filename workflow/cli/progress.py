"""How far a long command has come, on one line of the terminal; elsewhere nothing is said."""

import sys

from workflow.cli.out import safe, width


class Progress:
    """Counts so many things of a kind. It writes to standard error, and only where that is a terminal."""

    def __init__(self, total: int, things: str) -> None:
        self._total, self._things = total, things
        self._at = 0
        self._shown = False
        self._shows = total > 1 and sys.stderr.isatty()

    def next(self, name: str) -> None:
        """The next one is begun."""
        self._at += 1
        if self._shows:
            words = f"{self._at:,} of {self._total:,} {self._things}: {safe(name)}"
            sys.stderr.write(f"\r\x1b[K{words[: width() - 1]}")
            sys.stderr.flush()
            self._shown = True

    def clear(self) -> None:
        """Takes the line away, so that something else can be printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
