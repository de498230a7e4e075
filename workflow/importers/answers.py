"""Answers to recommendations and questions, one by one: a table of two columns, or `Recommendation 1 … Response: …`."""

import re
from collections.abc import Iterator

import msgspec

from workflow.importers.media import Cell
from workflow.importers.page import Page
from workflow.importers.reading import Answered, Paper, Progress
from workflow.importers.text import Line, fold, lines
from workflow.importers.tracker_words import answer_in, stage_in

_RESPONSE = re.compile(
    r"(?:(?:cabinet|executive|cabinet member|council|portfolio holder|officer|service|directorate|department|management"
    r"|draft|proposed|agreed|the)(?:['’]s)?\s+)*(?:response|reply|answer|comments?)s?\b.{0,60}",
    re.I,
)
_ASKED = re.compile(
    r"(?:scrutiny |committee |panel |board |task group |review )*(?:recommendation|issue|question|query|request|point"
    r"|comment|finding)s?\b.{0,60}",
    re.I,
)
_ACCEPTED = re.compile(
    r"(?:(?:cabinet|executive|cabinet member|council)(?:['’]s)?\s+)?(?:accept|agree|decision|outcome|y/?n)\w*\b.{0,60}",
    re.I,
)
_REASONS = re.compile(r"(?:reason|rationale|explanation|justification|comment|note|narrative)\w*\b.{0,60}", re.I)
_NUMBERED = re.compile(r"(?:no|ref|rec|nr|number|reference|recommendation no|rec no|#)\W{0,3}", re.I)
_STATUS = re.compile(r"(?:status|progress|rag)\b.{0,40}", re.I)
_ACTION = re.compile(r"(?:action|what will be done)s?\b.{0,60}", re.I)
_OWNER = re.compile(r"(?:lead|responsib|owner|officer|who|by whom)\w*\b.{0,40}", re.I)
_DUE = re.compile(r"(?:timescale|deadline|due|target|by when|when|completion|implementation|date)\w*\b.{0,40}", re.I)
_TOLD = {"response", "answer", "status"}
"""The columns of which one is needed: without an answer it is a table of something else."""

_NUMBER = re.compile(r"\s*(?:recommendation|rec\.?|no\.?|question|r)?\s*(?P<number>\d{1,3}|[a-z])\s*[.):–-]\s*", re.I)
_HEAD = re.compile(
    r"(?:recommendation|rec\.?|r)\s*(?:no\.?\s*)?(?P<number>\d{1,2}[a-z]?)\s*(?:[.):–-]+\s*|$)(?P<rest>.*)", re.I
)
_REPLY = re.compile(
    r"(?P<label>(?:(?:cabinet|executive|cabinet member|portfolio holder|council|officer|the)(?:['’]s)?\s+)*"
    r"(?:response|reply|decision|comments?))(?:\s+to\s+recommendation\s+\d{1,2})?\s*(?:[:–-]+\s*|$)(?P<rest>.*)",
    re.I,
)


def find_answers(paper: Paper, page: Page) -> list[Answered]:
    """The answers of a paper, in its order; none where it is no response."""
    return _in_tables(paper, page) or _in_turn(page)


def _in_tables(paper: Paper, page: Page) -> list[Answered]:
    """The answers in tables that have a column of what was asked and one of what was answered.

    Where nothing is numbered, each has its place for a number.
    """
    found = [answer for parts in _table_rows(paper, page) if (answer := _row(page, parts))]
    if any(answer.number is not None for answer in found):
        return found
    return [msgspec.structs.replace(answer, number=place) for place, answer in enumerate(found, start=1)]


def _table_rows(paper: Paper, page: Page) -> Iterator[dict[str, list[Cell]]]:
    """The rows of such tables, each with its cells by what they hold."""
    tables: dict[int, list[Cell]] = {}
    for cell in paper.cells:
        tables.setdefault(cell.table, []).append(cell)
    for cells in tables.values():
        columns = _columns(page, cells)
        if "asked" not in columns or not _TOLD & columns.keys():
            continue
        for row in sorted({cell.row for cell in cells if cell.row > 0}):
            parts = {name: [c for c in cells if c.row == row and c.column == at] for name, at in columns.items()}
            yield {name: pieces for name, pieces in parts.items() if pieces}


def _columns(page: Page, cells: list[Cell]) -> dict[str, int]:
    """Which column of a table holds what, by the cells of its first row."""
    columns: dict[str, int] = {}
    for cell in cells:
        if cell.row != 0:
            continue
        words = fold(page.text[cell.start : cell.end])
        for name, pattern in (
            ("number", _NUMBERED), ("response", _RESPONSE), ("asked", _ASKED), ("answer", _ACCEPTED), ("due", _DUE),
            ("by", _OWNER), ("reasons", _REASONS), ("status", _STATUS), ("action", _ACTION),
        ):  # fmt: skip
            if name not in columns and cell.column not in columns.values() and pattern.fullmatch(words):
                columns[name] = cell.column
    return columns


