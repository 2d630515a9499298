"""The pictures of the samples, drawn here so that their licence is clear. ``png(name)`` gives the file's bytes."""

import io
import math
from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from source.people import Figure, box, person

WIDTH, HEIGHT = 1280, 800  # drawn at twice the size, then halved, for smooth edges
INK = "#22303c"
SKY, GRASS, WATER = "#e6f1f7", "#a9c48a", "#9cc8e0"


@cache
def png(name: str) -> bytes:
    """Return the drawing ``name`` as PNG bytes (640 by 400 pixels, 64 colours)."""
    image = Image.new("RGB", (WIDTH, 120 if name == "band" else HEIGHT), "white")
    DRAWINGS[name](ImageDraw.Draw(image))
    image = image.resize((image.width // 2, image.height // 2), Image.Resampling.BOX)
    out = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def text(draw: ImageDraw.ImageDraw, x: float, y: float, words: str, size: int = 40, colour: str = INK) -> None:
    # The font comes with Pillow: no font of the machine is asked for.
    draw.text((x, y), words, font=ImageFont.load_default(size), fill=colour, anchor="mm")


def bridges(draw: ImageDraw.ImageDraw) -> None:
    for y, name in ((110, "beam"), (320, "arch"), (660, "suspension")):
        draw.rectangle([120, y, 1000, y + 26], fill="#8c8c8c")
        draw.rectangle([130, y + 26, 180, y + 110], fill="#6b6b6b")
        draw.rectangle([940, y + 26, 990, y + 110], fill="#6b6b6b")
        if name == "arch":
            draw.arc([180, y + 20, 940, y + 190], 180, 360, fill="#a5532f", width=22)
        if name == "suspension":
            for tower in (330, 790):
                draw.rectangle([tower - 12, y - 150, tower + 12, y + 110], fill="#a5532f")
            draw.arc([330, y - 290, 790, y - 10], 0, 180, fill=INK, width=8)
            draw.line([(120, y), (330, y - 150)], fill=INK, width=8)
            draw.line([(1000, y), (790, y - 150)], fill=INK, width=8)
        text(draw, 1140, y, name)


def testing(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([0, 0, WIDTH, HEIGHT], fill="#f7f3ea")
    draw.rectangle([380, 520, 900, 550], fill="#8a6d4b")
    for leg in (410, 850):
        draw.rectangle([leg, 550, leg + 24, 740], fill="#8a6d4b")
    draw.rectangle([450, 440, 490, 520], fill="#5b7553")
    draw.rectangle([790, 440, 830, 520], fill="#5b7553")
    draw.rectangle([440, 424, 840, 440], fill="#d9a441")
    draw.rectangle([600, 364, 670, 424], fill="#b23a48")
    person(draw, 220, 740, 460, Figure("deep", "#1d1715", "hair", "#e07a5f"))
    person(draw, 980, 740, 430, Figure("light", "#7a4a21", "long", "#3d7068"))
    person(draw, 1130, 740, 430, Figure("brown", "#32527b", "hijab", "#7b5ea7", sits=True))


def floating(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([140, 330, 1140, 700], fill=WATER)
    draw.line([(140, 220), (140, 700), (1140, 700), (1140, 220)], fill=INK, width=12)
    draw.polygon([(260, 300), (520, 300), (460, 380), (320, 380)], fill="#b5523b")
    draw.polygon([(390, 290), (390, 140), (500, 290)], fill="#f2e6c9", outline=INK)
    draw.ellipse([660, 300, 740, 360], fill="#c89b6a")
    text(draw, 700, 250, "cork")
    draw.ellipse([880, 600, 1010, 695], fill="#777777")
    text(draw, 945, 560, "stone")


def circuit(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([240, 180, 1040, 620], outline=INK, width=8)
    draw.rectangle([560, 150, 720, 210], fill="white")
    draw.line([(600, 130), (600, 230)], fill=INK, width=8)
    draw.line([(670, 155), (670, 205)], fill=INK, width=16)
    text(draw, 640, 90, "cell")
    draw.ellipse(box(1040, 400, 70), fill="white", outline=INK, width=8)
    draw.line([(990, 350), (1090, 450)], fill=INK, width=8)
    draw.line([(990, 450), (1090, 350)], fill=INK, width=8)
    text(draw, 1180, 400, "lamp")
    draw.rectangle([560, 590, 720, 650], fill="white")
    draw.line([(560, 620), (700, 550)], fill=INK, width=8)
    text(draw, 640, 700, "switch")


def peas(draw: ImageDraw.ImageDraw) -> None:
    for x, height in ((160, 480), (360, 220)):
        draw.line([(x, 700), (x, 700 - height)], fill="#3d7a3a", width=14)
        for step in range(60, height, 70):
            draw.ellipse([x, 680 - step, x + 80, 720 - step], fill="#5fa05a")
            draw.ellipse([x - 80, 650 - step, x, 690 - step], fill="#5fa05a")
    text(draw, 160, 750, "tall")
    text(draw, 360, 750, "dwarf")
    for row, (left, cells) in enumerate((("T", "TT Tt"), ("t", "Tt tt"))):
        text(draw, 600, 330 + row * 200, left, 60)
        for column, cell in enumerate(cells.split()):
            x, y = 680 + column * 200, 230 + row * 200
            draw.rectangle([x, y, x + 200, y + 200], outline=INK, width=6)
            text(draw, x + 100, y + 100, cell, 60)
    text(draw, 780, 180, "T", 60)
    text(draw, 980, 180, "t", 60)


def bars(draw: ImageDraw.ImageDraw) -> None:
    draw.line([(180, 100), (180, 660), (1220, 660)], fill=INK, width=6)
    values = (
        ("kettle", 500, "#b23a48"),
        ("lamp", 60, "#33658a"),
        ("fridge", 260, "#5b7553"),
        ("heater", 430, "#d9a441"),
    )
    for number, (name, height, colour) in enumerate(values):
        x = 240 + number * 240
        draw.rectangle([x, 660 - height, x + 150, 660], fill=colour)
        text(draw, x + 75, 710, name)
    text(draw, 90, 380, "watts")


def turbines(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([0, 0, WIDTH, 520], fill=SKY)
    draw.rectangle([0, 520, WIDTH, HEIGHT], fill=WATER)
    for x, y, size in ((340, 560, 1.0), (660, 540, 0.8), (930, 530, 0.7)):
        draw.rectangle([x - 9 * size, y - 400 * size, x + 9 * size, y], fill="#dddddd", outline="#aaaaaa")
        for angle in (-90, 30, 150):
            end = (
                x + 170 * size * math.cos(math.radians(angle)),
                y + (170 * math.sin(math.radians(angle)) - 400) * size,
            )
            draw.line([(x, y - 400 * size), end], fill="#c4c4c4", width=int(16 * size))
    draw.polygon([(0, 800), (0, 640), (420, 700), (620, 800)], fill=GRASS)
    draw.rectangle([60, 600, 200, 690], fill="white", outline=INK, width=4)
    draw.polygon([(50, 600), (130, 540), (210, 600)], fill="#6b4f4f")


def robot(draw: ImageDraw.ImageDraw) -> None:
    for n in range(6):
        draw.line([(190 + n * 180, 70), (190 + n * 180, 730)], fill="#b8b8b8", width=4)
    for n in range(5):
        draw.line([(190, 70 + n * 165), (1090, 70 + n * 165)], fill="#b8b8b8", width=4)
    draw.rounded_rectangle([220, 590, 340, 710], radius=20, fill="#33658a")
    draw.ellipse(box(260, 630, 14), fill="white")
    draw.ellipse(box(300, 630, 14), fill="white")
    draw.line([(350, 650), (640, 650), (640, 320), (980, 320), (980, 190)], fill="#e07a5f", width=14)
    draw.polygon([(980, 100), (1040, 180), (920, 180)], fill="#e07a5f")


def planets(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([0, 0, WIDTH, HEIGHT], fill="#101a33")
    draw.ellipse(box(0, 400, 150), fill="#f4c542")
    x = 200
    for radius, colour in ((14, "#b9a48c"), (24, "#e3c16f"), (26, "#4f8fd0"), (18, "#c65b3a")):
        x += 75
        draw.ellipse(box(x, 400, radius), fill=colour)
    for radius, colour in ((84, "#d8a878"), (66, "#e6cf9a"), (42, "#9fd4d8"), (40, "#4668c0")):
        x += 150
        draw.ellipse(box(x, 400, radius), fill=colour)
    draw.ellipse([690, 380, 910, 420], outline="#cbb78a", width=8)
    draw.ellipse(box(1230, 400, 9), fill="#d9c6b0")
    text(draw, 1200, 470, "Pluto", 34, "white")


def coins(draw: ImageDraw.ImageDraw) -> None:
    for x, value, radius, colour in (
        (220, "50p", 130, "#bfc4c9"), (520, "20p", 105, "#bfc4c9"), (800, "10p", 115, "#bfc4c9"), (1060, "2p", 118, "#b87333"),
    ):  # fmt: skip
        draw.ellipse(box(x, 400, radius), fill=colour, outline="#7a7a7a", width=8)
        text(draw, x, 400, value, 70)


def care(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([0, 0, WIDTH, HEIGHT], fill="#f2f6f4")
    person(draw, 330, 720, 520, Figure("light", "#c9c9c9", "bald", "#2f6f8f"))
    person(draw, 620, 720, 500, Figure("brown", "#e8e8e8", "hair", "#a24b5b", sits=True))
    person(draw, 980, 720, 520, Figure("deep", "#30507a", "hijab", "#4b8f6f"))


def site_team(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([0, 0, WIDTH, HEIGHT], fill=SKY)
    draw.rectangle([0, 700, WIDTH, HEIGHT], fill="#c9bfae")
    looks = (
        Figure("light", "#f2c230", "hat", "#e07a2f"),
        Figure("deep", "#f2f2f2", "hat", "#33658a"),
        Figure("brown", "#7a2f4b", "turban", "#e07a2f"),
        Figure("tan", "#f2c230", "hat", "#5b7553", sits=True),
    )
    for number, look in enumerate(looks):
        person(draw, 180 + number * 285, 740, 520, look)


def kitchen(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([0, 620, WIDTH, HEIGHT], fill="#d8c3a5")
    draw.rounded_rectangle([240, 360, 620, 620], radius=30, fill="#9aa5ad")
    draw.line([(620, 420), (860, 400)], fill="#6b4f3a", width=40)
    for x in (320, 430, 540):
        draw.arc([x, 160, x + 60, 250], 90, 270, fill="#8aa", width=8)
        draw.arc([x, 240, x + 60, 330], 270, 90, fill="#8aa", width=8)
    draw.rounded_rectangle([1000, 130, 1050, 560], radius=25, fill="white", outline=INK, width=6)
    draw.rectangle([1015, 330, 1035, 560], fill="#b23a48")
    draw.ellipse(box(1025, 570, 45), fill="#b23a48")


def beans(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle([0, 640, WIDTH, HEIGHT], fill="#cdb491")
    for number in range(3):
        x, height = 260 + number * 370, 60 + number * 130
        draw.polygon([(x - 110, 480), (x + 110, 480), (x + 80, 640), (x - 80, 640)], fill="#b5623b")
        draw.line([(x, 480), (x, 480 - height)], fill="#3d7a3a", width=14)
        draw.ellipse([x, 450 - height, x + 110, 510 - height], fill="#5fa05a")
        draw.ellipse([x - 110, 450 - height, x, 510 - height], fill="#5fa05a")
        text(draw, x, 700, f"day {3 + number * 5}")


def band(draw: ImageDraw.ImageDraw) -> None:
    for number, colour in enumerate(("#33658a", "#5b7553", "#d9a441", "#b5623b") * 4):
        draw.ellipse(box(50 + number * 80, 60, 28), fill=colour)


DRAWINGS: dict[str, Callable[[ImageDraw.ImageDraw], None]] = {
    "bridges": bridges,
    "testing": testing,
    "floating": floating,
    "circuit": circuit,
    "peas": peas,
    "bars": bars,
    "turbines": turbines,
    "robot": robot,
    "planets": planets,
    "coins": coins,
    "care": care,
    "site_team": site_team,
    "kitchen": kitchen,
    "beans": beans,
    "band": band,
}
