"""The titles of items: cleaned of what a web page adds, and known for procedure where they are no business."""

import re

from workflow.importers.text import fold

_ADDED = re.compile(
    r"\s*(?:\bpdf e?icon\b.*|\bPDF \d+(?:\.\d+)? ?[KM]B\b.*|\(\d+(?:\.\d+)? ?[KM]b\)"
    r"|, item \d+\w?\.?|\[?view directions\]?"
    r"|\bAdditional documents:?.*|[(\[](?:pages?|pp?\.|to follow)\b[^()\[\]]{0,40}[)\]]|\s[-–] to follow)$",
    re.I,
)
_PROCEDURE = re.compile(
    r"(?:(?:to )?(?:receive )?(?:any )?(?:disclosures?|declarations?)(?: of)?(?: (?:members['’]? |pecuniary "
    r"|disclosable |personal "
    r"|prejudicial |and |other )*interests?.*)?"
    r"|(?:to receive )?apolog(?:y|ies)\b.*|substitut\w+.*|membership of the (?:committee|board|panel).*"
    r"|(?:confirmation of |approval of |to (?:approve|confirm|sign) )?(?:the )?(?:draft |previous |public "
    r"|last )?minutes(?: silence)?"
    r"(?: (?:of|from|and|-|–|\().*)?"
    r"|matters arising.*|any other (?:urgent )?(?:public |private )?(?:business|items?).*|other business.*"
    r"|(?:items? of )?urgent (?:business|items?|matters).*|work(?:ing)? programme(?: (?:20\d\d|and|for|update"
    r"|planning).*)?|forward (?:plan|work programme).*"
    r"|(?:public|open) (?:question|participation|speaking|forum)\w*(?: time)?.*|public participation.*"
    r"|petitions?|deputations?(?: and petitions)?"
    r"|exclusion of (?:the )?(?:press|public).*|(?:date|time|dates)(?: and (?:time"
    r"|venue))? of (?:the )?next meetings?.*|next meetings?.*"
    r"|(?:chair(?:man|person)?|leader|mayor)(?:['’]s)? (?:announcements?|communications?|remarks|update)"
    r"|announcements?|welcome.*|introductions?"
    r"|(?:election|appointment) of (?:a |the )?(?:vice[- ]?)?(?:chair|chairman|chairperson|vice-chair)\b.*"
    r"|fire (?:evacuation|safety).*"
    r"|ymddiheuriadau?\b.*|datgan\w*\b.*|cofnodion(?: .*)?"
    r"|attendance|webcasting.*|recording of .*|close of meeting)",
    re.I,
)
_WHO = (
    r"(?:the )?(?:(?:cabinet|executive|portfolio|lead|ward|committee|council)['’]?s? )?"
    r"(?:members?|holders?|leader|mayor|chair|councillors?|chief executive)(?:['’]s?|s['’])?"
)
_TOLD = (
    r"(?:(?:verbal|oral|written|monthly|quarterly) )?(?:updates?|announcements?|reports?|questions?|communications?)"
)
_STANDING = re.compile(
    rf"{_WHO}(?: and {_WHO})? {_TOLD}|{_TOLD} (?:from|by|to|for) {_WHO}(?: (?:and|or) {_WHO})?|question time", re.I
)
_REGARDING = re.compile(
    r"\b(?:report|presentation|briefing note|note|update|paper|item|information|briefing)s?\b[^.;:]{0,300}?"
    r"\b(?:regarding|concerning|relating to|in relation to|in respect of|entitled|titled|about"
    r"|on)\s+(?:the\s+(?=[‘“\"'])\s*)?",
)
_TITLE_END = re.compile(
    r"[.;:]|,?\s+(?:which|that|and (?:considered|received|heard|noted|sought)|setting out|providing|outlining"
    r"|detailing|to)\b|,\s+(?:and|the)\b|\n\s*\n"
)
_PLAIN = re.compile(
    r"(?:Apologies(?: for [Aa]bsence)?(?: and [A-Z]\w+(?: [A-Z]\w+){0,2})?"
    r"|Declarations? of (?:[A-Z]\w+ )?Interests?|Matters [Aa]rising"
    r"|(?:Minutes|Urgent (?:Business|Items)|Public (?:Question Time|Questions|Participation)"
    r"|Work Programme))(?=\s+[A-Z])"
)
_STOPPED = re.compile(r"(?:[a-z0-9)]{3}|[A-Z]{4})\.$")
_LAW = re.compile(r"\s*\((?:.{0,40})\)$")


def clean_title(words: str) -> str:
    """A title without what a web page adds to it: file sizes, item links."""
    title = fold(words)
    for _ in range(3):
        shorter = _ADDED.sub("", title)
        if shorter == title:
            break
        title = shorter
    title = title.strip(" -–:•·")
    title = title[:-1] if _STOPPED.search(title[-5:]) else title
    return title or fold(words)


def is_procedural(title: str | None) -> bool:
    """Whether a title is pure procedure: declarations, minutes, apologies, any other business, work programme."""
    return title is not None and len(title) < 200 and _PROCEDURE.fullmatch(_LAW.sub("", title.strip())) is not None


def is_standing(title: str | None) -> bool:
    """Whether a title on an agenda stands there each time and names no matter: what Cabinet Members tell, questions."""
    return title is not None and len(title) < 200 and _STANDING.fullmatch(title.strip()) is not None


def procedural_start(words: str) -> int | None:
    """Where a title of procedure ends with which a line begins and goes on: `Declarations of Interest To receive …`."""
    found = _PLAIN.match(words)
    return found.end() if found else None


def subject_of(text: str, start: int, end: int) -> str | None:
    """What a minute without a heading is about: the words behind "a report … regarding"."""
    opening = _REGARDING.search(text, start, min(end, start + 1_500))
    if opening is None:
        return None
    stop = _TITLE_END.search(text, opening.end(), min(end, opening.end() + 300))
    words = fold(text[opening.end() : stop.start() if stop else min(end, opening.end() + 300)]).strip("‘’“”\"' ")
    return re.sub(r"^the\s+(?=[A-Z])", "", words) if words else None
