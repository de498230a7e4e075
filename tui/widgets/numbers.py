"""The numbers of Today: reports by state, late by month, answers in time; beside the list or under it."""

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from states.words import said
from tui.widgets.bars import bar, spark

if TYPE_CHECKING:
    from workflow.views.today import Trend

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

    def render(self) -> Content:
        """As charts where there is height for them, else as a few lines."""
        if not self.states:
            return Content("")
        return self._charts() if self.size.height >= BESIDE else self._lines(self.size.width - 2)

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
        most = max(many for _, many in self.states)
        lines: list[Content] = [Content.styled("REPORTS BY STATE", "bold")]
        for state, many in self.states:
            drawn = bar(many, most, width - 22)
            lines.append(
                Content.assemble(
                    (f"{said(state):<16}", "$faint" if not many else ""), f"{many:>4} ", (drawn, "$accent")
                )
            )
        t = self.trend
        if t is None:
            return Content("\n").join(lines)
        wide = max(1, min(4, (width - 1) // len(t.late)))
        gap = wide > 2
        lines += [
            Content(""),
            Content.assemble(
                ("LATE AT THE MONTH'S END", "bold"), (f"   now {t.late[-1]}", "$late" if t.late[-1] else "")
            ),
        ]
        drawn_lines = spark(t.late, 5, wide - 1 if gap else wide)
        for line in drawn_lines:
            lines.append(Content.styled(self._spaced(line, len(t.late), gap), "$late"))
        marks = "".join(f"{m:%b}"[0] + " " * (wide - 1) for m in t.months)
        lines += [Content.styled(marks, "$faint"), Content("")]
        lines.append(Content.styled("ANSWERED IN TIME, 12 MONTHS", "bold"))
        if t.share is None:
            lines.append(Content.styled("no answer fell due", "$faint"))
        else:
            room = width - 10
            full = bar(t.in_time, t.answers, room)
            lines.append(Content.assemble((full, "$accent"), ("░" * (room - len(full)), "$faint"), f" {t.share} %"))
            lines.append(Content.styled(f"{t.in_time} of {t.answers} answers by their day", "$faint"))
        return Content("\n").join(lines)

    def _share(self) -> str:
        share = self.trend.share if self.trend else None
        return "–" if share is None else f"{share} %"

    @staticmethod
    def _spaced(line: str, many: int, gap: bool) -> str:
        wide = len(line) // many if many else 0
        return " ".join(line[i * wide : (i + 1) * wide] for i in range(many)) if gap else line
