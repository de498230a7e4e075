"""What a store promises: all or nothing, one version at a time, words from closed lists, the journal only added to."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from db import queries
from db.chain import NO_ENTRY
from states.acts import MoveAct
from states.case import Case, FollowUp
from states.days import On
from states.errors import BadInput, Conflict, NotFound, StoreError
from states.facts import Body, Facts
from states.words import Clock, State


def test_a_new_store_has_no_entry(store):
    with store.reading() as tx:
        assert tx.head() == NO_ENTRY
        assert tx.report(1) is None
        assert tx.next_ref("report") == 1


def test_a_report_is_read_back_as_it_was_saved(pen, store):
    ref = pen.draft("Libraries", reference="24/00093", key=True)
    with store.reading() as tx:
        row = tx.report(ref)
        (line,) = tx.all(queries.REPORTS)
    assert (row.state, row.version, row.entry) == ("drafted", 1, 1)
    assert (line.title, line.body, line.reference, line.key, line.exempt) == (
        "Libraries", "Scrutiny Board 2", "24/00093", True, False,
    )  # fmt: skip


def test_entries_come_back_as_they_were_written(pen, store):
    ref = pen.draft()
    with store.reading() as tx:
        (entry,) = tx.entries(ref)
    assert entry.number == 1
    assert entry.who == "Ann"
    assert entry.on == On.day(date(2026, 3, 2))
    assert isinstance(entry.act, MoveAct)
    assert entry.act.facts.title == "Libraries"


def test_instants_always_grow_even_when_the_clock_goes_back(pen, store):
    pen.draft()
    pen.now -= timedelta(days=1)
    pen.draft()
    with store.reading() as tx:
        first, second = (line.at for line in tx.all(queries.HISTORY))
    assert first < second
    assert first == "2026-11-22T09:30:00.000000Z"
    assert second == "2026-11-22T09:30:00.000001Z"


def test_a_write_that_fails_leaves_nothing(pen, store):
    pen.draft()
    before = pen.dump()

    def half() -> None:
        with store.writing() as tx:
            number, at = tx.next_entry(pen.now)
            tx.append(number=number, at=at, who="Ann", record="R1", act=MoveAct("list"))
            raise RuntimeError("the lights went out")

    with pytest.raises(RuntimeError):
        half()
    assert pen.dump() == before


def test_an_older_version_is_refused_and_told_who_was_first(pen, store):
    ref = pen.draft()
    case = pen.case(ref)
    pen.promise(ref, date(2026, 4, 1))

    def late() -> None:
        with store.writing() as tx:
            number, at = tx.next_entry(pen.now)
            tx.append(number=number, at=at, who="Bob", record="R1", act=MoveAct("list"))
            tx.save_case(ref, case, replace(case, title="Other"), entry=number, at=at, version=1)

    before = pen.dump()
    with pytest.raises(Conflict, match="R1: "):
        late()
    assert pen.dump() == before


def test_only_what_differs_is_written(pen, store):
    ref = pen.draft()
    pen.promise(ref, date(2026, 4, 1))
    case = pen.case(ref)
    first = case.follow_ups[0]
    second = replace(first, number=2, due=None, agreed=None, condition="once Medway have agreed")
    later = replace(case, title="Libraries and hubs", follow_ups=(replace(first, agreed=date(2026, 5, 1)), second))
    with store.writing() as tx:
        number, at = tx.next_entry(pen.now)
        tx.append(number=number, at=at, who="Ann", record="R1", act=MoveAct("list"))
        tx.save_case(ref, case, later, entry=number, at=at, version=2)
    with store.reading() as tx:
        (owed,) = tx.all(queries.OVERDUE, day=date(2026, 5, 2))
        (law,) = tx.all(queries.OVERDUE_STATUTE, day=date(2026, 5, 2))
        (undated,) = tx.all(queries.PROMISES)
        assert tx.one(queries.OVERDUE, day=date(2026, 5, 1)) is None
    assert (owed.title, owed.due, owed.agreed, owed.counts) == (
        "Libraries and hubs", "2026-04-01", "2026-05-01", "2026-05-01",
    )  # fmt: skip
    assert law.counts == "2026-04-01"
    assert undated.condition == "once Medway have agreed"


def test_a_part_that_goes_takes_its_row_with_it(pen, store):
    ref = pen.draft()
    pen.promise(ref, date(2026, 4, 1))
    case = pen.case(ref)
    with store.writing() as tx:
        number, at = tx.next_entry(pen.now)
        tx.append(number=number, at=at, who="Ann", record="R1", act=MoveAct("list"))
        tx.save_case(ref, case, replace(case, follow_ups=()), entry=number, at=at, version=2)
    with store.reading() as tx:
        assert tx.all(queries.OVERDUE, day=date(2030, 1, 1)) == []
        assert tx.all(queries.REPORTS)[0].next_due is None


@pytest.mark.parametrize(
    ("how", "owed", "against_statute"),
    [
        ({}, True, True),
        ({"agreed": date(2027, 1, 1)}, False, True),
        ({"paused": True}, False, True),
        ({"paused": True, "paused_until": date(2026, 6, 1)}, True, True),
        ({"paused": True, "paused_until": date(2027, 6, 1)}, False, True),
        ({"suspended": True}, False, False),
        ({"clock": Clock.CALL_IN_WINDOW}, False, False),
        ({"due": None}, False, False),
    ],
)
def test_what_is_late_and_what_is_not(store, pen, how, owed, against_statute):
    at_first = FollowUp(1, "k", Clock.UPDATE_DUE, 1, date(2026, 1, 1), due=date(2026, 2, 1))
    follow_up = replace(at_first, **how)
    case = Case(state=State.DRAFTED, title="T", body=Body("B"), follow_ups=(follow_up,))
    with store.writing() as tx:
        number, at = tx.next_entry(pen.now)
        tx.append(number=number, at=at, who="Ann", record="R1", act=MoveAct("draft", Facts(title="T")))
        tx.save_case(1, None, case, entry=number, at=at, version=0)
    with store.reading() as tx:
        assert bool(tx.all(queries.OVERDUE, day=date(2026, 11, 1))) is owed
        assert bool(tx.all(queries.OVERDUE_STATUTE, day=date(2026, 11, 1))) is against_statute


def test_a_window_is_among_what_is_due_and_never_overdue(store, pen):
    window = FollowUp(1, "k", Clock.CALL_IN_WINDOW, 1, date(2026, 1, 1), due=date(2026, 2, 1))
    case = Case(state=State.CABINET_DECIDED, title="T", body=Body("B"), follow_ups=(window,))
    with store.writing() as tx:
        number, at = tx.next_entry(pen.now)
        tx.append(number=number, at=at, who="Ann", record="R1", act=MoveAct("draft", Facts(title="T")))
        tx.save_case(1, None, case, entry=number, at=at, version=0)
    with store.reading() as tx:
        (due,) = tx.all(queries.DUE, from_day=date(2026, 1, 20), to_day=date(2026, 2, 1))
        assert due.clock == "call_in_window"
        assert tx.all(queries.OVERDUE, day=date(2027, 1, 1)) == []


def test_records_keep_all_their_values_and_their_version(pen, store):
    body = pen.put("body", {"name": "Cabinet", "kind": "executive"})
    pen.put("body", {"scrutiny": True, "note": "odd"}, ref=body)
    with store.reading() as tx:
        row = tx.get("body", body)
        assert tx.find("body", name="Cabinet") == [row]
        assert tx.find("body", kind=None) == []
    assert row == {
        "ref": 1, "version": 2, "entry": 2, "name": "Cabinet", "kind": "executive", "scrutiny": True,
        "health": False, "succeeded_by": None, "note": "odd", "gone": False,
    }  # fmt: skip


def test_records_refuse_what_is_not_theirs(pen):
    with pytest.raises(BadInput, match="has no colour"):
        pen.put("body", {"name": "Cabinet", "colour": "red"})
    with pytest.raises(BadInput, match="wants its name"):
        pen.put("body", {"kind": "executive"})
    with pytest.raises(NotFound, match="no records called cats"):
        pen.put("cats", {})
    with pytest.raises(NotFound, match="There is no B9"):
        pen.put("body", {"name": "X"}, ref=9)
    pen.put("body", {"name": "Cabinet"})
    with pytest.raises(Conflict):
        pen.put("body", {"name": "X"}, ref=1, expected_version=3)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("body", {"name": "X", "kind": "parliament"}),
        ("meeting", {"status": "forgotten"}),
        ("meeting", {"day": "2026-02-30"}),
        ("meeting", {"day": date(2026, 3, 1), "day_last": date(2026, 2, 1)}),
        ("meeting", {"body": 77}),
        ("person", {"name": "X", "kind": "robot"}),
        ("document", {"path": "a", "sha256": "short", "kind": "minute"}),
    ],
)
def test_the_database_holds_no_word_or_day_that_is_none(pen, table, values):
    before = pen.dump()
    with pytest.raises(BadInput):
        pen.put(table, values)
    assert pen.dump() == before


def test_the_same_paper_is_kept_once(pen):
    paper = {"path": "a.html", "sha256": "a" * 64, "kind": "minute", "reading": {"items": []}}
    pen.put("document", paper)
    with pytest.raises(BadInput):
        pen.put("document", paper)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET who = 'Eve'",
        "UPDATE journal SET body = '{}', salt = ''",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE entry = 2",
        "INSERT INTO journal SELECT entry + 7, at, who, record, act, move, from_state, to_state, on_first, on_last, "
        "body, salt, digest, prev, hash FROM journal WHERE entry = 1",
        "UPDATE report SET title = 'Eve'",
        "UPDATE report SET title = 'Eve', version = version + 1",
        "UPDATE report SET title = 'Eve', entry = 99, version = version + 1",
        "DELETE FROM report",
        "INSERT INTO body (ref, version, entry, name) VALUES (9, 1, 1, 'Eve')",
        "UPDATE body SET name = 'Eve'",
        "DELETE FROM body",
    ],
)
def test_the_database_refuses_what_goes_behind_the_journals_back(pen, store, sql):
    pen.draft()
    pen.put("body", {"name": "Cabinet"})
    before = pen.dump()

    def behind() -> None:
        with store.writing() as tx:
            tx.run(sql)

    with pytest.raises(StoreError, match="Refused by the database"):
        behind()
    assert pen.dump() == before


def test_a_look_at_the_store_writes_nothing(pen, store):
    with store.reading() as tx, pytest.raises(StoreError, match="not a write"):
        tx.put("body", {"name": "X"}, who="Ann", now=pen.now)


def test_words_taken_out_leave_a_chain_that_verifies(pen, store):
    from db.verify import verify

    ref = pen.draft("Case of Mrs Smith")
    with store.writing() as tx:
        row = tx.report(ref)
        (entry,) = tx.entries(ref)
        act = replace(entry.act, facts=replace(entry.act.facts, title="[taken out]"))
        number = tx.redact(entry.number, act, who="Ann", now=pen.now, why="a resident's name")
        case = replace(pen_case(row), title="[taken out]")
        tx.save_case(ref, pen_case(row), case, entry=number, at=tx.head().at, version=row.version)
    assert "Smith" not in str(pen.dump())
    verdict = verify(store)
    assert verdict.findings == ()
    assert verdict.redacted == 1


def pen_case(row):
    from states.case import decode_case

    return decode_case(row.folded)


def test_words_once_taken_out_cannot_be_put_in_again(pen, store):
    pen.draft("Case of Mrs Smith")
    with store.writing() as tx:
        (entry,) = tx.entries(1)
        act = replace(entry.act, facts=replace(entry.act.facts, title="[taken out]"))
        with pytest.raises(BadInput, match="must stay one"):
            tx.redact(1, {"act": "record"}, who="Ann", now=pen.now, why="x")
        tx.redact(1, act, who="Ann", now=pen.now, why="x")
    with pytest.raises(StoreError, match="only ever added to"), store.writing() as tx:
        tx.run("UPDATE journal SET who = 'Eve' WHERE entry = 1")
