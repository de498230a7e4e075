"""The past that is looked at, kept as long as it is the same: to raise it again for every question would take long."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from states.errors import StoreError

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.views.look import Look

P = ParamSpec("P")
T = TypeVar("T")

PAST = "You are looking at the past, where nothing can be entered. @ and ↵ bring you back to today."
"""What is said to whoever wants to enter something there."""

QUICK = 0.02
"""Up to how many seconds raising the past takes so little that it is not kept."""


class Past:
    """A look at a past day, held in a thread of its own until another day is asked for or something was entered."""

    def __init__(self) -> None:
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="past")
        """Where every question of the past is asked: the store it is raised in belongs to one thread."""
        self._held = ExitStack()
        self._look: Look | None = None
        self._of: tuple[int, date, int] | None = None

    def ask(
        self,
        desk: "Desk",
        day: date,
        heed: Callable[[int, int], None],
        view: "Callable[Concatenate[Look, P], T]",
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """What a view answers of a past day. Call it in `thread` only.

        `heed` is told how far it has come when many reports must be folded; what it raises gives it up.
        """
        from workflow.views.look import looking
        from workflow.views.pulse import beat

        with looking(desk.store, desk.today) as now:
            wanted = (id(desk), day, beat(now))
        if self._look is not None and self._of == wanted:
            try:
                return view(self._look, *args, **kwargs)
            except StoreError:
                self._let_go()
                raise
        self._let_go()
        began = monotonic()
        with ExitStack() as raised:
            look = raised.enter_context(looking(desk.store, desk.today, as_of=day, heed=heed))
            if monotonic() - began > QUICK:
                self._held, self._look, self._of = raised.pop_all(), look, wanted
            return view(look, *args, **kwargs)

    def _let_go(self) -> None:
        held, self._held, self._look, self._of = self._held, ExitStack(), None, None
        held.close()

    def close(self) -> None:
        """Lets the past go, once nobody asks it any more."""
        self.thread.submit(self._let_go)
        self.thread.shutdown(wait=False)
