"""`matters overdue`: the quick way and the usual way say the same, and the quick way loads next to nothing."""

import csv
import io
import json
from datetime import date

import pytest

from states.days import On
from states.facts import Body, Facts, Proposal, Sitting
from states.words import BodyKind, MeetingStatus, Move
from workflow.cli.commands import overdue
from workflow.desk import open_desk
from workflow.engine import make_move

NAMES = [
    "report", "title", "clock", "body", "owner", "due", "agreed", "days_late", "recommendation", "exempt", "number",
    "note",
]  # fmt: skip
HEAVY = set("sqlalchemy sqlmodel pydantic msgspec rich textual argparse re typing json zoneinfo".split())


def test_the_rows_are_the_fixed_ones_in_order_of_the_day_that_counts(small, matters):
    called = matters("overdue", "--db", small, "--as-of", "2026-06-01", "--format", "json")
    assert called.code == 0
    assert called.err == ""
    rows = json.loads(called.out)
    assert [list(row) for row in rows] == [NAMES] * 5
    assert [row["report"] for row in rows] == ["R1", "R2", "R3", "R4", "R5"]
    assert rows[0] == {
        "report": "R1", "title": "Bus lanes", "clock": "executive_response", "body": rows[0]["body"],
        "owner": "Cabinet", "due": "2026-04-01", "agreed": None, "days_late": 61, "recommendation": 1, "exempt": False,
        "number": rows[0]["number"], "note": None,
    }  # fmt: skip
    assert [row["exempt"] for row in rows] == [False, False, False, True, False]


def test_a_date_that_stands_if_a_paper_counts_as_the_notice_says_so(small, matters):
    board, cabinet = Body("Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True), Body("Cabinet", BodyKind.EXECUTIVE)
    day = On.day(date(2026, 2, 2))
    desk = open_desk(str(small), "Ann Clerk")
    ref = make_move(desk, None, Move.DRAFT, Facts(title="Bus stops", scrutiny_body=board), on=day).ref
    make_move(desk, ref, Move.SCRUTINISE, Facts(meeting=Sitting(board, day, MeetingStatus.HELD)))
    asks = Facts(recommendations=(Proposal("A map", board, cabinet),), received_on=day.exact)
    make_move(desk, ref, Move.RECOMMEND, asks, on=day)
    desk.close()
    for words in (("overdue", "--as-of", "2026-06-01"), ("due", "--as-of", "2026-03-25")):
        heads, *told = matters(*words, "--db", small).out.splitlines()
        assert heads.endswith("Note")
        assert [row[:2] for row in told if row.endswith("  if this paper counts as the notice")] == ["R6"]


@pytest.mark.parametrize("form", ["table", "json", "csv"])
@pytest.mark.parametrize("against", ["agreed", "statute"])
@pytest.mark.parametrize("limit", [(), ("--limit", "2")])
@pytest.mark.parametrize("day", ["2026-06-01", "2026-04-03", "2026-03-01", "2031-01-01"])
def test_the_quick_way_and_the_usual_way_say_the_same(form, against, limit, day, small, matters, monkeypatch):
    words = ("overdue", "--db", small, "--format", form, "--against", against, "--as-of", day, *limit)
    quick = matters(*words)
    monkeypatch.delattr(overdue, "quick")
    assert matters(*words) == quick
    assert quick.code == 0


def test_without_a_day_both_ways_ask_what_day_it_is_in_london(small, matters, monkeypatch):
    quick = matters("overdue", "--db", small, "--format", "json")
    monkeypatch.delattr(overdue, "quick")
    assert matters("overdue", "--db", small, "--format", "json") == quick


@pytest.mark.parametrize(
    "words",
    [
        ("--known-at", "2026-05-02"), ("--as-of", "1 June 2026"), ("--limit", "x"), ("--against", "law"),
        ("--format", "x"),
        ("--as-of",), ("extra",), ("--as-of", "1900-01-01"), ("--help",), ("--limit", "0"), ("--as-of", "20260601"),
    ],
)  # fmt: skip
def test_what_the_quick_way_cannot_serve_it_leaves_to_the_parser(words, small):
    assert overdue.quick(list(words), {"--db": str(small)}) is None


def test_what_happened_after_the_day_takes_the_usual_way(small, matters):
    assert overdue.quick(["--as-of", "2026-02-03"], {"--db": str(small)}) is None
    called = matters("overdue", "--db", small, "--as-of", "2026-02-03")
    assert called.code == 0
    assert "Nothing is overdue on 2026-02-03." in called.err


@pytest.mark.parametrize("against", ["agreed", "statute"])
def test_a_server_says_the_same_as_a_file(against, small, small_on_a_server, matters):
    words = ("overdue", "--as-of", "2026-06-01", "--format", "json", "--against", against, "--db")
    assert matters(*words, small_on_a_server) == matters(*words, small)


def test_before_anything_was_entered_nothing_was_known(small, matters):
    assert matters("overdue", "--db", small, "--known-at", "2026-04-30T00:00:00Z", "--format", "json").out == "[]\n"


def test_hostile_titles_are_only_read(small, matters):
    for form in ("table", "json", "csv"):
        said = matters("overdue", "--db", small, "--as-of", "2026-06-01", "--format", form).out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)
    rows = list(csv.DictReader(io.StringIO(said)))
    assert rows[2]["title"].startswith("'=cmd")
    assert rows[4]["title"] == "Swimming\nbaths"


