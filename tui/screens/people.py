"""Posts and people: who holds what, where they are written to, and whether somebody has found the address right."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui import keys, wording
from tui.dialogs import people_forms as forms
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.place import Place
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.ways import Ways

if TYPE_CHECKING:
    from tui.dialogs.small import Small
    from workflow.views.people import Held

COLUMNS = (Column(1), Column(20, 3, most=60), Column(14, 2, most=34), Column(14, 3, most=50), Column(26, beyond=110))
"""Whether letters can go, the post, who holds it, the address, since when."""

PARTS = (("people.letters", "Letters"), ("reminders.people", "Posts and people"))
"""The parts of the tab, as a line says them."""

_ENTERS = frozenset({"address", "hand_over", "new", "kind", "leave"})


class People(Place):
    """Posts with their holders, then people without a post."""

    place: ClassVar[str] = "people"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("people")

    AUTO_FOCUS = "#people"

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Held, ...] = ()

    def page(self) -> ComposeResult:
        """The parts of the tab, the list."""
        yield Ways(PARTS, "reminders.people")
        yield Rows(COLUMNS, id="people")

    async def load(self) -> None:
        """Reads who holds what."""
        from workflow.views.people import listed

        self.found = await self.ask(listed)
        posts = [held for held in self.found if held.post]
        others = [held for held in self.found if not held.post]
        rows: list[Row] = [Row((Cell(f"POSTS · {len(posts)}", "heading"),), wide=True)]
        rows += [_row(held) for held in posts] or [
            Row((Cell("There is no post yet: n adds one.", "faint"),), wide=True)
        ]
        if others:
            rows += [BLANK, Row((Cell(f"WITHOUT A POST · {len(others)}", "heading"),), wide=True), *map(_row, others)]
        self.query_one(Rows).show(rows)
        self.refresh_bindings()

    @property
    def held(self) -> "Held | None":
        """The post, or the person, under the cursor."""
        key = self.query_one(Rows).key
        return next((held for held in self.found if held.key == key), None)

    @property
    def known(self) -> tuple[str, ...]:
        """Everybody on file, by name."""
        return tuple(sorted({held.name for held in self.found if held.name}))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the past nothing can be entered."""
        if action in _ENTERS and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    def action_letters(self) -> None:
        """Back to the letters, which stand underneath."""
        self.matters.pop_screen()

    def action_address(self) -> None:
        """The address of whoever is under the cursor: it is entered, or found right."""
        if (held := self._person()) is not None:
            self._form(forms.address(held))

    @on(Chosen)
    def _chosen(self) -> None:
        if self.matters.as_of is None:
            self.action_address()

    def action_kind(self) -> None:
        """Who the person is to the council."""
        if (held := self._person()) is not None:
            self._form(forms.kind(held))

    def action_leave(self) -> None:
        """The person leaves every post."""
        if (held := self._person()) is not None:
            self._form(forms.leave(held))

    @work(exclusive=True, group="act", exit_on_error=False)
    async def action_new(self) -> None:
        """A new post."""
        from workflow.views.names import body_names

        bodies = await self.attempt(self.ask(body_names))
        if bodies is not None:
            self._form(forms.post(self.known, bodies))

    def action_hand_over(self) -> None:
        """Somebody else holds the post."""
        held = self.held
        if held is None or held.post is None:
            self.say("Stand on a post: what is handed over is a post. n adds one.")
        else:
            self._form(forms.hand_over(held, self.known))

    @work(exclusive=True, group="act", exit_on_error=False)
    async def action_owes(self) -> None:
        """Everything the post owes, in the list of follow-ups."""
        from workflow.views.filters import quoted
        from workflow.views.people import owes

        held = self.held
        if held is None or not held.title:
            self.say("Stand on a post: what is owed is owed by a post.")
            return
        owing = await self.attempt(self.ask(owes, held.title))
        if owing is False:
            self.say(f"{plain(held.title, 80)} owes nothing.")
        elif owing:
            self.matters.listed("follow_ups", f"owner:{quoted(held.title)}")

    def _person(self) -> "Held | None":
        held = self.held
        if held is None or held.person is None:
            self.say("Nobody holds it: h hands it over to somebody.")
            return None
        return held

    @work(exclusive=True, group="form", exit_on_error=False)
    async def _form(self, form: "Small") -> None:
        if await self.matters.push_screen_wait(form) is not None:
            self.done(f"{form.heading}: done.")


def _row(held: "Held") -> Row:
    since = f"since {wording.day(held.since)}" if held.since else ""
    until = f"until {wording.day(held.until)}" if held.until else ""
    name = f"{plain(held.name)}{' (deputy)' if held.deputy else ''}" if held.person else "nobody"
    sign, stands = _stands(held)
    return Row(
        (sign, Cell(plain(held.title) or "–", "" if held.title else "faint"),
         Cell(name, "" if held.person else "undated"), Cell(plain(stands), "faint"),
         Cell(" ".join(filter(None, (since, until))), "faint")),
        key=held.key,
    )  # fmt: skip


def _stands(held: "Held") -> tuple[Cell, str]:
    """Whether letters can go there (✓ yes, ? something is wanting, – never by a machine), and the address or why."""
    if held.person is None:
        return Cell("?", "undated"), "h hands it over"
    if held.kind == "unknown":
        return Cell("?", "undated"), "an officer? e says"
    if held.kind != "officer":
        return Cell("–", "faint"), f"{held.kind}: no letters"
    if not held.email:
        return Cell("?", "undated"), "no address: ↵"
    return (Cell("✓", "accent"), held.email) if held.confirmed else (Cell("?", "undated"), f"confirm: {held.email}")
