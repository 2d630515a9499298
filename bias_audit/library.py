"""Many files: find them, audit them in parallel, and let no file stop the others."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from .audit import audit, audit_bytes, read_members
from .errors import BiasAuditError, Empty, ReadError
from .lost_objects import look_seldom
from .model import Failure, Report, Settings

if TYPE_CHECKING:
    from .ocr import OnPage

WINDOW = 4  # files under way for each worker: enough to keep it busy, few enough to hold in memory
LITTER = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx", "__pycache__"})
# Program and data files that lie beside lessons. They are plain text, but nobody's lesson: audited only when named.
NOT_LESSONS = frozenset(
    ".py .pyc .ipynb .js .ts .css .scss .java .class .c .h .cpp .cs .rb .go .rs .sh .bat .ps1 .sql"
    " .json .jsonl .yaml .yml .toml .ini .cfg .xml .xsd .lock .log .map .sb2 .sb3 .ino .r .m .tex .bib".split()
)

LOG = logging.getLogger(__name__)

Outcome = Report | Failure
OnDone = Callable[[int, int], None]  # (files done, files in all)


@dataclass(frozen=True, slots=True)
class Item:
    """A file to audit, and its name in reports: inside the folder that was given, never absolute."""

    path: Path
    name: str
    member: str = ""  # of a zip archive at ``path``: its name inside
    data: bytes | None = None  # of a member, once it is its turn
    failure: Failure | None = None  # why the archive could not be unpacked


def expand(paths: Iterable[Path | str]) -> list[Path]:
    """The files that ``paths`` stand for: folders are walked in sorted order, each file once.

    Lock files, hidden files, litter of the operating system, program and data files and a folder's own
    README are passed over inside folders. Everything else is kept, so that a file that cannot be read
    is named with its reason; and so is whatever is named itself.
    """
    return [item.path for item in items(paths)]


def items(paths: Iterable[Path | str]) -> list[Item]:
    """The files of ``expand`` with their names in reports."""
    found: dict[Path, Item] = {}
    for path in map(Path, paths):
        new = _walk(path) if _is_folder(path) else [Item(path, path.name)]
        for item in new:
            found.setdefault(item.path.absolute(), item)
    return list(found.values())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it cannot be looked at: reading it will say why
        return False


def _walk(folder: Path) -> list[Item]:
    """All files under ``folder``; a folder inside it that cannot be opened is kept, to be named."""
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for here, folders, files in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not passed_over(name)]
        found += [Path(here, name) for name in files if not passed_over(name)]
    named = [Item(path, path.relative_to(folder).as_posix()) for path in found if path != folder]
    if folder in found:
        named.append(Item(folder, folder.name))
    return sorted(named, key=lambda item: item.name.split("/"))


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name, inside a folder or an archive, is nobody's lesson."""
    low = name.lower()
    return low.startswith((".", "~$", "readme.")) or low in LITTER or Path(low).suffix in NOT_LESSONS


def unpacked(found: Iterable[Item], settings: Settings) -> Iterator[Item]:
    """The items, with an item for each document of a zip archive in the archive's stead.

    A member is called ``lessons.zip/unit 1/sheet.docx``. An archive that cannot be unpacked, or that holds no
    document, is one item with its failure.
    """
    for item in found:
        try:
            inside = read_members(item.path, settings.limits)
        except ReadError as error:
            yield replace(item, failure=Failure(item.name, error.code, str(error)))
            continue
        if inside is None:
            yield item
            continue
        kept = [name for name, _ in inside if not any(map(passed_over, name.split("/")))]
        yield from (replace(item, name=f"{item.name}/{name}", member=name) for name in kept)
        if not kept:
            said = f"{item.path.name} is a zip archive without any document in it. Check that it was made as meant."
            yield replace(item, failure=Failure(item.name, Empty.code, said))


class _Members:
    """Gives a member of an archive its bytes; holds one archive at a time, as members come one after another."""

    def __init__(self, settings: Settings) -> None:
        self._limits = settings.limits
        self._path: Path | None = None
        self._members: dict[str, bytes] = {}

    def loaded(self, item: Item) -> Item:
        """The item, with its bytes where it is a member of an archive."""
        if not item.member:
            return item
        try:
            if self._path != item.path:
                self._members = dict(read_members(item.path, self._limits) or ())
                self._path = item.path
            return replace(item, data=self._members[item.member])
        except (ReadError, KeyError):
            changed = f"{item.path.name} has changed since it was opened. Check it again."
            return replace(item, failure=Failure(item.name, ReadError.code, changed))


def audit_item(item: Item, settings: Settings, on_page: "OnPage | None" = None) -> Outcome:
    """Audit one file. A top-level function of plain data, so that any executor can run it elsewhere."""
    if item.failure:
        return item.failure
    if item.data is not None:
        return audit_data(item.data, item.name, settings, on_page)
    if _is_folder(item.path):
        return Failure(
            item.name,
            ReadError.code,
            f"{item.name} is a folder that cannot be opened. Check who may read it.",
        )
    return guarded(item.name, lambda: audit(item.path, settings, on_page=on_page))


