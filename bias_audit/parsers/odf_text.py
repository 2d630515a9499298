"""The words of OpenDocument content: paragraphs, lists, tables, frames, and what is anchored in them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from .. import places
from ..model import Audience, Block, BlockKind, Origin, Picture, Place
from . import alt_text, ooxml, ooxml_parts
from .odf_styles import Style, Styles
from .odf_tree import add_text, child, children, descendants, mixed, repeated
from .ooxml import Package, Relation
from .ooxml_tree import Element, Words, get, name_of, number, root_path
from .structure import looks_like_question

_NOT_CONTENT = frozenset(
    "office:forms office:scripts office:event-listeners office:settings office:binary-data"
    " text:sequence-decls text:variable-decls text:user-field-decls text:dde-connection-decls"
    " text:alphabetical-index-auto-mark-file table:tracked-changes"
    " table:named-expressions table:database-ranges table:content-validations"
    " table:calculation-settings table:label-ranges svg:title svg:desc dc:creator dc:date text:script"
    " text:ruby-text text:note-citation presentation:settings presentation:animations style:style"
    " draw:glue-point draw:image-map draw:contour-polygon draw:contour-path".split()
)
SHAPES = frozenset(
    "draw:frame draw:g draw:a draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polyline"
    " draw:polygon draw:regular-polygon draw:path draw:connector draw:caption draw:measure draw:control"
    " dr3d:scene".split()
)
_MARKS = {"text:s": " ", "text:tab": " ", "text:line-break": "\n"}
_PAGE_FIELDS = ("text:page-number", "text:date", "text:time", "text:page-count")


@dataclass(frozen=True, slots=True)
class Where:
    """Where the walk is: the part, what its blocks are called, who reads them, and how deep in lists."""

    part: str
    kind: BlockKind | None = None
    place: Place | None = None
    audience: Audience = "learner"
    level: int = 0
    slide: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A note or comment, kept until the text around it is read."""

    kind: Literal["footnote", "comment"]
    name: str  # "footnote", "endnote", "comment"
    element: Element
    path: str
    where: Where


@dataclass(slots=True)
class Walk:
    """What the walk gathers."""

    package: Package
    styles: Styles
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    uncaptioned: list[int] = field(default_factory=list)  # pictures just read, by index
    asides: list[Aside] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)  # warnings by code


def style(walk: Walk, family: str, element: Element) -> Style:
    """The style that an element names, or an ordinary one."""
    return walk.styles.get((family, get(element, "style-name")), Style())


def content(walk: Walk, parent: Element, path: str, where: Where) -> None:
    """Everything that stands below each other in an element."""
    for element, kind, at in children(parent, path):
        if kind in ("text:p", "text:h"):
            paragraph(walk, element, at, where)
        elif kind == "text:list" or kind == "text:numbered-paragraph":
            content(walk, element, at, replace(where, level=where.level + 1))
        elif kind == "text:list-header":
            content(walk, element, at, replace(where, level=0))
        elif kind == "table:table":
            table(walk, element, at, where)
        elif kind == "text:tracked-changes":
            walk.counts["deleted-text"] += sum(k == "text:deletion" for _, k, _ in descendants(element, at))
        elif kind in ("office:annotation", "text:note"):
            _keep_aside(walk, element, kind, at, where)
        elif kind in SHAPES:
            shape(walk, element, at, where)
        elif kind == "text:section":
            hidden = get(element, "display") == "none"
            content(walk, element, at, replace(where, hidden=where.hidden or hidden))
        elif kind not in _NOT_CONTENT and not kind.endswith("-source"):
            content(walk, element, at, where)


def paragraph(walk: Walk, element: Element, path: str, where: Where) -> None:
    """A paragraph as a block, then the shapes that are anchored in it."""
    looks = style(walk, "paragraph", element)
    words = Words()
    anchored: list[tuple[Element, str]] = []
    hidden: list[str] = []
    inline(walk, element, path, words, anchored, hidden, where, where.hidden or looks.hidden)
    text, runs = words.finish()
    kind, level = _kind(element, looks, where, text)
    first = len(walk.pictures)
    if text:
        walk.counts["hidden-text"] += bool(hidden)
        if kind == "caption":
            _caption(walk, walk.uncaptioned, text)
        walk.uncaptioned.clear()
        place = _place(walk, where)
        walk.blocks.append(Block(text, kind, place, where.audience, "en", level, Origin(where.part, runs)))
    for found, at in anchored:
        shape(walk, found, at, where)
    if text and kind == "caption":  # the picture stands in the paragraph of its caption
        _caption(walk, range(first, len(walk.pictures)), text)


