"""What documents and slides hold besides their own paragraphs: pictures, diagrams, charts, and warnings."""

import hashlib
import io
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from PIL import Image

from ..model import Block, BlockKind, Origin, Picture, Place, ReadingWarning, Run
from . import alt_text
from .ooxml import PART_ERRORS, Package, Relation, has, member_name, read, try_xml
from .ooxml_tree import ONE_TO_ONE, Element, Words, children, descendants, get, name_of, root_path

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "WMF", "ICO")
_BY_ENDING = {
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "wdp": "image/vnd.ms-photo",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}

WARNINGS = {
    "hidden-slides": (
        "1 slide is hidden in the show. It was read too.",
        "{n} slides are hidden in the show. They were read too.",
    ),
    "hidden-text": (
        "1 passage is formatted as hidden. It was read too.",
        "{n} passages are formatted as hidden. They were read too.",
    ),
    "deleted-text": (
        "1 tracked deletion was left out, as if it had been accepted.",
        "{n} tracked deletions were left out, as if they had been accepted.",
    ),
    "embedded-objects": (
        "1 embedded object, such as a spreadsheet, was not read. Open it from the file to check it.",
        "{n} embedded objects, such as spreadsheets, were not read. Open them from the file to check them.",
    ),
    "imported-files": (
        "1 other file is placed inside this one whole and was not read. Check it on its own.",
        "{n} other files are placed inside this one whole and were not read. Check them on their own.",
    ),
    "linked-pictures": (
        "1 picture is a link to another place. Only its description was read.",
        "{n} pictures are links to other places. Only their descriptions were read.",
    ),
    "unreadable-parts": (
        "1 part of the file, such as a picture or a footer, could not be read. A fresh copy may help.",
        "{n} parts of the file, such as pictures or footers, could not be read. A fresh copy may help.",
    ),
}


def reading_warnings(counts: Mapping[str, int], package: Package) -> tuple[ReadingWarning, ...]:
    """The warnings for these counts by code, and for parts that could not be read."""
    objects = sum("/embeddings/oleobject" in part for part in package.members)  # some hide in masters
    every = {
        **counts,
        "embedded-objects": max(counts.get("embedded-objects", 0), objects),
        "unreadable-parts": len(package.unreadable),
    }
    return tuple(
        ReadingWarning(code, (one if n == 1 else many).format(n=n), n)
        for code, (one, many) in WARNINGS.items()
        if (n := every.get(code, 0))
    )


def described(properties: Element | None) -> tuple[str, str, bool]:
    """Alt text as written, the attribute that holds it, and whether the picture is marked as decorative."""
    if properties is None:
        return "", "", False
    decorative = any(
        kind == "adec:decorative" and get(found, "val") in ("1", "true")
        for found, kind, _ in descendants(properties, "")
    )
    for attribute in ("descr", "title", "alt"):
        words = get(properties, attribute)
        if words.strip():
            return words, attribute, decorative
    return "", "", decorative


def alt_blocks(properties: Element | None, path: str, part: str, place: Place) -> Iterator[Block]:
    """The alt text of a picture, chart or shape as a block, where a person wrote it."""
    words, attribute, decorative = described(properties)
    if alt_text.quality(words, decorative) == "written":
        shown = words.translate(ONE_TO_ONE)
        text = shown.strip()
        run = Run(0, len(text), f"{path}/@{attribute}", len(shown) - len(shown.lstrip()))
        yield Block(text, "alt_text", place, origin=Origin(part, (run,)))


def blip(element: Element) -> Element | None:
    """The reference to picture bytes below an element, or None."""
    found = None
    for inner, kind, _ in descendants(element, ""):
        if kind == "a:blip" or (found is None and inner.tag.endswith("}svgBlip")):
            found = inner
            if any("}" in key for key, _ in inner.items()):
                break
    return found


def picture(
    package: Package,
    relation: Relation | None,
    properties: Element | None,
    place: Place,
    counts: Counter[str],
) -> Picture:
    """A picture with its bytes, size in pixels and alt text. What lies outside the file is not fetched."""
    words, _, decorative = described(properties)
    shown = " ".join(words.split())
    bare = Picture(place, shown, alt_text.quality(words, decorative))
    if relation is None:
        return bare
    if relation.external:
        counts["linked-pictures"] += 1
        return bare
    known = _media(package, relation.target)
    return replace(known, place=place, alt_text=bare.alt_text, alt_quality=bare.alt_quality)


