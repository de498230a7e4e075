"""Dates are arguments. The machine's clock is read at the desk, and handed down from there.

The quickest commands start before there is a desk, and read it in `workflow/cli/today.py`.
"""

import ast

import pytest

DOORS = ("workflow/desk.py", "workflow/cli/today.py")
CLOCK = {"time", "time_ns", "localtime", "gmtime", "ctime", "clock_gettime"}
READINGS = {("date", "today"), ("datetime", "today"), ("datetime", "now"), ("datetime", "utcnow")}
READINGS |= {("time", reading) for reading in CLOCK}


def test_only_the_desk_reads_the_machines_clock(trees):
    told = {name: readings(tree) for name, tree in trees.items() if name not in DOORS and not name.startswith("tui/")}
    assert {name: lines for name, lines in told.items() if lines} == {}


@pytest.mark.parametrize(
    "words",
    [
        "from datetime import date\nday = date.today()",
        "import datetime\nday = datetime.date.today()",
        "import datetime as dt\nday = dt.datetime.now(dt.UTC)",
        "from datetime import datetime\nask = datetime.now",
        "import time\nstamp = time.time()",
        "from time import time\nstamp = time()",
        "from time import time_ns as ns\nstamp = ns()",
        "import time\nparts = time.localtime()",
    ],
)
def test_the_check_sees_each_way_of_asking(words):
    assert readings(ast.parse(words))


@pytest.mark.parametrize(
    "words",
    [
        "import time\nbegan = time.monotonic() + time.perf_counter()",
        "def late(today):\n    return today",
        "desk.now()",
        "from datetime import time\nnoon = time(12)",
        "today = view.today",
    ],
)
def test_the_check_leaves_arguments_and_stop_watches_alone(words):
    assert not readings(ast.parse(words))


def readings(tree: ast.Module) -> list[int]:
    """The lines on which the clock is read, whichever way it was imported."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            lines += [node.lineno for name in node.names if name.name in CLOCK]
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in READINGS:
            lines.append(node.lineno)
    return lines


def _last_name(node: ast.AST) -> str | None:
    """`datetime` for both `datetime` and `dt.datetime`; None for anything that is no name."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
