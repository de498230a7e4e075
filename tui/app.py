"""The App: it routes. Screens ask, dialogs answer, `tui.work` is the desk; here they are only joined."""

import gc
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.events import Event
from textual.reactive import reactive
from textual.screen import Screen

from states.errors import StoreError
from tui import keys, remembered, screens, themes
from tui.becoming import Becoming
from tui.going import Going
from tui.in_turn import InTurn
from tui.messages import AsOfChanged, StoreBack, StoreChanged, StoreLost
from tui.palette import Commands, Orders, SavedFilters
from tui.screens.at_work import AtWork
from tui.screens.place import Place
from tui.sentences import sentence
from tui.work import Work
from workflow.cli.today import london_day, machine_instant

BEAT = 2.0
"""Every how many seconds the database is asked whether anything was entered; a lost one is asked twice as often."""

PATIENCE = 0.5
"""For how many seconds, at the most, everything else waits for the first screen's rows."""

STYLES = Path(__file__).parent / "styles"
"""Where the stylesheets are. What the first screen does not need is read after it is painted."""


class MattersApp(Going):
    """The terminal UI of one database."""

    TITLE = "Matters Arising"
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "shell.tcss", STYLES / "today.tcss"]
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("everywhere")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Commands, Orders, SavedFilters}

    council: reactive[str | None] = reactive(None)
    """The council's name, as the database has it."""

    day: reactive[date | None] = reactive(None)
    """The day it is in London."""

    as_of: reactive[date | None] = reactive(None)
    """The past day that is looked at; None is today."""

    def __init__(
        self, url: str, who: str, *, clock: Callable[[], datetime] = machine_instant, config: str | None = None,
        remembers: bool = False,
    ) -> None:  # fmt: skip
        plain_terminal = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if plain_terminal else None)
        self.work = Work(url, who, clock)
        self.config = config
        """The settings file that was named, if one was."""
        self._said_lost = False
        self.becoming = Becoming()
        self.turns = InTurn(self)
        self._dawned: date | None = None
        self.stamp = -1
        """The journal's last entry as far as is known here: screens compare it with the one they have shown."""
        self.day = london_day(clock())
        self.animation_level = "none"
        for theme in themes.THEMES:
            self.register_theme(theme)
        self._remembers = remembers
        wanted = os.environ.get("MATTERS_THEME") or (remembered.theme() if remembers else "")
        self.set_reactive(App.theme, wanted if wanted in themes.NAMES else themes.NAMES[0])
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.stylesheet.set_variables(self.get_css_variables())

    async def on_event(self, event: Event) -> None:
        """Keys and pasted words wait for their turn."""
        if not self.turns.holds(event):
            await super().on_event(event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for any theme that does not say them."""
        return dict(themes.VARIABLES)

    def get_default_screen(self) -> Screen[None]:
        """Today opens first."""
        return screens.TABS[self.DEFAULT_MODE]()

    def on_mount(self) -> None:
        """Once the first screen has its rows, the watch over the database begins.

        The tabs are told now: a first screen that stands among them is styled twice before it is painted.
        """
        for place, made in screens.TABS.items():
            self.add_mode(place, made)
        self._begin()

    @work(group="begin", exit_on_error=False)
    async def _begin(self) -> None:
        """What can wait until the first screen has its rows; rubbish, if nobody has looked for it since the start."""
        if isinstance(self.screen, Place):
            await self.screen.loaded_within(PATIENCE)
        self.beat_now()
        self.set_interval(BEAT, self.beat_now)
        self._dress()
        if not gc.isenabled():
            gc.collect()
            gc.freeze()
            gc.enable()

    def _dress(self) -> None:
        """Reads the stylesheets of the screens that are not open yet; they are understood when one of them opens."""
        for path in sorted(STYLES.glob("*.tcss")):
            if not self.stylesheet.has_source(str(path), ""):
                self.stylesheet.read(path)
        if len(self.screen_stack) > 1 or self.current_mode != self.DEFAULT_MODE:
            self.refresh_css(animate=False)

    @work(exclusive=True, group="beat", exit_on_error=False)
    async def beat_now(self) -> None:
        """Asks whether anything was entered since, or whether the database is back."""
        await self.beat()

    async def beat(self) -> None:
        """The same, for those who have just entered something and wait for it to be seen."""
        await self.work.warm()
        from workflow.views.pulse import beat, pulse

        self.day = london_day(self.work.clock())
        try:
            entry = await self.work.ask_now(beat)
            if entry != self.stamp or self.day != self._dawned:
                found = await self.work.ask_now(pulse)
                self.council, self._dawned = found.council, self.day
                self.becoming.heed(self, found)
        except StoreError as error:
            self.lose(sentence(error))
            return
        if self._said_lost:
            self._said_lost = False
            self._tell_all(StoreBack, hidden=True)
        first, changed, self.stamp = self.stamp == -1, entry != self.stamp, entry
        if changed and not first:
            self._tell_all(lambda: StoreChanged(entry))

    def lose(self, words: str) -> None:
        """The database cannot serve: every open screen says so, and it is asked until it is back."""
        self.work.lost = self._said_lost = True
        self._tell_all(lambda: StoreLost(words), hidden=True)

    def _tell_all(
        self, made: Callable[[], StoreChanged | StoreLost | StoreBack | AsOfChanged], *, hidden: bool = False
    ) -> None:
        """Tells every screen that can be seen, and with `hidden` those of the other tabs as well."""
        stacks = self._screen_stacks.values() if hidden else (self.screen_stack,)
        for screen in [screen for stack in stacks for screen in stack]:
            screen.post_message(made())

    async def move_to(self, url: str) -> None:
        """Works on another database from now on; every screen begins anew."""
        await self.work.move_to(url)
        self.as_of, self.stamp, self.council = None, -1, None
        await self.beat()
        self._tell_all(lambda: StoreChanged(self.stamp), hidden=True)

    def record(self, ref: str, then: str = "") -> None:
        """Opens a report on top of the screen it was chosen on, and runs one of its actions."""
        self._open(screens.one_report(ref), then)

    @work(exit_on_error=False)
    async def _open(self, screen: Place, then: str) -> None:
        await self.push_screen(screen)
        if then:
            screen.passing = True
            await screen.loaded.wait()
            await self.run_action(then, screen)

    def action_theme(self) -> None:
        """The next theme; it is the one that is shown the next time, too."""
        self.theme = themes.after(self.theme)
        if self._remembers:
            remembered.remember(self.theme)
        if isinstance(self.screen, AtWork):
            self.screen.done(f"Theme: {self.theme.replace('-', ' ')}.")

    def action_again(self) -> None:
        """Everything open looks again."""
        self._tell_all(lambda: StoreChanged(self.stamp))

    @work(exit_on_error=False)
    async def action_as_of(self) -> None:
        """Asks for a past day, and looks at everything as it stood then; left empty, it is today again."""
        from tui.dialogs.as_of import ask_day

        answer = await self.push_screen_wait(ask_day(self.work.clock))
        if answer is not None:
            self.look_at(answer.day)

    def look_at(self, day: date | None) -> None:
        """Looks at a past day; None is today."""
        self.as_of = self.work.as_of = day if day is None or self.day is None or day < self.day else None
        self._tell_all(lambda: AsOfChanged(self.as_of), hidden=True)

    @work(exit_on_error=False)
    async def action_import_papers(self) -> None:
        """Asks which papers, and reads them."""
        from tui.dialogs.begin import import_papers

        await import_papers(self)

    def action_find(self) -> None:
        """Whatever happened to …?"""
        if getattr(self.screen, "place", "") != "find":
            from tui.screens.find import Find

            self.push_screen(Find())

    @work(exit_on_error=False)
    async def action_new_report(self) -> None:
        """Asks what a report needs, and starts it."""
        from tui.dialogs.begin import new_report

        await new_report(self)

    @work(exit_on_error=False)
    async def action_demonstration(self) -> None:
        """Opens the demonstration."""
        from tui.dialogs.begin import demonstration

        await demonstration(self)

    def _fatal_error(self) -> None:
        """An error nobody foresaw ends the UI with a sentence, not with a traceback; the log has the rest."""
        error = self._exception
        words = sentence(error) if isinstance(error, Exception) else "Something went wrong that should not have."
        self._exit_renderables.append(words)
        self._close_messages_no_wait()

    async def on_unmount(self) -> None:
        """The desk is closed."""
        self.work.close()


def run(
    url: str, who: str, *, as_of: date | None = None, clock: Callable[[], datetime] = machine_instant,
    config: str | None = None,
) -> int:  # fmt: skip
    """Opens the terminal UI on a database until it is left, on today or on a past day; the exit code.

    `config` is the settings file that was named; without one, it is looked for where it usually is.
    """
    app = MattersApp(url, who, clock=clock, config=config, remembers=True)
    app.look_at(as_of)
    app.run()
    return app.return_code or 0
