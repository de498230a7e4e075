"""Whatever happened to …? On both stores, today and in the past, after words changed and after words were taken out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.store import open_store
from states.acts import FollowUpAct
from states.days import On
from workflow.engine import act_on
from workflow.redaction import redact
from workflow.views.find import around, pieces, whatever
from workflow.views.look import looking

DAY = date(2026, 11, 21)


def reports(store, question, **past):
    with looking(store, DAY, **past) as look:
        return [group.report for group in whatever(look, question).groups]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("whatever happened to the library?", ["R1"]),
        ("opening hours", ["R1"]),
        ("hour libraries", ["R1"]),
        ("26/00001", ["R1"]),
        ("12/26", ["R1"]),
        ("r2", ["R2"]),
        ("partner agreeing", ["R2"]),
        ("libraries partners", []),
        ("?", []),
        ("", []),
    ],
)
def test_what_a_question_finds(desk, question, found):
    assert reports(desk.store, question) == found


def test_words_are_found_with_their_context(desk):
    with looking(desk.store, DAY) as look:
        answer = whatever(look, "what about opening hours?")
    (group,) = answer.groups
    assert (group.title, group.state) == ("Libraries", "recommended")
    assert [(hit.kind, hit.words) for hit in group.hits] == [("recommendation", "That opening hours be kept")]
    marked = [piece for piece, its in pieces(group.hits[0].words, answer.words) if its]
    assert marked == ["opening", "hours"]


def test_the_index_follows_what_is_entered_and_the_past_has_its_own(desk):
    with desk.writing() as tx:
        act_on(desk, tx, 3, FollowUpAct("add", quote="a walrus will be bought"), on=On.day(date(2026, 11, 1)))
    assert reports(desk.store, "walruses") == ["R3"]
    assert reports(desk.store, "walruses", as_of=date(2026, 10, 31)) == []
    assert reports(desk.store, "partners", as_of=date(2026, 10, 31)) == ["R2"]


def test_words_that_were_taken_out_are_found_no_more(desk):
    with desk.writing() as tx:
        entry = act_on(
            desk, tx, 3, FollowUpAct("add", quote="Xylophanes Quux is ill"), on=On.day(date(2026, 11, 1))
        ).entry
    redact(desk, "R3", entry, "Xylophanes Quux", why="a person's health", by="A. Head")
    assert reports(desk.store, "xylophanes") == []
    assert reports(desk.store, "ill") == ["R3"]
    if desk.store.path is not None:
        with desk.store.connection() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert b"xylophan" not in desk.store.path.read_bytes().lower()


def test_a_copy_is_searched_too(desk, tmp_path):
    from db.copying import copy_all

    with open_store(str(tmp_path / "copy.db")) as copy:
        with desk.store.reading() as source, copy.writing() as target:
            copy_all(source, target)
        assert reports(copy, "opening hours") == ["R1"]


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=8), max_size=3), st.integers(20, 80))
def test_context_is_cut_from_the_text(text, words, room):
    assert "".join(piece for piece, _ in pieces(text, tuple(words))) == text
    cut = around(text, tuple(words), room)
    assert len(cut) <= room
    assert cut.strip("…") in text


@given(st.text(max_size=60))
def test_any_question_can_be_asked(question):
    with open_store("sqlite://") as store, looking(store, DAY) as look:
        assert whatever(look, question).groups == ()
