"""A spreadsheet on which a council tracks recommendations: one row each, with answers, owners, dates and updates.

What comes out: items by report and meeting, each recommendation with its words, `answers` from a column of responses,
`progress` from status, updates, owner and due date, `promises` from a column that says when it comes back. Days that
cannot be read stay words, with a warning; what the tracker does not say is None; formulas are only text.
"""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from workflow.importers.bodies import as_name, find_bodies, is_council
from workflow.importers.evidence import Heading, read_heading
from workflow.importers.page import Page
from workflow.importers.promises import find_events_told, find_promises, find_reports_due
from workflow.importers.reading import (
    Answered,
    Column,
    Document,
    Item,
    Meeting,
    Paper,
    Progress,
    Promise,
    Resolution,
    Warning,
)
from workflow.importers.references import find_earlier
from workflow.importers.text import Span, fold
from workflow.importers.tracker_columns import evened
from workflow.importers.tracker_doubts import unaddressed, unclear_answers
from workflow.importers.tracker_rows import Row, Tracker, body_in, rows_of, section_of
from workflow.importers.tracker_tables import is_table_of_tracker, tables_of
from workflow.importers.tracker_words import When, answer_in, is_hedged, number_in, signed_in, stage_in, when

_NONE_YET = frozenset(
    ("", "awaiting", "awaited", "awaiting response", "pending", "tbc", "n a", "none", "none yet", "not yet")
)

_SAY = "Say which column does: --column NAME={}; or, on the screen, ↵ on the column where it is shown"
_EXECUTIVES = {"cabinet": "Cabinet", "executive": "Executive", "exec": "Executive"}
_A_WORD = 3
"""An update of so few words may be a status: `Delayed`, `Not yet started`."""


_OVER = re.compile(r"\s*(?:clos|reject|discharg|withdrawn|no longer|not agreed)", re.I)
"""A status of what is done with, beside those that say so by their stage."""


def recognises(paper: Paper) -> float:
    """How surely this is a tracker: a spreadsheet is nothing else, a Word document is one if it is one table."""
    if paper.medium in ("csv", "xlsx"):
        return 1.0
    return 0.9 if paper.cells and is_table_of_tracker(paper) else 0.0


def read(paper: Paper) -> Document:
    """The recommendations of a tracker; no items, and a warning, where no row of headings is found."""
    chosen = {evened(heading): field for heading, field in paper.columns}
    tracker = rows_of(paper.rows or tables_of(paper), chosen, paper.sheets)
    if tracker is None:
        says = f"It has no row of headings with a column of recommendations. {_SAY.format('recommendation')}"
        headings = next((row for row in paper.rows if sum(map(bool, row)) > 1), ())
        columns = tuple(Column(cell, None) for cell in headings if cell)
        return Document(
            paper.path, paper.sha256, "other", warnings=(Warning("unknown_columns", says),), columns=columns
        )
    return _Reading(paper, tracker, chosen).document()


class _Place(msgspec.Struct, frozen=True):
    """What makes an item: its report, the body and day of the meeting, its minute and reference, and to whom."""

    title: str | None
    body: str | None
    day: date | None
    minute: str | None
    reference: str | None
    to: str | None


