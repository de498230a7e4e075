"""The papers that were read, and what each says of which report: looked up while others are read."""

from datetime import date
from typing import Any

import msgspec

from db.tx import Tx
from states.case import Case, decode_case
from states.rule_book import RuleBook
from workflow.evened import evened
from workflow.importers.reading import Document
from workflow.intake.claims import Finding
from workflow.intake.findings import finding
from workflow.intake.names import Names
from workflow.intake.titles import matter_of
from workflow.lookups import told_as

TAKEN_BACK = "taken back"
"""Why a finding, a suggestion or a warning counts no more: the import of its paper was taken back."""

LEFT_OUT = "left out"
"""Why a finding does not count: it was not accepted when the paper was read."""

_KEPT = 64
"""So many papers' readings are kept at hand."""


class Library:
    """What papers say, within one transaction: a finding is read again from its paper's own reading."""

    def __init__(self, tx: Tx, names: Names, rules: RuleBook) -> None:
        self.tx, self.names, self.rules = tx, names, rules
        self._documents: dict[int, Document] = {}

    def document(self, number: int) -> Document:
        """The reading of a paper."""
        if number not in self._documents:
            if len(self._documents) >= _KEPT:
                del self._documents[next(iter(self._documents))]
            row = self.tx.get("document", number)
            reading = row["reading"] if row else "{}"
            self._documents[number] = msgspec.json.decode(reading, type=Document)
        return self._documents[number]

    def add(self, number: int, document: Document) -> None:
        """Keeps a reading at hand."""
        self._documents[number] = document

    def finding(self, number: int, place: int) -> Finding | None:
        """What one item of a paper says."""
        document = self.document(number)
        if place >= len(document.items):
            return None
        return finding(document, number, place, self.names.kind, self.rules.on(document.date))

    def of_report(self, report: int) -> list[Finding]:
        """All that papers say of a report, of those that were merged into it too."""
        found = [self.finding(int(row["document"]), int(row["place"])) for row in self._rows_of(report)]
        return [one for one in found if one is not None]

    def _rows_of(self, report: int) -> list[dict[str, Any]]:
        return [row for ref in self.told_here(report)
                for row in self.tx.find("finding", kind="item", report=ref, gone=None)]  # fmt: skip

    def told_by(self, report: int) -> tuple[str, str, int] | None:
        """What papers tell first of a report: day, paper and place; None where no paper tells of it."""
        found = []
        for row in self._rows_of(report):
            paper = self.tx.get("document", int(row["document"]))
            found.append((str(row["day"] or "9"), str(paper["sha256"]) if paper else "", int(row["place"])))
        return min(found, default=None)

    def titles(self, report: int) -> set[str]:
        """What a report is called, on the record and in any paper."""
        return {self.case(report).title, *(str(row["title"]) for row in self._rows_of(report) if row["title"])}

    def told_here(self, report: int) -> list[int]:
        """A report, and those that were merged into it, at any remove."""
        found, waiting = [report], [report]
        while waiting:
            took = self.case(waiting.pop()).took
            found += took
            waiting += took
        return found

    def case(self, report: int) -> Case:
        """A report's case as it is now."""
        row = self.tx.report(report)
        return decode_case(row.folded) if row else Case()

    def rows(self, **equals: object) -> list[int]:
        """The reports, as they are told now, that findings with these keys belong to."""
        rows = self.tx.find("finding", kind="item", gone=None, **equals)
        return [told_as(self.tx, int(row["report"])) for row in rows if row["report"]]


def keys_of(one: Finding) -> dict[str, object]:
    """By what a finding is found again."""
    day: date | None = one.on.exact
    body = evened(one.body) or (answers_to(one.asked.body) if one.asked else "")
    return {
        "title": matter_of(one.title)[:300] or None, "reference": one.reference, "body": body[:300] or None, "day": day,
        "minute": one.minute,
    }  # fmt: skip


def answers_to(body: str | None) -> str:
    """The key under which papers are found that answer a body and are no body's own."""
    return f"answers to {evened(body)}"
