"""The form of a move: what it needs, then what is asked; what would happen, live; then it is done with ctrl+s."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Key, Resize
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from states.days import london_day
from states.errors import Conflict, MattersError, Refused, StoreError
from states.words import said
from tui import keys
from tui.dialogs.dialog import Dialog
from tui.dialogs.offering import offer
from tui.messages import StoreChanged
from tui.safe import plain
from tui.widgets.asked import Asked, Pick
from tui.widgets.asked_many import Each, PerFollowUp, PerRecommendation, Proposals
from tui.widgets.choice import Choice
from tui.widgets.foreseen import foreseen, refused
from tui.work import sentence

if TYPE_CHECKING:
    from datetime import date

    from workflow.filled import Moving
    from workflow.views.forms import Field, Form
    from workflow.views.outcome import Outcome

PAUSE = 0.3
"""How many seconds after the last key what would happen is looked up."""

WIDE = 120
"""From which width what will happen stands beside the lines, not under them."""

_GROUPS = {"answers", "progress", "signs"}


class MoveForm(Dialog["Outcome"]):
    """Asks exactly what a move needs, shows what would happen, and makes it. Gives back what it did."""

    place: ClassVar[str] = "form"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("form")

    shape: ClassVar[str] = "-form"

    AUTO_FOCUS = "Pick, .asked Input, .each Choice, Choice"

    def __init__(self, form: "Form", today: "date") -> None:
        super().__init__()
        self.asks, self.today = form, today
        title = f" · {form.title}" if form.title else ""
        self.heading = f"{said(form.move).capitalize()}{title}" if form.report else "New report"
        self._pause: Timer | None = None
        self._touched = self._warned = False
        self._unreasoned: tuple[str, ...] = ()

    def form(self) -> Iterable[Widget]:
        """The lines on one side, what will happen on the other, and a sentence for the line one is in."""
        with Horizontal(classes="halves"):
            with Vertical(classes="fields"):
                yield from self._lines()
            with Vertical(classes="foreseen"):
                yield Static("", markup=False, classes="outlook")
        yield Static("", markup=False, classes="hint")

    def _lines(self) -> Iterable[Widget]:
        part = None
        for field in self.asks.fields:
            here = "ONE OF THESE" if "|" in field.need else "NEEDED" if field.need else "ASKED · may stay not known"
            if here != part:
                yield Static(here, markup=False, classes="part")
                part = here
            yield self._line(field)

    def _line(self, field: "Field") -> Widget:
        names = tuple(body.says for body in self.asks.bodies)
        if field.kind in _GROUPS:
            return _named(PerRecommendation(field.kind, self.asks, self.today, names), field.name)
        if field.kind == "proposals":
            return _named(Proposals(self.asks, self.today), field.name)
        if field.kind == "follow_ups":
            return _named(PerFollowUp(self.asks), field.name)
        known = self.asks.posts if field.name == "lead_officer" else names if field.kind == "name" else ()
        return _named(Asked(field, self.today, known), field.name)

    def answers(self) -> dict[str, object]:
        """What the form holds: each fact by its name, without those that are open."""
        found = {}
        for field in self.asks.fields:
            line = self.query_one(f"#fact-{field.name}")
            value = line.value if isinstance(line, Asked | PerRecommendation | Proposals | PerFollowUp) else None
            if value is not None:
                found[field.name] = value
        return found

    def moving(self, version: int | None) -> "Moving":
        """The move with what the form holds now."""
        from workflow.filled import Moving

        return Moving(int(self.asks.report[1:] or 0), self.asks.move, self.answers(), version)

    def on_resize(self, event: Resize) -> None:
        """Wide enough, what will happen stands beside the lines."""
        self.set_class(event.size.width >= WIDE, "-wide")

    def on_mount(self) -> None:
        """What would happen is shown from the start."""
        self.call_after_refresh(self.foresee)

    @on(Input.Changed)
    @on(Choice.Changed)
    @on(Pick.Changed)
    def _changed(self) -> None:
        self._touched = bool(self.answers())
        self._warned = False
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.foresee)

    @on(StoreChanged)
    def _someone_else(self) -> None:
        self.foresee()

    @work(exclusive=True, group="foresee", exit_on_error=False)
    async def foresee(self) -> None:
        """Shows what would happen, or what still stands in the way."""
        from workflow.filled import tried

        try:
            shown = foreseen(await self.matters.work.try_out(tried, self.moving(None)))
        except Refused as error:
            shown = refused(self.asks, error.reasons)
        except MattersError as error:
            shown = refused(self.asks, (sentence(error),))
        self.query_one(".outlook", Static).update(shown)

    def action_done(self) -> None:
        """Makes the move."""
        self._do()

    @work(exclusive=True, group="do", exit_on_error=False)
    async def _do(self) -> None:
        """Makes it. What is refused is said here; if somebody was faster, who and what."""
        from workflow.filled import tried

        try:
            moving = self.moving(self.asks.version or None)
            before = await self.matters.work.try_out(tried, self.moving(None))
            if self._reason_wanted(before):
                return
            done = await self.matters.work.tell(moving)
        except Conflict as error:
            await self._look_again(error)
            return
        except StoreError as error:
            self.say(sentence(error))
            self.matters.lose(sentence(error))
            return
        except Refused as error:
            self.say(refused(self.asks, error.reasons).plain)
            return
        except Exception as error:
            self.say(sentence(error))
            return
        await self.matters.beat()
        self.dismiss(done)

    def _reason_wanted(self, before: "Outcome") -> bool:
        """Asks once for the reason of what would be irregular; asked for again without one, it goes in without."""
        wanted = [t for t in before.told if t.kind == "irregular" and t.fact]
        keys_of = tuple(t.says for t in wanted)
        if not wanted or keys_of == self._unreasoned:
            return False
        self._unreasoned = keys_of
        names = [t.fact if self.query(f"#fact-{t.fact}") else "why" for t in wanted]
        self.query_one(f"#fact-{names[0]}", Asked).editor.focus()
        self.say(f"Irregular: {wanted[0].says} Say why here; ctrl+s again enters it without a reason.")
        return True

    async def _look_again(self, error: Conflict) -> None:
        """Somebody was faster: says who did what, and goes on from where the report stands now."""
        from workflow.views.forms import form

        now = await self.attempt(self.matters.work.ask_now(form, self.asks.report, self.asks.move))
        if now is not None:
            self.asks = now
            stands = f" It is {said(now.state)} now." if now.state else ""
            lost = "Nothing you typed is lost: look at what will happen, and press ctrl+s again."
            self.say(f"{error.record}: {error.who} {error.what} while you were at it.{stands} {lost}")
        self.foresee()
        await self.matters.beat()

    def action_cancel(self) -> None:
        """Leaves the form; where something was typed, only when asked twice."""
        if self._touched and not self._warned:
            self._warned = True
            self.say("What you filled in has not been entered. esc again leaves it; ctrl+s enters it.")
            return
        self.dismiss(None)

    def action_line(self, step: int) -> None:
        """The next line (1) or the one before (-1)."""
        if step > 0:
            self.focus_next("Input, Choice, Pick")
        else:
            self.focus_previous("Input, Choice, Pick")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_line(1)

    def on_key(self, event: Key) -> None:
        """Enter on a word goes to the next recommendation, or to the next line."""
        if event.key != "enter" or not isinstance(self.focused, Choice):
            return
        each = next((w for w in self.focused.ancestors if isinstance(w, Each)), None)
        following = list(self.query(Each)) if each is not None else []
        at = following.index(each) + 1 if each is not None else 0
        words = following[at].query(Choice) if 0 < at < len(following) else None
        if words:
            words.first().focus()
        else:
            self.action_line(1)
        event.stop()

    @on(DescendantFocus)
    def _hint(self) -> None:
        line = next((w for w in self.focused.ancestors if isinstance(w, Asked)), None) if self.focused else None
        says = line.help if line else "← → or the first letter chooses; ↵ goes on." if self.focused else ""
        self.query_one(".hint", Static).update(plain(says, 200))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another recommendation only where recommendations are made."""
        if action == "more":
            return any(field.kind == "proposals" for field in self.asks.fields)
        return super().check_action(action, parameters)

    @work(exit_on_error=False)
    async def action_more(self) -> None:
        """One more recommendation."""
        for group in self.query(Proposals):
            await group.another()

    @on(Pick.Wanted)
    def _wanted(self, message: Pick.Wanted) -> None:
        line = next((w for w in message.pick.ancestors if isinstance(w, Asked)), None)
        if line is not None:
            self._offer(line, message.typed)

    def action_offer(self) -> None:
        """The list or the calendar of the line one is in."""
        line = next((w for w in self.focused.ancestors if isinstance(w, Asked)), None) if self.focused else None
        if line is not None:
            self._offer(line, "")

    @work(exclusive=True, group="offer", exit_on_error=False)
    async def _offer(self, line: Asked, typed: str) -> None:
        await offer(self, self.asks, line, typed, london_day(self.matters.work.clock()))


def _named(line: Widget, name: str) -> Widget:
    line.id = f"fact-{name}"
    return line
