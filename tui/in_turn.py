"""Keys in the order in which they are pressed: who types on while something opens types into what opens.

A key that commands something travels from the widget with the focus up to the App before anything happens; the next one
would still reach what has just been left. So a key that comes soon after such a one waits until that has arrived, and
until what it opens (a form, a report, a list) is there. Letters in a line, and moving about in a list, wait for nothing
among themselves.
"""

from collections import deque
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.widgets import Input

from tui.dialogs.dialog import Dialog
from tui.screens.at_work import AtWork
from tui.screens.place import Place
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.app import MattersApp

PATIENCE = 2.0
"""For how many seconds, at the most, a key waits for what is being opened."""

SOON = 0.5
"""Within how many seconds of a key that commanded something the next one asks whether it has arrived."""

AGAIN = 0.01
"""After how many seconds it is looked again whether something is there."""

LOST = 0.4
"""After how many seconds a question without an answer is asked again: what had the focus may be gone."""

ROUNDS = 2
"""How often it is asked whether a key has arrived: ↵ in a line is acted on at the App, and goes up once more."""

_AT_ONCE = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that wait for nothing; what waited is dropped."""

_OPENS = frozenset({"default", "act", "form", "offer", "do", "whole", "round", "part", "import"})
"""The groups of workers that open something, or enter something and then close what asked for it."""


class _Way(NamedTuple):
    """The way a key goes: when it went, from which widget, and whether it commands something or writes a letter.

    A letter too may bring lines into a form, which the next command goes through.
    """

    at: float
    begins: MessagePump
    commands: bool


class InTurn:
    """Holds keys back until their turn has come."""

    def __init__(self, app: "MattersApp") -> None:
        self._app = app
        self._held: deque[Key | Paste] = deque()
        self._begun = 0.0
        """Since when the first of those held waits."""
        self._asked = 0
        """Which question is the latest; the answer to any other says nothing."""
        self._rounds = 0
        """How often it has still to come back."""
        self._way: _Way | None = None
        """The way of the key that went last; None once it has arrived, or where it only moved about in a list."""

    def holds(self, event: Event) -> bool:
        """Whether an event is a key, or pasted words, that has to wait for its turn."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            return False
        if isinstance(event, Key) and event.key in _AT_ONCE:
            self._held.clear()
            return False
        if self._held:
            self._held.append(event)
            return True
        if self.opening(moves=self._stays(event)) or self._follows(event):
            self._held.append(event)
            self._begun = monotonic()
            self._wait()
            return True
        self._went(event)
        return False

    def _follows(self, event: Key | Paste) -> bool:
        """Whether a key comes so soon after another that it must not overtake what that one does."""
        way = self._way
        return way is not None and monotonic() - way.at < SOON and (way.commands or not self._stays(event))

    def _went(self, event: Key | Paste) -> None:
        stays, focused = self._stays(event), self._app.focused
        moves = stays and isinstance(focused, Rows)
        self._way = None if moves else _Way(monotonic(), focused or self._app.screen, not stays)

    def _stays(self, event: Key | Paste) -> bool:
        """Whether it only writes into a line, or moves about in a list."""
        focused = self._app.focused
        if isinstance(focused, Rows):
            return isinstance(event, Key) and event.key in focused.KEYS
        return isinstance(focused, Input) and (isinstance(event, Paste) or event.is_printable)

    def _wait(self) -> None:
        """Asks whether what went before has arrived; where the question is lost on its way, it is asked again.

        It begins where the key did. What the key said there may come after the first question: the second is behind it.
        """
        self._asked += 1
        self._rounds = ROUNDS
        self._send()
        self._app.set_timer(LOST, partial(self._lost, self._asked))

    def _send(self) -> None:
        begins = self._way.begins if self._way is not None else self._app
        if not begins.is_running or not begins.call_later(self._ask, self._asked, begins):
            self._app.call_later(self._arrived, self._asked)

    def _ask(self, asked: int, node: MessagePump) -> None:
        """Sends the question the way the key went, from the widget up to the App: it comes there after it."""
        above = getattr(node, "parent", None) or self._app
        if node is self._app or not node.is_running or not node.call_later(self._ask, asked, above):
            self._app.call_later(self._arrived, asked)

    def _lost(self, asked: int) -> None:
        if self._held and asked == self._asked:
            self._way = None
            self._wait()

    async def _arrived(self, asked: int) -> None:
        """What went before has arrived: the next goes as soon as what that opened is there."""
        if asked != self._asked or not self._held:
            return
        self._rounds -= 1
        if self._rounds > 0:
            self._send()
            return
        if self.opening(moves=self._stays(self._held[0])) and monotonic() - self._begun < PATIENCE:
            self._asked += 1
            self._app.set_timer(AGAIN, partial(self._arrived, self._asked))
            return
        self._way = None
        while self._held and not self._follows(self._held[0]):
            event = self._held.popleft()
            self._went(event)
            await App.on_event(self._app, event)
        if self._held:
            self._begun = self._begun if self.opening() else monotonic()
            self._wait()

    def opening(self, *, moves: bool = False) -> bool:
        """Whether something is being opened, entered, or read again; about a list that is there one `moves` freely."""
        app = self._app
        screen = app.screen
        if isinstance(screen, AtWork) and screen.blocked:
            return False
        if not screen.is_mounted or (isinstance(screen, Dialog) and not screen.ready):
            return True
        here = [w for w in app.workers if not w.is_finished]
        if isinstance(screen, Place) and not app.work.lost and screen.seen != -2:
            there = screen.loaded.is_set()
            behind = screen.seen not in (-1, app.stamp) or (screen.seen == -1 and not there)
            looks = behind or any(w.group == "look" and w.node is screen for w in here)
            if looks and not (moves and there):
                return True
        nodes = (screen,) if screen.is_modal else (screen, app)
        return any(w.group in _OPENS and w.node in nodes for w in here)
