"""Word documents (docx, docm, dotx, dotm, Strict too): every word that a reader can come upon, in order.

The XML is read directly, as python-docx leaves out text boxes, content controls and notes, and refuses
templates and Strict files. Runs of a block lead to the w:t elements of a part by their paths.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from .. import places
from ..model import Audience, Block, BlockKind, Document, Origin, Picture, Place
from . import media, ooxml, ooxml_parts
from . import ooxml_tree as tree
from .docx_drawing import held
from .docx_styles import Style, read_styles
from .ooxml import Package, Relation, damaged
from .ooxml_tree import Element, Words, by_name, child, children, get, name_of, number, root_path
from .structure import with_sections

_DELETED = ("w:del", "w:moveFrom")
_PROPERTIES = frozenset("w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr w:sdtEndPr w:sectPr".split())
_SILENT = _PROPERTIES | {"w:delText", "w:instrText", "w:delInstrText", "w:rt", "m:rPr", "m:ctrlPr"}
_DRAWINGS = ("w:drawing", "w:pict", "w:object")
_MARKS = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:sym": " ",  # a glyph of a symbol font: no letter, but it parts words
}


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the walk is: the part, what its blocks are called, and who reads them."""

    part: str
    links: Mapping[str, Relation]
    kind: BlockKind | None = None
    place: Place | None = None
    audience: Audience = "learner"


@dataclass(slots=True)
class _Line:
    """What one paragraph holds in a line: its words, and what is anchored in it."""

    words: Words = field(default_factory=Words)
    anchored: list[tuple[Element, str]] = field(default_factory=list)
    has_hidden: bool = False


@dataclass(slots=True)
class _Walk:
    """What the walk gathers."""

    package: Package
    styles: Mapping[str, Style]
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    uncaptioned: list[int] = field(default_factory=list)  # pictures just read, by index
    numbers: Counter[str] = field(default_factory=Counter)  # paragraphs, tables, text boxes so far
    counts: Counter[str] = field(default_factory=Counter)  # warnings by code
    parts_read: set[str] = field(default_factory=set)


def parse(data: bytes, name: str) -> Document:
    """Read a Word document. Raises only kinds of ``ReadError``."""
    with ooxml.opened(data, name) as package:
        main = ooxml.main_part(package, "word/document.xml")
        root = ooxml.read_xml(package, main)
        body = child(root, "w:body")
        if name_of(root) != "w:document" or body is None:
            raise damaged(name)
        links = ooxml.relations(package, main)
        styles = [ooxml.try_xml(package, part) for part in ooxml.targets(links, "styles")]
        walk = _Walk(package, read_styles(styles[0] if styles else None))
        where = _Where(main, links)
        for element, kind, path in children(root, root_path(root)):
            if kind == "w:body":
                _content(walk, element, path, where)
        walk.blocks[:] = with_sections(walk.blocks)
        _other_parts(walk, links)
        heading = next((b.text for b in walk.blocks if b.kind == "heading"), "")
        return Document(
            name,
            media.DOCX,
            hashlib.sha256(data).hexdigest(),
            tuple(walk.blocks),
            _with_sections_of(walk.blocks, walk.pictures),
            ooxml_parts.reading_warnings(walk.counts, package),
            title=ooxml.core_title(package) or heading,
        )


def _with_sections_of(blocks: list[Block], pictures: list[Picture]) -> tuple[Picture, ...]:
    sections = {block.place.label: block.place.section for block in blocks}
    return tuple(replace(p, place=replace(p.place, section=sections.get(p.place.label, ""))) for p in pictures)


def _other_parts(walk: _Walk, links: Mapping[str, Relation]) -> None:
    """Headers and footers, notes and comments, after the body: each part once."""
    edges: tuple[BlockKind, BlockKind] = ("header", "footer")
    for kind in edges:
        parts = sorted(ooxml.targets(links, kind), key=lambda part: (len(part), part))
        for count, part in enumerate(parts, 1):
            place = places.part(kind, count if len(parts) > 1 else None)
            _whole_part(walk, part, _Where(part, {}, kind, place))
    for note in ("footnote", "endnote"):
        for part in ooxml.targets(links, note + "s"):
            _entries(walk, part, "w:" + note, _Where(part, {}, "footnote", places.part(note)))
    for part in ooxml.targets(links, "comments"):
        _entries(walk, part, "w:comment", _Where(part, {}, "comment", places.part("comment"), "teacher"))


