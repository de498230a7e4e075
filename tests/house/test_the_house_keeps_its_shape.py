"""Folders, sizes and words: what a newcomer relies on without asking."""

import ast
from pathlib import Path

FOLDERS = {".ci", "db", "docs", "states", "tests", "tui", "workflow"}
PAGES = {
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
    "requirements.lock",
}
LONGEST = 300


def test_the_top_of_the_project_is_the_four_floors_and_what_every_project_has(root, house_files):
    tops = [path.relative_to(root).parts for path in house_files]
    assert {parts[0] for parts in tops if len(parts) > 1} == FOLDERS
    assert {parts[0] for parts in tops if len(parts) == 1} == PAGES


def test_no_source_file_is_longer_than_can_be_read_at_one_sitting(root, house_files):
    kept = root / "db" / "migrations" / "sql"  # what a migration did is never rewritten
    pages = [path for path in house_files if path.suffix in {".py", ".tcss", ".sql"} and kept not in path.parents]
    lengths = {path.relative_to(root).as_posix(): len(path.read_text("utf-8").splitlines()) for path in pages}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_everything_public_in_the_floors_says_what_it_is_for(trees):
    assert [where for name, tree in trees.items() for where in _unsaid(name, tree)] == []


def test_tests_are_no_package_lest_they_hide_the_floors_they_mirror(root):
    assert list((root / "tests").rglob("__init__.py")) == []


def _unsaid(name: str, tree: ast.Module) -> list[str]:
    """The public module, classes, functions and methods of a file that have no docstring."""
    missing = [] if ast.get_docstring(tree) else [name]
    pending: list[ast.AST] = [tree]
    while pending:
        for node in ast.iter_child_nodes(pending.pop()):
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if node.name.startswith("_") or _spoken_for(node):
                continue
            if not ast.get_docstring(node):
                missing.append(f"{Path(name)}:{node.lineno} {node.name}")
            if isinstance(node, ast.ClassDef):
                pending.append(node)
    return missing


def _spoken_for(node: ast.AST) -> bool:
    """Whether its words stand elsewhere: another shape of the same function, or its parent's."""
    marks = {mark.id for mark in getattr(node, "decorator_list", []) if isinstance(mark, ast.Name)}
    return bool(marks & {"overload", "override"})
