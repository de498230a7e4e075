"""Records of decision, and proposed ones: of a Cabinet Member, the Cabinet, an officer; a form with labelled fields."""

import re

from msgspec.structs import replace

from workflow.importers.bodies import as_name, recipient
from workflow.importers.consultations import find_consultations
from workflow.importers.decision_facts import FIELDS, facts_of, reference_in
from workflow.importers.decision_refs import decision_refs
from workflow.importers.evidence import date_doubts, read_heading
from workflow.importers.heard_before import heard_before
from workflow.importers.labels import Field, find_fields, first, first_line
from workflow.importers.limbs import Limb, read_limbs
from workflow.importers.makers import maker_kind
from workflow.importers.page import RUNNING, Page
from workflow.importers.printed_items import find_printed_items
from workflow.importers.promises import find_promises
from workflow.importers.reading import Decision, Document, Item, Paper, Resolution, Warning
from workflow.importers.references import find_earlier, find_links
from workflow.importers.resolutions import unjoined
from workflow.importers.side_by_side import set_apart
from workflow.importers.text import Line, Span, fold, lines
from workflow.importers.titles import clean_title

_HEADING = re.compile(
    r"\b(?:(?:proposed|draft)\s+)?records?\s+of\s+(?:an?\s+|the\s+|proposed\s+)?(?:[\w-]+\s+){0,4}decisions?\b"
    r"|\b(?:executive|officer|delegated|cabinet member|individual|portfolio holder|key|lead member|leader"
    r"|urgent)['’s]*\s+"
    r"(?:[\w-]+\s+){0,3}decision\s*(?:record|notice|form|report|sheet|statement|proforma|template|-|–|$)"
    r"|\b(?:decision (?:record|notice|sheet|statement|form)|notice of (?:an?\s+|the\s+)?(?:[\w-]+\s+){0,4}decision"
    r"|statement of (?:[\w-]+\s+){0,3}decision)\b"
    r"|\bdelegated (?:authority|powers?) (?:decision|report)\b"
    r"|^decisions? (?:made |taken )?by (?:the |a )?(?:(?:deputy )?leader|(?:cabinet|executive|lead) member"
    r"|portfolio holder|mayor|director|head of)\b",
    re.I,
)
_PROPOSES = re.compile(r"\bpropos(?:e|es|ing)\s+to\b|\bit is proposed\b", re.I)
_AS_MEMBER = re.compile(
    r"\bAs (?:the )?(?P<maker>(?:Deputy )?(?:Cabinet|Executive|Lead) Member[^,\n]{0,120}?"
    r"|(?:Deputy )?Leader[^,\n]{0,60}?),?\s+I\b"
)
_INTRO = re.compile(
    r"[:–-]\s*$|\b(?:agree|agreed|approve|approved|decided|resolved|propose|proposes)(?:\s+(?:to|that))?\s*:?\s*$", re.I
)
_BOILER = re.compile(r"^\W*(?:for publication|key decision|yes|no|none|n/a)\W*$", re.I)
_OF_WHOM = re.compile(r"\bdecisions?\s+(?:(?:made|taken)\s+by|of|by)\s+(?:the\s+)?(?=[A-Z])", re.I)
_HEAD_ROWS = 24
_LONGEST_TITLE = 200
_PARTS = ("decision", "maker", "reference", "taken", "key", "proposed", "published")


def recognises(paper: Paper) -> float:
    """How surely this is a record of decision: its heading says so, and it has the fields of one."""
    if paper.medium not in RUNNING:
        return 0.0
    paper = set_apart(paper, FIELDS)
    rows = lines(paper.text, 0, min(len(paper.text), 3_000))
    headed = any(_is_heading(row) for row in rows[:_HEAD_ROWS])
    fields = _fields(paper, min(len(paper.text), 60_000))
    names = {field.name for field in fields if field.given}
    if sum(field.name == "decision" and field.given for field in fields) > 2 or _several(paper, fields):
        return 0.0
    count = len(names.intersection(_PARTS))
    decided = bool(names & {"decision", "proposed"})
    if headed and decided and count >= 2:
        return 0.96
    if headed and count >= 3:
        return 0.9
    reasons = any(
        field.name == "other" and field.label.lower().startswith(("reason", "alternative")) for field in fields
    )
    return 0.85 if decided and reasons and count >= 4 else 0.0


def _several(paper: Paper, fields: list[Field]) -> bool:
    """Whether this is a list of what a meeting decided, item by item, not one record."""
    resolved = [field for field in fields if field.given and field.label.lower().startswith("resol")]
    return len(resolved) > 1 and len(find_printed_items(paper, 0, min(len(paper.text), 60_000))) > 1


