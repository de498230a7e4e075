"""Who makes decisions, by kind: the executive, one of its members, a committee, the Council, an officer."""

import re
from typing import Literal

from workflow.importers.bodies import is_council, is_executive

Maker = Literal["executive", "cabinet_member", "committee", "council", "officer"]

_MEMBER = re.compile(
    r"\b(?:cabinet (?:member|lead|portfolio)|executive (?:member|lead|councillor|portfolio)|portfolio holder"
    r"|lead member"
    r"|(?:statutory )?(?:deputy )?(?:city |executive )?mayor|(?:deputy )?leader(?: of the council)?|councillor|cllr"
    r"|member for|leader and cabinet member|individual (?:cabinet )?member)\b",
    re.I,
)
_OFFICER = re.compile(
    r"\b(?:director|officer|head of|chief|manager|assistant|solicitor|treasurer|registrar|engineer|service lead"
    r"|clerk)\b",
    re.I,
)
_BODY = re.compile(
    r"\b(?:committees?|panel|board|forum|commission|sub-committee|neighbourhood|assembly|authority|group"
    r"|partnership)\b",
    re.I,
)
_EXECUTIVE = re.compile(r"\b(?:cabinet|executive|mayor and cabinet|mayor in cabinet)\b", re.I)
_WITH_MAYOR = re.compile(r"(?:the\s+)?mayor\s+(?:and|in)\s+(?:the\s+)?cabinet", re.I)


def maker_kind(name: str | None) -> Maker | None:
    """The kind of a decision maker by its name; None where the name does not tell.

    A committee of the executive decides as the executive does.
    """
    if not name:
        return None
    if is_executive(name) or _WITH_MAYOR.fullmatch(name):
        return "executive"
    if is_council(name):
        return "council"
    if _MEMBER.search(name):
        return "cabinet_member"
    body = _BODY.search(name)
    if _EXECUTIVE.search(name) and not re.search(r"\badvisory\b|\bcabinet committee\b", name, re.I):
        return "executive" if not _OFFICER.search(name) or body else "officer"
    if body:
        return "committee"
    return "officer" if _OFFICER.search(name) else None
