"""What screens and dialogs have in common: they ask views, tell verbs, and say in place what went wrong."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from textual.screen import Screen

from states.errors import StoreError
from tui.widgets.notice import DONE, REFUSED, Notice
from tui.work import sentence

if TYPE_CHECKING:
    from tui.app import MattersApp
    from workflow.desk import Desk
    from workflow.views.look import Look

P = ParamSpec("P")
T = TypeVar("T")
ResultT = TypeVar("ResultT")


class AtWork(Screen[ResultT]):
    """A screen with a desk behind it.

    `await self.ask(view, …)` raises MattersError, which `Place.look_again` says in place; `await self.tell(verb, …)`
    says it itself and gives back None. Both run in threads; call them from coroutines (`@work` or `async def on_…`).
    """

    @property
    def matters(self) -> "MattersApp":
        """The App."""
        return cast("MattersApp", self.app)

    async def ask(self, view: "Callable[Concatenate[Look, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """What a view answers, as of the day that is looked at. MattersError when it cannot."""
        return await self.matters.work.ask(view, *args, **kwargs)

    async def tell(self, verb: "Callable[Concatenate[Desk, P], T]", *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a verb did; None when it was refused: the sentence is then shown. Everything open looks again."""
        done = await self.attempt(self.matters.work.tell(verb, *args, **kwargs))
        await self.matters.beat()
        return done

    async def attempt(self, doing: Awaitable[T]) -> T | None:
        """What was waited for; None when it went wrong: the sentence is then shown."""
        try:
            done = await doing
        except Exception as error:
            self.say(sentence(error))
        else:
            self.unsay()
            return done
        return None

    def say(self, words: str, kind: str = REFUSED) -> None:
        """Says a sentence under the page."""
        for notice in self.query(Notice):
            notice.say(words, kind)

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
        for notice in self.query(Notice):
            notice.clear(kind)
