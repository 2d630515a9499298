"""Web pages: the text a reader sees, by paragraph, heading, list item and table cell."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote_to_bytes

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .. import places
from ..errors import Damaged, Empty
from ..model import AltQuality, Block, BlockKind, Document, Picture, Place
from . import italics, lines, media
from .alt_text import quality
from .plain import decode
from .structure import assemble, looks_like_question, primary_language, with_sections

_SKIPPED = re.compile(
    "script|style|template|noscript|nav|svg|iframe|object|embed|canvas|audio|video|math|head|datalist|dialog"
)
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|meter|output|progress"
    "|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_KINDS: dict[str, BlockKind] = {
    "li": "list",
    "dt": "list",
    "dd": "list",
    "option": "list",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "code",
    "aside": "note",
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 6, "legend": 6}
_LISTS = frozenset({"ul", "ol", "menu", "dl"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\u2028"  # where a line is broken on purpose
_MAX_PICTURE = 20_000_000  # bytes of one picture written into the page
_MAX_TABLE_SPAN = 1000


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element hands down to the text in it."""

    kind: BlockKind = "paragraph"
    level: int = 0
    language: str = ""
    place: Place | None = None
    preformatted: bool = False


def decode_page(data: bytes) -> str:
    """The text of a page: byte order mark, the page's own charset, else as any text file."""
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        found = _CHARSET.search(data[:4096])
        if found:
            label = found.group(1).decode("ascii").lower()
            # browsers read these labels as Windows-1252, and so do the pages that carry them
            label = "cp1252" if label in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else label
            try:
                return data.decode(label, "replace" if label == "cp1252" else "strict")
            except (LookupError, ValueError):
                pass
    return decode(data)


def parse(data: bytes, name: str) -> Document:
    """Read a web page. Blocks have no runs: the page's source offsets are not known to the HTML library."""
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    tree = _tree(decode_page(data))
    blocks, pictures = read_tree(tree)
    title = tree.css_first("title")
    return Document(
        name,
        media.HTML,
        hashlib.sha256(data).hexdigest(),
        with_sections(blocks),
        tuple(pictures),
        title=" ".join((title.text() or "").split()) if title else "",
    )


def read_fragment(markup: str, first: int = 1) -> tuple[list[Block], list[Picture]]:
    """Blocks and pictures of a piece of HTML in another format; paragraphs are counted from ``first``."""
    return read_tree(_tree(markup), first)


def _tree(markup: str) -> LexborHTMLParser:
    try:
        # a stray NUL must not end the text early
        return LexborHTMLParser(markup.replace("\x00", ""))
    except (ValueError, RuntimeError, UnicodeError) as problem:
        raise Damaged(
            "This web page is damaged and cannot be read. Open it in a browser and save it again."
        ) from problem


@dataclass(slots=True)
class _Page:
    """What a walk through a page has read so far."""

    first: int  # the number of the first paragraph
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # of the block that is open
    waiting: list[tuple[Picture, _Context]] = field(default_factory=list)  # pictures in it
    tables: int = 0
    cells: list[list[int]] = field(default_factory=list)  # of each open table: its number, row and column

    def close_block(self, context: _Context) -> None:
        """Make a block of the words, if there are any, and put the pictures in them after it."""
        raw = "".join(self.words)
        self.words.clear()
        text = raw.strip("\r\n") if context.preformatted else _SPACES.sub(" ", italics.spaced(raw))
        if _BREAK in text:
            text = re.sub(rf" *{_BREAK} *", "\n" if context.kind in lines.KINDS else " ", text)
        text, _ = assemble([(text if context.preformatted else text.strip(), -1)], "text")
        text, set_off = italics.stretches(text)
        language, level = context.language or "en", context.level
        if text.strip():
            kind = "question" if context.kind == "paragraph" and looks_like_question(text) else context.kind
            place = self._place_of(context)
            self.blocks.append(Block(text, kind, place, language=language, level=level, italics=set_off))
        for picture, inside in self.waiting:
            place = self._place_of(inside)
            self.pictures.append(replace(picture, place=place))
            if picture.alt_quality in ("written", "automatic"):
                language = inside.language or "en"
                self.blocks.append(Block(picture.alt_text.strip(), "alt_text", place, language=language))
        self.waiting.clear()

    def _place_of(self, context: _Context) -> Place:
        return context.place or places.paragraph(self.first + len(self.blocks))

    def inside(self, node: LexborNode, tag: str, context: _Context) -> _Context:
        """What holds inside of an element that is no part of a line."""
        attributes = node.attributes
        inner = replace(context, language=primary_language(attributes.get("lang")) or context.language)
        if tag in _HEADINGS:
            return replace(inner, kind="heading", level=_HEADINGS[tag])
        if tag in _LISTS:
            return replace(inner, level=context.level + 1 if context.kind == "list" else 1)
        if tag == "table":
            self.tables += 1
            self.cells.append([self.tables, 0, 0])
        elif tag == "tr" and self.cells:
            self.cells[-1][1] += 1
            self.cells[-1][2] = 0
        elif tag in ("td", "th") and self.cells:
            table, row, column = self.cells[-1]
            place = places.cell(table, max(row, 1), column + 1)
            self.cells[-1][2] += _span(attributes.get("colspan"))
            return replace(inner, kind="cell", level=0, place=place, preformatted=False)
        elif tag in _KINDS:
            level = max(context.level, 1) if _KINDS[tag] == "list" else 0
            return replace(inner, kind=_KINDS[tag], level=level, preformatted=tag == "pre")
        elif tag == "footer" and _outside_content(node):
            return replace(inner, kind="footer")
        return inner


