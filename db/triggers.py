"""What the databases themselves refuse: changing the journal, and editing a row behind the journal's back.

On SQLite this stops accidents (a trigger can be dropped); what goes round it is shown by `db.verify`.
"""

from db.shaped import RECORDS

GENESIS = "0" * 64
"""What the first entry of a journal has before it."""

_BEHIND = "edited behind the journal''s back: write through matters, which journals every change"
_KEPT = "the journal is only ever added to: correct an entry by a new one"
_NEXT = "an entry of the journal follows the last one: its number, its instant and its seal do not"
_NEVER = "nothing is erased: correct the record by a new entry"

_SEALED = ("entry", "at", "who", "record", "act", "move", "from_state", "to_state", "on_first", "on_last", "digest")
_CHAIN = (*_SEALED, "prev", "hash")
_ROWS = {"R": "report"} | {letter: table.name for letter, table in RECORDS.items()}


def _sqlite(name: str, when: str, refused: str, sentence: str) -> str:
    return f"CREATE TRIGGER {name} {when}\nWHEN {refused}\nBEGIN\n  SELECT RAISE(ABORT, '{sentence}');\nEND"


def sqlite_triggers() -> list[str]:
    """The triggers of a SQLite database, each a statement."""
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in _CHAIN)
    said = "EXISTS (SELECT 1 FROM redaction WHERE redacted = OLD.entry)"
    made = [
        _sqlite(
            "journal_next",
            "BEFORE INSERT ON journal",
            "coalesce((SELECT entry + 1 = NEW.entry AND hash = NEW.prev AND at < NEW.at\n"
            "  FROM journal ORDER BY entry DESC LIMIT 1),\n"
            f"  NEW.entry = 1 AND NEW.prev = '{GENESIS}') IS NOT 1",
            _NEXT,
        ),
        _sqlite("journal_sealed", "BEFORE UPDATE ON journal", f"{changed}\n  OR NEW.salt <> '' OR NOT {said}", _KEPT),
        _sqlite("journal_kept", "BEFORE DELETE ON journal", "true", _KEPT),
        _sqlite("redaction_sealed", "BEFORE UPDATE ON redaction", "true", _KEPT),
        _sqlite("redaction_kept", "BEFORE DELETE ON redaction", "true", _KEPT),
    ]
    for letter, table in _ROWS.items():
        told = f"EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = '{letter}' || NEW.ref)"
        made += [
            _sqlite(f"{table}_new", f"BEFORE INSERT ON {table}", f"NOT {told}", _BEHIND),
            _sqlite(
                f"{table}_told",
                f"BEFORE UPDATE ON {table}",
                f"NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1\n  OR NOT {told}",
                _BEHIND,
            ),
            _sqlite(f"{table}_kept", f"BEFORE DELETE ON {table}", "true", _NEVER),
        ]
    return made


def _postgres(name: str, body: str) -> str:
    return (
        f"CREATE FUNCTION matters_{name}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        f"DECLARE\n  last record;\nBEGIN\n{body}\n  RETURN NEW;\nEND $$"
    )


def _raise(condition: str, sentence: str) -> str:
    return f"  IF {condition} THEN\n    RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';\n  END IF;"


def postgres_triggers() -> list[str]:
    """The same on PostgreSQL: functions, then triggers, each a statement."""
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in _CHAIN)
    said = (
        "EXISTS (SELECT 1 FROM redaction WHERE redacted = OLD.entry\n"
        "    AND digest = encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex'))"
    )
    told = "EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = TG_ARGV[0] || NEW.ref)"
    made = [
        _postgres(
            "journal_next",
            "  SELECT entry, at, hash INTO last FROM journal ORDER BY entry DESC LIMIT 1;\n"
            + _raise(
                "NEW.entry IS DISTINCT FROM coalesce(last.entry, 0) + 1\n"
                f"    OR NEW.prev IS DISTINCT FROM coalesce(last.hash, '{GENESIS}')\n"
                "    OR NEW.at <= coalesce(last.at, '')",
                _NEXT,
            ),
        ),
        _postgres("journal_sealed", _raise(f"{changed}\n    OR NEW.salt <> '' OR NOT {said}", _KEPT)),
        _postgres("kept", f"  RAISE EXCEPTION '{_KEPT}' USING ERRCODE = 'check_violation';"),
        _postgres("never", f"  RAISE EXCEPTION '{_NEVER}' USING ERRCODE = 'check_violation';"),
        _postgres("new", _raise(f"NOT {told}", _BEHIND)),
        _postgres(
            "told",
            _raise(
                f"NEW.ref <> OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1\n    OR NOT {told}",
                _BEHIND,
            ),
        ),
        _on("journal_next", "INSERT ON journal", "journal_next"),
        _on("journal_sealed", "UPDATE ON journal", "journal_sealed"),
        _on("journal_kept", "DELETE ON journal", "kept"),
        _on("redaction_kept", "UPDATE OR DELETE ON redaction", "kept"),
    ]
    for letter, table in _ROWS.items():
        made += [
            _on(f"{table}_new", f"INSERT ON {table}", "new", letter),
            _on(f"{table}_told", f"UPDATE ON {table}", "told", letter),
            _on(f"{table}_kept", f"DELETE ON {table}", "never"),
        ]
    return made


def _on(name: str, event: str, function: str, argument: str = "") -> str:
    given = f"'{argument}'" if argument else ""
    return f"CREATE TRIGGER {name} BEFORE {event} FOR EACH ROW EXECUTE FUNCTION matters_{function}({given})"
