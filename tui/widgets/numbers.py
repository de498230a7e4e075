"""The numbers of Today: reports by state, late by month, answers in time; beside the list or under it."""

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from states.words import said
from tui.widgets.bars import bar, spark

if TYPE_CHECKING:
    from workflow.views.today import Spent, Trend

BESIDE = 20
"""From which height the numbers are drawn as charts, not as lines."""


class Numbers(Widget):
    """How much there is of what, and how things go."""

    DEFAULT_CLASSES: ClassVar[str] = "numbers"

    ALLOW_SELECT = False

    states: reactive[tuple[tuple[str, int], ...]] = reactive((), layout=True)
    """How many reports stand in each state, in the order of the journey."""

    trend: "reactive[Trend | None]" = reactive(None, layout=True)
    """How things go; None until it is counted."""

    spent: "reactive[tuple[Spent, ...]]" = reactive(())
    """How long reports stay in each state."""

    def render(self) -> Content:
        """As charts where there is height for them, else as a few lines."""
        if not self.states:
            return Content("")
        return self._charts() if self.size.height >= BESIDE else self._lines(self.size.width)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the numbers take under the list."""
        return len(self._lines(width).plain.splitlines()) if self.states else 0

    def _lines(self, width: int) -> Content:
        lines = [Content("")]
        for state, many in self.states:
            piece = Content.assemble((f"{said(state)} ", "$faint"), (str(many), "bold"))
            if lines[-1].plain and lines[-1].cell_length + piece.cell_length + 2 > width:
                lines.append(Content(""))
            lines[-1] = lines[-1] + (Content("  ") if lines[-1].plain else Content("")) + piece
        t = self.trend
        if t is not None:
            lines.append(
                Content.assemble(
                    ("late by month ", "$faint"), (spark(t.late)[0], "$late" if t.late[-1] else ""), f" {t.late[-1]}",
                    ("    answered in time ", "$faint"), (self._share(), "bold"), (" (12 months)", "$faint"),
                )
            )  # fmt: skip
        return Content("\n").join(lines)

    def _charts(self) -> Content:
        width = self.size.width - 2
        parts = [self._states(width), self._late(width), self._answers(width), self._spent(width)]
        lines: list[Content] = []
        for part in parts:
            if part and len(lines) + len(part) <= self.size.height:
                lines += [*part, Content("")]
        return Content("\n").join(lines)

    def _states(self, width: int) -> list[Content]:
        most = max(many for _, many in self.states)
        lines = [_heading("REPORTS BY STATE")]
        for state, many in self.states:
            drawn = bar(many, most, width - 25)
            name = (f"{said(state):<16}", "" if many else "$faint")
            lines.append(Content.assemble(name, f"{many:>7,} ", (drawn, "$accent")))
        return lines

    def _late(self, width: int) -> list[Content]:
        t = self.trend
        if t is None:
            return []
        wide = max(1, min(4, (width - 1) // len(t.late)))
        now = t.late[-1]
        lines = [Content.assemble(("LATE AT THE MONTH'S END", "bold"), (f"   now {now:,}", "$late" if now else ""))]
        for line in spark(t.late, 5):
            drawn = "".join(f"{block * max(1, wide - 1):<{wide}}" for block in line)
            lines.append(Content.styled(drawn, "$late"))
        lines.append(Content.styled("".join(f"{f'{m:%b}'[0]:<{wide}}" for m in t.months), "$faint"))
        return lines

    def _answers(self, width: int) -> list[Content]:
        t = self.trend
        if t is None:
            return []
        lines = [_heading("ANSWERED IN TIME, 12 MONTHS")]
        if t.share is None:
            return [*lines, Content.styled("no answer fell due", "$faint")]
        room = width - 8
        full = bar(t.in_time, t.answers, room)
        lines.append(Content.assemble((full, "$accent"), ("░" * (room - len(full)), "$faint"), f" {t.share} %"))
        return [*lines, Content.styled(f"{t.in_time:,} of {t.answers:,} answers by their day", "$faint")]

    def _spent(self, width: int) -> list[Content]:
        if not self.spent:
            return []
        most = max(s.days for s in self.spent)
        lines = [_heading("USUAL DAYS IN EACH STATE (MEDIAN)")]
        for s in self.spent:
            drawn = bar(s.days, most, width - 25)
            lines.append(Content.assemble(f"{said(s.state):<16}{s.days:>7,} ", (drawn, "$accent")))
        return lines

    def _share(self) -> str:
        share = self.trend.share if self.trend else None
        return "–" if share is None else f"{share} %"


def _heading(words: str) -> Content:
    return Content.styled(words, "bold")
