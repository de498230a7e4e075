"""The facts of a decision as its record prints them: who, when, key or not, published, in force, callable."""

import re
from datetime import date

import msgspec

from workflow.importers.labels import Field, first, first_line, value, yes_or_no
from workflow.importers.page import Page
from workflow.importers.reading import Paper
from workflow.importers.text import fold, lines

FIELDS = {
    "maker": r"decision (?:to be )?(?:taken|made) by(?: the)?|(?:name (?:and (?:title|post"
    r"|role) )?of (?:the )?)?decision[- ]?"
    r"(?:makers?|takers?)(?:\(s\))?(?: name| and title)?|(?:cabinet|executive|lead) (?:member"
    r"|councillor)(?: making the decision)?"
    r"|portfolio holder|taken by|made by|decision[- ]making (?:body|person)|who (?:is making|made) the decision"
    r"|officer (?:making|taking) (?:the )?decision|decision (?:(?:made |taken )?by|of)",
    "reference": r"(?:executive |officer |cabinet |key )?decision (?:record |notice |sheet )?(?:no|number"
    r"|ref(?:erence)?|id)\.?s?"
    r"(?: no\.?| number)?|(?:record|report|forward plan|unique|our|issue|plan) (?:ref(?:erence)?|no|number"
    r"|id)\.?(?: no\.?| number)?"
    r"|ref(?:erence)?(?: no\.?| number)?",
    "key": r"(?:is (?:this|it|the decision) )?(?:a )?key decision(?:\s*(?:\(?yes ?/ ?no\)?))?|(?:type"
    r"|category) of decision|decision type",
    "title": r"(?:subject matter|subject)(?: ?/ ?title of decision)?|(?:title|subject|name"
    r"|description) of (?:the )?(?:decision|report)"
    r"|(?:decision|report|item) (?:title|subject)|title|topic|matter for decision|report(?=\s*:)",
    "proposed": r"(?:proposed|recommended|draft) decision(?:s|\(s\))?|(?:decision )?recommendation(?:s|\(s\))?"
    r"|proposal",
    "decision": r"(?:the |record of (?:the )?|details of (?:the )?|summary of (?:the )?|what (?:is|was) the )?"
    r"(?:executive |officer )?decisions?(?:\(s\))?(?: made| taken| summary| agreed| details)?|(?:resolution|resolved"
    r"|action(?:s)? agreed)"
    r"|(?:portfolio holder|(?:cabinet|executive|lead) member|leader|mayor|director|head of)\b[^:\n]{0,80}?"
    r" (?:has |have )?(?:decided|agreed|resolved|approved)(?: to| that)?(?=\s*:)"
    r"|(?:as [^:\n]{3,120}? )?i (?:have )?(?:agree|decide|approve)d?(?: to| that)?",
    "taken": r"date (?:the )?(?:decision )?(?:was )?(?:taken|made|agreed|signed)|date of (?:the )?(?:decision"
    r"|approval|signature|meeting)"
    r"|decision (?:date|taken on|made on)|decided on|signed and dated|meeting date",
    "published": r"(?:date of )?publication(?: date)?(?: of (?:the )?decision)?"
    r"|(?:date )?(?:decision )?published(?: on| date)?"
    r"|date (?:of )?(?:decision )?(?:notice |first )?published|date of notice",
    "callable": r"(?:is (?:the|this) decision |decision )?(?:is )?(?:subject|eligible|open|liable)? ?(?:to "
    r"|for )?(?:scrutiny )?call[- ]?in"
    r"(?: applies| applicable| status)?|can (?:the|this) decision be called[- ]?in",
    "closes": r"call[- ]?in (?:period )?(?:deadline|expiry|expires|ends|end date|closes|closing date|date"
    r"|period)(?: (?:on|at|date))?"
    r"|(?:deadline|last date|final date|closing date|expiry (?:date )?)(?: for| of)? (?:the )?call[- ]?in(?: period)?"
    r"|last day for call[- ]?in",
    "in_force": r"(?:effective|implementation) date|date (?:of |for )?(?:the )?(?:decision )?(?:to be |can be "
    r"|may be |is |comes? |will )?"
    r"(?:effective|implement\w*|(?:in(?:to)?|of) (?:force|effect)|come into (?:force|effect))(?: from| on)?"
    r"|(?:decision )?(?:comes?|effective|implemented|takes effect)(?: into (?:force|effect))?(?: from| on)"
    r"|in force from|(?:decision )?(?:is )?to take effect(?: (?:on|from|at(?: the)? end of))?"
    r"|earliest (?:date (?:for|of) )?implementation(?: date)?",
    "exempt": r"(?:for |open )?publication|exempt(?:ion)?(?: information)?|confidential(?:ity)?|restriction"
    r"|access to information"
    r"|(?:is )?(?:the report |the decision )?(?:open|exempt|private)(?: or exempt)?",
    "other": r"(?:the )?reasons?(?:\(s\))?(?: and options)?(?: for (?:the )?(?:recommendation|decision|urgency"
    r"|exemption|proposal)s?(?:\(s\))?)?"
    r"|background(?: (?:information|papers|documents|reading))?(?:\s*[–-].{0,60})?|(?:details of "
    r"|any )?(?:alternative|other)s?"
    r"(?: options?)?(?: (?:considered|rejected).{0,60})?|options considered.{0,60}"
    r"|(?:any |record of (?:any )?|details of (?:any )?"
    r"|declarations? of )?(?:conflicts? of )?interests?(?: declared)?[^:\n]{0,120}"
    r"|dispensations?[^:\n]{0,80}|(?:financial|legal|equalit\w+|data protection|resource|risk|climate|environmental"
    r"|human resources"
    r"|staffing|property|procurement|crime|health|social value|sustainability|policy)[\w ,&/]{0,60}?"
    r"(?:implications?|considerations?|impact|assessments?|comments|issues)|implications|consultations?(?: undertaken"
    r"| responses?)?"
    r"|cabinet committee recommendations[^:\n]{0,60}|comments? (?:of|from)[^:\n]{0,80}|consultees?"
    r"|(?:electoral )?(?:wards?|divisions?|areas?)"
    r"(?:\(s\))?(?: affected)?|contact(?: officer| details| name)?|(?:lead |report )?(?:officer"
    r"|author)s?(?: and contact details)?"
    r"|signed|signature|appendices|appendix|supporting documents?|attachments?|summary"
    r"|purpose(?: of (?:the )?report)?|introduction"
    r"|urgency|urgent|special urgency|general exception|key decision criteria|directorate|department"
    r"|service(?: area)?|legal authority"
    r"|(?:statutory )?powers?|delegat\w+ (?:authority|power)s?|authority for (?:the )?decision|budget|cost|timetable"
    r"|next steps"
    r"|name|post|position|job title|issues? for decision",
    "dated": "date",
}
"""The labels of records of decision, by what their fields hold; `other` only ends a field."""

