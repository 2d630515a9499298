"""``python -m evaluation.fidelity FOLDER``: how many of a file's words the readers keep, and whether they add any.

The folder holds ``MANIFEST.tsv`` with word counts of DOCX and PPTX files that were made without these
readers. OpenDocument and EPUB files are counted here, straight from their XML, so their very words are compared.
"""

import argparse
import csv
import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from bias_audit.errors import ReadError
from bias_audit.parsers import parse

_NOT_COUNTED = ("comment", "chart", "alt_text")
_COUNT = re.compile(r"words=(\d+)")
_DROPPED_ODF = re.compile(
    r"<(office:annotation|text:tracked-changes|svg:title|svg:desc|presentation:notes-placeholder"
    r"|text:page-number|style:style)\b(?:[^>]*/>|.*?</\1>)",
    re.DOTALL,
)
_EDGES = re.compile(
    r"<style:(header|footer)(?:-left|-first)?(?:\s[^>]*[^/>])?>.*?</style:\1(?:-left|-first)?>", re.DOTALL
)
_DROPPED_HTML = re.compile(r"<(head|script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_BREAKS = re.compile(
    r"</?(?:text:(?:p|h|list|list-item|s|tab|line-break)|table:[\w-]+|draw:[\w-]+)\b[^>]*>"
    r"|</?(?:p|h[1-6]|li|ul|ol|div|section|br|td|th|tr|table|dt|dd|pre|blockquote|figcaption|body|title|nav)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Fidelity:
    """A file's words counted without the readers, by the readers, and the difference in both directions."""

    path: str
    independent: int
    ours: int
    lost: int
    invented: int

    @property
    def kept(self) -> float:
        """The share of the independent words that was read."""
        return 1 - self.lost / self.independent if self.independent else 1.0

    @property
    def added(self) -> float:
        """Invented words for each independent one."""
        return self.invented / max(self.independent, 1)

    @property
    def within(self) -> bool:
        """At least 99 % kept and at most 1 % invented; one word in a short file is no exception."""
        allowed = max(1, 0.01 * self.independent)
        return self.lost <= allowed and self.invented <= allowed


def words_of(text: str) -> list[str]:
    """Runs between spaces that hold a letter or a digit."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def read_words(data: bytes, name: str) -> list[str]:
    """The words of our blocks, without the kinds that the independent counts leave out. Raises ReadError."""
    return [word for b in parse(data, name).blocks if b.kind not in _NOT_COUNTED for word in words_of(b.text)]


def independent_words(data: bytes) -> list[str]:
    """The words of an OpenDocument file or e-book, from its XML as text: tags cut out, nothing parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "content.xml" in names:
            body = archive.read("content.xml").decode("utf-8")
            body = body[body.index("<office:body") :]
            if b"opendocument.text" in archive.read("mimetype") and "styles.xml" in names:
                edges = _EDGES.finditer(archive.read("styles.xml").decode("utf-8"))
                body += " ".join(edge.group() for edge in edges)
            return _bare(_DROPPED_ODF.sub(" ", body))
        pages = [name for name in names if name.lower().endswith((".xhtml", ".html", ".htm"))]
        return [w for n in pages for w in _bare(_DROPPED_HTML.sub(" ", archive.read(n).decode("utf-8", "replace")))]


def _bare(markup: str) -> list[str]:
    return words_of(unescape(_TAG.sub("", _BREAKS.sub(" ", markup))))


def measured(folder: Path) -> Iterator[Fidelity]:
    """Every file of the folder's manifest that has an independent count and can be read."""
    with (folder / "MANIFEST.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    for row in rows:
        counted = _COUNT.match(row["words_full"] or "")
        if not counted and row["format"] not in ("odt", "odp", "epub"):
            continue
        path = folder / row["path"]
        try:
            data = path.read_bytes()
            ours = read_words(data, path.name)
            theirs = None if counted else independent_words(data)
        except (ReadError, OSError, zipfile.BadZipFile, ValueError):
            continue  # damaged, protected or absent: nothing to compare
        if theirs is None and counted:
            yield by_count(row["path"], int(counted.group(1)), len(ours))
        elif theirs is not None:
            yield by_words(row["path"], theirs, ours)


def by_count(path: str, independent: int, ours: int) -> Fidelity:
    """The comparison where only a number is known."""
    return Fidelity(path, independent, ours, max(independent - ours, 0), max(ours - independent, 0))


def by_words(path: str, independent: Sequence[str], ours: Sequence[str]) -> Fidelity:
    """The comparison word by word, whatever their order."""
    theirs, mine = Counter(independent), Counter(ours)
    return Fidelity(path, len(independent), len(ours), (theirs - mine).total(), (mine - theirs).total())


def table(rows: Iterable[Fidelity]) -> str:
    """The rows as a Markdown table, with a sum."""
    rows = list(rows)
    lines = ["| file | independent | read | lost | invented | kept |", "|---|---:|---:|---:|---:|---:|"]
    total = Fidelity(
        f"all {len(rows)} files",
        sum(r.independent for r in rows),
        sum(r.ours for r in rows),
        sum(r.lost for r in rows),
        sum(r.invented for r in rows),
    )
    for row in [*rows, total]:
        mark = "" if row.within else " (!)"
        lines.append(
            f"| {row.path}{mark} | {row.independent:,} | {row.ours:,} | {row.lost:,} | {row.invented:,}"
            f" | {100 * row.kept:.1f} % |"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or its exceptions and the sum; exit code 2 when there is no manifest."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fidelity", description=__doc__)
    parser.add_argument("folder", type=Path, help="test materials with a MANIFEST.tsv")
    parser.add_argument("--markdown", action="store_true", help="the whole table, as in docs/fidelity.md")
    chosen = parser.parse_args(arguments)
    if not (chosen.folder / "MANIFEST.tsv").is_file():
        print("There is no MANIFEST.tsv in this folder. Name the folder of the test materials.", file=sys.stderr)
        return 2
    rows = list(measured(chosen.folder))
    if chosen.markdown:
        print(table(rows))
    else:
        print(f"{sum(r.within for r in rows)} of {len(rows)} files keep 99 % of their words and add at most 1 %.")
        for row in rows:
            if not row.within:
                print(f"{row.path}: {row.independent:,} words, {row.lost:,} lost, {row.invented:,} invented")
    return 0


if __name__ == "__main__":
    sys.exit(main())
