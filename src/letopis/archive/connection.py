"""A folder → connections to its database, brought up to date, with SQLite's errors in our words."""

import os
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

import apsw

from letopis.archive.tables.rows import rows, value
from letopis.errors import ArchiveUnreadable, ArchiveUnwritable

NAME = "letopis.db"
OURS = 0x4C45544F  # "LETO": SQLite's application_id, by which a foreign database is told from ours

DAMAGED = (apsw.NotADBError, apsw.CorruptError, apsw.CantOpenError, apsw.FormatError)
UNWRITABLE = (apsw.FullError, apsw.IOError, apsw.ReadOnlyError)


class Database:
    """The archive's database: a connection for each who reads at the same time, one for whoever writes."""

    def __init__(self, folder: Path, *, write: bool) -> None:
        self.path = folder / NAME
        self.turn = threading.RLock()
        self.idle: deque[apsw.Connection] = deque()
        self.writer = self.connect(write=True) if write else None
        with self.reading() as db:
            check(self.path, db)

    def connect(self, *, write: bool) -> apsw.Connection:
        """Open a connection; the record is on the disk before a commit returns."""
        with translated(self.path):
            db = apsw.Connection(*(self.for_writing() if write else self.for_reading()))
            db.set_busy_timeout(10_000)
            if write:
                prepare(self.path, db)
            return db

    def for_writing(self) -> tuple[str, int]:
        """Return how a connection that writes is opened."""
        return str(self.path), apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE

    def for_reading(self) -> tuple[str, int]:
        """Return how a connection that reads is opened; on a disk that takes no writes nothing can change under it."""
        if os.access(self.path.parent, os.W_OK):
            return str(self.path), apsw.SQLITE_OPEN_READONLY
        return f"{self.path.resolve().as_uri()}?immutable=1", apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """Lend a connection to one thread; all that is read within is of one moment."""
        try:
            db = self.idle.pop()
        except IndexError:
            db = self.connect(write=False)
        try:
            with translated(self.path), db:
                yield db
        finally:
            self.idle.append(db)

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """Lend the writer's connection for one transaction: all of it is kept, or nothing."""
        if self.writer is None:
            raise ArchiveUnwritable(str(self.path.parent), "it was opened for reading")
        with self.turn, translated(self.path):
            self.writer.execute("BEGIN IMMEDIATE")
            try:
                yield self.writer
                self.writer.execute("COMMIT")
            except BaseException:
                if self.writer.in_transaction:  # a full disk makes SQLite go back by itself
                    self.writer.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close every connection; the writer's last, since only it can fold the log into the database."""
        while self.idle:
            self.idle.pop().close()
        if self.writer:
            self.writer.close()


@contextmanager
def at_most(db: apsw.Connection, seconds: float, late: Exception) -> Iterator[None]:
    """Raise `late` where what is read within takes longer than some seconds."""
    end = time.monotonic() + seconds
    db.set_progress_handler(lambda: time.monotonic() > end, 1_000)
    try:
        yield
    except apsw.InterruptError as error:
        raise late from error
    finally:
        db.set_progress_handler(None)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say in our words what SQLite says about a file it cannot read."""
    try:
        yield
    except DAMAGED as error:
        raise ArchiveUnreadable(str(path), str(error)) from error
    except UNWRITABLE as error:
        raise ArchiveUnwritable(str(path.parent), str(error)) from error
    except OSError as error:
        raise ArchiveUnwritable(str(path.parent), error.strerror or str(error)) from error


def prepare(path: Path, db: apsw.Connection) -> None:
    """Bring a database to the newest schema, each numbered step all or nothing."""
    if pragma(db, "application_id") != OURS and rows(db, "SELECT 1 FROM sqlite_schema"):
        raise ArchiveUnreadable(str(path), "it is a database of another program")
    check_newer(path, db)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute(f"PRAGMA application_id = {OURS}")
    for number, script in enumerate(steps()[pragma(db, "user_version") :], pragma(db, "user_version") + 1):
        db.execute(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT")


def check(path: Path, db: apsw.Connection) -> None:
    """Raise ArchiveUnreadable for a database that is not ours or not of this Letopis' schema."""
    if pragma(db, "application_id") != OURS:
        empty = not rows(db, "SELECT 1 FROM sqlite_schema")
        raise ArchiveUnreadable(str(path), "it is still empty" if empty else "it is a database of another program")
    check_newer(path, db)
    if pragma(db, "user_version") < len(steps()):
        raise ArchiveUnreadable(str(path), "it is from an older Letopis; `letopis add` brings it up to date")


def check_newer(path: Path, db: apsw.Connection) -> None:
    """Raise ArchiveUnreadable for a database that a newer Letopis has written."""
    if (found := pragma(db, "user_version")) > len(steps()):
        raise ArchiveUnreadable(str(path), f"it is from a newer Letopis (schema {found}; known here: {len(steps())})")


def pragma(db: apsw.Connection, name: str) -> int:
    """Return a number that SQLite keeps in a database's header."""
    return int(value(db, f"PRAGMA {name}"))


@cache
def steps() -> tuple[str, ...]:
    """Return the numbered migrations in order."""
    found = (file for file in files("letopis.archive").joinpath("schema").iterdir() if file.name.endswith(".sql"))
    return tuple(file.read_text(encoding="utf-8") for file in sorted(found, key=lambda file: file.name))
