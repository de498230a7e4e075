"""Something to read, and to copy: the paragraph that explains a date, the papers' own words."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui import keys
from tui.dialogs.dialog import Dialog
from tui.safe import READ, lines, plain


class Reading(Dialog[None], inherit_bindings=False):
    """Paragraphs, each under its heading. The mouse selects; `y` copies all of it."""

    place: ClassVar[str] = "reading"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("reading")

    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, heading: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.heading, self.paragraphs = heading, paragraphs

    def form(self) -> Iterable[Widget]:
        """The paragraphs."""
        parts: list[str | tuple[str, str]] = []
        for above, text in self.paragraphs:
            parts += [
                "\n\n" if parts else "",
                (f"{plain(above)}\n", "bold $accent") if above else "",
                lines(text, READ),
            ]
        with VerticalScroll(classes="reading"):
            yield Static(Content.assemble(*parts), markup=False)

    def action_close(self) -> None:
        """Closes it."""
        self.dismiss(None)

    def action_copy(self) -> None:
        """Copies the words."""
        self.app.copy_to_clipboard("\n\n".join(lines(text, READ) for _, text in self.paragraphs))
        self.done("Copied.")
