"""Who copies the file while the screens are open has a whole record."""

import shutil
from datetime import UTC, date, datetime

from at_a_screen import until

from db.store import open_store
from db.verify import verify
from states.days import On
from states.facts import Body, Facts
from states.words import BodyKind, Move
from tui.work import Work
from workflow.engine import make_move

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
BOARD = Body("Scrutiny Board 1", BodyKind.SCRUTINY, scrutiny=True)


async def test_what_was_entered_on_the_screens_is_in_the_file_itself(tmp_path):
    file = tmp_path / "matters.db"
    work = Work(str(file), "rose", lambda: NOW)
    facts = Facts(title="Night buses to the hospital", scrutiny_body=BOARD)
    try:
        await work.tell(make_move, None, Move.DRAFT, facts, on=On(date(2026, 11, 20), date(2026, 11, 20)))
        await until(lambda: b"Night buses to the hospital" in file.read_bytes())
        shutil.copy(file, tmp_path / "copy.db")
    finally:
        work.close()
    with open_store(str(tmp_path / "copy.db"), create=False) as copy:
        assert verify(copy).good
        with copy.reading() as tx:
            assert tx.report(1).state == "drafted"
