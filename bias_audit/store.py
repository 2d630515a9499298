"""The work of the app's users in one small SQLite file, so that a refresh or a restart keeps it.

Each workspace has an id that cannot be guessed, and sees only its own rows. What was not used for a day is deleted,
unless it was saved. Nothing leaves this computer. A store that is locked, full or damaged raises StoreError, which
says so in plain words: the caller goes on without it.
"""

import os
import re
import secrets
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Engine, Row, Table, delete, select, text, update
from sqlalchemy.dialects.sqlite import insert

from .decisions import Decision
from .errors import Damaged
from .model import Document, Results
from .picture_tags import PictureTag, read_tags, write_tags
from .reports.json_report import read_document, read_results, write, write_document
from .store_file import DECISIONS, DOCUMENTS, MEETINGS, SOURCES, TAGS, WAITING, WORKSPACES, in_plain_words, open_file
from .workshop import Meeting

KEEP_HOURS = 24.0
_WORKSPACE = re.compile(r"[A-Za-z0-9_-]{43}")
_MEETING = TypeAdapter(Meeting)


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. ``clock`` gives seconds; work is kept for ``hours`` after its last use."""

    engine: Engine
    clock: Callable[[], float] = time.time
    hours: float = KEEP_HOURS


@dataclass(frozen=True, slots=True)
class Kept:
    """A document under its key with what was said about it; no document where reading it failed.

    ``source``: the bytes of the file where its pages are shown as pictures.
    """

    key: str
    results: Results
    document: Document | None
    source: bytes = b""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file as it came in; what is in an archive is named with it: "lessons.zip/unit 1/sheet.docx"."""

    key: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Work:
    """Everything in a workspace; the setting as TOML, the local rules as JSON, workshops by the key of their document.

    ``unreadable``: documents that an earlier version kept in another form.
    """

    documents: tuple[Kept, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tags: tuple[PictureTag, ...] = ()
    meetings: tuple[tuple[str, Meeting], ...] = ()
    setting: str = ""
    local_rules: str = "[]"
    saved: bool = False
    unreadable: int = 0
    waiting: tuple[Arrived, ...] = ()


def keep_hours() -> float:
    """``BIAS_AUDIT_KEEP_HOURS``, or a day."""
    try:
        hours = float(os.environ.get("BIAS_AUDIT_KEEP_HOURS", KEEP_HOURS))
    except ValueError:
        return KEEP_HOURS
    return hours if 0 < hours < 1e6 else KEEP_HOURS


def open_store(path: Path, clock: Callable[[], float] = time.time, hours: float = KEEP_HOURS) -> Store:
    """The store in that file, made where there is none. Raises StoreError."""
    return Store(open_file(path), clock, hours)


def new_workspace() -> str:
    """An id that nobody can guess."""
    return secrets.token_urlsafe(32)


# --- reading ------------------------------------------------------------------------------------


def resume(store: Store, workspace: str) -> Work | None:
    """The work under that id; None when there is none, or none any more. What is out of date is deleted first."""
    with in_plain_words(), store.engine.begin() as connection:
        _forget_expired(connection, store)
        if not _WORKSPACE.fullmatch(workspace):
            return None
        row = connection.execute(select(WORKSPACES).where(WORKSPACES.c.id == workspace)).one_or_none()
        if row is None:
            return None
        _touch(connection, store, workspace)
        kept, files, decided, tagged, met, unread = (
            _rows(connection, table, workspace) for table in (DOCUMENTS, SOURCES, DECISIONS, TAGS, MEETINGS, WAITING)
        )
    source = {r.key: r.data for r in files}
    found = [_read(r.key, r.results, r.document, source.get(r.key, b"")) for r in kept]
    documents = [read for read in found if read]
    return Work(
        documents=tuple(documents),
        decisions=tuple(Decision(r.key, r.choice, r.document, r.reason) for r in decided),
        tags=tuple(tag for r in tagged for tag in _read_tags(r.tag)),
        meetings=tuple((r.key, meeting) for r in met if (meeting := _read_meeting(r.meeting))),
        setting=row.setting,
        local_rules=row.local_rules,
        saved=row.saved,
        unreadable=len(kept) - len(documents),
        waiting=tuple(Arrived(r.key, r.name, r.data) for r in unread),
    )


def _rows(connection: Connection, table: Table, workspace: str) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(table.c.workspace == workspace).order_by(text("rowid"))).all()


def _read(key: str, results: bytes, document: bytes | None, source: bytes) -> Kept | None:
    try:
        read = read_document(zlib.decompress(document)) if document is not None else None
        return Kept(key, read_results(zlib.decompress(results)), read, source)
    except (Damaged, zlib.error):
        return None


def _read_tags(tag: str) -> tuple[PictureTag, ...]:
    try:
        return read_tags(tag)
    except Damaged:
        return ()


def _read_meeting(meeting: str) -> Meeting | None:
    try:
        return _MEETING.validate_json(meeting)
    except ValidationError:  # kept by another version
        return None


# --- keeping ------------------------------------------------------------------------------------


