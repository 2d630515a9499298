"""SMART Notebook files (.notebook): a zip of SVG pages, which imsmanifest.xml puts in order.

A text box is a ``text`` of ``tspan`` for paragraphs, each of ``tspan`` for lines, each of ``tspan`` for runs.
Runs of a block lead to those elements of a page by their paths.
"""

import hashlib
import posixpath
import re
import urllib.parse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .. import places
from ..model import Block, BlockKind, Document, Origin, Picture, Place, ReadingWarning
from . import alt_text, media, ooxml, ooxml_parts
from .ooxml import PART_ERRORS, Package, Relation, damaged
from .ooxml_tree import Element, Words, children, descendants, get, root_path
from .structure import for_teachers, with_sections

MANIFEST = "imsmanifest.xml"
PAGE = re.compile(r"page\d+\.svg")
_ROW = 12.0  # of a page 800 wide: objects this near in height stand side by side
_LONGEST_TITLE = 120
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d*)?")
_TRANSLATE = re.compile(r"translate\(\s*(-?[\d.]{1,12})[\s,]+(-?[\d.]{1,12})")
_PLAYED = ("flash", "videos", "sounds")  # kinds of files that are shown or played, not read
_INK = "polyline"


@dataclass(slots=True)
class _Walk:
    """What the walk gathers over the pages, and the page where it is."""

    package: Package
    part: str = ""
    place: Place = field(default_factory=lambda: Place(""))
    blocks: list[Block] = field(default_factory=list)  # of this page
    sizes: list[float] = field(default_factory=list)  # of the letters of each block
    pictures: list[Picture] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def parse(data: bytes, name: str) -> Document:
    """Read a SMART Notebook file. Raises only kinds of ``ReadError``."""
    with ooxml.opened(data, name) as package:
        root = ooxml.read_xml(package, MANIFEST)
        files = _files(root)
        walk = _Walk(package)
        walk.counts["imported-files"] = len(files.get("attachments", ()))
        walk.counts["embedded-objects"] = sum(len(files.get(kind, ())) for kind in _PLAYED)
        listed = _pages(root, files)
        pages = [part for part in listed if ooxml.has(package, part)]
        package.unreadable.update(set(listed).difference(pages))
        if not pages:
            raise damaged(name)
        blocks: list[Block] = []
        for number, part in enumerate(pages, 1):
            blocks += _page(walk, part, places.page(number))
        heading = next((block.text for block in blocks if block.kind == "heading"), "")
        return Document(
            name,
            media.NOTEBOOK,
            hashlib.sha256(data).hexdigest(),
            tuple(blocks),
            tuple(walk.pictures),
            (*ooxml_parts.reading_warnings(walk.counts, package), *_ink(walk.counts["handwriting"])),
            units=len(pages),
            title=_title(package) or heading,
        )


def _named(element: Element, path: str) -> list[tuple[Element, str, str]]:
    """Child elements by their bare names: some pages name the namespace of SVG, others do not."""
    return [(kid, kind.rpartition(":")[2], at) for kid, kind, at in children(element, path)]


def _below(element: Element) -> Iterator[tuple[Element, str]]:
    """Everything below, with bare names."""
    return ((found, kind.rpartition(":")[2]) for found, kind, _ in descendants(element, ""))


def _files(manifest: Element) -> dict[str, list[str]]:
    """The files of each resource of the manifest, by its identifier."""
    found: dict[str, list[str]] = {}
    for resource, kind in _below(manifest):
        if kind == "resource":
            hrefs = [get(file, "href") for file in resource if get(file, "href")]
            found.setdefault(get(resource, "identifier"), []).extend(hrefs)
    return found


def _pages(manifest: Element, files: dict[str, list[str]]) -> list[str]:
    """The pages in the order of their groups; those in no group come last."""
    items = [get(item, "identifierref") for item, kind in _below(manifest) if kind == "item"]
    grouped = [page for item in items for page in files.get(item, ())]
    return list(dict.fromkeys(page for page in (*grouped, *files.get("pages", ())) if PAGE.fullmatch(page)))


def _title(package: Package) -> str:
    root = ooxml.try_xml(package, "metadata.xml")
    for title, kind in _below(root) if root is not None else ():
        if kind == "title":
            return " ".join("".join(title.itertext()).split())
    return ""


def _ink(pages: int) -> Iterator[ReadingWarning]:
    if pages:
        said = "1 page has" if pages == 1 else f"{pages} pages have"
        message = f"{said} handwriting or drawings by pen, which were not read. Look there yourself."
        yield ReadingWarning("handwriting", message, pages)


