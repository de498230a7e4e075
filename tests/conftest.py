"""What every test may ask for.

Tests that read ../shared fail without it on CI; elsewhere they are left out, and that is said plainly.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and corpus beside the project. A test that asks for it is marked `needs_shared` by itself."""
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that ask for `shared`, and leaves them out where it is missing and nobody relies on it."""
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.needs_shared)
        if not SHARED.is_dir() and item.get_closest_marker("needs_shared") and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="needs ../shared"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """On CI a missing ../shared is a failure: nothing may pass there by not having been tried."""
    if item.get_closest_marker("needs_shared") and not SHARED.is_dir():
        pytest.fail(f"This test reads {SHARED}, and CI may not go without it.", pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many tests were left out for want of ../shared."""
    skipped = terminalreporter.stats.get("skipped", [])
    left_out = sum("needs ../shared" in str(report.longrepr) for report in skipped)
    if left_out:
        terminalreporter.write_line(f"Left out: {left_out} tests that read ../shared, which is not here.")
