"""``python -m benchmarks``: our whole analysis against spaCy's full pipeline, reading against other libraries alone."""

import argparse
import gc
import io
import json
import os
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pptx
import pypdfium2
import spacy
from lxml import etree

from bias_audit import analyse, read_bytes
from bias_audit.model import Block, Document, Limits, Place
from bias_audit.parsers import children, isolate, parse
from bias_audit.pipeline import MODELS, load_pipeline

HERE = Path(__file__).parent
ROUNDS = 5
STEM_WORDS = 20_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all timings and print them; ``--json`` writes them as well."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures as JSON")
    chosen = parser.parse_args(arguments)
    full = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    load_pipeline()
    figures: dict[str, Any] = {
        "stem": against_spacy(stem_paragraphs(), full),
        "story": against_spacy(paragraphs(HERE / "texts" / "story.txt") * 6, full),
        "own_stem": against_spacy(paragraphs(HERE / "texts" / "stem.txt") * 6, full),
        "pdf": against_pdfium(real_files("pdf")),
    }
    for ending, opened in (("docx", docx.Document), ("pptx", pptx.Presentation), ("od[tp]", bare_xml)):
        figures[ending] = against_opening(real_files(ending), opened)
    figures["isolation"] = isolation(
        [data for ending in ("docx", "pptx", "pdf", "html") for data in real_files(ending)]
    )
    for name, numbers in figures.items():
        print(f"{name}: " + ", ".join(f"{key} {_short(value)}" for key, value in numbers.items()))
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def _short(value: float | int | str) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of one of our texts."""
    return [p.replace("\n", " ") for p in path.read_text("utf-8").split("\n\n") if p.strip()]


def stem_paragraphs() -> list[str]:
    """Textbook paragraphs from BIAS_AUDIT_EVAL when it is set, else our own text."""
    folder = os.environ.get("BIAS_AUDIT_EVAL")
    path = Path(folder) / "neutral_stem.jsonl" if folder else None
    if path is None or not path.is_file():
        return paragraphs(HERE / "texts" / "stem.txt") * 6
    texts, words = [], 0
    for line in path.read_text("utf-8").splitlines():
        texts.append(json.loads(line)["text"])
        words += len(texts[-1].split())
        if words >= STEM_WORDS:
            break
    return texts


def against_spacy(texts: list[str], full: spacy.language.Language) -> dict[str, Any]:
    """Matching, checks, people and all else on one document, against every part of spaCy's model."""
    blocks = tuple(Block(t, "paragraph", Place(f"paragraph {i}")) for i, t in enumerate(texts, 1))
    document = Document("benchmark", "text/plain", "", blocks)
    ours, theirs = in_turn(lambda: analyse(document), lambda: list(full.pipe(texts)))
    words = sum(len(t.split()) for t in texts)
    return {
        "words": words,
        "spacy_seconds": theirs,
        "analysis_seconds": ours,
        "times_as_fast": theirs / ours,
        "words_per_second": words / ours,
    }


def real_files(ending: str) -> list[bytes]:
    """Files from BIAS_AUDIT_MATERIALS when it is set, else our samples."""
    folder = os.environ.get("BIAS_AUDIT_MATERIALS")
    where = Path(folder) / "real" if folder else HERE.parent / "corpus_samples"
    return [path.read_bytes() for path in sorted(where.rglob(f"*.{ending}"))]


def against_opening(files: list[bytes], opened: Callable[[io.BytesIO], object]) -> dict[str, Any]:
    """Reading Office files whole, in this process, against another library only opening them."""
    gc.freeze()  # the models that are loaded here are not there where files are read
    pairs = [
        in_turn(partial(parse, data, "benchmark"), partial(_open, opened, data), clock=time.process_time)
        for data in files
    ]
    gc.unfreeze()
    ours, theirs = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    worst = max((pair[0] / pair[1] for pair in pairs), default=0.0)
    return {
        "files": len(files),
        "opening_seconds": theirs,
        "reading_seconds": ours,
        "times_the_cost": ours / theirs if files else 0.0,
        "worst_file": worst,
    }


