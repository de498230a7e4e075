"""The desk behind the screens: questions and verbs run in threads, so that a key is never kept waiting.

Only this file holds a desk, and it gets one when it is first asked: whatever is slow to load, databases among it, is
loaded in a thread after the first screen is painted.
"""

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from states.errors import BadInput, StoreBusy, StoreError, StoreUnreachable
from tui.past import PAST, Past
from tui.question import Question
from workflow.settings import file_of, masked

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.views.look import Look

P = ParamSpec("P")
T = TypeVar("T")

WAIT = 0.5
"""How many seconds a verb waits for somebody else's write before it says so and tries again."""

AGAIN = 0.2
"""How many seconds lie between two tries."""

CACHE = 256
"""How many KiB of a file each connection keeps at hand: what is read again, the machine keeps anyway."""

THREADS = 2
"""How many questions and verbs run at once."""


class Work:
    """A database, who is at the desk, and the threads in which it is asked."""

    def __init__(self, url: str, who: str, clock: Callable[[], datetime]) -> None:
        self.url, self.who, self.clock = url, who, clock
        self.as_of: date | None = None
        self.heed: Callable[[int, int], None] = lambda done, of: None
        """Is told how many of how many reports are folded for the day that is looked at; whoever asks, sets it."""
        self.lost = False
        """Whether the database could not serve when it was last asked."""
        self._desk: Desk | None = None
        self._opened_before = False
        self._inode: tuple[int, int] | None = None
        self._warm = False
        self._opening = threading.Lock()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="desk")
        self._past = Past()

    @property
    def place(self) -> str:
        """Where the database is, as it can be shown: a path, or a URL without its password."""
        return file_of(self.url) or masked(self.url)

    async def ask(self, view: "Callable[Concatenate[Look, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """What a view answers, asked in a thread with a look of its own: today's, or that of the day looked at.

        Raises:
            MattersError: it cannot be answered; the sentence says why.
        """
        day = self.as_of
        if day is not None:
            heed = self._heed(day)
            return await self._in_thread(
                lambda: self._past.ask(self._at_desk(), day, heed, view, *args, **kwargs), past=True
            )
        return await self.ask_now(view, *args, **kwargs)

    def _heed(self, day: date) -> Callable[[int, int], None]:
        """Tells how far the past of a day has come, and gives it up when another day is looked at."""
        loop, heed = asyncio.get_running_loop(), self.heed

        def told(done: int, of: int) -> None:
            if self.as_of != day:
                raise BadInput("Another day is looked at now.")
            loop.call_soon_threadsafe(heed, done, of)

        return told

    async def warm(self) -> None:
        """Loads what questions and verbs need, in a thread, so that no key waits for it later."""
        if not self._warm:
            await self.elsewhere(_load)
            self._warm = True

    async def ask_now(self, view: "Callable[Concatenate[Look, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """The same, always as it stands now. Given up when whoever asks is cancelled."""
        question = Question()
        try:
            return await self._in_thread(lambda: self._ask(question, view, *args, **kwargs))
        except asyncio.CancelledError:
            question.give_up()
            raise

    async def tell(self, verb: "Callable[Concatenate[Desk, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """What a verb did, done in a thread in one transaction.

        Raises:
            MattersError: it was refused, or somebody was faster (Conflict); nothing was changed.
        """
        if self.as_of is not None:
            raise BadInput(PAST)
        done = await self.try_out(verb, *args, **kwargs)
        self._threads.submit(lambda: self._at_desk().gather())
        return done

    async def try_out(self, verb: "Callable[Concatenate[Desk, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs a function of the desk that keeps nothing: a trial, or a question that needs the desk itself."""
        return await self._in_thread(lambda: verb(self._at_desk(), *args, **kwargs))

    async def elsewhere(self, run: Callable[[], T]) -> T:
        """Runs something in a thread that has nothing to do with the desk."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, run)

    async def move_to(self, url: str) -> None:
        """Works on another database from now on."""
        self.close_desk()
        self.url, self.as_of, self._opened_before = url, None, False

    def close(self) -> None:
        """Ends the work: threads that wait are let go, the desk is closed."""
        self.as_of = None
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._past.close()
        self.close_desk()

    def close_desk(self) -> None:
        """Closes the desk; the next question opens it again."""
        with self._opening:
            desk, self._desk = self._desk, None
        if desk is not None:
            desk.close()

    async def _in_thread(self, run: Callable[[], T], *, past: bool = False) -> T:
        try:
            threads = self._past.thread if past else self._threads
            done = await asyncio.get_running_loop().run_in_executor(threads, run)
        except StoreBusy:
            raise
        except StoreError:
            self.lost = True
            raise
        self.lost = False
        return done

    def _ask(
        self, question: Question, view: "Callable[Concatenate[Look, P], T]", *args: P.args, **kwargs: P.kwargs
    ) -> T:
        from workflow.views.look import looking

        desk = self._at_desk()
        with looking(desk.store, desk.today) as look, question.of(look):
            return view(look, *args, **kwargs)

    def _at_desk(self) -> "Desk":
        """The desk, opened when there is none, or when its file is another one than it was."""
        with self._opening:
            file = file_of(self.url)
            if self._desk is not None and file is not None and _inode(file) != self._inode:
                self._desk.close()
                self._desk = None
            if self._desk is None:
                if self._opened_before and file is not None and _inode(file) is None:
                    raise StoreUnreachable(f"{file} is gone: somebody moved or deleted it. Put it back.")
                from workflow.desk import open_desk

                create = not self._opened_before
                self._desk = open_desk(self.url, self.who, self.clock, create=create, wait=WAIT, cache=CACHE)
                if create:
                    self._desk.gather()
                self._opened_before, self._inode = True, _inode(file) if file is not None else None
            return self._desk


async def patiently(doing: Callable[[], Awaitable[T]], waits: Callable[[], bool]) -> T:
    """Does something as soon as nobody else is writing. `waits` is told each time it must wait; False gives it up.

    Raises:
        StoreBusy: somebody else was still writing when it was given up; nothing was changed.
    """
    while True:
        try:
            return await doing()
        except StoreBusy:
            if not waits():
                raise
        await asyncio.sleep(AGAIN)


def _load() -> None:
    for name in ("desk", "views.look"):
        import_module(f"workflow.{name}")


def _inode(file: str) -> tuple[int, int] | None:
    """Which file stands at a path: its device and number; None when there is none."""
    try:
        found = os.stat(file)  # noqa: PTH116
    except OSError:
        return None
    return found.st_dev, found.st_ino
