"""Rows written down as CSV or JSON, for the command line and for the screens: with nothing a spreadsheet would obey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from workflow.views.look import Look
    from workflow.views.window import Window


def plain(value: Any) -> Any:
    """A frozen record as a mapping of JSON's types; a mapping as it is, with days and instants as ISO text."""
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple) and not hasattr(value, "_asdict"):
        return [plain(item) for item in value]
    if hasattr(value, "__struct_fields__"):
        import msgspec

        return plain(msgspec.to_builtins(value))
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if hasattr(value, "isoformat"):
        iso = value.isoformat()
        return iso.replace("+00:00", "Z") if "T" in iso else iso
    return value


def json_text(value: Any) -> str:
    """JSON that keeps every character of the text and still does nothing to a terminal."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    if text.replace("\n", "").isprintable():
        return text
    import re

    unsafe = (
        r"[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
        r"\U000e0000-\U000e007f]"
    )
    return re.sub(unsafe, lambda found: json.dumps(found[0])[1:-1], text)


def cell(value: Any) -> Any:
    """A value as a cell of CSV: text that a spreadsheet would take for a formula is prefixed with `'`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list | dict):
        import json

        value = json.dumps(value, ensure_ascii=False, default=str)
    from workflow.cli.out import safe

    text = str(value)
    risky = text[:1] in {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}
    return ("'" if risky else "") + safe(text, lines=True)


def csv_lines(rows: Iterable[Mapping[str, Any]], names: list[str]) -> Iterator[str]:
    """CSV line by line, the names first."""
    import csv
    import io

    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        yield page.getvalue()
        page.seek(0)
        page.truncate()
        writer.writerow([cell(row.get(name)) for name in names])
    yield page.getvalue()


def write(look: Look, window: Window, path: Path, marks: tuple[frozenset[str], bool] | None) -> int:
    """Writes a long list, or the rows of it that are marked, to a new file; how many rows.

    `marks` are keys, and whether they are those left out. CSV or JSON, as the name ends; rows are read page by page.

    Raises:
        BadInput: the file cannot be written, or is there already.
    """
    from states.errors import BadInput

    many = 0
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            try:
                for text, rows in _texts(look, window, path.suffix.lower() == ".json", marks):
                    file.write(text)
                    many += rows
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        raise BadInput(f"{path} is there already. Give another name.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from None
    return many


def _texts(
    look: Look, window: Window, as_json: bool, marks: tuple[frozenset[str], bool] | None
) -> Iterator[tuple[str, int]]:
    from workflow.views.window import every
    from workflow.views.window_rows import ListedLine, OwedLine

    wanted = (line.row for line in every(look, window) if marks is None or (line.key in marks[0]) != marks[1])
    if not as_json:
        kind = ListedLine if window.what == "reports" else OwedLine
        for at, text in enumerate(csv_lines((plain(row) for row in wanted), list(kind.__struct_fields__))):
            yield text, 1 if at else 0
        return
    yield "[", 0
    first = True
    for row in wanted:
        yield ("\n" if first else ",\n") + json_text(plain(row)), 1
        first = False
    yield "\n]\n", 0
