"""Reports that turn out to be one, or two: the journal keeps both, and struck it has never been."""

from datetime import date

import pytest
from msgspec.structs import replace

from db.replay import replay
from db.store import open_store
from db.verify import verify
from states.acts import FollowUpAct
from states.days import On, instant_text
from states.errors import BadInput, NotFound, Refused
from states.facts import Answer, Facts, MakerKind, Proposal
from states.words import Clock, Move, Response, State
from workflow.corrections import correct
from workflow.engine import act_on, make_move
from workflow.merging import merge
from workflow.splitting import split
from workflow.views.look import looking
from workflow.views.report import show

MARCH_3, MARCH_7 = date(2017, 3, 3), date(2017, 3, 7)


def twice(council, *second: str, title: str = "Libraries") -> tuple[int, int]:
    """One matter entered as two reports: heard at one meeting, each with its recommendations."""
    first, meeting = council.recommended("Keep the hubs open.", "Publish the map.")
    other = council.draft(title, portfolio="Culture", lead_officer="Head of Libraries")
    make_move(
        council.desk,
        other,
        Move.SCRUTINISE,
        Facts(meeting=council.sitting(meeting), agenda_published_on=date(2017, 2, 23)),
    )
    made = tuple(Proposal(text, council.body(council.board), council.body(council.cabinet)) for text in second)
    make_move(council.desk, other, Move.RECOMMEND, Facts(recommendations=made, received_on=MARCH_7))
    return first, other


def answered(council, report: int, *numbers: int) -> None:
    said = tuple(Answer(n, Response.ACCEPTED, "Cabinet", On.day(MARCH_7)) for n in numbers)
    make_move(council.desk, report, Move.RESPOND, Facts(responses=said))


def plain(case):
    """A case without the entries and the numbers that only say where it was entered."""
    return (
        case.state, case.title, [(r.number, r.text, r.response) for r in case.recommendations],
        [(r.move, r.on, r.state) for r in case.reached],
        sorted((f.clock, f.due, f.recommendation, f.ended) for f in case.follow_ups),
    )  # fmt: skip


def test_two_reports_that_are_one_tell_one_story_and_nothing_is_there_twice(council):
    first, other = twice(council, "Publish the map.", "Ask the ward councillors.")
    merge(council.desk, other, first, "one matter, entered twice")
    case = council.case(first)
    assert [(r.number, r.text) for r in case.recommendations] == [
        (1, "Keep the hubs open."), (2, "Publish the map."), (3, "Ask the ward councillors."),
    ]  # fmt: skip
    assert [r.move for r in case.reached].count(Move.SCRUTINISE) == 1
    owed = [(f.recommendation, f.due) for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE]
    assert sorted(owed) == [(n, date(2017, 5, 6)) for n in (1, 2, 3)]
    assert len({f.number for f in case.follow_ups}) == len(case.follow_ups)
    assert case.irregularities == ()


def test_what_only_the_other_knew_fills_the_gaps(council):
    first, other = twice(council, "Publish the map.")
    assert "agenda_published_on" in {gap.name for gap in council.case(first).gaps}
    merge(council.desk, other, first, "one matter")
    case = council.case(first)
    assert (case.portfolio, case.lead_officer, case.title) == ("Culture", "Head of Libraries", "Libraries")
    assert "agenda_published_on" not in {gap.name for gap in case.gaps}


def test_what_was_answered_and_done_on_either_is_told_of_the_one_that_stays(council):
    first, other = twice(council, "Ask the ward councillors.", "Publish the map.")
    answered(council, other, 1, 2)
    with council.desk.writing() as tx:
        act_on(
            council.desk,
            tx,
            other,
            FollowUpAct("add", quote="to report in May", due=date(2017, 5, 30)),
            on=On.day(MARCH_7),
        )
    merge(council.desk, other, first, "one matter")
    case = council.case(first)
    assert {r.number: r.response for r in case.recommendations} == {
        1: Response.AWAITING, 2: Response.ACCEPTED, 3: Response.ACCEPTED,
    }  # fmt: skip
    assert [f.quote for f in case.follow_ups if f.clock is Clock.PROMISE] == ["to report in May"]
    ended = {f.recommendation for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE and f.ended}
    assert ended == {2, 3}


def test_what_one_still_owes_where_the_other_was_closed_is_said_and_stays_on_the_list_of_what_is_late(council, matters):
    _, meeting = council.recommended("Keep the hubs open.")
    owes, closed = council.draft("Libraries"), council.draft("Libraries")
    for report in (owes, closed):
        make_move(council.desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting)))
    with council.desk.writing() as tx:
        act_on(council.desk, tx, owes, FollowUpAct("add", quote="to report", due=date(2017, 5, 30)), on=On.day(MARCH_7))
    make_move(council.desk, closed, Move.NOTED, Facts(), on=On.day(MARCH_7))
    ran = matters("merge", f"R{closed}", f"R{owes}", "--why", "one matter", day=date(2017, 4, 1))
    assert (ran.code, council.case(owes).state) == (0, State.CLOSED)
    assert f"R{owes} is closed, and what one of the two owed is still open: 1 promise, 30 May 2017." in ran.out
    assert f"R{owes} " in matters("overdue", "--as-of", "2017-06-01").out


