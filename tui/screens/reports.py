"""The list of all reports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui import keys, wording
from tui.safe import plain
from tui.screens.long_list import LongList
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.window import What
    from workflow.views.window_rows import Line


class Reports(LongList):
    """The list of all reports."""

    place: ClassVar[str] = "reports"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("reports")

    what: ClassVar["What"] = "reports"

    columns: ClassVar[Sequence[Column]] = (
        Column(7), Column(20, 4), Column(12), Column(10, 2, beyond=95), Column(12, 2, beyond=110),
        Column(12, 2, beyond=150), Column(11, beyond=130), Column(1), Column(11, right=True),
    )  # fmt: skip

    names: ClassVar[Sequence[tuple[str, str]]] = (
        ("No.", "number"), ("Title", "title"), ("State", "state"), ("Body", "body"), ("Lead officer", "officer"),
        ("Portfolio", "portfolio"), ("Last event", "changed"), ("", "due"), ("Next day", "due"),
    )  # fmt: skip

    order = "number"

    empty = "There is no report yet: n starts one, 6 Papers reads them from your papers."

    def drawn(self, line: "Line") -> Row:
        """A report as a row: red and L only where something is late, W where its window closes first."""
        r = line.row
        day = self.matters.as_of or self.matters.day
        window = getattr(r, "closes_first", False)
        due = getattr(r, "closes" if window else "next_due", None)
        kind = "faint"
        letter = ""
        if due is not None and day is not None:
            kind = wording.WINDOW if window else wording.stands((day - due).days)
            letter = wording.LETTERS[kind]
        state = str(getattr(r, "state", ""))
        return Row(
            (
                Cell(r.report, "faint"), Cell(plain(r.title)), Cell(_STATES.get(state, state)),
                Cell(plain(r.body), "faint"), Cell(plain(getattr(r, "lead_officer", "")), "faint"),
                Cell(plain(getattr(r, "portfolio", "")), "faint"),
                Cell(wording.day(getattr(r, "last_on", None)), "faint"), Cell(letter, kind),
                Cell(wording.day(due) if due else "", kind),
            ),
            line.key,
        )  # fmt: skip


_STATES = {"cabinet_decided": "decided", "called_in": "called in"}
"""States in a narrow column, where their whole name is too long."""
