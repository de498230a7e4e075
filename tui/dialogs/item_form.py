"""What became of one item of a round: outcome, minute, and whatever that outcome asks, on one page by keyboard."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Mount
from textual.widget import Widget
from textual.widgets import Input, Static

from states.errors import BadInput, MattersError
from states.words import said
from tui import keys
from tui.dates import with_year
from tui.dialogs.item_said import Filled, said_of
from tui.dialogs.small import read_day
from tui.dialogs.trying import Trying
from tui.safe import plain
from tui.widgets.choice import Choice
from tui.widgets.one_line import OneLine
from workflow.views.walk import PROGRESS, RESPONSES, SIGNS, Asked, Outcome, Stop, Walk

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.engine import Moved

_EXAMPLES = {
    "until": "next thu, M5, or what it waits for",
    "months": "a day, M5, 6 months after it opens, or what it waits for",
    "day": "3 March 2027",
}

_LABELS = {"answer": "Answer to", "progress": "Action on", "sign": "Sign-off of"}


class ItemForm(Trying["list[Moved]"]):
    """The form. Another outcome asks other things; what was typed is kept for when it asks them again."""

    shape: ClassVar[str] = "-tall -wide"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("adding")

    AUTO_FOCUS = "#outcome"

    def __init__(self, meeting: int, stop: Stop, place: str, walk: Walk) -> None:
        super().__init__()
        self.meeting, self.stop, self.executive = meeting, stop, walk.executive
        self.heading = f"{place} · {plain(stop.item, 6)} {stop.report} · {plain(stop.title, 80)}"
        self.filled = Filled({"by": walk.executive or "", "to-1": walk.executive or "", "maker_kind": walk.maker})
        self._rows = {"rec": 1, "promise": 1}
        self.known: tuple[str, ...] = ()

    def form(self) -> Iterable[Widget]:
        """Outcome and minute; then what the outcome asks; then what would happen."""
        yield Static(self._stands(), markup=False, id="stands")
        words = (("", "not said"), *((o.name, o.name) for o in self.stop.outcomes))
        with Vertical(classes="item-form"):
            yield from _line("Outcome", Choice(words, id="outcome"))
            yield from _line("Minute", OneLine("", example="34/16; it may follow", id="minute"))
            yield Vertical(id="part", classes="item-part")
        yield self.will()

    @on(Mount)
    @work(exclusive=True, group="known", exit_on_error=False)
    async def _know(self) -> None:
        """Knows who can owe something, to complete it."""
        from workflow.views.names import owners

        self.known = await self.attempt(self.ask(owners)) or ()
        for line in self.query(OneLine):
            if (line.id or "").startswith("f-who-"):
                line.know(self.known)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome chosen."""
        name = self.query_one("#outcome", Choice).value
        return next((o for o in self.stop.outcomes if o.name == name), None)

    def verb(self) -> "Callable[[Desk], list[Moved]]":
        """Enters it."""
        outcome = self.outcome
        if outcome is None:
            raise BadInput("Say what became of it: → goes through the words, a letter goes to its word.")
        self._keep()
        filled = Filled(self.filled)
        meeting, stop = self.meeting, self.stop

        def run(desk: "Desk") -> "list[Moved]":
            from workflow.round import enter

            answered = said_of(stop, outcome, filled, desk.today)
            return enter(desk, meeting, int(stop.report[1:]), answered, expected=stop.version)

        return run

    def action_more(self) -> None:
        """Goes to the empty line for one more recommendation."""
        for line in self.query(f"#f-rec-{self._rows['rec']}"):
            line.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is one more recommendation only where some are made."""
        if action == "more":
            return self.is_mounted and bool(self.query("#f-rec-1"))
        return super().check_action(action, parameters)

    async def look_again(self) -> None:
        """Somebody may have been faster: the report as it stands now; what was typed stays, to be looked at again."""
        from workflow.views.walk import walk

        try:
            found = await self.matters.work.ask_now(walk, self.meeting)
        except MattersError:
            return
        now = next((stop for stop in found.stops if stop.report == self.stop.report), None)
        if now is not None and now.version != self.stop.version:
            self.stop = now
            self.query_one("#stands", Static).update(self._stands())

    def _stands(self) -> str:
        return f"It is {said(self.stop.state)}.{' It is dealt with already.' if self.stop.done else ''}"

    def told(self, desk: "Desk", done: "list[Moved]") -> list[str]:
        """What it would do to the report."""
        from workflow.cli.outcome import lines
        from workflow.engine import Moved

        if not done:
            return ["Nothing is entered; list it for another meeting."]
        whole = Moved(done[-1].ref, done[-1].entry, done[0].before, done[-1].after)
        told = [line for line in lines(desk, whole) if "matters " not in line and not line.startswith("Next:")]
        return [*self._day(desk), *told]

    def _day(self, desk: "Desk") -> list[str]:
        """The day it is entered on: the meeting's."""
        from workflow.filled import day_taken
        from workflow.lookups import Lookup

        with desk.reading() as tx:
            on = Lookup(tx).sitting(f"M{self.meeting}").on
        return [f"On: {day_taken(on, desk.today).says.rstrip('.')}, the day of the meeting."]

    @on(Choice.Changed)
    def _chosen(self, message: Choice.Changed) -> None:
        if self.query_one("#outcome", Choice) is self.focused:
            self._ask()

    @work(exclusive=True, group="part", exit_on_error=False)
    async def _ask(self) -> None:
        self._keep()
        part = self.query_one("#part", Vertical)
        outcome = self.outcome
        async with self.batch():
            await part.remove_children()
            if outcome is not None:
                await part.mount_all(self._part(outcome))
        self.refresh_bindings()

    def _part(self, outcome: Outcome) -> Iterable[Widget]:
        for ask in outcome.asks:
            yield self._asked(ask)
        if outcome.recommends:
            yield _head("RECOMMENDATIONS, each in its own words")
            self._rows["rec"] = self.filled.many("rec") + 1
            for n in range(1, self._rows["rec"] + 1):
                yield from self._recommendation(n)
        if outcome.answers and self.stop.awaiting:
            yield _head("ANSWERS")
            yield _row("Answered by", self._input("by", "Cabinet"))
            for made in self.stop.awaiting:
                yield from self._each(made.number, made.words, "answer", (("", "not answered"), *RESPONSES))
        if outcome.reports and self.stop.watched:
            yield _head("HOW FAR IT HAS COME")
            for made in self.stop.watched:
                yield from self._each(made.number, made.words, "progress", (("", "not said"), *PROGRESS))
        if outcome.signs and self.stop.watched:
            yield _head("SIGN-OFF")
            for made in self.stop.watched:
                yield from self._each(made.number, made.words, "sign", (("", "nothing said"), *SIGNS))
        if outcome.name != "not reached":
            yield _head("PROMISED at the meeting: words, who, by when")
            self._rows["promise"] = self.filled.many("promise") + 1
            for n in range(1, self._rows["promise"] + 1):
                yield from self._promise(n)

    def _asked(self, ask: Asked) -> Widget:
        label = ("* " if ask.needed else "") + ask.says[0].upper() + ask.says[1:]
        if ask.kind == "word":
            return _row(label, Choice(ask.words, self.filled.get(ask.name, ""), id=f"f-{ask.name}"))
        days = [Static("", markup=False, classes="read", id=f"read-{ask.name}")] if ask.kind == "day" else []
        return _row(label, self._input(ask.name, _EXAMPLES.get(ask.kind, "")), *days)

    def _recommendation(self, n: int) -> Iterable[Widget]:
        yield _row(f"{n}", self._input(f"rec-{n}", "that …"), classes="grows")
        self.filled.setdefault(f"to-{n}", self.executive or "")
        yield _row("  to", self._input(f"to-{n}", "Cabinet"))

    def _promise(self, n: int) -> Iterable[Widget]:
        yield _row("Promised", self._input(f"promise-{n}", "a report back in six months"), classes="grows")
        yield _row(
            "  who, by when",
            self._input(f"who-{n}", "Director of Finance"),
            self._input(f"when-{n}", "1 June, or once it opens"),
        )

    def _each(self, n: int, words: str, what: str, choices: tuple[tuple[str, str], ...]) -> Iterable[Widget]:
        yield _row(f"{_LABELS[what]} {n}", Choice(choices, self.filled.get(f"{what}-{n}", ""), id=f"f-{what}-{n}"))
        yield Static(plain(words, 160), markup=False, classes="rec")

    def _input(self, name: str, example: str) -> Input:
        known = self.known if name.startswith("who-") else ()
        words = name.startswith(("rec-", "promise-"))
        held = self.filled.get(name, "")
        return OneLine(held, example=example, known=known, id=f"f-{name}", select_on_focus=not words)

    def _keep(self) -> None:
        self.filled["minute"] = self.query_one("#minute", Input).value
        for widget in self.query("#part Input, #part Choice"):
            if isinstance(widget, Input | Choice):
                self.filled[(widget.id or "").removeprefix("f-")] = widget.value

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        """A line more where the last one was begun; and which day is meant."""
        name = (message.input.id or "").removeprefix("f-")
        for place in self.query(f"#read-{name}").results(Static) if name.isidentifier() else ():
            day = self.matters.day or date.min
            place.update(read_day(with_year(message.value, day), day))
        kind, _, number = name.partition("-")
        if kind in {"rec", "promise"} and message.value and int(number) == self._rows[kind]:
            self._rows[kind] += 1
            self._grow(kind, int(number))

    @work(group="grow", exit_on_error=False)
    async def _grow(self, kind: str, after: int) -> None:
        last = self.query_one(f"#f-{'to' if kind == 'rec' else 'when'}-{after}").parent
        more = self._recommendation(after + 1) if kind == "rec" else self._promise(after + 1)
        if isinstance(last, Widget):
            await self.query_one("#part", Vertical).mount_all(list(more), after=last)


def _head(text: str) -> Static:
    return Static(text, markup=False, classes="about")


def _row(label: str, *widgets: Widget, classes: str = "") -> Horizontal:
    return Horizontal(Static(label, markup=False, classes="label"), *widgets, classes=f"line {classes}".strip())


def _line(label: str, widget: Widget) -> Iterable[Widget]:
    yield _row(label, widget)
