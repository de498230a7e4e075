"""Headings without a word of "item": a number that counts on, with its title beside or below; or type alone.

Every line that could be a heading gets a weight: bold, capitals, a word processor's heading, standing alone. Those of
one manner (the same marks around the number, the same edge) that count on from each other make a chain; the heaviest
chain are the headings.
"""

import re

import msgspec

from workflow.importers.printed_rows import Printed
from workflow.importers.text import fold

_NUMBERED = re.compile(
    r"(?:\*\s*)?(?P<word>(?:agenda\s+)?(?:item|minute)\s+(?:no\.?\s*)?)?"
    r"(?P<number>(?P<prefix>[A-Z][A-Z&]{0,7}[/.\- ]?)?(?P<value>\d{1,4})(?P<letter>[A-Z]?)(?:\.0(?=\s))?"
    r"(?P<more>(?:/\d{1,4}){0,2}))"
    r"(?P<sign>\s*[.:)–-]|)(?:\s+(?P<title>\S.*))?$",
    re.I,
)
_MONTH = re.compile(
    r"(?:January|February|March|April|May(?! [a-z])|June|July|August|September|October|November|December)\b(?! [A-Z])"
    r"|(?:am|pm|noon)\b|[A-Z]{3,9} (?:19|20)\d\d$"
)
_PAGES = re.compile(r"\(pages? [\d -–]+\)$|\s{3,}\d{1,4}\s*[-–]\s*\d{1,4}$", re.I)
_LISTED = re.compile(r"(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|[-•*])\s")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d\d)?\s+[a-z(]")
_NOTE = re.compile(r"[(\[](?:(?i:item|agenda|pages?|report)|[A-Z]|\d)")
_ANNOUNCES = re.compile(
    r"(?:To (?:receive|consider|note|confirm|approve|agree|hear|review|discuss) |Report of |Verbal (?:report|update)\b)"
)
_ENDED = re.compile(r"(?:[.;,]|;\s*(?:and|or))[”’\"')]*$")
_SENTENCE = re.compile(
    r"(?:the (?:chair|chairman|committee|panel|board|leader|director|council|cabinet|officer|meeting|following)\b"
    r"|that\b|it was\b|councillors? [A-Z]\S* (?!and )|members? (?:noted|asked|were|had|raised|discussed)\b"
    r"|in (?:response|accordance|reply)\b|to (?:note|agree|approve|recommend|request|endorse|delegate)\b|resolved\b)",
    re.I,
)
_NO_HEAD = re.compile(
    r"(?:part (?:[a-z]|i{1,3}|one|two|\d)\b|(?:un)?restricted items"
    r"|(?:exempt|confidential|public|open|closed)\s+(?:items|session|business|minutes)"
    r"|(?:it was )?(?:resolved|agreed|recommended|decided|noted|carried|lost)\b|decisions?\b|resolution"
    r"|recommendations?\b|voting|recorded vote|for\b|against\b|abst|actions?\s*(?:[:–-]|by\b|$)|note\b|reasons?\b"
    r"|chair(?:man)?$|minutes (?:published|prepared|taken|by)\b"
    r"|(?:the )?meeting (?:of|held|closed|ended|started)|present|in attendance|also present|apologies:"
    r"|officers?\b.{0,4}$|page\b)",
    re.I,
)
_LABEL = re.compile(r"[:–-]\s*$")
_PEOPLE = re.compile(r"(?:[\w’' ]{0,30}\s)?(?:present|in attendance|attendance|attended|members)\b", re.I)
_RUN_ON = re.compile(
    r"(?:\(\d{1,3}\)\s+)?(?P<title>[^a-z\n]{4,200}?"
    r"(?:\s[–—-]\s(?![^–\n]{0,160}\b(?i:was|were|had|reported|submitted|noted|resolved|agreed)\b)[A-Z][^–\n.]{3,140})?)\s[–—-]\s(?=[A-Z][a-z])"
)
_CAPITALS_THEN = re.compile(
    r"(?P<title>[A-Z][A-Z’',()&/-]+(?:\s[A-Z’',()&/-]{2,}){1,12})\s(?=(?:There|The|No|None|Members|It|That|Councillor)\s[a-z].{6,}\.$)"
)
_EDGE = 9.0
_MOST = 4_000
_BACK = 120
_STEP = 4
_LONGEST = 220
_STOPPED = 90
"""A heading whose number has a year may end in a full stop; longer ones are sentences."""
_LIMBS = 20
"""A number above this one is hardly a paragraph's or a limb's."""


class Head(msgspec.Struct, frozen=True):
    """A heading: its first and last row, its numbers and title; `behind`: where the item's words begin on its line."""

    first: int
    last: int
    number: str | None
    title: str
    agenda: str | None = None
    behind: int = 0


class _May(msgspec.Struct, frozen=True):
    """A line that may be a heading, with what it counts, its manner and its weight."""

    head: Head
    values: tuple[int, ...]
    manner: tuple[str, ...]
    left: float
    weight: float


def numbered_heads(rows: list[Printed]) -> list[Head]:
    """The numbered headings among some lines; without any, those that stand out by their type alone."""
    some_bold = any(row.bold for row in rows) and not all(row.bold for row in rows)
    may = [found for at in range(len(rows)) if (found := _may_be(rows, at, some_bold)) is not None][:_MOST]
    manners: dict[tuple[str, ...], list[_May]] = {}
    for each in may:
        manners.setdefault(each.manner, []).append(each)
    chains = [_chain(edge) for group in manners.values() for edge in _edges(_counted(group))]
    best = max(chains, key=lambda chain: (_weight(chain), -chain[0].head.first if chain else 0), default=[])
    typed = typed_heads(rows) if some_bold or len(best) < 2 else []
    if len(best) >= 2 or (best and len(typed) < 3 and _weight(best) >= (2.5 if best[0].values[0] > _LIMBS else 3)):
        if len(typed) >= 3 and len(typed) > 2 * len(best) and not any(one.head.first in _firsts(typed) for one in best):
            return typed
        return [each.head for each in _filled(best, may)]
    return typed


def typed_heads(rows: list[Printed]) -> list[Head]:
    """The headings that are known by bold type or capitals alone, a number perhaps in the line below."""
    heads: list[Head] = []
    styled = sum(row.heading for row in rows) >= 2
    begin = _below_the_top(rows)
    for at, row in enumerate(rows):
        if at < begin or (heads and at <= heads[-1].last):
            continue
        strong = row.heading if styled else (row.bold or _capitals(row.words))
        fits = 3 < len(row.words) < 120 and row.after_blank and not _ENDED.search(row.words)
        if not strong or not fits or _NO_HEAD.match(row.words) or _LABEL.search(row.words):
            continue
        last = at
        while last + 1 < len(rows) and not rows[last + 1].after_blank and _alike(row, rows[last + 1]) and last - at < 3:
            last += 1
        if last + 1 >= len(rows) or _LISTED.match(rows[last + 1].words):
            continue
        below = _NUMBERED.match(rows[last + 1].words)
        counted = bool(below and below["title"] and int(below["value"]) > 20)
        words = fold(" ".join(each.words for each in rows[at : last + 1]))
        number = below["number"] if below and counted else None
        heads.append(
            Head(at, last, number, words, None, rows[last + 1].start + below.start("title") if below and counted else 0)
        )
    return heads if len(heads) >= 3 or styled else []


def _below_the_top(rows: list[Printed]) -> int:
    """The first row below the heading of the paper and the list of those present."""
    people = [at for at, row in enumerate(rows[:60]) if _PEOPLE.match(row.words)]
    if not people:
        return min(2, len(rows))
    last = people[-1] if people[-1] - people[0] < 25 else people[0]
    return next((at for at in range(last + 1, len(rows)) if rows[at].after_blank), len(rows))


def _firsts(heads: list[Head]) -> set[int]:
    """The rows at which headings begin."""
    return {head.first for head in heads}


def _alike(row: Printed, other: Printed) -> bool:
    """Whether two lines are set alike, so that the second carries the first on."""
    return row.bold == other.bold and row.heading == other.heading and _capitals(row.words) == _capitals(other.words)


def _capitals(words: str) -> bool:
    """Whether a line is all in capitals."""
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) >= 4 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


