"""A column of the board: one state, and a card for each report that stands in it."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import keys
from tui.messages import Chosen
from tui.widgets.copying import Copying
from tui.widgets.drawing import Cell, Inks, fit, wrap

HIGH, FLAT = 5, 3
"""How many lines a card takes: two of the title, the body, the date, and one between; flat, two and one between."""

ROOMY = 50
"""From which width a column's cards are flat: title and date on one line, the body under it."""


class Card(NamedTuple):
    """A report on the board; texts are safe already. `kind` is how its next date stands."""

    key: str
    title: str
    body: str
    kind: str
    letter: str
    when: str


class Cards(ScrollView, Copying, can_focus=True):
    """The cards of one state, under its name and how many there are."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("list")

    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(-1, layout=False, repaint=False)
    """The card the cursor stands on; -1 where there is none."""

    here: reactive[bool] = reactive(False)
    """Whether this is the column one stands on; elsewhere the cursor is not drawn."""

    def __init__(self, state: str) -> None:
        super().__init__(id=f"state-{state}")
        self.state = state
        self.cards: Sequence[Card] = ()
        self.many = 0
        self._inks = Inks(self)

    @property
    def key(self) -> str | None:
        """The report of the card the cursor stands on."""
        return self.cards[self.cursor].key if 0 <= self.cursor < len(self.cards) else None

    def told(self) -> str:
        """The card under the cursor in words."""
        if self.key is None:
            return ""
        card = self.cards[self.cursor]
        return " · ".join(part for part in (card.key, card.title, card.body, card.letter, card.when) if part.strip())

    def show(self, cards: Sequence[Card], many: int) -> None:
        """Shows other cards, of so many there are; the cursor stays with its report."""
        key, was = self.key, max(0, self.cursor)
        self.cards, self.many = cards, many
        self._measure()
        at = next((i for i, card in enumerate(cards) if card.key == key), min(was, len(cards) - 1))
        self.set_reactive(Cards.cursor, -1)
        self.cursor = at
        self.refresh()

    @property
    def high(self) -> int:
        """How many lines a card takes at this width."""
        return FLAT if self.size.width >= ROOMY else HIGH

    def _measure(self) -> None:
        self.virtual_size = Size(0, len(self.cards) * self.high + (1 if self.many > len(self.cards) else 0))

    def on_resize(self) -> None:
        """A wider column has flatter cards."""
        self._measure()

    def go_to(self, key: str) -> bool:
        """Puts the cursor on a report's card; whether it is here."""
        at = next((i for i, card in enumerate(self.cards) if card.key == key), None)
        if at is not None:
            self.cursor = at
        return at is not None

    def render_line(self, y: int) -> Strip:
        """Draws one visible line."""
        width = self.scrollable_content_region.width
        index, line = divmod(self.scroll_offset.y + y, self.high)
        if index >= len(self.cards):
            more = self.many - len(self.cards)
            if more > 0 and index == len(self.cards) and line == 0:
                return self._inks.strip([Cell(fit(f"  … {more:,} more: 3 Reports", width), "faint")], width)
            return Strip.blank(width, self._inks.of(""))
        if line == self.high - 1:
            return Strip.blank(width, self._inks.of(""))
        here = index == self.cursor and self.here
        under = ("cursor" if self.has_focus else "cursor-far") if here else ""
        drawn = self._flat if self.high == FLAT else self._tall
        cells = drawn(self.cards[index], line, width - 3)
        if not cells:
            return Strip.blank(width, self._inks.of(""))
        mark = Cell("▌ " if here and self.has_focus else "│ " if here else "  ", "accent")
        return self._inks.strip([mark, *cells], width, under)

    @staticmethod
    def _flat(card: Card, line: int, width: int) -> list[Cell]:
        if line:
            return [Cell(fit(card.body, width), "faint")]
        wide = min(28, width // 3)
        when = fit(f"{card.letter} {card.when}", wide, right=True)
        return [Cell(fit(card.title, width - wide - 2), "strong"), Cell("  "), Cell(when, card.kind)]

    @staticmethod
    def _tall(card: Card, line: int, width: int) -> list[Cell]:
        title = wrap(card.title, width, 2)
        lines = [[Cell(words, "strong")] for words in title]
        lines.append([Cell(fit(card.body, width), "faint")])
        lines.append([Cell(f"{card.letter} ", card.kind), Cell(fit(card.when, width - 2), card.kind)])
        return lines[line] if line < len(lines) else []

    def validate_cursor(self, cursor: int) -> int:
        """Keeps the cursor on a card."""
        return max(-1, min(cursor, len(self.cards) - 1))

    def watch_cursor(self, was: int, now: int) -> None:
        """Draws the two cards anew, and sees that the cursor's is visible."""
        for index in (was, now):
            if index >= 0:
                self.refresh_lines(index * self.high, self.high)
        if now >= 0:
            self.scroll_to_region(Region(0, now * self.high, 1, self.high - 1), animate=False, force=True, x_axis=False)

    def action_cursor(self, step: int) -> None:
        """Moves the cursor to the next card, down (1) or up (-1)."""
        self.cursor = max(0, self.cursor + step)

    def action_page(self, step: int) -> None:
        """Moves the cursor by what is visible."""
        self.cursor = max(0, self.cursor + step * max(1, self.scrollable_content_region.height // self.high))

    def action_end(self, step: int) -> None:
        """Moves the cursor to the first card (-1) or the last (1)."""
        self.cursor = len(self.cards) - 1 if step > 0 else 0

    def on_click(self, event: Click) -> None:
        """One click puts the cursor on a card, two choose it."""
        index = (self.scroll_offset.y + event.y) // self.high
        if 0 <= index < len(self.cards):
            self.cursor = index
            if event.chain > 1:
                self.post_message(Chosen(self.cards[index].key))

    def on_focus(self) -> None:
        """The cursor is drawn as the one that moves."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn as one that waits."""
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._inks.forget()