class _Reading:
    """One tracker on its way to a document."""

    def __init__(self, paper: Paper, tracker: Tracker, chosen: dict[str, str]) -> None:
        self.paper, self.tracker, self.chosen = paper, tracker, chosen
        above = "\n".join(fold(cell) for row in tracker.above for cell in row if cell)
        self.heading = read_heading(Page(above), 0, len(above))
        self.council, self.body = _whose(above, self.heading)
        self.addressee = _addressee(tracker)
        self.items: dict[_Place, list[Row]] = {}
        self.unclear: dict[str, str] = {}

    def document(self) -> Document:
        for row in self.tracker.rows:
            self.items.setdefault(self._place(row), []).append(row)
        items = tuple(self._item(place, rows) for place, rows in self.items.items())
        bodies = {item.body for item in items}
        return Document(
            self.paper.path, self.paper.sha256, "report", council=self.council,
            body=self.body or (bodies.pop() if len(bodies) == 1 else None), date=self.heading.day,
            meetings=_meetings(items, self.body), items=items, warnings=tuple(self._doubts(items)),
            columns=self.tracker.columns,
        )  # fmt: skip

    def _place(self, row: Row) -> _Place:
        section = section_of(row.section)
        return _Place(
            fold(row["title"]) or section.title,
            fold(row["body"]) or body_in(fold(row["meeting_date"])) or section.body,
            self._day(row["meeting_date"] or section.cell).day,
            fold(row["minute"]) or None,
            fold(row["reference"]) or None,
            fold(row["to"]) or self.addressee,
        )

    def _item(self, place: _Place, rows: list[Row]) -> Item:
        limbs: list[Resolution] = []
        answers: list[Answered] = []
        progress: list[Progress] = []
        promises: list[Promise] = []
        for row in rows:
            if not row.more or not limbs:
                words = fold(row["recommendation"] or row["action"])
                limbs.append(Resolution(number_in(row["number"]) or len(limbs) + 1, words, words))
            answers += self._answers(row, limbs[-1])
            progress += self._progress(row, limbs[-1])
            promises += self._promises(row, place.body or self.body)
        made = any(row["recommendation"] for row in rows)
        told = [Page(fold(words)) for row in rows for words in (row["response"], *(said for _, said in row.updates))]
        earlier = [one for page in told for one in find_earlier(page, 0, len(page.text), place.body or self.body)[0]]
        return Item(
            place.title,
            "recommended" if made else "actions",
            minute=place.minute,
            reference=place.reference,
            body=place.body,
            resolutions=tuple(limbs),
            from_=(place.body or self.body) if made else None,
            to=place.to if made else None,
            made_by="body",
            answers=tuple(answers),
            progress=tuple(progress),
            promises=tuple(promises),
            earlier=tuple(dict.fromkeys(earlier)),
            date=place.day,
        )

    def _answers(self, row: Row, limb: Resolution) -> Iterator[Answered]:
        words = fold(row["response"])
        answer = answer_in(words, row.headings.get("response", ""))
        if words and (answer is not None or not _awaits(words)):
            yield Answered(
                limb.number, limb.text, answer, words, words, by=fold(row["answered_by"]) or None,
                on=self._day(row["responded_on"]).day,
            )  # fmt: skip

    def _progress(self, row: Row, limb: Resolution) -> Iterator[Progress]:
        """What each update says, the last of them with status, owner and dates."""
        *earlier, (heading, latest) = row.updates or [("", "")]
        for of, words in earlier:
            yield Progress(limb.number, None, fold(words), words=fold(words), on=when(of).day)
        status, due, done = fold(row["status"]), self._day(row["due"]), self._day(row["completed_on"])
        word = fold(latest) if not status and len(fold(latest).split()) <= _A_WORD else ""
        stage = stage_in(status) or stage_in(word) or ("complete" if done.day else None)
        action = fold(row["action"]) if row["recommendation"] else ""
        owner, sign_off = fold(row["owner"]), fold(row["sign_off"])
        quote = next((w for w in (fold(latest), status, action, sign_off, owner, due.words, done.words) if w), None)
        if quote is not None:
            yield Progress(
                limb.number, stage, quote, words=fold(latest) or None, status=status or None, owner=owner or None,
                due=due.day, condition=due.words if due.day is None else None, action=action or None,
                on=self._day(row["updated_on"]).day or when(heading).day or done.day,
                sign_off=signed_in(sign_off, row.headings.get("sign_off", "")),
            )  # fmt: skip

    def _promises(self, row: Row, body: str | None) -> Iterator[Promise]:
        back = self._day(row["review"])
        if back.words:
            yield Promise(back.day, None if back.day else back.words, body, back.words)
        latest = self._day(row["updated_on"]).day or self._day(row["meeting_date"]).day
        over = _OVER.match(row["status"]) or stage_in(row["status"]) in ("complete", "not_feasible", "superseded")
        over = over or is_hedged(row["response"]) or answer_in(row["response"], "") == "rejected"
        if not over and not row["completed_on"]:
            asked = Page(fold(row["recommendation"]))
            told, _ = find_promises(asked, 0, len(asked.text), limbs=[Span(0, len(asked.text))], own=body, floor=latest)
            yield from (one for one in told if one.due or one.condition)
        for words in (row["response"], *(words for _, words in row.updates)):
            page = Page(words)
            yield from find_events_told(page, 0, len(words), own=body, floor=latest)
            yield from find_reports_due(page, owner=fold(row["owner"]) or None)

    def _day(self, cell: str) -> When:
        """When a cell says; what may be a day and cannot be read is kept for a warning."""
        found = when(cell)
        if found.doubtful and found.words:
            self.unclear[found.words] = found.words
        return found

    def _doubts(self, items: tuple[Item, ...]) -> Iterator[Warning]:
        for sheet in self.tracker.left:
            says = f"Sheet {sheet} has no row of headings with a column of recommendations and was not read. "
            yield Warning("unknown_columns", says + _SAY.format("recommendation"))
        for words in self.unclear:
            says = f"“{words[:80]}” may mean a day and is not written as one; it stays words."
            yield Warning("unclear_date", says, words)
        yield from unaddressed(items)
        yield from unclear_answers(items)
        taken = sum(row.taken for row in self.tracker.rows)
        if taken:
            many = "One row leaves" if taken == 1 else f"{taken} rows leave"
            says = f"{many} report and meeting open; those of the row above were taken."
            yield Warning("taken_from_above", says)
        if any(item.title is None for item in items):
            says = f"It does not say which reports these recommendations are of. {_SAY.format('title')}"
            yield Warning("no_title", says)
        headings = {evened(column.heading) for column in self.tracker.columns}
        for name in self.chosen:
            if name not in headings:
                yield Warning("unknown_columns", f"There is no column “{name}” in the tracker.")


