"""`matters remind run`: the parts of the worker joined, as the command line and the settings have them."""

import threading
from argparse import Namespace
from importlib.util import find_spec

from states.errors import BadInput
from workflow import settings
from workflow.cli.place import place_of, store_to_read, who_of
from workflow.desk import Desk, machine_clock
from workflow.settings_sending import Sending, sending_in
from workflow.worker import clockwork
from workflow.worker.clockwork import Jobs, Times
from workflow.worker.log import log_to
from workflow.worker.working import Working


def work(args: Namespace) -> int:
    """Works until it is asked to stop; the exit code.

    Everything that could not be put right while nobody looks is refused now: no database, settings that cannot be
    read, a log that cannot be written.

    Raises:
        BadInput: the settings, or the log.
        StoreError: the database.
    """

    def settings_now() -> Sending:
        path = settings.settings_path(args.config)
        return sending_in(settings.read(path) if path is not None else None)

    def open_desk() -> Desk:
        return Desk(store_to_read(args), who_of(args))

    sending = settings_now()
    desk = open_desk()
    on_a_server = desk.store.kind == "postgresql"
    desk.close()
    try:
        log = log_to(args.log)
    except OSError as error:
        raise BadInput(f"The log {args.log} cannot be written: {error.strerror}.") from None
    times = Times(sending.reminders.time, sending.backup.time)
    working = Working(open_desk, settings_now, log)
    if on_a_server and not args.alone and find_spec("procrastinate") is not None:
        from workflow.worker.many import Dispatcher

        return Dispatcher(place_of(args).url, working, times, log).run()
    return clockwork.run(Jobs(working.sweep, working.night), times, log, machine_clock, threading.Event())
