"""Lines to fill in: what is empty cannot be taken for filled in; Tab completes; a list has a line for each."""

import re
from datetime import date
from pathlib import Path

import pytest
from at_a_screen import until
from textual.app import App, ComposeResult
from textual.events import Key

from tui.dates import with_year
from tui.widgets.choice import Choice
from tui.widgets.one_line import OneLine, hollow
from tui.widgets.several import Several

KNOWN = ("Cabinet", "Council", "County Council")


class Page(App[None]):
    """Two lines, a list and a choice."""

    def compose(self) -> ComposeResult:
        yield OneLine(known=KNOWN, id="body")
        yield OneLine(example="7 March 2017", id="next")
        yield Several(("one", "two"))
        yield Choice((("", "not known"), ("yes", "yes"), ("no", "no")))


def drawn(app: App[None], widget) -> str:
    """What a widget shows on its first line."""
    return "".join(segment.text for segment in widget.render_line(0)).rstrip()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ({"example": "34/16"}, "e.g. 34/16"),
        ({"empty": "today"}, "if left empty: today"),
        ({"hint": "one on each line"}, "(one on each line)"),
        ({}, ""),
    ],
)
def test_what_stands_in_an_empty_line_begins_as_no_value_does(words, shown):
    assert hollow(**words) == shown


def test_no_form_writes_into_an_empty_line_in_any_other_way(root):
    says = re.compile(r"placeholder=(?!hollow|shown)")
    found = [
        path.name
        for path in Path(root, "tui").rglob("*.py")
        if path.name not in {"picker.py", "find.py", "import_form.py"} and says.search(path.read_text("utf-8"))
    ]
    assert found == []


async def test_tab_takes_what_is_offered_and_goes_on_del_keeps_what_was_typed():
    app = Page()
    async with app.run_test() as pilot:
        body = app.query_one("#body", OneLine)
        await pilot.press(*"cab")
        await until(lambda: drawn(app, body).endswith("cabinet ⇥ Tab"))
        await pilot.press("tab")
        assert body.value == "Cabinet"
        assert app.focused is app.query_one("#next")
        body.focus()
        await pilot.press(*"coun")
        await until(lambda: body.offered == "Council")
        await pilot.press("delete", "tab")
        assert body.value == "coun"
        assert body.strange
        body.focus()
        await pilot.press(*"COUNCIL")
        await pilot.pause()
        assert not body.strange
        assert not body.offered


async def test_a_list_grows_by_a_line_and_a_line_that_is_emptied_goes():
    app = Page()
    async with app.run_test() as pilot:
        several = app.query_one(Several)
        lines = list(several.query(OneLine))
        assert several.value == ("one", "two")
        lines[-1].focus()
        await pilot.press(*"three")
        await pilot.pause()
        assert len(several.query(OneLine)) == 4
        lines[0].value = " "
        assert several.value == ("two", "three")


async def test_a_word_is_chosen_by_its_letter_or_by_a_click_and_the_sign_shows_which():
    app = Page()
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        assert drawn(app, choice) == "● not known  ○ yes  ○ no"
        choice.focus()
        await pilot.press("n")
        assert choice.value == "no"
        await pilot.click(Choice, offset=(15, 0))
        assert choice.value == "yes"
        assert drawn(app, choice) == "○ not known  ● yes  ○ no"


@pytest.mark.parametrize(
    ("typed", "between", "chosen"),
    [
        ("no", 0.2, "no"),
        ("not", 0.2, "not known"),
        ("not k", 0.2, "not known"),
        ("nn", 0.2, "not known"),
        ("nnn", 0.2, "no"),
        ("nope", 0.2, "yes"),
        ("3 March 2017", 0.2, "yes"),
        ("No, it was not", 0.9, "yes"),
        ("3 ", 1.1, "no"),
        ("n ", 1.1, "not known"),
        ("ny", 1.1, "yes"),
    ],
)
async def test_keys_typed_within_a_second_are_one_word_and_one_that_begins_none_changes_nothing(typed, between, chosen):
    app = Page()
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        choice.at = 1
        choice.focus()
        for place, letter in enumerate(typed):
            key = Key("space" if letter == " " else letter, letter)
            key.time = 1000 + place * between
            app.post_message(key)
        await pilot.pause()
        assert dict(choice.words)[choice.value] == chosen


@pytest.mark.parametrize(
    ("text", "past", "meant"),
    [
        ("16 nov", False, "16 nov 2026"),
        ("3 January", False, "3 January 2027"),
        ("3 January", True, "3 January 2026"),
        ("Mon 16th of November", True, "Mon 16th of November 2026"),
        ("7 March 2017", True, "7 March 2017"),
        ("next thu", False, "next thu"),
        ("16 books", False, "16 books"),
        ("29 feb", False, "29 feb"),
        ("9 mar 17", True, "9 mar 2017"),
        ("9/3/17", True, "9/3/2017"),
        ("Thu 9.3.17", False, "Thu 9.3.17"),
        ("34/16", False, "34/16"),
        ("", False, ""),
    ],
)
def test_a_day_without_its_year_is_the_nearest_and_a_short_year_is_of_this_century(text, past, meant):
    assert with_year(text, date(2026, 11, 22), past=past) == meant


async def test_a_text_that_is_gone_back_to_is_gone_on_with_and_shows_its_beginning_meanwhile():
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        line = app.query_one(Several).query(OneLine).first()
        line.value = "a text that is longer than there is room for on its line"
        line.focus()
        await pilot.press("x")
        assert line.value.endswith("linex")
        app.query_one("#next").focus()
        await until(lambda: drawn(app, line).startswith("a text that"))
