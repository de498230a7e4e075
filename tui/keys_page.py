"""The page `docs/keys.md`, made from the table of keys."""

import sys
from pathlib import Path

from tui.keys import PLACES, of, shown


def page() -> str:
    """The page, whole: one table for each place that has commands."""
    parts = [
        "# The keys\n",
        "This page is made from `tui/screen_keys.py` and `tui/form_keys.py` by `make docs`. To change a key, change "
        "it there. `?` shows the keys of the place you are in, `:` finds any command by its name, and whatever has a "
        "key is also a plain command (`matters --help`).\n",
    ]
    for place, title in PLACES.items():
        lines = [f"| {_keys(command.keys)} | {command.says} |" for command in of(place)]
        if lines:
            parts.append("\n".join([f"## {title}\n", "| key | what it does |", "| --- | --- |", *lines]) + "\n")
    return "\n".join(parts)


def _keys(keys: str) -> str:
    return " ".join(f"`{shown(key)}`" for key in keys.split(",")).replace("|", "\\|")


def keep(words: list[str]) -> int:
    """Writes the page to the file named; with `--check` writes nothing and ends with 1 when it is stale."""
    files = [word for word in words if not word.startswith("-")]
    if len(files) != 1 or not set(words) - set(files) <= {"--check"}:
        print("Use: python -m tui.keys [--check] FILE", file=sys.stderr)
        return 2
    path = Path(files[0])
    if path.is_file() and path.read_text("utf-8") == page():
        return 0
    if "--check" in words:
        print(f"{path} does not agree with the code; `make docs` writes it again.", file=sys.stderr)
        return 1
    path.write_text(page(), "utf-8")
    print(f"{path} is written.")
    return 0