_DAY_FIELDS = ("taken", "published", "closes", "in_force")
_SIGNED = re.compile(
    r"\W*(?:(?:signed|signature)\b.{0,90}?)?(?:\bdated?\b(?: signed)?|(?:signed|signature)(?: and dated)?)[\s:._…-]*",
    re.I,
)
_IN_FORCE = re.compile(
    r"\b(?:decision|it)\b[^.\n]{0,80}?\b(?:come|comes|coming) into (?:force|effect)\b[^.]{0,60}?\bon\b|\b(?:be|is"
    r"|are) (?:implemented|effective|actioned)\b"
    r"[^.]{0,40}?\b(?:on|from|after)\b|\btakes? effect (?:on|from)\b|\beffective from\b",
    re.I,
)
_CLOSES = re.compile(
    r"\bcall(?:ed)?[- ]?in\b[^.\n]{0,100}?\b(?:expires?|ends?|closes?|deadline|by|until|before|no later than)\b"
    r"|\bdeadline\b[^.\n]{0,60}?\bcall[- ]?in\b[^.\n]{0,30}",
    re.I,
)
_NOT_CALLABLE = re.compile(
    r"\b(?:not|cannot|can not|isn['’]t)\s+(?:be\s+)?(?:subject|eligible|liable|open|called)\b[^.\n]{0,30}?\b(?:to|for"
    r"|in)?\b[^.\n]{0,20}?\b(?:call[- ]?in|in)\b[^.\n]*"
    r"|\bexempt(?:ed)? from call[- ]?in\b[^.\n]*|\bcall[- ]?in\b[^.\n]{0,40}?\b(?:does|shall|will"
    r"|do) not apply\b[^.\n]*"
    r"|\bcall[- ]?in (?:has been |was |is )?waived\b[^.\n]*",
    re.I,
)
_CALLABLE = re.compile(
    r"\b(?:is|are|will be|be)\s+(?:subject to|eligible for|open to)\s+(?:the\s+)?(?:scrutiny\s+)?call[- ]?in\b"
    r"|\bunless (?:it is |the decision is )?called[- ]?in\b"
    r"|\bsubject to call[- ]?in\b",
    re.I,
)
_AFTER = 60


