"""The pulse of a store: its last entry, and the council's name on a day."""

from datetime import UTC, date, datetime

from workflow.views.look import looking
from workflow.views.pulse import beat, pulse

DAYS = (date(2016, 1, 1), date(2017, 5, 1), date(2017, 5, 2), date(2020, 1, 1), date(2026, 1, 1))
NAMES = ((date(2020, 1, 1), "Third"), (date(2017, 5, 2), "First"), (date(2017, 5, 2), "Second"))


def test_the_councils_name_is_the_one_the_rules_give_on_each_day(desk) -> None:
    with desk.reading() as tx:
        assert [desk.rules(tx).on(day).name for day in DAYS] == [None] * 5
    with looking(desk.store, DAYS[0]) as look:
        assert pulse(look).council is None
    for since, name in NAMES:
        with desk.writing() as tx:
            now = datetime(2026, 11, 22, tzinfo=UTC)
            tx.put("rules", {"from_day": since, "values": {"council": {"name": name}}}, who="ann", now=now)
    for day in DAYS:
        with looking(desk.store, day) as look:
            assert pulse(look).council == desk.rules(look.tx).on(day).name
            assert pulse(look).entry == beat(look) == look.tx.head().entry
    with looking(desk.store, DAYS[2]) as look:
        assert pulse(look).council == "Second"
        assert pulse(look).who == "ann"
