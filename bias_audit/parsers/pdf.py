"""PDF files: pages put in reading order, with every word still tied to its characters on the page."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .. import places
from ..errors import Damaged, Empty, Encrypted
from ..model import Block, BlockKind, Document, Origin, Picture, Place
from . import media
from .pdf_joining import Piece, joined
from .pdf_layout import Line, Paragraph, in_reading_order, paragraphs
from .pdf_numbered import numbered_under_headings
from .pdf_page import PageText, read_page
from .pdf_style import Sizes, heading_level, letter_sizes, running_lines, vocabulary
from .pdf_warnings import reading_warnings
from .structure import assemble, looks_like_question, with_sections

MAX_PAGES = 2000
_MAX_PICTURE_BYTES = 40_000_000  # kept from one file
_WIDE = re.compile(r"\s{2,}|[\t\r\n]")
_AS_LARGE = 0.97  # as the largest letters of a page: its title
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|table|picture|photo|image|diagram|map)\s*\d+(?:\.\d+)*\s*[.:–-]", re.IGNORECASE
)


def parse(data: bytes, name: str) -> Document:
    """Read a PDF. Runs have path ``char`` and count pdfium's characters of the page in ``Origin.part``."""
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    found, unread, units, title = _pages(data)
    if not found:
        raise Damaged(
            "This PDF is damaged: none of its pages can be read. Fetch it again from where it came from, or "
            "save a fresh copy."
        )
    headers, footers = running_lines(found)
    blocks: list[Block] = []
    known = vocabulary(found)
    sizes = letter_sizes(found)
    said: set[str] = set()
    for number, page in found.items():
        blocks.extend(_page_blocks(number, page, headers.get(number, ()), footers.get(number, ()), said, known, sizes))
    return Document(
        name,
        media.PDF,
        hashlib.sha256(data).hexdigest(),
        with_sections(numbered_under_headings(blocks)),
        _pictures(found),
        reading_warnings(found, unread, units, MAX_PAGES),
        units,
        title,
        bare_pages=tuple(number for number, page in found.items() if not page.readable),
    )


