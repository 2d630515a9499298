"""The child that parses: whatever a file makes it do becomes an error in plain words, and the next file is read."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ooxml_files import archive, para, word_file

from bias_audit import errors, read, read_bytes
from bias_audit.library import audit_many
from bias_audit.model import Failure, Limits, Report, Settings
from bias_audit.ocr_targets import Spot
from bias_audit.parsers import children, isolate, parse
from bias_audit.picture_looks import Look
from bias_audit.settings import load_settings
from bias_audit.store import Arrived
from bias_audit.ui import intake

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus_samples"
QUICK = Limits(seconds=2)

# A reader of plain text that does as the text says, put in the place of ours in every child.
MISBEHAVING = """
import os, socket, sys, time
from pathlib import Path
from bias_audit import parsers
from bias_audit.errors import Damaged
from bias_audit.parsers import media

ours = parsers.PARSERS[media.TEXT]
seen = []

def reader(data, name):
    word = data.decode().partition(":")
    if word[0] == "loop":
        while True:
            pass
    if word[0] == "sleep":
        time.sleep(60)
    if word[0] == "die":
        os._exit(7)
    if word[0] == "die-if-used" and seen:
        os._exit(7)
    if word[0] == "fill":
        kept = bytearray(3_000_000_000)
    if word[0] == "connect":
        socket.create_connection(("127.0.0.1", int(word[2])), timeout=2)
    if word[0] == "open":
        Path(word[2]).read_bytes()
    if word[0] == "write":
        Path(word[2]).write_text("x")
    if word[0] == "print":
        print("x" * 1000, flush=True)
        os.write(1, b"y" * 1000)
        sys.stderr.write("z" * 1_000_000)
    if word[0] == "ask":
        sys.stdin.read()
    if word[0] == "mistake":
        raise KeyError("secret words")
    if word[0] == "damaged":
        raise Damaged(f"{name} is damaged.")
    if word[0] == "pid":
        data = str(os.getpid()).encode()
    seen.append(name)
    return ours(data, name)