def read(paper: Paper) -> Document:
    """The record as a document with one item."""
    paper = set_apart(paper, FIELDS)
    page = Page.of(paper)
    fields = _fields(paper, len(paper.text))
    rows = lines(page.text, 0, min(len(page.text), 3_000))
    heading = next((row for row in rows[:_HEAD_ROWS] if _is_heading(row)), None)
    facts = facts_of(paper, page, fields)
    said = first(fields, "decision", "proposed")
    proposed = _is_proposed(page, heading, said, facts.taken is not None)
    maker = _maker(paper, page, fields, heading)
    limbs = _limbs(page, said) if said else []
    ref = reference_in(paper, fields) or next(iter(decision_refs(page.text, 0, 600)), None)
    own = maker
    earlier, ambiguous = find_earlier(page, 0, len(page.text), own)
    spans = [Span(limb.start, limb.end) for limb in limbs]
    taken = None if proposed else facts.taken
    promises, late = find_promises(page, 0, len(page.text), limbs=spans, own=own, floor=taken)
    title = first_line(paper, first(fields, "title"))
    decision = Decision(
        maker=maker,
        key=facts.key,
        callable=facts.callable,
        published=facts.published,
        in_force=facts.in_force,
        reference=ref,
        maker_kind=maker_kind(maker),
        decided_on=taken,
        proposed=proposed,
        why_not_callable=facts.why_not,
        window_closes=facts.closes,
        quote=facts.quote if taken else None,
    )
    item = Item(
        title=clean_title(title) if title else None,
        outcome="proposed" if proposed else "decided" if limbs else "none",
        reference=ref,
        resolutions=tuple(
            Resolution(limb.number, unjoined(page.words(limb.start, limb.end)), page.quote(limb.start, limb.end))
            for limb in limbs
        ),
        earlier=tuple(earlier),
        suggested=tuple(find_links(page, 0, len(page.text))),
        decision=decision,
        consultation=tuple(find_consultations(page, 0, len(page.text))),
        promises=tuple(promises),
        steps=tuple(heard_before(page, decision=ref, taken=taken)),
    )
    doubts: list[Warning] = []
    if taken is None and not proposed:
        doubts.append(Warning("no_meeting_date", "The record does not say on which day the decision was taken."))
    if maker is None:
        doubts.append(Warning("no_body", "The record does not say who takes the decision."))
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="decision",
        council=_council(page, heading),
        body=maker,
        date=taken,
        items=(item,),
        warnings=(*doubts, *ambiguous, *late, *date_doubts(page)),
    )


def _fields(paper: Paper, end: int) -> list[Field]:
    """The fields of the form. A day alone under "Decision made:" is when it was made, the line below it the title.

    `Date:` above the decision is when it was made, where nothing else is said to be.
    """
    found: list[Field] = []
    page = Page(paper.text[:end])
    for field in find_fields(paper, FIELDS, 0, end):
        rows = lines(page.text, field.start, field.end)
        days = page.days_in(rows[0].start, rows[0].end) if field.name == "decision" and rows else []
        if not days or fold(days[0].quote) != fold(rows[0].words):
            found.append(field)
            continue
        found.append(replace(field, name="taken", end=rows[0].end))
        if len(rows) == 2 and len(rows[1].words) < _LONGEST_TITLE:
            found.append(Field("title", field.label, rows[1].start, rows[1].end, rows[1].start))
    begin = next((field.at for field in found if field.name in ("decision", "proposed")), 0)
    told = any(field.name == "taken" and field.given for field in found)
    return [replace(f, name="taken") if f.name == "dated" and f.at < begin and not told else f for f in found]


def _is_heading(row: Line) -> bool:
    """Whether a line says that this is a record of decision; what stands behind a label does not."""
    match = _HEADING.search(row.words) if len(row.words) < 160 else None
    return match is not None and ":" not in row.words[: match.start()]


def _is_proposed(page: Page, heading: Line | None, said: Field | None, dated: bool) -> bool:
    """Whether the record is of what somebody proposes, not of what was decided."""
    if heading and re.search(r"\b(?:proposed|draft)\b", heading.words, re.I):
        return True
    if said and (said.name == "proposed" or _PROPOSES.search(page.text, said.start, min(said.end, said.start + 200))):
        return not dated
    return False


def _maker(paper: Paper, page: Page, fields: list[Field], heading: Line | None) -> str | None:
    """Who takes the decision, as the form says it; else as the words of the decision, or the heading, do."""
    field = first(fields, "maker")
    words = first_line(paper, field)
    if words and not _BOILER.match(words):
        words = re.split(r"\s{3,}|;|\.\s", words)[0] if len(words) > 160 else words
        return as_name(words[:200].strip(" .,:-–"))
    spoken = _AS_MEMBER.search(page.text)
    if spoken:
        return fold(spoken["maker"])
    whose = _OF_WHOM.search(page.text, heading.start, heading.end) if heading else None
    named = recipient(page.text, whose.end(), heading.end) if whose and heading else None
    return as_name(named) if named else None


def _limbs(page: Page, said: Field) -> list[Limb]:
    """What is decided: a list, the paragraphs behind the words that open it, or one paragraph."""
    rows = lines(page.text, said.start, said.end)
    if not rows:
        return []
    at = next((place for place, row in enumerate(rows[:8]) if _INTRO.search(row.words) and place + 1 < len(rows)), -1)
    if at >= 0 and not (rows[at].words[-1] in ":–-" or rows[at + 1].after_blank):
        at = -1
    limbs = read_limbs(page.text, rows[at + 1].start, said.end)
    if limbs and (limbs[0].number is not None or len(limbs) > 1):
        return limbs
    return _paragraphs(rows[at + 1 :])


def _paragraphs(rows: list[Line]) -> list[Limb]:
    """Each paragraph a limb."""
    found: list[Limb] = []
    for row in rows:
        if found and not row.after_blank:
            found[-1] = Limb(None, found[-1].start, row.end)
        else:
            found.append(Limb(None, row.start, row.end))
    return found


def _council(page: Page, heading: Line | None) -> str | None:
    """The council in whose name the record is: on a line of its own, or before the heading's words."""
    named = read_heading(page, 0, 1_000).council
    if named is None and heading:
        before = re.match(
            r"(?P<council>[A-Z][\w’'&. -]{2,60}? COUNCIL|[A-Z][\w’'&. -]{2,60}? Council)\s*[-–—|:]", heading.words
        )
        named = before["council"] if before else None
    return as_name(named) if named else None
