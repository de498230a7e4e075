"""A field of one line: an example that cannot be taken for a value, completion by Tab or ↵, and whole pasting."""

from collections.abc import Sequence

from textual import events
from textual.suggester import SuggestFromList, SuggestionReady
from textual.widgets import Input

_TAB = " ⇥ Tab"
"""Stands behind what Tab would write, so that it is told from what was typed without colours."""


class OneLine(Input):
    """An input of one line. Left empty it says what is taken then, or gives an example, each in words that say so.

    `known` are the texts it completes: Tab or ↵ takes the one that is shown, Del keeps what was typed.
    """

    def __init__(
        self, value: str = "", *, example: str = "", empty: str = "", hint: str = "", known: Sequence[str] = (),
        id: str | None = None, compact: bool = True, select_on_focus: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(
            value, placeholder=hollow(example, empty, hint), compact=compact, id=id, select_on_focus=select_on_focus
        )
        self.know(known)

    def know(self, known: Sequence[str]) -> None:
        """What it completes from now on."""
        self.known = tuple(known)
        self.suggester = SuggestFromList(self.known, case_sensitive=False) if self.known else None
        self._let_go: str | None = None

    @property
    def strange(self) -> bool:
        """Whether it holds something that is none of what it knows."""
        typed = self.value.strip().casefold()
        return bool(typed and self.known) and typed not in {one.casefold() for one in self.known}

    @property
    def offered(self) -> str:
        """What Tab would write, whether it is drawn yet or not; empty while there is nothing."""
        typed = self.value.casefold()
        if not typed or not self.strange or self._let_go == self.value:
            return ""
        return next((one for one in self.known if one.casefold().startswith(typed)), "")

    async def _on_suggestion_ready(self, event: SuggestionReady) -> None:
        event.stop()
        event.prevent_default()
        if event.value == self.value and self.strange and self._let_go != self.value:
            self._suggestion = event.suggestion + _TAB

    async def on_key(self, event: events.Key) -> None:
        """Tab and ↵ take what is offered and go on; Del lets it go; → takes it and stays."""
        if not self.offered or not self.cursor_at_end:
            return
        if event.key in ("tab", "enter", "right"):
            self.value = self.offered
            self.cursor_position = len(self.value)
            if event.key == "right":
                event.stop()
                event.prevent_default()
        elif event.key == "delete":
            self._suggestion, self._let_go = "", self.value
            event.stop()
            event.prevent_default()

    def on_focus(self) -> None:
        """What is there is gone on with; a line that is replaced rather than gone on with marks it all."""
        if not self.select_on_focus:
            self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """Seen from elsewhere, a long text shows its beginning."""
        self.cursor_position = 0

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        pasted = " ".join(event.text.split())
        if self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        else:
            self.replace(pasted, *self.selection)


def hollow(example: str = "", empty: str = "", hint: str = "") -> str:
    """What stands in an empty field: it begins as no value does, so that it is told from one without colours."""
    if empty:
        return f"if left empty: {empty}"
    if hint:
        return f"({hint})"
    return f"e.g. {example}" if example else ""
