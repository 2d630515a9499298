"""The walk through one part of a Word document: paragraphs, tables and what is anchored in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from .. import places
from ..model import Audience, Block, BlockKind, Origin, Picture, Place, Run
from . import ooxml_parts
from . import ooxml_tree as tree
from .docx_drawing import held
from .docx_styles import Style, Styles, style_of
from .ooxml import Package, Relation
from .ooxml_tree import Element, Words, by_name, children, get, name_of, number
from .structure import Sections, in_section, may_be_title, told, with_sections

Found = tuple[Element, str, str]  # with its name and its path, as ``children`` gives them

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
class Where:
    """Where the walk is: the part, what its blocks are called, and who reads them."""

    part: str
    links: Mapping[str, Relation]
    kind: BlockKind | None = None
    place: Place | None = None
    audience: Audience = "learner"


@dataclass(slots=True)
class _Line(Words):
    """What one paragraph holds in a line: its words, and what is anchored in it."""

    anchored: list[tuple[Element, str]] = field(default_factory=list)
    has_hidden: bool = False
    in_bold: bool = False  # the run that is being read
    is_bold: bool = True  # every word so far


@dataclass(slots=True)
class _Said:
    """What a paragraph's own properties say. ``outline`` counts from 0, 9 is none; -1 and None: unsaid."""

    style: str = ""
    outline: int = -1
    numbered: bool | None = None
    level: int = 0


@dataclass(slots=True)
class Walk:
    """What the walk gathers."""

    package: Package
    styles: Styles
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    uncaptioned: list[int] = field(default_factory=list)  # pictures just read, by index
    numbers: Counter[str] = field(default_factory=Counter)  # paragraphs, tables, text boxes so far
    counts: Counter[str] = field(default_factory=Counter)  # warnings by code
    parts_read: set[str] = field(default_factory=set)
    sections: Sections | None = field(default_factory=Sections)  # of the body; other parts have none
    bold_lines: list[int] = field(default_factory=list)  # blocks of the body that may be headings without a style


def content(walk: Walk, found: Iterable[Found], where: Where) -> None:
    """Paragraphs and tables, inside whatever wraps them."""
    for element, kind, at in found:
        if kind == "w:p" or kind.startswith("m:oMath"):
            _paragraph(walk, element, at, where)
        elif kind == "w:tbl":
            _table(walk, element, at, where)
        elif kind in _DELETED:
            walk.counts["deleted-text"] += 1
        elif kind == "w:altChunk":
            walk.counts["imported-files"] += 1
        elif kind not in _PROPERTIES:
            content(walk, children(element, at), where)


def _paragraph(walk: Walk, paragraph: Element, path: str, where: Where) -> None:
    """A paragraph as a block, then what is anchored in it: pictures, text boxes, diagrams, charts."""
    inside = children(paragraph, path)
    said = _said_of(inside[0][0]) if inside and inside[0][1] == "w:pPr" else _Said()
    style = style_of(walk.styles, said.style)
    line = _Line()
    _inline(walk, inside, line, style.hidden)
    text, runs = line.finish()
    if text:
        kind, level = _kind(style, said, text)
        if where.kind and (where.kind != "cell" or kind == "paragraph"):
            kind, level = where.kind, 0
        elif kind != "heading" and _is_equation(runs):
            kind, level = "code", 0  # it is no prose
        if line.has_hidden:
            walk.counts["hidden-text"] += 1
        if kind == "caption":
            for index in walk.uncaptioned:
                walk.pictures[index] = replace(walk.pictures[index], caption=text)
        walk.uncaptioned.clear()
        if kind == "paragraph" and walk.sections and not where.place and line.is_bold and _may_head(text):
            walk.bold_lines.append(len(walk.blocks))
        _add(walk, text, kind, level, where, runs)
    for element, at in line.anchored:
        _drawing(walk, element, at, where)


def _may_head(text: str) -> bool:
    return may_be_title(text) and not text.endswith(("?", "!")) and any(map(str.isalpha, text))


def _is_equation(runs: tuple[Run, ...]) -> bool:
    return not runs or ("/m:" in runs[0].path and all("/m:" in run.path for run in runs))


def _add(walk: Walk, text: str, kind: BlockKind, level: int, where: Where, runs: tuple[Run, ...]) -> None:
    """Add a block, in the section where it is."""
    place, audience = where.place, where.audience
    if place is None:
        walk.numbers["paragraph"] += 1
        place = places.paragraph(walk.numbers["paragraph"], walk.sections.section if walk.sections else "")
    elif walk.sections:
        place = in_section(walk.sections, place)
    if walk.sections:
        audience, kind = told(walk.sections, text, kind, level, place, audience)
    walk.blocks.append(Block(text, kind, place, audience, "en", level, Origin(where.part, runs)))


def _said_of(properties: Element) -> _Said:
    said = _Said()
    for element in properties:
        kind = name_of(element)
        if kind == "w:pStyle":
            said.style = get(element, "val")
        elif kind == "w:outlineLvl":
            said.outline = number(element, "val", -1)
        elif kind == "w:numPr":
            numbering = by_name(element)
            if "w:numId" in numbering:
                said.numbered = number(numbering["w:numId"], "val") != 0
            said.level = number(numbering.get("w:ilvl"), "val")
    return said


def _kind(style: Style, said: _Said, text: str) -> tuple[BlockKind, int]:
    if style.kind == "heading" and said.outline != 9:
        return "heading", style.level
    if 0 <= said.outline <= 8:
        return "heading", said.outline + 1
    in_list = (style.numbered or style.kind == "list") if said.numbered is None else said.numbered
    level = said.level + 1 if in_list else 0
    if style.kind not in ("paragraph", "list", "heading"):
        return style.kind, level
    if in_list:
        return ("question" if text.endswith("?") else "list"), level
    return "paragraph", 0


