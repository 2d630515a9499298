"""What a drawing in a Word document holds, as a flat list in its own order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .ooxml_parts import blip
from .ooxml_tree import Element, descendants, get, linked, name_of

HeldKind = Literal["shape", "picture", "text box", "word art", "diagram", "chart"]


@dataclass(frozen=True, slots=True)
class Held:
    """One thing in a drawing: ``about`` carries its alt text, ``link`` leads to its bytes or part."""

    kind: HeldKind
    element: Element
    path: str
    about: Element | None = None
    about_path: str = ""
    link: str = ""


def held(drawing: Element, path: str) -> Iterator[Held]:
    """Pictures, text boxes, WordArt, diagrams and charts of a w:drawing, w:pict or w:object.

    The picture that stands for an embedded object is left out: it shows what the warning speaks of.
    """
    embedded = name_of(drawing) == "w:object"
    about: tuple[Element | None, str] = (None, "")
    found = list(descendants(drawing, path, "w:txbxContent", "pic:pic"))
    in_group = sum(kind == "pic:pic" for _, kind, _ in found) > 1
    for element, kind, at in found:
        if kind == "wp:docPr":
            about = (element, at)
            yield Held("shape", element, at, *about)
        elif kind == "w:txbxContent":
            yield Held("text box", element, at)
        elif kind == "pic:pic":
            # Word shows the drawing's own text; only in a group has each picture one of its own
            own = next(((e, p) for e, k, p in descendants(element, at) if k == "pic:cNvPr"), (None, ""))
            chosen = own if in_group or about[0] is None else about
            source = blip(element)
            link = "" if source is None else linked(source, "embed") or linked(source, "link")
            yield Held("picture", element, at, *chosen, link=link)
        elif kind == "v:imagedata" and not embedded:
            shape = (element.getparent(), at.rpartition("/")[0])
            yield Held("picture", element, at, *shape, link=linked(element))
        elif kind == "v:textpath" and get(element, "string").strip():
            yield Held("word art", element, at)
        elif kind == "dgm:relIds":
            yield Held("diagram", element, at, link=linked(element, "dm"))
        elif kind in ("c:chart", "cx:chart"):
            yield Held("chart", element, at, link=linked(element))
