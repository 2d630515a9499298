"""Words in pictures: what is read, what is refused, and what a report says about it."""

import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from typer.testing import CliRunner

from bias_audit import analyse, audit_bytes, audit_many, ocr_engine, ocr_lines, ocr_pixels, places
from bias_audit.cache_folder import cache_folder
from bias_audit.cli import app
from bias_audit.errors import Damaged, TooLarge
from bias_audit.model import Block, Document, Limits, Ocr, Picture, Place, Settings
from bias_audit.ocr import recognise
from bias_audit.ocr_engine import seen_in
from bias_audit.ocr_layout import paragraphs_of
from bias_audit.ocr_lines import Seen
from bias_audit.ocr_targets import Spot
from bias_audit.parsers import PARSERS, children, image, isolate, pdf
from bias_audit.parsers.docx import parse as parse_docx
from bias_audit.ui import intake

LESSON = """People who help us
Last week we went to see the fire station. A fireman showed us
the engine, and each of us could hold the hose for a minute.
Then we drew what we had seen and wrote three sentences.
Now plan a den for the playground. Every engineer must check
his drawing before the building starts."""


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No results of earlier runs."""
    monkeypatch.setenv(ocr_lines.CACHE, "off")
    monkeypatch.setattr(ocr_lines, "_memory", type(ocr_lines._memory)())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Image.Image]:
    """The pictures given to a recogniser that sees one sentence in each, in this process."""
    pictures: list[Image.Image] = []

    def see(picture: Image.Image) -> tuple[Seen, ...]:
        pictures.append(picture)
        return (Seen("A fireman held the hose.", 0.99, 10, 10, 200, 30),)

    here(monkeypatch, see)
    return pictures


def here(monkeypatch: pytest.MonkeyPatch, see: Callable[[Image.Image], tuple[Seen, ...]]) -> None:
    """Look at pictures in this process, with ``see`` as the recogniser."""
    monkeypatch.setattr(ocr_engine, "seen_in", see)
    look: Callable[..., object] = lambda spots, parts, limits: (ocr_engine.look(s, parts) for s in spots)  # noqa: E731
    monkeypatch.setattr(isolate, "words", look)


def drawn(text: str, size: tuple[int, int], letters: int = 24) -> Image.Image:
    """A picture with words on it."""
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).multiline_text((40, 30), text, "black", ImageFont.load_default(letters), spacing=10)
    return picture


def stored(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def scanned(*pages: Image.Image | str | None, size: tuple[float, float] = (595, 842)) -> bytes:
    """A PDF with a page for each: a picture that fills it, a line of text, or nothing."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=size)
    for page in pages:
        if isinstance(page, str):
            sheet.drawString(60, 700, page)
        elif page:
            sheet.drawImage(ImageReader(page), 0, 0, *size)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it is ``side`` pixels wide and high."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def with_picture(picture: bytes, *before: str) -> bytes:
    made = docx.Document()
    for text in before:
        made.add_paragraph(text)
    made.add_picture(io.BytesIO(picture))
    made.add_paragraph("After the picture.")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def codes(document: Document) -> dict[str, int]:
    return {warning.code: warning.count for warning in document.warnings}


# --- the real recogniser ------------------------------------------------------------------------


@pytest.mark.slow
def test_audit_finds_planted_words_on_a_scanned_page() -> None:
    data = scanned(drawn(LESSON, (900, 700)), None, "This page has text of its own.")
    report = audit_bytes(data, "scan.pdf")
    found = {place.text.lower(): (f, place) for f in report.findings for place in f.places}
    assert {"fireman", "his"} <= set(found), sorted(found)
    for finding, place in found.values():
        assert finding.severity <= 1 and finding.confidence == "please check"
        assert place.place.label == "page 1"
    assert found["his"][1].sentence == "Every engineer must check his drawing before the building starts."
    said = {warning.code: warning for warning in report.warnings}
    assert said["recognised-pages"].message.startswith("1 of 3 pages has no text of its own (page 1).")
    assert said["no-text-pages"].message.startswith("1 of 3 pages has no words that can be recognised")
    assert "(page 2)" in said["no-text-pages"].message