def _open_part(walk: _Walk, where: _Where) -> tuple[Element | None, _Where]:
    root = ooxml.try_xml(walk.package, where.part)
    if root is None or where.part in walk.parts_read:
        return None, where
    walk.parts_read.add(where.part)
    part = ooxml.member_name(walk.package, where.part)
    return root, replace(where, part=part, links=ooxml.relations(walk.package, part))


def _whole_part(walk: _Walk, part: str, where: _Where) -> None:
    root, where = _open_part(walk, where)
    if root is not None:
        _content(walk, root, root_path(root), where)


def _entries(walk: _Walk, part: str, wanted: str, where: _Where) -> None:
    """The numbered entries of a part of notes or comments; separator lines are not counted."""
    root, where = _open_part(walk, where)
    if root is None:
        return
    count = 0
    for element, kind, path in children(root, root_path(root)):
        if kind == wanted and get(element, "type") in ("", "normal"):
            count += 1
            label = where.place.label if where.place else ""
            _content(walk, element, path, replace(where, place=places.part(label, count)))


def _content(walk: _Walk, parent: Element, path: str, where: _Where) -> None:
    """Paragraphs and tables, inside whatever wraps them."""
    for element, kind, at in children(parent, path):
        if kind == "w:p" or kind.startswith("m:oMath"):
            _paragraph(walk, element, at, where)
        elif kind == "w:tbl":
            _table(walk, element, at, where)
        elif kind in _DELETED:
            walk.counts["deleted-text"] += 1
        elif kind == "w:altChunk":
            walk.counts["imported-files"] += 1
        elif kind not in _PROPERTIES:
            _content(walk, element, at, where)


def _paragraph(walk: _Walk, paragraph: Element, path: str, where: _Where) -> None:
    """A paragraph as a block, then what is anchored in it: pictures, text boxes, diagrams, charts."""
    inside = children(paragraph, path)
    said = _said_of(inside[0][0]) if inside and inside[0][1] == "w:pPr" else {}
    style = walk.styles.get(get(said["w:pStyle"], "val") if "w:pStyle" in said else "", walk.styles[""])
    line = _Line()
    _inline(walk, inside, line, style.hidden)
    text, runs = line.words.finish()
    if text:
        kind, level = _kind(style, said, text)
        if where.kind and (where.kind != "cell" or kind == "paragraph"):
            kind, level = where.kind, 0
        elif kind != "heading" and all("/m:" in run.path for run in runs):
            kind, level = "code", 0  # an equation is no prose
        walk.counts["hidden-text"] += line.has_hidden
        if kind == "caption":
            for index in walk.uncaptioned:
                walk.pictures[index] = replace(walk.pictures[index], caption=text)
        place = _place(walk, where)
        walk.blocks.append(Block(text, kind, place, where.audience, "en", level, Origin(where.part, runs)))
        walk.uncaptioned.clear()
    for element, at in line.anchored:
        _drawing(walk, element, at, where)


def _said_of(properties: Element) -> dict[str, Element]:
    """What a paragraph's properties say, by name; a list's number and level with them."""
    said = by_name(properties)
    return said | by_name(said["w:numPr"]) if "w:numPr" in said else said


def _place(walk: _Walk, where: _Where) -> Place:
    if where.place is not None:
        return where.place
    walk.numbers["paragraph"] += 1
    return places.paragraph(walk.numbers["paragraph"])


def _kind(style: Style, said: Mapping[str, Element], text: str) -> tuple[BlockKind, int]:
    outline = number(said.get("w:outlineLvl"), "val", -1)
    if style.kind == "heading" and outline != 9:
        return "heading", style.level
    if 0 <= outline <= 8:
        return "heading", outline + 1
    own = said.get("w:numId")
    in_list = number(own, "val") != 0 if own is not None else style.numbered or style.kind == "list"
    level = number(said.get("w:ilvl"), "val") + 1 if in_list else 0
    if style.kind not in ("paragraph", "list", "heading"):
        return style.kind, level
    if in_list:
        return ("question" if text.endswith("?") else "list"), level
    return "paragraph", 0


def _inline(walk: _Walk, found: Iterable[tuple[Element, str, str]], line: _Line, is_hidden: bool) -> None:
    for element, kind, at in found:
        if kind == "w:r":
            inside = children(element, at)
            properties = inside[0][0] if inside and inside[0][1] == "w:rPr" else None
            _inline(walk, inside, line, is_hidden if properties is None else _run_hidden(walk, properties, is_hidden))
        elif kind in ("w:t", "m:t"):
            text = element.text
            if text:
                line.words.add(text, at)
                line.has_hidden = line.has_hidden or is_hidden
        elif kind in _SILENT:
            continue
        elif kind in _MARKS:
            line.words.mark(_MARKS[kind])
        elif kind in _DRAWINGS:
            line.anchored.append((element, at))
        elif kind in _DELETED:
            if any(k in ("w:delText", "w:t") and e.text for e, k, _ in tree.descendants(element, at)):
                walk.counts["deleted-text"] += 1
        else:
            _inline(walk, children(element, at), line, is_hidden)


