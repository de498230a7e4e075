"""Large made-up databases: the same rows each time, a journal that adds up to them, and few things late."""

from datetime import date

import pytest

from db.past import stand
from db.replay import rule_book
from db.shaped import ALL
from db.store import open_store
from db.verify import verify
from states.case import decode_case
from states.errors import BadInput, StoreError
from states.fold import fold
from workflow.cli.main import main
from workflow.synthetic import LATE, build_large, late_of, made_in, whole
from workflow.synthetic.council import LEADS, PLACES, SUBJECTS
from workflow.synthetic.shapes import LATE_SHAPE, SHAPES
from workflow.views import lists
from workflow.views.look import looking

DAY = date(2026, 1, 1)
MANY = 4000


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "large.db"
    with open_store(str(path)) as store:
        build_large(store, MANY, 3)
    return str(path)


@pytest.fixture(scope="module")
def store(file):
    with open_store(file, create=False) as store:
        yield store


def rows_of(store):
    with store.reading() as tx:
        return {table.name: tx.run(f"SELECT * FROM {table.name} ORDER BY 1, 2").fetchall() for table in ALL}


def made(many, seed):
    with open_store("sqlite://") as store:
        build_large(store, many, seed)
        return rows_of(store)


def test_the_same_number_and_seed_make_the_same_rows():
    assert made(300, 5) == made(300, 5)


def test_another_seed_makes_other_rows():
    one, other = made(300, 5), made(300, 6)
    assert len(one["follow_up"]) == len(other["follow_up"]) == 300
    assert one["report"] != other["report"]
    assert one["journal"] != other["journal"]


@pytest.mark.parametrize("many", [1, 2, 3, 7, 8, 13, 100])
def test_there_are_exactly_as_many_follow_ups_as_asked(many):
    assert len(made(many, 1)["follow_up"]) == many


def test_each_report_has_up_to_six_follow_ups_and_every_shape_occurs(store):
    with store.reading() as tx:
        counts = {n for (n,) in tx.ask("SELECT count(*) FROM follow_up GROUP BY report")}
        states = {state for (state,) in tx.ask("SELECT DISTINCT state FROM report")}
    assert counts == {1, 2, 3, 4, 5, 6} == {shape.follow_ups for shape in SHAPES}
    assert {"drafted", "recommended", "cabinet_decided", "called_in", "updated", "closed"} <= states


def test_the_chain_and_every_row_are_what_the_journal_says(store):
    verdict = verify(store)
    assert verdict.findings == ()


def test_a_report_made_after_a_pattern_is_the_fold_of_its_own_entries(store):
    with store.reading() as tx:
        rules = rule_book(tx)
        for ref in range(1, 900, 17):
            row = tx.report(ref)
            assert fold(tx.entries(ref), rules).case == decode_case(row.folded)


def test_fifty_are_late_on_the_first_of_january_and_all_else_is_ended_undated_or_due_in_2026(store):
    with looking(store, date(2026, 11, 22), as_of=DAY) as look:
        assert len(lists.overdue(look)) == len(lists.overdue(look, "statute")) == late_of(MANY) == LATE
        to_come = {o.due.year for o in lists.due(look, 10_000) if o.due}
    assert to_come == {2026}


def test_a_small_one_has_fewer_late_ones():
    with open_store("sqlite://") as store:
        build_large(store, 200, 1)
        with looking(store, DAY) as look:
            assert len(lists.overdue(look)) == late_of(200) == 10


def test_nothing_happens_after_the_first_of_january_so_that_day_is_read_from_the_rows(store):
    assert stand(store, as_of=DAY, known_at=None, today=date(2026, 11, 22)) is store
    with store.reading() as tx:
        assert tx.ask("SELECT max(last_on) FROM report").fetchone()[0] <= "2026-01-01"


def test_nothing_in_it_is_unknown_or_irregular(store):
    with looking(store, DAY) as look:
        assert lists.gaps(look, limit=5) == lists.irregularities(look, limit=5) == []


def test_no_word_of_it_needs_to_be_written_otherwise_in_json():
    from db.patterns import plain

    assert all(plain(word) for word in (*SUBJECTS, *PLACES, *LEADS))


def test_the_late_shape_is_not_among_the_usual_ones():
    assert LATE_SHAPE not in SHAPES


def test_it_is_only_made_in_an_empty_store_and_in_a_size_there_can_be(store):
    with pytest.raises(StoreError, match="is not empty"):
        build_large(store, 10)
    with open_store("sqlite://") as empty, pytest.raises(BadInput, match="not 0"):
        build_large(empty, 0)


def test_a_made_up_store_says_what_it_is(store):
    assert made_in(store) == whole(store) == (MANY, 3)
    with open_store("sqlite://") as other:
        assert made_in(other) is None


def test_progress_is_told_up_to_the_end():
    told = []
    with open_store("sqlite://") as store:
        build_large(store, 50, 1, progress=told.append)
    assert told == [50]


def test_the_command_prints_counts_and_opens_nothing(tmp_path, capsys):
    file = str(tmp_path / "made-up.db")
    assert main(["demo", "--follow-ups", "200", "--seed", "7", "--db", file]) == 0
    printed = capsys.readouterr().out
    assert "200 follow-ups" in printed
    assert f"matters overdue --as-of 2026-01-01 --db {file}" in printed
    assert main(["demo", "--follow-ups", "200", "--seed", "7", "--db", file]) == 0
    assert "there already" in capsys.readouterr().out
    assert main(["overdue", "--as-of", "2026-01-01", "--format", "json", "--db", file]) == 0
    assert capsys.readouterr().out.count('"report"') == 10


def test_it_can_be_made_on_postgresql_too(postgres_url):
    with open_store(postgres_url) as store:
        build_large(store, 300, 5)
        assert verify(store).findings == ()
        with looking(store, DAY) as look:
            assert len(lists.overdue(look)) == late_of(300)
            assert whole(store) == (300, 5)
