"""Errors as a person reads them: our own are sentences already, all others are written to a file that is named."""

import os
import sys

from workflow.cli.out import WrongUse, tell


def told(error: Exception) -> int:
    """Says what went wrong, on standard error, and gives the exit code for it."""
    if os.environ.get("MATTERS_DEBUG") == "1":
        from traceback import format_exception

        tell("".join(format_exception(error)))
    if isinstance(error, WrongUse):
        tell(str(error))
        return 2
    from states.errors import MattersError, Refused
    from workflow.settings import masked

    if isinstance(error, MattersError):
        tell(masked(str(error)))
        if isinstance(error, Refused):
            from states.wanted import way

            for need in error.needs:
                tell(f"  Give it with: {way(error.move, need)}")
        return 1
    if isinstance(error, OSError) and error.filename is not None:
        tell(
            f"{error.filename} cannot be used: {(error.strerror or 'it did not answer').lower()}. Nothing was changed."
        )
        return 1
    tell(unforeseen(error))
    return 1


def unforeseen(error: Exception) -> str:
    """Writes an error that nobody foresaw to the log, and gives the sentence for it."""
    place = written(error)
    where = f"What a programmer needs to know is in {place}." if place else "Set MATTERS_DEBUG=1 to see where."
    return f"Something went wrong that should not have ({type(error).__name__}). {where} Run: matters doctor"


def log_file() -> str:
    """Where unforeseen errors are written."""
    from platformdirs import user_state_dir

    return os.path.join(user_state_dir("matters-arising", appauthor=False), "errors.log")  # noqa: PTH118


def written(error: Exception) -> str | None:
    """Adds the error to the log, which nobody else can read; its place, or None when that is not possible."""
    from traceback import format_exception

    try:
        from states.days import instant_text
        from workflow.cli.today import machine_instant
        from workflow.settings import masked

        text = masked("".join(format_exception(error)))
        place = log_file()
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{instant_text(machine_instant())} Python {sys.version.split()[0]}\n{text}\n")
    except Exception:
        return None
    return place
