"""The limbs of a list: `1.`, `2)`, `(a)`, `iv.`, `2.1`, bullets, or lines that begin as a limb does.

The first marker sets the style; markers of another style belong to the limb they stand in.
"""

import re
from itertools import pairwise

import msgspec

from workflow.importers.limb_marks import Mark, Style, after, first_mark, follows, mark_of, number_of, value_of
from workflow.importers.text import Line, lines

_VERB = re.compile(
    r"(?:that|to|and|not(?:e|es|ed)|advis\w+|agree\w*|approv\w+|recommend\w*|request\w*|endors\w+|support\w*|welcom\w+"
    r"|ask\w*|receiv\w+|consider\w*|thank\w*|congratulat\w+|delegat\w+|authoris\w+|confirm\w*|acknowledg\w+|accept\w*"
    r"|adopt\w*|refer\w*|invit\w+|promot\w+|identif\w+|encourag\w+|ensur\w+|provid\w+|involv\w+|defer\w*|reject\w*"
    r"|instruct\w*|require\w*|review\w*|monitor\w*|commend\w*|urge\w*|express\w*|appoint\w*|establish\w*|continue\w*"
    r"|comment\w*|present\w*|report\w*|seek\w*|set|hold\w*|writ\w+|explor\w+|develop\w*|work\w*|look\w*|make\w*"
    r"|give\w*)\b",
    re.I,
)
_STOP = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,2}){1,2}\.?\s+)?(?:supporting documents|additional documents|reasons?(?: for|\s*:)"
    r"|alternatives? (?:options|considered)|voting|recorded vote"
    r"|\(?meeting (?:closed|ended)"
    r"|\(?the meeting (?:closed|ended|finished)|\(?note\s*:|minutes:|decision:|appendi(?:x|ces)\b"
    r"|background papers|contact|signed|chair(?:man|person)?:?$|in the chair$|date of signing|(?:motion"
    r"|amendment) (?:was )?"
    r"(?:carried|lost)|\(?(?:proposed|moved|seconded) by\b|actions?\s*[:–-]|for\s*[:(]\s*\d|record of any"
    r"|\(?councillor|\(?cllr|\[|\(in accordance|\(having|\((?-i:[A-Z])[a-z]+[\s:]|the chair\b"
    r"|the (?:committee|board|panel|cabinet"
    r"|council) (?:then|also|thanked|adjourned)\b)",
    re.I,
)
_NAMES = re.compile(r"(?:appendi|councillor|cllr|contact|the )", re.I)
_CLOSED = re.compile(r"(?:[.;:!]|[;,.]\s+(?:and|or))[”’\"')]*$")
_FULL_STOP = re.compile(r"[.][”’\"')]*$")
_LEADS = frozenset({"To", "That"})
_WHO = frozenset({"Members", "Council", "Cabinet", "Officers"})
_DOES = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w’'&-]*\s+|and\s+){0,4}(?:Committee|Cabinet|Council|Board|Panel|Commission|Executive)\s+"
    r"(?:approved|noted|agreed|endorsed|requested|recommended|authorised|delegated|supported|accepted"
    r"|APPROVED|NOTED|AGREED|ENDORSED|REQUESTED|RECOMMENDED|AUTHORISED|DELEGATED|SUPPORTED|ACCEPTED)\b"
)
_ASIDE = re.compile(
    r"reasons?\s*:|\(?(?:voting|votes?|voted?|recorded vote|for\s*[:–-]|against\s*[:–-]|abst\w+|carried|unanimous\w*"
    r"|proposed by"
    r"|moved by|seconded by|\(?(?:the )?councillors?|\(?cllrs?)\b",
    re.I,
)
_ABOUT = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?:that\b[\s,]*)?(?:in (?:respect|relation)|with (?:regard|respect)|as regards|regarding"
    r"|concerning)\b[^:]{3,160}[:–-]",
    re.I,
)
_DANGLES = re.compile(r"\s(?:a|an|the|of|to|for|and|or|in|on|at|by|with|from|its|their|any|which)$")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:19|20)\d\d"
)
_OPEN = re.compile(r"[:–—-]\s*$")
_REACH = 9


class Limb(msgspec.Struct, frozen=True):
    """One limb: its number as printed, and where its words start and end."""

    number: int | str | None
    start: int
    end: int


def read_limbs(text: str, start: int, end: int) -> list[Limb]:
    """The limbs of the list that begins at `start`; it ends where the words no longer belong to it."""
    rows = lines(text, start, end)
    if not rows:
        return []
    first = first_mark(rows[0].words)
    if first.style == "none":
        first = _goes_on(rows)
    if first.style == "none" and len(rows) > 1 and _is_head(rows[0]):
        below = first_mark(rows[1].words)
        if below.printed in ("a", "A", "1", "i", "I"):
            rows, first = rows[1:], below
    if first.style == "none" and (capitals := _capitals(rows)):
        return capitals
    found = _marked(rows, first) if first.style != "none" else _unmarked(rows)
    return [limb for limb in found if any(map(str.isalnum, text[limb.start : limb.end]))]


