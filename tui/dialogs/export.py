"""Into which file a list is written."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Static

from states.errors import BadInput
from tui.dialogs.line import Line

AGAIN = 0.2
"""After how many seconds it is looked again whether the rows are counted."""


class Export(Line[Path | None]):
    """Asks for the file. How many rows there are is said as soon as they are counted."""

    def __init__(self, many: Callable[[], int | None], read: Callable[[str], Path | None], value: str) -> None:
        self._many, self._said = many, many()
        super().__init__("Export", _asks(self._said), read, value=value)

    def on_mount(self) -> None:
        """Waits for the number, where it is not known."""
        if self._said is None:
            self.set_interval(AGAIN, self._look)

    def _look(self) -> None:
        many = self._many()
        if many != self._said:
            self._said = many
            self.query("Static").first(Static).update(_asks(many))


def _asks(many: int | None) -> str:
    rows = "all rows shown (counting …)" if many is None else f"{many:,} row{'' if many == 1 else 's'}"
    return f"A new file for {rows}, .csv or .json."


def ask_file(what: str, many: Callable[[], int | None]) -> Export:
    """The form that asks for a new file, CSV or JSON by its ending. `many` says how many rows, None until counted."""

    def read(text: str) -> Path | None:
        if not text:
            return None
        if "\0" in text:
            raise BadInput("A file's name has no such characters.")
        path = Path(text).expanduser().absolute()
        if path.suffix.lower() not in (".csv", ".json"):
            raise BadInput("The name must end in .csv or .json: that says how it is written.")
        if path.exists():
            raise BadInput(f"{path} is there already. Give another name.")
        if not path.parent.is_dir():
            raise BadInput(f"There is no folder {path.parent}.")
        return path

    return Export(many, read, _free(what.replace("_", "-")))


def _free(name: str) -> str:
    """A name that no file has yet: `reports.csv`, else `reports-2.csv` and so on."""
    names = (f"{name}.csv", *(f"{name}-{n}.csv" for n in range(2, 1000)))
    return next((one for one in names if not Path(one).exists()), names[0])
