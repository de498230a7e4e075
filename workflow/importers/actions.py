"""Actions that minutes set apart: `ACTION: the Director to …`, `Actions/further information to be provided:`."""

import re

from workflow.importers.limbs import read_limbs
from workflow.importers.page import Page
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
_OWNER = re.compile(r"(?P<owner>(?:the\s+)?[A-Z][^.;:]{1,80}?)\s+(?:to|will|would|should)\s+$")
_BY = re.compile(r"\b(?:by|before|on|in|no later than|ahead of|for)\s+(?:the\s+)?$", re.I)
_NAME = re.compile(r"[\]\s]*(?P<name>[A-Z][^.;:\[\]]{1,90}?)[\].\s]*$")


def find_actions(page: Page, start: int, end: int) -> list[Promise]:
    """The actions between two places, each with who is to do it, where the words say so. None has a body or a day."""
    rows = lines(page.text, start, end)
    found: list[Promise] = []
    for at, row in enumerate(rows):
        label = _LABEL.match(row.words)
        if label is None:
            continue
        begin = row.start + label.start("rest")
        if label["rest"].strip():
            found += _inline(page, rows, at, begin)
        elif at + 1 < len(rows):
            stop = next((below.start for below in rows[at + 1 :] if _LABEL.match(below.words)), end)
            for limb in read_limbs(page.text, rows[at + 1].start, stop):
                promise = _promise(page, limb.start, limb.end)
                if promise:
                    found.append(promise)
    return found


def _inline(page: Page, rows: list[Line], at: int, begin: int) -> list[Promise]:
    """The action on the label's own line: what is to be done, or who is to do what the words above say."""
    last = at
    while last + 1 < len(rows) and not rows[last + 1].after_blank and not rows[last].words.endswith((".", ";", "]")):
        last += 1
    promise = _promise(page, begin, rows[last].end)
    if promise:
        return [promise]
    name = _NAME.match(page.text, begin, rows[at].end)
    if name is None or at == 0:
        return []
    first = at - 1
    while first > 0 and not rows[first].after_blank:
        first -= 1
    return [Promise(None, None, fold(name["name"]), page.quote(rows[first].start, rows[at - 1].end))]


def _promise(page: Page, start: int, end: int) -> Promise | None:
    """What is to be done, in its own words, or None where the words do not say it."""
    verb = _VERB.search(page.text, start, end)
    if verb is None:
        return None
    words = re.match(r"(?:to|will|would|should)\s+", page.text[verb.start() : verb.end()], re.I)
    ahead = page.text[start : verb.start() + (words.end() if words else 0)]
    owner = _OWNER.match(ahead)
    when = None
    for day in page.days_in(verb.end(), end):
        lead = _BY.search(page.text, max(verb.end(), day.start - 20), day.start)
        when = fold(page.text[lead.start() if lead else day.start : day.end])
        break
    return Promise(None, when, fold(owner["owner"]) if owner else None, page.quote(start, end))
