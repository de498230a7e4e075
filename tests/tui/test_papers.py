"""Papers by keys: what would be entered is shown, then entered; suggestions are answered; doubts settled together."""

import shutil
from datetime import date

import pytest
from diary_desk import HOSTILE, LARGE, SMALL, Clock, build, terminal

from db.store import open_store
from states.case import decode_case
from tui.dialogs.import_form import read_in
from workflow.desk import open_desk
from workflow.importers.files import read_bytes
from workflow.intake.session import import_documents
from workflow.views import waiting
from workflow.views.look import looking


@pytest.fixture(scope="module")
def council_file(tmp_path_factory):
    """The council, with a suggestion, another that may mean two reports, and warnings."""
    path = tmp_path_factory.mktemp("papers") / "council.db"
    build(path)
    desk = open_desk(str(path), "jane", Clock())
    with desk.writing() as tx:
        for words, other in (("It may follow Libraries", '{"report": 1}'), ("It may follow another", "{}")):
            values = {"report": 2, "kind": "link", "words": words, "quote": "following the decision", "other": other}
            tx.put("suggestion", values, who="jane", now=desk.now())
        for message in ("The paper does not say on which day.", HOSTILE):
            tx.put("warning", {"code": "no_meeting_date", "message": message}, who="jane", now=desk.now())
    desk.close()
    return path


@pytest.fixture
def db(council_file, tmp_path):
    return shutil.copy(council_file, tmp_path / "matters.db")


@pytest.fixture
def desk(db):
    desk = open_desk(str(db), "omar", Clock())
    yield desk
    desk.close()


def waits(desk, view=waiting.asked):
    with looking(desk.store, desk.today) as look:
        return view(look)


async def gone_to(at):
    await at.press("6")
    await at.sees("to answer 4")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_waits_is_shown_with_its_words_and_what_it_may_mean(db, size):
    async with terminal(db, size) as at:
        await gone_to(at)
        await at.sees("S1", "It may follow Libraries", "“following the decision”", "may mean R1 Libraries")
        await at.press("G")
        await at.sees("[/bold] [red]x[/red]")
        assert not set(at.text) & {"\x1b", "\x07", "\u202e"}


async def test_a_suggestion_is_answered_yes_and_its_report_tied(db, desk):
    async with terminal(db) as at:
        await gone_to(at)
        await at.press("enter", "ctrl+s")
        await at.sees("! Say yes or no")
        await at.press("y")
        await at.sees("R2 is tied")
        await at.does()
        await at.sees("to answer 3")
        await at.press("g", "enter", "n")
        await at.sees("It is let go")
        await at.does()
        await at.sees("to answer 2")
    assert {w.kind for w in waits(desk)} == {"warning"}


async def test_a_suggestion_that_may_mean_several_asks_which(db):
    async with terminal(db) as at:
        await gone_to(at)
        await at.press("j", "enter", "y", "ctrl+s")
        await at.sees("Say which report is meant")
        await at.press("tab")
        await at.type("R3")
        await at.does()
        await at.sees("to answer 3")


async def test_doubts_are_settled_together_with_one_reason(db, desk):
    before = len(waits(desk, waiting.not_known))
    async with terminal(db) as at:
        await gone_to(at)
        await at.press("v", "a", "u")
        await at.sees("Will happen", "5 settled, in 5 reports")
        await at.does()
        await at.until(lambda: len(waits(desk, waiting.not_known)) == before - 5)
        await at.press("v", "v", "v", "j", "j", "space", "space")
        await at.sees("2 marked")
        await at.press("s")
        await at.press("ctrl+s")
        await at.sees("say what is made of it")
        await at.type("looked up")
        await at.does()
        await at.sees("to answer 2")
    with desk.reading() as tx:
        assert {tx.get("warning", n)["settled"] for n in (1, 2)} == {"looked up"}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_papers_are_shown_before_they_are_entered(tmp_path, shared, size):
    db = tmp_path / "new.db"
    open_store(str(db)).close()
    async with terminal(db, size) as at:
        await at.press("6")
        await at.sees("papers read 0")
        await at.press("i")
        await at.type(str(shared / "nothing here"))
        await at.press("enter")
        await at.sees("There is nothing at")
        at.app.focused.value = str(shared / "seeds" / "1-note-to-cabinet-2017-03-07.txt")
        await at.press("enter")
        await at.sees("This would be entered", "Connecting Communities Phase 2")
        with open_store(str(db)) as store, store.reading() as tx:
            assert tx.head().entry == 0
        await at.does()
        await at.sees("papers read 1", "1 paper read, 1 report in it")


async def test_items_are_left_out_one_by_one_and_taken_in_when_the_paper_is_read_again(tmp_path):
    db, paper = tmp_path / "new.db", tmp_path / "minutes.txt"
    open_store(str(db)).close()
    paper.write_text(MINUTES)
    async with terminal(db) as at:
        await at.press("6")
        await at.sees("papers read 0")
        for keys, ticked in ((["j", "space"], "✓ new Bus shelters"), (["space"], "✓ School crossings")):
            await at.press("i")
            await at.type(str(paper))
            await at.press("enter")
            await at.sees("This would be entered")
            await at.press("tab", *keys)
            await at.sees(ticked, *(["– new School crossings"] if "j" in keys else []))
            await at.does()
            await at.sees("1 paper read, 1 report in it")
    with open_store(str(db)) as store, store.reading() as tx:
        assert tx.next_ref("report") == 3