@pytest.mark.slow
def test_recognise_reads_a_picture_file() -> None:
    data = stored(drawn("A fireman came to school.\nWe asked five questions.", (500, 140)), "JPEG", quality=60)
    document = recognise(image.parse(data, "board.jpg"), data)
    assert [(b.text, b.place.label, b.recognised) for b in document.blocks] == [
        ("A fireman came to school. We asked five questions.", "picture", True)
    ]
    assert codes(document) == {"recognised-pages": 1}
    assert document.warnings[0].message.startswith("This picture has no text of its own. It was read by")
    assert [f.places[0].text for f in analyse(document).findings] == ["fireman"]


@pytest.mark.slow
def test_audit_reads_a_picture_inside_a_document() -> None:
    text = "Boys build the bridge.\nThe girls write the labels."
    report = audit_bytes(with_picture(stored(drawn(text, (480, 140))), "We look at a poster."), "poster.docx")
    assert "recognised-pictures" in {warning.code for warning in report.warnings}
    assert report.words == 5 + 3 + 9
    document = recognise(parse_docx(with_picture(stored(drawn(text, (480, 140))), *text.split("\n")), "a.docx"), b"")
    assert not any(block.recognised for block in document.blocks)  # the text says it already


SAMPLE = Path(__file__).parents[1] / "corpus_samples" / "higher-stem-pathways.pdf"
PLANTED = {
    "a maths brain",
    "Girls tend to find physics too technical",
    "too clever for an apprenticeship",
    "able-bodied",
}


@pytest.fixture(scope="module")
def scan_of_sample() -> bytes:
    """The first page of a sample lesson, as a scan of it."""
    with pdfium.PdfDocument(SAMPLE) as document:
        page = document[0]
        picture = page.render(scale=150 / 72).to_pil()
        page.close()
    return scanned(picture)


@pytest.fixture
def nothing_decoded_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process may open no picture and no PDF."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("decoded in the process that asked")

    monkeypatch.setattr(Image, "open", refuse)
    monkeypatch.setattr(pdfium.PdfDocument, "__init__", refuse)
    monkeypatch.setattr(pdfium.PdfDocument, "__del__", lambda self: None, raising=False)


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_decoded_here")
def test_scan_of_a_sample_lesson_has_its_planted_phrases(scan_of_sample: bytes) -> None:
    told: list[tuple[int, int]] = []
    report = audit_bytes(scan_of_sample, "scan.pdf", on_page=lambda *done: told.append(done))
    assert {place.text for finding in report.findings for place in finding.places} >= PLANTED
    assert told == [(1, 1)]
    never = audit_bytes(scan_of_sample, "scan.pdf", Settings(ocr="never"))
    assert (never.words, never.findings, never.settings.ocr) == (0, (), "never")
    assert never.warnings[0].message.startswith("The only page has no readable text.")


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_decoded_here")
def test_bomb_is_refused_in_the_child_and_the_next_picture_is_read() -> None:
    words = stored(drawn("A fireman came to school.", (500, 140)))
    parts = [bomb(), words, bomb(10_000), b"no picture"]
    found = list(isolate.words([Spot("picture", data=n) for n in range(4)], parts, Limits()))
    assert [lines is not None and [line.text for line in lines] for lines in found] == [
        False,
        ["A fireman came to school."],
        False,
        False,
    ]
    [child] = [child for child in children._idle if child.kind == "words"]
    assert child.files and child.memory < 1500


def test_document_without_pictures_starts_no_child_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    start = children._start
    monkeypatch.setattr(children, "_start", lambda kind: (started.append(kind), start(kind))[1])
    children.close()
    audit_bytes(SAMPLE.read_bytes(), "a.pdf")
    audit_bytes(b"A fireman came to school.", "a.txt", Settings(ocr="always"))
    assert started == ["reader"]


def test_kept_lines_start_no_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: list[Image.Image]) -> None:
    monkeypatch.setenv(ocr_lines.CACHE, str(tmp_path))
    data = scanned(drawn("One", (300, 200)), drawn("Two", (300, 200)))
    document = pdf.parse(data, "a.pdf")
    once = recognise(document, data)
    monkeypatch.setattr(isolate, "words", lambda spots, parts, limits: iter(spots and pytest.fail("asked again")))
    told: list[tuple[int, int]] = []
    assert recognise(document, data, on_page=lambda *done: told.append(done)) == once and len(asked) == 2
    assert told == [(1, 2), (2, 2)]


