"""What is owed on one report: a promise is added, something is done to a follow-up, somebody is reminded."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual import work

from tui import wording
from tui.dialogs.follow_up_form import act_on, promise
from tui.dialogs.picker import Picker
from tui.past import PAST
from tui.screens.place import Place

if TYPE_CHECKING:
    from workflow.views.outcome import Outcome
    from workflow.views.whole import Whole

Act = TypeVar("Act", bound=Callable[..., Coroutine[Any, Any, None]])


def alone(act: Act) -> Act:
    """One act at a time: what is asked for while a form is being opened is let pass."""

    @wraps(act)
    async def acting(self: "OwedActs", *args: str) -> None:
        if self.acting:
            return
        self.acting = True
        try:
            await act(self, *args)
        finally:
            self.acting = False

    return cast("Act", acting)


class OwedActs(Place):
    """A screen on which one report stands, with what is done to what is owed on it."""

    whole: "Whole | None" = None

    acting = False
    """Whether a form is open, or being opened."""

    def under(self) -> tuple[str, str]:
        """What the cursor stands on: its kind and its key."""
        return "", ""

    async def _now(self) -> "Whole | None":
        """The report, if something may be entered: it is read, and it is not the past that is looked at."""
        if self.matters.as_of is not None:
            self.say(PAST)
            return None
        if self.whole is None:
            await self.attempt(self.load())
        return self.whole

    def told(self, done: "Outcome | None", what: str) -> None:
        """Says what was done; what it left open is said with it."""
        if done is None:
            return
        state = next((t.says for t in done.told if t.kind == "state"), "")
        ends = [t.says for t in done.told if t.kind == "ends"]
        gaps = sum(1 for t in done.told if t.kind == "gap")
        odd = sum(1 for t in done.told if t.kind == "irregular")
        left = [f"{gaps} gap{'s' if gaps > 1 else ''}"] if gaps else []
        left += [f"{odd} irregularit{'ies' if odd > 1 else 'y'}"] if odd else []
        if not state and ends:
            state = f"Ended: {'; '.join(one.rstrip('.') for one in ends)}."
        self.done(f"{done.report}: {what}. {state} {'Left open: ' + ', '.join(left) + '.' if left else ''}")

    @work(group="act", exit_on_error=False)
    @alone
    async def action_promise(self) -> None:
        """Adds a promise."""
        from workflow.views.names import owners

        whole = await self._now()
        if whole is not None:
            known = await self.attempt(self.ask(owners)) or ()
            asked = promise(whole.shown.report, whole.version, known)
            self.told(await self.app.push_screen_wait(asked), "promise added")

    @work(group="act", exit_on_error=False)
    @alone
    async def action_act(self, do: str = "") -> None:
        """Does something to the follow-up under the cursor."""
        whole = await self._now()
        kind, key = self.under()
        if whole is None:
            return
        if kind != "owed":
            key = await self._owed(whole)
        if key:
            await act_on(self, whole.shown.report, numbers_of(key), do)

    @work(group="act", exit_on_error=False)
    @alone
    async def action_remind(self) -> None:
        """Writes to whoever owes the follow-up under the cursor, now."""
        from tui.screens.sending import remind

        whole = await self._now()
        kind, key = self.under()
        if whole is None:
            return
        if kind != "owed":
            key = await self._owed(whole)
        if key:
            await remind(self, whole.shown.report, numbers_of(key)[0])

    async def _owed(self, whole: "Whole") -> str:
        """Which of the follow-ups, where the cursor stands on none; empty when none was chosen."""
        from workflow.views.fields import Choice

        lines = wording.together(whole.shown.follow_ups)
        choices = [Choice(",".join(line.numbers), f"{line.what}, {wording.day(line.counts)}") for line in lines]
        choices += [Choice(str(p.number), f"{wording.promised(p)}, no date") for p in whole.shown.undated]
        if not choices:
            self.say("Nothing is owed here.")
        if len(choices) < 2:
            return choices[0].value if choices else ""
        taken = await self.app.push_screen_wait(Picker("Which of these?", choices))
        return taken.value if taken else ""


def numbers_of(key: str) -> tuple[int, ...]:
    """The numbers of the follow-ups that stand on one line."""
    return tuple(map(int, key.split(",")))
