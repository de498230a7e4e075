"""The reports on which something waits that papers say: an answer to nothing that is there, a recommendation too early.

What waits is not on the record, so that nobody finds it there by its words. Whatever comes next may be what it waits
for, and is held against the papers themselves: against their words, which are kept at hand, however many wait.
"""

from collections.abc import Iterator

import msgspec

from workflow.intake.agreeing import same_minute
from workflow.intake.answers_proved import bare_words, same_bare
from workflow.intake.answers_told import UNMATCHED
from workflow.intake.claims import Finding
from workflow.intake.doubts import NO_LONGER, WAITS
from workflow.intake.library import TAKEN_BACK, Library
from workflow.lookups import told_as

_MOST = 4096
"""The words of so many items are kept at hand."""


class _Words(msgspec.Struct, frozen=True):
    """What an item answers and what it makes, as words are compared; each with the minute it names or stands under."""

    answered: tuple[str, ...]
    asked_minute: str | None
    made: tuple[str, ...]
    minute: str | None


def waiting(library: Library, one: Finding) -> set[int]:
    """The reports that wait for what a finding says: for its recommendations, or to be answered by it.

    Those that have its title, its reference or its minute are found by that.
    """
    asks = any(not made.officers for made in one.made)
    answers = one.asked is not None and bool(one.answered)
    if not asks and not answers:
        return set()
    ours = _words(one)
    found = set()
    for report, theirs in _waiting(library, answers):
        if report not in found and (_answers(ours, theirs) or _answers(theirs, ours)):
            found.add(report)
    return {report for report in found if library.case(report).state is not None}


def _waiting(library: Library, answers: bool) -> Iterator[tuple[int, _Words]]:
    """The reports as they are told now, each with the words of every item that papers say of it."""
    tx = library.tx
    away = {int(ref) for (ref,) in tx.ask("SELECT ref FROM report WHERE state IS NULL").fetchall()}
    told = {ref: told_as(tx, ref) for ref in away}
    raised = set()
    for ref, says, settled in tx.ask(_RAISED, code=WAITS).fetchall():
        if settled not in (TAKEN_BACK, NO_LONGER) and (answers or str(says).startswith(UNMATCHED)):
            raised.add(int(ref))
    now = {told.get(ref, ref) for ref in raised}
    for ref, document, place, entry, sha256 in tx.ask(_THEIRS, code=WAITS).fetchall():
        if int(ref) in raised:
            yield told.get(ref, ref), _kept(library, int(document), int(place), (sha256, int(entry)))
    for ref in {ref for ref, report in told.items() if report in now} | now.difference(raised):
        for row in tx.find("finding", kind="item", report=ref, gone=None):
            one = None if ref in raised else library.finding(int(row["document"]), int(row["place"]))
            if one is not None:
                yield told.get(ref, ref), _words(one)


_RAISED = "SELECT report, message, settled FROM warning WHERE code = :code AND report IS NOT NULL"
_THEIRS = (
    "SELECT f.report, f.document, f.place, d.entry, d.sha256 "
    "FROM finding AS f JOIN document AS d ON d.ref = f.document "
    "WHERE f.kind = 'item' AND f.gone IS NULL AND f.report IN "
    "(SELECT w.report FROM warning AS w WHERE w.code = :code AND w.report IS NOT NULL)"
)


def _kept(library: Library, document: int, place: int, paper: tuple[str, int]) -> _Words:
    """The words of an item of a paper; `paper` is its digest and the entry by which it was read."""
    key = (*paper, place)
    if key not in _AT_HAND:
        one = library.finding(document, place)
        while len(_AT_HAND) >= _MOST:
            del _AT_HAND[next(iter(_AT_HAND))]
        _AT_HAND[key] = _words(one) if one is not None else _NOTHING
    return _AT_HAND[key]


def _words(one: Finding) -> _Words:
    return _Words(
        tuple(bare_words(reply.asked) for reply in one.answered if reply.asked),
        one.asked.minute if one.asked is not None else None,
        tuple(bare_words(made.text) for made in one.made if not made.officers),
        one.minute,
    )


def _answers(one: _Words, other: _Words) -> bool:
    """Whether one may prove to answer what the other makes, under whatever title: by the minute, or by every word."""
    if not other.made:
        return False
    if one.asked_minute and other.minute and same_minute(one.asked_minute, other.minute):
        return True
    return bool(one.answered) and all(any(same_bare(words, text) for text in other.made) for words in one.answered)


_NOTHING = _Words((), None, (), None)
_AT_HAND: dict[tuple[str, int, int], _Words] = {}
