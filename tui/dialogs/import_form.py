"""Reading papers: which, what would be entered, and then entering it."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static

from states.errors import BadInput
from tui.dialogs.dialog import Dialog, words
from tui.dialogs.import_items import Items
from tui.dialogs.picker import Picker
from tui.messages import Chosen as Taken
from tui.safe import plain
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.importers.reading import Column, Document
    from workflow.intake.session import Chosen, Imported

Read = tuple["list[Imported]", list[str], "dict[str, tuple[Column, ...]]"]
"""What became of the papers, the sentences of those that could not be read, and spreadsheets' columns by the path."""

Told = dict[str, dict[str, str]]
"""What a person said of spreadsheets' columns: by the path, each heading with its field, empty for nothing."""


class ImportForm(Dialog[str]):
    """Asks for a paper or a folder, shows what would be entered, and at the second ctrl+s enters what is ticked.

    What is not ticked is left out; read again, it can be ticked. Gives back the sentence of what was done.
    """

    shape: ClassVar[str] = "-tall -wide"

    heading = "Import papers"

    AUTO_FOCUS = "Input"

    def __init__(self) -> None:
        super().__init__()
        self.labels = {"dialog.done": "look"}
        self.tried: str | None = None
        """The path that was tried last; it is entered when it is asked for again."""
        self.said: Told = {}

    def form(self) -> Iterable[Widget]:
        """The path; under it what is there, then what would be entered, item by item."""
        yield words(
            "A paper, or a folder of them. ctrl+s shows what would be entered; tab goes to it, space leaves an item "
            "out or takes it in, ↵ says what a column means; ctrl+s again enters what is ticked."
        )
        yield Input(placeholder="~/papers/minutes.txt", suggester=Paths(), id="path")
        yield Static("", markup=False, id="found")
        yield Items()

    @on(Input.Changed)
    def _changed(self, message: Input.Changed) -> None:
        if message.value != self.tried:
            self._try(None)
            self.said = {}

    def _try(self, text: str | None) -> None:
        """Remembers what was tried; the foot says what ctrl+s does next."""
        self.tried = text
        self.labels = {"dialog.done": "look" if text is None else "enter them"}
        self.query_one(KeyLine).refresh()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_done()

    def action_done(self) -> None:
        """Tries it; the second time enters it."""
        self._go(self.query_one(Input).value)

    @work(exclusive=True, group="import", exit_on_error=False)
    async def _go(self, text: str) -> None:
        found = self.query_one("#found", Static)
        try:
            paths = await asyncio.to_thread(paths_of, text.strip())
        except (BadInput, OSError) as error:
            self.say(str(error) if isinstance(error, BadInput) else f"{plain(text, 80)} cannot be looked into.")
            return
        if self.matters.as_of is not None or self.tried == text:
            found.update(Content.styled("Entering …", "$faint"))
            done = await self.tell(read_in, paths, *self._chosen(), self.said, self._counting(len(paths)))
            if done is not None:
                self.dismiss(in_short(*done[:2]))
            else:
                found.update("")
            return
        found.update(Content.styled(f"Reading {len(paths)} paper{'' if len(paths) == 1 else 's'} …", "$faint"))
        if not self.said:  # else the cursor stays on the column
            self.query_one(Items).tell(())
        read = await self.attempt(self.matters.work.try_out(_tried, paths, self.said, self._counting(len(paths))))
        if read is None:
            found.update("")
            return
        self._try(text)
        found.update(Content.assemble(("This would be entered. ", "bold $accent"), plain(in_short(read[0], []), 600)))
        self.query_one(Items).tell(*read)

    def _counting(self, many: int) -> "Callable[[int], None]":
        """Says from another thread how many of the papers are read, now and then."""
        loop = asyncio.get_running_loop()

        def show(read: int) -> None:
            if self.is_attached:
                self.query_one("#found", Static).update(Content.styled(f"Reading paper {read} of {many} …", "$faint"))

        def tell(read: int) -> None:
            if many > 1 and read % _NOW_AND_THEN == 0:
                loop.call_soon_threadsafe(show, read)

        return tell

    @on(Taken)
    @work(exclusive=True, group="column", exit_on_error=False)
    async def _means(self, message: Taken) -> None:
        """Asks what a spreadsheet's column means, and shows what would be entered then."""
        if not self.query_one(Items).on_column or self.tried is None:
            return
        path, column = self.query_one(Items).column_of(message.key)
        picked = await self.matters.push_screen_wait(meanings(column))
        if picked is not None:
            field = "" if picked.value == _NOTHING else picked.value
            self.said = {**self.said, path: {**self.said.get(path, {}), column.heading: field}}
            text = self.tried
            self._try(None)
            self._go(text)

    def _chosen(self) -> "tuple[Chosen, Chosen]":
        """The items that are left out, and those that come in."""
        items = self.query_one(Items)
        return items.left, items.ticked


