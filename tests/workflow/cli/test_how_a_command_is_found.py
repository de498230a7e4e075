"""`matters` itself: finding the command, the options that stand anywhere, exit codes, wrong use said in a sentence."""

import importlib
import pkgutil
import shlex
import tomllib

import pytest

from workflow.cli import commands
from workflow.cli.table import COMMANDS, GROUPS, HIDDEN, VERSION

MODULES = {name for _, name, _ in pkgutil.iter_modules(commands.__path__)}


def test_the_version_is_the_packages_own(root, matters):
    told = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert told == VERSION
    assert matters("--version").out == f"matters {VERSION}\n"


def test_the_overview_lists_every_command_in_its_group(matters):
    called = matters("--help")
    assert called.code == 0
    for name, (group, _, says) in COMMANDS.items():
        assert group in GROUPS
        assert f"  {name} " in called.out
        assert says in called.out


def test_every_module_is_in_the_table():
    assert MODULES - {module for _, module, _ in COMMANDS.values()} == set(HIDDEN.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_in_the_table_has_its_module_which_says_the_same(name):
    module = importlib.import_module(f"workflow.cli.commands.{COMMANDS[name][1]}")
    assert COMMANDS[name][2] == module.SAYS
    assert callable(module.arguments)
    assert callable(module.run)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_with_examples_of_it(name, matters):
    called = matters(name, "--help")
    assert called.code == 0
    examples = called.out.partition("examples:\n")[2].splitlines()
    assert examples
    assert all(f"matters {name}" in example for example in examples)
    assert matters("help", name).out == called.out


@pytest.mark.parametrize("name", [name for name in COMMANDS if COMMANDS[name][1] in MODULES])
def test_the_examples_are_written_as_the_parser_reads_them(name):
    from workflow.cli.main import _placed, _split, _take
    from workflow.cli.parsing import parser_of
    from workflow.cli.table import COMMON

    module = importlib.import_module(f"workflow.cli.commands.{COMMANDS[name][1]}")
    for example in module.EXAMPLES:
        typed = example.removeprefix('eval "$(').removesuffix(')"') if example.startswith("eval") else example
        words = shlex.split(typed.partition(" > ")[0].partition(" | ")[0])
        before, called, after = _split(_take(words[words.index("matters") + 1 :], COMMON)[1])
        if called == name:
            parser_of(name, module).parse_args(_placed(before, after))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["overdu"], "There is no command “overdu”. Did you mean “overdue”?"),
        (["blah"], "There is no command “blah”. Type matters --help for the list."),
        (["--bd", "x", "overdue"], "There is no option --bd before a command's name. Did you mean “--db”?"),
        (["clock", "--db"], "--db wants a value: --db DATABASE."),
        (["clock", "--db", "--format", "json"], "--db wants a value: --db DATABASE."),
        (["clock", "--who="], "--who wants a value: --who NAME."),
        (["clock", "--formt", "json"], "There is no option --formt here. Did you mean “--format”?"),
        (["clock", "--format", "jsn"], "--format: “jsn” is none of table, json, csv. Did you mean “json”?"),
        (["clock", "a", "b"], "“b” is one word too many."),
        (["clock", "update_due", "--figure", "six"], "--figure: invalid int value: 'six'."),
        (["clock", "update_due", "--from"], "--from wants a value."),
        (["clock", "update_due"], "Say from which day to count: matters clock update_due --from DAY, or --before DAY."),
        (["clock", "x", "--from", "2017-01-01", "--before", "2017-01-02"], "--before cannot stand beside --from."),
        (["clock", "--as-of", "31/2/2017"], "--as-of: “31/2/2017”: there is no such day."),
        (["clock", "--limit", "0"], "--limit: “0” is no whole number from 1 up."),
        (["db"], "WHAT is missing."),
        (["db", "verfy"], "“verfy” is none of path, upgrade, backup, restore, check, verify, replay."),
        (["help", "advnce"], "There is no help on “advnce”. Did you mean “advance”?"),
    ],
)
def test_wrong_use_is_said_in_a_sentence_with_exit_code_2(words, says, matters):
    called = matters(*words)
    assert called.code == 2
    assert called.out == ""
    assert says in called.err
    assert called.err.count("\n") == 1
    assert "usage:" not in called.err


@pytest.mark.parametrize(
    "words",
    [
        ["--db", "{db}", "--format", "csv", "--as-of", "2026-06-01", "overdue"],
        ["overdue", "--format", "csv", "--as-of", "2026-06-01", "--db", "{db}"],
        ["--format=csv", "overdue", "--db={db}", "--as-of=2026-06-01"],
        ["--who", "Bea", "--db", "{db}", "overdue", "--as-of", "1 June 2026", "--format", "csv"],
    ],
)
def test_options_may_stand_before_or_after_the_name(words, small, matters):
    plain = matters("overdue", "--db", small, "--as-of", "2026-06-01", "--format", "csv")
    assert plain.out.count("\n") > 3
    assert matters(*(word.replace("{db}", str(small)) for word in words)) == plain


def test_options_before_the_name_reach_a_sub_command(small, matters):
    assert matters("--format", "json", "--db", small, "db", "check").out == "[]\n"


def test_our_own_errors_are_their_sentence_and_exit_code_1(matters, tmp_path):
    called = matters("overdue", "--db", tmp_path / "none.db")
    assert called.code == 1
    assert called.out == ""
    assert called.err.startswith(f"There is no database at {tmp_path / 'none.db'} (--db).")
    assert all(command in called.err for command in ("matters demo", "matters new", "matters import"))
    assert not (tmp_path / "none.db").exists()


def test_without_a_command_the_board_is_shown(small, matters):
    called = matters("--db", small)
    assert called.code == 0
    assert "Recommended (5)" in called.out
    assert matters("--format", "json", "--db", small).out.startswith("[")


def test_somebody_without_a_login_name_is_asked_for_one(matters, monkeypatch, tmp_path):
    from argparse import Namespace

    from states.errors import BadInput
    from workflow.cli.place import who_of

    monkeypatch.delenv("MATTERS_WHO")
    monkeypatch.setattr("getpass.getuser", lambda: (_ for _ in ()).throw(KeyError("uid")))
    with pytest.raises(BadInput, match="Say who is at the desk"):
        who_of(Namespace(who=None))
    with pytest.raises(BadInput, match="one line of plain text"):
        who_of(Namespace(who="Ann\x1b[31m"))
    assert who_of(Namespace(who=" Ann ")) == "Ann"
