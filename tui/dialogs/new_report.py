"""A new report: its title, and the scrutiny body that will consider it; F2 asks everything else as well."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, Static

from states.days import london_day
from tui import keys
from tui.dialogs.dialog import Dialog, words
from tui.widgets.notice import REFUSED
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.engine import Moved
    from workflow.views.look import Look


class NewReport(Dialog[str]):
    """Asks what a report cannot begin without, and begins it. Gives back the report's number, such as `R7`."""

    place: ClassVar[str] = "new"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("new")

    AUTO_FOCUS = "#title"

    heading = "New report"

    def __init__(self) -> None:
        super().__init__()
        self.bodies: list[str] = []
        self._add = ""

    def form(self) -> Iterable[Widget]:
        """The two lines."""
        yield words("Two lines begin a report. F2 asks the rest too: lead officer, portfolio, key or not, exempt …")
        with Horizontal(classes="line spaced"):
            yield Static("Title", markup=False, classes="label")
            yield OneLine(example="Libraries Update", id="title", select_on_focus=False)
        with Horizontal(classes="line"):
            yield Static("Scrutiny body", markup=False, classes="label")
            yield OneLine(example="Scrutiny Board (2)", id="body")

    def held(self) -> tuple[object, ...]:
        """Both lines."""
        return tuple(line.value for line in self.query(Input))

    @work(exit_on_error=False)
    async def on_mount(self) -> None:
        """Knows the bodies there are, for completion; where there is but one, it is that."""
        self.bodies = await self.attempt(self.ask(scrutinising)) or []
        body = self.query_one("#body", OneLine)
        body.know(self.bodies)
        if len(self.bodies) == 1 and not body.value:
            body.value = self.bodies[0]

    @on(Input.Changed)
    def _changed(self) -> None:
        self.unsay(REFUSED)

    @on(DescendantBlur)
    def _left(self, message: DescendantBlur) -> None:
        """Says, once the line is left, that the body is none we know."""
        body = self.query_one("#body", OneLine)
        if message.widget is body and body.strange:
            self.say(f"There is no body “{body.value.strip()}” on file; ctrl+s asks before it adds one.")

    @on(Input.Submitted, "#title")
    def _next(self) -> None:
        self.query_one("#body", Input).focus()

    @on(Input.Submitted, "#body")
    def action_done(self) -> None:
        """Begins the report; a body nobody knows is added when it is asked for twice."""
        if not self.waiting:
            self._begin_it()

    def _typed(self) -> tuple[str, str]:
        title, body = (self.query_one(f"#{name}", Input).value.strip() for name in ("title", "body"))
        return title, body

    @work(exit_on_error=False)
    async def _begin_it(self) -> None:
        title, body = self._typed()
        if not title or not body:
            self.say("A report has a title." if not title else "Say which body will consider it.")
            self.query_one("#body" if title else "#title", Input).focus()
            return
        unknown = body.casefold() not in {name.casefold() for name in self.bodies}
        if unknown and self._add != body:
            self._add = body
            self.say(f"There is no body “{body}” yet. ↵ again adds it as a scrutiny committee.")
            return
        moved = await self.tell(begin, title, body, add=unknown)
        if moved is not None:
            self.dismiss(f"R{moved.ref}")

    @work(exclusive=True, group="whole", exit_on_error=False)
    async def action_whole(self) -> None:
        """Asks everything a report can begin with; what was typed here goes along."""
        from tui.dialogs.move_form import MoveForm
        from workflow.views.forms import form

        asks = await self.attempt(self.ask(form, None, "draft"))
        if asks is None:
            return
        title, body = self._typed()
        whole = MoveForm(asks, london_day(self.matters.work.clock()), {"title": title, "scrutiny_body": body})
        done = await self.matters.push_screen_wait(whole)
        if done is not None:
            self.dismiss(done.report)


def scrutinising(look: "Look") -> list[str]:
    """The names of the bodies that scrutinise."""
    from states.words import SCRUTINISING
    from workflow.records import bodies

    return [body.name for body in bodies.listed(look.tx, look.day) if body.kind in SCRUTINISING]


def begin(desk: "Desk", title: str, body: str, *, add: bool) -> "Moved":
    """Drafts a report, and adds its body first where that is asked for: both or neither."""
    from states.words import BodyKind, Move
    from workflow.facts_in import read_facts
    from workflow.lookups import Lookup
    from workflow.records import bodies, topics

    with desk.writing() as tx:
        if add:
            bodies.add(desk, body, BodyKind.SCRUTINY, tx=tx)
        facts = read_facts(Move.DRAFT, {"title": title, "scrutiny_body": body}, Lookup(tx), desk.today)
        return topics.begin(desk, facts, tx=tx)