class Facts(msgspec.Struct, frozen=True):
    """What a record says of its decision beside the words of it."""

    key: bool | None = None
    taken: date | None = None
    published: date | None = None
    closes: date | None = None
    in_force: date | None = None
    callable: bool | None = None
    why_not: str | None = None
    quote: str | None = None
    """The words that say on which day it was taken."""


def facts_of(paper: Paper, page: Page, fields: list[Field]) -> Facts:
    """The facts in the fields of a record and in its running text. What is not said is None."""
    days: dict[str, date | None] = {}
    quote = None
    for name in _DAY_FIELDS:
        field = first(fields, name)
        found = next((when for when in page.days_in(field.start, field.end) if when.day), None) if field else None
        days[name] = found.day if found and not found.problem else None
        if name == "taken" and found and field:
            quote = page.quote(field.at, found.end)
    if days["taken"] is None:
        days["taken"], quote = _signed_on(page)
    closes = days["closes"] or _said(page, _CLOSES)
    in_force = days["in_force"] or _said(page, _IN_FORCE)
    callable_, why_not = _callable(paper, page, fields, closes)
    return Facts(
        yes_or_no(value(paper, first(fields, "key"))), days["taken"], days["published"], closes, in_force, callable_,
        why_not, quote,
    )  # fmt: skip


def reference_in(paper: Paper, fields: list[Field]) -> str | None:
    """The decision's reference from its field: the first word there that has a figure."""
    words = first_line(paper, first(fields, "reference")) or ""
    found = re.search(r"(?<![\w/])[A-Za-z]{0,8}[-/ ]?(?:[A-Z]{1,6}[-/])*\d[\w/.-]*", words)
    return fold(found.group()).rstrip(".,") if found and len(words) < 60 else None


def _signed_on(page: Page) -> tuple[date | None, str | None]:
    """The day beside a signature: behind the form's word `date`, or alone on its line with such a word below it."""
    rows = lines(page.text, max(0, len(page.text) - 3_000))
    for at in range(len(rows) - 1, -1, -1):
        near = any(_SIGNED.match(row.words) for row in rows[at : at + 4])
        for when in page.days_in(rows[at].start, rows[at].end):
            before = page.text[rows[at].start : when.start]
            alone = not re.sub(r"[\W_]", "", before) and when.end >= rows[at].end - 3
            if when.day and not when.problem and (_SIGNED.fullmatch(before) or (alone and near)):
                return when.day, page.quote(when.start, when.end)
    return None, None


def _said(page: Page, pattern: re.Pattern[str]) -> date | None:
    """The day just behind some words of running text."""
    for words in pattern.finditer(page.text):
        for when in page.days_in(words.start(), min(len(page.text), words.end() + _AFTER)):
            if when.day and not when.problem and when.end > words.start():
                return when.day
    return None


def _callable(paper: Paper, page: Page, fields: list[Field], closes: date | None) -> tuple[bool | None, str | None]:
    """Whether the decision can be called in, and why not, where the record says so."""
    field = first(fields, "callable")
    said = value(paper, field)
    answer = yes_or_no(said)
    no = _NOT_CALLABLE.search(page.text)
    if answer is not None:
        why = fold(re.sub(r"^\W*(?:yes|no|n/a)\b[\s:,.–-]*", "", said or "", flags=re.I)) if answer is False else None
        return answer, why or (fold(no.group()) if no and answer is False else None)
    if no:
        return False, fold(no.group())
    return (True if closes or _CALLABLE.search(page.text) else None), None
