"""The table of bank holidays is written from the package, and a stale one is found."""

from pathlib import Path

import pytest

from workflow import almanac

ROOT = Path(__file__).parents[2]


def test_it_writes_the_table_that_stands_in_the_house(tmp_path: Path) -> None:
    place = tmp_path / "england.py"
    assert almanac.main([str(place)]) == 0
    assert place.read_text("utf-8") == (ROOT / "states" / "england.py").read_text("utf-8")


def test_a_stale_table_is_named_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "england.py"
    place.write_text("DAYS = ()\n", "utf-8")
    assert almanac.main(["--check", str(place)]) == 1
    assert str(place) in capsys.readouterr().err
    assert place.read_text("utf-8") == "DAYS = ()\n"


def test_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert almanac.main([]) == 2
    assert "almanac" in capsys.readouterr().err
