"""The bodies and meetings that papers name: the ones that are there, and the ones a paper brings in by saying them."""

from datetime import date

import msgspec

from db.tx import Tx
from states.days import On
from states.errors import NotFound
from states.facts import Body, Sitting
from states.words import BodyKind, MeetingStatus
from workflow.desk import Desk
from workflow.lookups import Lookup, kind_of
from workflow.records import bodies, meetings

FROM_A_PAPER = "from a paper"
"""Why something is entered that nobody typed: by this the journal tells it from what a person did."""


class Names:
    """Bodies and meetings by the names papers give; what is new is entered, with the kind its own name says."""

    def __init__(self, desk: Desk, tx: Tx) -> None:
        self.desk, self.tx = desk, tx
        self.lookup = Lookup(tx)
        self._kinds: dict[str, BodyKind | None] = {}
        self.met: set[int] = set()
        """The meetings that papers' events were looked up at; what none of them came to stand on leaves again."""
        self.called: set[str] = set()
        """The bodies that were looked up; those that nothing came to need leave again."""

    def kind(self, name: str) -> BodyKind | None:
        """The kind of a body: as it is on record, else as its own name says."""
        if name not in self._kinds:
            known = self._known(_plain(name))
            self._kinds[name] = known.kind if known else kind_of(name)
        return self._kinds[name]

    def _known(self, name: str) -> Body | None:
        try:
            return self.lookup.body(name)
        except NotFound:
            return None

    def body(self, name: str, kind: BodyKind | None = None) -> Body:
        """The body of a name; entered when it is new, taken up again when it had left the record."""
        name = _plain(name)
        known = self._known(name)
        self.called.add(known.name if known else name)
        if known:
            return known
        gone = next((row for row in self.tx.find("body", gone=True) if row["name"].lower() == name.lower()), None)
        if gone is not None:
            self.tx.put(
                "body", {"gone": False}, ref=gone["ref"], who=self.desk.who, now=self.desk.now(), why=FROM_A_PAPER
            )
            return self.lookup.frozen(gone["ref"])
        return self.lookup.frozen(bodies.add(self.desk, name, kind or kind_of(name), why=FROM_A_PAPER, tx=self.tx))

    def sitting(self, body: str | None, on: On) -> Sitting:
        """The meeting of a body on a day, held; entered when both are known and it is not there yet."""
        its = self.body(body) if body else None
        if its is None or on.exact is None or on.exact > self.desk.today:
            return Sitting(its, on, MeetingStatus.HELD)
        ref, status = self._there(its.ref, on.exact)
        if ref is None:
            ref = meetings.add(self.desk, its.ref, on, status=MeetingStatus.HELD, why=FROM_A_PAPER, tx=self.tx)
        elif self._day(ref) != on.exact:
            if not touched(self.tx, ref):  # it was to be moved, and yet this happened on its first day
                meetings.put_right(self.desk, ref, FROM_A_PAPER, day=on.exact, status=MeetingStatus.HELD, tx=self.tx)
        elif status in (MeetingStatus.SCHEDULED, MeetingStatus.ADJOURNED):
            meetings.hold(self.desk, ref, day=on.exact, why=FROM_A_PAPER, tx=self.tx)
        elif status == MeetingStatus.CANCELLED and not touched(self.tx, ref):
            meetings.put_right(self.desk, ref, FROM_A_PAPER, status=MeetingStatus.HELD, tx=self.tx)
        self.met.add(ref)
        return self.lookup.sitting(f"M{ref}")

    def agenda(self, body: str | None, on: On) -> Sitting:
        """The meeting of a body on a day, as it stands; entered, still to be held, when it is not there yet."""
        its = self.body(body) if body else None
        if its is None or on.exact is None:
            return Sitting(its, on, MeetingStatus.SCHEDULED)
        ref, _ = self._there(its.ref, on.exact)
        if ref is None:
            ref = meetings.add(self.desk, its.ref, on, why=FROM_A_PAPER, tx=self.tx)
        self.met.add(ref)
        return self.lookup.sitting(f"M{ref}")

    def _day(self, meeting: int) -> date | None:
        row = self.tx.get("meeting", meeting)
        return date.fromisoformat(row["day"]) if row and row["day"] else None

    def _there(self, body: int, day: date) -> tuple[int | None, str | None]:
        """The meeting of that day, or moved from it, a cancelled one the last; and its status."""
        rows = self.tx.find("meeting", body=body, day=day, gone=False)
        rows = rows or self.tx.find("meeting", body=body, moved_from=day, gone=False)
        rows.sort(key=lambda row: (row["status"] == MeetingStatus.CANCELLED, row["ref"]))
        return (int(rows[0]["ref"]), rows[0]["status"]) if rows else (None, None)


def touched(tx: Tx, meeting: int) -> bool:
    """Whether a person entered or changed a meeting."""
    sql = "SELECT body FROM journal WHERE record = :record AND act = 'record'"
    rows = tx.ask(sql, record=f"M{meeting}").fetchall()
    return any(msgspec.json.decode(body).get("why") != FROM_A_PAPER for (body,) in rows)


_LONGEST = 300


def _plain(name: str) -> str:
    """A name as it can be kept: letters that show, on one line, and no longer than a name is."""
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