def _run_hidden(walk: _Walk, properties: Element, inherited: bool) -> bool:
    said = by_name(properties)
    if "w:vanish" in said:
        return tree.switched_on(said["w:vanish"])
    style = said.get("w:rStyle")
    return inherited or (style is not None and walk.styles.get(get(style, "val"), Style()).hidden)


def _parts_of(parent: Element, path: str, wanted: str) -> Iterator[tuple[Element, str]]:
    """Rows of a table or cells of a row, also inside content controls and insertions."""
    for element, kind, at in children(parent, path):
        if kind == wanted:
            yield element, at
        elif kind not in _PROPERTIES and kind not in _DELETED:
            yield from _parts_of(element, at, wanted)


def _table(walk: _Walk, table: Element, path: str, where: _Where) -> None:
    walk.numbers["table"] += 1
    this = walk.numbers["table"]
    # a nested table has a number of its own; elsewhere "header" or "footnote 2" says where the table is
    within = where.place if where.place is not None and where.place.table is None else None
    kind: BlockKind = "cell" if where.kind is None else where.kind
    for row, (line, line_at) in enumerate(_parts_of(table, path, "w:tr"), 1):
        properties = child(line, "w:trPr")
        if child(properties, "w:del") is not None:
            walk.counts["deleted-text"] += 1
            continue
        column = 1 + max(number(child(properties, "w:gridBefore"), "val"), 0)
        for cell, cell_at in _parts_of(line, line_at, "w:tc"):
            settings = by_name(child(cell, "w:tcPr"))
            continues = "w:vMerge" in settings and get(settings["w:vMerge"], "val") in ("", "continue")
            if "w:cellDel" in settings:
                walk.counts["deleted-text"] += 1
            elif not continues:
                place = places.cell(this, row, column, within)
                _content(walk, cell, cell_at, _Where(where.part, where.links, kind, place, where.audience))
            column += max(number(settings.get("w:gridSpan"), "val", 1), 1)


def _drawing(walk: _Walk, drawing: Element, path: str, where: _Where) -> None:
    """Pictures with their alt text, text boxes, diagrams, charts and WordArt, after their paragraph."""
    place = where.place or places.paragraph(max(walk.numbers["paragraph"], 1))
    walk.counts["embedded-objects"] += name_of(drawing) == "w:object"
    said: set[str] = set()
    for item in held(drawing, path):
        if item.about is not None and item.about_path not in said:
            said.add(item.about_path)
            for block in ooxml_parts.alt_blocks(item.about, item.about_path, where.part, place):
                walk.blocks.append(replace(block, audience=where.audience))
        if item.kind == "text box":
            walk.numbers["text box"] += 1
            box = where.place or places.part("text box", walk.numbers["text box"])
            _content(walk, item.element, item.path, replace(where, place=box))
        elif item.kind == "picture":
            relation = where.links.get(item.link)
            walk.uncaptioned.append(len(walk.pictures))
            walk.pictures.append(ooxml_parts.picture(walk.package, relation, item.about, place, walk.counts))
        elif item.kind == "word art":
            words = Words()
            words.add(get(item.element, "string"), item.path + "/@string")
            text, runs = words.finish()
            kind: BlockKind = where.kind or "paragraph"
            walk.blocks.append(Block(text, kind, place, where.audience, origin=Origin(where.part, runs)))
        elif item.kind in ("diagram", "chart"):
            _linked_part(walk, item.link, item.kind, where)


def _linked_part(walk: _Walk, identifier: str, kind: str, where: _Where) -> None:
    relation = where.links.get(identifier)
    if relation is None or relation.external or relation.target in walk.parts_read:
        return
    walk.parts_read.add(relation.target)
    if not ooxml.has(walk.package, relation.target):
        return
    part = ooxml.member_name(walk.package, relation.target)
    walk.numbers[kind] += 1
    read = ooxml_parts.diagram_blocks if kind == "diagram" else ooxml_parts.chart_blocks
    place = where.place or places.part(kind, walk.numbers[kind])
    walk.blocks += [replace(b, audience=where.audience) for b in read(walk.package, part, place)]