def _caption(walk: Walk, pictures: list[int] | range, text: str) -> None:
    for index in pictures:
        if not walk.pictures[index].caption:
            walk.pictures[index] = replace(walk.pictures[index], caption=text)


def _place(walk: Walk, where: Where) -> Place:
    if where.place is not None:
        return where.place
    walk.numbers["paragraph"] += 1
    return places.paragraph(walk.numbers["paragraph"])


def _kind(element: Element, looks: Style, where: Where, text: str) -> tuple[BlockKind, int]:
    if where.kind is not None and (where.slide or where.kind != "cell"):
        return where.kind, 0
    if name_of(element) == "text:h":
        return "heading", max(number(element, "outline-level", 1), 1)
    if looks.kind == "heading" and not where.slide:
        return "heading", looks.level
    if looks.kind not in ("paragraph", "heading"):
        return looks.kind, 0
    if where.level:
        return ("question" if text.endswith("?") else "list"), where.level
    if where.kind:
        return where.kind, 0
    return ("question" if looks_like_question(text) else "paragraph"), 0


def inline(
    walk: Walk,
    parent: Element,
    path: str,
    words: Words,
    anchored: list[tuple[Element, str]],
    hidden: list[str],
    where: Where,
    is_hidden: bool,
) -> None:
    """Add the words of a paragraph; shapes in it go to ``anchored``, what is not shown also to ``hidden``."""
    for text, element, kind, at in mixed(parent, path):
        if element is None:
            add_text(words, text, at)
            if is_hidden and text.strip():
                hidden.append(text)
        elif kind in _MARKS:
            words.mark(_MARKS[kind])
        elif kind in SHAPES:
            anchored.append((element, at))
        elif kind in ("text:note", "office:annotation"):
            _keep_aside(walk, element, kind, at, where)
        elif kind == "text:hidden-text":
            words.add(get(element, "string-value"), f"{at}/@text:string-value")
            hidden.append(get(element, "string-value"))
        elif kind == "text:hidden-paragraph":
            is_hidden = is_hidden or get(element, "is-hidden") == "true"
        elif kind not in _NOT_CONTENT and not (where.slide and kind in _PAGE_FIELDS):
            unseen = is_hidden or (kind == "text:span" and style(walk, "text", element).hidden)
            inline(walk, element, at, words, anchored, hidden, where, unseen)


def _keep_aside(walk: Walk, element: Element, kind: str, path: str, where: Where) -> None:
    if kind == "office:annotation":
        walk.asides.append(Aside("comment", "comment", element, path, where))
        return
    name = "endnote" if get(element, "note-class") == "endnote" else "footnote"
    walk.asides.append(Aside("footnote", name, element, path, where))


def read_asides(walk: Walk) -> None:
    """The notes, then the comments, that were met on the way; a note may hold a comment of its own."""
    for name in ("footnote", "endnote", "comment"):
        for aside in [a for a in walk.asides if a.name == name]:
            walk.numbers[name] += 1
            place = places.part(name, walk.numbers[name])
            audience: Audience = "teacher" if name == "comment" else aside.where.audience
            inside = Where(aside.where.part, aside.kind, place, audience)
            content(walk, aside.element, aside.path, inside)
    walk.asides.clear()


def _rows(parent: Element, path: str) -> Iterator[tuple[Element, str]]:
    for element, kind, at in children(parent, path):
        if kind == "table:table-row":
            yield element, at
        elif kind in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(element, at)


def table(walk: Walk, element: Element, path: str, where: Where) -> None:
    """The cells of a table, row by row; what a merged cell covers is passed over."""
    walk.numbers["table"] += 1
    this = walk.numbers["table"]
    within = where.place if where.place is not None and where.place.table is None else None
    kind: BlockKind = "cell" if where.kind is None else where.kind
    row = 1
    for line, line_at in _rows(element, path):
        column = 1
        for cell, name, cell_at in children(line, line_at):
            if name == "table:table-cell":
                place = places.cell(this, row, column, within)
                content(walk, cell, cell_at, replace(where, kind=kind, place=place, level=0))
            if name in ("table:table-cell", "table:covered-table-cell"):
                column += repeated(cell, "number-columns-repeated")
        row += repeated(line, "number-rows-repeated")


