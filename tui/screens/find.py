"""Find: whatever happened to …? As one types, the reports in which the words stand, and the words around them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.timer import Timer
from textual.widgets import Input

from states.words import said
from tui import keys, wording
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.place import Place
from tui.widgets.drawing import Cell, Column, fit
from tui.widgets.rows import BLANK, Row, Rows

if TYPE_CHECKING:
    from workflow.views.find import Answer, Group

QUIET = 0.12
"""How long nothing must be typed before it is looked for, in seconds."""

PLACES = 4
"""How many places of one report are shown."""


class Answers(Rows):
    """The reports, each with the places under it."""

    columns = (Column(20, 1), Column(12, beyond=60), Column(1), Column(14, right=True))

    def _laid(self, row: Row, width: int) -> list[Cell]:
        if row.key is not None or not row.cells:
            return super()._laid(row, width)
        laid, left = [], width
        for cell in row.cells:
            text = cell.text if len(cell.text) <= left else fit(cell.text, left)
            laid.append(Cell(text, cell.kind))
            left -= len(text)
            if left <= 0:
                break
        return laid


class FindInput(Input):
    """The question. The arrows move in what was found, escape leaves."""

    async def on_key(self, event: Key) -> None:
        """Up, down and the pages belong to the list."""
        rows = self.screen.query_one(Answers)
        moves = {"down": (rows.action_cursor, 1), "up": (rows.action_cursor, -1),
                 "pagedown": (rows.action_page, 1), "pageup": (rows.action_page, -1)}  # fmt: skip
        if event.key in moves:
            event.stop()
            event.prevent_default()
            move, step = moves[event.key]
            move(step)


class Find(Place):
    """Whatever happened to …?"""

    place: ClassVar[str] = "find"

    always: ClassVar[tuple[str, ...]] = ("find.open",)

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("find")

    AUTO_FOCUS = "FindInput"

    def __init__(self) -> None:
        super().__init__()
        self.question = ""
        self._timer: Timer | None = None

    def page(self) -> ComposeResult:
        """The question, and what is found."""
        yield FindInput(placeholder="Whatever happened to …?  words, a reference, a minute such as 34/16", compact=True)
        yield Answers()

    async def load(self) -> None:
        """Looks again for what is asked."""
        from workflow.views.find import whatever

        asked = self.question
        if not asked.strip():
            self.query_one(Answers).show([])
            return
        answer = await self.ask(whatever, asked)
        if asked == self.question:
            self.query_one(Answers).show(self._rows(answer))

    def _rows(self, answer: "Answer") -> Sequence[Row]:
        rows: list[Row] = []
        for group in answer.groups:
            rows += [self._head(group, answer.words), *self._places(group, answer.words), BLANK]
        if not rows:
            return [Row((Cell("It stands nowhere: not in a title, a recommendation, a promise or a paper.", "faint"),))]
        if answer.more:
            rows.append(Row((Cell("There is more: say more words.", "faint"),)))
        return rows

    def _head(self, group: "Group", words: tuple[str, ...]) -> Row:
        day = self.matters.as_of or self.matters.day
        due, kind, when = group.next_due, "faint", ""
        if due is not None and day is not None:
            late = (day - due).days
            kind = wording.stands(late)
            when = f"{wording.days(late)} late" if late > 0 else wording.day(due, day) if late else "today"
        elif group.last_on is not None:
            when = wording.day(group.last_on)
        letter = wording.LETTERS.get(kind, "")
        name = f"{group.report or 'Topic'}  {plain(group.title)}"
        key = f"{group.report or ''}"
        return Row(
            (Cell(name, "strong"), Cell(said(group.state or ""), "accent"), Cell(letter, kind), Cell(when, kind)), key
        )

    def _places(self, group: "Group", words: tuple[str, ...]) -> list[Row]:
        from workflow.views.find import KINDS, around, pieces

        room = max(20, self.size.width - 26)
        rows = []
        for hit in group.hits[:PLACES]:
            text = around(plain(hit.words, 4000), words, room)
            cells = [Cell(f"     {KINDS.get(hit.kind, hit.kind):<15}", "faint")]
            cells += [Cell(piece, "found" if its else "") for piece, its in pieces(text, words)]
            rows.append(Row(tuple(cells)))
        if len(group.hits) > PLACES:
            rows.append(Row((Cell(f"     … {len(group.hits) - PLACES} more places", "faint"),)))
        return rows

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.question = event.value[:300]
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(QUIET, self.look_again)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Opens the report under the cursor."""
        key = self.query_one(Answers).key
        if key:
            self.matters.record(key)

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
