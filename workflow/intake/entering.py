"""The items of one paper, each brought to the report it proves to be of, or to a new one.

Every entry says that it comes from papers, so no default clock starts, and follow-ups stay quiet until adopted.
"""

from collections.abc import Collection
from typing import Any

import msgspec

from db.tx import Tx
from states.case import Case
from states.words import said
from workflow.desk import Desk
from workflow.intake.claims import Finding
from workflow.intake.doubts import Doubt, doubts_of, raise_doubts
from workflow.intake.leaving import bodies_in
from workflow.intake.library import LEFT_OUT, TAKEN_BACK, Library, keys_of
from workflow.intake.matching import loose, match
from workflow.intake.names import FROM_A_PAPER, Names
from workflow.intake.reconciling import reconcile
from workflow.intake.stood import record_of
from workflow.intake.suggesting import apart, links
from workflow.merging import merge_in


class Entered(msgspec.Struct, frozen=True):
    """What became of one item: its report, whether that is new, and what was entered. `place` is the item's, from 0."""

    report: str
    title: str
    new: bool
    did: tuple[str, ...]
    place: int = 0
    merged: tuple[str, ...] = ()
    """The reports that this paper proved to be the same, and that were merged into it."""
    quotes: tuple[str, ...] = ()
    """The paper's own words for what was entered, each once."""

    @property
    def words(self) -> str:
        """What was entered, in words, each once."""
        told = [_IN_WORDS.get(what) or said(what) for what in self.did]
        merged = [f"{ref} is merged into it" for ref in self.merged]
        return ", ".join(dict.fromkeys([*told, *merged])) or "nothing that was not known"


_IN_WORDS = {
    "amend": "more is known", "correct": "put right", "done": "a promise kept", "link": "further to an earlier minute",
    "promise": "a promise", "source": "its words kept",
}  # fmt: skip


class Left(msgspec.Struct, frozen=True):
    """An item that was left out: its place in its paper, from 0, and its title."""

    place: int
    title: str


class Done(msgspec.Struct):
    """What came of a paper's items."""

    entered: list[Entered] = []
    doubts: list[Doubt] = []
    suggested: list[str] = []
    left: list[Left] = []


def enter_items(
    desk: Desk, tx: Tx, names: Names, library: Library, number: int, left: Collection[int], accept: Collection[int] = ()
) -> Done:
    """Enters the items of a paper but those that are left out. What was left out before comes in by `accept` alone."""
    done = Done()
    rows = {int(row["place"]): row for row in tx.find("finding", document=number, kind="item")}
    for place in range(len(library.document(number).items)):
        row, one = rows.get(place), library.finding(number, place)
        if one is None or (row is not None and row["gone"] is None):
            continue
        if place in left or (row is not None and row["gone"] == LEFT_OUT and place not in accept):
            _keep(desk, tx, one, row, None, LEFT_OUT)
            done.left.append(Left(place, one.title))
        else:
            _Item(desk, tx, names, library, number, one, row, done).enter()
    return done


def _quotes(one: Finding) -> tuple[str, ...]:
    """The words of an item that what it says rests on: of its recommendations, its steps, its promises."""
    claims = [source.quote for claim in one.claims for source in claim.sources]
    made = [source.quote for proposed in one.made for source in proposed.sources]
    return tuple(dict.fromkeys(quote for quote in (*made, *claims, *(p.quote for p in one.promises)) if quote))


def left_out(tx: Tx, library: Library, number: int) -> tuple[Left, ...]:
    """The items of a paper that were left out when it was read."""
    rows = tx.find("finding", document=number, kind="item", gone=LEFT_OUT)
    found = [(int(row["place"]), library.finding(number, int(row["place"]))) for row in rows if row["place"] >= 0]
    return tuple(Left(place, one.title) for place, one in found if one is not None)


def _keep(desk: Desk, tx: Tx, one: Finding, row: dict[str, Any] | None, report: int | None, gone: str | None) -> None:
    """Writes down which report a finding is of, or why it does not count."""
    values = {**keys_of(one), "document": one.document, "kind": "item", "place": one.place, "gone": gone}
    if report is not None or row is None:
        values["report"] = report
    if row is None or any(row[name] != _plain(value) for name, value in values.items()):
        ref = int(row["ref"]) if row else None
        tx.put("finding", values, ref=ref, who=desk.who, now=desk.now(), why=FROM_A_PAPER)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


