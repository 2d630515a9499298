"""What the styles of a Word document say: which paragraphs are headings, lists, captions, quotes or code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import BlockKind
from .ooxml_tree import Element, child, get, name_of, number, switched_on

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo) ?([1-9])")
_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"caption"), "caption"),
    (re.compile(r"\b(?:intense )?quot(?:e|ation)s?\b|^block ?text$"), "quote"),
    (re.compile(r"question"), "question"),
    (re.compile(r"\b(?:source ?)?code\b|html ?preformatted|verbatim|preformatted text|^macro"), "code"),
    (re.compile(r"^list (?:bullet|number|continue)|bullet"), "list"),
)
_MONOSPACED = re.compile(
    r"courier|consolas|monaco|menlo|lucida console|(?:\bmono\b|\bcode\b)|andale|inconsolata|typewriter", re.I
)
_DEEPEST = 20  # styles that a style may be based on, one upon another: a guard against circles


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph of a style is. ``level``: of a heading, from 1. ``hidden``: not shown."""

    kind: BlockKind = "paragraph"
    level: int = 0
    numbered: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document: as written, by id, and those that were asked for."""

    defined: Mapping[str, Element]
    default: str
    known: dict[str, Style] = field(default_factory=dict)


def read_styles(root: Element | None) -> Styles:
    """The styles in a part; what each says is found out when it is asked for, as few are used."""
    defined: dict[str, Element] = {}
    default = ""
    for element in root if root is not None else ():
        if name_of(element) == "w:style":
            identifier = get(element, "styleId")
            defined.setdefault(identifier, element)
            if get(element, "type") == "paragraph" and get(element, "default") in ("1", "true", "on"):
                default = identifier
    return Styles(defined, default)


def style_of(styles: Styles, identifier: str) -> Style:
    """A style with what it takes over from those that it is based on; the default one where there is none."""
    if identifier not in styles.known:
        used = identifier if identifier and identifier in styles.defined else styles.default
        styles.known[identifier] = _resolve(used, styles.defined, styles.default)
    return styles.known[identifier]


def _resolve(identifier: str, defined: Mapping[str, Element], default: str) -> Style:
    kind: BlockKind | None = None
    level = 0
    numbered: bool | None = None
    hidden: bool | None = None
    for _ in range(_DEEPEST):
        element = defined.get(identifier)
        if element is None:
            break
        if kind is None:
            kind, level = _kind(element, identifier, is_default=identifier == default)
        number_id = child(element, "w:pPr", "w:numPr", "w:numId")
        if numbered is None and number_id is not None:
            numbered = number(number_id, "val") != 0
        vanish = child(element, "w:rPr", "w:vanish")
        if hidden is None and vanish is not None:
            hidden = switched_on(vanish)
        identifier = get(based, "val") if (based := child(element, "w:basedOn")) is not None else ""
    return Style(kind or "paragraph", level, bool(numbered), bool(hidden))


def _kind(element: Element, identifier: str, is_default: bool) -> tuple[BlockKind | None, int]:
    """The kind that this style itself gives; None leaves it to the style that it is based on."""
    name = get(named, "val").lower() if (named := child(element, "w:name")) is not None else ""
    for words in (name, identifier.lower()):
        if found := _HEADING.fullmatch(words):
            return "heading", int(found[1])
        if words == "title":
            return "heading", 1
    outline = number(child(element, "w:pPr", "w:outlineLvl"), "val", -1)
    if 0 <= outline <= 8:
        return "heading", outline + 1
    for pattern, kind in _KINDS:
        if pattern.search(name):
            return kind, 0
    fonts = child(element, "w:rPr", "w:rFonts")
    # a whole document in a typewriter face is not code: the default style never counts
    if not is_default and fonts is not None and _MONOSPACED.search(get(fonts, "ascii")):
        return "code", 0
    if outline == 9:
        return "paragraph", 0
    return None, 0
