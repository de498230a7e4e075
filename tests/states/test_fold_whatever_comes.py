"""Whatever stands in a journal, folding it never raises: it was entered, so it is read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BOARD, CABINET, HOSPITAL, NO_RULES, SCRUTINY, asked, entry, moved
from msgspec.structs import replace

from states.acts import (
    AmendAct,
    CorrectAct,
    FollowUpAct,
    LinkAct,
    MeetingAct,
    MoveAct,
    RecountAct,
    SettleAct,
    Source,
    SourceAct,
)
from states.case import decode_case, encode_case
from states.days import On
from states.facts import Answer, Body, Facts, MakerKind, Progress, Reconsidered, Released, Ruling, Signed, Sitting
from states.fold import fold
from states.follow_up_acts import DOES
from states.words import Ended, Implementation, MeetingStatus, Move, Response, SignOff, State

days = st.one_of(st.dates(date(2016, 12, 1), date(2017, 6, 30)), st.dates())
spans = st.one_of(
    days.map(On.day),
    st.just(On()),
    days.map(lambda day: On(None, day)),
    st.tuples(days, days).map(lambda two: On(min(two), max(two))),
)
bodies = st.sampled_from([SCRUTINY, BOARD, CABINET, HOSPITAL, Body("The Panel"), Body("")])
sittings = st.builds(
    Sitting, st.one_of(st.none(), bodies), spans, st.sampled_from([None, *MeetingStatus]), st.integers(0, 3)
)
few = st.integers(0, 4)
words = st.sampled_from([None, "", "as agreed"])


def many(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


OF_A_KIND: dict[str, st.SearchStrategy] = {
    "scrutiny_body": bodies, "meeting": sittings, "until_meeting": sittings,
    "recommendations": few.map(lambda n: asked("One.", "Two.", start=n)),
    "responses": many(st.builds(Answer, few, st.sampled_from(Response), words, spans, action_by=days)),
    "progress": many(st.builds(Progress, few, st.sampled_from(Implementation))),
    "signs": many(st.builds(Signed, few, st.sampled_from(SignOff))),
    "follow_ups": many(few), "callers": st.just(("Cllr A",)), "grounds": st.just(("haste",)),
    "maker_kind": st.sampled_from(MakerKind), "ruled": st.sampled_from(Ruling),
    "reconsidered": st.sampled_from(Reconsidered), "release_outcome": st.sampled_from(Released),
    "until_months": st.integers(1, 120), "groups": few,
}  # fmt: skip
YES_OR_NO = {"key", "consultation_required", "exempt", "to_follow", "outcome_cut_off", "crime_and_disorder", "callable",
             "written"}  # fmt: skip


def _strategy(name: str) -> st.SearchStrategy:
    if name in OF_A_KIND:
        return OF_A_KIND[name]
    if name in YES_OR_NO:
        return st.booleans()
    dated = name.endswith(("_on", "_opens", "_closes", "_day", "_dated"))
    return days if dated else words


facts = st.fixed_dictionaries({}, optional={name: _strategy(name) for name in Facts.__struct_fields__}).map(
    lambda told: Facts(**told)
)
numbers = st.integers(0, 9)
acts = st.one_of(
    st.builds(MoveAct, st.sampled_from([move.value for move in Move]), facts, words, st.booleans(), replaces=numbers),
    st.builds(
        FollowUpAct, st.sampled_from([*DOES, "forget"]), numbers, due=days, until=days, owner=words, quote=words,
        condition=words, why=words, ended=st.sampled_from([None, *Ended]), recommendation=few, papers=st.booleans(),
    ),
    st.builds(CorrectAct, numbers, st.just("by mistake")),
    st.builds(AmendAct, numbers, facts, st.just(("minute", "meeting", "nothing such")), st.booleans()),
    st.builds(SettleAct, st.just(("1:title", "2:on")), st.just("not known")),
    st.builds(LinkAct, words, words, few),
    st.just(SourceAct((Source("a.pdf", "words"),))),
    st.builds(MeetingAct, sittings),
    st.just(RecountAct("the holidays changed")),
)  # fmt: skip
journals = st.lists(st.tuples(acts, spans), max_size=9).map(
    lambda told: [entry(number, act, on) for number, (act, on) in enumerate(told, 1)]
)


@given(journals)
def test_folding_never_raises_and_ends_in_a_state(journal) -> None:
    folded = fold(journal, NO_RULES)
    assert folded.case.state in {None, *State}
    assert decode_case(encode_case(folded.case)) == folded.case
    recorded = [replace(e, act=replace(e.act, sets=folded.sets)) if e.number == len(journal) and hasattr(e.act, "sets")
                else e for e in journal]  # fmt: skip
    fold(recorded, NO_RULES)


@given(journals, days)
def test_as_of_any_day_and_trying_any_entry_never_raise(journal, day) -> None:
    fold(journal, NO_RULES, day)
    for e in journal:
        assert all(sentence.endswith((".", " …")) for sentence in fold(journal, NO_RULES, entering=e.number).reasons)


@pytest.mark.parametrize("year", [1066, 1900, 2150, 9999])
def test_a_year_nobody_can_count_in_stands_without_a_date_and_says_so(year) -> None:
    day = date(year, 3, 7)
    journal = [
        moved(1, "draft", day, title="Hubs", scrutiny_body=SCRUTINY),
        moved(2, "scrutinise", day, meeting=Sitting(SCRUTINY, On.day(day), MeetingStatus.HELD)),
        moved(3, "recommend", day, recommendations=asked("One.")),
    ]
    [owed] = fold(journal, NO_RULES).case.follow_ups
    assert owed.due is None
    assert str(year) in owed.note
