"""Spreadsheets are read as people see them: days as days, sheets that are shown, formulas only as what they gave."""

import csv
import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers_made import sheet_of, workbook

from states.errors import BadInput
from workflow.importers import media
from workflow.importers.media.rows import MOST_COLUMNS
from workflow.importers.text import clean

CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf"]), max_size=12)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=8)


def rows_of(data: bytes, name: str = "tracker.xlsx") -> list[tuple[str, ...]]:
    return list(media.opened(media.medium_of(data, name), data, name).rows)


def test_days_shares_and_numbers_are_shown_as_people_see_them():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([date(2025, 3, 4), datetime(2025, 3, 4, 10, 30), 0.75, 12.0, 0.1, True, "Amber"])
    sheet["C1"].number_format = "0%"
    sheet["D1"].number_format = '"day" 0'
    assert rows_of(saved(book)) == [("2025-03-04", "2025-03-04 10:30", "75%", "12", "0.1", "Yes", "Amber")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dates(date(1900, 3, 1), date(9999, 12, 30)), min_size=1, max_size=8), st.booleans())
def test_every_day_comes_out_as_it_went_in_whichever_year_the_book_counts_from(days, late):
    book = openpyxl.Workbook()
    if late:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        days = [day for day in days if day.year > 1904]
    book.active.append(days)
    assert rows_of(saved(book)) == ([tuple(day.isoformat() for day in days)] if days else [])


@settings(max_examples=40, deadline=None)
@given(TABLE)
def test_any_table_comes_out_of_excel_as_it_went_in(table):
    book = openpyxl.Workbook()
    for row in table:
        book.active.append([f"x{cell}" for cell in row])
    assert rows_of(saved(book)) == expected(table)


@settings(max_examples=60, deadline=None)
@given(TABLE, st.sampled_from(",;\t|"))
def test_any_table_comes_out_of_csv_as_it_went_in(table, sign):
    table = [row for row in table if len(row) == len(table[0])]
    text = io.StringIO()
    csv.writer(text, delimiter=sign, quoting=csv.QUOTE_ALL).writerows([[f"x{cell}" for cell in row] for row in table])
    assert rows_of(text.getvalue().encode(), "tracker.csv") == expected(table)


def expected(table: list[list[str]]) -> list[tuple[str, ...]]:
    return [tuple(clean(f"x{cell}").text.strip() for cell in row) for row in table]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"Ref;Due\n1,2;4 March 2025\n", [("Ref", "Due"), ("1,2", "4 March 2025")]),
        (b"sep=;\r\nRef;Due\r\n1;2\r\n", [("Ref", "Due"), ("1", "2")]),
        (b'Ref\tAction\n1\t"two\nlines, and ""quoted"""\n', [("Ref", "Action"), ("1", 'two\nlines, and "quoted"')]),
        ("Réf,£\n1,“a”\n".encode("cp1252"), [("Réf", "£"), ("1", "“a”")]),
        ("Ref,Due\n1,2\n".encode("utf-16"), [("Ref", "Due"), ("1", "2")]),
        ("\ufeffRef,Due\n,\n1,2,,\n".encode(), [("Ref", "Due"), ("1", "2")]),
        (b'Ref,Due\n=cmd|" /C calc"!A1,@SUM(1)\n', [("Ref", "Due"), ('=cmd|" /C calc"!A1', "@SUM(1)")]),
    ],
)
def test_tables_of_any_sign_and_any_letters_are_read(data, rows):
    assert rows_of(data, "tracker.csv") == rows


def test_a_sheet_with_a_name_begins_with_it_and_a_hidden_one_is_left_out():
    book = openpyxl.Workbook()
    book.active.append(["one"])
    book.create_sheet("Adult Scrutiny Board").append(["two"])
    hidden = book.create_sheet("Lists")
    hidden.append(["three"])
    hidden.sheet_state = "hidden"
    assert rows_of(saved(book)) == [("one",), ("Adult Scrutiny Board",), ("two",)]


def test_a_cell_that_reaches_over_several_rows_stands_in_each():
    book = openpyxl.Workbook()
    for row in (["R1", "a"], ["", "b"], ["", "c"], ["R2", "d"]):
        book.active.append(row)
    book.active.merge_cells("A1:A3")
    assert rows_of(saved(book)) == [("R1", "a"), ("R1", "b"), ("R1", "c"), ("R2", "d")]


def test_a_formula_is_what_it_last_gave_and_an_error_is_nothing():
    cells = (
        '<c t="str"><f>A1&amp;"x"</f><v>gave this</v></c><c><f>NOW()</f></c><c t="e"><v>#REF!</v></c>'
        '<c t="s"><v>0</v></c><c t="s"><v>7</v></c><c t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r></is></c>'
    )
    strings = '<si><r><t>sha</t></r><r><t>red</t></r><rPh sb="0" eb="1"><t>sound</t></rPh></si>'
    made = workbook({"Sheet1": f"<sheetData><row>{cells}</row></sheetData>"}, strings=strings)
    assert rows_of(made) == [("gave this", "", "", "shared", "", "rich")]


def test_columns_far_to_the_right_and_rows_far_down_cost_nothing():
    far = (
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>a</v></c>'
        '<c r="XFD1" t="str"><v>far</v></c></row><row r="1048576"><c r="A1048576" t="str"><v>b</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:A1048576"/></mergeCells>'
    )
    assert rows_of(workbook({"Sheet1": far})) == [("a",), ("b",)]
    assert MOST_COLUMNS < 16_384


def test_a_sheet_of_more_rows_than_a_tracker_has_is_refused():
    made = workbook({"Sheet1": sheet_of([["x"]] * 50_001)})
    with pytest.raises(BadInput, match=r"more than 50,000 rows"):
        rows_of(made)


def saved(book) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
