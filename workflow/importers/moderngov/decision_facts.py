"""What a page's labels say of one decision: its maker, the days, whether it is key and may be called in."""

import re
from datetime import date, timedelta

import msgspec

from workflow.importers.makers import maker_kind
from workflow.importers.moderngov.heading import Sitting, read_sitting
from workflow.importers.moderngov.parts import Mark, Web, named
from workflow.importers.people import group_of, people_at
from workflow.importers.reading import CallIn, Decision, Outcome, Warning

MAKER = r"decision[- ]?makers?|decision taken by"
MEETING = r"(?:decided|made|taken) at meeting"
MADE = r"date of decision|decision date|date decision (?:made|taken)|(?:decision )?made(?: on)?"
PUBLISHED = r"publication date|publish(?:ed)? date|date published|(?:decision )?published(?: on)?|date of publication"
IN_FORCE = r"effective from|date effective(?: from)?|implementation date|(?:comes? )?into force(?: on)?|effective date"
KEY = r"(?:is (?:it |this )?(?:a )?)?key decision|decision type"
CALLABLE = r"(?:is (?:it |this |the decision )?)?subject to call[- ]?in"
STATUS = r"(?:decision )?status"
_WINDOW = r"call[- ]?in (?:deadline|expires|expiry(?: date)?|period ends)"
_CALLED = r"called[- ]?in(?: on)?|call[- ]?in (?:date|received)"
_CALLERS = r"called[- ]?in by|call[- ]?in by"
_GROUNDS = r"grounds(?: for call[- ]?in)?"
_URGENT = r"reasons? for urgency|urgency"
_REFERENCE = r"(?:report |decision |issue )?ref(?:erence)?(?: no\.?| number)?"
_CALLED_IN = re.compile(r"\bcalled[- ]in\b", re.I)
_YES = re.compile(r"\s*(?:yes|key\b|true\b)", re.I)
_NO = re.compile(r"\s*(?:no\b|non[- ]?key|not\b|false\b)", re.I)
_TOO_LONG = timedelta(days=366)


class Facts(msgspec.Struct, frozen=True):
    """A decision with the sitting it was made at, and what its status says came of it."""

    decision: Decision
    sitting: Sitting
    call_in: CallIn | None
    outcome: Outcome | None
    status: str | None
    doubts: tuple[Warning, ...]

    @property
    def body(self) -> str | None:
        """Whose decision it is: the body that met, else the maker; `Leader Decisions` met as the Leader."""
        maker = self.decision.maker
        return maker if maker and self.sitting.body == f"{maker} Decisions" else self.sitting.body or maker


def read_facts(web: Web, marks: list[Mark], *, made: date | None = None, reference: str | None = None) -> Facts:
    """The facts among some labels. `made` and `reference` are what a heading above them says already."""
    at = named(marks, MEETING)
    sitting = read_sitting(web.value(at) or "") if at else Sitting()
    maker_mark = named(marks, MAKER)
    maker = web.value(maker_mark) if maker_mark else None
    status_mark = named(marks, STATUS)
    status = web.value(status_mark) if status_mark else None
    decided = web.day(named(marks, MADE)) or made or sitting.day
    key = _told(web, named(marks, KEY))
    reference_mark = named(marks, _REFERENCE)
    reference = reference or (web.value(reference_mark) if reference_mark else None)
    proposed = (
        status is not None
        and re.match(r"for (?:determination|decision|approval)|proposed|new\b", status, re.I) is not None
        and named(marks, IN_FORCE) is None
    )
    urgent = named(marks, _URGENT)
    callable_ = _told(web, named(marks, CALLABLE))
    decision = Decision(
        maker=maker or sitting.body,
        key=key,
        callable=callable_,
        published=web.day(named(marks, PUBLISHED)),
        in_force=web.day(named(marks, IN_FORCE)),
        reference=reference,
        maker_kind=maker_kind(maker or sitting.body),
        decided_on=None if proposed else decided,
        proposed=proposed,
        why_not_callable=_said(web, urgent) if urgent and callable_ is False else None,
        window_closes=web.day(named(marks, _WINDOW)),
        quote=_line(web, maker_mark or at or named(marks, MADE)),
    )
    quoted = _line(web, named(marks, PUBLISHED))
    return Facts(
        decision,
        sitting,
        _call_in(web, marks, status),
        None if _outcome(status) == "proposed" and not proposed else _outcome(status),
        status,
        tuple(_doubts(decision, decided, quoted)),
    )


def with_status(facts: Facts, status: str) -> Facts:
    """The facts with a status that stands elsewhere than among the labels."""
    outcome = _outcome(status)
    called = CallIn() if facts.call_in is None and _CALLED_IN.search(status) else facts.call_in
    proposed = outcome == "proposed"
    decision = msgspec.structs.replace(
        facts.decision, proposed=proposed, decided_on=None if proposed else facts.decision.decided_on
    )
    return msgspec.structs.replace(facts, outcome=outcome, status=status, call_in=called, decision=decision)


def _told(web: Web, mark: Mark | None) -> bool | None:
    """Yes or no, where a label says one of them."""
    words = (web.value(mark) or "") if mark else ""
    return True if _YES.match(words) else False if _NO.match(words) else None


def _said(web: Web, mark: Mark) -> str | None:
    """All the words behind a label."""
    return web.page.words(mark.begin, mark.end) or None


def _line(web: Web, mark: Mark | None) -> str | None:
    """A label with its value, word for word."""
    if mark is None:
        return None
    line = next((row for row in web.lines(mark.start, mark.end)), None)
    return web.page.quote(mark.start, min(mark.end, line.end) if line and line.end > mark.begin else mark.end) or None


def _outcome(status: str | None) -> Outcome | None:
    """What a decision's status says came of it, where that is not the decision itself."""
    said = (status or "").lower()
    if re.match(r"for (?:determination|decision|approval)|proposed|new\b", said):
        return "proposed"
    if "deferred" in said:
        return "deferred"
    if re.search(r"\breferred\b", said):
        return "referred"
    return "none" if re.search(r"withdrawn|abandoned|not proceed", said) else None


def _call_in(web: Web, marks: list[Mark], status: str | None) -> CallIn | None:
    """The call-in that the labels or the status tell of; None where they tell of none."""
    on, by, grounds = named(marks, _CALLED), named(marks, _CALLERS), named(marks, _GROUNDS)
    if not (on or by or _CALLED_IN.search(status or "")):
        return None
    people = people_at(web.page.text, by.begin, by.end) if by else []
    groups = tuple(dict.fromkeys(group for each in people if (group := group_of(each.group))))
    said = (_said(web, grounds),) if grounds else ()
    return CallIn(
        received=web.day(on),
        callers=tuple(each.name for each in people),
        grounds=tuple(words for words in said if words),
        groups=groups,
        quote=_line(web, by or on),
    )


def _doubts(decision: Decision, decided: date | None, quoted: str | None) -> list[Warning]:
    """The warnings for days that cannot all be right, or that a clock should not be set by."""
    published, in_force = decision.published, decision.in_force
    found: list[Warning] = []
    if decided and published and published - decided > _TOO_LONG:
        years = (published - decided).days // 365
        count = "a year" if years == 1 else f"{years} years"
        found.append(Warning("published_late", f"It was published {count} after it was made.", quoted))
    if decided and published and published < decided and not decision.proposed:
        message = "It was published before the day on which it was made."
        found.append(Warning("dates_out_of_order", message, quoted))
    if published and in_force and in_force < published:
        found.append(Warning("dates_out_of_order", "It is in force from a day before it was published.", quoted))
    return found