def test_reading_a_document_without_pictures_loads_no_recogniser(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(scanned("This page has text of its own."))
    code = (
        "import sys, bias_audit, bias_audit.parsers\n"
        "bias_audit.read(sys.argv[1])\n"
        "print([m for m in ('rapidocr', 'onnxruntime', 'cv2', 'bias_audit.ocr_engine') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.pdf")], capture_output=True, timeout=60)
    assert (result.stdout.strip(), result.returncode) == (b"[]", 0), result.stderr


# --- what is read, and what is said -------------------------------------------------------------


def test_never_says_how_many_pages_were_not_read(asked: list[Image.Image]) -> None:
    report = audit_bytes(
        scanned(drawn("Words", (300, 200)), None, "Text of its own."), "scan.pdf", Settings(ocr="never")
    )
    [warning] = report.warnings
    assert warning.code == "no-text-pages" and warning.message.startswith("2 of 3 pages have no readable text")
    assert asked == []


@pytest.mark.parametrize(
    ("mode", "pages", "places"),
    [
        ("auto", 2, ["page 1", "page 2", "page 3"]),
        ("always", 3, ["page 1", "page 2", "page 3", "page 3"]),
        ("never", 0, ["page 3"]),
    ],
)
def test_recognise_reads_the_pages_of_its_mode(
    asked: list[Image.Image], mode: Ocr, pages: int, places: list[str]
) -> None:
    data = scanned(drawn("One", (300, 200)), drawn("Two", (300, 200)), "This page has text of its own.")
    document = recognise(pdf.parse(data, "scan.pdf"), data, mode)
    assert len(asked) == pages
    assert [block.place.label for block in document.blocks] == places


def test_recognise_reads_a_picture_on_a_page_with_text(asked: list[Image.Image]) -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer)
    sheet.drawString(60, 700, "This page has text of its own.")
    sheet.drawImage(ImageReader(drawn("Poster", (300, 200))), 60, 300)  # not a JPEG: pdfium decodes it
    sheet.drawImage(ImageReader(drawn("x", (100, 30))), 60, 100)  # too small to hold words
    sheet.save()
    document = recognise(pdf.parse(buffer.getvalue(), "a.pdf"), buffer.getvalue())
    assert [picture.size for picture in asked] == [(300, 200)]
    assert [(b.kind, b.place.label, b.place.page) for b in document.blocks if b.recognised] == [
        ("caption", "page 1, words in a picture", 1)
    ]


def test_recognise_reads_no_more_than_the_most(asked: list[Image.Image]) -> None:
    data = scanned(*[drawn(f"Page {n}", (300, 200)) for n in range(4)])
    told: list[tuple[int, int]] = []
    document = recognise(pdf.parse(data, "a.pdf"), data, on_page=lambda *done: told.append(done), most=2)
    assert (len(asked), told) == (2, [(1, 2), (2, 2)])
    assert codes(document) == {"recognised-pages": 2, "recognition-limit": 2}
    assert "2 of 4 pages have no readable text and were not looked at: at most 2 pages" in document.warnings[1].message
    assert "(pages 3-4)" in document.warnings[1].message


def test_recognise_looks_at_a_picture_once_however_often_it_is_shown(asked: list[Image.Image]) -> None:
    data = stored(drawn("Logo", (300, 200)))
    pictures = tuple(Picture(places.slide(n), sha256="s", data=data, width=300, height=200) for n in (2, 3))
    blocks = tuple(Block(f"Slide {n}", "heading", places.slide(n)) for n in (1, 2, 3))
    document = recognise(Document("a.pptx", "x/presentation", "", blocks, pictures), b"")
    assert len(asked) == 1
    assert [b.place.label for b in document.blocks] == ["slide 1", "slide 2", "slide 2, words in a picture", "slide 3"]
    assert codes(document) == {"recognised-pictures": 1}


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([("Boys build the bridge", 0.95)], ["Boys build the bridge"]),
        ([("cork", 0.99), ("stone", 0.99)], []),  # the labels of a drawing
        ([("leaves and more leaves", 0.6)], []),  # not sure enough for a photograph
        ([("Already in the text here", 0.99)], []),
        ([("The alt text says it", 0.99)], []),
        ([("户 福", 0.99), ("●", 0.99)], []),
    ],
)
def test_recognise_keeps_what_a_picture_adds(
    monkeypatch: pytest.MonkeyPatch, lines: list[tuple[str, float]], kept: list[str]
) -> None:
    seen = tuple(Seen(text, score, 0, 40.0 * at, 200, 40.0 * at + 20) for at, (text, score) in enumerate(lines))
    here(monkeypatch, lambda picture: seen)
    picture = Picture(Place("paragraph 1"), "The alt text says it.", data=stored(drawn("", (300, 200))))
    text = Block("It is already in the text, here.", "paragraph", Place("paragraph 1"))
    document = recognise(Document("a.docx", "x/document", "", (text,), (picture,)), b"")
    assert [block.text for block in document.blocks[1:]] == kept


