"""The SQLite file behind the store: where it is, its tables, and what goes wrong with it in plain words."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Boolean,
    Column,
    Engine,
    Float,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from .errors import StoreError

PATIENCE = 2.0  # seconds to wait for a store that another program is writing to


# --- tables -------------------------------------------------------------------------------------


def _key(name: str) -> "Column[str]":
    return Column(name, String, primary_key=True)


def _text(name: str, default: str | None = None) -> "Column[str]":
    return Column(name, String, nullable=False, default=default)


def _of_workspace(name: str, *columns: "Column[str] | Column[bytes]") -> Table:
    """A table whose rows belong to a workspace, and go with it."""
    mine: Column[str] = Column("workspace", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True)
    return Table(name, _TABLES, mine, *columns)


_TABLES = MetaData()
WORKSPACES = Table(
    "workspaces",
    _TABLES,
    _key("id"),
    Column("used", Float, nullable=False),
    Column("saved", Boolean, nullable=False, default=False),
    _text("setting", ""),
    _text("local_rules", "[]"),
)
DOCUMENTS = _of_workspace(
    "documents",
    _key("key"),
    _text("name"),
    _text("sha256"),
    Column("results", LargeBinary, nullable=False),
    Column("document", LargeBinary),
)
SOURCES = _of_workspace("sources", _key("key"), Column("data", LargeBinary, nullable=False))  # of some documents
WAITING = _of_workspace("waiting", _key("key"), _text("name"), Column("data", LargeBinary, nullable=False))  # unread
DECISIONS = _of_workspace("decisions", _key("key"), _key("document"), _text("choice"), _text("reason"))
TAGS = _of_workspace("tags", _key("sha256"), _text("tag"))
MEETINGS = _of_workspace("meetings", _key("key"), _text("meeting"))  # workshops, by the key of their document


# --- the file -----------------------------------------------------------------------------------


def store_path() -> Path:
    """``BIAS_AUDIT_STORE``, or a file in the user's own data folder."""
    if chosen := os.environ.get("BIAS_AUDIT_STORE"):
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "bias-audit" / "work.sqlite"


def open_file(path: Path) -> Engine:
    """The file with its tables, made where there is none, readable by its owner only. Raises StoreError."""
    with in_plain_words():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
        engine = create_engine(f"sqlite:///{path}", poolclass=NullPool, connect_args={"timeout": PATIENCE})
        event.listen(engine, "connect", _set_up)
        _TABLES.create_all(engine)
    return engine


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # what is forgotten is overwritten, too


_REASONS = {  # a part of what SQLite says -> what that means
    "locked": "another program is using it. Close that program, or wait a moment",
    "no space left": "the disk is full. Make some room on it",
    "full": "the disk is full. Make some room on it",
    "not a database": "the file is damaged. Move it away, and a new one is made",
    "malformed": "the file is damaged. Move it away, and a new one is made",
    "readonly": "the file may not be written to. Ask who looks after this computer",
}


@contextmanager
def in_plain_words() -> Iterator[None]:
    """What goes wrong inside becomes a StoreError that says what to do."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        said = str(getattr(error, "orig", None) or error).lower()  # without the statement and what it holds
        reason = next((words for part, words in _REASONS.items() if part in said), "it cannot be opened")
        raise StoreError(
            f"Your work could not be saved on this computer: {reason}. "
            "You can go on: nothing is lost while this page stays open."
        ) from error
