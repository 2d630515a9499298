"""Word documents (docx, docm, dotx, dotm, Strict too): every word that a reader can come upon, in order.

The XML is read directly, as python-docx leaves out text boxes, content controls and notes, and refuses
templates and Strict files. Runs of a block lead to the w:t elements of a part by their paths.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from .. import places
from ..model import LONGEST_SECTION, Block, BlockKind, Document, Picture
from . import media, ooxml, ooxml_parts
from .docx_styles import read_styles
from .docx_walk import Walk, Where, content
from .ooxml import Relation, damaged
from .ooxml_tree import Element, child, children, get, name_of, root_path
from .structure import Sections, in_section


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
        walk = Walk(package, read_styles(styles[0] if styles else None))
        where = Where(main, links)
        for element, kind, path in children(root, root_path(root)):
            if kind == "w:body":
                content(walk, children(element, path), where)
        walk.sections = None
        if not any(block.kind == "heading" for block in walk.blocks):
            walk.blocks = _under_bold_lines(walk.blocks, frozenset(walk.bold_lines))
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


def _under_bold_lines(blocks: list[Block], lines: frozenset[int]) -> list[Block]:
    """The blocks of a document without headings, in the sections that its lines in bold name.

    Headings these are not: no reader that goes from heading to heading finds them.
    """
    sections, under = Sections(), list[Block]()
    for at, block in enumerate(blocks):
        if at in lines:
            sections.section = block.text[:LONGEST_SECTION]
        under.append(replace(block, place=in_section(sections, block.place)))
    return under


def _with_sections_of(blocks: list[Block], pictures: list[Picture]) -> tuple[Picture, ...]:
    sections = {block.place.label: block.place.section for block in blocks}
    return tuple(replace(p, place=replace(p.place, section=sections.get(p.place.label, ""))) for p in pictures)


def _other_parts(walk: Walk, links: Mapping[str, Relation]) -> None:
    """Headers and footers, notes and comments, after the body: each part once."""
    edges: tuple[BlockKind, BlockKind] = ("header", "footer")
    for kind in edges:
        parts = sorted(ooxml.targets(links, kind), key=lambda part: (len(part), part))
        for count, part in enumerate(parts, 1):
            place = places.part(kind, count if len(parts) > 1 else None)
            _whole_part(walk, part, Where(part, {}, kind, place))
    for note in ("footnote", "endnote"):
        for part in ooxml.targets(links, note + "s"):
            _entries(walk, part, "w:" + note, Where(part, {}, "footnote", places.part(note)))
    for part in ooxml.targets(links, "comments"):
        _entries(walk, part, "w:comment", Where(part, {}, "comment", places.part("comment"), "teacher"))


def _open_part(walk: Walk, where: Where) -> tuple[Element | None, Where]:
    root = ooxml.try_xml(walk.package, where.part)
    if root is None or where.part in walk.parts_read:
        return None, where
    walk.parts_read.add(where.part)
    part = ooxml.member_name(walk.package, where.part)
    return root, replace(where, part=part, links=ooxml.relations(walk.package, part))


def _whole_part(walk: Walk, part: str, where: Where) -> None:
    root, where = _open_part(walk, where)
    if root is not None:
        content(walk, children(root, root_path(root)), where)


def _entries(walk: Walk, part: str, wanted: str, where: Where) -> None:
    """The numbered entries of a part of notes or comments; separator lines are not counted."""
    root, where = _open_part(walk, where)
    if root is None:
        return
    count = 0
    for element, kind, path in children(root, root_path(root)):
        if kind == wanted and get(element, "type") in ("", "normal"):
            count += 1
            label = where.place.label if where.place else ""
            content(walk, children(element, path), replace(where, place=places.part(label, count)))
