"""E-books (EPUB 2 and 3): the chapters in the order of the book, read as the web pages that they are."""

import hashlib
import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser

from .. import places
from ..errors import Damaged, Encrypted
from ..model import Block, Document, Picture, Place, ReadingWarning
from . import html, media, ooxml, ooxml_parts
from .ooxml import PART_ERRORS, Package, Relation
from .ooxml_tree import Element, get
from .structure import primary_language, with_sections

_MAX_CHAPTER = 30_000_000  # bytes of one chapter, inflated
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr image path use rect circle".split()
)
_EMPTY_TAG = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/>")
_LANGUAGE = re.compile(r"(<[A-Za-z][^<>]*?\s)xml:lang(\s*=)")
_INSIDE = "image/x-inside-the-book"  # stands for a picture of the book until its bytes are fetched
_FONTS_ONLY = ("idpf.org/2008/embedding", "ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")


@dataclass(frozen=True, slots=True)
class _Item:
    """A file of the book, as its list of contents names it."""

    part: str
    media_type: str
    properties: tuple[str, ...]


@dataclass(slots=True)
class _Book:
    """What is gathered over the chapters."""

    package: Package
    language: str
    chapters: int = 0
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    shown: set[str] = field(default_factory=set)  # pictures of the book that a chapter shows


def parse(data: bytes, name: str) -> Document:
    """Read an e-book. Raises only kinds of ``ReadError``; blocks have no runs, as those of web pages."""
    try:
        with ooxml.opened(data, name) as package:
            return _read(package, data, name)
    except Damaged as error:
        raise Damaged(str(error).replace("open it in Word or PowerPoint and save", "export")) from error


def _read(package: Package, data: bytes, name: str) -> Document:
    part = _package_part(package)
    root = ooxml.read_xml(package, part)
    items = _items(root, posixpath.dirname(part))
    spine = [get(e, "idref") for e in root.iter() if _local(e) == "itemref"]
    listed = list(dict.fromkeys(i for i in spine if i in items))
    if not listed:
        raise Damaged(f"{name} names no chapters to read. Fetch it again from where it came from.")
    chapters = [items[i] for i in listed if items[i].media_type in _PAGES and "nav" not in items[i].properties]
    _refuse_locked(package, [chapter.part for chapter in chapters], name)
    book = _Book(package, primary_language(_said(root, "language")))
    read = sum(_chapter(book, chapter.part) for chapter in chapters)
    if chapters and not read:
        raise Damaged(f"{name}: none of its chapters could be read. Fetch it again from where it came from.")
    _cover(book, root, items)
    pictured = [items[i] for i in listed if items[i].media_type.startswith("image/")]
    for item in pictured:  # a page that is a picture and nothing else
        book.pictures.append(_fetched(book, Picture(places.part("picture page")), item.part))
    book.counts["fixed-pages"] += len(pictured)
    return Document(
        name,
        media.EPUB,
        hashlib.sha256(data).hexdigest(),
        with_sections(book.blocks),
        tuple(book.pictures),
        (*ooxml_parts.reading_warnings(book.counts, package), *_without_text(book.counts["fixed-pages"])),
        title=_said(root, "title"),
    )


def _without_text(pages: int) -> tuple[ReadingWarning, ...]:
    if not pages:
        return ()
    said = "1 page of this book is a picture" if pages == 1 else f"{pages} pages of this book are pictures"
    return (ReadingWarning("no-text-pages", f"{said} without text, so no words were read there.", pages),)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _said(root: Element, what: str) -> str:
    """A line of the book's description ("title", "language"); "" when it is not there."""
    found = next((e for e in root.iter() if _local(e) == what and e.text and e.text.strip()), None)
    return " ".join(found.text.split()) if found is not None else ""


def _package_part(package: Package) -> str:
    container = ooxml.try_xml(package, "META-INF/container.xml")
    named = [get(e, "full-path") for e in container.iter() if _local(e) == "rootfile"] if container is not None else []
    for part in [*named, *(m.filename for key, m in package.members.items() if key.endswith(".opf"))]:
        if part and ooxml.has(package, part):
            return ooxml.member_name(package, part)
    raise Damaged(
        f"{package.name} has no list of chapters inside it, so it is not a whole e-book. Fetch it again from "
        "where it came from."
    )