def audit_data(data: bytes, name: str, settings: Settings, on_page: "OnPage | None" = None) -> Outcome:
    """Audit the bytes of a file called ``name``; like ``audit_item`` it gives a Failure, not an error."""
    short = PurePosixPath(name).name or name
    return guarded(name, lambda: audit_bytes(data, short, settings, on_page=on_page))


def guarded(name: str, work: Callable[[], Report]) -> Outcome:
    """The report of ``work`` under ``name``, or a Failure in plain words whatever happened.

    Errors in the rules or the settings are raised: they would meet every file alike.
    """
    try:
        return replace(work(), name=name)
    except ReadError as error:
        return Failure(name, error.code, str(error))
    except BiasAuditError:
        raise
    except MemoryError:
        return Failure(name, "too-large", f"{name} needs more memory than this computer has free. Try a part of it.")
    except Exception as error:
        LOG.info("internal error at %s", name, exc_info=True)  # silent unless logging is set up
        return Failure(
            name,
            "internal",
            f"{name} could not be checked because of a mistake in this tool ({type(error).__name__}). "
            "The file itself may be fine. Please report it, with the kind of file.",
        )


def audit_many(
    paths: Iterable[Path | str],
    settings: Settings | None = None,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    on_done: OnDone | None = None,
    on_page: "OnPage | None" = None,
) -> Iterator[Outcome]:
    """A Report or a Failure for each file of ``paths`` (folders are walked), in input order.

    ``executor``: any of concurrent.futures, with ``jobs`` workers; by default ``jobs`` local processes, and
    none for ``jobs=1``. ``on_done`` is told how many files are done, as they finish; ``on_page``, where files are
    read one after another, how many of the pages and pictures that are recognised. Raises LexiconError and
    SettingsError only.
    """
    settings = settings or Settings()
    todo = list(unpacked(items(paths), settings))
    tell = on_done or (lambda done, total: None)
    if executor is None and min(jobs, len(todo)) <= 1:
        return _in_turn(todo, settings, tell, on_page)
    return _in_parallel(todo, settings, max(1, min(jobs, len(todo))), executor, tell)


def _in_turn(todo: list[Item], settings: Settings, tell: OnDone, on_page: "OnPage | None") -> Iterator[Outcome]:
    members = _Members(settings)
    for done, item in enumerate(todo, 1):
        outcome = audit_item(members.loaded(item), settings, on_page)
        tell(done, len(todo))
        yield outcome


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=look_seldom)


def _in_parallel(
    todo: list[Item], settings: Settings, jobs: int, executor: Executor | None, tell: OnDone
) -> Iterator[Outcome]:
    """At most ``WINDOW * jobs`` files are under way or waiting for an earlier one to be given out."""
    own: Executor | None = None if executor else _pool(jobs)
    outcomes: dict[int, Outcome] = {}
    open_: dict[Future[Outcome], int] = {}
    sent = given = done = 0
    members = _Members(settings)
    try:
        while given < len(todo):
            broken: list[int] = []
            while sent < len(todo) and sent - given < WINDOW * jobs:
                try:
                    pool = own or executor
                    assert pool is not None
                    open_[pool.submit(audit_item, members.loaded(todo[sent]), settings)] = sent
                except BrokenExecutor:
                    broken.append(sent)
                sent += 1
                if broken:
                    break
            finished = wait(open_, return_when=FIRST_COMPLETED).done if open_ and not broken else set()
            for future in finished:
                index = open_.pop(future)
                outcome = _outcome(future, todo[index])
                if outcome is None:
                    broken.append(index)
                else:
                    outcomes[index] = outcome
                    done += 1
                    tell(done, len(todo))
            if broken:
                for index in sorted({*broken, *open_.values()}):
                    outcomes[index] = _alone(members.loaded(todo[index]), settings)
                    done += 1
                    tell(done, len(todo))
                open_.clear()
                if own:
                    own.shutdown(wait=False, cancel_futures=True)
                own = _pool(jobs)
            while given in outcomes:
                yield outcomes.pop(given)
                given += 1
    finally:
        if own:
            own.shutdown(wait=True, cancel_futures=True)


def _outcome(future: "Future[Outcome]", item: Item) -> Outcome | None:
    """What a worker gave; None when the pool broke, so that nobody knows which file was to blame."""
    try:
        return future.result()
    except BrokenExecutor:
        return None
    except BiasAuditError:
        raise
    except Exception:  # an executor's own way of saying that its worker died
        return _crashed(item)


def _alone(item: Item, settings: Settings) -> Outcome:
    """Audit a file in a process of its own: if that one dies too, this file is to blame."""
    with _pool(1) as pool:
        try:
            return pool.submit(audit_item, item, settings).result()
        except BrokenExecutor:
            return _crashed(item)


def _crashed(item: Item) -> Failure:
    return Failure(
        item.name,
        "crashed",
        f"{item.name} made the reader stop. It may be damaged: open it, save it under a new name, try that.",
    )