def _may_be(rows: list[Printed], at: int, some_bold: bool) -> _May | None:
    """The heading that may begin at a row."""
    row = rows[at]
    match = _NUMBERED.match(row.words)
    if match is None or (match["prefix"] and match["prefix"][0].islower()):
        return None
    said = match["title"] or ""
    run_on = _RUN_ON.match(said) if len(said) > 60 or said.endswith(".") else None
    run_on = run_on or _CAPITALS_THEN.match(said)
    if run_on and _capitals(run_on["title"].partition(" – ")[0]):
        return _run_on(row, at, match, run_on)
    if len(row.words) >= 300:
        return None
    first_title = at if match["title"] else at + 1
    if first_title >= len(rows):
        return None
    title_row = rows[first_title]
    words = match["title"] or title_row.words
    if _MONTH.match(words) or not (words[0].isupper() or words[0].isdigit() or words[0] in "‘“\"'(["):
        return None
    if not match["title"] and (_NUMBERED.match(words) or (title_row.after_blank and not title_row.before_blank)):
        return None
    last, title = _title(rows, first_title, words)
    stopped = bool(match["more"]) and title.endswith(".") and len(title) < _STOPPED and not _SENTENCE.match(title)
    caps = _capitals(title)
    if len(title) > _LONGEST or (not caps and (title.endswith(":") or (_ENDED.search(title) and not stopped))):
        return None
    weight = 1.0 + (some_bold and title_row.bold) * 2 + caps + row.heading * 2
    weight += 0.5 * row.after_blank + 0.5 * (last + 1 >= len(rows) or rows[last + 1].after_blank)
    weight += 0.5 * bool(match["more"]) + bool(match["word"]) - 1.5 * bool(_SENTENCE.match(title))
    weight -= 0.5 * (len(title.split()) > 18) + stopped
    sign = match["sign"].strip()
    manner = ((match["prefix"] or "").upper(), str(match["more"].count("/")), sign, "" if match["title"] else "alone")
    values = (int(match["value"]), *(int(part) for part in match["more"].split("/") if part))
    number = match["number"].rstrip()
    return _May(Head(at, last, number, title), values, manner, row.left, weight)


