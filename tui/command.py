"""What a command is, and how a key is printed."""

from dataclasses import dataclass

_PRINTED = {
    "enter": "↵", "escape": "esc", "slash": "/", "colon": ":", "question_mark": "?", "up": "↑", "down": "↓",
    "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "at": "@",
    "space": "space", "tab": "tab", "full_stop": ".", "comma": ",", "plus": "+", "minus": "-", "asterisk": "*",
    "percent_sign": "%", "left_square_bracket": "[", "right_square_bracket": "]", "delete": "Del", "backspace": "⌫",
    "greater_than_sign": ">", "less_than_sign": "<", "exclamation_mark": "!", "equals_sign": "=", "tilde": "~",
}  # fmt: skip


_SIGNS = frozenset(
    "slash colon question_mark at space full_stop comma plus minus asterisk percent_sign left_square_bracket "
    "right_square_bracket greater_than_sign less_than_sign exclamation_mark equals_sign tilde".split()
)


def types(key: str) -> bool:
    """Whether a key writes a character where something is typed, and so commands nothing there."""
    return len(key) == 1 or key in _SIGNS


def shown(key: str) -> str:
    """A key of Textual's as it is printed on a keyboard: `↵` for `enter`, `ctrl+s` as it is."""
    *held, last = key.split("+")
    printed = _PRINTED.get(last, last.upper() if last[0] == "f" and last[1:].isdigit() else last)
    return "+".join((*held, printed))


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does: declared once, shown everywhere."""

    name: str
    """What it is called in the code, such as `today.open`: the place and the act."""
    keys: str
    """The keys, as Textual names them, with commas: `j,down`. The first is the one that is shown."""
    label: str
    """One word for the line at the foot of the screen."""
    says: str
    """What it does, for the palette, the help and the page of keys."""
    where: str
    """The place it belongs to, one of PLACES."""
    action: str
    """The action it runs, as Textual writes it: `go('today')` calls `action_go` of whoever has the place."""
    foot: bool = True
    """Whether it stands in the line at the foot."""
    first: bool = False
    """Whether it goes before whatever has the focus, so that it can be given in a form and in a list too."""

    @property
    def shown(self) -> str:
        """The first key as it is printed on a keyboard."""
        return shown(self.keys.partition(",")[0])
