"""What screens and dialogs have in common: they ask views, tell verbs, and say in place what went wrong."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from textual import on
from textual.actions import SkipAction
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

from states.errors import StoreBusy, StoreError
from tui.messages import Copied
from tui.past import PAST
from tui.sentences import sentence
from tui.widgets.notice import DONE, REFUSED, WAITS, Notice
from tui.widgets.rows import Rows
from tui.work import patiently

if TYPE_CHECKING:
    from tui.app import MattersApp
    from workflow.desk import Desk
    from workflow.views.look import Look

P = ParamSpec("P")
T = TypeVar("T")
ResultT = TypeVar("ResultT")

BUSY = (
    "Somebody else is writing to the database just now. Nothing you typed is lost: it is entered as soon as the "
    "database is free. esc stops waiting."
)

NOT_ENTERED = "It was not entered: somebody else was still writing. What you typed stands; ctrl+s tries again."


COPIED = 30
"""How many characters of a line that was copied are said."""

MANY = 2_000
"""From how many reports on it is said how far the past has come."""


class AtWork(Screen[ResultT]):
    """A screen with a desk behind it.

    `await self.ask(view, …)` raises MattersError, which `Place.look_again` says in place; `await self.tell(verb, …)`
    says it itself and gives back None. Both run in threads; call them from coroutines (`@work` or `async def on_…`).
    """

    waiting = False
    """Whether something is being entered, or waits for it until somebody else has written."""

    blocked = False
    """Whether somebody else was found writing while something was being entered, and it waits for them."""

    _refusing = False
    """Whether a refusal was said and not taken away; it is asked at every key."""

    @property
    def matters(self) -> "MattersApp":
        """The App."""
        return cast("MattersApp", self.app)

    async def ask(self, view: "Callable[Concatenate[Look, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """What a view answers, as of the day that is looked at. MattersError when it cannot."""
        self.matters.work.heed = self._goes_back
        return await self.matters.work.ask(view, *args, **kwargs)

    def _goes_back(self, done: int, of: int) -> None:
        """Says how far the past has come, where it takes long."""
        if not self.is_mounted or of < MANY:
            return
        if done < of:
            self.say(f"Going back: {done:,} of {of:,} reports. @ and ↵ give it up.", WAITS)
        else:
            self.unsay(WAITS)

    async def tell(self, verb: "Callable[Concatenate[Desk, P], T]", *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a verb did; None when it was refused: the sentence is then shown. Everything open looks again.

        While somebody else is writing it waits, and says so; whoever leaves the form meanwhile gives it up.
        """
        done = await self.attempt(self.patiently(lambda: self.matters.work.tell(verb, *args, **kwargs)))
        await self.matters.beat()
        return done

    async def patiently(self, doing: Callable[[], Awaitable[T]]) -> T:
        """Does something as soon as nobody else is writing; says so while it waits. StoreBusy when it is given up."""
        self.waiting = True
        try:
            return await patiently(doing, self._waits)
        finally:
            self.waiting = self.blocked = False
            self.unsay(WAITS)

    def _waits(self) -> bool:
        """Says that somebody else is writing; whether it is still waited for."""
        if self.waiting and self.is_mounted:
            self.blocked = True
            self.say(BUSY, WAITS)
        return self.waiting and self.is_mounted

    async def attempt(self, doing: Awaitable[T]) -> T | None:
        """What was waited for; None when it went wrong: the sentence is then shown."""
        try:
            done = await doing
        except StoreBusy:
            self.say(NOT_ENTERED)
        except Exception as error:
            self.say(sentence(error))
        else:
            self.unsay()
            return done
        return None

    def say(self, words: str, kind: str = REFUSED) -> None:
        """Says a sentence under the page."""
        self._refusing = kind == REFUSED
        for notice in self.query(Notice):
            notice.say(words, kind)

    def on_key(self, event: Key) -> None:
        """A key that cannot be used now says why; any other takes away what was refused before it."""
        self.unsay(REFUSED)
        if event.key == "ctrl+c" and isinstance(self.focused, Input) and self.focused.selected_text:
            self.done("Copied. ctrl+q leaves Matters Arising.")
        if isinstance(self.focused, Rows) and event.key in self.focused.KEYS:
            return
        active = self.active_bindings.get(event.key)
        if active is not None and not active.enabled:
            self.refuse(active.binding.action)

    def action_copy_text(self) -> None:
        """Copies what is marked with the mouse; where nothing is, says how to leave, as ctrl+c does elsewhere."""
        try:
            super().action_copy_text()
        except SkipAction:
            leaves = "esc leaves the form, ctrl+q" if self.is_modal else "ctrl+q leaves"
            self.say(f"Nothing is marked to copy. To leave: {leaves} Matters Arising.")

    @on(Copied)
    def _copied(self, message: Copied) -> None:
        line = f"{message.line}." if len(message.line) <= COPIED else f"{message.line[:COPIED].rstrip()} …"
        self.done(f"Copied: {line} ctrl+q leaves Matters Arising.")

    def refuse(self, action: str) -> None:
        """A key was pressed that cannot be used now: says why not."""
        if self.matters.as_of is not None:
            self.say(PAST)

    def trouble(self, error: Exception) -> None:
        """Says what went wrong; a database that cannot serve is told to every screen."""
        if isinstance(error, StoreError):
            self.matters.lose(sentence(error))
        else:
            self.say(sentence(error))

    def done(self, words: str) -> None:
        """Says what was done; it goes away by itself."""
        self.say(words, DONE)

    def unsay(self, kind: str | None = None) -> None:
        """Takes the sentence away."""
        if kind == REFUSED and not self._refusing:
            return
        self._refusing = self._refusing and kind not in (None, REFUSED)
        for notice in self.query(Notice):
            notice.clear(kind)