def test_recognise_says_when_the_recogniser_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_lines, "recogniser", lambda: "")
    data = scanned(drawn("One", (300, 200)))
    document = recognise(pdf.parse(data, "a.pdf"), data)
    assert codes(document) == {"no-text-pages": 1, "no-recogniser": 1}


# --- untrusted pictures -------------------------------------------------------------------------


def test_a_huge_page_is_rendered_small() -> None:
    data = scanned(None, size=(14_400, 9_000))
    picture = ocr_pixels.pixels(Spot("page"), [data])
    assert picture is not None and picture.width * picture.height <= ocr_pixels.MAX_PIXELS
    assert max(picture.size) <= ocr_pixels.MAX_SIDE


def test_a_page_with_a_picture_of_unsafe_size_is_not_rendered(asked: list[Image.Image]) -> None:
    data = scanned(drawn("One", (300, 200)), drawn("Two", (300, 210)))
    document = pdf.parse(data, "a.pdf")
    pictures = (replace(document.pictures[0], width=30_000, height=30_000), *document.pictures[1:])
    read = recognise(replace(document, pictures=pictures), data)
    assert len(asked) == 1
    assert codes(read) == {"recognised-pages": 1, "no-text-pages": 1}
    assert "damaged or too large" in read.warnings[1].message and "(page 1)" in read.warnings[1].message


def test_a_decompression_bomb_is_refused(asked: list[Image.Image]) -> None:
    with pytest.raises(TooLarge, match="Save a smaller copy"):
        image.parse(bomb(), "bomb.png")
    with pytest.raises(TooLarge, match="Save a smaller copy"):
        image.parse(bomb(10_000), "bomb.png")  # under Pillow's own limit
    inside = Picture(Place("paragraph 1"), data=bomb())
    assert recognise(Document("a.docx", "x/document", "", (), (inside,)), b"").blocks == ()
    assert asked == []


def test_a_broken_picture_is_damaged() -> None:
    data = stored(drawn("Words", (300, 200)))
    for broken in (data[: len(data) // 2], data[:20], b"\xff\xd8\xff\xe0 no picture"):
        with pytest.raises(Damaged, match="fresh copy"):
            image.parse(broken, "a.png")


def test_every_kind_of_picture_has_a_reader() -> None:
    assert [kind for kind in image.FORMATS.values() if kind not in PARSERS] == []


def test_progress_reaches_whoever_asked(asked: list[Image.Image], tmp_path: Path) -> None:
    data = scanned(drawn("One", (300, 200)), drawn("Two", (300, 200)))
    (tmp_path / "scan.pdf").write_bytes(data)
    told: list[tuple[int, int]] = []
    on_page: Callable[[int, int], None] = lambda *done: told.append(done)  # noqa: E731
    list(audit_many([tmp_path], on_page=on_page))
    intake.review(data, "scan.pdf", Settings(), on_page)
    intake.review(data, "scan.pdf", Settings(ocr="never"), on_page)
    assert told == [(1, 2), (2, 2)] * 2 and len(asked) == 2  # remembered from the first time


def test_a_tiff_of_several_pages_is_read_page_by_page(asked: list[Image.Image]) -> None:
    frames = [drawn(f"Page {n}", (300, 200 + n)).convert("1") for n in range(3)]
    data = stored(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    document = recognise(image.parse(data, "fax.tif"), data)
    assert document.units == 3
    assert [block.place.label for block in document.blocks] == ["page 1", "page 2", "page 3"]
    assert [picture.height for picture in asked] == [200, 201, 202]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "CMYK", "I;16"])
def test_prepared_gives_colours_on_white_whatever_the_picture_is_made_of(mode: str) -> None:
    clear = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(clear).rectangle((50, 50, 150, 150), (0, 0, 0, 255))
    if mode in ("RGBA", "LA"):
        picture = clear.convert(mode)
    else:
        flat = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
        picture = flat.convert("L").convert(mode) if mode == "I;16" else flat.convert(mode)
    ready = ocr_pixels.prepared(picture)
    assert (ready.mode, ready.size) == ("RGB", (300, 200))
    assert min(ready.getpixel((10, 10))) > 240 and max(ready.getpixel((100, 100))) < 15  # type: ignore[type-var,arg-type]


# --- results that are kept ----------------------------------------------------------------------


def test_lines_are_kept_by_the_bytes_and_never_by_the_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: list[Image.Image]
) -> None:
    monkeypatch.setenv(ocr_lines.CACHE, str(tmp_path / "kept"))

    def read(data: bytes, name: str) -> list[str]:
        ocr_lines._memory.clear()
        return [block.text for block in recognise(image.parse(data, name), data).blocks]

    data = stored(drawn("Words", (300, 200)))
    assert read(data, "a.png") == read(data, "b.png") == ["A fireman held the hose."] and len(asked) == 1
    [file] = (tmp_path / "kept").iterdir()
    for broken in ("[[1]]", "[[1, 1, 1, 1, 1, 1]]", '[["A", NaN, 1, 1, 1, 1]]', "{}x"):
        file.write_text(broken, "utf-8")  # not ours: recognised anew
        asked.clear()
        assert read(data, "a.png") == ["A fireman held the hose."] and len(asked) == 1
    read(stored(drawn("Others", (300, 200))), "a.png")
    assert len(asked) == 2


