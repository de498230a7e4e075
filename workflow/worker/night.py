"""The night's care of the record: a copy of the database file, the oldest copies gone, damage and history looked at.

A copy is whole or not there; what an earlier night that was stopped left of one is taken away. Only files that this
wrote ever are.
"""

import re
from datetime import date
from pathlib import Path

import msgspec

from db.care import backup, check
from db.store import Store
from db.verify import verify
from states.errors import StoreUnreachable
from workflow.settings_backup import BackupSettings

_OURS = re.compile(r"matters-\d{4}-\d{2}-\d{2}(?:-\d+)?\.db")
_HALF = re.compile(_OURS.pattern + r"\.[0-9a-f]{8}\.part(?:-journal|-wal|-shm)?")


class Night(msgspec.Struct, frozen=True):
    """What a night's care found. `faults` are sentences; `head` is the newest entry's seal, to keep elsewhere."""

    copy: str | None
    gone: tuple[str, ...]
    entries: int
    head: str
    faults: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether the record is whole."""
        return not self.faults


def care(store: Store, settings: BackupSettings, day: date) -> Night:
    """Copies a database file, lets the oldest copies go, looks for damage, and walks the journal.

    The oldest copies stay where the record is not whole: one of them may be the last good one.

    Raises:
        StoreError: the database cannot be read, or the copy cannot be written.
    """
    copy = _copied(store, settings, day)
    faults = check(store)
    verdict = verify(store)
    faults += [finding.says for finding in verdict.findings]
    gone = _let_go(copy.parent, settings.keep) if copy is not None and not faults else ()
    return Night(str(copy) if copy else None, gone, verdict.entries, verdict.head.hash, tuple(faults))


def folder_of(store: Store, settings: BackupSettings) -> Path | None:
    """The folder of the copies; None where none is made: on a server, or when none are to be kept."""
    if store.path is None or settings.keep == 0:
        return None
    return Path(settings.folder).expanduser() if settings.folder else store.path.absolute().parent / "backups"


def _copied(store: Store, settings: BackupSettings, day: date) -> Path | None:
    folder = folder_of(store, settings)
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or "no answer").lower()
        raise StoreUnreachable(f"The folder {folder} for copies cannot be made ({why}). See [backup] folder.") from None
    for path in folder.iterdir():
        if _HALF.fullmatch(path.name) and path.name[8:18] < day.isoformat():
            path.unlink(missing_ok=True)
    target, number = folder / f"matters-{day}.db", 1
    while target.exists():
        number += 1
        target = folder / f"matters-{day}-{number}.db"
    return backup(store, target)


def _let_go(folder: Path, keep: int) -> tuple[str, ...]:
    ours = sorted((path for path in folder.iterdir() if _OURS.fullmatch(path.name)), key=_when)
    old = ours[: max(0, len(ours) - keep)]
    for path in old:
        path.unlink()
    return tuple(path.name for path in old)


def _when(path: Path) -> tuple[str, int]:
    day, number = path.stem[8:18], path.stem[19:]
    return day, int(number or 1)
