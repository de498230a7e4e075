"""A field of one line, into which a passage may be pasted: its line ends become spaces, and nothing of it is lost."""

from textual import events
from textual.widgets import Input


class OneLine(Input):
    """An input that keeps every line of what is pasted into it."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        pasted = " ".join(event.text.split())
        if self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        else:
            self.replace(pasted, *self.selection)
