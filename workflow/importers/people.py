"""Names of people in running text, as papers list them: `Mrs Meade (Labour Group) and Mr Barry Lewis`."""

import re

import msgspec

from workflow.importers.text import fold

_TITLE = r"(?:(?:County )?Councillors?|Cllrs?|Messrs|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Prof(?:essor)?|Lord|Lady|Rev)\b\.?"
_NAME = re.compile(
    rf"\s*(?:the\s+(?=Councillor|Leader))?(?P<name>(?:{_TITLE}\s+)*(?:[A-Z][\w’'.-]*\.?\s+){{0,4}}?[A-Z][\w’'-]+"
    r"(?:\s+(?:[A-Z][\w’'-]+|OBE|MBE|CBE|JP|MP)){0,3})(?P<group>\s*\((?P<inside>[^()]{2,60})\))?"
)
_JOIN = re.compile(r"\s*(?:,?\s*(?:and|&)\s+|[,;]\s*)", re.I)
_PLURAL = re.compile(r"^(?:County )?(?:Councillors|Cllrs|Messrs)\b\.?\s+", re.I)
_LABEL = re.compile(
    r"\b(?:Committee|Council|Cabinet|Board|Panel|Group|Decision|Report|Scrutiny|Member for|Services?|Officer"
    r"|Director)\b"
)


class Person(msgspec.Struct, frozen=True):
    """Somebody as a paper names them, and what stands in brackets behind the name (a group, a ward)."""

    name: str
    group: str | None
    end: int


def people_at(text: str, place: int, end: int) -> list[Person]:
    """The people whose names begin at a place, joined by commas and `and`; it ends where no name follows."""
    found: list[Person] = []
    at = place
    while match := _NAME.match(text, at, min(end, at + 160)):
        name = _PLURAL.sub("", fold(match["name"]))
        if _LABEL.search(name) or "\n\n" in match.group():
            break
        inside = fold(match["inside"]) if match["inside"] else None
        found.append(Person(name, inside, match.end()))
        joined = _JOIN.match(text, match.end(), end)
        if joined is None or len(found) >= 30:
            break
        at = joined.end()
    return found


_GROUP = re.compile(
    r"\bgroup\b|\b(?:labour|conservative|liberal|lib ?dem\w*|green|independent|reform|ukip|residents|plaid)\w*\b", re.I
)


def group_of(inside: str | None) -> str | None:
    """The political group that stands in brackets behind a name, or None where it is something else."""
    return inside if inside and _GROUP.search(inside) else None