def _goes_on(rows: list[Line]) -> Mark:
    """The marker of a list that goes on counting where another ended: `(c)`, then `(d)`."""
    begun = mark_of(rows[0].words, "none")
    if begun.style != "letter" or begun.sign != ")" or begun.printed.isupper():
        return Mark("none", "", 0)
    sure = rows[0].words.startswith("(")
    return (
        begun
        if sure or any(follows(begun, mark_of(row.words, "letter"), "letter") for row in rows[1:])
        else Mark("none", "", 0)
    )


def inline_limbs(text: str, start: int, end: int) -> list[Limb]:
    """The limbs of one paragraph that counts inside its lines: `that (1) the report be noted; and (2) an update …`."""
    for first in ("1", "a", "i", "A"):
        found: list[tuple[str, int, int]] = []
        wanted, at = first, start
        while True:
            mark = re.compile(rf"(?:(?<=\s)|(?<=[:;–-]))\(?{re.escape(wanted)}\)\s*").search(text, at, end)
            if mark is None or (not found and mark.start() > start + 400):
                break
            found.append((wanted, mark.start(), mark.end()))
            wanted, at = after(wanted, first), mark.end()
        if len(found) >= 2:
            stops = [begin for _, begin, _ in found[1:]] + [end]
            pairs = zip(found, stops, strict=True)
            return [_limb(text, number_of(name), begin, stop) for (name, _, begin), stop in pairs]
    return []


def looks_like_limb(words: str) -> bool:
    """Whether a line begins as a limb does: with a verb of resolving, or `That …`."""
    return _VERB.match(words) is not None


def _limb(text: str, number: int | str | None, start: int, end: int) -> Limb:
    """A limb without the white space at its ends."""
    words = text[start:end].rstrip()
    left = len(words) - len(words.lstrip())
    return Limb(number, start + left, start + len(words))


def _marked(rows: list[Line], first: Mark) -> list[Limb]:
    """The limbs of a list whose first line has a marker."""
    found = [Limb(number_of(first.printed), rows[0].start + first.width, rows[0].end)]
    last = first
    full = _full(rows)
    resumed, parted = -1, False
    for at, (above, row) in enumerate(pairwise(rows), start=1):
        if at < resumed:
            continue
        mark = mark_of(row.words, first.style)
        if found[-1].start >= found[-1].end and mark.style != first.style:
            found[-1] = Limb(found[-1].number, row.start, row.end)
        elif _is_part(last, mark) and (parted or _only_leads(found[-1], row, above)):
            found = found if parted else found[:-1]
            parted = True
            found.append(Limb(number_of(mark.printed), row.start + mark.width, row.end))
        elif follows(last, mark, first.style, row.after_blank):
            found.append(Limb(number_of(mark.printed), row.start + mark.width, row.end))
            last, parted = Mark(mark.style, mark.printed, mark.width, last.sign), False
        elif _stops(row, above) or (
            row.after_blank and not (_carries_on(row, mark, last, above) or _broken(above, row))
        ):
            resumed = _resumes(rows, at, last, first.style)
            if resumed < 0:
                break
            if _OPEN.search(above.words):
                found[-1] = Limb(found[-1].number, found[-1].start, rows[resumed - 1].end)
        elif mark.style == "dotted" and first.style in ("letter", "roman") and _FULL_STOP.search(above.words):
            break
        elif mark.style == "none" and not row.after_blank and _ended(above) and row.words[0].isupper():
            if not looks_like_limb(row.words):
                if len(above.words) < full:
                    break
                found[-1] = Limb(found[-1].number, found[-1].start, row.end)
                continue
            found.append(Limb(None, row.start, row.end))
        else:
            found[-1] = Limb(found[-1].number, found[-1].start, row.end)
    return [limb for limb in found if limb.start < limb.end]


def _is_part(last: Mark, mark: Mark) -> bool:
    """Whether a marker counts the parts of the limb above: `2.1` in limb 2."""
    return mark.style == "dotted" and last.style == "digit" and mark.printed.startswith(f"{last.printed}.")


def _only_leads(limb: Limb, row: Line, above: Line) -> bool:
    """Whether a limb, up to its parts, says only what they are about: `2. That, in respect of the responses:`."""
    return limb.end == above.end and row.after_blank and _ABOUT.fullmatch(above.words) is not None


def _capitals(rows: list[Line]) -> list[Limb]:
    """The limbs of a list that counts `A That …`, `B Subject to …` without a sign; only `A` alone is a word."""
    found: list[Limb] = []
    for row in rows:
        if row.words.startswith(f"{chr(65 + len(found))} ") and row.words[2:3].isupper():
            found.append(Limb(row.words[0], row.start + 2, row.end))
        elif not found or _STOP.match(row.words) or (row.after_blank and not row.words[0].islower()):
            break
        else:
            found[-1] = Limb(found[-1].number, found[-1].start, row.end)
    return found if len(found) > 1 else _capitals_within(rows)


