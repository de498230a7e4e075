"""Writes the table of England's bank holidays from the `holidays` package, and says whether it is stale.

`python -m workflow.almanac states/england.py` writes it; with `--check` it writes nothing and ends with 1 if what
stands there is not what the package gives.
"""

import sys
from pathlib import Path
from string import ascii_lowercase

from states.bank_holidays import FIRST_YEAR, LAST_YEAR, from_the_package, source

_HEAD = '''"""England's bank holidays, as the `holidays` package has them. Written by `make docs`; nobody edits it.

Each day of `DAYS` is its month, its day, and the letter that its name has in `NAMES`; a line is a year.
"""

WRITTEN_FROM = "{source}"
"""The digest of the package's own source of these days."""

NAMES = {{
{names}
}}

FIRST = {first}
"""The year of the first line."""

DAYS = (
{days}
)
'''


def table() -> str:
    """The table as Python text. ValueError when there are more names than letters for them."""
    years = {year: from_the_package(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    names = list(dict.fromkeys(name for year in years.values() for name in year.values()))
    letters = dict(zip(names, (a + b for a in ("", *ascii_lowercase) for b in ascii_lowercase), strict=False))
    lines = (" ".join(f"{day:%m%d}{letters[name]}" for day, name in year.items()) for year in years.values())
    return _HEAD.format(
        source=source(),
        first=FIRST_YEAR,
        names="\n".join(f'    "{letter}": "{name}",' for name, letter in letters.items()),
        days="\n".join(f'    "{line}",' for line in lines),
    )


def main(arguments: list[str]) -> int:
    """Writes the table into a file, or with `--check` says whether it is stale; the exit code."""
    places = [Path(word) for word in arguments if not word.startswith("-")]
    options = {word for word in arguments if word.startswith("-")}
    if len(places) != 1 or not options <= {"--check"}:
        print("Use: python -m workflow.almanac [--check] FILE", file=sys.stderr)
        return 2
    place, text = places[0], table()
    if place.is_file() and place.read_text("utf-8") == text:
        return 0
    if options:
        print(f"{place} is not what the holidays package gives. `make docs` writes it again.", file=sys.stderr)
        return 1
    place.write_text(text, "utf-8")
    print(f"{place} is written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