parsers.PARSERS[media.TEXT] = reader
"""


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(MISBEHAVING, "utf-8")
    children.close()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(ROOT)]))
    yield
    children.close()


def said(text: str, limits: Limits = QUICK) -> str:
    return " ".join(block.text for block in isolate.parse(text.encode(), "lesson.txt", limits).blocks)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".py"))
def test_isolated_document_is_the_same_one(name: str) -> None:
    data = (SAMPLES / name).read_bytes() if (SAMPLES / name).is_file() else b"words"
    assert read_bytes(data, name) == read_bytes(data, name, isolated=False)


def test_isolated_error_is_the_same_one() -> None:
    for data, name, kind in (
        (b"", "a.docx", errors.Empty),
        (b"PK\x03\x04 broken", "a.docx", errors.Damaged),
        (b"\x00\x01\x02" * 100, "a.bin", errors.UnsupportedFormat),
    ):
        with pytest.raises(kind) as ours:
            parse(data, name)
        with pytest.raises(kind) as theirs:
            isolate.parse(data, name, QUICK)
        assert str(theirs.value) == str(ours.value)


@pytest.mark.usefixtures("misbehaving")
@pytest.mark.parametrize("text", ["loop", "sleep"])
def test_file_that_takes_too_long_is_left(text: str) -> None:
    assert said("warm") == "warm"
    begun = time.monotonic()
    with pytest.raises(errors.TooSlow, match=r"lesson\.txt took longer than 2 seconds"):
        said(text)
    assert time.monotonic() - begun < 8
    assert said("next") == "next"


@pytest.mark.usefixtures("misbehaving")
def test_file_that_ends_the_reader_is_named_and_the_next_is_read() -> None:
    with pytest.raises(errors.Crashed, match=r"lesson\.txt made the reader stop"):
        said("die")
    assert said("next") == "next"


@pytest.mark.usefixtures("misbehaving")
def test_file_is_not_blamed_for_what_an_earlier_one_left() -> None:
    assert said("first") == "first"
    assert said("die-if-used: here") == "die-if-used: here"


@pytest.mark.usefixtures("misbehaving")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to a limit of memory")
def test_file_that_needs_too_much_memory_is_named() -> None:
    with pytest.raises(errors.TooLarge, match="more than 2,000 megabytes of memory"):
        said("fill")
    assert said("next") == "next"


@pytest.mark.usefixtures("misbehaving")
def test_mistake_of_ours_is_said_without_the_words_of_the_file() -> None:
    with pytest.raises(errors.Internal, match="KeyError") as error:
        said("mistake")
    assert "secret" not in str(error.value) and "report it" in str(error.value)


@pytest.mark.usefixtures("misbehaving")
@pytest.mark.parametrize("text", ["print", "ask"])
def test_reader_cannot_reach_the_pipes(text: str) -> None:
    assert said(text) == text


@pytest.mark.usefixtures("misbehaving")
def test_reader_reaches_no_network_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        for text in (
            f"connect:{server.getsockname()[1]}",
            f"open:{tmp_path / 'secret.txt'}",
            f"write:{tmp_path / 'new.txt'}",
        ):
            with pytest.raises(errors.Internal, match="PermissionError"):
                said(text)
        with pytest.raises(TimeoutError):
            server.accept()
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]


@pytest.mark.usefixtures("misbehaving")
def test_child_is_reused_and_then_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "MOST_FILES", 3)
    first, second, third, fourth = (said("pid") for _ in range(4))
    assert first == second == third != fourth
    monkeypatch.setattr(children, "MOST_MEMORY", 1)
    if sys.platform != "win32":
        assert said("pid") == fourth
        assert said("pid") != fourth


@pytest.mark.usefixtures("misbehaving")
def test_child_that_died_while_it_waited_is_replaced() -> None:
    pid = said("pid")
    [child] = children._idle
    child.process.kill()
    child.process.wait()
    assert said("pid") != pid


@pytest.mark.usefixtures("misbehaving")
def test_threads_have_children_of_their_own() -> None:
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(said, [f"lesson {n}" for n in range(30)]))
    assert found == [f"lesson {n}" for n in range(30)]
    assert threading.active_count() < 20


@pytest.mark.usefixtures("misbehaving")
def test_run_goes_on_past_files_that_misbehave(tmp_path: Path) -> None:
    for name, text in {"a": "One.", "b": "die", "c": "loop", "d": "damaged", "e": "Two."}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    outcomes = list(audit_many([tmp_path], Settings(limits=Limits(seconds=5))))
    codes = [outcome.code if isinstance(outcome, Failure) else "read" for outcome in outcomes]
    assert codes == ["read", "crashed", "too-slow", "damaged", "read"]


def test_close_leaves_no_folder_and_no_process() -> None:
    isolate.parse(b"words", "a.txt", QUICK)
    waiting = children._idle[:]
    assert waiting and all(child.folder.is_dir() for child in waiting)
    children.close()
    assert not any(child.folder.exists() for child in waiting)
    assert all(child.process.poll() is not None for child in waiting)


def test_program_that_ends_leaves_no_folder(tmp_path: Path) -> None:
    work = "import bias_audit; print(bias_audit.read_bytes(b'words', 'a.txt').blocks[0].text)"
    environment = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path))}
    command = [sys.executable, "-W", "error", "-c", work]
    ran = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (ran.stdout.strip(), ran.stderr) == ("words", "")
    assert list(tmp_path.glob("bias-audit-*")) == []


def test_child_loads_only_what_parsing_needs() -> None:
    work = "import sys, bias_audit.parsers.worker; print(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", work], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert not {"spacy", "streamlit", "torch", "pandas", "typer"} & set(ran.stdout.split())


# --- pictures -----------------------------------------------------------------------------------

# A look at pictures that does as the bytes say; the recogniser is one that sees nothing.
LOOKING = """
import os, time
from bias_audit import ocr_engine, picture_looks
from bias_audit.ocr_lines import Seen