MINUTES = """Minutes of the Place Scrutiny Panel

Tuesday 4 March 2025 at 10.00 am

12. Bus shelters
RESOLVED that the report on bus shelters be brought back in June.

13. School crossings
RESOLVED that the report on school crossings be brought back in July.
"""


async def test_the_preview_shows_the_papers_words_both_sides_of_a_contradiction_and_what_cannot_be_read(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    record = "RECORD OF DECISION\nDECISION TO BE TAKEN BY: {who}\nDECISION NUMBER: 25/00041\nTitle of Decision: Hubs\n"
    record += "Decision:\nI agree to:\nAPPROVE the closing of hub {hub}.\nReason(s) for decision: money\n"
    record += "signed    date 17 January 2025\n"
    for hub, who in ((1, "Mrs Ann Rowan, Cabinet Member for Children"), (2, "Mr Ivor Penn, Cabinet Member for Roads")):
        (folder / f"{hub}.txt").write_text(record.format(hub=hub, who=who))
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7 and nothing else")
    open_store(str(tmp_path / "new.db")).close()
    async with terminal(tmp_path / "new.db", LARGE) as at:
        await at.press("I")
        await at.type(str(folder))
        await at.press("ctrl+s")
        await at.sees("This would be entered.", "a.pdf cannot be read.", "b.pdf cannot be read.")
        await at.sees(
            "“APPROVE the closing of hub 1.”", "Papers do not agree on who decided.", "Penn", "Rowan", "✓ R1 Hubs"
        )


async def test_an_import_is_taken_back_where_papers_are_listed(tmp_path):
    path = tmp_path / "minute.txt"
    path.write_text("Agenda item\nBuses\nMeeting of Place Scrutiny Panel, 4 March 2025 (Item 4.)\nMinutes:\n"
                    "RESOLVED that the report on buses be noted.\n")  # fmt: skip
    open_store(str(tmp_path / "new.db")).close()
    desk = open_desk(str(tmp_path / "new.db"), "omar", Clock())
    list(import_documents(desk, [read_bytes(path.read_bytes(), str(path))]))
    async with terminal(tmp_path / "new.db", SMALL) as at:
        await at.press("6")
        await at.sees("papers read 1")
        for _ in range(3):
            if "take back" not in at.text:
                await at.press("v")
        await at.sees("D1", "x take back")
        await at.press("x")
        await at.type("the draft")
        await at.sees("Leaves the record: R1.")
        await at.press("ctrl+s")
        await at.sees("Take D1 back: done.", "papers read 0")
    with looking(desk.store, desk.today) as look:
        assert waiting.papers(look) == ()
    desk.close()


def test_a_path_is_completed_by_what_is_there(tmp_path):
    from tui.dialogs.import_form import completed

    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "minutes.txt").touch()
    assert completed(f"{tmp_path}/pa") == f"{tmp_path}/papers/"
    assert completed(f"{tmp_path}/papers/mi") == f"{tmp_path}/papers/minutes.txt"
    assert completed(f"{tmp_path}/nothing/x") is None


async def test_in_the_past_nothing_is_answered_or_read(db, desk):
    async with terminal(db) as at:
        await gone_to(at)
        at.app.look_at(date(2026, 11, 22))
        await at.sees("AS IT STOOD")
        await at.press("enter", "i", "s", "u")
        assert at.place == "papers"
    assert len(waits(desk)) == 4


async def test_a_spreadsheet_s_columns_are_shown_and_told_otherwise_by_keys(tmp_path):
    sheet = tmp_path / "tracker.csv"
    sheet.write_text(
        "Report,Body,Made on,The point,When it bites\n"
        "Bus stops,Place Scrutiny Panel,4 March 2025,That a map of the stops be made,1 May 2027\n"
    )
    open_store(str(tmp_path / "new.db")).close()
    async with terminal(tmp_path / "new.db", SMALL) as at:
        await at.press("I")
        await at.type(str(sheet))
        await at.press("ctrl+s")
        await at.sees("When it bites", "not read", "It has no row of headings")
        await at.press("tab")
        items = at.app.screen.query_one("#items")
        for heading, means in (("The point", "in its words"), ("When it bites", "the day by which")):
            while heading not in items.told():
                await at.press("j")
            await at.sees("↵ what it means")
            await at.press("enter")
            await at.sees(f"What “{heading}” means")
            await at.type(means)
            await at.press("enter")
            await at.until(lambda h=heading: "you said: " in items.told() and h in items.told())
        await at.sees("✓ new Bus stops")
        await at.press("G")
        await at.sees("space leave out")
        await at.does()
        await at.sees("1 paper read, 1 report in it")
    desk = open_desk(str(tmp_path / "new.db"), "omar", Clock())
    with desk.reading() as tx:
        folded = decode_case(tx.report(1).folded)
    desk.close()
    assert [f.due for f in folded.follow_ups if f.due] == [date(2027, 5, 1)]


def test_how_many_papers_are_read_is_told_while_they_are(desk, tmp_path):
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(MINUTES)
    told: list[int] = []
    papers, refused, columns = read_in(desk, paths, tell=told.append)
    assert (told, [p.again for p in papers], refused, columns) == ([1, 2], [False, True], [], {})
