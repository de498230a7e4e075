"""The list of everything owed: what has a day by its day, then what has none; what has ended on request."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from tui import keys, wording
from tui.safe import plain
from tui.screens.long_list import LongList
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.window import What
    from workflow.views.window_rows import Line, OwedLine


MOST = 500
"""To how many follow-ups the same is done at once, at the most."""


class FollowUps(LongList):
    """Everything owed."""

    place: ClassVar[str] = "follow_ups"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("follow_ups")

    what: ClassVar["What"] = "follow_ups"

    columns: ClassVar[Sequence[Column]] = (
        Column(1), Column(18, 5), Column(17, 2), Column(8, 1), Column(12, 2, beyond=120), Column(12, beyond=100),
        Column(10, beyond=140), Column(13, right=True),
    )  # fmt: skip

    names: ClassVar[Sequence[tuple[str, str]]] = (
        ("", "due"), ("Report", "title"), ("What", "clock"), ("Who", "owner"), ("Body", "body"), ("Day", "due"),
        ("No.", "report"), ("Late, due in", "due"),
    )  # fmt: skip

    order = "due"

    empty = "Nothing is owed."

    @property
    def which(self) -> str:
        """Those that have ended are listed only when they are asked for."""
        return "" if self.window and self.window.wanted.flags & {"ended", "all"} else " open"

    @work(group="act", exit_on_error=False)
    async def action_act(self, do: str = "") -> None:
        """Does something to the follow-up under the cursor, or the same to all that are marked."""
        from tui.dialogs.follow_up_form import act_on, act_on_many

        big = self.big
        if big.all_marked or len(big.marks) > MOST:
            self.say(f"At most {MOST} at once: * takes the marks away, space marks a row.")
        elif big.marks:
            if await act_on_many(self, sorted(big.marks), do):
                big.unmark()
        elif big.key:
            report, _, number = big.key.partition("/")
            await act_on(self, report, (int(number),), do)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the past nothing can be done."""
        if action == "act" and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    def drawn(self, line: "Line") -> Row:
        """A follow-up as a row."""
        from workflow.views.window_rows import OwedLine

        owed = line.row
        if not isinstance(owed, OwedLine):
            return Row((), line.key)
        kind, when = _stands(owed)
        said = plain(owed.condition or owed.quote) if owed.clock == "promise" else ""
        words = f" · {said}" if said else ""
        aside = plain(owed.note) if owed.counts and owed.clock != "promise" else ""
        return Row(
            (
                Cell(wording.LETTERS.get(kind, " "), kind), Cell(plain(owed.title)),
                Cell(wording.what(owed.clock, [owed.recommendation], owed.owner) + words, aside=aside),
                Cell(plain(owed.owner), "faint"), Cell(plain(owed.body), "faint"),
                Cell(wording.day(owed.counts) if owed.counts else "", "faint"),
                Cell(line.key.replace("/", "."), "faint"), Cell(when, kind),
            ),
            line.key,
        )  # fmt: skip


def _stands(owed: "OwedLine") -> tuple[str, str]:
    """How a follow-up stands, and the words for it."""
    if owed.ended is not None:
        return "faint", owed.ended.replace("_", " ")
    if owed.waits:
        return wording.UNDATED, "waits"
    if owed.counts is None:
        chase = f"chase {wording.day(owed.chase_on)}" if owed.chase_on else "no day"
        return wording.UNDATED, chase
    kind = wording.stands(owed.days_late, owed.clock)
    if owed.days_late == 0:
        return kind, "today"
    if kind == wording.WINDOW and owed.days_late > 0:
        return "faint", "over"
    late = " late" if owed.days_late > 0 and kind == wording.LATE else ""
    return kind, f"{wording.days(owed.days_late)}{late}{wording.sign(owed.note)}"
