"""Walking OpenDocument XML: elements by their usual names, and words between elements with the way back.

Text stands between elements here, so the path of a run ends in a text node: ``/…/text:p[3]/text()[2]``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from . import ooxml_tree
from .ooxml_tree import Element, Words, name_of

_ODD_SPACE = re.compile(r"[\t\r\n]|  ")
_PIECE = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+(?: [^ \t\r\n]+)*")


def children(element: Element, path: str) -> Iterator[tuple[Element, str, str]]:
    """Child elements with name and path."""
    return iter(ooxml_tree.children(element, path))


def descendants(element: Element, path: str, *stop: str) -> Iterator[tuple[Element, str, str]]:
    """Everything below, in document order, with names and paths; not below elements named in ``stop``."""
    stack = [children(element, path)]
    while stack:
        found = next(stack[-1], None)
        if found is None:
            stack.pop()
            continue
        yield found
        if found[1] not in stop:
            stack.append(children(found[0], found[2]))


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, then its first child of the next name; None when there is none."""
    for wanted in names:
        element = next((e for e in element if name_of(e) == wanted), None) if element is not None else None
    return element


def mixed(element: Element, path: str) -> Iterator[tuple[str, Element | None, str, str]]:
    """What stands in an element, in order: ``(text, None, "", path)`` or ``("", element, name, path)``."""
    node = 0
    if element.text:
        node = 1
        yield element.text, None, "", f"{path}/text()[1]"
    for found, kind, at in children(element, path):
        yield "", found, kind, at
        if found.tail:
            node += 1
            yield found.tail, None, "", f"{path}/text()[{node}]"


def add_text(words: Words, text: str, path: str) -> None:
    """Add a text node. White space counts as one space, and as none at the start or after a space."""
    after_space = not words.pieces or words.pieces[-1][-1:] in (" ", "\n")
    if not _ODD_SPACE.search(text) and not (after_space and text[0] == " "):
        words.add(text, path)
        return
    for piece in _PIECE.finditer(text):
        found, before = piece.group(), len(words.runs)
        if found[0] in " \t\r\n":
            if after_space:
                continue
            found = found[0]
        words.add(found, path)
        words.runs[before:] = [replace(r, offset=r.offset + piece.start()) for r in words.runs[before:]]
        after_space = found[0] in " \t\r\n"


def repeated(element: Element, attribute: str) -> int:
    """How many rows or columns an element stands for, within reason."""
    return min(max(ooxml_tree.number(element, attribute, 1), 1), 20_000)
