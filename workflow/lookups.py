"""From the names people use to frozen bodies and meetings, as they are when an entry is made."""

import re
from datetime import date
from difflib import get_close_matches

from db import queries, queries_records
from db.tx import ReportRow, Tx
from states.case import decode_case
from states.days import On
from states.errors import BadInput, NotFound
from states.facts import Body, Sitting
from states.words import BodyKind, MeetingStatus

_REF = re.compile(r"([A-Z])\s?(\d{1,9})", re.IGNORECASE)


def numbered(text: str, letter: str) -> int | None:
    """The number of `M3` when the letter is M (`3` alone counts too); else None."""
    text = text.strip()
    match = _REF.fullmatch(text)
    if match and match[1].upper() == letter:
        return int(match[2])
    return int(text) if text.isdigit() and len(text) < 10 else None


def report_ref(tx: Tx, text: str, *, gone: bool = False) -> int:
    """The number of a report from `R12`, `12`, or a reference the papers use, such as 24/00093.

    NotFound else; also for one that was merged into another or has left the record, unless `gone` asks for it too.
    """
    number = numbered(text, "R")
    row = tx.report(number) if number is not None else None
    if row is not None:
        if row.state is None and not gone:
            raise NotFound(_why_gone(row))
        return row.ref
    found = [row.report for row in tx.all(queries.BY_REFERENCE, reference=text.strip())] or _named(tx, text.strip())
    if len(found) == 1:
        return found[0]
    if found:
        refs = ", ".join(f"R{report}" for report in found)
        raise NotFound(f"“{text}” is the reference of {refs}; say which.")
    raise NotFound(f"There is no report {text.strip()}. List them with: matters reports")


def _named(tx: Tx, reference: str) -> list[int]:
    """The reports that papers call by a reference, although it is not the first of theirs."""
    rows = tx.find("finding", kind="item", reference=reference, gone=None)
    found = {told_as(tx, int(row["report"])) for row in rows if row["report"]}
    return sorted(n for n in found if (report := tx.report(n)) is not None and report.state is not None)


def _why_gone(row: ReportRow) -> str:
    """The sentence for a report that is told of another now, or of none."""
    into = decode_case(row.folded).merged_into
    if into:
        return f"R{row.ref} was merged into R{into}: look there. What was entered: matters history R{row.ref}"
    return f"R{row.ref} is not on the record any more. What was entered and struck: matters history R{row.ref}"


def told_as(tx: Tx, report: int) -> int:
    """The report that a report is told of now: itself, or the one it was merged into, at any remove."""
    row = tx.report(report)
    while row is not None and row.state is None:
        into = decode_case(row.folded).merged_into
        if not into:
            break
        row = tx.report(into)
    return row.ref if row is not None else report


class Lookup:
    """Looks bodies and meetings up within one transaction."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx

    def body(self, text: str) -> Body:
        """The body of a name (its own or a former one) or number (`B2`). NotFound names the closest there is."""
        return self.frozen(self.body_ref(text))

    def body_ref(self, text: str) -> int:
        """The number of that body. Of several that had the name, the one that has it now and still meets."""
        number = numbered(text, "B")
        row = self.tx.get("body", number) if number is not None else None
        if row is not None and not row["gone"]:
            return int(row["ref"])
        found = self.tx.all(queries_records.BODIES_NAMED, name=text.strip())
        if found:
            rows = [row for row in (self.tx.get("body", named.body) for named in found) if row is not None]
            return int(min(rows, key=lambda row: (_other(row["name"], text), bool(row["succeeded_by"])))["ref"])
        if number is not None:
            raise NotFound(f"There is no body {text.strip()}. List them with: matters body list")
        close = get_close_matches(text.strip(), [str(row["name"]) for row in self.tx.find("body", gone=False)], 1)
        hint = f" Did you mean “{close[0]}”?" if close else ""
        name = text.strip()
        raise NotFound(f'There is no body “{name}”.{hint} Add one with: matters body add "{name}" --kind KIND')

    def frozen(self, ref: int) -> Body:
        """The body of a number, frozen with the bodies it succeeded."""
        row = self.tx.get("body", ref)
        if row is None:
            raise NotFound(f"There is no body B{ref}. List them with: matters body list")
        known = {ref}
        names = self._names(ref)
        waiting = [ref]
        while waiting:
            for before in self.tx.find("body", succeeded_by=waiting.pop()):
                if before["ref"] not in known:
                    known.add(before["ref"])
                    names += [*self._names(before["ref"]), str(before["name"])]
                    waiting.append(before["ref"])
        return Body(
            str(row["name"]), BodyKind(row["kind"]) if row["kind"] else None, bool(row["scrutiny"]),
            bool(row["health"]), ref, tuple(name for name in dict.fromkeys(names) if name != row["name"]),
        )  # fmt: skip

    def _names(self, ref: int) -> list[str]:
        return [str(row["name"]) for row in self.tx.find("body_name", body=ref)]

    def sitting(self, text: str) -> Sitting:
        """The meeting `M3`, frozen. NotFound without it."""
        number = numbered(text, "M")
        row = self.tx.get("meeting", number) if number is not None else None
        if row is None or row["gone"]:
            raise NotFound(f"There is no meeting {text}. List them with: matters meetings")
        return self.sitting_of(row)

    def sitting_of(self, row: dict[str, object]) -> Sitting:
        """A meeting's row, frozen."""
        first, last = _day(row.get("day")), _day(row.get("day_last"))
        body = row.get("body")
        return Sitting(
            self.frozen(int(str(body))) if body else None, On(first, last or first), MeetingStatus(str(row["status"])),
            int(str(row["ref"])),
        )  # fmt: skip


def _other(name: object, text: str) -> bool:
    return str(name).lower() != text.strip().lower()


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


KIND_BY_NAME: tuple[tuple[str, BodyKind], ...] = (
    ("task and finish", BodyKind.TASK_GROUP),
    ("task group", BodyKind.TASK_GROUP),
    ("joint", BodyKind.JOINT_SCRUTINY),
    ("scrutiny", BodyKind.SCRUTINY),
    ("select committee", BodyKind.SCRUTINY),
    ("cabinet committee", BodyKind.ADVISORY),
    ("advisory", BodyKind.ADVISORY),
    ("cabinet", BodyKind.EXECUTIVE),
    ("executive", BodyKind.EXECUTIVE),
    ("planning", BodyKind.REGULATORY),
    ("licensing", BodyKind.REGULATORY),
    ("council", BodyKind.COUNCIL),
    ("directorate", BodyKind.OFFICER),
    ("director", BodyKind.OFFICER),
    ("officers", BodyKind.OFFICER),
    ("ward", BodyKind.AREA),
    ("neighbourhood", BodyKind.AREA),
)
"""What a body's own name says of its kind, first match first; used only for names that papers give."""


def kind_of(name: str) -> BodyKind | None:
    """The kind a body's name says it has, or None. `Joint` counts only with scrutiny."""
    low = name.lower()
    for words, kind in KIND_BY_NAME:
        if words in low and (kind is not BodyKind.JOINT_SCRUTINY or "scrutiny" in low):
            return kind
    return None


def known_kind(text: str) -> BodyKind:
    """The kind of a word such as `scrutiny` or `task group`. BadInput gives the list."""
    try:
        return BodyKind(text.strip().lower().replace(" ", "_").replace("-", "_"))
    except ValueError:
        raise BadInput(f"“{text}” is no kind of body; it is one of {', '.join(BodyKind)}.") from None
