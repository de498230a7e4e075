"""The order of the floors is a list in pyproject.toml, held by import-linter; the rest is proved by running."""

import re
import subprocess
import sys

import pytest

ORDER = ["tui", "workflow", "db", "states"]
DATABASE = {"sqlalchemy", "sqlmodel", "pydantic", "alembic", "psycopg"}
SCREEN = {"textual", "rich"}


def test_the_floors_are_in_the_order_that_the_tour_tells(root, settings):
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert [contract["layers"] for contract in contracts if contract["type"] == "layers"] == [ORDER]
    tour = (root / "docs" / "tour.md").read_text("utf-8")
    assert re.findall(r"^## `(\w+)/`", tour, re.MULTILINE) == ORDER[::-1]


def test_every_contract_is_a_sentence_said_once(settings):
    names = [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]
    assert len(names) == len(set(names)) == 5
    assert all(name.endswith(".") and " " in name for name in names)


def test_the_wheel_holds_the_four_floors_and_nothing_else(settings):
    tools = settings["tool"]
    packages = tools["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(packages) == set(tools["importlinter"]["root_packages"]) == set(tools["mypy"]["files"]) == set(ORDER)


def test_the_ground_floor_loads_no_database_and_no_screen(root, trees):
    modules = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in trees]
    states = [module for module in modules if module.partition(".")[0] == "states"]
    assert loaded_by(root, states) & (DATABASE | SCREEN | {"sqlite3", "apscheduler"}) == set()


@pytest.mark.parametrize(
    ("door", "absent"),
    [
        ("db", SCREEN | {"apscheduler"}),
        ("workflow", SCREEN | {"tui"}),
        ("workflow.cli.main", DATABASE | SCREEN | {"apscheduler", "tui"}),
        ("workflow.cli.commands.board", DATABASE | SCREEN | {"argparse", "getpass"}),
        ("workflow.cli.who", DATABASE | SCREEN | {"argparse", "getpass"}),
    ],
)
def test_a_door_opens_without_what_only_some_rooms_need(root, door, absent):
    assert loaded_by(root, [door]) & absent == set()


def loaded_by(root, modules):
    """The top-level names in memory once a fresh interpreter has imported these modules."""
    words = f"import sys, {', '.join(modules)}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", words], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())