def _capitals_within(rows: list[Line]) -> list[Limb]:
    """The limbs of such a list that a copy set in one paragraph: `A The fares be agreed. B Buses be bought.`."""
    words, found = rows[0].words, [0]
    if not re.match(r"A\s+[A-Z]", words):
        return []
    while mark := re.search(rf"(?<=[.;])\s+(?P<mark>{chr(65 + len(found))})\s+(?=[A-Z])", words[found[-1] :]):
        found.append(found[-1] + mark.start("mark"))
    stops, start = [*found[1:], len(words)], rows[0].start
    parts = zip(found, stops, strict=True)
    limbs = [Limb(words[at], start + at + 2, start + len(words[:to].rstrip())) for at, to in parts]
    return limbs if len(limbs) > 1 else []


def _resumes(rows: list[Line], at: int, last: Mark, style: Style) -> int:
    """Where a list goes on behind lines that are not of it (a vote, what a limb introduces); -1 where it does not."""
    aside = _ASIDE.match(rows[at].words) is not None
    opened = _OPEN.search(rows[at - 1].words) is not None and not _STOP.match(rows[at].words)
    if not (aside or opened or last.sign == ")"):
        return -1
    for place in range(at + 1, min(at + _REACH, len(rows))):
        mark = mark_of(rows[place].words, style)
        if follows(last, mark, style) and (style == "bullet" or value_of(mark) > value_of(last)):
            return place
        if _STOP.match(rows[place].words) and not _ASIDE.match(rows[place].words):
            return -1
    return -1


def _is_head(row: Line) -> bool:
    """Whether a line could be a heading between the limbs of a list."""
    return len(row.words) < 90 and (row.words[0].isupper() or row.words[0].isdigit()) and row.words[-1] not in ".;,:"


def _carries_on(row: Line, mark: Mark, last: Mark, above: Line) -> bool:
    """Whether a line behind an empty one still belongs to the limb above it: the paper's next paragraph does not."""
    words = row.words
    if mark.style == "dotted" and last.style != "dotted":
        begun = value_of(mark) == 1 or mark_of(above.words, "dotted").style == "dotted"
        own = mark.printed.startswith(f"{last.printed}.") and begun
        return own or not _ended(above) or above.words.endswith(":")
    if mark.style != "none":
        return not (mark.style == "digit" and len(words) < 100 and not words.endswith((".", ";", ",")))
    return words[0].islower() or words[0] == "("


def _unmarked(rows: list[Line]) -> list[Limb]:
    """The limbs of a list that lost its markers: each paragraph that begins as a limb does; the first always."""
    found = [Limb(None, rows[0].start, rows[0].end)]
    lead = rows[0].words.split(" ", 1)[0]
    full = _full(rows)
    does = _DOES.match(rows[0].words) is not None

    def like_first(words: str) -> bool:
        return (does and _DOES.match(words) is not None) or (lead in _WHO and words.startswith(f"{lead} "))

    for above, row in pairwise(rows):
        alike = lead in _LEADS and row.words.startswith(f"{lead} ")
        fresh = (row.after_blank and not _broken(above, row)) or alike or (_ended(above) and row.words[0].isupper())
        if _stops(row, above):
            break
        if not fresh or (row.words[0].islower() and not (row.after_blank and _ended(above))):
            found[-1] = Limb(None, found[-1].start, row.end)
        elif looks_like_limb(row.words) or like_first(row.words):
            found.append(Limb(None, row.start, row.end))
        elif not row.after_blank and len(above.words) >= full:
            found[-1] = Limb(None, found[-1].start, row.end)
        else:
            break
    return found


def _stops(row: Line, above: Line) -> bool:
    """Whether a line no longer belongs to a list. Words in the middle of a sentence, wrapped, do not end it."""
    wrapped = not row.after_blank and not _ended(above)
    if wrapped and (row.words[0].islower() or row.words[0] in "([" or _NAMES.match(row.words)):
        return False
    return _STOP.match(row.words) is not None


def _broken(above: Line, row: Line) -> bool:
    """Whether a sentence goes on behind an empty line: the words above it cannot be its end."""
    return _DANGLES.search(above.words[-30:]) is not None or (
        above.words[-1].isdigit() and _MONTH.match(row.words) is not None
    )


def _full(rows: list[Line]) -> int:
    """How long a line is that goes to the edge of its column: a full stop at its end need not end the paragraph."""
    longest = max(len(row.words) for row in rows[:40])
    return int(0.85 * longest) if 50 <= longest <= 140 else 10_000


def _ended(row: Line) -> bool:
    """Whether the words have come to a stop at the end of a line."""
    return _CLOSED.search(row.words[-20:]) is not None
