"""Word lists kept as tables: CSV files and Excel workbooks. Only cells with letters in them are read."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace

from .. import places
from ..errors import Damaged, Empty
from ..model import Block, Document, Origin, Place, ReadingWarning
from . import media, ooxml, ooxml_parts
from .ooxml import Package
from .ooxml_tree import Element, Words, children, get, root_path
from .plain import decode
from .structure import assemble, with_sections

_DELIMITERS = ",;\t|"
_MAX_CELL = 1_000_000  # characters
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def parse_csv(data: bytes, name: str) -> Document:
    """Read a CSV or TSV file. Raises only kinds of ``ReadError``; blocks have no runs."""
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    text = decode(data)
    blocks: list[Block] = []
    csv.field_size_limit(_MAX_CELL)
    try:
        rows = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=_delimiter(text))
        for row, cells in enumerate(rows, 1):
            for column, words in enumerate(cells, 1):
                shown = assemble([(" ".join(words.split()), -1)], "text")[0]
                if _has_letters(shown):
                    blocks.append(Block(shown, "cell", _cell_place(1, row, column, "")))
    except csv.Error as error:
        raise Damaged(
            f"{name} cannot be read as a table (CSV): a quotation mark may be missing. Open it in a "
            "spreadsheet and save it as .xlsx, then try again."
        ) from error
    return Document(name, media.CSV, hashlib.sha256(data).hexdigest(), with_sections(blocks))


def _delimiter(text: str) -> str:
    """The sign between columns: one that all the first lines have, equally often where there is a choice."""
    lines = [line for line in text[:20_000].splitlines()[:20] if line.strip()]

    def fitness(sign: str) -> tuple[bool, bool, bool, int]:
        counts = [line.count(sign) for line in lines] or [0]
        # a comma is also a mark within sentences, so on equal terms another sign is likelier
        return min(counts) > 0, min(counts) == max(counts) > 0, sign != "," and min(counts) > 0, sum(counts)

    return max(_DELIMITERS, key=fitness)


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _cell_place(table: int, row: int, column: int, sheet: str) -> Place:
    place = places.cell(table, row, column)
    label = f"row {row}, column {column}"
    return replace(place, label=f"sheet {sheet}, {label}" if sheet else label)


def parse_xlsx(data: bytes, name: str) -> Document:
    """Read an Excel workbook: its cells of text and its comments. Raises only kinds of ``ReadError``."""
    try:
        with ooxml.opened(data, name) as package:
            return _workbook(package, data, name)
    except Damaged as error:
        raise Damaged(str(error).replace("Word or PowerPoint", "Excel")) from error


def _workbook(package: Package, data: bytes, name: str) -> Document:
    main = ooxml.main_part(package, "xl/workbook.xml")
    root = ooxml.read_xml(package, main)
    links = ooxml.relations(package, main)
    shared: list[tuple[Element, str]] = []
    shared_part = next(iter(ooxml.targets(links, "sharedStrings")), "")
    strings = ooxml.try_xml(package, shared_part) if shared_part else None
    if strings is not None:
        shared_part = ooxml.member_name(package, shared_part)
        shared = [(e, at) for e, _, at in children(strings, root_path(strings)) if _local(e) == "si"]
    sheets = [e for e in root.iter() if _local(e) == "sheet"]
    blocks: list[Block] = []
    hidden = 0
    for number, sheet in enumerate(sheets, 1):
        relation = links.get(get(sheet, "id"))
        if relation is None or relation.external or relation.kind != "worksheet":
            continue
        tree = ooxml.try_xml(package, relation.target)
        if tree is None:
            continue
        hidden += get(sheet, "state") in ("hidden", "veryHidden")
        part = ooxml.member_name(package, relation.target)
        title = get(sheet, "name") if len(sheets) > 1 else ""
        for row, column, found, at in _cells(tree):
            kind, inside = get(found, "t"), (found, at, part)
            if kind == "s":
                index = _value(found)
                if not (index.isdecimal() and int(index[:9]) < len(shared)):
                    continue
                inside = (*shared[int(index)], shared_part)
            elif kind not in ("inlineStr", "str"):
                continue
            text, origin = _words(*inside)
            if _has_letters(text):
                place = _cell_place(number, row, column, title)
                blocks.append(Block(text, "cell", place, origin=origin))
        for comments in ooxml.targets(ooxml.relations(package, part), "comments"):
            blocks += _comments(package, comments, number, title)
    warnings = ooxml_parts.reading_warnings({}, package)
    if hidden:
        said = "1 sheet is hidden. It was" if hidden == 1 else f"{hidden} sheets are hidden. They were"
        warnings = (ReadingWarning("hidden-sheets", f"{said} read too.", hidden), *warnings)
    return Document(
        name,
        media.XLSX,
        hashlib.sha256(data).hexdigest(),
        with_sections(blocks),
        warnings=warnings,
        title=ooxml.core_title(package),
    )


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(cell: Element) -> str:
    return next((e.text or "" for e in cell if _local(e) == "v"), "").strip()


def _cells(sheet: Element) -> Iterator[tuple[int, int, Element, str]]:
    """Row, column, cell and path of all cells, by their own references where they have any."""
    row = 0
    for table, _, table_at in children(sheet, root_path(sheet)):
        for line, _, line_at in children(table, table_at) if _local(table) == "sheetData" else ():
            row, column = row + 1, 0
            for cell, _, at in children(line, line_at):
                column += 1
                if found := _REFERENCE.fullmatch(get(cell, "r")):
                    row, column = int(found[2]), _column(found[1])
                yield row, column, cell, at


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _words(element: Element, path: str, part: str) -> tuple[str, Origin]:
    """The text of a cell, a shared string or a comment; hints on how to say it (rPh) are left out."""
    words = Words()
    stack = [(element, path)]
    while stack:
        found, at = stack.pop()
        if _local(found) in ("t", "v") and found.text:
            words.add(found.text, at)
        elif _local(found) not in ("rPh", "f"):
            stack.extend((e, p) for e, _, p in reversed(list(children(found, at))))
    text, runs = words.finish()
    return text, Origin(part, runs)


def _comments(package: Package, part: str, sheet: int, title: str) -> Iterator[Block]:
    root = ooxml.try_xml(package, part)
    if root is None:
        return
    part = ooxml.member_name(package, part)
    for group, _, group_at in children(root, root_path(root)):
        for comment, _, at in children(group, group_at) if _local(group) == "commentList" else ():
            text, origin = _words(comment, at, part)
            reference = _REFERENCE.fullmatch(get(comment, "ref"))
            if text and reference:
                place = _cell_place(sheet, int(reference[2]), _column(reference[1]), title)
                place = replace(place, label=f"{place.label}, comment")
                yield Block(text, "comment", place, "teacher", origin=origin)
