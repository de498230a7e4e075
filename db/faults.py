"""What the drivers complain of, as sentences a co-ordinator can act on. No sentence ever holds a password."""

import sqlite3

from states.errors import BadInput, MattersError, StoreBusy, StoreDamaged, StoreError, StoreUnreachable

_FULL = {sqlite3.SQLITE_FULL}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT}
_STRANGE = {sqlite3.SQLITE_NOTADB}
_CLOSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_ABSENT = {sqlite3.SQLITE_CANTOPEN}
_DISK = {sqlite3.SQLITE_IOERR}


def in_words(error: BaseException, place: str) -> BaseException:
    """The sentence for a driver's error at a place; any other error as it is."""
    if isinstance(error, MattersError):
        return error
    if isinstance(error, sqlite3.Error):
        return _sqlite(error, place)
    if type(error).__module__.partition(".")[0] == "psycopg" and hasattr(error, "sqlstate"):
        return _postgres(error, place)
    if isinstance(error, UnicodeDecodeError):
        return _damaged(error, place)
    if isinstance(error, sqlite3.Warning | OverflowError | UnicodeEncodeError):
        return BadInput(f"A value given cannot be kept ({error}); nothing was changed. Correct it and repeat.")
    return error


def _sqlite(error: sqlite3.Error, place: str) -> MattersError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return StoreBusy(
            f"{place} is being written to by another program just now; nothing was changed. Try again in a moment."
        )
    if code in _FULL:
        return StoreUnreachable(f"The disk that holds {place} is full; nothing was changed. Make room, then repeat it.")
    if code in _STRANGE:
        return not_ours(place, "is not a database")
    if code in _DAMAGED or "Could not decode" in str(error):
        return _damaged(error, place)
    if code in _CLOSED:
        return StoreUnreachable(
            f"{place} cannot be written to; nothing was changed. Ask for the right to write to the file and its folder."
        )
    if code in _ABSENT:
        return StoreUnreachable(
            f"{place} cannot be opened. See that the folder exists and that you may write to it, or name another place."
        )
    if code in _DISK:
        return StoreUnreachable(
            f"The disk that holds {place} did not answer ({error}); nothing was changed. See to the disk, then repeat."
        )
    if isinstance(error, sqlite3.IntegrityError):
        return _integrity(str(error))
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return BadInput(f"A value given cannot be kept ({error}); nothing was changed. Correct it and repeat.")
    return StoreError(f"{place} cannot serve ({error}); nothing was changed. Run `matters doctor`.")


def _damaged(error: BaseException, place: str) -> MattersError:
    return StoreDamaged(
        f"{place} is damaged ({error}). Run `matters db check`, and restore the latest good backup; "
        "keep the damaged file."
    )


def _integrity(message: str) -> MattersError:
    """A row that breaks a rule: our triggers speak for themselves, everything else is something given wrongly."""
    first = message.splitlines()[0] if message else "a rule"
    if "journal" in first and ":" in first and "constraint" not in first:
        return StoreError(f"Refused by the database: {first}.")
    if first.startswith("nothing is erased"):
        return StoreError(f"Refused by the database: {first}.")
    return BadInput(f"The database cannot hold that ({first}); nothing was changed. Correct it and repeat.")


def _postgres(error: BaseException, place: str) -> MattersError:
    state = str(getattr(error, "sqlstate", None) or "")
    if state == "23514" or state[:2] == "23":
        return _integrity(str(error))
    if state[:2] in {"22", "54"}:
        return BadInput(f"The database cannot hold that ({_first(error)}); nothing was changed. Correct it and repeat.")
    says = str(error)  # at the door the driver gives no code, only the server's words
    if state in {"28P01", "28000"} or (not state and ("password" in says or "role " in says or "authentic" in says)):
        return StoreUnreachable(f"{place} did not accept the name or the password. Check both in your settings.")
    if state == "3D000" or (not state and "database " in says and "does not exist" in says):
        return StoreUnreachable(f"{place}: there is no database of that name. Ask for it to be created, or check --db.")
    if state == "53100":
        return StoreUnreachable(f"The disk of {place} is full; nothing was changed. Make room, then repeat it.")
    if state in {"55P03", "57014", "40P01", "40001"}:
        return StoreBusy(f"{place} is being written to by others just now; nothing was changed. Try again in a moment.")
    if state in {"25006", "42501"}:
        return StoreUnreachable(f"{place} does not let you write; nothing was changed. Ask for the right to write.")
    if not state and type(error).__name__ in {"ProgrammingError", "DataError"}:
        return BadInput(f"A value given cannot be kept ({_first(error)}); nothing was changed. Correct it and repeat.")
    if state in {"", "57P01", "57P02", "57P03"} or state[:2] == "08":
        return StoreUnreachable(
            f"{place} does not answer ({_first(error)}). See that the server runs and can be reached, then repeat."
        )
    return StoreError(f"{place} cannot serve ({_first(error)}); nothing was changed. Run `matters doctor`.")


def _first(error: BaseException) -> str:
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__


def not_ours(place: str, what: str) -> StoreUnreachable:
    """The sentence for a file or a server that holds something, but no database of ours."""
    return StoreUnreachable(f"{place} {what}; it was not touched. Name the right file with --db, or another place.")
