"""The screens with the Reports list as the first: `opened.py DATABASE`."""

import gc
import sys

gc.disable()  # as the command `matters` does

from textual.screen import Screen  # noqa: E402

from tui import screens  # noqa: E402
from tui.app import STYLES, MattersApp  # noqa: E402


class Opened(MattersApp):
    """The screens, with the Reports list first."""

    CSS_PATH = [STYLES / "shell.tcss", STYLES / "lists.tcss"]
    DEFAULT_MODE = "reports"

    def get_default_screen(self) -> Screen[None]:
        """The Reports list."""
        return screens.reports()


if __name__ == "__main__":
    Opened(sys.argv[1], "Ann").run()
