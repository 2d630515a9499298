"""The inventory of pictures: the same ones, photographs or drawings, and copies that are safe to show."""

import io
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from bias_audit.audit import analyse
from bias_audit.model import Block, Document, Picture, Place, Report
from bias_audit.parsers import isolate
from bias_audit.picture_looks import MOST_PIXELS, is_photograph, open_small
from bias_audit.pictures import inventory, thumbnail
from bias_audit.reports import people_lines
from bias_audit.reports.picture_rows import picture_rows

AT = Place("page 1")


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def camera(seed: int = 1, size: tuple[int, int] = (480, 320)) -> Image.Image:
    """As a camera sees: shapes out of focus and grain everywhere."""
    rng = random.Random(seed)
    image = Image.new("RGB", (24, 16))
    image.putdata([(rng.randrange(256), rng.randrange(256), rng.randrange(256)) for _ in range(24 * 16)])
    image = image.resize(size, Image.Resampling.BICUBIC)
    grain = Image.effect_noise(size, 40).convert("RGB")
    return Image.blend(image, grain, 0.2)


def drawing(word: str = "cell", size: tuple[int, int] = (480, 320)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((40, 40, 300, 280), fill="orange", outline="black", width=4)
    pen.rectangle((320, 60, 460, 200), fill="navy")
    pen.text((330, 230), word, fill="black", font_size=40)
    return image


def shown(*data: bytes) -> tuple[Picture, ...]:
    return inventory([Picture(Place(f"slide {n}"), data=d) for n, d in enumerate(data, 1)])


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (camera(), True),
        (camera().convert("L").convert("RGB"), True),
        (drawing(), False),
        (Image.new("RGB", (300, 200), "white"), False),
        (camera().resize((40, 30)), None),
    ],
    ids=["camera", "black and white", "drawing", "blank", "icon"],
)
def test_photograph_or_drawing(image: Image.Image, expected: bool | None) -> None:
    assert is_photograph(image) is expected


def test_photograph_cut_out_on_white_is_left_open() -> None:
    sheet = Image.new("RGB", (480, 320), "white")
    sheet.paste(camera().resize((340, 220)), (70, 50))
    assert is_photograph(sheet) is None


@pytest.mark.parametrize("original", [camera(), drawing()], ids=["camera", "drawing"])
@pytest.mark.parametrize(
    "again",
    [
        lambda i: saved(i),
        lambda i: saved(i, "JPEG", quality=60),
        lambda i: saved(i.resize((240, 160), Image.Resampling.LANCZOS), "JPEG", quality=80),
        lambda i: saved(i, "WEBP", quality=75),
        lambda i: saved(i.convert("RGBA")),
    ],
    ids=["same", "jpeg", "half", "webp", "with transparency"],
)
def test_same_picture_saved_again_counts_once(original: Image.Image, again: Callable[[Image.Image], bytes]) -> None:
    found = shown(saved(camera(9)), saved(original), again(original))
    assert [p.duplicate_of for p in found] == [None, None, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (camera(1), camera(2)),
        (drawing("cell"), drawing("wall")),
        (camera(), camera().transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
        (camera(), camera().convert("L")),
        (camera(), camera(size=(480, 300))),
        (Image.new("RGB", (90, 90), "white"), Image.new("RGB", (90, 90), "ivory")),
    ],
    ids=["two views", "another word", "mirrored", "without colour", "another shape", "pale"],
)
def test_pictures_that_differ_are_counted_apart(one: Image.Image, other: Image.Image) -> None:
    assert [p.duplicate_of for p in shown(saved(one), saved(other))] == [None, None]


def test_duplicates_point_to_the_first_of_them() -> None:
    a, b = saved(camera(1)), saved(drawing())
    assert [p.duplicate_of for p in shown(a, b, a, b, a)] == [None, None, 0, 1, 0]


def test_pictures_without_bytes_stay_as_they_were() -> None:
    bare = (Picture(AT, "A map", "written"), Picture(AT))
    assert inventory(bare) == bare
    assert inventory(()) == ()


@pytest.mark.parametrize("data", [b"not a picture", b"<svg/>", saved(drawing())[:60]])
def test_broken_pictures_are_not_looked_at_and_still_compared_by_bytes(data: bytes) -> None:
    assert [(p.photograph, p.faces, p.duplicate_of) for p in shown(data, data)] == [(None, None, None), (None, None, 0)]


def test_each_picture_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    real = isolate.looks
    monkeypatch.setattr(isolate, "looks", lambda data, limits: (looked.append(len(data)), real(data, limits))[1])
    shown(*[saved(drawing())] * 5)
    assert looked == [1]


