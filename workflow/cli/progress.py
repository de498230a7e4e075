"""How far a long command has come, on one line of the terminal; elsewhere nothing is said."""

import sys

from workflow.cli.out import safe, width


class Progress:
    """Counts so many things of a kind (None: nobody knows how many), where standard error is a terminal."""

    def __init__(self, total: int | None, things: str) -> None:
        self._total, self._things = total, things
        self._at = 0
        self._shown = False
        self._shows = (total is None or total > 1) and sys.stderr.isatty()

    def next(self, name: str) -> None:
        """The next one is begun."""
        self._at += 1
        if self._shows:
            of = "" if self._total is None else f" of {self._total:,}"
            words = f"{self._at:,}{of} {self._things}: {safe(name)}"
            sys.stderr.write(f"\r\x1b[K{words[: width() - 1]}")
            sys.stderr.flush()
            self._shown = True

    def waits(self, words: str, seconds: int) -> bool:
        """What is waited for, in place of the line, and how many seconds; whether there is a terminal to show it."""
        if self._shows:
            said = f"{self._at:,} {self._things}: {safe(words)} ({seconds} s)"
            sys.stderr.write(f"\r\x1b[K{said[: width() - 1]}")
            sys.stderr.flush()
            self._shown = True
        return self._shows

    def reached(self, done: int, of: int) -> None:
        """So many are done of so many: for what is told from elsewhere."""
        self._total, self._at = of, done
        if done < of and sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{done:,} of {of:,} {self._things}"[: width() + 3])
            sys.stderr.flush()
            self._shown = True
        else:
            self.clear()

    def clear(self) -> None:
        """Takes the line away, so that something else can be printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
