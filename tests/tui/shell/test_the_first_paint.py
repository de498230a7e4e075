"""What is slow to load is loaded after the first screen is painted, and never what is not needed."""

import subprocess
import sys

HEAVY = "{'sqlalchemy', 'sqlmodel', 'pydantic', 'alembic', 'psycopg'}"

PAINTED = """
import asyncio, sys
from tui.app import MattersApp
from tui.screens.place import Place
seen = {}
look = Place.look_again
def noted(self):
    seen.setdefault('first', set(sys.modules))
    return look(self)
Place.look_again = noted
async def main():
    app = MattersApp(sys.argv[1], 'rose')
    async with app.run_test() as pilot:
        for _ in range(200):
            if app.stamp != -1 and app.screen.loaded.is_set():
                break
            await pilot.pause(0.02)
        else:
            raise SystemExit('it was never shown')
asyncio.run(main())
print(*sorted(name for name in seen['first'] if name.split('.')[0] in {'db', 'sqlite3', 'workflow'}))
"""


def run(root, words, *arguments):
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", words, *arguments], cwd=root, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_importing_the_screens_loads_no_database(root):
    words = f"import sys, tui.app, tui.screens.today; print(*({HEAVY} | {{'sqlite3', 'db'}}) & set(sys.modules))"
    assert run(root, words) == []


def test_the_first_screen_is_painted_before_the_database_is_loaded(root, database):
    loaded = run(root, PAINTED, str(database))
    assert [name for name in loaded if name.startswith(("db", "sqlite3"))] == []
    assert "workflow.desk" not in loaded


def test_today_needs_no_mapper_at_all(root, database):
    words = PAINTED.replace("print(*sorted", f"print(*{HEAVY} & set(sys.modules))\nprint(*sorted") + "\n"
    out = subprocess.run(
        [sys.executable, "-c", words, str(database)], cwd=root, capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert out.splitlines()[0] == ""


def test_a_list_is_read_without_what_folds_writes_or_counts_dates(root, database):
    needless = {"db.past", "db.replay", "db.projection", "states.fold", "states.case", "states.clocks", "zoneinfo"}
    words = PAINTED[: PAINTED.rindex("print(")] + f"print(*sorted({needless} & set(sys.modules)))"
    assert run(root, words, str(database)) == []


def test_rubbish_is_looked_for_again_once_the_first_rows_stand(root, database):
    words = PAINTED[: PAINTED.rindex("print(")].replace("import asyncio, sys", "import asyncio, gc, sys\ngc.disable()")
    assert run(root, words + "print(gc.isenabled(), gc.get_freeze_count() > 10_000)", str(database)) == ["True", "True"]
