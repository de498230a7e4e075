"""Papers: what was read, and what waits for a person: to be answered, or settled together with one reason."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from tui import keys
from tui.dialogs.settle_forms import answer, choose, settle, take_back
from tui.dialogs.small import Small
from tui.messages import Chosen, CursorMoved
from tui.screens.papers_rows import (
    COLUMNS,
    NAMES,
    NOTHING,
    PARTS,
    about,
    about_paper,
    papers_in_order,
    row_of,
    row_of_paper,
    waits_in_order,
)
from tui.screens.place import Place
from tui.widgets.drawing import Cell
from tui.widgets.headings import Headings, SortPressed
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from workflow.views.waiting import PaperRead, Waits


class Papers(Place):
    """The papers, and everything that waits because of them."""

    place: ClassVar[str] = "papers"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("papers")

    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self.part: str | None = None
        self.found: dict[str, tuple[Waits, ...]] = {}
        self.read: tuple[PaperRead, ...] = ()
        self.marked: set[str] = set()
        self.orders: dict[str, tuple[str, bool]] = {}
        """What each part is sorted by, where somebody has said, and whether the other way round."""

    def page(self) -> ComposeResult:
        """The parts with how much is in each, the list, the words of the one under the cursor."""
        yield Static("", id="papers-head", markup=False)
        rows = Rows(COLUMNS, id="waiting")
        yield Headings(COLUMNS, NAMES["asked"], over=rows)
        yield rows
        yield Static("", id="words", markup=False)

    async def load(self) -> None:
        """Reads all four parts."""
        from workflow.views import waiting

        self.found = {
            "asked": await self.ask(waiting.asked),
            "gaps": await self.ask(waiting.not_known),
            "irregular": await self.ask(waiting.irregular),
        }
        self.read = await self.ask(waiting.papers)
        self.marked &= {w.ref for part in self.found.values() for w in part}
        if self.part is None:
            self.part = next((part for part in PARTS if self.found.get(part)), "papers")
        self._show()

    def _show(self) -> None:
        part = self.part or "asked"
        heads: list[str | tuple[str, str]] = []
        for name, words in PARTS.items():
            many = len(self.read) if name == "papers" else len(self.found.get(name, ()))
            style = "bold $accent reverse" if name == part else "" if many else "$faint"
            heads += [(f" {words} {many:,} ", style), " "]
        self.query_one("#papers-head", Static).update(Content.assemble(*heads))
        order, falling = self.orders.get(part, ("", False))
        if part == "papers":
            rows = [row_of_paper(paper) for paper in papers_in_order(self.read, order, falling)]
        else:
            listed = waits_in_order(self.found.get(part, ()), order, falling)
            rows = [row_of(w, w.ref in self.marked) for w in listed]
        nothing = Row((Cell(NOTHING[part], "faint"),), wide=True)
        self.query_one(Rows).show(rows or [nothing])
        headings = self.query_one(Headings)
        headings.names = NAMES[part]
        headings.display = bool(rows)
        headings.tell(order, falling)
        self.call_after_refresh(headings.refresh)
        self.refresh_bindings()
        self._words()

    @on(CursorMoved)
    def _words(self) -> None:
        paper = self.paper
        place = self.query_one("#words", Static)
        place.update(about_paper(paper) if paper else about(self.waits, len(self.marked)))

    @property
    def paper(self) -> "PaperRead | None":
        """The paper under the cursor, where papers are listed."""
        key = self.query_one(Rows).key
        return next((p for p in self.read if f"D{p.number}" == key), None) if self.part == "papers" else None

    @property
    def waits(self) -> "Waits | None":
        """What is under the cursor."""
        key = self.query_one(Rows).key
        return next((w for w in self.found.get(self.part or "", ()) if w.ref == key), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the past nothing can be entered; a paper is taken back where papers are listed, all else is elsewhere."""
        listed = self.part == "papers"
        if action == "take_back" and not listed:
            return False
        if listed and action in {"open", "mark", "alike", "settle", "unknown", "report"}:
            return False
        if action in {"open", "papers", "settle", "unknown", "take_back"} and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    def action_part(self, step: int) -> None:
        """The next part."""
        names = list(PARTS)
        self.part = names[(names.index(self.part or names[0]) + step) % len(names)]
        self.marked.clear()
        self._show()

    def action_sort(self) -> None:
        """Sorts by the next column; after the last, as it was read."""
        part = self.part or "asked"
        orders = ["", *self.query_one(Headings).orders]
        order, _ = self.orders.get(part, ("", False))
        self.orders[part] = (orders[(orders.index(order) + 1) % len(orders)], False)
        self._show()

    def action_reverse(self) -> None:
        """Turns the order round."""
        part = self.part or "asked"
        order, falling = self.orders.get(part, ("number", False))
        self.orders[part] = (order or "number", not falling)
        self._show()

    @on(SortPressed)
    def _heading(self, message: SortPressed) -> None:
        part = self.part or "asked"
        order, falling = self.orders.get(part, ("", False))
        self.orders[part] = (message.order, message.order == order and not falling)
        self._show()

    def action_mark(self) -> None:
        """Marks what is under the cursor, or takes the mark away; a suggestion is answered, never marked."""
        waits = self.waits
        if waits is None:
            return
        if waits.kind == "suggestion":
            self.say("A suggestion wants its own answer: ↵ says yes or no.")
            return
        self.marked ^= {waits.ref}
        self._show()
        self.query_one(Rows).action_cursor(1)

    def action_alike(self) -> None:
        """Marks everything of the same name, in all reports; again, takes the marks away."""
        here = self.waits
        if here is None or here.kind == "suggestion":
            return
        alike = {w.ref for w in self.found.get(self.part or "", ()) if w.name == here.name and w.kind == here.kind}
        self.marked = self.marked - alike if alike <= self.marked else self.marked | alike
        self._show()

    def action_open(self) -> None:
        """Answers a suggestion, chooses a side of a contradiction, or settles what is under the cursor."""
        waits = self.waits
        if waits is not None:
            self._form(
                answer(waits) if waits.kind == "suggestion" else choose(waits) if waits.choices else settle([waits])
            )

    @on(Chosen)
    def _chosen(self) -> None:
        if self.matters.as_of is None:
            self.action_open()

    def action_settle(self) -> None:
        """Settles what is marked, or what is under the cursor, with one reason."""
        self._settle("")

    def action_unknown(self) -> None:
        """The same, as not known."""
        self._settle("not known")

    def _settle(self, why: str) -> None:
        chosen = [w for part in self.found.values() for w in part if w.ref in self.marked]
        here = self.waits
        if not chosen and here is not None and here.kind != "suggestion":
            chosen = [here]
        if chosen:
            self._form(settle(chosen, why))
        else:
            self.say("Mark what is to be settled with space, or everything of its name with a.")

    def action_report(self) -> None:
        """Opens the report it is about."""
        waits = self.waits
        if waits is not None and waits.report:
            self.matters.record(waits.report)

    def action_take_back(self) -> None:
        """Takes the import of the paper under the cursor back, with a reason."""
        if self.paper is not None:
            self._form(take_back(self.paper))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_papers(self) -> None:
        """Reads papers; what they bring to answer is then shown."""
        from tui.dialogs.begin import import_papers

        await import_papers(self.matters)
        if not self.found.get(self.part or ""):
            self.part = None
        self.look_again()

    @work(exclusive=True, group="form", exit_on_error=False)
    async def _form(self, form: Small) -> None:
        done = await self.matters.push_screen_wait(form)
        if done is not None:
            self.done(f"{form.heading}: done.")
