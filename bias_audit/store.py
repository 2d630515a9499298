"""The work of the app's users in one small SQLite file, so that a refresh or a restart keeps it.

Each workspace has an id that cannot be guessed, and sees only its own rows. What was not used for a day is deleted,
unless it was saved. Nothing leaves this computer. A store that is locked, full or damaged raises StoreError, which
says so in plain words: the caller goes on without it.
"""

import os
import re
import secrets
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    select,
    text,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from .decisions import Decision
from .errors import Damaged, StoreError
from .model import Document, Results
from .picture_tags import PictureTag, read_tags, write_tags
from .reports.json_report import read_document, read_results, write, write_document

KEEP_HOURS = 24.0
_PATIENCE = 2.0  # seconds to wait for a store that another program is writing to
_WORKSPACE = re.compile(r"[A-Za-z0-9_-]{43}")

_TABLES = MetaData()
_WORKSPACES = Table(
    "workspaces",
    _TABLES,
    Column("id", String, primary_key=True),
    Column("used", Float, nullable=False),
    Column("saved", Boolean, nullable=False, default=False),
    Column("setting", String, nullable=False, default=""),
    Column("local_rules", String, nullable=False, default="[]"),
)


def _mine() -> "Column[str]":
    return Column("workspace", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True)


_DOCUMENTS = Table(
    "documents",
    _TABLES,
    _mine(),
    Column("key", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("results", LargeBinary, nullable=False),
    Column("document", LargeBinary),
)
_DECISIONS = Table(
    "decisions",
    _TABLES,
    _mine(),
    Column("key", String, primary_key=True),
    Column("document", String, primary_key=True),
    Column("choice", String, nullable=False),
    Column("reason", String, nullable=False),
)
_TAGS = Table(
    "tags",
    _TABLES,
    _mine(),
    Column("sha256", String, primary_key=True),
    Column("tag", String, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. ``clock`` gives seconds; work is kept for ``hours`` after its last use."""

    engine: Engine
    clock: Callable[[], float] = time.time
    hours: float = KEEP_HOURS


@dataclass(frozen=True, slots=True)
class Kept:
    """A document under its key with what was said about it; no document where reading it failed."""

    key: str
    results: Results
    document: Document | None


@dataclass(frozen=True, slots=True)
class Work:
    """Everything in a workspace; the setting as TOML, the local rules as JSON.

    ``unreadable``: documents that an earlier version kept in another form.
    """

    documents: tuple[Kept, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tags: tuple[PictureTag, ...] = ()
    setting: str = ""
    local_rules: str = "[]"
    saved: bool = False
    unreadable: int = 0


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


def keep_hours() -> float:
    """``BIAS_AUDIT_KEEP_HOURS``, or a day."""
    try:
        hours = float(os.environ.get("BIAS_AUDIT_KEEP_HOURS", KEEP_HOURS))
    except ValueError:
        return KEEP_HOURS
    return hours if 0 < hours < 1e6 else KEEP_HOURS


def open_store(path: Path, clock: Callable[[], float] = time.time, hours: float = KEEP_HOURS) -> Store:
    """The store in that file, made where there is none, readable by its owner only. Raises StoreError."""
    with _in_plain_words():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
        engine = create_engine(f"sqlite:///{path}", poolclass=NullPool, connect_args={"timeout": _PATIENCE})
        event.listen(engine, "connect", _set_up)
        _TABLES.create_all(engine)
    return Store(engine, clock, hours)


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # what is forgotten is overwritten, too


def new_workspace() -> str:
    """An id that nobody can guess."""
    return secrets.token_urlsafe(32)


def resume(store: Store, workspace: str) -> Work | None:
    """The work under that id; None when there is none, or none any more. What is out of date is deleted first."""
    with _in_plain_words(), store.engine.begin() as connection:
        _forget_expired(connection, store)
        if not _WORKSPACE.fullmatch(workspace):
            return None
        row = connection.execute(select(_WORKSPACES).where(_WORKSPACES.c.id == workspace)).one_or_none()
        if row is None:
            return None
        _touch(connection, store, workspace)
        kept = connection.execute(
            select(_DOCUMENTS).where(_DOCUMENTS.c.workspace == workspace).order_by(text("rowid"))
        ).all()
        decided = connection.execute(
            select(_DECISIONS).where(_DECISIONS.c.workspace == workspace).order_by(text("rowid"))
        ).all()
        tagged = connection.execute(select(_TAGS.c.tag).where(_TAGS.c.workspace == workspace)).all()
    documents = [read for r in kept if (read := _read(r.key, r.results, r.document))]
    return Work(
        documents=tuple(documents),
        decisions=tuple(Decision(r.key, r.choice, r.document, r.reason) for r in decided),
        tags=tuple(tag for r in tagged for tag in _read_tags(r.tag)),
        setting=row.setting,
        local_rules=row.local_rules,
        saved=row.saved,
        unreadable=len(kept) - len(documents),
    )


def keep_document(store: Store, workspace: str, kept: Kept) -> None:
    """Keep a document, or why it could not be read; one of the same key is replaced."""
    results, document = kept.results, kept.document
    (name,) = [report.name for report in results.reports] + [failure.name for failure in results.failures]
    row: dict[str, object] = {
        "workspace": workspace,
        "key": kept.key,
        "name": name,
        "sha256": document.sha256 if document else "",
        "results": zlib.compress(write(results).encode(), 1),
        "document": zlib.compress(write_document(document).encode(), 1) if document else None,
    }
    _keep(store, _DOCUMENTS, row)


def keep_decisions(store: Store, workspace: str, decisions: Iterable[Decision]) -> None:
    """All decisions of a workspace, in place of those that were kept before."""
    rows = [{"workspace": workspace, **asdict(decision)} for decision in decisions]
    with _in_plain_words(), store.engine.begin() as connection:
        _touch(connection, store, workspace)
        connection.execute(delete(_DECISIONS).where(_DECISIONS.c.workspace == workspace))
        if rows:
            connection.execute(insert(_DECISIONS), rows)


def keep_tag(store: Store, workspace: str, tag: PictureTag) -> None:
    """Keep what was said about a picture, in place of what was said before."""
    _keep(store, _TAGS, {"workspace": workspace, "sha256": tag.sha256, "tag": write_tags([tag])})


def keep_setting(store: Store, workspace: str, setting: str, local_rules: str = "[]") -> None:
    """Keep the setting ("" for none) and the local rules in their written form."""
    _change(store, workspace, setting=setting, local_rules=local_rules)


def keep_for_good(store: Store, workspace: str, saved: bool) -> None:
    """Whether the workspace is kept until it is forgotten, or goes when it was not used for a day."""
    _change(store, workspace, saved=saved)


def forget_document(store: Store, workspace: str, key: str, pictures: Iterable[str] = ()) -> None:
    """Delete a document wholly, with the tags of those of its pictures that are given by their hash."""
    with _in_plain_words(), store.engine.begin() as connection:
        connection.execute(delete(_DOCUMENTS).where(_DOCUMENTS.c.workspace == workspace, _DOCUMENTS.c.key == key))
        connection.execute(delete(_TAGS).where(_TAGS.c.workspace == workspace, _TAGS.c.sha256.in_(list(pictures))))


def forget_all(store: Store, workspace: str) -> None:
    """Delete a workspace with everything in it."""
    with _in_plain_words(), store.engine.begin() as connection:
        connection.execute(delete(_WORKSPACES).where(_WORKSPACES.c.id == workspace))


def _keep(store: Store, table: Table, row: dict[str, object]) -> None:
    with _in_plain_words(), store.engine.begin() as connection:
        _touch(connection, store, str(row["workspace"]))
        connection.execute(insert(table).values(row).on_conflict_do_update(set_=row))


def _change(store: Store, workspace: str, **values: object) -> None:
    with _in_plain_words(), store.engine.begin() as connection:
        _touch(connection, store, workspace)
        connection.execute(update(_WORKSPACES).where(_WORKSPACES.c.id == workspace).values(values))


def _touch(connection: Connection, store: Store, workspace: str) -> None:
    """The workspace was used now; it is made where there is none."""
    now = {"used": store.clock()}
    connection.execute(insert(_WORKSPACES).values(id=workspace, **now).on_conflict_do_update(set_=now))


def _forget_expired(connection: Connection, store: Store) -> None:
    limit = store.clock() - store.hours * 3600
    connection.execute(delete(_WORKSPACES).where(_WORKSPACES.c.used < limit, ~_WORKSPACES.c.saved))


def _read(key: str, results: bytes, document: bytes | None) -> Kept | None:
    try:
        read = read_document(zlib.decompress(document)) if document is not None else None
        return Kept(key, read_results(zlib.decompress(results)), read)
    except (Damaged, zlib.error):
        return None


def _read_tags(tag: str) -> tuple[PictureTag, ...]:
    try:
        return read_tags(tag)
    except Damaged:
        return ()


_REASONS = {  # a part of what SQLite says -> what that means
    "locked": "another program is using it. Close that program, or wait a moment",
    "no space left": "the disk is full. Make some room on it",
    "full": "the disk is full. Make some room on it",
    "not a database": "the file is damaged. Move it away, and a new one is made",
    "malformed": "the file is damaged. Move it away, and a new one is made",
    "readonly": "the file may not be written to. Ask who looks after this computer",
}


@contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        said = str(getattr(error, "orig", None) or error).lower()  # without the statement and what it holds
        reason = next((words for part, words in _REASONS.items() if part in said), "it cannot be opened")
        raise StoreError(
            f"Your work could not be saved on this computer: {reason}. "
            "You can go on: nothing is lost while this page stays open."
        ) from error