def _whose(above: str, heading: Heading) -> tuple[str | None, str | None]:
    """The council and the body that the lines above a tracker name: the council's own name is no body's."""
    named = list(dict.fromkeys(b.name for b in find_bodies(above) if not b.generic))
    councils = [name for name in named if re.search(r"(?i)\w council$", name) and not is_council(name)]
    bodies = [name for name in named if name not in councils and name != heading.council]
    council = heading.council or next(iter(councils), None)
    if heading.body in bodies:
        return council, heading.body
    if len(bodies) == 1:
        return council, as_name(bodies[0])
    kinds = list(dict.fromkeys(as_name(b.name) for b in find_bodies(above) if b.generic and " " in b.name))
    if not bodies and len(kinds) == 1:
        return council, kinds[0]
    own = heading.body if not bodies and heading.body and " " in heading.body else None
    return council, as_name(own) if own and own != council else None


def _awaits(words: str) -> bool:
    """Whether an answer's cell says that there is none yet."""
    return evened(words) in _NONE_YET


def _addressee(tracker: Tracker) -> str | None:
    """Whom the recommendations are put to, where a heading says it: `Cabinet response`."""
    for column in tracker.columns:
        if column.means in ("response", "responded_on", "recommendation"):
            words = evened(column.heading).split()
            named = [name for word, name in _EXECUTIVES.items() if word in words]
            if named:
                return named[0]
    return None


def _meetings(items: tuple[Item, ...], body: str | None) -> tuple[Meeting, ...]:
    """The meetings at which the recommendations were made."""
    held = dict.fromkeys((item.body or body, item.date) for item in items if item.date)
    return tuple(Meeting(of, on, "held") for of, on in held)