def act(data):
    if data == b"loop":
        while True:
            pass
    if data == b"die":
        os._exit(7)
    if data == b"fill":
        kept = bytearray(6_000_000_000)
    if data == b"mistake":
        raise KeyError("secret")
    if data == b"write":
        open("/tmp/never-written", "w")

def look(data):
    act(data)
    return picture_looks.Look(faces=len(data), shape=1.0)

def words(spot, parts):
    act(parts[spot.data])
    return (Seen(parts[spot.data].decode(), 1.0, 0.0, 0.0, 1.0, 1.0),)

picture_looks.look = look
ocr_engine.look = words
ocr_engine.load = lambda: True
"""
ODD = [b"a", b"die", b"bb", b"loop", b"ccc", b"mistake", b"write", b"dddd"]


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(LOOKING, "utf-8")
    children.close()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(ROOT)]))
    yield
    children.close()


@pytest.mark.usefixtures("looking")
def test_picture_that_ends_the_child_costs_that_picture_alone() -> None:
    assert [look.faces for look in isolate.looks(ODD, QUICK)] == [1, None, 2, None, 3, None, None, 4]


@pytest.mark.usefixtures("looking")
def test_page_that_ends_the_recogniser_costs_that_page_alone() -> None:
    odd = [*ODD, *([b"fill"] if sys.platform == "linux" else []), b"e"]
    found = isolate.words([Spot("picture", data=n) for n in range(len(odd))], odd, Limits(picture_seconds=2))
    said = [lines[0].text if lines else "" for lines in found]
    assert said == ["a", "", "bb", "", "ccc", "", "", "dddd", *[""] * (len(odd) - 9), "e"]


@pytest.mark.usefixtures("looking")
def test_answers_that_nobody_waits_for_end_the_child() -> None:
    found = isolate.looks([b"a", b"bb", b"ccc"], QUICK)
    assert next(found).faces == 1
    found.close()  # type: ignore[attr-defined]
    assert children._idle == []
    assert [look.faces for look in isolate.looks([b"bb"], QUICK)] == [2]


@pytest.mark.parametrize(
    ("header", "frames"),
    [
        ({}, []),
        ({"photograph": "x", "faces": 1, "shape": 1.0}, [b""]),
        ({"photograph": True, "faces": "many", "shape": 1.0}, [b""]),
        ({"photograph": True, "faces": 1, "shape": 1.0}, [b"short"]),
        ({"photograph": True, "faces": 1, "shape": 1.0}, []),
    ],
)
def test_look_that_makes_no_sense_is_none(header: dict[str, object], frames: list[bytes]) -> None:
    assert isolate._look(header, frames) == Look()


@pytest.mark.parametrize("lines", [None, 3, "text", [["a"]], [[1, 1, 1, 1, 1, 1]], [["a", "x", 1, 1, 1, 1]]])
def test_lines_that_make_no_sense_are_none(lines: object) -> None:
    assert isolate._lines({"lines": lines}) is None


# --- limits, as a setting gives them ------------------------------------------------------------


def test_limit_of_the_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words " * 200_000)
    with pytest.raises(errors.TooLarge, match=r"a\.txt is larger than 1 megabytes"):
        read(tmp_path / "a.txt", limits=Limits(file_megabytes=1))
    with pytest.raises(errors.TooLarge):
        read_bytes(b"words " * 200_000, "a.txt", limits=Limits(file_megabytes=1))


def test_limit_of_what_is_inflated_is_kept() -> None:
    data = archive({"a.txt": b"0" * 1_500_000})
    small = Limits(inflated_megabytes=1)
    with pytest.raises(errors.TooLarge, match="unpacked"):
        isolate.members(data, "lessons.zip", small)
    assert isolate.members(data, "lessons.zip", Limits()) == (("a.txt", b"0" * 1_500_000),)
    filled = word_file(para("One"), {"word/media/image1.bin": b"0" * 1_500_000})
    with pytest.raises(errors.TooLarge, match="unpacked"):
        isolate.parse(filled, "a.docx", small)
    assert isolate.parse(filled, "a.docx", Limits()).blocks[0].text == "One"


def test_limit_of_pages_is_kept_and_said() -> None:
    data = (SAMPLES / "higher-stem-pathways.pdf").read_bytes()
    whole, cut = read_bytes(data, "a.pdf"), read_bytes(data, "a.pdf", limits=Limits(pages=1))
    assert whole.units > 1 and {block.place.page for block in cut.blocks} == {1}
    assert any("only the first 1" in warning.message for warning in cut.warnings)


@pytest.mark.parametrize("text", ["seconds = 0", "pages = -1", "megabytes = 10000000", "minutes = 1", "seconds = 'x'"])
def test_limits_that_make_no_sense_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text(f"[limits]\n{text}\n", "utf-8")
    with pytest.raises(errors.SettingsError, match=text.split()[0]):
        load_settings(tmp_path / "audit.toml")


def test_limits_are_read_from_the_settings(tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text("[limits]\nseconds = 5\n", "utf-8")
    assert load_settings(tmp_path / "audit.toml").limits == Limits(seconds=5)


# --- archives of documents ----------------------------------------------------------------------

UNIT = archive(
    {
        "unit 1/sheet.docx": word_file(para("The fireman showed his hose.")),
        "unit 1/broken.docx": b"PK\x03\x04 broken",
        "../../away.txt": "Ask a friend.",
        "robot.py": "print()",
        ".DS_Store": "x",
        "more.zip": archive({"notes.md": "# Bridges\n", "deep.zip": archive({"c.txt": "x"})}),
    }
)
NAMES = ["away.txt", "more.zip/deep.zip", "more.zip/notes.md", "unit 1/broken.docx", "unit 1/sheet.docx"]


def described(outcomes: list[Report | Failure]) -> list[tuple[str, str]]:
    return [(o.name, o.code if isinstance(o, Failure) else "read") for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_members_of_an_archive_are_documents_of_their_own(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "term").mkdir()
    (tmp_path / "term" / "lessons.zip").write_bytes(UNIT)
    (tmp_path / "a.txt").write_text("Words.", "utf-8")
    told: list[tuple[int, int]] = []
    outcomes = list(audit_many([tmp_path], jobs=jobs, on_done=lambda *done: told.append(done)))
    codes = ["read", "unsupported", "read", "damaged", "read"]
    inside = [(f"term/lessons.zip/{name}", code) for name, code in zip(NAMES, codes, strict=True)]
    assert described(outcomes) == [("a.txt", "read"), *inside]
    assert told[-1] == (6, 6)
    sheet = outcomes[-1]
    assert isinstance(sheet, Report) and sheet.findings
    assert [path.name for path in (tmp_path / "term").iterdir()] == ["lessons.zip"]


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (UNIT[:-40], "damaged", "damaged"),
        (archive({"zeros.txt": b"0" * 301_000_000}), "too-large", "unpacked"),
        (archive({".DS_Store": "x"}), "empty", "without any document"),
        (b"PK\x05\x06" + bytes(18), "empty", "without any document"),
    ],
)
def test_archive_that_cannot_be_opened_is_a_failure(data: bytes, code: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "lessons.zip").write_bytes(data)
    [outcome] = audit_many([tmp_path / "lessons.zip"])
    assert isinstance(outcome, Failure) and outcome.code == code and says in outcome.message
    assert intake.unpacked(Arrived("file:1", "lessons.zip", data), Settings()) == outcome


def test_uploaded_archive_becomes_several_documents() -> None:
    found = intake.unpacked(Arrived("file:1", "lessons.zip", UNIT), Settings())
    assert isinstance(found, tuple)
    assert [file.key for file in found] == [f"file:1/{n}" for n in range(1, 6)]
    outcomes = [intake.outcome_of(file, Settings()) for file in found]
    assert [o.name if isinstance(o, Failure) else o.report.name for o in outcomes] == [
        f"lessons.zip/{name}" for name in NAMES
    ]
    one = Arrived("file:2", "a.docx", word_file(para("One")))
    assert intake.unpacked(one, Settings()) == (one,)
    outcome = intake.outcome_of(one, Settings())
    assert isinstance(outcome, intake.Review) and outcome.document.blocks[0].text == "One"
