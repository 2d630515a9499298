"""Flat drawings of people: a few shapes each, no faces, many sorts of people."""

from dataclasses import dataclass

from PIL.ImageDraw import ImageDraw

SKIN = {"deep": "#5b3a29", "brown": "#8d5a3b", "tan": "#c68e63", "light": "#f0c9a4"}


@dataclass(frozen=True)
class Figure:
    """How a drawn person looks. ``head`` is one of hair, long, hijab, turban, hat, bald; ``sits`` in a wheelchair."""

    skin: str = "tan"
    hair: str = "#2b2320"
    head: str = "hair"
    top: str = "#33658a"
    sits: bool = False
    cane: bool = False


def person(draw: ImageDraw, x: int, y: int, size: int, look: Figure) -> None:
    """Draw ``look`` with the feet at (x, y); ``size`` is the height in pixels of someone standing."""
    unit = size / 10
    floor = y
    if look.sits:
        wheelchair(draw, x, y, unit)
        y -= int(unit * 0.6)
        draw.line([(x, y - 2.4 * unit), (x + 2 * unit, y - 2.4 * unit)], fill="#3b3b4f", width=int(unit))
        draw.line([(x + 2 * unit, y - 2.4 * unit), (x + 2.1 * unit, y)], fill="#3b3b4f", width=int(unit))
        y += int(unit * 1.4)
    else:
        for side in (-0.6, 0.6):
            draw.line([(x + side * unit, y), (x + side * unit, y - 4 * unit)], fill="#3b3b4f", width=int(unit))
    body = [x - 1.4 * unit, y - 7.4 * unit, x + 1.4 * unit, y - 3.6 * unit]
    draw.rounded_rectangle(body, radius=unit * 0.8, fill=look.top)
    skin = SKIN[look.skin]
    hand = (x + 2.6 * unit, y - 5.2 * unit)
    draw.line([(x + 1.1 * unit, y - 6.6 * unit), hand], fill=look.top, width=int(unit * 0.8))
    draw.ellipse(box(*hand, 0.5 * unit), fill=skin)
    if look.head in ("long", "hijab"):
        colour = look.hair
        draw.rounded_rectangle(
            [x - 1.5 * unit, y - 10 * unit, x + 1.5 * unit, y - 6.6 * unit], radius=1.3 * unit, fill=colour
        )
    draw.ellipse(box(x, y - 8.6 * unit, 1.2 * unit), fill=skin)
    if look.head in ("hair", "long"):
        draw.pieslice(box(x, y - 8.8 * unit, 1.3 * unit), 180, 360, fill=look.hair)
    elif look.head in ("turban", "hat"):
        draw.pieslice(box(x, y - 9 * unit, 1.5 * unit), 175, 365, fill=look.hair)
        if look.head == "hat":
            draw.rectangle([x - 1.8 * unit, y - 9.1 * unit, x + 1.8 * unit, y - 8.8 * unit], fill=look.hair)
    if look.cane:
        draw.line([hand, (hand[0] + 0.8 * unit, floor)], fill="#222222", width=max(2, int(unit / 4)))


def wheelchair(draw: ImageDraw, x: int, y: int, unit: float) -> None:
    draw.ellipse(box(x, y - 1.6 * unit, 1.6 * unit), outline="#222222", width=max(3, int(unit / 3)))
    draw.ellipse(box(x + 2.2 * unit, y - 0.5 * unit, 0.5 * unit), outline="#222222", width=max(2, int(unit / 4)))
    draw.line([(x - 1.6 * unit, y - 5 * unit), (x - 1.4 * unit, y - 2 * unit)], fill="#222222", width=int(unit / 3))


def box(x: float, y: float, radius: float) -> list[float]:
    return [x - radius, y - radius, x + radius, y + radius]
