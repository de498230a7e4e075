"""The form of a move: what it needs, then what is asked; what would happen, live; then it is done with ctrl+s."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from states.days import london_day
from states.errors import Conflict, MattersError, Refused, StoreBusy, StoreError
from states.words import said
from tui import keys
from tui.dialogs.dialog import CHOOSES
from tui.dialogs.form_lines import GROUPS, FormLines
from tui.dialogs.offering import offer
from tui.dialogs.trying import BUSY
from tui.messages import StoreBack, StoreChanged
from tui.safe import plain
from tui.screens.at_work import NOT_ENTERED
from tui.sentences import sentence
from tui.widgets.asked import Asked, Pick
from tui.widgets.asked_many import PerRecommendation, Proposals
from tui.widgets.choice import Choice
from tui.widgets.foreseen import foreseen, refused
from tui.widgets.notice import REFUSED

if TYPE_CHECKING:
    from datetime import date

    from workflow.filled import Moving
    from workflow.views.forms import Form
    from workflow.views.outcome import Outcome

PAUSE = 0.3
"""How many seconds after the last key what would happen is looked up."""

WIDE = 120
"""From which width what will happen stands beside the lines, not under them."""


class MoveForm(FormLines):
    """Asks exactly what a move needs, shows what would happen, and makes it. Gives back what it did."""

    place: ClassVar[str] = "form"

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings("form"), *keys.bindings("adding"), *keys.bindings("each"),
    ]  # fmt: skip

    shape: ClassVar[str] = "-form"

    AUTO_FOCUS = ".fields Input, .fields Choice, .fields Pick"

    def __init__(self, form: "Form", today: "date", given: dict[str, str] | None = None) -> None:
        super().__init__()
        self._given = given or {}
        self.asks, self.today = form, today
        title = f" · {form.title}" if form.title else ""
        self.heading = f"{said(form.move).capitalize()}{title}" if form.report else "New report"
        self.labels = {"dialog.done": said(form.move)} if form.report else {"dialog.done": "begin"}
        self._pause: Timer | None = None
        self._unreasoned: tuple[str, ...] = ()

    def form(self) -> Iterable[Widget]:
        """The lines on one side, what will happen on the other, and a sentence for the line one is in."""
        with Horizontal(classes="halves"):
            with Vertical(classes="fields"):
                yield from self.lines()
            with Vertical(classes="foreseen"):
                yield Static("", markup=False, classes="outlook")
        yield Static("", markup=False, classes="hint")

    def moving(self, version: int | None) -> "Moving":
        """The move with what the form holds now."""
        from workflow.filled import Moving

        return Moving(int(self.asks.report[1:] or 0), self.asks.move, self.answers(), version)

    def on_resize(self, event: Resize) -> None:
        """Wide enough, what will happen stands beside the lines; the line one is in stays visible."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.call_after_refresh(self._see)

    def _see(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def say(self, words: str, kind: str = REFUSED) -> None:
        """Says it under the form; the line one is in stays visible above."""
        super().say(words, kind)
        self.call_after_refresh(self._see)

    def on_mount(self) -> None:
        """What would happen is shown from the start."""
        for name, text in self._given.items():
            self._give(self.query_one(f"#fact-{name}", Asked), text)
        self.apply()
        self.call_after_refresh(self.foresee)

    def _give(self, line: Asked, text: str) -> None:
        """Fills in what was typed elsewhere; a body nobody knows yet can be added at once."""
        known = next((body.says for body in self.asks.bodies if body.says.casefold() == text.casefold()), "")
        if line.field.kind != "body" or known or not text:
            line.put(known or text)
        else:
            self.call_after_refresh(self._offer, line, text)

    @on(Input.Changed)
    @on(Choice.Changed)
    @on(Pick.Changed)
    def _changed(self) -> None:
        self.unsay(REFUSED)
        self.apply()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.foresee)

    @on(StoreChanged)
    @on(StoreBack)
    def _someone_else(self) -> None:
        self.foresee()

    @work(exclusive=True, group="foresee", exit_on_error=False)
    async def foresee(self) -> None:
        """Shows what would happen, or what still stands in the way."""
        from workflow.filled import tried

        try:
            shown = foreseen(await self.matters.work.try_out(tried, self.moving(None)), self.asks)
        except Refused as error:
            shown = refused(self.asks, error.reasons, error.needs)
        except StoreBusy:
            shown = Content.styled(BUSY, "$faint")
            self.set_timer(1.0, self.foresee)
        except MattersError as error:
            shown = refused(self.asks, (sentence(error),))
        self.query_one(".outlook", Static).update(shown)

    def action_done(self) -> None:
        """Makes the move."""
        if not self.waiting:
            self._do()

    @work(group="do", exit_on_error=False)
    async def _do(self) -> None:
        """Makes it. What is refused is said here; if somebody was faster, who and what."""
        try:
            done = await self.patiently(self._made)
        except StoreBusy:
            self.say(NOT_ENTERED)
        except Conflict as error:
            await self.look_again(error)
        except StoreError as error:
            self.matters.lose(sentence(error))
        except Refused as error:
            self.say(refused(self.asks, error.reasons, error.needs).plain.partition("\n")[2].replace("\n", " "))
        except Exception as error:
            self.say(sentence(error))
        else:
            if done is not None:
                await self.matters.beat()
                self.dismiss(done)

    async def _made(self) -> "Outcome | None":
        """What the move did; None while the reason of something irregular is asked for."""
        from workflow.filled import tried

        moving = self.moving(self.asks.version or None)
        before = await self.matters.work.try_out(tried, moving)
        if self._reason_wanted(before):
            return None
        return await self.matters.work.tell(moving)

    def _reason_wanted(self, before: "Outcome") -> bool:
        """Asks once for the reason of what would be irregular; asked for again without one, it goes in without."""
        wanted = [t for t in before.told if t.kind == "irregular" and t.fact]
        keys_of = tuple(t.says for t in wanted)
        if not wanted or keys_of == self._unreasoned:
            return False
        self._unreasoned = keys_of
        names = [t.fact if self.query(f"#fact-{t.fact}") else "why" for t in wanted]
        line = self.query_one(f"#fact-{names[0]}", Asked)
        line.display = True
        line.editor.focus()
        self.say(f"Irregular: {wanted[0].says} Say why here; ctrl+s again enters it without a reason.")
        return True

    async def look_again(self, error: Conflict) -> None:
        """Somebody was faster: says who did what, and goes on from where the report stands now."""
        from workflow.views.forms import form

        now = await self.attempt(self.matters.work.ask_now(form, self.asks.report, self.asks.move))
        if now is not None:
            self.asks, self._unreasoned = now, ()
            for group in self.query(PerRecommendation):
                group.renew(now)
            stands = f" It is {said(now.state)} now." if now.state else ""
            lost = "Nothing you typed is lost: look at what will happen, and press ctrl+s again."
            self.say(f"{error.record}: {error.who} {error.what} while you were at it.{stands} {lost}")
        self.foresee()
        await self.matters.beat()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_line(1)

    @on(DescendantFocus)
    def _hint(self) -> None:
        line = next((w for w in self.focused.ancestors if isinstance(w, Asked)), None) if self.focused else None
        says = line.help if line else ""
        if isinstance(self.focused, Choice):
            says = f"{says} {CHOOSES.capitalize()}".strip()
        self.query_one(".hint", Static).update(plain(says, 200))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another recommendation only where some are made; on to the next only where there are several."""
        if action == "next_each":
            return len(self.asks.recommendations) > 1 and any(f.kind in GROUPS for f in self.asks.fields)
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
            typed = line.editor.value.strip() if isinstance(line.editor, Input) else ""
            self._offer(line, typed if line.field.kind == "name" else "")

    @work(exclusive=True, group="offer", exit_on_error=False)
    async def _offer(self, line: Asked, typed: str) -> None:
        await offer(self, self.asks, line, typed, london_day(self.matters.work.clock()))
