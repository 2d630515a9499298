"""What the styles of an OpenDocument file say: headings, captions, quotes, code, and what is not shown."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import BlockKind
from .odf_tree import child, children
from .ooxml_tree import Element, get, name_of, number

_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"caption|^(?:illustration|figure|table|drawing)$"), "caption"),
    (re.compile(r"\bquot(?:e|ation)s?\b|^block ?text$"), "quote"),
    (re.compile(r"question"), "question"),
    (re.compile(r"\bcode\b|^preformatted text$|verbatim"), "code"),
)
_HEADING = re.compile(r"heading ?([1-9]|10)")
_DEEPEST = 20  # styles that a style may take over from, one from another: a guard against circles


@dataclass(frozen=True, slots=True)
class Style:
    """What a style gives. ``level``: of a heading, from 1. ``hidden``: its text or slide is not shown."""

    kind: BlockKind = "paragraph"
    level: int = 0
    hidden: bool = False
    decorative: bool = False


Styles = Mapping[tuple[str, str], Style]  # by family ("paragraph", "text", "graphic", …) and name


def read_styles(roots: Iterable[Element | None]) -> dict[tuple[str, str], Style]:
    """Styles of these parts, each with what it takes over; the first part wins where names meet."""
    defined: dict[tuple[str, str], Element] = {}
    for root in roots:
        for group, kind, _ in children(root, "") if root is not None else ():
            if kind not in ("office:styles", "office:automatic-styles"):
                continue
            for element in group:
                if name_of(element) == "style:style":
                    defined.setdefault((get(element, "family"), get(element, "name")), element)
    return {key: _resolve(key, defined) for key in defined}


def _resolve(key: tuple[str, str], defined: Mapping[tuple[str, str], Element]) -> Style:
    family, name = key
    kind: BlockKind | None = None
    level = 0
    hidden: bool | None = None
    decorative = False
    for _ in range(_DEEPEST):
        element = defined.get((family, name))
        if element is None:
            break
        if kind is None and family == "paragraph":
            kind, level = _kind(element, name)
        hidden = _hidden(element) if hidden is None else hidden
        look = child(element, "style:graphic-properties")
        decorative = decorative or (look is not None and get(look, "decorative") == "true")
        name = get(element, "parent-style-name")
    return Style(kind or "paragraph", level, bool(hidden), decorative)


def _hidden(element: Element) -> bool | None:
    text = child(element, "style:text-properties")
    if text is not None and get(text, "display"):
        return get(text, "display") == "none"
    page = child(element, "style:drawing-page-properties")
    if page is not None and get(page, "visibility"):
        return get(page, "visibility") == "hidden"
    return None


def _kind(element: Element, name: str) -> tuple[BlockKind | None, int]:
    words = (get(element, "display-name") or name.replace("_20_", " ")).lower()
    if found := _HEADING.fullmatch(words):
        return "heading", int(found[1])
    if words in ("title", "heading"):
        return "heading", 1
    outline = number(element, "default-outline-level", 0)
    if outline > 0:
        return "heading", outline
    return next(((kind, 0) for pattern, kind in _KINDS if pattern.search(words)), (None, 0))