def test_lines_come_back_as_they_were_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(ocr_lines.CACHE, str(tmp_path))
    lines = (Seen("Ùne “line”", 0.91, 1.5, 2, 3, 4),)
    ocr_lines.keep("name", lines)
    ocr_lines._memory.clear()
    assert ocr_lines.kept("name") == lines
    assert (tmp_path / "name.json").stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_pages_of_a_file_are_kept_apart() -> None:
    names = {ocr_lines.name_of(Spot("page", number=n), "digest") for n in (1, 2)}
    assert len(names) == 2
    assert ocr_lines.name_of(Spot("picture", data=3), "d") == ocr_lines.name_of(Spot("picture", data=5), "d")


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {}, ".cache/bias-audit/ocr"),
        ("linux", {"XDG_CACHE_HOME": "/c"}, "/c/bias-audit/ocr"),
        ("darwin", {}, "Library/Caches/bias-audit/ocr"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/bias-audit/ocr"),
        ("linux", {"BIAS_AUDIT_OCR_CACHE": "/own"}, "/own"),
        ("linux", {"BIAS_AUDIT_OCR_CACHE": "off"}, None),
    ],
)
def test_cache_folder_is_where_the_platform_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], folder: str | None
) -> None:
    for name in (ocr_lines.CACHE, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder("ocr") == (Path.home() / folder if folder else None)


def test_an_even_picture_is_not_given_to_the_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse: Callable[[], None] = lambda: pytest.fail("nothing is on it")  # noqa: E731
    monkeypatch.setattr(ocr_engine, "_engine", refuse)
    assert seen_in(Image.new("L", (300, 200), 250)) == ()


# --- layout -------------------------------------------------------------------------------------


def test_paragraphs_of_joins_lines_whose_boxes_differ() -> None:
    lines = [
        Seen("The engineer checked the drawing and the", 0.9, 100, 100, 500, 124),
        Seen("Planning a bridge", 0.9, 100, 40, 400, 84),
        Seen("span, and she found a mis-", 0.9, 101, 131, 490, 150),
        Seen("take in it.", 0.9, 100, 160, 200, 181),
        Seen("1. Draw a beam.", 0.9, 100, 230, 300, 252),
    ]
    assert paragraphs_of(lines) == [
        ("Planning a bridge", False),
        ("The engineer checked the drawing and the span, and she found a mistake in it.", False),
        ("Draw a beam.", True),
    ]


# --- the command line ---------------------------------------------------------------------------


def test_read_has_the_mode_for_this_run_only(asked: list[Image.Image], tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scanned(drawn("One", (300, 200))))
    command = ["read", str(tmp_path / "scan.pdf")]
    never = CliRunner().invoke(app, [*command, "--ocr", "never"])
    assert "no readable text" in never.stdout and asked == []
    usual = CliRunner().invoke(app, command)
    assert "[page 1 · paragraph · recognised] A fireman held the hose." in usual.stdout and len(asked) == 1
    assert CliRunner().invoke(app, [*command, "--ocr", "sometimes"]).exit_code == 2