def keep_document(store: Store, workspace: str, kept: Kept) -> None:
    """Keep a document, or why it could not be read; one of the same key is replaced, but for its source."""
    results, document = kept.results, kept.document
    (name,) = [report.name for report in results.reports] + [failure.name for failure in results.failures]
    row: dict[str, object] = {
        "key": kept.key,
        "name": name,
        "sha256": document.sha256 if document else "",
        "results": zlib.compress(write(results).encode(), 1),
        "document": zlib.compress(write_document(document).encode(), 1) if document else None,
    }
    _keep(store, workspace, DOCUMENTS, row)
    if kept.source:  # a key stands for the content: the same key, the same source
        source = {"workspace": workspace, "key": kept.key, "data": kept.source}
        with _changing(store, workspace) as connection:
            connection.execute(insert(SOURCES).values(source).on_conflict_do_nothing())


def keep_waiting(store: Store, workspace: str, files: Iterable[Arrived]) -> None:
    """Keep files until they are read."""
    rows = [{"workspace": workspace, **asdict(file)} for file in files]
    with _changing(store, workspace) as connection:
        connection.execute(insert(WAITING).on_conflict_do_nothing(), rows)


def forget_waiting(store: Store, workspace: str, keys: Iterable[str] | None = None) -> None:
    """Files of those keys, or all of the workspace, wait no more."""
    with _changing(store, workspace) as connection:
        mine = delete(WAITING).where(WAITING.c.workspace == workspace)
        connection.execute(mine if keys is None else mine.where(WAITING.c.key.in_(list(keys))))


def keep_decisions(store: Store, workspace: str, decisions: Iterable[Decision]) -> None:
    """All decisions of a workspace, in place of those that were kept before."""
    rows = [{"workspace": workspace, **asdict(decision)} for decision in decisions]
    with _changing(store, workspace) as connection:
        connection.execute(delete(DECISIONS).where(DECISIONS.c.workspace == workspace))
        if rows:
            connection.execute(insert(DECISIONS), rows)


def keep_tag(store: Store, workspace: str, tag: PictureTag) -> None:
    """Keep what was said about a picture, in place of what was said before."""
    _keep(store, workspace, TAGS, {"sha256": tag.sha256, "tag": write_tags([tag])})


def keep_meeting(store: Store, workspace: str, key: str, meeting: Meeting) -> None:
    """Keep where the workshop over the document of that key stands."""
    _keep(store, workspace, MEETINGS, {"key": key, "meeting": _MEETING.dump_json(meeting).decode()})


def keep_setting(store: Store, workspace: str, setting: str, local_rules: str = "[]") -> None:
    """Keep the setting ("" for none) and the local rules in their written form."""
    _change(store, workspace, setting=setting, local_rules=local_rules)


def keep_for_good(store: Store, workspace: str, saved: bool) -> None:
    """Whether the workspace is kept until it is forgotten, or goes when it was not used for a day."""
    _change(store, workspace, saved=saved)


def _keep(store: Store, workspace: str, table: Table, values: dict[str, object]) -> None:
    row = {"workspace": workspace, **values}
    with _changing(store, workspace) as connection:
        connection.execute(insert(table).values(row).on_conflict_do_update(set_=row))


def _change(store: Store, workspace: str, **values: object) -> None:
    with _changing(store, workspace) as connection:
        connection.execute(update(WORKSPACES).where(WORKSPACES.c.id == workspace).values(values))


@contextmanager
def _changing(store: Store, workspace: str) -> Iterator[Connection]:
    """One change to a workspace, whole or not at all."""
    with in_plain_words(), store.engine.begin() as connection:
        _touch(connection, store, workspace)
        yield connection


def _touch(connection: Connection, store: Store, workspace: str) -> None:
    """The workspace was used now; it is made where there is none."""
    now = {"used": store.clock()}
    connection.execute(insert(WORKSPACES).values(id=workspace, **now).on_conflict_do_update(set_=now))


# --- forgetting ---------------------------------------------------------------------------------


def forget_document(store: Store, workspace: str, key: str, pictures: Iterable[str] = ()) -> None:
    """Delete a document wholly, with its workshop and the tags of those of its pictures that are given by hash."""
    with in_plain_words(), store.engine.begin() as connection:
        for table in (DOCUMENTS, SOURCES, MEETINGS):
            connection.execute(delete(table).where(table.c.workspace == workspace, table.c.key == key))
        connection.execute(delete(TAGS).where(TAGS.c.workspace == workspace, TAGS.c.sha256.in_(list(pictures))))


def forget_all(store: Store, workspace: str) -> None:
    """Delete a workspace with everything in it."""
    with in_plain_words(), store.engine.begin() as connection:
        connection.execute(delete(WORKSPACES).where(WORKSPACES.c.id == workspace))


def _forget_expired(connection: Connection, store: Store) -> None:
    limit = store.clock() - store.hours * 3600
    connection.execute(delete(WORKSPACES).where(WORKSPACES.c.used < limit, ~WORKSPACES.c.saved))
