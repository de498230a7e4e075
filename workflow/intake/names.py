"""The bodies that papers name: the ones that are there, and the ones a paper brings in by saying them."""

from db.tx import Tx
from states.days import On
from states.errors import NotFound
from states.facts import Body, Sitting
from states.words import BodyKind, MeetingStatus
from workflow.desk import Desk
from workflow.lookups import Lookup, kind_of
from workflow.records import bodies, meetings


class Names:
    """Bodies and meetings by the names papers give; what is new is entered, with the kind its own name says."""

    def __init__(self, desk: Desk, tx: Tx) -> None:
        self.desk, self.tx = desk, tx
        self.lookup = Lookup(tx)

    def kind(self, name: str) -> BodyKind | None:
        """The kind of a body: as it is on record, else as its own name says."""
        known = self._known(name)
        return known.kind if known else kind_of(name)

    def _known(self, name: str) -> Body | None:
        try:
            return self.lookup.body(name)
        except NotFound:
            return None

    def body(self, name: str, kind: BodyKind | None = None) -> Body:
        """The body of a name; entered when it is new."""
        name = _plain(name)
        known = self._known(name)
        if known:
            return known
        return self.lookup.frozen(bodies.add(self.desk, name, kind or kind_of(name), tx=self.tx))

    def sitting(self, body: str | None, on: On) -> Sitting:
        """The meeting of a body on a day, held; entered when both are known and it is not there yet."""
        its = self.body(body) if body else None
        if its is None or on.exact is None:
            return Sitting(its, on, MeetingStatus.HELD)
        found = next(iter(self.tx.find("meeting", body=its.ref, day=on.exact.isoformat())), None)
        if found is None:
            ref = meetings.add(self.desk, its.ref, on, status=MeetingStatus.HELD, tx=self.tx)
        else:
            ref = int(found["ref"])
            if found["status"] == MeetingStatus.SCHEDULED and on.exact <= self.desk.today:
                meetings.hold(self.desk, ref, tx=self.tx)
        return self.lookup.sitting(f"M{ref}")


_LONGEST = 300


def _plain(name: str) -> str:
    """A name as it can be kept: letters that show, on one line, and no longer than a name is."""
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
