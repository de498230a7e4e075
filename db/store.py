"""The store: opens a database, and gives transactions. `reading()` is a consistent look, `writing()` one write.

Everything in `writing()` is kept together or not at all; one writer at a time, so that the journal is one chain.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import driver
from db.chain import Head
from db.faults import in_words, not_ours
from db.places import see_fit
from db.quick import APPLICATION, EDITION
from db.revisions import REVISIONS, VERSION_TABLE
from db.statements import Kind
from db.tx import Tx
from states.errors import StoreError, StoreTooNew, StoreUnreachable

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Store:
    """An open database. `place` is how sentences name it: a path, or a URL without its password."""

    def __init__(
        self,
        kind: Kind,
        place: str,
        *,
        path: Path | None = None,
        url: str = "",
        wait: float = driver.WAIT,
        read_only: bool = False,
        cache: int | None = None,
    ) -> None:
        self.kind, self.place, self.path = kind, place, path
        self._url, self._wait, self._read_only, self._cache = url, wait, read_only, cache
        self._idle: deque[Any] = deque()
        self._lazy: set[int] = set()
        self._alone = threading.RLock() if kind == "sqlite" and path is None else None
        self._inside: Tx | None = None
        self._closed = False
        self.frozen = False
        """Whether it can only be read, as the past can."""

    def __repr__(self) -> str:
        return f"Store({self.place})"

    def reading(self) -> AbstractContextManager[Tx]:
        """A consistent look at the whole store: what others write meanwhile is not seen."""
        if self._alone is not None:
            return self._only_one(self._alone, writes=False)
        return self._one(driver.BEGIN_READ[self.kind], writes=False)

    def writing(self, *, synced: bool = True) -> AbstractContextManager[Tx]:
        """One write: kept when the block ends, undone when it raises. Others wait their turn meanwhile.

        `synced=False`: in a SQLite file it outlasts a kill, but a loss of power only once a later write is synced.
        """
        if self.frozen:
            raise StoreError(f"This is {self.place}: the past cannot be changed.")
        if self._alone is not None:
            return self._only_one(self._alone, writes=True)
        return self._one(driver.BEGIN_WRITE[self.kind], writes=True, lazy=self.kind == "sqlite" and not synced)

    @contextmanager
    def _only_one(self, alone: threading.RLock, *, writes: bool) -> Iterator[Tx]:
        """A transaction of a database in memory, which has one connection: a second one inside is the same."""
        with alone:
            if self._inside is not None:
                yield self._inside
                return
            with self._one("BEGIN IMMEDIATE", writes=writes) as tx:
                self._inside = tx
                try:
                    yield tx
                finally:
                    self._inside = None

    @contextmanager
    def _one(self, begin: str, *, writes: bool, lazy: bool = False) -> Iterator[Tx]:
        try:
            connection, begun = self._begun(begin, lazy if writes else None)
        except Exception as error:
            raise in_words(error, self.place) from None
        try:
            last = driver.last_of(begun) if writes and self.kind == "postgresql" else None
            head = Head(*last) if last else None
            yield Tx(connection, self.kind, writes=writes, head=head)
            connection.execute("COMMIT")
        except BaseException as error:
            self._undo(connection)
            told = in_words(error, self.place)
            if told is error:
                raise
            raise told from error
        self._keep(connection)

    def _keep(self, connection: Any) -> None:
        """Lays a connection by for whoever comes next; of a store that was closed meanwhile it is closed."""
        if self._closed:
            connection.close()
        else:
            self._idle.append(connection)

    def _begun(self, begin: str, lazy: bool | None) -> tuple[Any, Any]:
        """A connection and its transaction, begun. One that the server ended while it lay idle is replaced."""
        while True:
            lay_idle = bool(self._idle)
            connection = self._take()
            try:
                if lazy is not None:
                    self._waits(connection, lazy=lazy)
                return connection, connection.execute(begin)
            except BaseException:
                self._undo(connection)
                if not (lay_idle and getattr(connection, "closed", False)):
                    raise

    def _waits(self, connection: Any, *, lazy: bool) -> None:
        """Says whether commits on a connection wait for the disk, where it was told otherwise before."""
        if lazy != (id(connection) in self._lazy):
            connection.execute(driver.LAZY if lazy else driver.SYNCED)
            self._lazy ^= {id(connection)}

    def _take(self) -> Any:
        if self._closed:
            raise StoreError(f"{self.place} was closed; open it again.")
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _connect(self) -> Any:
        """A new connection of the driver's own."""
        if self.kind == "postgresql":
            return driver.postgres_connection(self._url, self._wait)
        return driver.sqlite_connection(self.path, self._wait, read_only=self._read_only, cache=self._cache)

    def engine(self) -> "Engine":
        """SQLAlchemy's engine over this store's connections, for the migrations and for who wants to ask with Core."""
        from sqlalchemy import create_engine
        from sqlalchemy.pool import NullPool

        scheme = "sqlite+pysqlite" if self.kind == "sqlite" else "postgresql+psycopg"
        return create_engine(f"{scheme}://", creator=self._connect, poolclass=NullPool)

    def _undo(self, connection: Any) -> None:
        """Undoes what was not kept; a connection that cannot even do that is thrown away."""
        try:
            if self.kind == "postgresql" or connection.in_transaction:
                connection.execute("ROLLBACK")
            self._keep(connection)
        except Exception:
            connection.close()

    @contextmanager
    def connection(self) -> Iterator[Any]:
        """The driver's own connection with no transaction open, for the care of the database."""
        connection = self._take()
        try:
            self._waits(connection, lazy=False)
            yield connection
        except BaseException as error:
            self._undo(connection)
            told = in_words(error, self.place)
            if told is error:
                raise
            raise told from error
        self._keep(connection)

    def held_connection(self) -> Any:
        """A new connection that its caller keeps and closes. Of a database in memory it is one to a copy of it."""
        try:
            held = self._connect()
            if self.kind == "sqlite" and self.path is None:
                with self.connection() as source:
                    source.backup(held)
        except Exception as error:
            raise in_words(error, self.place) from None
        return held

    def close(self) -> None:
        """Closes every connection; the store is not used again."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(
    url: str, *, create: bool = True, any_edition: bool = False, wait: float = driver.WAIT, cache: int | None = None
) -> Store:
    """Opens a database: `sqlite:///path`, a plain path, `sqlite://` (in memory) or `postgresql+psycopg://…`.

    With `create`, an absent or empty one is made. `any_edition` opens an older one too, for its upgrade. `cache` is how
    many KiB of a file each connection keeps at hand; without it, as SQLite does (2,000).

    Raises:
        StoreUnreachable: it is not there, cannot be reached, or is no database of ours; nothing was touched.
        StoreTooNew: a newer version of the software wrote it.
        StoreError: an older version wrote it; it wants upgrading first.
    """
    store = _store(url, wait, create=create, cache=cache)
    try:
        edition = edition_of(store)
        if edition == 0:
            if not create:
                raise StoreUnreachable(f"There is no database of ours at {store.place}. Name another place with --db.")
            _make(store)
        elif edition > EDITION:
            raise StoreTooNew(
                f"{store.place} was written by a newer version of Matters Arising (edition {edition}; this version "
                f"knows {EDITION}); it was not touched. Install the newer version."
            )
        elif edition < EDITION and not any_edition:
            raise StoreError(
                f"{store.place} was written by an older version of Matters Arising (edition {edition}; this version "
                f"wants {EDITION}); it was not touched. Run `matters db upgrade`: it keeps a backup first."
            )
    except BaseException as error:
        store.close()
        told = in_words(error, store.place)
        if told is error:
            raise
        raise told from None
    return store


def _store(url: str, wait: float, *, create: bool, cache: int | None) -> Store:
    scheme, parted, rest = url.partition("://")
    kind = scheme.partition("+")[0]
    if not parted:
        path = Path(url)
    elif kind in {"postgresql", "postgres"}:
        return Store("postgresql", driver.without_password(url), url=url, wait=wait)
    elif kind != "sqlite":
        raise StoreUnreachable(f"“{kind}” is no store we know: write sqlite:///PATH or postgresql+psycopg://…")
    elif rest in {"", "/", "/:memory:"}:
        return Store("sqlite", "a database in memory")
    else:
        path = Path(rest.removeprefix("/"))
    path = path.expanduser().absolute()
    see_fit(path)
    if path.is_dir():
        raise not_ours(str(path), "is a folder")
    if not path.exists() and not create:
        raise StoreUnreachable(f"There is no database at {path}. Name another place with --db.")
    return Store("sqlite", str(path), path=path, wait=wait, cache=cache)


def edition_of(store: Store) -> int:
    """The edition of a store's schema; 0 when there is none yet. Refuses what is not ours, and touches nothing."""
    if store.path is not None and not store.path.exists():
        return 0
    with store.connection() as connection:
        if store.kind == "sqlite":
            mark, edition = connection.execute("SELECT * FROM pragma_application_id, pragma_user_version").fetchone()
            if mark == APPLICATION:
                return int(edition)
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] or mark:
                raise not_ours(store.place, "is some other program's database")
            return 0
        found = {
            name
            for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        }
        if VERSION_TABLE not in found:
            if found:
                raise not_ours(store.place, "holds some other program's tables")
            return 0
        row = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
        return REVISIONS.get(row[0], EDITION + 1) if row else 0


def _make(store: Store) -> None:
    """Makes the schema, unless somebody else just did."""
    from db import schema

    with store.connection() as connection:
        if store.kind == "sqlite" and store.path is not None:
            connection.execute("PRAGMA journal_mode = WAL")
        if store.kind == "sqlite":
            connection.execute("BEGIN IMMEDIATE")
        else:
            connection.execute(f"BEGIN; SELECT pg_advisory_xact_lock({driver.LOCK})")
        if not schema.made(connection, store.kind):
            schema.make(connection, store.kind)
        connection.execute("COMMIT")
