"""Files broken by chance, always the same ones: a document or a plain refusal comes out, and nothing stays behind."""

import tempfile
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from ooxml_files import archive, para, word_file
from test_hostile import MADE
from test_parse_notebook import box, notebook, svg

from bias_audit.errors import Crashed, Damaged
from bias_audit.model import Block, Document, Origin, Place, Run
from bias_audit.parsers import children, isolate
from evaluation import fuzz

SAMPLES = Path(__file__).parent.parent / "corpus_samples"
SEED = 5
on_linux = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks /proc")


@cache
def files() -> tuple[tuple[str, bytes], ...]:
    """The samples, and small files of the formats that have no sample."""
    made = [(name, make("")) for name, make in MADE]
    rtf = rb"{\rtf1\ansi One {\b two} \par{\field{\*\fldinst HYPERLINK x}{\fldrslt y}}\u8217? \'e9\par}"
    text = "Mhàiri’s bridge.\n\n– one\n".encode()
    lesson = notebook({"page0.svg": svg(box("One", "Two?", bullet=1), "<image href='a.png'/>"), "page1.svg": svg()})
    made += [("a.notebook", lesson), ("a.rtf", rtf), ("a.csv", b"word,meaning\nbridge,a way across\n"), ("a.txt", text)]
    return (*fuzz.seeds([SAMPLES]), *made)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_seeds_are_files_that_can_be_read_and_not_large(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.", "utf-8")
    (tmp_path / "b.txt").write_text("word " * 100_000, "utf-8")
    (tmp_path / "c.docx").write_text("Words.", "utf-8")
    (tmp_path / "d.txt").touch()
    assert fuzz.seeds([tmp_path]) == [("a.txt", b"Words.")]


def test_broken_files_end_in_a_document_or_a_plain_refusal() -> None:
    tally = fuzz.run(files(), SEED, seconds=12, most=200)
    assert sum(tally.outcomes.values()) > 10
    assert not tally.wrong, [(name, fault) for name, _, fault in tally.wrong]


@on_linux
def test_reading_broken_files_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    children.close()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = open_files()
    fuzz.run(files(), SEED + 1, seconds=4, most=30)
    children.close()
    assert open_files() == before
    assert list(tmp_path.iterdir()) == []


@on_linux
def test_memory_of_a_child_does_not_grow_with_its_files() -> None:
    children.close()
    data = word_file("".join(para(f"Sentence {n} of a long lesson.") for n in range(2_000)))
    held = []
    for _ in range(25):
        isolate.parse(data, "a.docx", fuzz.LIMITS)
        (child,) = children._idle
        held.append(child.memory)
    assert held[-1] - held[4] <= 8, held  # megabytes


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.md"])
def test_broken_gives_the_same_bytes_for_the_same_seed(name: str) -> None:
    data = next(data for sample, data in files() if Path(sample).suffix == Path(name).suffix)
    made = {fuzz.broken(data, Random(seed)) for seed in range(30)}
    assert made == {fuzz.broken(data, Random(seed)) for seed in range(30)}
    assert len(made) > 20


def test_broken_keeps_most_archives_openable() -> None:
    data = archive({"a.xml": "<a><b>words</b><c d='e'/></a>", "b.bin": b"\x00\x01"})
    made = [fuzz.broken(data, Random(seed)) for seed in range(60)]
    assert sum(zipfile.is_zipfile(BytesIO(each)) for each in made) > 40


def test_wrong_with_names_what_is_wrong() -> None:
    def document(*runs: Run) -> Document:
        return Document("a", "text/plain", "", (Block("words", "paragraph", Place("here"), origin=Origin("", runs)),))

    assert fuzz.wrong_with(document(Run(0, 2, "text", 0), Run(3, 5, "text", 3))) == ""
    assert "runs" in fuzz.wrong_with(document(Run(0, 9, "text", 0)))
    assert "runs" in fuzz.wrong_with(document(Run(3, 5, "text", 0), Run(0, 2, "text", 3)))
    assert fuzz.wrong_with(Damaged("a.docx is damaged. Save it again.")) == ""
    assert "plain" in fuzz.wrong_with(Damaged("KeyError: 'w:p'"))
    assert "crashed" in fuzz.wrong_with(Crashed("a.docx made the reader stop. Save it again."))


def test_main_says_what_came_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# Bridges\n\nOne pupil reads.\n", "utf-8")
    assert fuzz.main(["--seconds", "0.5", str(tmp_path)]) == 0
    assert "files made from 1" in capsys.readouterr().out
