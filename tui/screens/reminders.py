"""Reminders: what waits to be released, what failed, what went; nothing leaves here that a person has not let go."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui import keys
from tui.dialogs.confirm import Confirm
from tui.dialogs.reading import Reading
from tui.messages import Chosen, CursorMoved
from tui.screens import sending
from tui.screens.place import Place
from tui.screens.reminders_rows import COLUMNS, about_line, rows_of, stands, to_whom, words_of
from tui.widgets.rows import Rows
from tui.widgets.ways import Ways

if TYPE_CHECKING:
    from tui.dialogs.small import Small
    from workflow.views.letters import Letters, LetterShown

PARTS = (("reminders.letters", "Letters"), ("reminders.people", "Posts and people"))
"""The parts of the tab, as a line says them."""

TAKES = {
    "release": ("release", "draft"),
    "hold": ("released",),
    "strike": ("release", "draft"),
    "edit": ("release", "draft"),
    "withdraw": ("release", "draft", "released", "waits"),
    "settle": ("refused",),
    "once_more": ("refused",),
}
"""In which parts a letter takes each act."""


class WholeLetter(Reading):
    """A letter from its first word to its last, as wide as it goes."""

    shape: ClassVar[str] = "-page"


class Reminders(Place):
    """The letters, and the one under the cursor in full."""

    place: ClassVar[str] = "reminders"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("reminders")

    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self.found: Letters | None = None

    def page(self) -> ComposeResult:
        """How it stands, the list, the letter's words."""
        yield Ways(PARTS, "reminders.letters")
        yield Static("", id="reminders-head", markup=False)
        yield Rows(COLUMNS, id="letters")
        with VerticalScroll(id="letter", can_focus=False):
            yield Static("", id="letter-words", markup=False)

    async def load(self) -> None:
        """Reads everything; it is always as it stands now, for a letter has no past."""
        self.found = await self.matters.work.try_out(sending.letters_now, self.matters.config)
        self.query_one("#reminders-head", Static).update(stands(self.found))
        self.query_one(Rows).show(rows_of(self.found))
        self._words()

    @on(CursorMoved)
    def _words(self) -> None:
        self.query_one("#letter-words", Static).update(words_of(self.letter, self.found))
        self.query_one("#letter", VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    @property
    def letter(self) -> "LetterShown | None":
        """The letter under the cursor."""
        key = self.query_one(Rows).key
        return next((one for one in self.found.letters if one.message == key), None) if self.found else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter takes only what its part takes; in the past nothing can be done."""
        act = str(parameters[0]) if action == "letter" and parameters else action
        if action in {"letter", "release_all", "sweep", "switch", "test"} and self.matters.as_of is not None:
            return None
        if act in TAKES:
            letter = self.letter
            return True if letter is not None and letter.part in TAKES[act] else None
        return super().check_action(action, parameters)

    def refuse(self, action: str) -> None:
        """Says why a key cannot be used on this letter."""
        letter = self.letter
        if self.matters.as_of is not None or letter is None:
            super().refuse(action)
        elif letter.part == "gone":
            self.say(f"{letter.message} was sent on {letter.day:%-d %B %Y}; it cannot be changed any more.")
        elif letter.part == "released":
            self.say(f"{letter.message} is released. Take that back first: h.")
        elif letter.part == "refused":
            self.say(f"{letter.message} was refused for good: a tries it again, S settles it.")
        else:
            self.say(f"{letter.message} takes no such thing as it stands.")

    def action_people(self) -> None:
        """Posts and people."""
        from tui.screens.people import People

        self.matters.push_screen(People())

    def action_open(self) -> None:
        """The whole letter, to read."""
        letter = self.letter
        if letter is not None:
            whole = f"{to_whom(letter)}\n\n{letter.text or letter.said or ''}"
            lines = "\n".join(map(about_line, letter.lines))
            went = f" · sent on {letter.day:%-d %B %Y}" if letter.part == "gone" else ""
            told = [(letter.subject, whole), ("It is about", lines)]
            self.matters.push_screen(WholeLetter(f"{letter.message}{went}", told))

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()

    @work(group="act", exit_on_error=False)
    async def action_letter(self, act: str) -> None:
        """Does something to the letter under the cursor."""
        letter = self.letter
        if letter is None:
            return
        if act in sending.FORMS:
            form: Small = sending.FORMS[act](letter)
            if await self.matters.push_screen_wait(form) is not None:
                self.done(f"{form.heading}: done.")
        elif await self.tell(sending.ACTS[act], letter.number) is not None:
            self.done(sending.DONE[act].format(name=letter.name, message=letter.message))

    @work(group="act", exit_on_error=False)
    async def action_release_all(self) -> None:
        """Lets every letter go that is no draft, once somebody has said yes."""
        waits = self.found.part("release") if self.found else ()
        if not waits:
            self.say("No letter waits to be released. Drafts are released one by one: r.")
            return
        names = ", ".join(letter.name for letter in waits[:8]) + (" …" if len(waits) > 8 else "")
        asked = Confirm(
            f"Release {len(waits)}", f"They go on their morning, to {names}. Until then h takes it back.", "Release"
        )
        if await self.matters.push_screen_wait(asked):
            done = await self.tell(sending.release_all, tuple(letter.number for letter in waits))
            if done is not None:
                self.done(f"Released: {done}.")

    @work(group="act", exit_on_error=False)
    async def action_sweep(self) -> None:
        """One sweep now, once somebody has said yes: what is due is laid out, or goes."""
        shown = await self.attempt(self.matters.work.try_out(sending.rehearsed, self.matters.config))
        if shown is None:
            return
        if not await self.matters.push_screen_wait(Confirm("Sweep now", shown, "Sweep")):
            return
        told = await self.tell(sending.sweep_now, self.matters.config)
        if told is not None:
            self.done(told)

    @work(group="act", exit_on_error=False)
    async def action_switch(self) -> None:
        """Switches reminders on or off."""
        on_now = bool(self.found and self.found.standing.enabled)
        says = (
            "Nothing leaves any more until they are switched on again."
            if on_now
            else "From then on letters may leave: each batch once you have released it, or by themselves where the "
            "settings say so. Only officers are written to, at addresses somebody confirmed."
        )
        verb = "Switch off" if on_now else "Switch on"
        if await self.matters.push_screen_wait(Confirm(f"{verb} reminders", says, verb)):
            done = await self.tell(sending.switch, not on_now)
            if done is not None:
                self.done("Reminders are off." if on_now else "Reminders are on.")

    @work(group="act", exit_on_error=False)
    async def action_test(self) -> None:
        """Sends a letter that says it is a test by every way that is set up, and shows what became of each."""
        channels = self.found.channels if self.found else ()
        says = f"A letter that says it is a test goes to the co-ordinator by: {', '.join(channels)}."
        if not await self.matters.push_screen_wait(Confirm("Try the channels", says, "Send the test")):
            return
        told = await self.attempt(self.matters.work.elsewhere(lambda: sending.tested(self.matters.config, channels)))
        if told is not None:
            self.matters.push_screen(Reading("What became of the test", told))
