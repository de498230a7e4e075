"""A list whose lines can be copied with ctrl+c, to paste them into a letter."""

from textual.actions import SkipAction
from textual.widget import Widget

from tui.messages import Copied


class Copying(Widget):
    """A list. A subclass says in `told` what the line under the cursor is in words.

    It stands behind ScrollView among the bases of a list: styles come from the first of them alone.
    """

    def told(self) -> str:
        """The line under the cursor in words; empty where there is none."""
        return ""

    def action_copy_line(self) -> None:
        """Copies the line the cursor stands on; what is marked with the mouse goes before it."""
        line = self.told()
        if not line or self.screen.get_selected_text():
            raise SkipAction
        self.app.copy_to_clipboard(line)
        self.post_message(Copied(line))