def test_an_extension_agreed_on_the_one_that_goes_is_kept(council):
    first, other = twice(council, "Publish the map.")
    owed = council.case(other).follow_ups[-1].number
    with council.desk.writing() as tx:
        extend = FollowUpAct("extend", owed, due=date(2017, 6, 30), why="agreed by the chair")
        act_on(council.desk, tx, other, extend, on=On.day(MARCH_7))
    merge(council.desk, other, first, "one matter")
    agreed = {f.recommendation: f.agreed for f in council.case(first).follow_ups if f.recommendation}
    assert agreed == {1: None, 2: date(2017, 6, 30)}


def test_the_one_that_was_merged_says_so_wherever_it_is_asked_for_and_stands_on_no_list(council, matters):
    first, other = twice(council, "Publish the map.")
    merge(council.desk, other, first, "one matter")
    assert council.case(other).merged_into == first
    with pytest.raises(Refused, match=f"merged into R{first}"):
        make_move(council.desk, other, Move.WITHDRAW, why="a mistake")
    amending = ("amend", f"R{other}", "portfolio=X", "--why", "x")
    for command in (("show", f"R{other}"), ("explain", f"R{other}"), ("thread", f"R{other}"), amending,
                    ("follow-up", "add", f"R{other}", "--quote", "x")):  # fmt: skip
        ran = matters(*command, day=date(2017, 4, 1))
        assert ran.code == 1, command
        assert f"R{other} was merged into R{first}" in ran.err, command
    assert f"R{other} " not in matters("reports").out
    assert f"R{other} " not in matters("overdue", "--as-of", "2017-06-01").out


def test_the_journal_keeps_both(council, matters):
    first, other = twice(council, "Publish the map.")
    merge(council.desk, other, first, "one matter")
    assert "one matter" in matters("history", f"R{other}", day=date(2017, 4, 1)).out
    of_first = matters("history", f"R{first}", "--format", "json").out
    assert f'"R{other}"' in of_first, "what was entered on the other is told of this one"


def test_known_at_an_instant_before_the_merge_there_were_two(council):
    first, other = twice(council, "Publish the map.")
    before = instant_text(council.desk.now())
    with council.desk.reading() as tx:
        before = tx.head().at
    merge(council.desk, other, first, "one matter")
    council.clock.set(date(2017, 9, 1))
    with looking(council.desk.store, council.desk.today, known_at=before) as look:
        assert show(look, f"R{other}").state == "recommended"
        assert len(show(look, f"R{first}").recommendations) == 2
    with looking(council.desk.store, council.desk.today, as_of=date(2017, 3, 5)) as look:
        assert show(look, f"R{first}").state == "scrutinised"


def test_a_merge_that_is_struck_has_never_been(council):
    first, other = twice(council, "Publish the map.", "Ask the ward councillors.")
    answered(council, other, 2)
    were = [plain(council.case(n)) for n in (first, other)]
    merged = merge(council.desk, other, first, "one matter")
    correct(council.desk, first, "two matters after all", entry=merged.moved.entry)
    assert [plain(council.case(n)) for n in (first, other)] == were
    answered(council, other, 1)


def test_struck_from_the_side_of_the_one_that_went_it_is_the_same(council):
    first, other = twice(council, "Publish the map.")
    were = [plain(council.case(n)) for n in (first, other)]
    merged = merge(council.desk, other, first, "one matter")
    correct(council.desk, other, "two after all", entry=merged.moved.entry - 1)
    assert [plain(council.case(n)) for n in (first, other)] == were
    merge(council.desk, first, other, "the other way round")
    assert council.case(first).merged_into == other
    assert council.case(other).state is State.RECOMMENDED


def test_three_reports_become_one_and_the_second_merge_alone_is_struck(council):
    first, other = twice(council, "Publish the map.")
    third = council.draft("Libraries again", origin="a petition")
    merge(council.desk, third, other, "one")
    then = plain(council.case(other))
    merged = merge(council.desk, other, first, "all one")
    assert council.case(first).origin == "a petition"
    correct(council.desk, first, "no", entry=merged.moved.entry)
    assert plain(council.case(other)) == then
    assert council.case(third).merged_into == other


def test_what_cannot_be_merged_is_said(council):
    first, other = twice(council, "Publish the map.")
    with pytest.raises(BadInput, match="into itself"):
        merge(council.desk, first, first, "x")
    with pytest.raises(BadInput, match="why"):
        merge(council.desk, other, first, " ")
    with pytest.raises(NotFound, match="no report R99"):
        merge(council.desk, 99, first, "x")
    merge(council.desk, other, first, "x")
    with pytest.raises(Refused, match="merged into"):
        merge(council.desk, other, first, "x")