def _page(walk: _Walk, part: str, place: Place) -> tuple[Block, ...]:
    try:
        # Notebook has been seen to leave the end of an older version behind the page
        data = ooxml.read(walk.package, part, ooxml.MAX_XML).partition(b"</svg><?xml")
        root = ooxml.parsed_xml(data[0] + (b"</svg>" if data[1] else b""), walk.package.name)
    except PART_ERRORS:
        walk.package.unreadable.add(part)
        return ()
    walk.part, walk.place = ooxml.member_name(walk.package, part), place
    walk.blocks, walk.sizes = [], []
    had = len(walk.pictures)
    _objects(walk, _named(root, root_path(root)))
    walk.counts["handwriting"] += any(kind == _INK and get(found, "visible") != "0" for found, kind in _below(root))
    _name_title(walk)
    section = next((block.text for block in walk.blocks if block.kind == "heading"), "")
    for index in range(had, len(walk.pictures)):
        seen = walk.pictures[index]
        walk.pictures[index] = replace(seen, place=replace(seen.place, section=section))
    # what a pull tab says holds in the tab only, not for what follows it on the page
    rest = iter(with_sections([block for block in walk.blocks if block.audience == "learner"]))
    return tuple(block if block.audience == "teacher" else next(rest) for block in walk.blocks)


def _name_title(walk: _Walk) -> None:
    """A page says of no text that it is its title: the first one is, where it alone has the largest letters."""
    if len(walk.sizes) > 1 and walk.sizes[0] > max(walk.sizes[1:]) and len(walk.blocks[0].text) <= _LONGEST_TITLE:
        walk.blocks[0] = replace(walk.blocks[0], kind="heading", level=1)


def _objects(walk: _Walk, found: list[tuple[Element, str, str]]) -> None:
    """The objects of a page or group as a reader meets them: top to bottom, and left to right in a row."""
    placed = sorted((*_position(element), index) for index, (element, _, _) in enumerate(found))
    order: list[tuple[float, float, int]] = []
    row = float("-inf")
    for top, left, index in placed:
        row = top if top - row > _ROW else row
        order.append((row, left, index))
    for _, _, index in sorted(order):
        element, kind, at = found[index]
        if kind == "text":
            _text_box(walk, element, at)
        elif kind == "image":
            _picture(walk, element, at)
        elif kind in ("g", "svg", "a"):
            _group(walk, element, at)


def _group(walk: _Walk, element: Element, at: str) -> None:
    """What is grouped stays together. A group that says "Teacher notes" is for the teacher (a pull tab, often)."""
    first = len(walk.blocks)
    _objects(walk, _named(element, at))
    layer = get(element, "class") in ("foreground", "background")
    if not layer and any(for_teachers(block.text) for block in walk.blocks[first:]):
        walk.blocks[first:] = [replace(block, audience="teacher") for block in walk.blocks[first:]]
    if get(element, "class") == "cell":
        walk.blocks[first:] = [replace(block, kind="cell", level=0) for block in walk.blocks[first:]]


def _position(element: Element) -> tuple[float, float]:
    """Top and left of an object; of a group, those of what it begins with."""
    for inner in element.iter("{*}*"):
        if moved := _TRANSLATE.match(get(inner, "transform")):
            return _number(moved[2]), _number(moved[1])
        if _NUMBER.fullmatch(get(inner, "y")):
            return _number(get(inner, "y")), _number(get(inner, "x"))
    return 0.0, 0.0


def _number(value: str) -> float:
    return float(value) if _NUMBER.fullmatch(value) else 0.0


def _text_box(walk: _Walk, element: Element, at: str) -> None:
    paragraphs = [
        found
        for found in _named(element, at)
        if found[1] == "tspan" and {"bullet", "justification"}.intersection(found[0].keys())
    ]
    for paragraph, _, where in paragraphs or [(element, "text", at)]:
        words = Words()
        _add_words(words, paragraph, where)
        text, runs = words.finish()
        if text:
            is_item = get(paragraph, "bullet") not in ("", "0")
            kind: BlockKind = "paragraph" if not is_item else "question" if text.endswith("?") else "list"
            walk.blocks.append(Block(text, kind, walk.place, level=int(is_item), origin=Origin(walk.part, runs)))
            walk.sizes.append(max((_number(get(inner, "font-size")) for inner in paragraph.iter("{*}*")), default=0.0))


def _add_words(words: Words, element: Element, at: str) -> None:
    """The words of a paragraph. A tspan that holds others is a line: a space parts it from the one before."""
    words.add(element.text or "", at)
    for inner, kind, where in _named(element, at):
        if kind == "tspan":
            if len(inner) and words.pieces and not words.pieces[-1][-1:].isspace():
                words.mark(" ")
            _add_words(words, inner, where)
        if inner.tail and inner.tail.strip():
            words.mark(inner.tail)


def _picture(walk: _Walk, element: Element, at: str) -> None:
    href = get(element, "href")
    external = "://" in href or href.startswith("data:")
    target = posixpath.normpath(posixpath.join("/", href)).lstrip("/")
    if not external and not ooxml.has(walk.package, target):
        target = urllib.parse.unquote(target)
    about = next((kid for kid, kind, _ in _named(element, at) if kind in ("desc", "title")), None)
    relation = Relation("image", target, external) if href else None
    seen = ooxml_parts.picture(walk.package, relation, element, walk.place, walk.counts)
    said = " ".join((about.text or "").split()) if about is not None else seen.alt_text
    quality = alt_text.quality(said) if said else "not checkable"
    walk.pictures.append(replace(seen, alt_text=said, alt_quality=quality))
