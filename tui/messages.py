"""Everything that is told from one part of the screens to another: each a fact, with one line of meaning."""

from datetime import date

from textual.message import Message


class StoreChanged(Message, bubble=False):
    """Somebody entered something, here or elsewhere: screens look again and keep their place."""

    def __init__(self, entry: int) -> None:
        self.entry = entry
        super().__init__()


class StoreLost(Message, bubble=False):
    """The database cannot serve just now; `sentence` says why. It is asked again until it is back."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__()


class StoreBack(Message, bubble=False):
    """The database is back after it was lost."""


class Painted(Message):
    """A screen stands there for the first time: what it shows can be asked for."""


class Chosen(Message):
    """A row was chosen, by enter or by the mouse; `key` is what it stands for, such as `R3`."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__()


class CursorMoved(Message):
    """The cursor of a list stands on another row; `key` is what that stands for."""

    def __init__(self, key: str | None) -> None:
        self.key = key
        super().__init__()


class Copied(Message):
    """A line of a list was copied; `line` are its words."""

    def __init__(self, line: str) -> None:
        self.line = line
        super().__init__()


class TabPressed(Message):
    """A tab was clicked."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__()


class CommandPressed(Message):
    """A key at the foot was clicked; `name` is its command's."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__()


class AsOfChanged(Message, bubble=False):
    """Another day is looked at; None is today."""

    def __init__(self, day: date | None) -> None:
        self.day = day
        super().__init__()