def test_the_table_shows_both_dates_the_days_late_and_who(small, matters):
    first = matters("overdue", "--db", small, "--as-of", "2026-06-01").out.splitlines()
    headings = ["Report", "No.", "Rec.", "Title", "Clock", "Who", "Due", "Days", "late"]
    assert first[0].split() in ([*headings, "Body", "Exempt"], [*headings, "Exempt"])
    assert "1 Apr 2026" in first[1]
    assert "61" in first[1]
    assert "Cabinet" in first[1]


def loaded(call, *words):
    """The top-level modules in memory once a command was run in a process of its own."""
    python = (
        "import sys, contextlib, io\n"
        "from workflow.cli.main import main\n"
        "with contextlib.redirect_stdout(io.StringIO()): code = main(sys.argv[1:])\n"
        "print(code, *{name.partition('.')[0] for name in sys.modules})"
    )
    bare = call(python="import sys, contextlib, io\nprint(0, *{n.partition('.')[0] for n in sys.modules})")
    called = call(*words, python=python)
    assert called.code == 0, called.err
    assert called.out.split()[0] == "0"
    return set(called.out.split()[1:]) - set(bare.out.split()[1:])


def test_the_quick_way_loads_no_mapper_no_parser_and_no_screen(small, matters_outside):
    assert loaded(matters_outside, "overdue", "--db", small, "--as-of", "2026-06-01", "--limit", "2") & HEAVY == set()


def test_with_a_settings_file_it_loads_only_the_reader_of_toml_besides(small, matters_outside, tmp_path):
    settings = tmp_path / "settings.toml"
    settings.write_text(f'[database]\nurl = "sqlite:///{small}"\n[call_in]\ndays = 5\n')
    found = loaded(matters_outside, "overdue", "--config", settings, "--as-of", "2026-06-01")
    assert "tomllib" in found
    assert found & (HEAVY - {"re", "typing"}) == set()


@pytest.mark.parametrize("words", [("--help",), ("--version",)])
def test_help_and_version_load_nothing_but_themselves(words, matters_outside):
    assert loaded(matters_outside, *words) <= {"workflow", "__future__"}


def test_the_packages_on_the_quick_way_import_nothing(trees_of):
    for package in ("workflow", "workflow/cli", "workflow/cli/commands", "db", "states"):
        assert trees_of(f"{package}/__init__.py") == []


@pytest.fixture
def trees_of(root):
    """The imports of a file."""
    import ast

    def imports(name):
        tree = ast.parse((root / name).read_text("utf-8"))
        return [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]

    return imports