def _row(page: Page, parts: dict[str, list[Cell]]) -> Answered | None:
    """One row of a table of answers. A cell that crosses a page is quoted as far as its first page goes."""
    told = next((name for name in ("response", "reasons", "answer") if name in parts), None)
    if "asked" not in parts or told is None:
        return None
    asked, words = _words(page, parts["asked"]), _words(page, parts[told])
    if not asked or not words or (_ASKED.fullmatch(asked) and _RESPONSE.fullmatch(words)):
        return None
    number = _NUMBER.match(asked)
    printed = number["number"] if number else _words(page, parts["number"]) if "number" in parts else ""
    said = next((_words(page, parts[name]) for name in ("answer", "status") if name in parts), "")
    if told != "response" and answer_in(said, "accepted") is None:
        return None
    days = [day for cell in parts.get("due", []) for day in page.days_in(cell.start, cell.end) if day.day]
    first = parts[told][0]
    return Answered(
        number=_number(re.sub(r"^\W*r|\W+$", "", printed, flags=re.I)) if printed else None,
        asked=asked[number.end() :] if number else asked,
        answer=answer_in(said, "accepted") or answer_in(words, ""),
        words=words,
        quote=page.quote(first.start, first.end),
        by=(_words(page, parts["by"]) if "by" in parts else "") or None,
        due=days[0].day if days and not days[0].problem else None,
    )


def find_progress(paper: Paper, page: Page, answers: list[Answered]) -> list[Progress]:
    """What a table of answers says of what is done for each recommendation, by whom and when."""
    found = []
    rows = [parts for parts in _table_rows(paper, page) if _row(page, parts)]
    for answer, parts in zip(answers, rows, strict=False):
        told = {name: _words(page, parts[name]) for name in ("status", "action", "by", "due") if name in parts}
        quote = next((told[name] for name in ("status", "action", "by", "due") if told.get(name)), None)
        if quote is not None:
            when = None if answer.due else told.get("due") or None
            found.append(
                Progress(
                    answer.number, stage_in(told.get("status", "")), quote, action=told.get("action") or None,
                    status=told.get("status") or None, owner=answer.by, due=answer.due, condition=when,
                )
            )  # fmt: skip
    return found


def _words(page: Page, cells: list[Cell]) -> str:
    """The words of a cell, all its pieces."""
    return fold(" ".join(page.text[cell.start : cell.end] for cell in cells))


def _in_turn(page: Page) -> list[Answered]:
    """`Recommendation 1: …`, then `Response: …`, and so on down the page."""
    rows = lines(page.text)
    heads = [(at, match) for at, row in enumerate(rows) if (match := _HEAD.match(row.words))]
    found: list[Answered] = []
    for place, (at, head) in enumerate(heads):
        stop = heads[place + 1][0] if place + 1 < len(heads) else len(rows)
        reply = next(
            ((below, match) for below in range(at + 1, stop) if (match := _REPLY.match(rows[below].words))), None
        )
        if reply is None:
            found += _at_once(page, rows[at], head)
            continue
        asked = page.quote(rows[at].start + head.start("rest"), rows[reply[0] - 1].end)
        begin = rows[reply[0]].start + reply[1].start("rest")
        last = _last(rows, reply[0], stop, place + 1 == len(heads))
        words = page.quote(begin, rows[last].end)
        if asked and words:
            found.append(Answered(_number(head["number"]), asked, answer_in(words, ""), words, words))
    return found


def _at_once(page: Page, row: Line, head: re.Match[str]) -> list[Answered]:
    """`Recommendation 2: accepted in part – …`: the answer stands in the recommendation's place."""
    answer = answer_in(head["rest"], "")
    if answer is None:
        return []
    words = page.quote(row.start + head.start("rest"), row.end)
    return [Answered(_number(head["number"]), "", answer, words, page.quote(row.start, row.end))]


def _last(rows: list[Line], first: int, stop: int, final: bool) -> int:
    """The last row of an answer: that of the last recommendation ends where a heading stands alone."""
    if not final:
        return stop - 1
    for at in range(first + 1, stop):
        alone = rows[at].after_blank and len(rows[at].words) < 60 and rows[at].words[-1] not in ".;,"
        if alone and at + 1 < stop and rows[at + 1].after_blank:
            return at - 1
    return stop - 1


def _number(printed: str) -> int | str:
    """A number as the JSON gives it."""
    return int(printed) if printed.isdigit() else printed