def read_tree(tree: LexborHTMLParser, first: int = 1) -> tuple[list[Block], list[Picture]]:
    """Walk a page without recursion (pages can be nested thousands deep)."""
    root = tree.body or tree.root
    if root is None:
        return [], []
    page, html = _Page(first), tree.css_first("html")
    base = _Context(language=primary_language((html.attributes.get("lang") or "") if html else ""))
    stack: list[tuple[LexborNode, _Context, bool]] = [(root, base, False)]
    while stack:
        node, context, leaving = stack.pop()
        tag = node.tag or ""
        if tag == "-text":
            page.words.append(italics.unmarked(node.text_content or ""))
        elif leaving and tag in italics.ELEMENTS:
            page.words.append(italics.END)
        elif leaving:
            page.close_block(context)
            if tag == "table" and page.cells:
                page.cells.pop()
        elif tag.startswith(("-", "!")) or tag == "textarea" or (node is not root and _skip(node, tag)):
            continue
        elif tag in ("br", "hr"):
            page.words.append("\n" if context.preformatted else _BREAK)
            if tag == "hr":
                page.close_block(context)
        elif tag == "img":
            page.waiting.append((_picture(node), context))
        else:
            inner = context
            if not _INLINE.fullmatch(tag):
                page.close_block(context)
                inner = page.inside(node, tag, context)
                stack.append((node, inner, True))
            elif tag in italics.ELEMENTS:
                page.words.append(italics.BEGIN)
                stack.append((node, inner, True))
            stack.extend((child, inner, False) for child in reversed(list(_children(node))))
    page.close_block(base)
    return lines.apart(page.blocks), page.pictures


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _span(value: str | None) -> int:
    return min(int(value), _MAX_TABLE_SPAN) if value and value.isdecimal() and int(value[:5]) else 1


def _skip(node: LexborNode, tag: str) -> bool:
    if _SKIPPED.fullmatch(tag):
        return True
    attributes = node.attributes
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" or attributes.get("role") in ("navigation", "doc-pagebreak"):
        return True
    if attributes.get("epub:type") == "pagebreak":  # the number of a printed page
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    return tag in ("header", "footer") and _outside_content(node) and _mostly_links(node)


def _outside_content(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in ("main", "article", "section"):
            return False
        parent = parent.parent
    return True


def _mostly_links(node: LexborNode) -> bool:
    if node.css_first("h1") is not None:
        return False
    words = len(node.text(separator=" ").split())
    linked = sum(len(link.text(separator=" ").split()) for link in node.css("a"))
    return linked >= 0.6 * words


def _picture(node: LexborNode) -> Picture:
    attributes = node.attributes
    has_alt = "alt" in attributes
    alt = attributes.get("alt") or ""
    decorative = (has_alt and not alt.strip()) or attributes.get("role") in ("presentation", "none")
    judged: AltQuality = quality(alt, decorative=decorative)
    media_type, data = _data_uri(attributes.get("src") or "")
    return Picture(
        places.paragraph(1),
        assemble([(_SPACES.sub(" ", alt).strip(), -1)], "text")[0],
        judged,
        caption=_figure_caption(node),
        media_type=media_type,
        width=_pixels(attributes.get("width")),
        height=_pixels(attributes.get("height")),
        sha256=hashlib.sha256(data).hexdigest() if data else "",
        data=data,
    )


def _figure_caption(node: LexborNode) -> str:
    parent = node.parent
    for _ in range(6):
        if parent is None:
            return ""
        if parent.tag == "figure":
            caption = parent.css_first("figcaption")
            return " ".join(caption.text().split()) if caption else ""
        parent = parent.parent
    return ""


def _pixels(value: str | None) -> int:
    found = re.match(r"\s*(\d{1,5})(?:px)?\s*$", value or "")
    return int(found.group(1)) if found else 0


def _data_uri(source: str) -> tuple[str, bytes]:
    """Media type and bytes of a picture written into the page. Other addresses are never fetched."""
    if source[:5].lower() != "data:" or len(source) > _MAX_PICTURE * 4 // 3:
        return "", b""
    head, _, body = source[5:].partition(",")
    kind = head.split(";")[0].strip().lower()
    if not kind.startswith("image/"):
        return "", b""
    raw = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        try:
            raw = base64.b64decode(b"".join(raw.split()) + b"==")
        except (binascii.Error, ValueError):
            return "", b""
    return kind, raw
