"""OpenDocument files (odt, odp, ods and their templates): text, slides with notes, and sheets of words.

The XML is read directly, within the limits of ooxml.py. Runs lead to text nodes of a part.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import places
from ..errors import Damaged
from ..model import Block, Document, Origin, Picture
from . import media, ooxml, ooxml_parts, sniff
from .odf_styles import read_styles
from .odf_text import SHAPES, Aside, Walk, Where, content, inline, read_asides, shape, style, table
from .odf_tree import child, children, descendants
from .ooxml import Package
from .ooxml_tree import Element, Words, get, name_of, root_path
from .structure import with_sections

_CONTENT, _STYLES = "content.xml", "styles.xml"
_EDGES = re.compile(r"style:(header|footer)(?:-left|-first)?")
_NOT_SPOKEN = ("header", "footer", "date-time", "page-number", "page")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(cm|mm|in|pt|pc|px)?")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96, None: 1.0}
_ROW = 0.64  # centimetres: shapes whose tops differ by less stand side by side


def parse(data: bytes, name: str) -> Document:
    """Read an OpenDocument file. Raises only kinds of ``ReadError``."""
    if data[:2] == b"PK":
        sniff.media_type(data, name)  # says so when it is protected by a password
    try:
        with ooxml.opened(data, name) as package:
            return _read(package, data, name)
    except Damaged as error:
        raise Damaged(str(error).replace("Word or PowerPoint", "LibreOffice")) from error


def _read(package: Package, data: bytes, name: str) -> Document:
    if not ooxml.has(package, _CONTENT):
        raise Damaged(
            f"{name} has no document inside it: its main part is missing. Open it in LibreOffice and save a "
            "fresh copy, or fetch it again from where it came from."
        )
    root = ooxml.read_xml(package, _CONTENT)
    styles = ooxml.try_xml(package, _STYLES)
    walk = Walk(package, read_styles((root, styles)))
    body = next((found for found in children(root, root_path(root)) if found[1] == "office:body"), None)
    inner = next(children(body[0], body[2]), None) if body else None
    if inner is None:
        raise ooxml.damaged(name)
    main, kind, path = inner
    units = 0
    if kind == "office:presentation":
        media_type = media.ODP
        units = _slides(walk, main, path)
    elif kind == "office:spreadsheet":
        media_type = media.ODS
        _sheets(walk, main, path)
    elif kind == "office:text":
        media_type = media.ODT
        _text(walk, main, path, styles)
    else:
        raise Damaged(f"{name} is an OpenDocument drawing or chart. Export it as a PDF, then try again.")
    heading = next((b.text for b in walk.blocks if b.kind == "heading"), "")
    return Document(
        name,
        media_type,
        hashlib.sha256(data).hexdigest(),
        tuple(walk.blocks),
        tuple(walk.pictures),
        ooxml_parts.reading_warnings(walk.counts, package),
        units=units,
        title=_title(package) or heading,
    )


def _title(package: Package) -> str:
    root = ooxml.try_xml(package, "meta.xml")
    title = child(root, "office:meta", "dc:title")
    return " ".join((title.text or "").split()) if title is not None else ""


def _text(walk: Walk, main: Element, path: str, styles: Element | None) -> None:
    content(walk, main, path, Where(ooxml.member_name(walk.package, _CONTENT)))
    walk.blocks[:] = with_sections(walk.blocks)
    sections = {block.place.label: block.place.section for block in walk.blocks}
    walk.pictures[:] = [
        replace(p, place=replace(p.place, section=sections.get(p.place.label, ""))) for p in walk.pictures
    ]
    body_asides, walk.asides = walk.asides, []
    walk.uncaptioned.clear()
    if styles is not None:
        _headers_and_footers(walk, styles)
    walk.asides[:0] = body_asides
    while walk.asides:
        read_asides(walk)


def _headers_and_footers(walk: Walk, styles: Element) -> None:
    """Headers, then footers, of all kinds of page; those that are switched off are not part of the text."""
    part = ooxml.member_name(walk.package, _STYLES)
    walk.styles = read_styles((styles,))
    found: dict[str, list[tuple[Element, str]]] = {"header": [], "footer": []}
    for group, kind, at in children(styles, root_path(styles)):
        for master, name, master_at in children(group, at) if kind == "office:master-styles" else ():
            for edge, role, edge_at in children(master, master_at) if name == "style:master-page" else ():
                wanted = _EDGES.fullmatch(role)
                if wanted and get(edge, "display") != "false" and "".join(edge.itertext()).strip():
                    found[wanted[1]].append((edge, edge_at))
    edges = (("header", found["header"]), ("footer", found["footer"]))
    for role, parts in edges:
        for count, (edge, edge_at) in enumerate(parts, 1):
            place = places.part(role, count if len(parts) > 1 else None)
            content(walk, edge, edge_at, Where(part, "header" if role == "header" else "footer", place))


def _slides(walk: Walk, main: Element, path: str) -> int:
    part = ooxml.member_name(walk.package, _CONTENT)
    pages = [found for found in children(main, path) if found[1] == "draw:page"]
    every: list[Block] = []
    for index, (page, _, at) in enumerate(pages, 1):
        walk.blocks, walk.numbers["table"] = [], 0
        walk.counts["hidden-slides"] += style(walk, "drawing-page", page).hidden
        first = len(walk.pictures)
        _shapes(walk, page, at, Where(part, place=places.slide(index), slide=True))
        heading = next((b.text for b in walk.blocks if b.kind == "heading"), "")
        _under(walk.pictures, first, heading)
        for found, kind, notes_at in children(page, at):
            if kind == "presentation:notes":
                place = places.slide(index, "notes")
                _shapes(walk, found, notes_at, Where(part, "note", place, "teacher", slide=True))
            elif kind == "office:annotation":
                walk.asides.append(Aside("comment", "comment", found, notes_at, Where(part)))
        for aside in walk.asides:
            place = places.slide(index, aside.name)
            inside = Where(part, aside.kind, place, "teacher" if aside.kind == "comment" else "learner")
            content(walk, aside.element, aside.path, inside)
        walk.asides.clear()
        walk.uncaptioned.clear()
        every += with_sections(walk.blocks)
    walk.blocks = every
    return len(pages)


def _under(pictures: list[Picture], first: int, heading: str) -> None:
    for index in range(first, len(pictures) if heading else first):
        found = pictures[index]
        pictures[index] = replace(found, place=replace(found.place, section=heading[:120]))


def _shapes(walk: Walk, page: Element, path: str, where: Where) -> None:
    shapes = [found for found in children(page, path) if found[1] in SHAPES]
    for element, _, at in _reading_order(shapes):
        role = get(element, "class")
        if role in _NOT_SPOKEN or get(element, "placeholder") == "true":
            continue
        if role == "title" and where.kind is None:
            _slide_title(walk, element, at, where)
        else:
            shape(walk, element, at, where)


def _slide_title(walk: Walk, frame: Element, path: str, where: Where) -> None:
    """A title is one heading, however many lines it was typed in."""
    words = Words()
    anchored: list[tuple[Element, str]] = []
    for found, kind, at in descendants(frame, path, "text:p", "text:h"):
        if kind in ("text:p", "text:h"):
            if words.pieces:
                words.mark("\n")
            inline(walk, found, at, words, anchored, [], where, False)
    text, runs = words.finish()
    if text and where.place is not None:
        walk.blocks.append(Block(text, "heading", where.place, level=1, origin=Origin(where.part, runs)))
    for found, at in anchored:
        shape(walk, found, at, where)


def _centimetres(value: str) -> float | None:
    found = _LENGTH.fullmatch(value.strip())
    return float(found[1]) * _CENTIMETRES[found[2]] if found else None


def _position(element: Element) -> tuple[float, float] | None:
    """Top and left of a shape in centimetres; a group stands where its first placed member stands."""
    for found in element.iter():
        if not name_of(found).startswith("draw:"):
            continue
        moved = re.search(r"translate\s*\(\s*(\S+?)[\s,]+([^\s)]+)\s*\)", get(found, "transform"))
        left, top = (
            moved.groups()
            if moved
            else (
                get(found, "x") or get(found, "x1"),
                get(found, "y") or get(found, "y1"),
            )
        )
        at = _centimetres(top), _centimetres(left)
        if at[0] is not None and at[1] is not None:
            return at[0], at[1]
    return None


def _reading_order(shapes: Sequence[tuple[Element, str, str]]) -> Iterator[tuple[Element, str, str]]:
    """Titles, then top to bottom and left to right; a shape of unknown place stays by its neighbour."""
    placed: list[tuple[int, float, float, int]] = []
    before = (0.0, 0.0)
    for index, (element, _, _) in enumerate(shapes):
        before = _position(element) or before
        placed.append((0 if get(element, "class") == "title" else 1, *before, index))
    order: list[tuple[int, int, float, float, int]] = []
    row, rank, last = 0.0, 0, -1
    for at, (rest, top, left, index) in enumerate(sorted(placed)):
        if rest != last or top - row > _ROW:
            row, rank, last = top, at, rest
        order.append((rest, rank, left, top, index))
    return (shapes[index] for *_, index in sorted(order))


def _sheets(walk: Walk, main: Element, path: str) -> None:
    """Sheets as tables, one after another. Cells that hold only numbers have nothing to say here."""
    part = ooxml.member_name(walk.package, _CONTENT)
    for found, kind, at in children(main, path):
        if kind == "table:table":
            table(walk, found, at, Where(part, place=places.part(f"sheet {get(found, 'name')}".strip())))
    while walk.asides:
        read_asides(walk)
    walk.blocks[:] = [b for b in walk.blocks if any(letter.isalpha() for letter in b.text)]
