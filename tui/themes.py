"""The three themes: light, dark, high contrast. Quiet colours, one accent; red stands only for what is late.

Whatever has a colour has a letter too (`tui.wording`), so that nothing is lost without colours.
"""

from textual.theme import Theme

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#1f5f5b",
    secondary="#1f5f5b",
    accent="#1f5f5b",
    warning="#8a5a00",
    error="#b3261e",
    success="#1f5f5b",
    foreground="#24211c",
    background="#faf8f3",
    surface="#f3efe6",
    panel="#e9e4d8",
    variables={
        "late": "#b3261e",
        "due": "#7a5200",
        "window": "#2f5d9b",
        "undated": "#6a6458",
        "faint": "#6a6458",
        "rule": "#cfc8b8",
        "cursor": "#dcebe8",
        "cursor-far": "#ece7db",
        "past": "#f3d9a4",
        "past-text": "#3d2b00",
        "block-cursor-background": "#dcebe8",
        "block-cursor-foreground": "#24211c",
        "block-cursor-text-style": "bold",
        "border": "#1f5f5b",
        "border-blurred": "#cfc8b8",
        "scrollbar": "#cfc8b8",
        "scrollbar-hover": "#b8b09d",
        "scrollbar-active": "#1f5f5b",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "input-selection-background": "#1f5f5b 30%",
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    primary="#7fbfb4",
    secondary="#7fbfb4",
    accent="#7fbfb4",
    warning="#d9b26a",
    error="#ef8377",
    success="#7fbfb4",
    foreground="#ddd8cc",
    background="#1b1d1e",
    surface="#232627",
    panel="#2c3031",
    variables={
        "late": "#ef8377",
        "due": "#d9b26a",
        "window": "#8db4e2",
        "undated": "#a8a396",
        "faint": "#a8a396",
        "rule": "#3f4446",
        "cursor": "#233a37",
        "cursor-far": "#292d2e",
        "past": "#5a4413",
        "past-text": "#ffe9bd",
        "block-cursor-background": "#233a37",
        "block-cursor-foreground": "#ddd8cc",
        "block-cursor-text-style": "bold",
        "border": "#7fbfb4",
        "border-blurred": "#3f4446",
        "scrollbar": "#3f4446",
        "scrollbar-hover": "#596062",
        "scrollbar-active": "#7fbfb4",
        "scrollbar-background": "#1b1d1e",
        "scrollbar-background-hover": "#1b1d1e",
        "scrollbar-background-active": "#1b1d1e",
        "input-selection-background": "#7fbfb4 30%",
    },
)

CONTRAST = Theme(
    name="high-contrast",
    dark=True,
    primary="#ffff00",
    secondary="#ffff00",
    accent="#ffff00",
    warning="#ffd75f",
    error="#ff8080",
    success="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text_alpha=1.0,
    variables={
        "late": "#ff8080",
        "due": "#ffd75f",
        "window": "#87d7ff",
        "undated": "#ffffff",
        "faint": "#d0d0d0",
        "rule": "#ffffff",
        "cursor": "#002f5c",
        "cursor-far": "#1a1a1a",
        "past": "#ffff00",
        "past-text": "#000000",
        "block-cursor-background": "#002f5c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffff00",
        "scrollbar-active": "#ffff00",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "input-selection-background": "#002f5c",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)
"""The themes in the order in which `t` goes through them."""

NAMES = [theme.name for theme in THEMES]
"""Their names, in that order."""

VARIABLES = DARK.variables
"""What every theme says of its own: the defaults, so that a stylesheet can be read under any theme."""


def after(name: str) -> str:
    """The name of the theme that follows one."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]
