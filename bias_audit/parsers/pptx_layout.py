"""What a shape takes over from its layout and master: where it stands, and whether its lines have bullets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import ooxml
from .ooxml import Package, Relation
from .ooxml_tree import Element, child, get, name_of, number

_TITLES = ("title", "ctrTitle")
_ROW = 230_000  # EMU, about 6 mm: shapes whose tops differ by less stand side by side
_BULLETS = ("a:buChar", "a:buAutoNum", "a:buBlip")
_OWN_PROPERTIES = ("p:nvSpPr", "p:nvPicPr", "p:nvGraphicFramePr", "p:nvGrpSpPr", "p:nvCxnSpPr")


@dataclass(frozen=True, slots=True)
class Inherited:
    """The trees of a slide's layout and master, nearest first, and the text styles of the master."""

    trees: tuple[Element, ...] = ()
    text_styles: Element | None = None


def inherited(package: Package, links: dict[str, Relation], known: dict[str, Inherited]) -> Inherited:
    """What the slide with these links takes over. Each layout is read once and kept in ``known``."""
    parts = ooxml.targets(links, "slideLayout")
    if not parts:
        return Inherited()
    if parts[0] not in known:
        layout = ooxml.try_xml(package, parts[0])
        masters = ooxml.targets(ooxml.relations(package, parts[0]), "slideMaster")
        master = ooxml.try_xml(package, masters[0]) if masters else None
        trees = [child(root, "p:cSld", "p:spTree") for root in (layout, master) if root is not None]
        known[parts[0]] = Inherited(tuple(t for t in trees if t is not None), child(master, "p:txStyles"))
    return known[parts[0]]


def properties(shape: Element) -> Element | None:
    """The element with a shape's name and alt text (cNvPr), or None."""
    for found in shape:
        if name_of(found) in _OWN_PROPERTIES:
            return child(found, "p:cNvPr")
    return None


def placeholder(shape: Element) -> Element | None:
    """The mark that makes a shape a placeholder, or None."""
    for found in shape:
        if name_of(found) in _OWN_PROPERTIES:
            return child(found, "p:nvPr", "p:ph")
    return None


def role(shape: Element) -> str:
    """A placeholder's type ("title", "body", "sldNum"; "obj" when not said), or "" for other shapes."""
    mark = placeholder(shape)
    return "" if mark is None else get(mark, "type") or "obj"


def is_title(shape: Element) -> bool:
    """Whether a shape is the title of its slide."""
    return role(shape) in _TITLES


def _counterparts(shape: Element, above: Inherited) -> Iterator[Element]:
    """The placeholders of layout and master that a placeholder follows."""
    mark = placeholder(shape)
    if mark is None:
        return
    index, kind = get(mark, "idx") or "0", role(shape)
    for tree in above.trees:
        same_kind = None
        for other in tree:
            theirs = placeholder(other) if name_of(other) == "p:sp" else None
            if theirs is None:
                continue
            if (get(theirs, "idx") or "0") == index and index != "0":
                same_kind = other
                break
            their_kind = role(other)
            body_like = kind in ("obj", "body", "subTitle") and their_kind in ("body", "obj")
            title_like = kind in _TITLES and their_kind in _TITLES
            if same_kind is None and (their_kind == kind or body_like or title_like):
                same_kind = other
        if same_kind is not None:
            yield same_kind


def _offset(shape: Element) -> tuple[int, int] | None:
    kind = name_of(shape)
    if kind == "p:graphicFrame":
        place = child(shape, "p:xfrm", "a:off")
    else:
        place = child(shape, "p:grpSpPr" if kind == "p:grpSp" else "p:spPr", "a:xfrm", "a:off")
    return None if place is None else (number(place, "y"), number(place, "x"))


def position(shape: Element, above: Inherited) -> tuple[int, int] | None:
    """Top and left of a shape in EMU, its own or taken over; None when nothing says."""
    own = _offset(shape)
    if own is not None:
        return own
    return next((at for other in _counterparts(shape, above) if (at := _offset(other)) is not None), None)


def reading_order(shapes: Sequence[tuple[Element, str, str]], above: Inherited) -> list[tuple[Element, str, str]]:
    """Titles, then top to bottom and left to right; a shape of unknown place stays by its neighbour.

    Shapes are (element, name, path) in the order in which they are drawn.
    """
    placed: list[tuple[int, int, int, int]] = []  # title or not, top, left, index
    before = (0, 0)
    for index, (shape, _, _) in enumerate(shapes):
        before = position(shape, above) or before
        placed.append((0 if is_title(shape) else 1, *before, index))
    placed.sort()
    order: list[tuple[int, int, int, int, int]] = []
    row = rank = 0
    for at, (rest, top, left, index) in enumerate(placed):
        if at == 0 or top - row > _ROW or rest != placed[at - 1][0]:
            row, rank = top, at
        order.append((rest, rank, left, top, index))
    return [shapes[index] for *_, index in sorted(order)]


def has_bullet(paragraph: Element, shape: Element, above: Inherited) -> bool:
    """Whether a paragraph shows a bullet or number, by its own settings or those that it takes over."""
    own = child(paragraph, "a:pPr")
    said = _bullet_setting(own)
    if said is not None:
        return said
    depth = min(max(number(own, "lvl"), 0), 8) + 1
    level = f"a:lvl{depth}pPr"
    lists = [child(shape, "p:txBody", "a:lstStyle")]
    lists += [child(other, "p:txBody", "a:lstStyle") for other in _counterparts(shape, above)]
    kind = role(shape)
    if kind and kind not in _TITLES:
        lists.append(child(above.text_styles, "p:bodyStyle"))
    for styles in lists:
        said = _bullet_setting(child(styles, level))
        if said is not None:
            return said
    return depth > 1


def _bullet_setting(settings: Element | None) -> bool | None:
    for found in settings if settings is not None else ():
        if name_of(found) == "a:buNone":
            return False
        if name_of(found) in _BULLETS:
            return True
    return None
