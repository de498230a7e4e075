"""Into which file a list is written."""

from pathlib import Path

from states.errors import BadInput
from tui.dialogs.line import Line


def ask_file(what: str, many: int) -> Line[Path | None]:
    """The form that asks for a new file, CSV or JSON by its ending."""

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

    rows = f"{many:,} row{'' if many == 1 else 's'}"
    return Line("Export", f"A new file for {rows}, .csv or .json.", read, value=_free(what.replace("_", "-")))


def _free(name: str) -> str:
    """A name that no file has yet: `reports.csv`, else `reports-2.csv` and so on."""
    names = (f"{name}.csv", *(f"{name}-{n}.csv" for n in range(2, 1000)))
    return next((one for one in names if not Path(one).exists()), names[0])
