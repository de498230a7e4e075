"""A place: head, page, notice, keys. Every screen that is not a dialog is one."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.widget import Widget

from states.errors import StoreError
from tui.messages import AsOfChanged, CommandPressed, Painted, StoreBack, StoreChanged, StoreLost, TabPressed
from tui.screens.at_work import AtWork
from tui.sentences import sentence
from tui.widgets.key_line import KeyLine
from tui.widgets.masthead import Masthead
from tui.widgets.notice import DONE, LOST, REFUSED, Notice


class Place(AtWork[None]):
    """A screen. A subclass says its `place`, its BINDINGS (`keys.bindings(place)`), its `page()` and how it `load`s.

    `load` is run after the first paint, whenever something was entered by anybody, and when the day looked at changes.
    """

    place: ClassVar[str] = ""
    """Its name in `tui.keys.PLACES`."""

    tab: ClassVar[str] = ""
    """The tab it stands under; the place's own if left empty, and for screens on top the tab they were opened from."""

    passing = False
    """Whether it was opened for one act only: where that is left, so is this."""

    seen = -1
    """The journal's last entry when it was last looked at; -1 before the first look, -2 when that went wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded = asyncio.Event()
        """Set once the first look is over."""

    def compose(self) -> ComposeResult:
        """Head, page, notice, keys."""
        yield Masthead()
        yield from self.page()
        yield Notice()
        yield KeyLine()

    async def loaded_within(self, seconds: float) -> None:
        """Waits for the first look, but no longer than so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.loaded.wait(), seconds)

    def page(self) -> Iterable[Widget]:
        """The widgets of the page."""
        return ()

    def action_new_report(self) -> None:
        """Starts a report."""
        self.matters.action_new_report()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the past nothing can be entered."""
        if action == "new_report" and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    async def load(self) -> None:
        """Asks the views and shows what they answer."""

    def on_mount(self) -> None:
        """The first look comes after the first paint."""
        self.query_one(Masthead).place = self.tab or self.matters.current_mode
        self.seen = -1

    @on(Painted)
    def _painted(self) -> None:
        if not self.loaded.is_set():
            self.look_again()

    def on_screen_suspend(self) -> None:
        """What was said of what was done here is over."""
        if self.is_mounted:
            self.unsay(DONE)
            self.unsay(REFUSED)

    def on_screen_resume(self) -> None:
        """Looks again if something was entered while another screen was in front."""
        if self.is_mounted and getattr(self, "seen", -1) not in (-1, self.matters.stamp):
            self.look_again()

    @work(exclusive=True, group="look", exit_on_error=False)
    async def look_again(self) -> None:
        """Looks at the database and shows it; what goes wrong is said in place."""
        self.seen = self.matters.stamp
        try:
            await self.matters.work.warm()
            await self.load()
            self.loaded.set()
        except StoreError as error:
            self.seen = -2
            self.matters.lose(sentence(error))
        except Exception as error:
            self.say(sentence(error), REFUSED)

    @on(StoreChanged)
    @on(AsOfChanged)
    def _something_changed(self) -> None:
        self.refresh_bindings()
        self.look_again()

    @on(StoreLost)
    def _lost(self, message: StoreLost) -> None:
        self.say(f"{message.sentence} Trying again.", LOST)

    @on(StoreBack)
    def _back(self) -> None:
        self.unsay(LOST)
        self.look_again()

    @on(TabPressed)
    def _tab(self, message: TabPressed) -> None:
        self.matters.action_go(message.place)

    @on(CommandPressed)
    async def _command(self, message: CommandPressed) -> None:
        await self.matters.give(message.name)