def _run_on(row: Printed, at: int, match: re.Match[str], run_on: re.Match[str]) -> _May:
    """A heading in capitals behind whose dash the words of the item begin, as in `220 PETITIONS – There were none`."""
    behind = row.start + match.start("title") + run_on.end()
    head = Head(at, at, match["number"].rstrip(), fold(run_on["title"]), None, behind)
    values = (int(match["value"]), *(int(part) for part in match["more"].split("/") if part))
    manner = ((match["prefix"] or "").upper(), str(match["more"].count("/")), match["sign"].strip(), "")
    return _May(head, values, manner, row.left, 2.5)


def _title(rows: list[Printed], at: int, words: str) -> tuple[int, str]:
    """The last row of a title that begins at a row, and its words."""
    last, title = at, words
    while last + 1 < len(rows) and last - at < 3:
        row, above = rows[last + 1], rows[last]
        if title.count("(") > title.count(")") and ")" in row.words and not row.after_blank:
            title, last = f"{title} {row.words}", last + 1
            continue
        if row.after_blank or row.bold != above.bold or row.heading != above.heading:
            break
        if _PAGES.search(above.words) or _LISTED.match(row.words):
            break
        if (_NUMBERED.match(row.words) and not _YEAR.match(row.words)) or _NOTE.match(row.words):
            break
        if _ANNOUNCES.match(row.words) and row.bold == above.bold and title[-1:].isalnum():
            break
        caps = _capitals(title)
        if (above.narrow and not row.words[0].islower()) or (caps and not _capitals(row.words)):
            break
        if not row.bold and not caps and not row.words[0].islower() and not row.before_blank:
            break
        title, last = f"{title} {row.words}", last + 1
    return last, fold(title)


def _counted(group: list[_May]) -> list[_May]:
    """Lines of one manner by the part of their number that counts: 45/24 counts in front, CC/24/45 behind."""
    parts = range(len(group[0].values))
    part = max(parts, key=lambda place: (len({each.values[place] for each in group}), -place))
    return [msgspec.structs.replace(each, values=(each.values[part],)) for each in group]


def _edges(group: list[_May]) -> list[list[_May]]:
    """Lines of one manner, apart by the edge they begin at; figures are often set to the right, so nearly is enough."""
    edges: list[tuple[float, list[_May]]] = []
    for each in group:
        for left, inside in edges:
            if abs(left - each.left) <= _EDGE:
                inside.append(each)
                break
        else:
            edges.append((each.left, [each]))
    return [inside for _, inside in edges] + ([group] if len(edges) > 1 else [])


def _chain(group: list[_May]) -> list[_May]:
    """The heaviest run of lines that count on from each other."""
    best: list[tuple[float, int]] = []
    for at, each in enumerate(group):
        gain, before = each.weight, -1
        for back in range(max(0, at - _BACK), at):
            step = each.values[0] - group[back].values[0]
            if 1 <= step <= _STEP:
                sofar = best[back][0] + each.weight - 0.4 * (step - 1)
                if sofar > gain:
                    gain, before = sofar, back
        best.append((gain, before))
    if not best:
        return []
    at = max(range(len(best)), key=lambda place: best[place][0])
    chain: list[_May] = []
    while at >= 0:
        chain.append(group[at])
        at = best[at][1]
    return chain[::-1]


def _weight(chain: list[_May]) -> float:
    """How heavy a chain is."""
    return sum(each.weight for each in chain)


def _filled(chain: list[_May], may: list[_May]) -> list[_May]:
    """The chain with the numbers it misses, where a line of another manner has them at the right place."""
    if not chain:
        return chain
    kinds = {each.manner[:2] for each in chain}
    filled = [chain[0]]
    for each in chain[1:]:
        for missing in range(filled[-1].values[0] + 1, each.values[0]):
            between = [
                other
                for other in may
                if other.values[0] == missing
                and filled[-1].head.last < other.head.first < each.head.first
                and other.manner[:2] in kinds
                and other.weight >= 1
            ]
            if between:
                filled.append(max(between, key=lambda other: other.weight))
        filled.append(each)
    return filled
