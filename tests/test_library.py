"""Many files: which are taken, in which order they come back, and what a bad one does to the others."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from bias_audit import library
from bias_audit.errors import LexiconError, ReadError
from bias_audit.library import audit_data, audit_many, expand, items
from bias_audit.model import Failure, People, Reading, Report, Representation, Settings

ROOT = Path(__file__).parents[1]


def quick(path: Path, settings: Settings, **_: object) -> Report:
    """A report by hand, so that these tests are about files and workers, not about language."""
    text = path.read_text("utf-8")
    if "unreadable" in text:
        raise ReadError(f"{path.name} is not text.")
    if "lexicon" in text:
        raise LexiconError("gender.yaml, line 3: this entry has no id.")
    if "die" in text:
        os._exit(7)
    if "mistake" in text:
        raise KeyError("secret words")
    if "memory" in text:
        raise MemoryError
    empty = Representation()
    return Report(
        path.name,
        "text/plain",
        "",
        0,
        len(text.split()),
        "0",
        "0",
        settings,
        (),
        (),
        (),
        (),
        (),
        (),
        People(),
        empty,
        Reading(),
        (),
        (),
    )


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """``audit`` is ``quick``, in this process and in those that it starts."""
    monkeypatch.setattr(library, "audit", quick)
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(
        "import bias_audit.library, test_library\nbias_audit.library.audit = test_library.quick\n", "utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(ROOT), str(ROOT / "tests")]))


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A folder made of files with these contents, by their path inside it."""

    def make(**contents: str) -> Path:
        for name, text in contents.items():
            path = tmp_path / "library" / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path / "library"

    return make


def said(outcomes: list[Report | Failure]) -> list[str]:
    return [f"{o.name} {o.code}" if isinstance(o, Failure) else f"{o.name} {o.words}" for o in outcomes]


def test_expand_walks_folders_in_order_and_passes_over_litter(tmp_path: Path) -> None:
    for name in (
        "b.txt", "a/z.pdf", "a/B.docx", "a-b.txt", ".hidden", ".git/config", "__MACOSX/b.txt", "~$b.docx",
        ".~lock.b.odt#", "Thumbs.db", "a/robot.py", "data.json", "README.md",
        "desktop.ini", "a/.DS_Store", "a/film.mp4", "Ünï côde.txt",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    names = ["a/B.docx", "a/film.mp4", "a/z.pdf", "a-b.txt", "b.txt", "Ünï côde.txt"]
    assert [item.name for item in items([tmp_path])] == names
    assert expand([tmp_path]) == [tmp_path / name for name in names]


def test_expand_keeps_files_that_are_named_and_takes_each_once(tmp_path: Path) -> None:
    (tmp_path / ".notes.txt").touch()
    (tmp_path / "a.txt").touch()
    (tmp_path / "robot.py").touch()
    given = [tmp_path / ".notes.txt", str(tmp_path / "a.txt"), tmp_path, tmp_path / "robot.py", tmp_path / "gone.txt"]
    assert expand(given) == [tmp_path / name for name in (".notes.txt", "a.txt", "robot.py", "gone.txt")]


def test_expand_does_not_follow_a_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert [item.name for item in items([tmp_path])] == ["a.txt"]


def test_walk_names_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()

    def walk(top: Path, onerror: Callable[[OSError], None]):
        yield str(top), ["closed"], []
        onerror(PermissionError(13, "Permission denied", str(tmp_path / "closed")))

    monkeypatch.setattr(library.os, "walk", walk)
    [outcome] = audit_many([tmp_path])
    assert isinstance(outcome, Failure) and "closed is a folder that cannot be opened" in outcome.message


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("quickly")
def test_audit_many_gives_each_file_in_order_whatever_the_others_do(folder, jobs: int) -> None:
    path = folder(
        a_txt="one two",
        sub__b_txt="unreadable",
        sub__c_txt="mistake",
        d_txt="memory",
        e_txt="three words here",
    )
    outcomes = list(audit_many([path], jobs=jobs))
    assert said(outcomes) == [
        "a.txt 2",
        "d.txt too-large",
        "e.txt 3",
        "sub/b.txt unreadable",
        "sub/c.txt internal",
    ]
    internal = outcomes[-1]
    assert isinstance(internal, Failure)
    assert "report it" in internal.message and "secret words" not in internal.message


@pytest.mark.usefixtures("quickly")
def test_audit_many_blames_only_the_file_that_ends_its_worker(folder) -> None:
    path = folder(**{f"f{n:02}_txt": "die" if n in (3, 11) else "some words" for n in range(14)})
    expected = [f"f{n:02}.txt {'crashed' if n in (3, 11) else 2}" for n in range(14)]
    assert said(list(audit_many([path], jobs=2))) == expected


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("quickly")
def test_audit_many_raises_what_would_meet_every_file(folder, jobs: int) -> None:
    with pytest.raises(LexiconError, match="line 3"):
        list(audit_many([folder(a_txt="lexicon", b_txt="lexicon")], jobs=jobs))


class Counting(ThreadPoolExecutor):
    """Threads that finish in disorder; counts how many files are under way."""

    def __init__(self) -> None:
        super().__init__(2)
        self.under_way = self.most = 0
        self.lock = threading.Lock()

    def submit(self, fn, /, *args, **kwargs):
        with self.lock:
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self.one_less)
        return future

    def one_less(self, _: Future) -> None:
        with self.lock:
            self.under_way -= 1


