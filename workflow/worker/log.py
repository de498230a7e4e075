"""The worker's log: one line of JSON for each thing that happened, on standard error or in a file.

No line holds the words of a report, an address or a secret: references, counts and sentences about the machine only.
"""

import json
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from states.days import instant_text

NAME = "matters"
"""The logger that all of it goes through."""


class AsJson(logging.Formatter):
    """A record as one line: `at` (UTC), `level`, `event`, and what was told with it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = instant_text(datetime.fromtimestamp(record.created, UTC))
        line: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "event": record.getMessage()}
        line |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = f"{type(record.exc_info[1]).__name__}: {record.exc_info[1]}"
        return json.dumps(line, ensure_ascii=True, default=str)


def log_to(path: Path | None) -> logging.Logger:
    """The log, written to the end of a file or, without one, to standard error."""
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    if path is not None:
        handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(AsJson())
    log = logging.getLogger(NAME)
    log.handlers[:] = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False
    scheduler = logging.getLogger("apscheduler")
    scheduler.handlers[:] = [handler]
    scheduler.setLevel(logging.CRITICAL)
    scheduler.propagate = False
    return log


def tell(log: logging.Logger, event: str, *, level: int = logging.INFO, **told: Any) -> None:
    """Writes one event with what belongs to it; None is left out."""
    log.log(level, event, extra={"told": {key: value for key, value in told.items() if value is not None}})
