"""Walking office XML: elements by their usual names, their paths, and words with the way back to them.

Names are written with the usual prefixes ("w:p", "a:t") whatever the file calls them, and the namespaces of
Strict Office Open XML count as the ordinary ones.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..model import Run

Element = Any  # lxml has no types of its own

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://purl.oclc.org/ooxml/presentationml/main": "p",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    # OpenDocument
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": "presentation",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:chart:1.0": "chart",
    "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0": "dr3d",
    "http://www.w3.org/1998/Math/MathML": "math",
}

# One character for one character, so that offsets hold: odd spaces, and the hyphen that does not break.
ONE_TO_ONE = str.maketrans(dict.fromkeys("\t\r\n\x0b\xa0\u2007\u2009\u200a\u202f\u2028\u2029", " ") | {"\u2011": "-"})
# They show nothing and would hide a word from a rule. Joiners stay where they shape letters and emoji.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)


@functools.lru_cache(maxsize=4096)
def _canonical(tag: str) -> str:
    space, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return f"{_NAMESPACES.get(space, '?')}:{local}" if space else local


def name_of(element: Element) -> str:
    """The element's name with its usual prefix; "?:x" for a namespace that we do not know."""
    tag = element.tag
    return _canonical(tag) if isinstance(tag, str) else ""


def get(element: Element, attribute: str) -> str:
    """An attribute by its local name, whatever its namespace; "" when absent."""
    value: str
    for key, value in element.items():
        if key.rpartition("}")[2] == attribute:
            return value
    return ""


def linked(element: Element, attribute: str = "id") -> str:
    """A relationship id: the attribute of this name in the namespace of relationships; "" when absent."""
    for key, value in element.items():
        if _canonical(key) == "r:" + attribute:
            return str(value)
    return ""


def number(element: Element | None, attribute: str, default: int = 0) -> int:
    """A whole number in an attribute; ``default`` when it is absent or no number."""
    found = _whole(get(element, attribute)) if element is not None else None
    return default if found is None else found


@functools.lru_cache(maxsize=1024)
def _whole(written: str) -> int | None:
    digits = written.removeprefix("-")
    return int(written) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None


def switched_on(element: Element | None) -> bool:
    """Whether an on/off property is there and not switched off."""
    return element is not None and get(element, "val").lower() not in ("0", "false", "off", "none")


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, then its first child of the next name; None when there is none."""
    for wanted in names:
        if element is None:
            return None
        for found in element:
            tag = found.tag
            if isinstance(tag, str) and _canonical(tag) == wanted:
                element = found
                break
        else:
            return None
    return element


def by_name(element: Element | None) -> dict[str, Element]:
    """Child elements by name, the first of each: for many look-ups in one element, where ``child`` is for one."""
    found: dict[str, Element] = {}
    for kid in element if element is not None else ():
        found.setdefault(_canonical(kid.tag), kid)
    return found


def root_path(root: Element) -> str:
    """The element path of a root, as lxml's ``getpath`` writes it."""
    return "/" + _names(root.tag, root.prefix)[0]


@functools.lru_cache(maxsize=4096)
def _names(tag: str, prefix: str | None) -> tuple[str, str]:
    """An element's step in a path and its name with the usual prefix."""
    if tag[0] != "{":
        return tag, _canonical(tag)
    return (f"{prefix}:{tag.rpartition('}')[2]}" if prefix else "*"), _canonical(tag)


def children(element: Element, path: str) -> list[tuple[Element, str, str]]:
    """Child elements with name and path; ``getpath`` gives the same paths, but in quadratic time.

    Of alternative contents only the first choice is given, as its own children, so nothing is read twice.
    """
    if len(element) == 1:  # as in most runs
        kid = element[0]
        step, kind = _names(kid.tag, kid.prefix)
        only = (kid, kind, f"{path}/{step}")
        return _first_choice(*only) if kind == "mc:AlternateContent" else [only]
    found: list[tuple[Element, str, str]] = []
    first: dict[str, int] = {}  # where in ``found`` a step came first: it has a number only when it comes again
    counts: dict[str, int] = {}  # of the steps that came again
    alternatives = False
    for kid in element:
        step, kind = _names(kid.tag, kid.prefix)
        if step not in first:
            first[step] = len(found)
            found.append((kid, kind, f"{path}/{step}"))
            if kind == "mc:AlternateContent":
                alternatives = True
        else:
            counts[step] = count = counts.get(step, 1) + 1
            found.append((kid, kind, f"{path}/{step}[{count}]"))
    for step in counts:
        kid, kind, at = found[first[step]]
        found[first[step]] = (kid, kind, at + "[1]")
    if "*" in first and len(found) > 1:  # a default namespace has no prefix to ask for: all elements are counted
        found = [
            (kid, kind, f"{path}/*[{position}]" if kid.prefix is None and kid.tag[0] == "{" else at)
            for position, (kid, kind, at) in enumerate(found, 1)
        ]
    return [chosen for each in found for chosen in _first_choice(*each)] if alternatives else found


def _first_choice(element: Element, kind: str, path: str) -> list[tuple[Element, str, str]]:
    if kind != "mc:AlternateContent":
        return [(element, kind, path)]
    for option, role, option_at in children(element, path):
        if role in ("mc:Choice", "mc:Fallback"):
            return children(option, option_at)
    return []


def descendants(element: Element, path: str, *stop: str) -> Iterator[tuple[Element, str, str]]:
    """Everything below, in document order, with names and paths; not below elements named in ``stop``."""
    stack = [iter(children(element, path))]
    while stack:
        found = next(stack[-1], None)
        if found is None:
            stack.pop()
            continue
        yield found
        if found[1] not in stop:
            stack.append(iter(children(found[0], found[2])))


@dataclass(slots=True)
class Words:
    """A block's text while it is put together, with the runs that lead back to the elements."""

    pieces: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, path: str) -> None:
        """Add the text of the element at ``path``, without the characters that show nothing."""
        if text and text.isascii() and text.isprintable():
            end = self.length + len(text)
            self.pieces.append(text)
            self.runs.append(Run(self.length, end, path, 0))
            self.length = end
            return
        text = text.translate(ONE_TO_ONE)
        begin = 0
        for hole in [*_INVISIBLE.finditer(text), None]:
            kept = text[begin : hole.start() if hole else len(text)]
            if kept:
                self.pieces.append(kept)
                self.runs.append(Run(self.length, self.length + len(kept), path, begin))
                self.length += len(kept)
            begin = hole.end() if hole else len(text)

    def mark(self, character: str) -> None:
        """Add a character that stands for an element, such as a tab; it has no origin."""
        self.pieces.append(character)
        self.length += len(character)

    def finish(self) -> tuple[str, tuple[Run, ...]]:
        """The text without space around it, and its runs."""
        text = "".join(self.pieces)
        bare = text.strip()
        if len(bare) == len(text):
            return text, tuple(self.runs)
        lead = len(text) - len(text.lstrip())
        runs = []
        for run in self.runs:
            start, end = max(run.start - lead, 0), min(run.end - lead, len(bare))
            if start < end:
                runs.append(Run(start, end, run.path, run.offset + start + lead - run.start))
        return bare, tuple(runs)
