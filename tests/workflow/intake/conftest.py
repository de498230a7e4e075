"""A desk at which papers made by hand are imported."""

from collections.abc import Iterator

import pytest
from papers_told import Intake


@pytest.fixture
def intake() -> Iterator[Intake]:
    """A desk at which nothing was imported yet; whatever a test did there, the store verifies afterwards."""
    made = Intake()
    yield made
    made.close()
