"""The plan back from a Cabinet meeting: each step with its last day, and what is already impossible and why."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from states.days import london_day
from states.errors import BadInput, MattersError
from tui import wording
from tui.dialogs.dialog import Dialog
from tui.dialogs.small import read_day
from tui.safe import plain
from tui.sentences import sentence
from tui.widgets.choice import Choice
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from workflow.plan import Step

_KEY = (("", "not known"), ("yes", "yes"), ("no", "no"))
_PRIVATE = (("", "no"), ("yes", "yes"))


class Plan(Dialog[None]):
    """Works back from a day, again at every key; nothing is entered."""

    shape: ClassVar[str] = "-tall -wide"

    heading = "Plan back from Cabinet"

    def __init__(self, body: str = "") -> None:
        super().__init__()
        self.body = body

    def form(self) -> Iterable[Widget]:
        """The day, what kind of decision it is, and the steps."""
        with Horizontal(classes="line"):
            yield Static("Cabinet decides on", markup=False, classes="label")
            yield OneLine("", example="9 February 2027", id="cabinet")
            yield Static("", markup=False, classes="read", id="read")
        with Horizontal(classes="line"):
            yield Static("Key decision", markup=False, classes="label")
            yield Choice(_KEY, id="key")
        with Horizontal(classes="line"):
            yield Static("In private", markup=False, classes="label")
            yield Choice(_PRIVATE, id="private")
        with Horizontal(classes="line"):
            yield Static("Scrutiny by", markup=False, classes="label")
            yield OneLine(self.body, empty="any day", id="body")
        with VerticalScroll(classes="scroll steps"):
            yield Static("", markup=False, id="steps")

    @work(exclusive=True, group="plan", exit_on_error=False)
    async def on_mount(self) -> None:
        """The next Cabinet that is arranged, to begin with."""
        from workflow.views.planned import cabinets

        try:
            days = await self.ask(cabinets)
        except MattersError as error:
            self.say(sentence(error))
            return
        if days and not self.query_one("#cabinet", Input).value:
            self.query_one("#cabinet", Input).value = days[-1].isoformat()

    @on(Input.Changed)
    @on(Choice.Changed)
    @work(exclusive=True, group="plan-steps", exit_on_error=False)
    async def _changed(self) -> None:
        from states.british_dates import parse_day
        from workflow.views.planned import planned

        text = self.query_one("#cabinet", Input).value.strip()
        today = self.matters.as_of or london_day(self.matters.work.clock())
        self.query_one("#read", Static).update(read_day(text, today))
        shown = self.query_one("#steps", Static)
        if not text:
            shown.update("")
            return
        key = self.query_one("#key", Choice).value
        body = self.query_one("#body", Input).value.strip()
        private = bool(self.query_one("#private", Choice).value)
        try:
            steps = await self.ask(
                planned, parse_day(text, today), key=None if not key else key == "yes", private=private,
                body=body or None,
            )  # fmt: skip
        except BadInput as error:
            shown.update(Content.styled(plain(sentence(error)), "$faint"))
        except MattersError as error:
            self.say(sentence(error))
        else:
            shown.update(_steps(steps))

    def action_done(self) -> None:
        """There is nothing to do but to close it."""
        self.dismiss(None)


def _steps(steps: "list[Step]") -> Content:
    lines: list[Content] = []
    for s in steps:
        sign = ("  ", "") if s.possible else ("L ", "bold $late")
        practical = f" (in practice {wording.day(s.practical_day)})" if s.practical_day != s.last_day else ""
        lines.append(
            Content.assemble(sign, (f"{s.last_day:%a} {s.last_day.day:>2} {s.last_day:%b %Y}  ", "bold"), plain(s.step),
                             (practical, "$faint"))
        )  # fmt: skip
        lines += [Content.styled(f"{' ' * 19}{plain(reason)}", "$late") for reason in s.reasons]
        if s.note:
            lines.append(Content.styled(f"{' ' * 19}{plain(s.note)}", "$faint"))
    return Content("\n").join(lines)
