"""The three ways to begin: papers, a report, the demonstration."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from states.errors import BadInput
from tui.dialogs.line import Line
from tui.screens.at_work import AtWork

if TYPE_CHECKING:
    from tui.app import MattersApp
    from workflow.desk import Desk
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
    """Starts a report and opens it."""
    from tui.dialogs.new_report import NewReport

    moved = await app.push_screen_wait(NewReport())
    if moved is not None:
        app.record(f"R{moved.ref}")


async def demonstration(app: "MattersApp") -> None:
    """Opens the demonstration, which has a database of its own; it is built when there is none."""
    screen = _here(app)
    screen.done("The demonstration is being built …")
    url = await screen.attempt(app.work.elsewhere(_ready))
    if url is not None:
        await app.move_to(url)


def _ready() -> str:
    from workflow.demo.ready import ready

    return ready()
