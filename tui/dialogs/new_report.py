"""A new report: its title, and the scrutiny body that will consider it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on, work
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input

from tui.dialogs.dialog import Dialog, words

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.engine import Moved
    from workflow.views.look import Look


class NewReport(Dialog["Moved"]):
    """Asks what a report cannot begin without, and begins it. Gives back what was done."""

    AUTO_FOCUS = "#title"

    heading = "New report"

    def __init__(self) -> None:
        super().__init__()
        self.bodies: list[str] = []
        self._add = ""

    def form(self) -> Iterable[Widget]:
        """The two lines."""
        yield words("What is it called?")
        yield Input(id="title")
        yield words("Which scrutiny body will consider it?", "spaced")
        yield Input(id="body", placeholder="Scrutiny Board (2)")

    @work(exit_on_error=False)
    async def on_mount(self) -> None:
        """Knows the bodies there are, for completion."""
        self.bodies = await self.attempt(self.ask(scrutinising)) or []
        self.query_one("#body", Input).suggester = SuggestFromList(self.bodies, case_sensitive=False)

    @on(Input.Submitted, "#title")
    def _next(self) -> None:
        self.query_one("#body", Input).focus()

    @on(Input.Submitted, "#body")
    def action_done(self) -> None:
        """Begins the report; a body nobody knows is added when it is asked for twice."""
        self._begin()

    @work(exclusive=True, exit_on_error=False)
    async def _begin(self) -> None:
        title, body = (self.query_one(f"#{name}", Input).value.strip() for name in ("title", "body"))
        if not title or not body:
            self.say("A report has a title." if not title else "Say which body will consider it.")
            return
        unknown = body.casefold() not in {name.casefold() for name in self.bodies}
        if unknown and self._add != body:
            self._add = body
            self.say(f"There is no body “{body}” yet. Once more, and it is added as a scrutiny committee.")
            return
        moved = await self.tell(begin, title, body, add=unknown)
        if moved is not None:
            self.dismiss(moved)


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