def against_pdfium(files: list[bytes]) -> dict[str, Any]:
    """Reading PDFs whole, in this process and without text recognition, against extracting their bare text.

    The pages with ruled tables are set apart, in files of their own.
    """
    plain, tables = zip(*map(halved, files), strict=True)
    without, within = times_of(plain), times_of(tables)
    pages = without["pages"] + within["pages"]
    ours, theirs = (without[key] + within[key] for key in ("reading_seconds", "pdfium_seconds"))
    return {
        "files": len(files),
        **without,
        **{f"table_{key}": value for key, value in within.items()},
        "table_share_of_pages": within["pages"] / pages,
        "all_times_the_cost": ours / theirs,
    }


def times_of(files: Sequence[bytes]) -> dict[str, Any]:
    """The times of reading some PDFs, the empty ones left out."""
    some = [data for data in files if data]
    gc.freeze()  # the models that are loaded here are not there where files are read
    pairs = [in_turn(partial(_read_here, data), partial(bare_text, data), time.process_time) for data in some]
    gc.unfreeze()
    ours, theirs = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    pages = sum(map(pages_in, some))
    return {"pages": pages, "pdfium_seconds": theirs, "reading_seconds": ours, "times_the_cost": ours / theirs}


def _read_here(data: bytes) -> Document:
    return read_bytes(data, "benchmark.pdf", isolated=False, ocr="never")


def isolation(files: Sequence[bytes]) -> dict[str, Any]:
    """What it costs to read many files in a child, whose start is shared out, over reading them here."""

    def isolated(some: Sequence[bytes]) -> None:
        for data in some:
            isolate.parse(data, "benchmark", Limits())
        children.close()  # only then the system tells what it cost

    every, start = in_turn(lambda: isolated(files), lambda: isolated([b"A file."]), _with_children)
    here, _ = in_turn(lambda: [parse(data, "benchmark") for data in files], lambda: None, _with_children)
    each = (every - start - here) / len(files)
    return {
        "files": len(files),
        "start_seconds": start,
        "milliseconds_a_file": 1000 * each,
        "with_its_share_of_the_start": 1000 * (each + start / children.MOST_FILES),
    }


def _with_children() -> float:
    return sum(os.times()[:4])


def halved(data: bytes) -> tuple[bytes, bytes]:
    """The pages of a PDF without ruled tables, and those with them; empty where there are none."""
    document = _read_here(data)
    with_tables = {block.place.page for block in document.blocks if block.place.table}
    halves = []
    for tables in (False, True):
        pdf, out = pypdfium2.PdfDocument(data), io.BytesIO()
        for number in range(len(pdf), 0, -1):
            if (number in with_tables) != tables:
                pdf.del_page(number - 1)
        if len(pdf):
            pdf.save(out)
        pdf.close()
        halves.append(out.getvalue())
    return halves[0], halves[1]


def pages_in(data: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(data)
    count = len(document)
    document.close()
    return count


def _open(opened: Callable[[io.BytesIO], object], data: bytes) -> object:
    return opened(io.BytesIO(data))


def bare_xml(stream: io.BytesIO) -> object:
    """The parsed content of an OpenDocument file, nothing else done with it."""
    with zipfile.ZipFile(stream) as archive:
        return etree.fromstring(archive.read("content.xml"))


def bare_text(data: bytes) -> int:
    """The characters that pypdfium2 finds, pages in order, nothing else done with them."""
    document, count = pypdfium2.PdfDocument(data), 0
    for page in document:
        textpage = page.get_textpage()
        count += len(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return count


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> tuple[float, float]:
    """The best of several rounds of each, taken in turn so that a busy machine slows both."""
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for which, work in enumerate((ours, theirs)):
            start = clock()
            work()
            best[which] = min(best[which], clock() - start)
    return best[0], best[1]


if __name__ == "__main__":
    sys.exit(main())
