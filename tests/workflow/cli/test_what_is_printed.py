"""Printing: tables that fit, JSON that is only JSON, CSV no spreadsheet obeys, text no terminal obeys."""

import csv
import io
import json
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.cli import out, tables

HOSTILE = [
    "\x1b]0;owned\x07title",
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2Jcleared",
    "\x9d0;owned\x9c",
    "\x90q\x1b\\",
    "\u202egnp.exe",
    "\u2066\u2069\u200f\u061c",
    "a\x00b\x08c\x7f",
    "\ud800half",
    "\x1b",
    "\x1b[",
    "\x1b(B",
    "\U000e0041tag",
]


def obeyed(text: str) -> list[str]:
    """The characters in a text that a terminal might act on."""
    turns = set("\u061c\u200b\u200e\u200f\ufeff") | {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2060, 0x206A))}
    return [
        c for c in text if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or c in turns or "\ud800" <= c <= "\udfff"
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_becomes_text(text):
    assert obeyed(out.safe(f"before {text} after")) == []
    assert out.safe(f"before {text} after").startswith("before ")


@given(st.text())
def test_whatever_the_text_it_is_only_read(text):
    assert obeyed(out.safe(text)) == []
    assert "\n" not in out.safe(text)
    assert out.safe(out.safe(text)) == out.safe(text)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))))
def test_ordinary_text_is_left_alone(text):
    assert out.safe(text) == text


def test_the_words_around_a_sequence_stay():
    assert out.safe("\x1b[1;31mR1\x1b[0m is \x1b]0;title\x07late") == "R1 is late"
    assert out.safe("one\r\ntwo\tthree") == "one two three"
    assert out.safe("one\r\ntwo\rthree", lines=True) == "one\ntwo\nthree"


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.one_of(st.text(), st.integers(), st.none(), st.booleans()))))
def test_json_says_everything_and_drives_nothing(rows):
    said = out.json_text(rows)
    assert json.loads(said) == rows
    assert obeyed(said) == []


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_cell_that_begins_like_a_formula_is_text_in_csv(start, capsys):
    out.rows([{"title": f"{start}|x", "late": -3}], {}, "csv")
    heading, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert heading == ["title", "late"]
    assert row[0].startswith("'")
    assert row[1] == "-3"


def test_csv_keeps_line_ends_and_quotes_what_needs_it(capsys):
    out.rows([{"quote": 'He said, "no"\nand left', "exempt": True, "due": date(2026, 5, 1), "none": None}], {}, "csv")
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows[1] == ['He said, "no"\nand left', "yes", "2026-05-01", ""]


def test_csv_without_rows_still_has_its_headings(capsys):
    out.rows([], {"report": "Report", "title": "Title"}, "csv")
    assert capsys.readouterr().out == "report,title\n"


def test_a_table_without_rows_says_so_beside_the_answer(capsys):
    out.rows([], {"report": "Report"}, "table", empty="Nothing is late.")
    assert capsys.readouterr() == ("", "Nothing is late.\n")
    out.rows([], {"report": "Report"}, "json", empty="Nothing is late.")
    assert capsys.readouterr() == ("[]\n", "")


def test_a_table_shows_days_as_people_write_them_and_leaves_empty_columns_out():
    rows = [{"report": "R1", "due": "2017-05-06", "late": 3, "none": None, "exempt": False}]
    columns = {"report": "Report", "due": "Due", "late": "Late", "none": "None", "exempt": "Exempt"}
    assert tables.table(rows, columns, 80) == ("Report  Due         Late  Exempt\nR1      6 May 2017     3  no")


def test_a_table_fits_the_terminal_and_measures_wide_letters():
    rows = [{"report": "R1", "title": "図書館" * 30, "who": "Zoë̈ " * 20}, {"report": "R2", "title": "x", "who": "y"}]
    made = tables.table(rows, {"report": "Report", "title": "Title", "who": "Who"}, 60)
    assert all(tables.measure(line) <= 60 for line in made.splitlines())
    assert "…" in made
    assert tables.measure("図") == 2
    assert tables.measure("e\u0301") == 1
    assert tables.cut("図書館", 5) == "図書…"


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5), st.integers(40, 200))
def test_no_table_is_wider_than_there_is_room(texts, width):
    made = tables.table([{"a": text, "b": text[::-1]} for text in texts], {"a": "A", "b": "B"}, width)
    assert max(tables.measure(line) for line in made.splitlines()) <= width
    assert made.count("\n") == len(texts)


def test_frozen_records_are_printed_by_the_names_of_the_json():
    class Row(msgspec.Struct, frozen=True, rename={"from_": "from"}):
        from_: str
        at: datetime
        due: date | None = None

    row = Row("Board", datetime(2026, 5, 1, 9, tzinfo=UTC), date(2026, 5, 2))
    assert out.plain([row]) == [{"from": "Board", "at": "2026-05-01T09:00:00Z", "due": "2026-05-02"}]


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_only_where_it_is_welcome(environment, coloured, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert out.coloured(Screen()) is coloured
    assert out.coloured(io.StringIO()) is False


def test_nothing_is_coloured_in_a_file(small, matters):
    assert "\x1b" not in matters("--db", small).out


def test_what_cannot_be_shown_in_an_old_encoding_is_no_error(matters_outside, small, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    called = matters_outside("overdue", "--db", small, "--as-of", "2026-06-01")
    assert called.code == 0
    assert "Bus lanes" in called.out