class _Item:
    def __init__(
        self, desk: Desk, tx: Tx, names: Names, library: Library, number: int, one: Finding,
        row: dict[str, Any] | None, done: Done,
    ) -> None:  # fmt: skip
        self.desk, self.tx, self.names, self.library, self.number = desk, tx, names, library, number
        self.one, self.row, self.done = one, row, done

    def enter(self) -> None:
        proved = match(self.library, self.one)
        named = loose(self.library, [self.one])
        if self.one.says_nothing and not proved:
            _keep(self.desk, self.tx, self.one, self.row, None, None)
            self.done.doubts += of_finding(self.desk, self.tx, self.one, None)
            return
        report = proved[0] if proved else self._former()
        merged, apart_from = self._one(proved)
        known = self.library.of_report(report) if report else []
        before = self.library.case(report) if report else Case()
        found = [*known, self.one, *(other for _, other in named)]
        told = reconcile(self.desk, self.tx, self.names, report, found)
        if not told.report:
            _keep(self.desk, self.tx, self.one, self.row, None, None)
            return
        self._leaves(before, told.report)
        _keep(self.desk, self.tx, self.one, self.row, told.report, None)
        for row, other in named:
            _keep(self.desk, self.tx, other, row, told.report, None)
            of_finding(self.desk, self.tx, other, told.report)
        of = self.library.told_here(told.report)
        self.done.doubts += raise_doubts(self.desk, self.tx, self.number, told.report, doubts_of(told), of=of)
        self.done.doubts += of_finding(self.desk, self.tx, self.one, told.report)
        self.done.suggested += links(self.desk, self.tx, self.library, told.report)
        for other_ref in apart_from:
            self.done.suggested += apart(self.desk, self.tx, told.report, other_ref, self.number)
        one = self.one
        entered = Entered(
            f"R{told.report}", one.title, before.state is None, told.did, one.place, tuple(merged), _quotes(one)
        )
        self.done.entered.append(entered)

    def _leaves(self, before: Case, report: int) -> None:
        """Remembers the meetings and bodies that a report named before, and names no more."""
        after = self.library.case(report)
        met = {x.meeting.ref for x in after.listings}
        self.names.met |= {x.meeting.ref for x in before.listings if x.meeting.ref} - met
        self.names.called |= bodies_in(before) - bodies_in(after)

    def _former(self) -> int:
        """The number this item had before its import was taken back, where nobody uses it; 0 for a new one."""
        ref = int(self.row["report"] or 0) if self.row else 0
        case = self.library.case(ref) if ref else None
        return ref if case is not None and case.state is None and not case.merged_into else 0

    def _one(self, proved: tuple[int, ...]) -> tuple[list[str], list[int]]:
        """Merges the reports that this item proves to be one, but not two on which people have worked."""
        merged, apart = [], []
        for other in proved[1:]:
            if all(not record_of(self.tx, ref).untouched for ref in (proved[0], other)):
                apart.append(other)
                continue
            merge_in(self.desk, self.tx, other, proved[0], FROM_A_PAPER)
            merged.append(f"R{other}")
        return merged, apart


def of_finding(desk: Desk, tx: Tx, one: Finding, report: int | None) -> list[Doubt]:
    """What an item recommends without saying who does, and what it says without proof: that is not entered."""
    found = [Doubt("not_proved", says, quote) for says, quote in one.unproved]
    if one.unmade:
        count = "a recommendation" if one.unmade == 1 else f"{one.unmade} recommendations"
        says = f"The paper makes {count} and does not say which body makes them; they were not entered."
        found.append(Doubt("no_maker", says, one.title))
    for doubt in found:
        warn(desk, tx, one.document, doubt, report)
    return found


def warn(desk: Desk, tx: Tx, number: int, doubt: Doubt, report: int | None = None) -> None:
    """Writes a doubt about a paper down once, on the report it is about now; one that went with its paper is back."""
    for row in tx.find("warning", document=number, code=doubt.code):
        if row["message"] == doubt.message and row["quote"] == doubt.quote:
            settled = None if row["settled"] == TAKEN_BACK else row["settled"]
            if (row["report"], row["settled"]) != (report, settled):
                values = {"report": report, "settled": settled}
                tx.put("warning", values, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
            return
    values = {"document": number, "report": report, "code": doubt.code, "message": doubt.message, "quote": doubt.quote}
    tx.put("warning", values, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
