"""The references of decisions: `24/00093`, `KD5694`, `Decision no. HSC/12/25`. They are never minute numbers."""

import re

_PLAIN = r"\d{2}/\d{4,6}"
_CODED = r"(?:[A-Z]{1,6}[/ .-]?)?\d{1,6}(?:[/.-]\d{1,6}){0,3}[A-Z]{0,3}"
_FREE = re.compile(rf"(?<![\w/]){_PLAIN}(?![\w/])|\bKD ?\d{{3,6}}\b")
_NAMED = re.compile(
    r"\b(?:(?:executive|key|cabinet|officer|delegated|cabinet member|portfolio holder)\s+)?decision\s*"
    r"(?:(?:no|ref(?:erence)?|number|id)\.?s?\s*(?:no\.?\s*|number\s*)?[:#–-]?|[:#(–-])\s*"
    rf"(?P<ref>{_CODED}|[A-Z]{{2,6}}[/-][A-Z0-9/-]{{2,20}})(?![\w/])"
    r"|\bdecision\s+(?P<bare>(?-i:[A-Z]{1,6}[/-]?\d{2,6}(?:[/-]\d{1,6})?))(?![\w/])",
    re.I,
)
_CALLED_IN = re.compile(
    r"(?<!minute )(?<!minutes )\bref(?:erence|s)?\b\.?\s*(?:no\.?\s*|number\s*)?[:#–-]?\s*(?P<ref>"
    r"[A-Z]{2,6}[/-]\d{2,4}(?:[/-]\d{1,6}){1,2}|[A-Z]{2,6}[/-]?\d{3,6}|\d{2}/\d{3,6})(?![\w/])",
    re.I,
)
_CALL_IN = re.compile(r"\bcall(?:ed|ing)?[- ]?in\b", re.I)
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")


def decision_refs(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The references of decisions between two places, each once, in order."""
    stop = len(text) if end is None else end
    found: list[tuple[int, str]] = [(match.start(), match.group()) for match in _FREE.finditer(text, start, stop)]
    found += [(match.start(), match["ref"] or match["bare"]) for match in _NAMED.finditer(text, start, stop)]
    refs: dict[str, None] = {}
    for _, ref in sorted(found):
        if any(figure.isdigit() for figure in ref) and not _DAY.fullmatch(ref) and len(ref) > 2:
            refs.setdefault(" ".join(ref.split()), None)
    return list(refs)


def title_ref(title: str | None) -> str | None:
    """The reference of the one decision that a title names, or None.

    Of a call-in the reference alone will do, `Call-in: Park Road Depot (ref. EX/25/014)`: that is a decision.
    """
    words = title or ""
    refs = decision_refs(words)
    if not refs and _CALL_IN.search(words):
        refs = list(dict.fromkeys(found["ref"] for found in _CALLED_IN.finditer(words)))
    return refs[0] if len(refs) == 1 else None