@pytest.mark.usefixtures("quickly")
def test_audit_many_takes_any_executor_and_keeps_the_window(folder) -> None:
    path = folder(**{f"f{n:02}_txt": "word " * n for n in range(40)})
    told: list[tuple[int, int]] = []
    with Counting() as executor:
        outcomes = list(audit_many([path], executor=executor, jobs=2, on_done=lambda *done: told.append(done)))
        assert executor.submit(int).result() == 0  # it is not ours to close
    assert said(outcomes) == [f"f{n:02}.txt {n}" for n in range(40)]
    assert executor.most <= library.WINDOW * 2
    assert told == [(n, 40) for n in range(1, 41)]


class Breaking(Executor):
    """Works in the same process until a file says "die": from then on it is broken."""

    broken = False

    def submit(self, fn, /, *args, **kwargs):
        if self.broken:
            raise BrokenExecutor("broken before")
        future: Future = Future()
        if "die" in args[0].path.read_text("utf-8"):
            self.broken = True
            future.set_exception(BrokenExecutor("a worker died"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.usefixtures("quickly")
def test_audit_many_goes_on_without_an_executor_that_breaks(folder) -> None:
    path = folder(a_txt="one", b_txt="die", c_txt="one two", d_txt="unreadable")
    outcomes = list(audit_many([path], executor=Breaking(), jobs=1))
    assert said(outcomes) == ["a.txt 1", "b.txt crashed", "c.txt 2", "d.txt unreadable"]


class Killing(ThreadPoolExecutor):
    """Says in its own way that a worker died, as clusters do."""

    def submit(self, fn, /, *args, **kwargs):
        def work():
            if "die" in args[0].path.read_text("utf-8"):
                raise RuntimeError("KilledWorker")
            return fn(*args, **kwargs)

        return super().submit(work)


@pytest.mark.usefixtures("quickly")
def test_audit_many_makes_a_failure_of_what_a_cluster_gives_up(folder) -> None:
    path = folder(a_txt="one", b_txt="die", c_txt="one two")
    with Killing(2) as executor:
        assert said(list(audit_many([path], executor=executor, jobs=2))) == [
            "a.txt 1",
            "b.txt crashed",
            "c.txt 2",
        ]


@pytest.mark.usefixtures("quickly")
def test_audit_many_starts_nothing_for_nothing(tmp_path: Path) -> None:
    assert list(audit_many([tmp_path], jobs=4)) == []


def test_audit_many_says_that_a_file_is_missing_without_its_folder(tmp_path: Path) -> None:
    [outcome] = audit_many([tmp_path / "gone.docx"])
    assert isinstance(outcome, Failure)
    assert outcome.name == "gone.docx" and "gone.docx" in outcome.message
    assert str(tmp_path) not in outcome.message


def test_audit_data_gives_a_failure_not_an_error() -> None:
    outcome = audit_data(b"", "empty.docx", Settings())
    assert isinstance(outcome, Failure) and outcome.code == "empty"


@pytest.mark.slow
@pytest.mark.skipif("BIAS_AUDIT_MATERIALS" not in os.environ, reason="BIAS_AUDIT_MATERIALS names no materials")
def test_audit_many_has_plain_words_for_every_damaged_file() -> None:
    outcomes = list(audit_many([Path(os.environ["BIAS_AUDIT_MATERIALS"]) / "hostile" / "damaged"]))
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    assert failures
    assert [failure for failure in failures if failure.code in ("internal", "crashed")] == []


@pytest.mark.slow
def test_audit_many_gives_equal_reports_serially_in_threads_and_in_processes(folder) -> None:
    path = folder(
        a_txt="The fireman showed the boys and girls his hose.",
        b_md="# Bridges\n\nAsk your mum and dad. Every engineer tests his bridge.",
        c_html="<html lang=en><p>Girls are just as good at maths as boys.</p></html>",
        d_docx="not a Word file",
    )
    serial = list(audit_many([path]))
    assert sum(isinstance(outcome, Report) for outcome in serial) >= 3
    assert list(audit_many([path], jobs=2)) == serial
    with ThreadPoolExecutor(1) as executor:
        assert list(audit_many([path], executor=executor)) == serial
    assert audit_data((path / "a.txt").read_bytes(), "a.txt", Settings()) == serial[0]
