"""What can be done from the page of a report: its moves, corrections, follow-ups, gaps, links, papers."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from textual import work

from states.days import london_day
from states.words import Move, said
from tui import wording
from tui.dialogs import record_forms as forms
from tui.dialogs.follow_up_form import act_on
from tui.dialogs.move_form import MoveForm
from tui.dialogs.picker import Picker
from tui.dialogs.reading import Reading
from tui.keys import MOVES
from tui.screens.record_owed import OwedActs, alone, numbers_of
from tui.screens.record_rows import ways
from tui.wording import DID

if TYPE_CHECKING:
    from workflow.views.forms import Known
    from workflow.views.whole import Whole


_MOVES = frozenset(Move) - {Move.DRAFT}
"""The moves that can be struck: the entry that began the report stays."""


class Acts(OwedActs):
    """A screen on which one report stands, with everything that is done to it."""

    @work(group="act", exit_on_error=False)
    @alone
    async def action_move(self, name: str) -> None:
        """Opens the form of a move; one that cannot be made now says why."""
        await self._move(name)

    async def _move(self, name: str) -> None:
        whole = await self._now()
        if whole is None:
            return
        possible = next((m for m in whole.explained.moves if m.move == name), None)
        if possible is not None and not possible.possible:
            self.say(f"{said(name).capitalize()}: {' '.join((*possible.reasons, *ways(whole, name)))}")
            return
        await self.open_move(name)

    async def open_move(self, name: str) -> None:
        """The form of a move, on this report as it stands."""
        from workflow.views.forms import form

        whole = await self._now()
        if whole is None:
            return
        asks = await self.attempt(self.ask(form, whole.shown.report, name))
        if asks is not None:
            done = await self.app.push_screen_wait(MoveForm(asks, london_day(self.matters.work.clock())))
            self.told(done, DID[Move(name)])
            self._was_left(nothing=done is None)

    def _was_left(self, *, nothing: bool) -> None:
        """Where nothing was done, somebody who came for a move only is back where it was begun."""
        if self.passing and nothing and self.is_current:
            self.app.pop_screen()
        self.passing = False

    @work(group="act", exit_on_error=False)
    @alone
    async def action_moves(self) -> None:
        """Every move in a list, those that cannot be made dim with their sentence."""
        from workflow.views.fields import Choice

        whole = await self._now()
        if whole is None:
            return
        can = [Choice(m.move, MOVES[m.move][1]) for m in whole.explained.moves if m.possible]
        cannot = [
            Choice("", f"{said(m.move)}: {wording.why_not(m.move, (*m.reasons, *ways(whole, m.move)))}")
            for m in whole.explained.moves if not m.possible
        ]  # fmt: skip
        taken = await self.app.push_screen_wait(Picker(f"Move · {whole.shown.title}", [*can, *cannot]))
        if taken is not None:
            await self.open_move(Move(taken.value))
        else:
            self._was_left(nothing=True)

    @work(group="act", exit_on_error=False)
    @alone
    async def action_undo(self) -> None:
        """Corrects: strikes the last move that stands, with a reason; on another entry, that one if it is wanted."""
        from workflow.views.fields import Choice

        whole = await self._now()
        if whole is None:
            return
        kind, key = self.under()
        standing = {str(p.entry) for p in whole.timeline if p.move in _MOVES and not p.struck}
        entry = int(key) if kind == "entry" and key in standing else 0
        if entry and entry != whole.last:
            choices = [Choice(str(n), forms.entered(whole, n)) for n in (whole.last, entry)]
            taken = await self.app.push_screen_wait(Picker("Which is struck?", choices))
            if taken is None:
                return
            entry = int(taken.value)
        self.told(await self.app.push_screen_wait(forms.correct(whole, entry)), "corrected")

    @work(group="act", exit_on_error=False)
    @alone
    async def action_edit(self) -> None:
        """Amends: picks the fact, asks its new value and why."""
        from workflow.views.forms import known

        whole = await self._now()
        if whole is None:
            return
        kind, key = self.under()
        found = await self.attempt(self.ask(known, whole.shown.report)) or ()
        if kind == "rec":
            found = tuple(sorted(found, key=lambda k: not any(p.number == int(key) for p in k.made)))
        entry = int(key) if kind == "entry" else 0
        if entry and any(k.entry == entry for k in found):
            found = tuple(k for k in found if k.entry == entry)
        taken = await self.app.push_screen_wait(Picker(f"Edit · {whole.shown.title}", forms.facts(found)))
        if taken is not None:
            await self._amend(whole, found[int(taken.value) - 1])

    async def _amend(self, whole: "Whole", fact: "Known") -> None:
        """The form that changes one fact; recommendations have one of their own."""
        from tui.dialogs.made_form import MadeForm
        from workflow.views.forms import form

        if fact.field.kind != "proposals":
            self.told(await self.app.push_screen_wait(forms.amend(whole, fact)), "amended")
            return
        asks = await self.attempt(self.ask(form, whole.shown.report, fact.move))
        if asks is not None:
            made = MadeForm(asks, london_day(self.matters.work.clock()), fact)
            self.told(await self.app.push_screen_wait(made), "recommendations amended")

    @work(group="act", exit_on_error=False)
    @alone
    async def action_attach(self) -> None:
        """Attaches a paper's own words."""
        whole = await self._now()
        if whole is not None:
            self.told(await self.app.push_screen_wait(forms.attach(whole)), "attached")

    @work(group="act", exit_on_error=False)
    @alone
    async def action_merge(self) -> None:
        """It is the same as another report: that one is opened in its place."""
        from tui.dialogs.joining_forms import merge

        whole = await self._now()
        done = await self.app.push_screen_wait(merge(whole)) if whole is not None else None
        if done is not None and self.is_current:
            self.app.pop_screen()
            self.matters.record(f"R{done.moved.ref}")

    @work(group="act", exit_on_error=False)
    @alone
    async def action_split(self) -> None:
        """Some of it becomes a report of its own, which is opened on top."""
        from tui.dialogs.joining_forms import split

        whole = await self._now()
        done = await self.app.push_screen_wait(split(whole)) if whole is not None else None
        if done is not None:
            self.look_again()
            self.matters.record(f"R{done.new.ref}")

    def action_explain(self) -> None:
        """Where the date under the cursor comes from; elsewhere, every date."""
        whole = self.whole
        if whole is None:
            return
        kind, key = self.under()
        numbers = set(key.split(",")) if kind == "owed" else {str(s.number) for s in whole.standing}
        texts = dict.fromkeys(s.paragraph for s in whole.standing if str(s.number) in numbers)
        said_so = [("", text) for text in texts] or [("", text) for text in whole.explained.paragraphs]
        self.app.push_screen(Reading("Where the date comes from", said_so))

    def action_sources(self) -> None:
        """The papers' own words: of what the cursor stands on where it has any, else all."""
        whole = self.whole
        if whole is None:
            return
        kind, key = self.under()
        mine = [s for s in whole.sources if (kind == "rec" and s.about == f"recommendation {key}")
                or (kind == "entry" and str(s.entry) == key)]  # fmt: skip
        told = [
            (" · ".join(filter(None, (PurePath(s.path).name, s.about))), f"“{s.quote}”") for s in mine or whole.sources
        ]
        self.app.push_screen(Reading("Sources", told or [("", "No paper is known for this report.")]))

    @work(group="act", exit_on_error=False)
    @alone
    async def action_open(self) -> None:
        """Opens what the cursor stands on, or does with it what is done most."""
        kind, key = self.under()
        whole = self.whole
        if whole is None:
            return
        if kind == "tied":
            self.matters.record(key)
        elif kind == "rec":
            self.app.push_screen(Reading(f"Recommendation {key}", forms.recommendation(whole, int(key))))
        elif kind == "entry":
            self.app.push_screen(Reading(f"Entry {key}", forms.entry(whole, int(key))))
        elif kind == "move":
            await self._move(key)
        elif await self._now() is None:
            return
        elif kind == "owed":
            await act_on(self, whole.shown.report, numbers_of(key))
        elif kind in ("gap", "odd"):
            self.told(await self.app.push_screen_wait(await forms.settle(self, whole, kind, key)), "settled")
        elif kind == "offer":
            self.told(await self.app.push_screen_wait(forms.link(whole, int(key))), "answered")