class Paths(Suggester):
    """Completes a path by what is there."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The rest of the only, or the first, name that fits."""
        return await asyncio.to_thread(completed, value)


def completed(value: str) -> str | None:
    """A path with the first name that fits; a folder ends with a stroke."""
    if not value or value.endswith("~"):
        return None
    folder, _, begun = value.rpartition("/")
    above = Path(folder + "/" if folder or value.startswith("/") else ".").expanduser()
    try:
        names = sorted(p.name for p in above.iterdir() if p.name.startswith(begun) and (begun or p.name[0] != "."))
        name = next(iter(names), None)
        if name is None:
            return None
        whole = f"{folder}/{name}" if "/" in value else name
        return whole + "/" if (above / name).is_dir() else whole
    except OSError:
        return None


def paths_of(text: str) -> list[Path]:
    """The papers meant: one, or all of a folder. BadInput when there is none."""
    path = Path(text).expanduser()
    if not text or not path.exists():
        raise BadInput(f"There is nothing at “{plain(text, 120)}”. Give the path of a paper, or of a folder of them.")
    if not path.is_dir():
        return [path]
    found = sorted(p for p in path.iterdir() if p.is_file() and p.name[0] != ".")
    if not found:
        raise BadInput(f"There is no paper in “{plain(text, 120)}”.")
    return found


_NOTHING = "nothing"


def meanings(column: "Column") -> Picker:
    """What a column of a spreadsheet can mean, to pick from; what it was taken for stands first."""
    from workflow.importers.tracker_columns import FIELDS
    from workflow.views.fields import Choice

    each = [Choice(field, says, field) for field, says in FIELDS.items()]
    each.append(Choice(_NOTHING, "nothing: it is not read"))
    each.sort(key=lambda choice: choice.value != (column.means or _NOTHING))
    heading = " ".join(column.heading.split())
    return Picker(f"What “{plain(heading, 60)}” means", each)


def read_in(
    desk: "Desk", paths: list[Path], leave: "Chosen" = (), accept: "Chosen" = (), said: "Told | None" = None,
    tell: "Callable[[int], None]" = lambda read: None,
) -> Read:  # fmt: skip
    """Reads papers and enters them but the items that are left; those accepted come in if they were left before.

    `tell` is called before each with its number.
    """
    from workflow.importers.pile import Asked, Unread, read_all
    from workflow.importers.reader import Reader
    from workflow.intake.session import import_documents

    told = {path: tuple(columns.items()) for path, columns in (said or {}).items()}
    read: list[Document | Unread] = []
    with Reader() as reader:
        for number, path in enumerate(paths, 1):
            tell(number)
            read += read_all(reader, [path], Asked(columns=told.get(str(path), ())))
    documents = [one for one in read if not isinstance(one, Unread)]
    refused = [one.says for one in read if isinstance(one, Unread)]
    done = list(import_documents(desk, documents, leave=leave, accept=accept))
    refused += [f"{Path(p.path).name}: {p.refused}" for p in done if p.refused]
    return _as_before(desk, done, told), refused, _columns(documents, done)


def _as_before(
    desk: "Desk", done: "list[Imported]", told: "dict[str, tuple[tuple[str, str], ...]]"
) -> "list[Imported]":
    """Papers that were read before stand as they were read then, whatever is said of their columns now."""
    from msgspec.structs import replace

    from workflow.intake.columns import read_otherwise

    with desk.reading() as tx:
        return [
            replace(p, warnings=(*p.warnings, *read_otherwise(tx, p.document, told[p.path])))
            if p.again and p.path in told
            else p
            for p in done
        ]


def _columns(documents: "list[Document]", done: "list[Imported]") -> "dict[str, tuple[Column, ...]]":
    """The columns of the spreadsheets that are read now."""
    again = {p.path for p in done if p.again}
    return {d.path: d.columns for d in documents if d.columns and d.path not in again}


def _tried(desk: "Desk", paths: list[Path], said: Told, tell: "Callable[[int], None]") -> Read:
    with desk.trying():
        return read_in(desk, paths, said=said, tell=tell)


_NOW_AND_THEN = 5
"""After so many papers it is said how many are read."""


def in_short(papers: "list[Imported]", refused: list[str]) -> str:
    """What was done, in a sentence or two."""
    again = sum(1 for p in papers if p.again)
    reports = {e.report for p in papers for e in p.entered}
    waits = sum(len(p.warnings) + len(p.suggestions) for p in papers)
    many = sum(1 for p in papers if not p.refused)
    found = f"{len(reports) or 'no'} report{'' if len(reports) == 1 else 's'}"
    parts = [f"{many} papers read, {found} in them." if many != 1 else f"1 paper read, {found} in it."]
    parts += [f"{again} read before: nothing changed."] if again else []
    parts += [f"{waits} doubt{' waits' if waits == 1 else 's wait'} for you."] if waits else []
    return " ".join(parts + refused)