def _pages(data: bytes) -> tuple[dict[int, PageText], list[int], int, str]:
    """Pages by number, the numbers of those that could not be read, the number of all, and the title."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        if problem.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Encrypted("This PDF is protected by a password. Save a copy without one and try again.") from problem
        raise Damaged(
            "This PDF is damaged or was not copied fully, so it cannot be opened. Fetch it again from where "
            "it came from, or save a fresh copy."
        ) from problem
    found: dict[int, PageText] = {}
    unread: list[int] = []
    try:
        units = len(document)
        title = _title(document)
        for number in range(1, min(units, MAX_PAGES) + 1):
            if page := read_page(document.raw, number - 1):
                found[number] = page
            else:
                unread.append(number)
    finally:
        document.close()
    return found, unread, units, title


def _title(document: pdfium.PdfDocument) -> str:
    try:
        title = document.get_metadata_value("Title").strip(" \x00")
    except (UnicodeDecodeError, pdfium.PdfiumError):
        return ""
    return "" if title.lower() == "untitled" else str(title).removeprefix("Microsoft Word - ")


def _page_blocks(
    number: int,
    page: PageText,
    headers: Iterable[Line],
    footers: Iterable[Line],
    said: set[str],
    known: frozenset[str],
    sizes: Sizes,
) -> list[Block]:
    place = places.page(number)
    part = place.label
    index = page.index
    blocks: list[Block] = []
    running: set[int] = set()
    after: list[Block] = []
    headers = [line for line in headers if not _is_title(line, page, sizes)]
    for kind, lines, target in (("header", headers, blocks), ("footer", footers, after)):
        for line in sorted(lines, key=lambda line: (-line.y, line.x0)):
            running.add(id(line))
            key = re.sub(r"\d+", "#", line.text)
            if key not in said and any(character.isalpha() for character in key):
                said.add(key)
                text, origin = _text([(line.text, line.offset)], part, index)
                target.append(Block(text, "header" if kind == "header" else "footer", place, origin=origin))
    flow = [line for line in page.lines if line.cell < 0 and line.upright and id(line) not in running]
    aside = [line for line in page.lines if line.cell < 0 and not line.upright and id(line) not in running]
    flow.extend(_table_rows(page))
    shown: set[int] = set()
    read: list[tuple[Block, Line | None]] = []  # with the line that each begins with, outside tables
    for group in in_reading_order(flow):
        for table, lines_in in groupby(group, key=lambda line: -2 - line.cell if line.cell < -1 else 0):
            if table and table not in shown:
                shown.add(table)
                read.extend((block, None) for block in _table_blocks(table, page, place, running, known))
            elif not table:
                found = paragraphs(list(lines_in))
                read.extend((_block(p, place, part, index, known, sizes), p.lines[0]) for p in found)
    blocks.extend(_heads_of_columns_plain(read))
    blocks.extend(_block(Paragraph([line]), place, part, index, known, sizes) for line in aside)
    return [block for block in blocks + after if any(map(str.isalnum, block.text))]


def _is_title(line: Line, page: PageText, sizes: Sizes) -> bool:
    """Whether a line that comes again on top of pages is as large as anything there: the title of each, no header."""
    largest = max(line.size for line in page.lines)
    return line.size >= _AS_LARGE * largest and heading_level(sizes, Paragraph([line]), line.text) > 0


def _heads_of_columns_plain(read: Sequence[tuple[Block, Line | None]]) -> Iterable[Block]:
    """Headings beside each other with no text between are heads of columns, not of parts of the document."""
    for at, (block, line) in enumerate(read):
        around = [read[i] for i in (at - 1, at + 1) if 0 <= i < len(read)] if block.kind == "heading" else ()
        beside = any(other.kind == "heading" and _one_row(line, its_line) for other, its_line in around)
        yield replace(block, kind="paragraph", level=0) if beside else block


def _one_row(one: Line | None, other: Line | None) -> bool:
    return one is not None and other is not None and abs(one.y - other.y) < 0.5 * one.size


def _table_rows(page: PageText) -> list[Line]:
    """One stand-in line for each row of a table, so that tables take their place in the reading order."""
    rows: dict[tuple[int, int], list[float]] = {}
    for cell in page.cells:
        x0, _, x1, top = cell.box
        row = rows.setdefault((cell.table, cell.row), [x0, x1, top])
        rows[cell.table, cell.row] = [min(row[0], x0), max(row[1], x1), max(row[2], top)]
    first: dict[int, int] = {}
    for line in page.lines:
        if line.cell >= 0:
            first.setdefault(page.cells[line.cell].table, line.offset)
    return [
        Line("", first.get(table, 0), x0, x1, top - 10, 10.0, cell=-2 - table)
        for (table, _), (x0, x1, top) in rows.items()
    ]


def _table_blocks(table: int, page: PageText, place: Place, running: set[int], known: frozenset[str]) -> list[Block]:
    blocks: list[Block] = []
    inside: dict[int, list[Line]] = {}
    for line in page.lines:
        if line.cell >= 0 and page.cells[line.cell].table == table and id(line) not in running:
            inside.setdefault(line.cell, []).append(line)
    for at in sorted(inside, key=lambda at: (page.cells[at].row, page.cells[at].column)):
        cell = page.cells[at]
        where = places.cell(cell.table, cell.row, cell.column, within=place)
        for group in in_reading_order(inside[at]):
            for paragraph in paragraphs(group):
                text, origin = _text(joined(paragraph, known), place.label, page.index)
                blocks.append(Block(text, "cell", where, origin=origin))
    return blocks


def _block(
    paragraph: Paragraph,
    place: Place,
    part: str,
    index: tuple[int, ...] | None,
    known: frozenset[str],
    sizes: Sizes,
) -> Block:
    text, origin = _text(joined(paragraph, known), part, index)
    level = heading_level(sizes, paragraph, text)
    kind: BlockKind = "paragraph"
    if level:
        kind = "heading"
    elif looks_like_question(text):
        kind, level = "question", 0
    elif paragraph.lines[0].item:
        kind, level = "list", 1
    elif _CAPTION.match(text):
        kind = "caption"
    return Block(text, kind, place, level=level, origin=origin)


def _text(pieces: list[Piece], part: str, index: tuple[int, ...] | None) -> tuple[str, Origin]:
    """The text and its origin; wide or odd white space inside a line becomes one space."""
    if any("  " in text or not text.isprintable() for text, _ in pieces):
        pieces = [part_of for text, offset in pieces for part_of in _narrowed(text, offset)]
    if index is not None:
        pieces = [piece for text, offset in pieces for piece in _indexed(text, offset, index)]
    text, runs = assemble(pieces, "char")
    return text, Origin(part, runs)


def _indexed(text: str, offset: int, index: tuple[int, ...]) -> Iterable[Piece]:
    """Text in pieces of which pdfium counts the characters one by one."""
    begin = 0
    for at in range(1, len(text) if offset >= 0 else 0):
        if index[offset + at] != index[offset + at - 1] + 1:
            yield text[begin:at], index[offset + begin]
            begin = at
    yield text[begin:], index[offset + begin] if offset >= 0 else -1


def _narrowed(text: str, offset: int) -> Iterable[Piece]:
    begin = 0
    for wide in _WIDE.finditer(text):
        yield text[begin : wide.start()], offset + begin if offset >= 0 else -1
        yield " ", -1
        begin = wide.end()
    yield text[begin:], offset + begin if offset >= 0 else -1


def _pictures(pages: dict[int, PageText]) -> tuple[Picture, ...]:
    pictures: list[Picture] = []
    kept = 0
    for number, page in pages.items():
        seen: set[str] = set()
        for image in page.images:
            if image.sha256 and image.sha256 in seen:
                continue
            seen.add(image.sha256)
            data = image.jpeg if kept + len(image.jpeg) <= _MAX_PICTURE_BYTES else b""
            kept += len(data)
            pictures.append(
                Picture(
                    places.page(number),
                    alt_quality="not checkable",
                    media_type="image/jpeg" if image.jpeg else "",
                    width=image.width,
                    height=image.height,
                    sha256=image.sha256,
                    data=data,
                )
            )
    return tuple(pictures)