def _media(package: Package, part: str) -> Picture:
    if part in package.pictures:
        return package.pictures[part]
    found = Picture(Place(""))
    if has(package, part):
        try:
            data = read(package, part)
            media_type, width, height = _header(data, part)
            found = Picture(
                Place(""),
                media_type=media_type,
                width=width,
                height=height,
                sha256=hashlib.sha256(data).hexdigest(),
                data=data,
            )
        except (*PART_ERRORS, Image.DecompressionBombWarning, Image.DecompressionBombError):
            package.unreadable.add(member_name(package, part))
    else:
        package.unreadable.add(part)
    package.pictures[part] = found
    return found


def _header(data: bytes, part: str) -> tuple[str, int, int]:
    """Media type, width and height from the header alone: nothing is decoded. Raises for absurd sizes."""
    by_ending = _BY_ENDING.get(part.rpartition(".")[2].lower(), "")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                kind = Image.MIME.get(image.format or "", "") or by_ending
                return kind, image.width, image.height
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise
        except Exception:  # Pillow's readers raise whatever odd bytes make them raise
            return by_ending, 0, 0


def linked_part(package: Package, links: Mapping[str, Relation], parts_read: set[str], identifier: str) -> str | None:
    """The part that a link leads to; None where it leads out of the file or nowhere, or was followed before."""
    relation = links.get(identifier)
    if relation is None or relation.external or relation.target in parts_read:
        return None
    parts_read.add(relation.target)
    return member_name(package, relation.target) if has(package, relation.target) else None


def linked_blocks(package: Package, part: str, kind: str, place: Place) -> Iterator[Block]:
    """The words of a linked diagram or chart."""
    return diagram_blocks(package, part, place) if kind == "diagram" else chart_blocks(package, part, place)


def diagram_blocks(package: Package, part: str, place: Place) -> Iterator[Block]:
    """The words of a SmartArt diagram, a block for each paragraph."""
    root = try_xml(package, part)
    if root is None:
        return
    for found, kind, path in descendants(root, root_path(root), "a:p"):
        if kind == "a:p" and name_of(found.getparent()) == "dgm:t":
            yield from text_blocks(found, path, part, "paragraph", place)


def chart_blocks(package: Package, part: str, place: Place) -> Iterator[Block]:
    """The words of a chart: its titles, then the names of series and categories, each once."""
    root = try_xml(package, part)
    if root is None:
        return
    titles: list[Block] = []
    labels: list[Block] = []
    for found, kind, path in descendants(root, root_path(root), "a:p"):
        above = [name_of(e).rpartition(":")[2] for e in found.iterancestors()]
        if kind == "a:p":
            titles += text_blocks(found, path, part, "chart", place)
        elif kind == "cx:pt" or (kind == "c:v" and "strCache" in above):
            words = Words()
            words.add(found.text or "", path)
            text, runs = words.finish()
            if any(character.isalpha() for character in text):
                target = titles if "title" in above else labels
                target.append(Block(text, "chart", place, origin=Origin(part, runs)))
    said: set[str] = set()
    for block in titles + labels:
        if block.text not in said:
            said.add(block.text)
            yield block


def text_blocks(
    paragraph: Element, path: str, part: str, kind: BlockKind, place: Place, level: int = 0
) -> Iterator[Block]:
    """A DrawingML paragraph (a:p) as a block; none when it has no words to show."""
    words = Words()
    drawing_words(words, children(paragraph, path))
    text, runs = words.finish()
    if text:
        yield Block(text, kind, place, level=level, origin=Origin(part, runs))


def drawing_words(words: Words, found: Iterable[tuple[Element, str, str]]) -> None:
    """Add the words of a DrawingML paragraph, given its children; slide numbers and dates are left out."""
    for element, kind, path in found:
        if kind in ("a:t", "m:t"):
            words.add(element.text or "", path)
        elif kind == "a:br":
            words.mark("\n")
        elif kind == "a:fld" and get(element, "type").startswith(("slidenum", "datetime")):
            continue
        elif kind not in ("a:pPr", "a:rPr", "a:endParaRPr"):
            drawing_words(words, children(element, path))
