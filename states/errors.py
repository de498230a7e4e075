"""Everything that can go wrong, as one tree. Each message is a sentence a co-ordinator can act on.

MattersError                 the root: catch this and print it
├── Refused                  the machine says no; `.reasons` holds every sentence
├── BadInput                 something given cannot be read or is not a fact we know
├── NotFound                 no such report, meeting, body, person …
├── Conflict                 somebody else changed the record first; `.who` and `.what` say who and what
└── StoreError               the database cannot serve
    ├── StoreUnreachable     it is not there, locked, read-only or of the wrong kind
    │   └── StoreBusy        somebody else is writing to it: a moment later it will do
    ├── StoreTooNew          a newer version of the software wrote it
    └── StoreDamaged         it does not verify
"""


class MattersError(Exception):
    """The root of every error of ours. `str(error)` is the sentence the user reads."""


class Refused(MattersError):
    """The machine refuses a move. Nothing was changed. `needs` names what it needs and was not told."""

    def __init__(self, record: str, move: str, reasons: tuple[str, ...], needs: tuple[str, ...] = ()) -> None:
        self.record, self.move, self.reasons, self.needs = record, move, reasons, needs
        super().__init__(f"{record}: {' '.join(reasons)}")


class BadInput(MattersError):
    """Something given cannot be read, or is not a fact this move knows. Nothing was changed."""


class NotFound(MattersError):
    """There is no such record."""


class Conflict(MattersError):
    """Somebody else changed the record in the meantime. Nothing of yours was changed."""

    def __init__(self, record: str, who: str, what: str) -> None:
        self.record, self.who, self.what = record, who, what
        super().__init__(
            f"{record}: {who} {what} while you were at it; nothing was changed. Look again, then repeat it."
        )


class StoreError(MattersError):
    """The database cannot serve; nothing was changed."""


class StoreUnreachable(StoreError):
    """The database is not there, is locked or read-only, or is no database of ours."""


class StoreBusy(StoreUnreachable):
    """Somebody else is writing to the database; nothing was changed, and a moment later it can be."""


class StoreTooNew(StoreError):
    """The database was written by a newer version of Matters Arising."""


class StoreDamaged(StoreError):
    """The database does not verify."""