def test_a_moved_meeting_is_told_to_the_one_that_stays(council):
    from workflow.records import meetings

    first, other = council.draft("Hubs"), council.draft("Family hubs")
    meeting = council.meeting(date(2017, 5, 4))
    council.listed(other, meeting)
    merge(council.desk, other, first, "one matter")
    meetings.move(council.desk, meeting, date(2017, 5, 11))
    assert [str(x.meeting.on) for x in council.case(first).listings] == ["11 May 2017"]


def test_a_report_of_its_own_is_made_of_some_recommendations_with_all_that_belongs_to_them(council):
    report, _ = council.recommended("Keep the hubs open.", "Publish the map.", "Ask the councillors.")
    answered(council, report, 1, 3)
    done = split(council.desk, report, "Ward councillors", "two matters", recommendations=(3,))
    old, new = council.case(report), council.case(done.new.ref)
    assert [(r.number, r.response) for r in old.recommendations] == [(1, Response.ACCEPTED), (2, Response.AWAITING)]
    assert [(r.number, r.text, r.response) for r in new.recommendations] == [
        (3, "Ask the councillors.", Response.ACCEPTED)
    ]
    assert (new.state, new.title, new.irregularities) == (State.RECOMMENDED, "Ward councillors", ())
    assert {f.recommendation for f in old.follow_ups} - {0} == {1, 2}
    assert [(f.recommendation, f.due) for f in new.follow_ups if f.recommendation] == [(3, date(2017, 5, 6))]
    assert [x.minute for x in new.listings] == ["34/16"]


def test_entries_that_belong_elsewhere_move(council):
    report, _ = council.recommended("Keep the hubs open.")
    later = council.held(date(2017, 9, 4))
    moved = make_move(council.desk, report, Move.UPDATE, Facts(meeting=council.sitting(later)))
    done = split(council.desk, report, "Another matter", "it was another report", entries=(moved.entry,))
    assert council.case(report).state is State.RECOMMENDED
    assert [r.move for r in council.case(done.new.ref).reached] == ["draft", "update"]
    assert [i.name for i in council.case(done.new.ref).irregularities] == ["order"]


def test_a_split_that_is_struck_has_never_been_and_the_new_report_is_gone(council):
    report, _ = council.recommended("Keep the hubs open.", "Publish the map.")
    was = plain(council.case(report))
    done = split(council.desk, report, "The map", "two matters", recommendations=(2,))
    correct(council.desk, report, "one matter", entry=done.left.entry)
    assert plain(council.case(report)) == was
    assert council.case(done.new.ref).state is None


def test_what_is_split_can_be_merged_again(council):
    report, _ = council.recommended("Keep the hubs open.", "Publish the map.")
    answered(council, report, 1, 2)
    was = plain(council.case(report))
    done = split(council.desk, report, "The map", "two matters", recommendations=(2,))
    merge(council.desk, done.new.ref, report, "one after all")
    assert plain(council.case(report)) == was


def test_what_cannot_be_split_is_said(council):
    report, _ = council.recommended("Keep the hubs open.")
    with pytest.raises(BadInput, match="what the new report is called"):
        split(council.desk, report, "", "why", recommendations=(1,))
    with pytest.raises(BadInput, match="which entries"):
        split(council.desk, report, "X", "why")
    with pytest.raises(NotFound, match="no recommendation 9"):
        split(council.desk, report, "X", "why", recommendations=(9,))
    with pytest.raises(NotFound, match="no standing entry 999"):
        split(council.desk, report, "X", "why", entries=(999,))
    with pytest.raises(BadInput, match="began the report"):
        split(council.desk, report, "X", "why", entries=(council.case(report).reached[0].entry,))


def test_replayed_the_journal_gives_the_same_rows(council, tmp_path):
    first, other = twice(council, "Publish the map.", "Ask the ward councillors.")
    split(council.desk, first, "The map", "two matters", recommendations=(2,))
    merge(council.desk, other, first, "one matter")
    with open_store(str(tmp_path / "again.db")) as again:
        replay(council.desk.store, again)
        assert verify(again).good
        with again.reading() as tx, council.desk.reading() as now:
            for ref in (first, other, other + 1):
                assert tx.report(ref) == now.report(ref)


def test_a_decision_on_either_is_the_decision_of_the_one_that_stays(council):
    first, other = twice(council, "Publish the map.")
    make_move(
        council.desk, other, Move.DECIDE,
        Facts(maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, decided="To go ahead.", callable=True),
        on=On.day(MARCH_7),
    )  # fmt: skip
    merge(council.desk, other, first, "one matter")
    assert council.case(first).state is State.CABINET_DECIDED
    assert replace(council.case(first), irregularities=()).decision.decided == "To go ahead."
