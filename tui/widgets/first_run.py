"""What an empty database offers: read papers, look round in the demonstration, start a report."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui import keys
from tui.safe import plain


class FirstRun(Widget, can_focus=True):
    """The three ways to begin. Its keys ask the App."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("first")

    DEFAULT_CLASSES: ClassVar[str] = "first-run"

    place: reactive[str] = reactive("")
    """Where the database is."""

    def render(self) -> Content:
        """The words."""
        parts: list[str | tuple[str, str]] = [
            ("There is nothing here yet.", "bold"), "\n\n",
            "Matters Arising carries a council's report from draft through scrutiny\n",
            "to Cabinet, and never lets a promise be forgotten.\n\n",
        ]  # fmt: skip
        for command in keys.of("first"):
            parts += [(f"  {command.shown}  ", "bold $accent"), f"{command.says}\n"]
        parts += ["\n", (f"This database: {plain(self.place)}", "$faint")]
        return Content.assemble(*parts)

    def action_import_papers(self) -> None:
        """Asks which papers."""
        self.app.call_later(self.app.run_action, "import_papers")

    def action_demonstration(self) -> None:
        """Opens the demonstration."""
        self.app.call_later(self.app.run_action, "demonstration")

    def action_new_report(self) -> None:
        """Starts a report."""
        self.app.call_later(self.app.run_action, "new_report")