def _inline(walk: Walk, found: list[Found], line: _Line, is_hidden: bool) -> None:
    for element, kind, at in found:
        if kind == "w:t" or kind == "m:t":
            text = element.text
            if text:
                line.add(text, at)
                line.has_hidden = line.has_hidden or is_hidden
                line.is_bold = line.is_bold and (line.in_bold or not text.strip())
        elif kind == "w:r":
            inside = children(element, at)
            hidden, line.in_bold = is_hidden, False
            if inside and inside[0][1] == "w:rPr":
                hidden = _run_hidden(walk, inside[0][0], is_hidden)
                line.in_bold = line.is_bold and _run_bold(inside[0][0])
            _inline(walk, inside, line, hidden)
        elif kind in _SILENT:
            continue
        elif kind in _MARKS:
            line.mark(_MARKS[kind])
        elif kind in _DRAWINGS:
            line.anchored.append((element, at))
        elif kind in _DELETED:
            if any(k in ("w:delText", "w:t") and e.text for e, k, _ in tree.descendants(element, at)):
                walk.counts["deleted-text"] += 1
        else:
            _inline(walk, children(element, at), line, is_hidden)


def _run_bold(properties: Element) -> bool:
    return any(name_of(element) == "w:b" and tree.switched_on(element) for element in properties)


def _run_hidden(walk: Walk, properties: Element, inherited: bool) -> bool:
    style: str | None = None
    for element in properties:
        kind = name_of(element)
        if kind == "w:vanish":
            return tree.switched_on(element)
        if kind == "w:rStyle" and style is None:
            style = get(element, "val")
    return inherited or (style is not None and style_of(walk.styles, style).hidden)


def _parts_of(found: Iterable[Found], wanted: str) -> Iterator[tuple[Element, str]]:
    """Rows of a table or cells of a row, also inside content controls and insertions."""
    for element, kind, at in found:
        if kind == wanted:
            yield element, at
        elif kind not in _PROPERTIES and kind not in _DELETED:
            yield from _parts_of(children(element, at), wanted)


def _properties(found: Iterable[Found], wanted: str) -> dict[str, Element]:
    """What the properties of a row or a cell say, by name."""
    return by_name(next((element for element, kind, _ in found if kind == wanted), None))


def _table(walk: Walk, table: Element, path: str, where: Where) -> None:
    walk.numbers["table"] += 1
    this = walk.numbers["table"]
    # a nested table has a number of its own; elsewhere "header" or "footnote 2" says where the table is
    within = where.place if where.place is not None and where.place.table is None else None
    kind: BlockKind = "cell" if where.kind is None else where.kind
    for row, (line, line_at) in enumerate(_parts_of(children(table, path), "w:tr"), 1):
        in_line = children(line, line_at)
        settings = _properties(in_line, "w:trPr")
        if "w:del" in settings:
            walk.counts["deleted-text"] += 1
            continue
        column = 1 + max(number(settings.get("w:gridBefore"), "val"), 0)
        for cell, cell_at in _parts_of(in_line, "w:tc"):
            inside = children(cell, cell_at)
            settings = _properties(inside, "w:tcPr")
            continues = "w:vMerge" in settings and get(settings["w:vMerge"], "val") in ("", "continue")
            if "w:cellDel" in settings:
                walk.counts["deleted-text"] += 1
            elif not continues:
                place = places.cell(this, row, column, within)
                content(walk, inside, Where(where.part, where.links, kind, place, where.audience))
            column += max(number(settings.get("w:gridSpan"), "val", 1), 1)


def _drawing(walk: Walk, drawing: Element, path: str, where: Where) -> None:
    """Pictures with their alt text, text boxes, diagrams, charts and WordArt, after their paragraph."""
    place = where.place or places.paragraph(max(walk.numbers["paragraph"], 1))
    walk.counts["embedded-objects"] += name_of(drawing) == "w:object"
    said: set[str] = set()
    for item in held(drawing, path):
        if item.about is not None and item.about_path not in said:
            said.add(item.about_path)
            _take(walk, ooxml_parts.alt_blocks(item.about, item.about_path, where.part, place), where)
        if item.kind == "text box":
            walk.numbers["text box"] += 1
            box = where.place or places.part("text box", walk.numbers["text box"])
            content(walk, children(item.element, item.path), replace(where, place=box))
        elif item.kind == "picture":
            relation = where.links.get(item.link)
            walk.uncaptioned.append(len(walk.pictures))
            walk.pictures.append(ooxml_parts.picture(walk.package, relation, item.about, place, walk.counts))
        elif item.kind == "word art":
            words = Words()
            words.add(get(item.element, "string"), item.path + "/@string")
            text, runs = words.finish()
            _add(walk, text, where.kind or "paragraph", 0, replace(where, place=place), runs)
        elif item.kind in ("diagram", "chart"):
            _linked_part(walk, item.link, item.kind, where)


def _linked_part(walk: Walk, identifier: str, kind: str, where: Where) -> None:
    part = ooxml_parts.linked_part(walk.package, where.links, walk.parts_read, identifier)
    if part is None:
        return
    walk.numbers[kind] += 1
    place = where.place or places.part(kind, walk.numbers[kind])
    _take(walk, ooxml_parts.linked_blocks(walk.package, part, kind, place), where)


def _take(walk: Walk, blocks: Iterable[Block], where: Where) -> None:
    """Take blocks that are read elsewhere, in the section where they are."""
    taken = [replace(block, audience=where.audience) for block in blocks]
    walk.blocks += with_sections(taken, walk.sections) if walk.sections else taken
