"""What becomes due while the screens are open: letters laid out by the worker, a new day with things due; told once."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

    from workflow.views.pulse import Pulse


class Becoming:
    """Remembers the last pulse, and says as a toast what there is more of than before."""

    def __init__(self) -> None:
        self._last: Pulse | None = None

    def heed(self, app: "App[int]", now: "Pulse") -> None:
        """Looks at a pulse; the first one is how things were when the screens were opened."""
        was, self._last = self._last, now
        if was is None:
            return
        if now.to_release > was.to_release:
            many = now.to_release
            words = f"{many} letter{' waits' if many == 1 else 's wait'} for you to release: 7 Reminders."
            app.notify(words, title="Reminders", markup=False)
        if now.due and (now.day != was.day or now.due > was.due):
            many = now.due
            words = f"{many} thing{' falls' if many == 1 else 's fall'} due today: 1 Today."
            app.notify(words, title="Due today", severity="warning", markup=False)