def _inside(folder: str, address: str) -> str:
    """A member's name from an address relative to ``folder``; it never leads out of the book."""
    path = unquote(address.partition("#")[0].partition("?")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/" + folder, path)).lstrip("/")


def _items(root: Element, folder: str) -> dict[str, _Item]:
    return {
        get(e, "id"): _Item(
            _inside(folder, get(e, "href")), get(e, "media-type").lower(), tuple(get(e, "properties").split())
        )
        for e in root.iter()
        if _local(e) == "item"
    }


def _refuse_locked(package: Package, chapters: list[str], name: str) -> None:
    """Books with copy protection encrypt their chapters; scrambled fonts take nothing from the text."""
    if not ooxml.has(package, "META-INF/encryption.xml"):
        return
    root = ooxml.read_xml(package, "META-INF/encryption.xml")
    wanted = {chapter.lower() for chapter in chapters}
    for entry in root.iter():
        if _local(entry) != "EncryptedData":
            continue
        methods = [get(e, "Algorithm") for e in entry.iter() if _local(e) == "EncryptionMethod"]
        parts = {_inside("", get(e, "URI")).lower() for e in entry.iter() if _local(e) == "CipherReference"}
        if parts & wanted and not any(known in method for method in methods for known in _FONTS_ONLY):
            raise Encrypted(
                f"{name} is protected against copying, so its text cannot be read. Ask the publisher or your "
                "library for a copy without protection."
            )


def _cover(book: _Book, root: Element, items: Mapping[str, _Item]) -> None:
    """The cover, as the first picture, where the book shows it in a way that its pages do not."""
    named = [get(e, "content") for e in root.iter() if _local(e) == "meta" and get(e, "name") == "cover"]
    covers = [i for i in items.values() if "cover-image" in i.properties]
    covers += [items[i] for i in named if i in items and items[i].media_type.startswith("image/")]
    if covers and covers[0].part.lower() not in book.shown:
        book.pictures.insert(0, _fetched(book, Picture(places.part("cover")), covers[0].part))


def _fetched(book: _Book, picture: Picture, part: str) -> Picture:
    book.shown.add(part.lower())
    relation = Relation("image", part, external=False)
    known = ooxml_parts.picture(book.package, relation, None, picture.place, book.counts)
    return replace(
        picture,
        media_type=known.media_type,
        width=known.width or picture.width,
        height=known.height or picture.height,
        sha256=known.sha256,
        data=known.data,
    )


def _chapter(book: _Book, part: str) -> bool:
    """Read one chapter; False when it is missing or broken (then noted)."""
    if not ooxml.has(book.package, part):
        book.package.unreadable.add(part)
        return False
    try:
        markup = _decoded(ooxml.read(book.package, part, _MAX_CHAPTER))
        tree = LexborHTMLParser(_as_html(markup))
        _prepare(book, tree, posixpath.dirname(part))
        blocks, pictures = html.read_tree(tree)
    except (*PART_ERRORS, Damaged):
        book.package.unreadable.add(ooxml.member_name(book.package, part))
        return False
    if any(block.kind != "alt_text" for block in blocks):
        book.chapters += 1
    number = max(book.chapters, 1)
    book.blocks += [replace(b, place=_place(b.place, number)) for b in blocks]
    for picture in pictures:
        placed = replace(picture, place=_place(picture.place, number))
        if picture.media_type == _INSIDE:
            placed = _fetched(book, placed, picture.data.decode("utf-8", "replace"))
        book.pictures.append(placed)
    return True


def _place(place: Place, chapter: int) -> Place:
    within = places.part("chapter", chapter)
    if place.table and place.row and place.column:
        return places.cell(place.table, place.row, place.column, within)
    return within


def _decoded(data: bytes) -> str:
    said = re.match(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,30})", data)
    if said:
        try:
            return data.decode(said[1].decode("ascii"))
        except (LookupError, ValueError):
            pass
    return html.decode_page(data)


def _as_html(markup: str) -> str:
    """XHTML as HTML: there, an empty element must be closed, or it would swallow what follows."""

    def closed(found: re.Match[str]) -> str:
        tag = found[1]
        return found[0] if tag.lower() in _VOID else f"<{tag}{found[2]}></{tag}>"

    parts: list[str] = []
    markup, at = markup.replace("\x00", ""), 0
    while (begin := markup.find("<![CDATA[", at)) >= 0 and (end := markup.find("]]>", begin)) >= 0:
        inside = markup[begin + 9 : end].replace("&", "&amp;").replace("<", "&lt;")
        parts += [markup[at:begin], inside]
        at = end + 3
    markup = "".join([*parts, markup[at:]])
    return _LANGUAGE.sub(r"\1lang\2", _EMPTY_TAG.sub(closed, markup))


def _prepare(book: _Book, tree: LexborHTMLParser, folder: str) -> None:
    """Give the page the book's language, and its pictures the names that they have in the book."""
    page = tree.css_first("html")
    if page is not None and book.language and not page.attributes.get("lang"):
        page.attrs["lang"] = book.language
    for node in tree.css("img"):
        source = node.attributes.get("src") or ""
        if source and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", source):
            node.attrs["src"] = f"data:{_INSIDE},{quote(_inside(folder, source))}"
