"""Answers to recommendations and questions, one by one: a table of two columns, or `Recommendation 1 … Response: …`."""

import re

from workflow.importers.media import Cell
from workflow.importers.page import Page
from workflow.importers.reading import Answered, Paper
from workflow.importers.text import Line, fold, lines
from workflow.importers.tracker_words import answer_in

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
_ACCEPTED = re.compile(r"(?:accept|agree|decision|outcome|status|y/?n)\w*\b.{0,60}", re.I)
_OWNER = re.compile(r"(?:lead|responsib|owner|officer|who|by whom)\w*\b.{0,40}", re.I)
_DUE = re.compile(r"(?:timescale|deadline|due|target|by when|when|completion|implementation|date)\w*\b.{0,40}", re.I)
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
    """The answers in tables that have a column of what was asked and one of what was answered."""
    found: list[Answered] = []
    tables: dict[int, list[Cell]] = {}
    for cell in paper.cells:
        tables.setdefault(cell.table, []).append(cell)
    for cells in tables.values():
        columns = _columns(page, cells)
        if "asked" not in columns or "response" not in columns:
            continue
        for row in sorted({cell.row for cell in cells if cell.row > 0}):
            parts = {name: [c for c in cells if c.row == row and c.column == at] for name, at in columns.items()}
            answer = _row(page, {name: pieces for name, pieces in parts.items() if pieces})
            if answer:
                found.append(answer)
    return found


def _columns(page: Page, cells: list[Cell]) -> dict[str, int]:
    """Which column of a table holds what, by the cells of its first row."""
    columns: dict[str, int] = {}
    for cell in cells:
        if cell.row != 0:
            continue
        words = fold(page.text[cell.start : cell.end])
        for name, pattern in (
            ("response", _RESPONSE), ("asked", _ASKED), ("answer", _ACCEPTED), ("due", _DUE), ("by", _OWNER),
        ):  # fmt: skip
            if name not in columns and cell.column not in columns.values() and pattern.fullmatch(words):
                columns[name] = cell.column
    return columns


def _row(page: Page, parts: dict[str, list[Cell]]) -> Answered | None:
    """One row of a table of answers. A cell that crosses a page is quoted as far as its first page goes."""
    if "asked" not in parts or "response" not in parts:
        return None
    asked, words = (_words(page, parts[name]) for name in ("asked", "response"))
    if not asked or not words or (_ASKED.fullmatch(asked) and _RESPONSE.fullmatch(words)):
        return None
    number = _NUMBER.match(asked)
    said = _words(page, parts["answer"]) if "answer" in parts else ""
    days = [day for cell in parts.get("due", []) for day in page.days_in(cell.start, cell.end) if day.day]
    first = parts["response"][0]
    return Answered(
        number=_number(number["number"]) if number else None,
        asked=asked[number.end() :] if number else asked,
        answer=answer_in(said, "accepted") or answer_in(words, ""),
        words=words,
        quote=page.quote(first.start, first.end),
        by=(_words(page, parts["by"]) if "by" in parts else "") or None,
        due=days[0].day if days and not days[0].problem else None,
    )


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
