"""The three ways to begin: papers, a report, the demonstration."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from states.errors import BadInput, MattersError
from tui.dialogs.line import Line
from tui.screens.at_work import AtWork
from tui.work import sentence

if TYPE_CHECKING:
    from tui.app import MattersApp
    from workflow.desk import Desk
    from workflow.engine import Moved
    from workflow.intake.session import Imported


def _here(app: "MattersApp") -> AtWork[None]:
    return cast("AtWork[None]", app.screen)


async def import_papers(app: "MattersApp") -> None:
    """Asks for a file or a folder, reads the papers there, and says what became of them."""

    def read(text: str) -> list[Path]:
        path = Path(text).expanduser()
        if not text or not path.exists():
            raise BadInput(f"There is nothing at “{text}”. Give the path of a paper, or of a folder of them.")
        return sorted(p for p in path.iterdir() if p.is_file() and p.name[0] != ".") if path.is_dir() else [path]

    form = Line("Import papers", "A paper, or a folder of them. Nothing is guessed; what is doubtful waits for you.",
                read, example="~/papers/minutes.txt")  # fmt: skip
    paths = await app.push_screen_wait(form)
    if not paths:
        return
    done = await _here(app).tell(read_in, paths)
    if done is None:
        return
    papers, refused = done
    refused += [f"{Path(p.path).name}: {p.refused}" for p in papers if p.refused]
    reports = {entered.report for p in papers for entered in p.entered}
    again = sum(1 for p in papers if p.again)
    words = f"{len(papers)} papers read, {len(reports)} reports in them." + (
        f" {again} were read before." if again else ""
    )
    if refused:
        _here(app).say(f"{words} {' '.join(refused)}")
    else:
        _here(app).done(words)


def read_in(desk: "Desk", paths: list[Path]) -> "tuple[list[Imported], list[str]]":
    """Reads papers and enters them; what was entered, and the sentences of those that could not be read."""
    from workflow.importers.files import read_file
    from workflow.intake.session import import_documents

    documents, refused = [], []
    for path in paths:
        try:
            documents.append(read_file(path))
        except BadInput as error:
            refused.append(str(error))
    return list(import_documents(desk, documents)), refused


async def new_report(app: "MattersApp") -> None:
    """Asks for a title and for the body, starts the report, and opens it."""

    def given(text: str) -> str:
        if not text:
            raise BadInput("A report has a title." if not title else "A report has a body that scrutinises it.")
        return text

    title: str | None = None
    title = await app.push_screen_wait(Line("New report · 1 of 2", "What it is called.", given))
    if title is None:
        return
    body = await app.push_screen_wait(
        Line("New report · 2 of 2", "Which scrutiny body will consider it.", given, example="Scrutiny Board (2)")
    )
    if body is None:
        return
    moved = await _here(app).tell(draft, title, body)
    if moved is not None:
        app.record(f"R{moved.ref}")


def draft(desk: "Desk", title: str, body: str) -> "Moved":
    """Drafts a report."""
    from states.words import Move
    from workflow.facts_in import read_facts
    from workflow.lookups import Lookup
    from workflow.records import topics

    with desk.reading() as tx:
        facts = read_facts(Move.DRAFT, {"title": title, "scrutiny_body": body}, Lookup(tx), desk.today)
    return topics.begin(desk, facts)


async def demonstration(app: "MattersApp") -> None:
    """Opens the demonstration in a database of its own, made when there is none."""
    screen = _here(app)
    screen.done("The demonstration is being built …")
    try:
        await app.work.tell(build)
    except MattersError as error:
        screen.say(sentence(error))
        return
    await app.beat()


def build(desk: "Desk") -> None:
    """Builds the demonstration."""
    from workflow import demo

    demo.build(desk)
