"""The manners people know: tabs, help, the palette, themes, the mouse, and no colour as the only sign."""

import pytest
from at_a_screen import until
from textual.widgets import Input

from tui import keys, remembered, themes
from tui.app import MattersApp


@pytest.mark.parametrize("number", range(1, 7))
async def test_each_tab_has_its_number(opened, number):
    async with opened() as at:
        await at.press(str(number))
        await at.pilot.pause(0.2)
        assert at.app.current_mode == keys.TABS[number - 1]
        assert at.app.screen.query_one(".masthead").place == keys.TABS[number - 1]


async def test_a_tab_can_be_clicked(opened):
    async with opened() as at:
        at_board = at.text.splitlines()[1].index("2 Board")
        await at.pilot.click(offset=(at_board + 2, 1))
        await at.sees("Drafted · 4")


async def test_a_key_at_the_foot_can_be_clicked(opened):
    async with opened() as at:
        await at.sees("? help")
        await at.pilot.click(offset=(at.text.splitlines()[-1].index("? help") + 2, 23))
        await at.sees("Keys · Today")


@pytest.mark.parametrize("tab", keys.TABS)
async def test_help_shows_the_keys_of_the_place_and_of_everywhere(opened, tab):
    async with opened(size=(200, 100)) as at:
        at.app.action_go(tab)
        await at.pilot.pause(0.3)
        at.app.screen.set_focus(at.app.screen.focused)
        await at.press("f1")
        await at.sees(f"Keys · {keys.PLACES[tab]}", "EVERYWHERE", "leave Matters Arising", "LETTERS BESIDE COLOURS")
        shown = at.text
        assert all(command.says in shown for command in keys.of(tab))
        await at.press("escape")
        await at.no_longer_sees("LETTERS BESIDE COLOURS")


async def test_the_palette_finds_a_command_by_any_part_of_its_name(opened):
    async with opened(size=(100, 50)) as at:
        await at.press("colon")
        await at.sees("Board: every report by its state", "Leave Matters Arising")
        at.app.screen.query_one(Input).value = "every report"
        await at.sees("Board: every report by its state")
        await at.pilot.pause(0.3)
        await at.press("enter")
        await at.sees("Drafted · 4")


async def test_t_goes_through_the_themes_and_the_screen_follows(opened):
    async with opened() as at:
        seen = []
        for _ in themes.THEMES:
            seen.append((at.app.theme, at.app.screen.query_one("#desk").render_line(1)._segments[0].style.bgcolor.name))
            await at.press("t")
            await at.pilot.pause(0.1)
        assert len({colour for _, colour in seen}) == len(themes.THEMES)
        assert at.app.theme == seen[0][0]


def test_every_theme_says_the_same_names_of_colours():
    assert all(set(theme.variables) == set(themes.VARIABLES) for theme in themes.THEMES)
    assert themes.after("unheard of") == themes.THEMES[0].name


def brightness(colour):
    """The relative luminance of a colour, as the Web Content Accessibility Guidelines compute it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """The contrast ratio of two colours, from 1 to 21."""
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_words_can_be_read_on_their_ground_and_under_the_cursor(theme):
    for name in ("late", "due", "window", "undated", "faint"):
        for ground in (theme.background, theme.variables["cursor"]):
            assert contrast(theme.variables[name], ground) >= 4.5, (name, ground)
    assert contrast(theme.foreground, theme.background) >= 7
    assert contrast(theme.variables["past"], theme.variables["past-text"]) >= 7


async def test_without_colours_letters_say_the_same_and_the_cursor_is_reversed(opened, monkeypatch):
    async with opened():
        pass
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as at:
        await at.sees("L  Connecting", "D  Budget", "W  Household")
        cursor = at.app.screen.query_one("#desk").render_line(1)
        assert any(segment.style.reverse for segment in cursor if segment.style)
        strips = at.app.screen._compositor.render_strips()
        filters = at.app.get_line_filters()
        for strip in strips:
            for one in filters:
                strip = strip.apply_filter(one, at.app.screen.background_colors[1])
            assert all(s.style is None or s.style.color is None or s.style.color.is_default for s in strip)


async def test_q_leaves(opened):
    async with opened() as at:
        await at.press("q")
        assert at.app.return_code == 0


async def test_escape_comes_back_as_far_as_there_is_a_way_back(opened):
    async with opened() as at:
        await at.sees("LATE · 9")
        await at.press("escape")
        await at.sees("LATE · 9")
        await at.press("enter")
        await at.sees("esc back")
        await at.press("1")
        await at.sees("LATE · 9")
        assert "esc back" not in at.text


async def test_a_form_has_the_keys_of_every_place_and_is_left_with_its_words_only_when_asked_twice(opened):
    async with opened() as at:
        await at.press("n")
        await at.until(lambda: at.app.screen.query("#title"))
        await at.press("f1")
        await at.sees("Keys · A new report")
        await at.press("f1", "escape")
        await at.until(lambda: at.app.screen.query("#title"))
        await at.write("Buses")
        await at.press("ctrl+q")
        await at.sees("What you filled in has not been entered.", "ctrl+q again")
        await at.press("ctrl+q")
        await at.until(lambda: not at.app.is_running)


async def test_the_palette_is_left_with_all_the_rest(opened):
    async with opened() as at:
        await at.press("ctrl+p")
        await at.until(lambda: at.app.screen.is_modal)
        await at.press("ctrl+q")
        await at.until(lambda: not at.app.is_running)


async def test_the_theme_somebody_chose_is_there_the_next_time_and_the_environment_goes_before_it(
    database, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("MATTERS_THEME", raising=False)
    app = MattersApp(str(database), "rose", remembers=True)
    assert app.theme == themes.NAMES[0]
    async with app.run_test() as pilot:
        await pilot.press("t")
        await until(lambda: app.theme == themes.NAMES[1])
    assert MattersApp(str(database), "rose", remembers=True).theme == themes.NAMES[1]
    assert MattersApp(str(database), "rose").theme == themes.NAMES[0]
    monkeypatch.setenv("MATTERS_THEME", themes.NAMES[2])
    assert MattersApp(str(database), "rose", remembers=True).theme == themes.NAMES[2]
    monkeypatch.delenv("MATTERS_THEME")
    remembered.place().write_bytes(b"\xff\xfe no theme")
    assert MattersApp(str(database), "rose", remembers=True).theme == themes.NAMES[0]


async def test_ctrl_c_copies_the_line_and_where_nothing_is_marked_says_what_leaves(opened):
    async with opened() as at:
        await at.press("ctrl+c")
        await at.sees("Copied: L · Connecting Communities", "ctrl+q leaves Matters Arising.")
        line = at.app.clipboard
        assert line.startswith("L · Connecting Communities Phase 2 · response to recs 1–4")
        assert line.endswith("6 May 2017"), "whole, though the screen has no room for the day"
        await at.press("slash", "ctrl+c")
        await at.sees("Nothing is marked to copy. To leave: ctrl+q leaves Matters Arising.")
        await at.press("escape", "n")
        await at.sees("Scrutiny body")
        await until(lambda: getattr(at.app.screen, "bodies", ()))
        await at.press("ctrl+c")
        await at.sees("To leave: esc leaves the", "form, ctrl+q Matters Arising.")
        await at.write("Buses")
        await at.press("shift+home", "ctrl+c")
        await at.sees("Copied. ctrl+q leaves")
        assert at.app.clipboard == "Buses"
