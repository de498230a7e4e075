"""A question nobody waits for any more is not looked for any longer: the next one is answered at once."""

import asyncio
import threading
from datetime import UTC, datetime

import pytest

from db.store import open_store
from tui.work import THREADS, Work
from workflow.views.pulse import beat

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)

ENDLESS = {
    "sqlite": "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 - 1 FROM n) SELECT count(*) FROM n",
}


async def test_a_question_given_up_stops_in_the_database(store_url):
    open_store(store_url).close()
    work = Work(store_url, "rose", lambda: NOW)
    await work.warm()
    begun = threading.Semaphore(0)

    def endless(look):
        begun.release()
        return look.tx.run(ENDLESS[look.tx.kind]).fetchone()

    asked = [asyncio.create_task(work.ask_now(endless)) for _ in range(THREADS)]
    for _ in asked:
        await asyncio.to_thread(begun.acquire, timeout=20)
    for one in asked:
        one.cancel()
    assert await asyncio.wait_for(work.ask_now(beat), 20) == 0
    for one in asked:
        with pytest.raises(asyncio.CancelledError):
            await one
    assert not work.lost
    work.close()


async def test_a_question_given_up_before_its_turn_is_never_asked(store_url):
    open_store(store_url).close()
    work = Work(store_url, "rose", lambda: NOW)
    await work.warm()
    go, asked = threading.Event(), []

    begun = threading.Semaphore(0)

    def waits(look):
        begun.release()
        return go.wait(20)

    busy = [asyncio.create_task(work.ask_now(waits)) for _ in range(THREADS)]
    for _ in busy:
        await asyncio.to_thread(begun.acquire, timeout=20)
    late = asyncio.create_task(work.ask_now(asked.append))
    await asyncio.sleep(0.05)
    late.cancel()
    with pytest.raises(asyncio.CancelledError):
        await late
    go.set()
    assert all(await asyncio.gather(*busy))
    assert await work.ask_now(beat) == 0
    assert asked == []
    work.close()
