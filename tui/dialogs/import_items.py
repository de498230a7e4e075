"""What papers would bring in, item by item: each is ticked, and what is not ticked is left out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui import keys
from tui.messages import Chosen
from tui.safe import plain
from tui.widgets.drawing import Cell, Column, wrap
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from workflow.importers.reading import Column as Taken
    from workflow.intake.session import Imported

Item = tuple[str, int]
"""An item of a paper: the paper's digest, and its place there from 0."""


class Items(Rows):
    """The items of papers under their names. Space leaves one out, or takes it in.

    Under a spreadsheet's name stand its columns with what each was taken for; ↵ on one asks to be told otherwise
    (`Chosen` with its key: `column_of` says which it is).
    """

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("bringing")

    columns = (Column(1), Column(4), Column(20, 3), Column(1, 2))

    def __init__(self) -> None:
        super().__init__(id="items", classes="scroll")
        self.papers: tuple[Imported, ...] = ()
        self.ticked: set[Item] = set()
        self.refused: tuple[str, ...] = ()
        self.taken: dict[str, tuple[Taken, ...]] = {}
        self._drawn = 0

    def tell(
        self, papers: "Iterable[Imported]", refused: "Iterable[str]" = (),
        taken: "dict[str, tuple[Taken, ...]] | None" = None,
    ) -> None:  # fmt: skip
        """Shows other papers; what would be entered is ticked, what was left out before is not.

        What could not be read stands above them, a sentence on each line. `taken` are the columns of spreadsheets, by
        the path.
        """
        self.refused, self.taken = tuple(refused), taken or {}
        self.papers = tuple(paper for paper in papers if not paper.refused)
        self.ticked = {(paper.sha256, e.place) for paper in self.papers for e in paper.entered}
        self._draw()

    def _draw(self) -> None:
        width = max(30, self.scrollable_content_region.width - 3)
        refused = (row for says in self.refused for row in _words(plain(says, 400), "late", width, "✗ "))
        self.show([*refused, *_rows(self.papers, self.ticked, self.taken, width)])
        self._drawn = width

    def on_resize(self) -> None:
        """What was broken into lines is broken anew."""
        super().on_resize()
        if self._drawn not in (0, max(30, self.scrollable_content_region.width - 3)):
            self._draw()

    @property
    def left(self) -> set[Item]:
        """What is not ticked."""
        return {_item(row.key) for row in self.rows if row.key and not row.key.startswith(_COLUMN)} - self.ticked

    @property
    def on_column(self) -> bool:
        """Whether the cursor stands on a column of a spreadsheet."""
        return (self.key or "").startswith(_COLUMN)

    def column_of(self, key: str) -> "tuple[str, Taken]":
        """The path and the column that a row's key means."""
        _, paper, place = key.rsplit(" ", 2)
        path = self.papers[int(paper)].path
        return path, self.taken[path][int(place)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An item is ticked, a column is told what it means."""
        if action in {"tick", "means"}:
            return self.key is not None and self.on_column == (action == "means")
        return super().check_action(action, parameters)

    def action_tick(self) -> None:
        """Ticks the item under the cursor, or takes its tick away."""
        if self.key is not None:
            self.ticked ^= {_item(self.key)}
            self._draw()
            self.action_cursor(1)

    def action_means(self) -> None:
        """Asks what the column under the cursor means."""
        self.post_message(Chosen(str(self.key)))

    def watch_cursor(self, was: int, now: int) -> None:
        """What can be done with the row is said at the foot."""
        super().watch_cursor(was, now)
        self.screen.refresh_bindings()


_COLUMN = "column "


def _item(key: str) -> Item:
    sha256, _, place = key.rpartition(" ")
    return sha256, int(place)


_QUOTES = 3
"""So many of a paper's own words are shown under each item."""


def _rows(
    papers: "Iterable[Imported]", ticked: set[Item], taken: "dict[str, tuple[Taken, ...]]", width: int
) -> Iterator[Row]:  # fmt: skip
    from workflow.intake.doubts import papers_of

    for place, paper in enumerate(papers):
        again = "  read before; nothing changes" if paper.again else ""
        yield Row((Cell(f"{plain(Path(paper.path).name, 120)}{again}", "strong"),), wide=True)
        yield from (_column(f"{_COLUMN}{place} {n}", one) for n, one in enumerate(taken.get(paper.path, ())))
        for e in paper.entered:
            item = (paper.sha256, e.place)
            yield _row(item, "new" if e.new else e.report, e.title, ticked)
            yield from _words(e.words if item in ticked else f"left out: {e.words}", "", width)
            for quote in e.quotes[:_QUOTES]:
                yield from _words(f"“{plain(quote, 300)}”", "faint", width)
        for left in paper.left:
            yield _row((paper.sha256, left.place), "", left.title, ticked)
            yield from _words("left out when it was read", "faint", width)
        for warning in paper.warnings:
            choices = getattr(warning, "choices", ())
            says = warning.message.partition(":")[0] + "." if choices else warning.message
            yield from _words(plain(says, 400), "due", width, "! ")
            for offer in choices:
                yield from _words(f"{plain(offer.words, 200)} — {plain(papers_of(offer), 200)}", "due", width)
        for words in paper.suggestions:
            yield from _words(plain(words, 400), "undated", width, "? ")


_INDENT = " " * 9
"""How far in the words stand that belong to an item."""


def _words(words: str, kind: str, width: int, sign: str = _INDENT) -> Iterator[Row]:
    """Words under what they belong to, or behind a `sign`, on as many lines as they need, but no more than three."""
    for at, line in enumerate(wrap(words, max(20, width - len(sign)), 3)):
        yield Row((Cell(f"{' ' * len(sign) if at else sign}{line}", kind),), wide=True)


def _row(item: Item, what: str, title: str, ticked: set[Item]) -> Row:
    """An item: whether it is ticked, whether it is new or of which report, its title."""
    kind = "" if item in ticked else "faint"
    return Row(
        (Cell("✓" if item in ticked else "–", "accent"), Cell(what, "accent"), Cell(plain(title, 200), kind)),
        key=f"{item[0]} {item[1]}",
    )  # fmt: skip


def _column(key: str, one: "Taken") -> Row:
    """What a column of a spreadsheet was taken for."""
    from workflow.importers.tracker_columns import FIELDS

    told = f"{'you said: ' if one.chosen else ''}{FIELDS.get(one.means or '', 'not read')}"
    heading = plain(" ".join(one.heading.split()), 200)
    return Row((Cell("→", "faint"), Cell(""), Cell(heading), Cell(told, "" if one.means else "undated")), key=key)
