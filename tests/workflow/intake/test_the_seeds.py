"""The five papers beside the project, entered in any order, give six reports and nothing invented."""

import itertools
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db.store import Store, open_store
from states.case import Case, decode_case
from states.facts import Body
from states.words import Clock, State
from workflow.desk import Desk
from workflow.importers.files import read_file
from workflow.importers.reading import Document
from workflow.intake.session import import_documents
from workflow.settling import waiting
from workflow.views.lists import overdue, promises
from workflow.views.look import looking

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def papers() -> list[Document]:
    folder = Path(__file__).resolve().parents[4] / "shared" / "seeds"
    return [read_file(path) for path in sorted(folder.glob("*.txt"))]


@pytest.fixture
def desk(papers, shared, store: Store) -> Iterator[Desk]:
    """A desk at which the five papers were imported, on both kinds of store."""
    desk = Desk(store, "M. Rose", lambda: NOW)
    assert all(done.refused is None for done in import_documents(desk, papers))
    return desk


def cases(desk: Desk) -> dict[str, Case]:
    with desk.reading() as tx:
        rows = [tx.report(number) for number in range(1, 20)]
        found = [decode_case(row.folded) for row in rows if row is not None]
    return {case.title: case for case in found}


def one(desk: Desk, words: str) -> Case:
    return next(case for title, case in cases(desk).items() if words in title)


def test_there_are_six_reports_in_their_states(desk):
    states = sorted(str(case.state) for case in cases(desk).values())
    assert states == ["drafted", "recommended", *["scrutinised"] * 4]


def test_the_note_and_the_minute_are_one_report_with_four_recommendations_of_two_sources_each(desk):
    case = one(desk, "Connecting Communities")
    assert case.state is State.RECOMMENDED
    assert [r.number for r in case.recommendations] == [1, 2, 3, 4]
    assert {(r.from_.name, r.to.name) for r in case.recommendations} == {
        ("Scrutiny Co-ordination Committee", "Cabinet")
    }
    for number in range(1, 5):
        papers = {s.path for _, s in case.sources if s.about == f"recommendation {number}"}
        assert len(papers) == 2
    assert [(c.opens, c.closes) for c in case.consultations] == [(date(2016, 9, 12), date(2016, 12, 12))]


def test_its_answers_were_due_by_6_may_2017_and_no_written_notice_is_on_file(desk):
    case = one(desk, "Connecting Communities")
    owed = [f for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE]
    assert [f.due for f in owed] == [date(2017, 5, 6)] * 4
    assert all(f.quiet for f in owed), "what comes from papers is quiet until it is adopted"
    assert "no written notice is on file" in {gap.says for gap in case.gaps}


def test_it_is_further_to_its_own_minute_and_to_cabinets(desk):
    links = {(e.minute, e.body) for e in one(desk, "Connecting Communities").earlier}
    assert links == {("34/16", "Scrutiny Co-ordination Committee"), ("24/16", "Cabinet")}


def test_the_three_items_whose_outcome_is_cut_off_are_scrutinised_with_that_gap(desk):
    for words, minute in (("Libraries", "41/18"), ("Early Help", "46/18"), ("Improvement", "25/19")):
        case = one(desk, words)
        assert case.state is State.SCRUTINISED
        assert "outcome" in {gap.name for gap in case.gaps}
        assert [e.minute for e in case.earlier] == [minute]


def test_the_link_that_only_words_suggest_waits_for_a_person(desk):
    with desk.reading() as tx:
        links = [w for w in waiting(tx) if w.kind == "link"]
    hubs = one(desk, "Early Help")
    assert len(links) == 1
    assert not any(e.report for e in hubs.earlier)
    assert len(links[0].candidates) == 1


def test_what_officers_put_to_a_board_is_drafted_and_starts_no_clock(desk):
    case = one(desk, "Residential Care")
    assert case.state is State.DRAFTED
    assert len(case.recommendations) == 3
    assert all(r.proposal for r in case.recommendations)
    assert case.follow_ups == ()


def test_the_promise_without_a_date_keeps_its_words_and_gets_no_date(desk):
    case = one(desk, "Start for Life")
    assert case.state is State.SCRUTINISED
    with looking(desk.store, desk.today) as look:
        kept = [p for p in promises(look) if p.title == case.title]
    assert len(kept) == 1
    assert kept[0].quote


def test_on_1_june_2017_the_answer_was_26_days_late_and_the_promise_of_7_march_open(desk):
    with looking(desk.store, desk.today, as_of=date(2017, 6, 1)) as look:
        late = {(o.clock, o.due, o.days_late) for o in overdue(look)}
    assert late == {("executive_response", date(2017, 5, 6), 26), ("promise", date(2017, 3, 7), 86)}


def test_what_is_missing_cut_off_or_implausible_is_warned_of_by_name(desk):
    with desk.reading() as tx:
        kinds = {w.kind for w in waiting(tx)}
    assert {"no_meeting_date", "truncated_minutes", "implausible_year", "date_in_the_past"} <= kinds


def test_importing_them_again_changes_nothing(desk, papers):
    with desk.reading() as tx:
        before = tx.head()
    assert all(done.again for done in import_documents(desk, papers))
    with desk.reading() as tx:
        assert tx.head() == before


def settled(desk: Desk) -> dict[str, object]:
    """What is on file, without the numbers that only say in which order it was entered."""
    return {title: _plain(case) for title, case in cases(desk).items()}


def _plain(case: Case) -> object:
    def name(body: Body | None) -> str | None:
        return body.name if body else None

    return json.loads(json.dumps([
        case.state, case.title, name(case.body),
        [(r.number, r.text, name(r.from_), name(r.to), r.response) for r in case.recommendations],
        [(c.opens, c.closes) for c in case.consultations],
        sorted((f.clock, f.due, f.condition, f.clock is Clock.PROMISE and f.quote, f.owner) for f in case.follow_ups),
        sorted(g.name for g in case.gaps), [i.name for i in case.irregularities],
        sorted((e.minute, e.body or "") for e in case.earlier),
        sorted((s.path, s.quote, s.about) for _, s in case.sources),
        [(r.move, str(r.on), r.state) for r in case.reached], case.first_on, case.last_on,
    ], default=str))  # fmt: skip


def test_the_order_in_which_papers_arrive_never_changes_the_result(papers, shared):
    results = []
    for order in itertools.permutations(papers):
        desk = Desk(open_store("sqlite://"), "M. Rose", lambda: NOW)
        for paper in order:
            assert all(done.refused is None for done in import_documents(desk, [paper]))
        results.append(settled(desk))
        desk.close()
    assert all(result == results[0] for result in results)
