"""The three ways to begin: papers, a report, the demonstration."""

from typing import TYPE_CHECKING, cast

from tui.screens.at_work import AtWork

if TYPE_CHECKING:
    from tui.app import MattersApp


def _here(app: "MattersApp") -> AtWork[None]:
    return cast("AtWork[None]", app.screen)


async def import_papers(app: "MattersApp") -> None:
    """Asks for a file or a folder, shows what would be entered, enters it, and says what became of it."""
    from tui.dialogs.import_form import ImportForm

    words = await app.push_screen_wait(ImportForm())
    if words is not None:
        _here(app).done(words)


async def new_report(app: "MattersApp") -> None:
    """Starts a report and opens it."""
    from tui.dialogs.new_report import NewReport

    report = await app.push_screen_wait(NewReport())
    if report is not None:
        app.record(report)


async def demonstration(app: "MattersApp") -> None:
    """Opens the demonstration, which has a database of its own; it is built when there is none."""
    screen = _here(app)
    screen.done("The demonstration is being built …")
    url = await screen.attempt(app.work.elsewhere(_ready))
    if url is not None:
        await app.move_to(url)
        screen.unsay()


def _ready() -> str:
    from workflow.demo.ready import ready

    return ready()
