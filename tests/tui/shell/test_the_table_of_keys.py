"""The one table of keys: nothing twice, nothing without an action, and the page made from it is fresh."""

import importlib
import inspect
import pkgutil

import pytest

import tui
from tui import keys
from tui.app import MattersApp
from tui.keys_page import page

BOUND_ELSEWHERE = {"quit", "command_palette", "help_quit"}
"""Actions of Textual's own App."""


def classes_of(place):
    """The classes of ours that bind the commands of a place."""
    wanted = {command.name for command in keys.of(place)}
    found = set()
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            ids = {getattr(binding, "id", None) for binding in vars(one).get("BINDINGS", ())}
            if one.__module__.startswith("tui.") and wanted & ids:
                found.add(one)
    return found


def test_every_command_has_a_name_of_its_own_a_place_and_words():
    names = [command.name for command in keys.TABLE]
    assert len(names) == len(set(names))
    assert {command.where for command in keys.TABLE} <= set(keys.PLACES)
    assert all(command.says and command.keys for command in keys.TABLE)


@pytest.mark.parametrize("place", keys.PLACES)
def test_no_key_does_two_things_in_one_place(place):
    pressed = [key for command in keys.of(place) for key in command.keys.split(",")]
    assert sorted(pressed) == sorted(set(pressed))


@pytest.mark.parametrize("place", [place for place in keys.PLACES if keys.of(place) and place != "everywhere"])
def test_every_command_of_a_place_is_bound_and_its_action_is_there(place):
    classes = classes_of(place)
    assert classes, f"nobody binds the keys of {place}"
    for command in keys.of(place):
        action = command.action.partition("(")[0]
        assert all(hasattr(one, f"action_{action}") for one in classes), (command.name, classes)


def test_every_command_given_everywhere_is_an_action_of_the_app():
    for command in keys.of("everywhere"):
        action = command.action.partition("(")[0]
        assert hasattr(MattersApp, f"action_{action}") or action in BOUND_ELSEWHERE, command.name


def test_the_page_of_keys_agrees_with_the_table(root):
    assert (root / "docs" / "keys.md").read_text("utf-8") == page()


def test_a_stale_page_is_named_and_written_again(tmp_path, capsys):
    stale = tmp_path / "keys.md"
    assert keys.main(["--check", str(stale)]) == 1
    assert "does not agree with the code" in capsys.readouterr().err
    assert keys.main([str(stale)]) == 0
    assert keys.main(["--check", str(stale)]) == 0
    assert keys.main([]) == 2


@pytest.mark.parametrize(
    ("key", "printed"),
    [("enter", "↵"), ("ctrl+s", "ctrl+s"), ("question_mark", "?"), ("f1", "F1"), ("G", "G"), ("f", "f"), ("at", "@")],
)
def test_a_key_is_shown_as_it_is_printed_on_a_keyboard(key, printed):
    assert keys.shown(key) == printed
