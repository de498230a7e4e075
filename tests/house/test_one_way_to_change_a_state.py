"""A report's state changes in one place: `enter` in workflow/engine.py journals an act and saves what it adds up to.

The exceptions are named: replaying a journal, reading it anew, taking words out, and loading made-up databases.
"""

import ast
import re
from collections.abc import Iterator

import pytest

ENGINE = "workflow/engine.py enter"
SAVES = {
    ENGINE,
    "db/replay.py replay",  # makes an empty store from a journal
    "db/refolding.py refold",  # the same journal as a newer version reads it, after an upgrade
    "workflow/redaction.py _fold_again",  # the same acts without the words taken out
}
JOURNALS = {ENGINE, "db/tx.py put", "db/tx.py redact"}
"""`put` and `redact` write entries about records, and about words taken out: no report's act."""

LOADS = {"workflow/synthetic/__init__.py build_large"}
WRITES_REPORT_ROWS = {
    "db/tx.py save_case",
    "db/past.py _fold",  # temporary tables of its own, gone with the connection
    "db/bulk.py case",  # made-up reports, with their entries
    "db/patterns.py __init__",
}
OF_A_REPORT = (
    "report recommendation consultation agenda_item decision call_in follow_up gap irregularity link source reached"
).split()
BY_HAND = re.compile(rf"(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(journal|{'|'.join(OF_A_REPORT)})\b", re.IGNORECASE)
RAW = {"db/refolding.py refold"}
KEPT_AS_SQL = ("db/migrations/", "db/triggers.py", "db/schema.py")


def test_a_case_is_saved_by_the_engine_alone(trees):
    assert calls(trees, "save_case") == SAVES


def test_an_act_on_a_report_is_journalled_by_the_engine_alone(trees):
    found = {where for where, call in called(trees, "append") if {"record", "act"} & {k.arg for k in call.keywords}}
    assert found == JOURNALS
    assert calls(trees, "append_text") == {"db/tx.py append"}


def test_every_verb_goes_through_the_one_door(trees):
    engine = {name: tree for name, tree in trees.items() if name == "workflow/engine.py"}
    assert calls(engine, "enter", bare=True) == {"workflow/engine.py move_in", "workflow/engine.py act_on"}
    taken = {
        where
        for where, node in within(trees)
        if isinstance(node, ast.ImportFrom) and node.module == "workflow.engine" and "enter" in names(node)
    }
    assert taken == set(), "enter is shared by moves and acts, and by nobody else"


def test_only_made_up_databases_are_loaded_in_bulk(trees):
    assert calls(trees, "loading", bare=True) == LOADS


def test_rows_of_a_report_are_written_by_the_store_alone(trees):
    writing = {"insert", "update", "delete", "report_row"}
    found = {
        where
        for name in writing
        for where, call in called(trees, name, bare=None)
        if name == "report_row" or any(isinstance(arg, ast.Name) and arg.id == "REPORT" for arg in call.args)
    }
    assert found - {"db/verify.py _reports"} == WRITES_REPORT_ROWS


def test_nobody_writes_sql_of_their_own_against_a_report_or_the_journal(trees):
    found = {
        where
        for where, node in within(trees)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and BY_HAND.search(node.value)
    }
    assert {where for where in found if not where.startswith(KEPT_AS_SQL)} == RAW


@pytest.mark.parametrize(
    "words",
    [
        "def sly(tx):\n    tx.save_case(1, None, case, entry=1, at='', version=0)",
        "class Sly:\n    def do(self):\n        self.tx.save_case()",
        "def outer():\n    def sly():\n        tx.save_case()",
    ],
)
def test_the_check_sees_each_way_of_saving(words):
    assert {where.split()[1] for where in calls({"x.py": ast.parse(words)}, "save_case")} <= {"sly", "do"}
    assert calls({"x.py": ast.parse(words)}, "save_case")


def names(node: ast.ImportFrom) -> set[str]:
    """The names an import takes."""
    return {alias.name for alias in node.names}


def within(trees: dict[str, ast.Module]) -> Iterator[tuple[str, ast.AST]]:
    """Every node, with the file and the innermost function it stands in."""

    def walk(name: str, inside: str, node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
        for child in ast.iter_child_nodes(node):
            named = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else inside
            yield f"{name} {named}", child
            yield from walk(name, named, child)

    for name, tree in trees.items():
        yield from walk(name, "-", tree)


def called(trees: dict[str, ast.Module], name: str, bare: bool | None = False) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a method of that name; `bare`: of a function of that name; None: of either."""
    for where, node in within(trees):
        if isinstance(node, ast.Call):
            method = isinstance(node.func, ast.Attribute) and node.func.attr == name
            function = isinstance(node.func, ast.Name) and node.func.id == name
            if (method and bare is not True) or (function and bare is not False):
                yield where, node


def calls(trees: dict[str, ast.Module], name: str, bare: bool | None = False) -> set[str]:
    """Where it is called: the file and the function."""
    return {where for where, _ in called(trees, name, bare)}
