"""The bench itself is kept working: it runs, small; what it finds out is not judged here."""

import importlib.util
import subprocess
import sys

import pytest


def test_every_part_is_measured_or_says_why_not(root):
    words = [sys.executable, "tests/bench/run.py", "--once"]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode in (0, 1)
    lines = done.stdout.splitlines()[1:]
    assert [line for line in lines if "because it failed" in line] == []
    for begins in ("matters overdue, ", "overdue in process, ", "a durable move among "):
        assert any(line.startswith(begins) for line in lines), done.stdout
    assert all("reached" in line.lower() or "not measured" in line for line in lines)


@pytest.fixture(scope="module")
def measuring(root):
    """The module that measures."""
    spec = importlib.util.spec_from_file_location("bench_measuring", root / "tests" / "bench" / "measuring.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_time_that_does_not_grow_has_the_exponent_nought(measuring):
    assert measuring.exponent((10, 1000), (2.0, 2.0)) == 0
    assert measuring.exponent((10, 1000), (1.0, 100.0)) == pytest.approx(1)


def test_two_works_are_done_in_turn(measuring):
    done = []
    pair = measuring.in_turn(lambda: done.append("floor"), lambda: done.append("ours"), 3, warm=1)
    assert done == ["floor", "ours"] * 4
    assert pair.wall > 0


def test_a_program_that_fails_is_said_not_measured(measuring):
    with pytest.raises(measuring.Missed, match="ends with 3"):
        measuring.processes_in_turn([sys.executable, "-c", "pass"], [sys.executable, "-c", "raise SystemExit(3)"], 1)
