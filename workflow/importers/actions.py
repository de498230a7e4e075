"""Actions that minutes set apart: `ACTION: the Director to …`, `Actions/further information to be provided:`."""

import re
from datetime import date

from workflow.importers.limbs import read_limbs
from workflow.importers.page import Page
from workflow.importers.promisers import is_post
from workflow.importers.reading import Promise
from workflow.importers.text import Line, fold, lines

_LABEL = re.compile(
    r"(?:[-•·*▪–]\s*|\[)?(?:ACTIONS?|Actions?|Follow[- ]up actions?)(?:\s+(?:points?|required|arising|agreed|by|for))?"
    r"(?:\s*/\s*[Ff]urther information[^:\n]{0,40})?(?:\s+\d{1,2})?\s*[:–-]\s*(?P<rest>.*)$"
)
_VERB = re.compile(
    r"\b(?:to|will|would|should|be)\s+(?:provid|circulat|shar|send|sent|write|report|bring|brought|arrang|check|confirm|follow|invit"
    r"|contact|ask|add|includ|updat|investigat|look|consider|review|produc|prepar|present|submit|liais|speak|meet|raise|feed"
    r"|publish|email|clarif|work|set|organis|discuss|explor|draft|chase|forward|respond|seek|ensure)\w*",
    re.I,
)
_TASK = re.compile(
    rf"{_VERB.pattern}|\b(?:request|ask|suggest|invit|recommend|requir|instruct)(?:e?d|e?s)?\s+(?:that|to|for|a|an|the)\b"
    r"|\b(?:agreed|undertook|offered|promised|committed)\s+to\b"
    r"|\b(?:should|would|will|could|must)\s+(?:be\s+)?\w+",
    re.I,
)
"""What says that something is to be done: a name alone below other words does no more than say whose business it is."""

_OWNER = re.compile(r"(?P<owner>(?:the\s+)?[A-Z][^.;:]{1,80}?)\s+(?:to|will|would|should)\s+$")
_BY = re.compile(
    r"\b(?:by|before|on|in|at|no later than|prior to|ahead of|for|due|deadline:?)\s+"
    r"(?:(?:the|next|meeting|end|close|of|on)\s+){0,6}$",
    re.I,
)
_TAIL = re.compile(
    r"(?:\(|\[|,|;|\s[-–—]|\|)\s*(?:due\s*|deadline\s*|by\s*)?:?\s*$|\b(?:due|deadline|target)\s*:?\s*$", re.I
)
_WHEN = re.compile(r"[\s,;(\[–—-]*(?:\b(?:by|before|due|deadline:?|no later than)\s+)?(?:the\s+)?$", re.I)
_END = re.compile(r"[\s)\].;]*$")
_DASHED = re.compile(r"(?P<owner>[A-Z][^.;:–—\n]{2,80}?)\s*(?:\s[-–—]\s|:\s)\s*(?=[A-Za-z]\w+\s+\w)")
_NAME = re.compile(r"[\]\s]*(?P<name>[A-Z][^.;:\[\]]{1,90}?)[\].\s]*$")


def find_actions(page: Page, start: int, end: int, floor: date | None = None) -> list[Promise]:
    """The actions between two places, each with who is to do it and by which day, where the words say so.

    A day before `floor`, the latest that the paper shows to be past, and a month stay words.
    """
    rows = lines(page.text, start, end)
    found: list[Promise] = []
    for at, row in enumerate(rows):
        label = _LABEL.match(row.words)
        if label is None:
            continue
        begin = row.start + label.start("rest")
        if label["rest"].strip():
            found += _inline(page, rows, at, begin, floor)
        elif at + 1 < len(rows):
            stop = next((below.start for below in rows[at + 1 :] if _LABEL.match(below.words)), end)
            for limb in read_limbs(page.text, rows[at + 1].start, stop):
                promise = _promise(page, limb.start, limb.end, floor)
                if promise:
                    found.append(promise)
    return found


def _inline(page: Page, rows: list[Line], at: int, begin: int, floor: date | None) -> list[Promise]:
    """The action on the label's own line: what is to be done, or who is to do what the words above say."""
    last = at
    while last + 1 < len(rows) and not rows[last + 1].after_blank and not rows[last].words.endswith((".", ";", "]")):
        last += 1
    promise = _promise(page, begin, rows[last].end, floor)
    if promise:
        return [promise]
    days = page.days_in(begin, rows[at].end)
    until = _WHEN.search(page.text, begin, days[0].start) if days else None
    name = _NAME.match(page.text, begin, until.start() if until else rows[at].end)
    if name is None or at == 0:
        return []
    due, when = _when(page, begin, rows[at].end, floor)
    first = at - 1
    while first > 0 and not rows[first].after_blank:
        first -= 1
    bare = not days and " to " not in name["name"]
    if bare and not _TASK.search(page.text, rows[first].start, rows[at - 1].end):
        return []
    return [Promise(due, when, fold(name["name"]), page.quote(rows[first].start, rows[at - 1].end))]


def _promise(page: Page, start: int, end: int, floor: date | None) -> Promise | None:
    """What is to be done, in its own words, or None where the words do not say it."""
    verb = _VERB.search(page.text, start, end)
    if verb is None:
        dashed = _DASHED.match(page.text, start, end)
        if dashed is None or not is_post(dashed["owner"]):
            return None
        due, when = _when(page, dashed.end(), end, floor)
        return Promise(due, when, fold(dashed["owner"]), page.quote(start, end))
    words = re.match(r"(?:to|will|would|should)\s+", page.text[verb.start() : verb.end()], re.I)
    ahead = page.text[start : verb.start() + (words.end() if words else 0)]
    owner = _OWNER.match(ahead)
    due, when = _when(page, verb.end(), end, floor)
    return Promise(due, when, fold(owner["owner"]) if owner else None, page.quote(start, end))


def _when(page: Page, start: int, end: int, floor: date | None) -> tuple[date | None, str | None]:
    """By which day something is to be done, or in which words: `by 15 July 2025`, or a day that stands last."""
    for found in page.days_in(start, end):
        lead = _BY.search(page.text, max(start, found.start - 60), found.start)
        last = _END.match(page.text, found.end, end) and _TAIL.search(page.text, start, found.start)
        if not (lead or last):
            continue
        if found.day and not found.problem and not (floor and found.day < floor):
            return found.day, None
        return None, fold(page.text[lead.start() if lead else found.start : found.end])
    return None, None
