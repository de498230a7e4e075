"""The items of one paper, each brought to the report it proves to be of, or to a new one.

Every entry says that it comes from papers, so no default clock starts, and follow-ups stay quiet until adopted.
"""

from collections.abc import Collection, Iterable
from typing import Any

import msgspec

from db.tx import Tx
from workflow.desk import Desk
from workflow.intake.claims import Finding
from workflow.intake.doubts import Doubt, doubts_of, raise_doubts
from workflow.intake.library import LEFT_OUT, TAKEN_BACK, Library, keys_of
from workflow.intake.matching import Match, match
from workflow.intake.names import FROM_A_PAPER, Names
from workflow.intake.reconciling import reconcile
from workflow.intake.stood import record_of
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


class Done(msgspec.Struct):
    """What came of a paper's items."""

    entered: list[Entered] = []
    doubts: list[Doubt] = []
    suggested: list[str] = []


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
        else:
            _Item(desk, tx, names, library, number, one, row, done).enter()
    return done


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
        found = match(self.library, self.one)
        if self.one.says_nothing and not found.proved:
            self.done.doubts += self._unmade(None)
            return
        report = found.proved[0] if found.proved else self._former()
        merged, apart = self._one(found.proved)
        known = self.library.of_report(report) if report else []
        begun = not report or self.library.case(report).state is None
        before = self._met(report)
        told = reconcile(self.desk, self.tx, self.names, report, [*known, self.one])
        if not told.report:
            return
        self.names.met |= before - self._met(told.report)
        _keep(self.desk, self.tx, self.one, self.row, told.report, None)
        of = self.library.told_here(told.report)
        fresh = raise_doubts(self.desk, self.tx, self.number, told.report, doubts_of(told), of=of)
        self.done.doubts += [*fresh, *self._unmade(told.report)]
        self.done.suggested += self._suggest(told.report, found, apart)
        self.done.entered.append(
            Entered(f"R{told.report}", self.one.title, begun, told.did, self.one.place, tuple(merged))
        )

    def _met(self, report: int) -> set[int]:
        """The meetings a report is listed at."""
        listings = self.library.case(report).listings if report else ()
        return {x.meeting.ref for x in listings if x.meeting.ref}

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

    def _unmade(self, report: int | None) -> list[Doubt]:
        """What it recommends without saying who does, and what it says without proof: that is not entered."""
        one = self.one
        found = [Doubt("not_proved", says, quote) for says, quote in one.unproved]
        if one.unmade:
            count = "a recommendation" if one.unmade == 1 else f"{one.unmade} recommendations"
            says = f"The paper makes {count} and does not say which body makes them; they were not entered."
            found.append(Doubt("no_maker", says, one.title))
        for doubt in found:
            warn(self.desk, self.tx, self.number, doubt, report)
        return found

    def _suggest(self, report: int, found: Match, apart: Iterable[int]) -> list[str]:
        """Links that only the words suggest, and reports that may be the same: kept until a person says yes or no."""
        offers: list[tuple[str, str, str, dict[str, object]]] = [
            (
                "link", f"It may follow {link.body or 'an earlier decision'}: {link.words}", link.quote,
                {"words": link.words, "body": link.body, "first": link.first, "last": link.last},
            )
            for link in self.one.links
        ]  # fmt: skip
        alike = self._nearest(found.alike) if not found.proved else []
        offers += [
            ("same", f"It has the title of R{other} and may be the same report.", "", {"report": other})
            for other in alike
        ]
        offers += [
            ("same", f"The papers prove that it is R{other}; people have worked on both.", "", {"report": other})
            for other in apart
        ]
        said = []
        for kind, words, quote, other in offers:
            if self._asked(report, kind, words, quote):
                continue
            values = {"document": self.number, "report": report, "kind": kind, "words": words, "quote": quote or None,
                      "other": msgspec.json.encode(other).decode()}  # fmt: skip
            self.tx.put("suggestion", values, who=self.desk.who, now=self.desk.now(), why=FROM_A_PAPER)
            said.append(f"R{report}: {words}")
        return said

    def _nearest(self, alike: tuple[int, ...]) -> list[int]:
        """Of the reports with the title, the one that was last heard of before, else the first after."""
        day = self.one.on.last or self.one.day

        def far(ref: int) -> tuple[bool, int, int]:
            last = self.library.case(ref).last_on
            if day is None or last is None:
                return True, 0, ref
            return last > day, abs((last - day).days), ref

        return sorted(alike, key=far)[:1]

    def _asked(self, report: int, kind: str, words: str, quote: str) -> bool:
        """Whether the same was suggested before, whatever was answered."""
        for row in self.tx.find("suggestion", report=report, kind=kind):
            if (row["quote"] or "") == quote and (quote or row["words"] == words):
                if row["answered_by"] == TAKEN_BACK:
                    back = {"answer": None, "answered_by": None, "answered_on": None}
                    self.tx.put("suggestion", back, ref=row["ref"], who=self.desk.who, now=self.desk.now())
                return True
        return False


def warn(desk: Desk, tx: Tx, number: int, doubt: Doubt, report: int | None = None) -> None:
    """Writes a doubt about a paper down once; one that had gone with the paper's import is back."""
    for row in tx.find("warning", document=number, code=doubt.code):
        if row["message"] == doubt.message and row["quote"] == doubt.quote and row["report"] == report:
            if row["settled"] == TAKEN_BACK:
                tx.put("warning", {"settled": None}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
            return
    values = {"document": number, "report": report, "code": doubt.code, "message": doubt.message, "quote": doubt.quote}
    tx.put("warning", values, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
