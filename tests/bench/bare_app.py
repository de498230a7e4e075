"""The floor of what the screens cost: a Textual app with one Static that counts keys, and nothing else imported."""

from textual.app import App
from textual.widgets import Static


class Bare(App[None]):
    """One Static that counts keys."""

    pressed = 0

    def compose(self):  # type: ignore[no-untyped-def]
        """The Static."""
        yield Static("bare 0")

    def on_key(self) -> None:
        """One more."""
        self.pressed += 1
        self.query_one(Static).update(f"bare {self.pressed}")


if __name__ == "__main__":
    Bare().run()
