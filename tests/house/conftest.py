"""What the drift tests look at: the files of the house, the floors' syntax trees, the settings."""

import ast
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = ("states", "db", "workflow", "tui")


@pytest.fixture(scope="session")
def house_files(root: Path) -> list[Path]:
    """Every file that is kept, or would be if all were added: what git does not ignore."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        told = subprocess.run(listing, cwd=root, capture_output=True, check=True).stdout.decode()
        names = [name for name in told.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):  # a tree without git: everything but what was made
        made = {".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache", ".demo"}
        names = [str(path.relative_to(root)) for path in root.rglob("*") if not made & set(path.parts)]
    return sorted(root / name for name in names if (root / name).is_file())


@pytest.fixture(scope="session")
def sources(root: Path, house_files: list[Path]) -> list[Path]:
    """The Python files of the four floors."""
    return [path for path in house_files if path.suffix == ".py" and path.relative_to(root).parts[0] in FLOORS]


@pytest.fixture(scope="session")
def trees(root: Path, sources: list[Path]) -> dict[str, ast.Module]:
    """The syntax tree of each source file, by its path from the project's folder."""
    return {path.relative_to(root).as_posix(): ast.parse(path.read_text("utf-8")) for path in sources}


@pytest.fixture(scope="session")
def settings(root: Path) -> dict[str, Any]:
    """pyproject.toml as read."""
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