@pytest.mark.parametrize(("width", "height", "opened"), [(4000, 5000, True), (4001, 5000, False)])
def test_size_is_asked_before_anything_is_decoded(width: int, height: int, opened: bool) -> None:
    data = saved(Image.new("1", (width, height), 1))  # valid either way, a few kilobytes
    assert (width * height <= MOST_PIXELS) is opened
    assert (open_small(data, 100) is not None) is opened
    assert bool(thumbnail(data)) is opened


def test_bombs_are_refused_without_a_warning() -> None:
    """Wider than the library itself would warn of, or refuse."""
    header = saved(Image.new("1", (8, 8)))
    for side in (12_000, 40_000):
        bomb = header[:16] + side.to_bytes(4) + side.to_bytes(4) + header[24:]
        assert open_small(bomb, 100) is None


def test_thumbnail_stands_upright_and_is_small() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held sideways
    with Image.open(io.BytesIO(thumbnail(saved(camera(), "JPEG", exif=exif), 100))) as small:
        assert (small.format, small.size) == ("PNG", (67, 100))


# --- in reports ---------------------------------------------------------------------------------


def report(*found: Picture) -> Report:
    made = analyse(Document("page.docx", "", "", (Block("Waves.", "paragraph", AT),)))
    return replace(made, pictures=found)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ((), ""),
        ((Picture(AT, photograph=False), Picture(AT)), ""),
        ((Picture(AT, photograph=True, faces=3), Picture(AT, photograph=False)),
         "3 faces seen in 1 picture that looks like a photograph; illustrations are not counted."),
        ((Picture(AT, photograph=True, faces=1), Picture(AT, photograph=True, faces=1, duplicate_of=0)),
         "1 face seen in 1 picture that looks like a photograph; illustrations are not counted."),
        ((Picture(AT, photograph=True, faces=0),) * 2,
         "No faces seen in 2 pictures that look like photographs; illustrations are not counted."),
        ((Picture(AT, photograph=True),),
         "Faces in photographs were not looked for: the part that finds them does not run on this computer."),
    ],
)  # fmt: skip
def test_report_says_how_many_faces_and_what_is_not_counted(found: tuple[Picture, ...], line: str) -> None:
    assert people_lines.faces_line(report(*found)) == line


def test_report_says_which_pictures_come_again() -> None:
    first = Picture(Place("slide 1"))
    assert people_lines.duplicates_line(report(first)) == ""
    again = [replace(first, place=Place(f"slide {n}"), duplicate_of=0) for n in range(2, 7)]
    once = "1 picture comes again: slide 2 repeats the one of slide 1."
    assert people_lines.duplicates_line(report(first, again[0])) == once
    beside = replace(again[0], place=first.place)
    assert people_lines.duplicates_line(report(first, beside)) == "1 picture comes again: slide 1 has it twice."
    assert people_lines.duplicates_line(report(first, *again)) == (
        "5 pictures come again: slide 2 repeats the one of slide 1; slide 3 repeats the one of slide 1; "
        "slide 4 repeats the one of slide 1 and 2 more."
    )


def test_pictures_that_cannot_be_checked_are_no_fault_and_equal_rows_are_one() -> None:
    pages = [Picture(Place(f"page {number}"), alt_quality="not checkable") for number in range(1, 13)]
    found = report(*pages)
    assert people_lines.pictures_line(found) == "12 pictures; the format does not let us check alt text."
    assert picture_rows(found) == [("page 1 to page 12, 12 pictures", "not known", "Cannot be checked in this format")]


def test_one_word_as_alt_text_is_said_to_be_one() -> None:
    lab, owl = Picture(AT, "Lab", "written"), Picture(AT, "An owl in a tree", "written")
    found = report(lab, owl, Picture(AT), Picture(AT), lab)
    assert people_lines.pictures_line(found) == (
        "5 pictures: 3 with usable alt text (2 of one word only); 2 without alt text."
    )
    assert picture_rows(found) == [
        (AT.label, "Lab", "Written, one word only"),
        (AT.label, "An owl in a tree", "Written"),
        (f"{AT.label}, 2 pictures", "none", "Missing"),
        (AT.label, "Lab", "Written, one word only"),
    ]


def test_analyse_looks_at_pictures_and_keeps_no_bytes() -> None:
    data = saved(drawing())
    made = analyse(Document("p.docx", "", "", (Block("Cells.", "paragraph", AT),), (Picture(AT, data=data),) * 2))
    assert [(p.photograph, p.duplicate_of, p.data) for p in made.pictures] == [(False, None, b""), (False, 0, b"")]
