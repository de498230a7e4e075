"""A person's settings: one TOML file, every key optional, unknown ones refused by name.

`[database]` says where the database is. `[council]`, `[call_in]`, `[working_days]` and `[updates]` are the council's
rules: they take effect when `matters config apply` enters them in the journal, never by standing in a file.
`[reminders]`, `[mail]`, `[channels]` and `[letters]` are looked at by `workflow.settings_sending` in their turn.
The quickest commands ask here too, so whatever is slow to load is imported where it is needed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from states.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from states.rules import CouncilRules

RULES = ("council", "call_in", "working_days", "updates")
"""The sections that are the council's rules."""

SENDING = ("reminders", "mail", "channels", "letters", "backup")
"""The sections about what is done by itself: what leaves the house, and the nightly copy."""

SECTIONS = ("database", *RULES, *SENDING)
"""Every section there is."""

_APP = "matters-arising"


class Place:
    """Where the database is, and what says so: `--db`, `MATTERS_DB`, the settings file's path, the platform's place."""

    __slots__ = ("said_by", "url")

    def __init__(self, url: str, said_by: str) -> None:
        self.url, self.said_by = url, said_by


class Settings:
    """What a settings file says: its path, its database, its sections of rules and of what leaves, as read."""

    __slots__ = ("path", "rules", "sending", "url")

    def __init__(self, path: str, url: str | None, rules: dict[str, Any], sending: dict[str, Any]) -> None:
        self.path, self.url, self.rules, self.sending = path, url, rules, sending


def database(db: str | None, config: str | None) -> Place:
    """Where the database is: what `--db` gave, else MATTERS_DB, else the settings file, else the platform's place."""
    if db:
        return Place(db, "--db")
    if os.environ.get("MATTERS_DB"):
        return Place(os.environ["MATTERS_DB"], "MATTERS_DB")
    path = settings_path(config)
    if path is not None:
        url = read(path).url
        if url:
            return Place(url, path)
    return Place(default_database(), "the platform's place")


def settings_path(config: str | None) -> str | None:
    """The settings file: what `--config` gave, else MATTERS_CONFIG, else the platform's place if there is one there.

    Raises:
        BadInput: a file was named and is not there.
    """
    for given, said_by in ((config, "--config"), (os.environ.get("MATTERS_CONFIG"), "MATTERS_CONFIG")):
        if given:
            path = os.path.expanduser(given)  # noqa: PTH111
            if not os.path.isfile(path):  # noqa: PTH113
                raise BadInput(f"There is no settings file {given} ({said_by}).")
            return path
    usual = default_settings()
    return usual if os.path.isfile(usual) else None  # noqa: PTH113


def default_settings() -> str:
    """Where the settings file is if nobody says otherwise."""
    from platformdirs import user_config_dir

    return os.path.join(user_config_dir(_APP, appauthor=False), "settings.toml")  # noqa: PTH118


def default_database() -> str:
    """Where the database is if nobody says otherwise."""
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir(_APP, appauthor=False), "matters.db")  # noqa: PTH118


def read(path: str) -> Settings:
    """What a settings file says. `rules_in` and `sending_in` look at the values.

    Raises:
        BadInput: it cannot be read, is no TOML, has a section or a key nobody knows, or shows a password to others.
    """
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123
            said = tomllib.load(file)
    except OSError as error:
        raise BadInput(f"The settings file {path} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"The settings file {path} is no TOML: {error}.") from None
    for section, values in said.items():
        if section not in SECTIONS:
            raise BadInput(f"{path}: there is no section [{section}].{_closest(section, SECTIONS)}")
        if not isinstance(values, Mapping):
            raise BadInput(f"{path}: [{section}] must be a section with settings in it.")
    url = _database(path, said.get("database", {}))
    rules, sending = ({name: said[name] for name in names if name in said} for names in (RULES, SENDING))
    return Settings(path, url, rules, sending)


def rules_in(settings: Settings) -> CouncilRules:
    """The council's rules that a settings file says. BadInput, naming file, section and key, where one cannot be."""
    from states.rules import rules_from

    try:
        return rules_from(settings.rules)
    except BadInput as error:
        raise BadInput(f"{settings.path}: {error}") from None


def _database(path: str, values: Mapping[str, Any]) -> str | None:
    for key in values:
        if key != "url":
            raise BadInput(f"{path}: [database] has no setting “{key}”. Did you mean “url”?")
    url = values.get("url")
    if url is None:
        return None
    if not isinstance(url, str) or not url.strip():
        raise BadInput(f"{path}: [database] url must be text such as “sqlite:///matters.db”.")
    if masked(url) != url and readable_by_others(path):
        raise BadInput(f"{path} holds a password and others can read it. Make it yours alone: chmod 600 {path}")
    return url.strip()


def readable_by_others(path: str) -> bool:
    """Whether anybody but its owner may read a file; where files have no such rights, nobody is said to."""
    return os.name == "posix" and bool(os.stat(path).st_mode & 0o077)  # noqa: PTH116


def masked(text: str) -> str:
    """A text in which every URL's password is `***`."""
    import re

    return re.sub(r"(\w://[^\s:/@]*:)[^\s\"'”]*@", r"\1***@", text)


def file_of(url: str) -> str | None:
    """The file of a SQLite database, as a path; None for one in memory, or on a server."""
    if "://" not in url:
        return os.path.expanduser(url)  # noqa: PTH111
    scheme, _, rest = url.partition("://")
    if scheme.partition("+")[0] != "sqlite" or not rest.startswith("/"):
        return None
    path = rest[1:].partition("?")[0]
    return os.path.expanduser(path) if path and path != ":memory:" else None  # noqa: PTH111


def _closest(word: str, words: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, words, 1)
    return f" Did you mean [{close[0]}]?" if close else f" There are: {', '.join(f'[{name}]' for name in words)}."
