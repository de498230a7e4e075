"""Where a database file may live: not on a network share, nor in a folder that another program copies about.

SQLite's write-ahead log breaks on both, and office staff save there; the first open says so.
"""

from pathlib import Path

from states.errors import StoreUnreachable

NETWORK = frozenset(
    ("nfs nfs4 cifs smb smb2 smb3 smbfs afs 9p ncpfs davfs fuse.sshfs fuse.rclone fuse.davfs fuse.gvfsd-fuse").split()
)
"""Kinds of file system that are a network share."""

SYNCED = tuple(
    "onedrive,dropbox,google drive,googledrive,my drive,icloud,iclouddrive,mobile documents,sharepoint".split(",")
)
"""What folders are called that another program copies about."""

PROC_MOUNTS = Path("/proc/mounts")
"""Where Linux tells what is mounted; elsewhere there is no such file."""


def mounted_as(path: Path, mounts: str) -> str:
    """The kind of file system that holds a path, by the text of `/proc/mounts`; empty when it does not say."""
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        holds = path.as_posix() == point or path.as_posix().startswith(point.rstrip("/") + "/")
        if holds and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind


def synced_by(path: Path) -> str | None:
    """The folder above a path whose name says that another program copies it about; None when none does."""
    for part in path.parts[:-1]:
        low = part.lower()
        if any(low == name or low.startswith((f"{name} ", f"{name}-", f"{name}~", f"{name}_")) for name in SYNCED):
            return part
    return None


def unfit(path: Path) -> str | None:
    """Why a place is not fit for a database, as a sentence; None when it is."""
    full = path.expanduser().absolute()
    folder = synced_by(full)
    if folder is not None:
        return (
            f"{full} lies in “{folder}”, a folder that another program copies about while it is being written; "
            "that breaks a database. Keep it on this computer's own disk, and put backups there instead."
        )
    if PROC_MOUNTS.exists():
        kind = mounted_as(full.resolve(), PROC_MOUNTS.read_text(errors="replace"))
        if kind in NETWORK:
            return (
                f"{full} lies on a network share ({kind}), where a database file breaks. Keep it on this computer's "
                "own disk; where several people work at once, use PostgreSQL."
            )
    if full.as_posix().startswith("//"):
        return f"{full} lies on a network share, where a database file breaks. Keep it on this computer's own disk."
    return None


def see_fit(path: Path) -> None:
    """Refuses a place that is not fit for a database.

    Raises:
        StoreUnreachable: the place is a network share or a synced folder, or its folder does not exist.
    """
    sentence = unfit(path)
    if sentence is not None:
        raise StoreUnreachable(sentence)
    folder = path.expanduser().absolute().parent
    if not folder.is_dir():
        raise StoreUnreachable(f"There is no folder {folder}. Create it, or name another place with --db.")
