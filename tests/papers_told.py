"""Papers made by hand: what a reader hands on, with invented business, and a desk at which they are imported.

A builder for each form keeps a test to what it is about; every quote is the text itself.
"""

import hashlib
import itertools
import json
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from record_compared import photograph

from db.store import Store, open_store
from db.verify import verify
from states.case import Case, decode_case
from workflow.desk import Desk
from workflow.importers.reading import (
    Answered,
    CallIn,
    Decision,
    Document,
    Item,
    Meeting,
    Resolution,
    Step,
)
from workflow.intake.session import Imported, import_documents

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
BOARD, CABINET, COUNCIL = "Community Scrutiny Board", "Cabinet", "Borough Council"


def paper(kind: str, *items: Item, name: str = "", **more: Any) -> Document:
    """A paper of a form; its digest is that of what is in it, so the same paper twice is the same paper."""
    bare = Document(name or f"{kind}.txt", "", kind, items=items, **more)  # type: ignore[arg-type]
    seal = hashlib.sha256(msgspec.json.encode(bare)).hexdigest()
    return msgspec.structs.replace(bare, sha256=seal, path=name or f"{kind}-{seal[:6]}.txt")


def limbs(*texts: str, to: str | None = None) -> tuple[Resolution, ...]:
    return tuple(Resolution(n, text, text, to) for n, text in enumerate(texts, start=1))


def item(title: str, outcome: str = "none", *texts: str, **more: Any) -> Item:
    """An item of business with what was resolved."""
    return Item(title, outcome, resolutions=limbs(*texts), made_by="body" if texts else None, **more)  # type: ignore[arg-type]


def asks(title: str, *texts: str, from_: str = BOARD, to: str = CABINET, **more: Any) -> Item:
    """An item in which a body recommends something to another."""
    return Item(title, "recommended", resolutions=limbs(*texts), from_=from_, to=to, made_by="body", **more)


def minutes(body: str | None, day: date | None, *items: Item, **more: Any) -> Document:
    """The minutes of a meeting."""
    met = (Meeting(body, day, "held"),) if body and day else ()
    return paper("agenda_and_minutes", *items, body=body, date=day, meetings=met, status="held", **more)


def agenda(body: str, day: date, *items: Item, **more: Any) -> Document:
    """An agenda: what is to be dealt with."""
    return paper(
        "agenda", *items, body=body, date=day, meetings=(Meeting(body, day, "scheduled"),), status="scheduled", **more
    )


def note(day: date | None, one: Item, *, by: str = BOARD, met: date | None = None, **more: Any) -> Document:
    """A note to Cabinet after a meeting."""
    quote = f"considered by {by}" if met else None
    return paper("briefing_note", one, body=one.to, date=day, considered_by=by, considered_on=met,
                 considered_quote=quote, **more)  # fmt: skip


def decided(
    title: str, reference: str | None, day: date | None, *texts: str, maker: str = CABINET, **more: Any
) -> Document:
    """A record of decision."""
    facts = Decision(maker=maker, reference=reference, decided_on=day, quote=f"Decision of {maker}", **more)
    one = Item(title, "decided", reference=reference, resolutions=limbs(*texts), made_by="body", decision=facts)
    return paper("decision", one, body=maker, date=day)


def called_in(title: str, reference: str, *callers: str, **more: Any) -> Document:
    """A call-in form, which nobody dated."""
    facts = CallIn(callers=callers, grounds=("Best value", "Openness"), decision=reference, quote=" ".join(callers))
    return paper("call_in", Item(title, "request", reference=reference, call_in=facts, made_by="body"), **more)


def looks_back(title: str, reference: str, day: date | None, *steps: Step, call_in: CallIn | None = None) -> Document:
    """A report that tells what happened before."""
    one = Item(title, "options", reference=reference, steps=steps, call_in=call_in, made_by="officers")
    return paper("report", one, date=day)


def step(move: str, day: date | None, body: str | None, result: str | None = None, decision: str | None = None) -> Step:
    return Step(move, day, body, f"{body} {move} {day}", decision, result)  # type: ignore[arg-type]


def answered(title: str, day: date, *said: tuple[str, str], by: str = CABINET) -> Document:
    """An executive response: each recommendation's words with the answer."""
    answers = tuple(
        Answered(n, text, answer, f"We {answer}", text, by, None, day)  # type: ignore[arg-type]
        for n, (text, answer) in enumerate(said, 1)
    )
    return paper("report", Item(title, "response", to=BOARD, answers=answers, made_by="officers"), date=day)


_NEW: list[Store] = []


def _empty() -> Store:
    """An empty database in memory, copied from one that was made before."""
    if not _NEW:
        _NEW.append(open_store("sqlite://"))
    store = Store("sqlite", "a database in memory")
    with _NEW[0].connection() as source, store.connection() as target:
        source.backup(target)
    return store


class Intake:
    """A desk at which papers are imported one by one."""

    def __init__(self, who: str = "rose") -> None:
        self.at = NOW
        self.desk = Desk(_empty(), who, lambda: self.at)

    def read(self, *papers: Document, **more: Any) -> list[Imported]:
        """Imports papers, each alone; none may be refused."""
        done = [one for each in papers for one in import_documents(self.desk, [each], **more)]
        assert not any(one.refused for one in done), [one.refused for one in done]
        return done

    def case(self, ref: int) -> Case:
        with self.desk.reading() as tx:
            return decode_case(tx.report(ref).folded)

    def cases(self) -> dict[int, Case]:
        """The reports that are on the record."""
        with self.desk.reading() as tx:
            refs = range(1, tx.next_ref("report"))
            found = {ref: decode_case(tx.report(ref).folded) for ref in refs}
        return {ref: case for ref, case in found.items() if case.state is not None}

    @property
    def only(self) -> Case:
        """The one report there is."""
        [case] = self.cases().values()
        return case

    def rows(self, table: str, **equals: Any) -> list[dict[str, Any]]:
        with self.desk.reading() as tx:
            return tx.find(table, **equals)

    def doubts(self, code: str | None = None) -> list[str]:
        """What waits, by name or in words."""
        rows = self.rows("warning", settled=None)
        return [row["message"] for row in rows if row["code"] == code] if code else [row["code"] for row in rows]

    def photograph(self) -> object:
        """All that is on the record, without the numbers that only say in which order it was entered."""
        with self.desk.reading() as tx:
            return json.loads(json.dumps(photograph(tx), default=str))

    def close(self) -> None:
        findings = verify(self.desk.store).findings
        self.desk.close()
        assert not findings, findings


def whatever_order(papers: list[Document], most: int = 120) -> None:
    """Asserts that every order of import, or so many of them, gives the same record."""
    orders = list(itertools.islice(itertools.permutations(papers), 0, None, max(1, _factorial(len(papers)) // most)))
    first = None
    for order in orders:
        here = Intake()
        here.read(*order)
        found = here.photograph()
        here.close()
        first = found if first is None else first
        assert found == first, [each.path for each in order]


def _factorial(number: int) -> int:
    return 1 if number < 2 else number * _factorial(number - 1)