def shape(walk: Walk, element: Element, path: str, where: Where) -> None:
    """A frame, group or drawn shape: its alt text, then its words, picture, table or chart."""
    kind = name_of(element)
    where = replace(where, level=0)
    place = where.place or places.paragraph(max(walk.numbers["paragraph"], 1))
    alt, written = _alt(walk, element, path, where, place)
    walk.blocks += written
    if kind in ("draw:g", "draw:a", "dr3d:scene"):
        for found, inner, at in children(element, path):
            if inner in SHAPES:
                shape(walk, found, at, where)
    elif kind == "draw:frame":
        _frame(walk, element, path, where, place, alt)
    elif any(k == "text:p" or k == "text:list" for _, k, _ in children(element, path)):
        _box(walk, element, path, where)


def _box(walk: Walk, element: Element, path: str, where: Where) -> None:
    before = len(walk.blocks)
    walk.numbers["text box"] += 1
    box = where.place or places.part("text box", walk.numbers["text box"])
    content(walk, element, path, replace(where, place=box))
    if len(walk.blocks) == before:
        walk.numbers["text box"] -= 1


def _frame(walk: Walk, frame: Element, path: str, where: Where, place: Place, alt: Picture) -> None:
    """Of the forms in which a frame gives the same thing, the first that has words, else a picture."""
    inside = {kind: (found, at) for found, kind, at in reversed(list(children(frame, path)))}
    if "draw:text-box" in inside:
        _box(walk, *inside["draw:text-box"], where)
    elif "table:table" in inside:
        table(walk, *inside["table:table"], where)
    elif "draw:object" in inside and _object(walk, inside["draw:object"][0], where):
        pass
    elif "draw:object" in inside or "draw:object-ole" in inside:
        walk.counts["embedded-objects"] += 1
    elif "draw:image" in inside:
        image, at = inside["draw:image"]
        address = get(image, "href")
        outside = "://" in address or address.startswith(("/", "../", "file:"))
        relation = Relation("image", address.removeprefix("./"), outside) if address else None
        found = ooxml_parts.picture(walk.package, relation, None, place, walk.counts)
        walk.uncaptioned.append(len(walk.pictures))
        walk.pictures.append(replace(found, alt_text=alt.alt_text, alt_quality=alt.alt_quality))
        content(walk, image, at, where)


def _alt(walk: Walk, element: Element, path: str, where: Where, place: Place) -> tuple[Picture, tuple[Block, ...]]:
    """The alt text of a shape: as a picture's, and as blocks where a person wrote it (title and text)."""
    decorative = style(walk, "graphic", element).decorative or get(element, "decorative") == "true"
    best = Picture(place, "", alt_text.quality("", decorative))
    written: list[Block] = []
    for found, kind, at in children(element, path):
        if kind not in ("svg:title", "svg:desc"):
            continue
        words = Words()
        add_text(words, found.text or " ", f"{at}/text()[1]")
        text, runs = words.finish()
        quality = alt_text.quality(text, decorative)
        # both may be there: what a person wrote goes first, then the longer form
        if text and (best.alt_quality != "written" or (quality == "written" and kind == "svg:desc")):
            best = Picture(place, text, quality)
        if quality == "written" and all(block.text != text for block in written):
            written.append(Block(text, "alt_text", place, where.audience, origin=Origin(where.part, runs)))
    return best, tuple(written)


def _object(walk: Walk, element: Element, where: Where) -> bool:
    """Read a chart or formula that is an object of its own in the package; False for other objects."""
    part = get(element, "href").removeprefix("./") + "/content.xml"
    root = ooxml.try_xml(walk.package, part)
    if root is None:
        return False
    part = ooxml.member_name(walk.package, part)
    if name_of(root) == "math:math":
        words = Words()
        for found, kind, at in descendants(root, root_path(root), "math:annotation"):
            if kind in ("math:mi", "math:mn", "math:mo", "math:mtext") and found.text:
                words.add(found.text, f"{at}/text()[1]")
                words.mark(" ")
        text, runs = words.finish()
        if text:
            walk.blocks.append(Block(text, "code", _place(walk, where), where.audience, origin=Origin(part, runs)))
        return True
    if child(root, "office:body", "office:chart") is None:
        return False
    walk.numbers["chart"] += 1
    place = where.place or places.part("chart", walk.numbers["chart"])
    said: set[str] = set()
    for found, kind, at in descendants(root, root_path(root), "text:p"):
        if kind == "text:p":
            words = Words()
            inline(walk, found, at, words, [], [], where, False)
            text, runs = words.finish()
            if text not in said and any(letter.isalpha() for letter in text):
                said.add(text)
                walk.blocks.append(Block(text, "chart", place, where.audience, origin=Origin(part, runs)))
    return True
