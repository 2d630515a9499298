"""PowerPoint decks (pptx, pptm, ppsx, potx, Strict too): slides in their order, speaker notes, comments.

The XML is read directly, as python-pptx leaves out diagrams, comments and alternative contents, and refuses
shows, templates and Strict files. Runs of a block lead to the a:t elements of a part by their paths.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .. import places
from ..model import Block, BlockKind, Document, Origin, Picture, Place
from . import media, ooxml, ooxml_parts, pptx_layout
from .ooxml import Package, Relation, damaged
from .ooxml_tree import Element, Words, child, children, descendants, get, linked, name_of, number, root_path
from .pptx_layout import Inherited
from .structure import with_sections

_NOT_CONTENT = ("sldNum", "dt", "ftr", "hdr", "sldImg")
_SHAPES = ("p:sp", "p:grpSp", "p:pic", "p:graphicFrame", "p:cxnSp")


@dataclass(slots=True)
class _Walk:
    """What the walk gathers over the deck, and the slide (or notes page) where it is."""

    package: Package
    part: str = ""
    links: Mapping[str, Relation] = field(default_factory=dict)
    above: Inherited = field(default_factory=Inherited)
    place: Place = field(default_factory=lambda: Place(""))
    kind: BlockKind | None = None  # what blocks are called here, where not by their shape
    table: int = 0  # tables of this slide so far
    blocks: list[Block] = field(default_factory=list)  # of this slide
    pictures: list[Picture] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    parts_read: set[str] = field(default_factory=set)


def parse(data: bytes, name: str) -> Document:
    """Read a deck. Raises only kinds of ``ReadError``."""
    with ooxml.opened(data, name) as package:
        main = ooxml.main_part(package, "ppt/presentation.xml")
        root = ooxml.read_xml(package, main)
        if name_of(root) != "p:presentation":
            raise damaged(name)
        slides = _slide_parts(package, main, root)
        walk = _Walk(package)
        layouts: dict[str, Inherited] = {}
        blocks: list[Block] = []
        for index, part in enumerate(slides, 1):
            walk.blocks = []
            _slide(walk, part, index, layouts)
            blocks += with_sections(walk.blocks)
        heading = next((b.text for b in blocks if b.kind == "heading"), "")
        return Document(
            name,
            media.PPTX,
            hashlib.sha256(data).hexdigest(),
            tuple(blocks),
            tuple(walk.pictures),
            ooxml_parts.reading_warnings(walk.counts, package),
            units=len(slides),
            title=ooxml.core_title(package) or heading,
        )


def _slide_parts(package: Package, main: str, root: Element) -> list[str]:
    """The slides in the order of the show, each once. A slide that is named and missing is noted."""
    links = ooxml.relations(package, main)
    parts: list[str] = []
    listed = child(root, "p:sldIdLst")
    for entry in listed if listed is not None else ():
        relation = links.get(linked(entry))
        if relation is None or relation.external:
            continue
        if ooxml.has(package, relation.target):
            parts.append(ooxml.member_name(package, relation.target))
        else:
            package.unreadable.add(relation.target)
    return list(dict.fromkeys(parts))


def _slide(walk: _Walk, part: str, index: int, layouts: dict[str, Inherited]) -> None:
    root = ooxml.try_xml(walk.package, part)
    if root is None:
        return
    links = ooxml.relations(walk.package, part)
    if get(root, "show") in ("0", "false", "off"):
        walk.counts["hidden-slides"] += 1
    walk.above = pptx_layout.inherited(walk.package, links, layouts)
    walk.table = 0
    _page(walk, root, part, links, places.slide(index), None)
    for notes in ooxml.targets(links, "notesSlide"):
        if notes not in walk.parts_read:
            walk.parts_read.add(notes)
            page = ooxml.try_xml(walk.package, notes)
            if page is not None:
                walk.above = Inherited()
                part = ooxml.member_name(walk.package, notes)
                _page(
                    walk,
                    page,
                    part,
                    ooxml.relations(walk.package, part),
                    places.slide(index, "notes"),
                    "note",
                )
    for comments in ooxml.targets(links, "comments"):
        if comments not in walk.parts_read:
            walk.parts_read.add(comments)
            _comments(walk, comments, places.slide(index, "comment"))


def _page(
    walk: _Walk, root: Element, part: str, links: Mapping[str, Relation], place: Place, kind: BlockKind | None
) -> None:
    walk.part, walk.links, walk.place, walk.kind = part, links, place, kind
    first, first_picture = len(walk.blocks), len(walk.pictures)
    for data, name, at in children(root, root_path(root)):
        for tree, inner, tree_at in children(data, at) if name == "p:cSld" else ():
            if inner == "p:spTree":
                _shapes(walk, tree, tree_at)
    if kind == "note":
        walk.blocks[first:] = [replace(b, audience="teacher") for b in walk.blocks[first:]]
        return
    heading = next((b.text for b in walk.blocks[first:] if b.kind == "heading"), "")
    if heading:
        for index in range(first_picture, len(walk.pictures)):
            found = walk.pictures[index]
            walk.pictures[index] = replace(found, place=replace(found.place, section=heading))


def _shapes(walk: _Walk, parent: Element, path: str) -> None:
    shapes = [found for found in children(parent, path) if found[1] in _SHAPES]
    for shape, kind, at in pptx_layout.reading_order(shapes, walk.above):
        if pptx_layout.role(shape) in _NOT_CONTENT:
            continue
        if kind == "p:grpSp":
            _alt(walk, shape, at)
            _shapes(walk, shape, at)
        elif kind == "p:pic":
            _picture(walk, shape, at)
        elif kind == "p:graphicFrame":
            _frame(walk, shape, at)
        else:
            _alt(walk, shape, at)
            _text_shape(walk, shape, at)


def _text_shape(walk: _Walk, shape: Element, path: str) -> None:
    title = pptx_layout.is_title(shape) and walk.kind is None
    for body, name, at in children(shape, path):
        if name != "p:txBody":
            continue
        lines = [found for found in children(body, at) if found[1] == "a:p"]
        if title:
            _title(walk, lines)
            continue
        for paragraph, _, line_at in lines:
            for block in ooxml_parts.text_blocks(paragraph, line_at, walk.part, "paragraph", walk.place):
                walk.blocks.append(_as_shown(walk, block, paragraph, shape))


def _title(walk: _Walk, lines: list[tuple[Element, str, str]]) -> None:
    """A title is one heading, however many lines it was typed in."""
    words = Words()
    for index, (line, _, at) in enumerate(lines):
        if index:
            words.mark("\n")
        ooxml_parts.drawing_words(words, children(line, at))
    text, runs = words.finish()
    if text:
        walk.blocks.append(Block(text, "heading", walk.place, level=1, origin=Origin(walk.part, runs)))


def _as_shown(walk: _Walk, block: Block, paragraph: Element, shape: Element) -> Block:
    if walk.kind is not None:
        return replace(block, kind=walk.kind)
    if all("/m:" in run.path for run in block.origin.runs):
        return replace(block, kind="code")  # an equation is no prose
    if not pptx_layout.has_bullet(paragraph, shape, walk.above):
        return block
    level = max(number(child(paragraph, "a:pPr"), "lvl"), 0) + 1
    return replace(block, kind="question" if block.text.endswith("?") else "list", level=level)


def _frame(walk: _Walk, frame: Element, path: str) -> None:
    """A frame holds a table, a diagram, a chart or an embedded object."""
    _alt(walk, frame, path)
    for element, kind, at in descendants(frame, path, "a:tbl", "p:oleObj"):
        if kind == "a:tbl":
            _table(walk, element, at)
        elif kind == "dgm:relIds":
            _linked_part(walk, linked(element, "dm"), "diagram")
        elif kind in ("c:chart", "cx:chart"):
            _linked_part(walk, linked(element), "chart")
        elif kind == "p:oleObj":
            walk.counts["embedded-objects"] += 1


def _table(walk: _Walk, table: Element, path: str) -> None:
    walk.table += 1
    rows = [found for found in children(table, path) if found[1] == "a:tr"]
    for row, (line, _, line_at) in enumerate(rows, 1):
        cells = [found for found in children(line, line_at) if found[1] == "a:tc"]
        for column, (cell, _, cell_at) in enumerate(cells, 1):
            # a merged cell is followed by empty stand-ins for the places that it covers
            if get(cell, "hMerge") in ("1", "true") or get(cell, "vMerge") in ("1", "true"):
                continue
            place = places.cell(walk.table, row, column, walk.place)
            for paragraph, kind, at in descendants(cell, cell_at, "a:p"):
                if kind == "a:p":
                    walk.blocks += ooxml_parts.text_blocks(paragraph, at, walk.part, walk.kind or "cell", place)


def _linked_part(walk: _Walk, identifier: str, kind: str) -> None:
    part = ooxml_parts.linked_part(walk.package, walk.links, walk.parts_read, identifier)
    if part is not None:
        place = replace(walk.place, label=f"{walk.place.label}, {kind}")
        walk.blocks += ooxml_parts.linked_blocks(walk.package, part, kind, place)


def _alt(walk: _Walk, shape: Element, path: str) -> None:
    """The alt text of a shape; only pictures are counted when it is missing."""
    about = pptx_layout.properties(shape)
    if about is None or not (get(about, "descr") or get(about, "title")):
        return
    at = next(p for element, _, p in descendants(shape, path, *_SHAPES) if element is about)
    walk.blocks += ooxml_parts.alt_blocks(about, at, walk.part, walk.place)


def _picture(walk: _Walk, shape: Element, path: str) -> None:
    _alt(walk, shape, path)
    source = ooxml_parts.blip(shape)
    relation = None
    if source is not None:
        relation = walk.links.get(linked(source, "embed")) or walk.links.get(linked(source, "link"))
    about = pptx_layout.properties(shape)
    walk.pictures.append(ooxml_parts.picture(walk.package, relation, about, walk.place, walk.counts))


def _comments(walk: _Walk, part: str, place: Place) -> None:
    """Comments of reviewers, of the older kind (plain text) and the newer (paragraphs, with replies)."""
    root = ooxml.try_xml(walk.package, part)
    if root is None:
        return
    part = ooxml.member_name(walk.package, part)
    for element, kind, at in descendants(root, root_path(root), "a:p"):
        if kind == "a:p":
            found = list(ooxml_parts.text_blocks(element, at, part, "comment", place))
            walk.blocks += [replace(block, audience="teacher") for block in found]
        elif kind == "p:text":
            words = Words()
            words.add(element.text or "", at)
            text, runs = words.finish()
            if text:
                walk.blocks.append(Block(text, "comment", place, "teacher", origin=Origin(part, runs)))
