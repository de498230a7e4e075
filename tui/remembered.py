"""The theme somebody has chosen, kept in a small file beside the settings until they choose another."""

from contextlib import suppress
from pathlib import Path

LONGEST = 40
"""The most characters that are read of it."""


def place() -> Path:
    """Where the file is."""
    from workflow.settings import default_settings

    return Path(default_settings()).with_name("theme")


def theme() -> str:
    """The theme that was chosen last; empty where none was, or the file cannot be read."""
    try:
        with place().open(encoding="utf-8") as file:
            return file.read(LONGEST).strip()
    except (OSError, ValueError):
        return ""


def remember(theme: str) -> None:
    """Keeps the theme; where that cannot be, it holds until the screens are left."""
    path = place()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(f"{theme}\n", "utf-8")
