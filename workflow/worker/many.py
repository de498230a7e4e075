"""Many machines at one PostgreSQL database: procrastinate, an engine made for that, hands the work round.

One machine sweeps, whichever is first; the messages it claimed are handed round in parcels, and any machine sends
them. What a machine that dies had in hand is given to another. Beneath it are the same claims as on one machine, so
that nothing goes twice whatever the engine does. Its own tables stand apart, in the schema `SCHEMA`.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from states.errors import BadInput, StoreUnreachable
from states.zone import LONDON
from workflow.desk import machine_clock
from workflow.worker.clockwork import EVERY, PATIENCE, Times, in_time, missed_night
from workflow.worker.log import tell
from workflow.worker.working import Working

SCHEMA = "procrastinate"
"""The schema of the engine's own tables, beside ours."""

PARCEL = 20
"""Messages in one parcel: they go over one connection."""

SWEEP, NIGHT_CARE, CARRY_OUT = "matters.sweep", "matters.night", "matters.carry_out"
"""What the engine calls our jobs."""

SILENT = 60.0
"""Seconds without a sign of life after which what a machine had in hand is given to another."""


class Dispatcher:
    """Hands the worker's jobs round among the machines that work at one database, given by its URL."""

    def __init__(
        self, url: str, working: Working, times: Times, log: logging.Logger, *,
        now: Callable[[], datetime] = machine_clock, silent: float = SILENT,
    ) -> None:  # fmt: skip
        """Raises BadInput where the engine is not installed."""
        try:
            import procrastinate
        except ImportError:
            raise BadInput(
                "Many machines need the package's distributed extra: pip install 'matters-arising[distributed]'"
            ) from None
        self.working, self.times, self.log, self.now, self.silent = working, times, log, now, silent
        self._conninfo = "postgresql://" + url.partition("://")[2]
        self._options: dict[str, Any] = {
            "conninfo": self._conninfo, "kwargs": {"options": f"-c search_path={SCHEMA}"}, "min_size": 1,
        }  # fmt: skip
        self.app = procrastinate.App(connector=procrastinate.PsycopgConnector(**self._options, max_size=4))
        self._tasks()

    def _tasks(self) -> None:
        app, every = self.app, f"*/{EVERY} * * * *"

        @app.periodic(cron=every)
        @app.task(name=SWEEP, queueing_lock="sweep", lock="sweep", pass_context=True)
        def sweep(context: Any, timestamp: int) -> None:
            if in_time(self.times, self.now()):
                self.working.sweep(context.should_abort, self.hand_out)

        @app.periodic(cron=every)
        @app.task(name=NIGHT_CARE, queueing_lock="night", lock="night")
        def night(timestamp: int) -> None:
            if timestamp == 0 or self._is_night(self.now()):
                self.working.night()

        @app.task(name=CARRY_OUT, pass_context=True)
        def carry_out(context: Any, messages: list[int], planned: int) -> None:
            self.working.carry_out(messages, planned, context.should_abort)

    def hand_out(self, messages: list[int], planned: int) -> None:
        """Gives messages to whichever machines are free, in parcels."""
        import procrastinate

        app = procrastinate.App(connector=procrastinate.SyncPsycopgConnector(**self._options, max_size=1))
        with app.open():
            task = app.configure_task(CARRY_OUT)
            for at in range(0, len(messages), PARCEL):
                parcel: Any = messages[at : at + PARCEL]
                task.defer(messages=parcel, planned=planned)

    async def mend(self) -> None:
        """Gives to others what a machine that died had in hand."""
        from procrastinate.exceptions import ConnectorException

        manager = self.app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=self.silent):
            try:
                await manager.retry_job(job)
            except ConnectorException:  # another machine was quicker
                continue
            tell(self.log, "taken over", level=logging.WARNING, job=job.task_name)

    def run(self) -> int:
        """Works until it is asked to stop; the exit code."""
        asyncio.run(self._work())
        return 0

    async def _work(self) -> None:
        from procrastinate.exceptions import AlreadyEnqueued

        await self._prepare()
        async with self.app.open_async():
            tell(self.log, "started", machines="many")
            with contextlib.suppress(AlreadyEnqueued):
                await self.app.configure_task(SWEEP).defer_async(timestamp=0)
            if missed_night(self.times, self.now()):
                with contextlib.suppress(AlreadyEnqueued):
                    await self.app.configure_task(NIGHT_CARE).defer_async(timestamp=0)
            mending = asyncio.create_task(self._keep_mending())
            try:
                await self.app.run_worker_async(
                    name="matters", concurrency=1, shutdown_graceful_timeout=PATIENCE, delete_jobs="successful",
                    stalled_worker_timeout=self.silent, update_heartbeat_interval=self.silent / 4,
                    fetch_job_polling_interval=1.0,
                )  # fmt: skip
            finally:
                mending.cancel()
        tell(self.log, "stopped", in_time=True)

    async def _keep_mending(self) -> None:
        while True:
            await self.mend()
            await asyncio.sleep(self.silent / 2)

    async def _prepare(self) -> None:
        """Makes the engine's own tables, once; machines that start together wait for the first."""
        import psycopg

        try:
            async with await psycopg.AsyncConnection.connect(self._conninfo, autocommit=False) as connection:
                await connection.execute("SELECT pg_advisory_xact_lock(hashtext('matters.procrastinate'))")
                found = await connection.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.procrastinate_jobs",))
                row = await found.fetchone()
                if row is None or row[0] is None:
                    await self._make(connection)
        except psycopg.Error as error:
            raise StoreUnreachable(
                f"The tables of the engine that hands the work round could not be made in {SCHEMA}: "
                f"{str(error).strip().splitlines()[0]} Ask whoever runs the server for the right to create them."
            ) from error

    async def _make(self, connection: Any) -> None:
        await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        await connection.execute(f"SET LOCAL search_path TO {SCHEMA}")
        await connection.execute(self.app.schema_manager.get_schema().encode())

    def _is_night(self, now: datetime) -> bool:
        """Whether the night's care falls into the minutes since the last waking."""
        there = now.astimezone(LONDON)
        hour, minute = (int(part) for part in self.times.night.split(":"))
        return 0 <= there.hour * 60 + there.minute - (hour * 60 + minute) < EVERY
