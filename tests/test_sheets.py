"""Pages of a PDF as pictures: where the words stand, what a page holds, and what is kept of it."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas
from streamlit.testing.v1 import AppTest
from test_ui import button, markup, outcomes, started, upload

from bias_audit.model import Block, Limits, Origin, Place, Run
from bias_audit.parsers import isolate
from bias_audit.ui import sheet_html, texts
from bias_audit.ui.intake import Review
from bias_audit.ui.sheet_html import characters

pytestmark = pytest.mark.usefixtures("reads_at_once")
LIMITS = Limits()
PATHWAYS = Path(__file__).parents[1] / "corpus_samples" / "higher-stem-pathways.pdf"


def pdf(*pages: str, turn: int = 0) -> bytes:
    """A PDF with a line of text on each page, 300 by 400 points."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(300, 400))
    for text in pages:
        canvas.setPageRotation(turn)
        for number, line in enumerate(text.split("\n")):
            canvas.drawString(60, 300 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def ink(data: bytes, number: int) -> tuple[float, float, float, float]:
    """Where there is anything on a page, as parts of its width and height."""
    page = isolate.page_picture(data, number, 1200, LIMITS)
    assert page is not None
    image = Image.open(io.BytesIO(page.data)).convert("L").point(lambda v: 255 if v > 128 else 0)
    assert image.size == (page.width, page.height)
    box = ImageChops.invert(image).getbbox()
    assert box is not None
    return box[0] / image.width, box[1] / image.height, box[2] / image.width, box[3] / image.height


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_lie_over_the_ink_however_the_page_is_turned(turn: int) -> None:
    data = pdf("fireman", turn=turn)
    [(box,)] = isolate.boxes(data, 1, [[(0, 7)]], LIMITS)
    left, top, right, bottom = ink(data, 1)
    assert box[0] - 0.01 < left < right < box[2] + 0.01 and box[1] - 0.01 < top < bottom < box[3] + 0.01
    assert max(box[2] - box[0], box[3] - box[1]) < 0.25


def test_words_over_two_lines_have_two_boxes() -> None:
    data = pdf("Only the brave\nfiremen came")
    [boxes] = isolate.boxes(data, 1, [[(0, 26)]], LIMITS)
    assert len(boxes) == 2 and boxes[0][3] < boxes[1][3]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken", PATHWAYS.read_bytes()[:3000]])
def test_page_that_cannot_be_drawn_is_none(data: bytes) -> None:
    assert isolate.page_picture(data, 1, 600, LIMITS) is None
    assert isolate.boxes(data, 1, [[(0, 3)], []], LIMITS) == ((), ())


@pytest.mark.parametrize("number", [0, 3, 10**6])
def test_page_that_there_is_not_is_none(number: int) -> None:
    assert isolate.page_picture(pdf("One", "Two"), number, 600, LIMITS) is None


def test_very_long_page_is_drawn_small() -> None:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(200, 14000))
    canvas.drawString(10, 13000, "Long")
    canvas.save()
    page = isolate.page_picture(written.getvalue(), 1, 1280, LIMITS)
    assert page is not None and page.width * page.height < 6_100_000


@pytest.mark.parametrize(
    ("header", "frames"),
    [
        ({}, [b"RIFF____WEBP"]),
        ({"width": 0, "height": 5}, [b"RIFF____WEBP"]),
        ({"width": 5, "height": 5}, [b"<svg onload=x>"]),
        ({"width": 5, "height": 5}, []),
    ],
)
def test_picture_that_makes_no_sense_is_none(header: dict[str, object], frames: list[bytes]) -> None:
    assert isolate._page_picture(header, frames) is None


@pytest.mark.parametrize(
    "rows", [None, 3, [[1]], [[[0, 0, 1]]], [[[0.5, 0, 0.4, 1]]], [[["x", 0, 1, 1]]], [[[0, 0, 9, 1]]]]
)
def test_boxes_that_make_no_sense_are_none(rows: object) -> None:
    assert isolate._boxes(rows) == ()


def test_characters_of_a_block_skip_what_has_no_origin() -> None:
    block = Block(
        "ab cd", "paragraph", Place(""), origin=Origin("page 1", (Run(0, 2, "char", 10), Run(3, 5, "char", 20)))
    )
    assert characters(block, 1, 5) == [(11, 1), (20, 2)]
    assert characters(block, 2, 3) == []
    assert characters(replace(block, origin=Origin("", (Run(0, 5, "text", 0),))), 0, 5) == []


# --- in the app ---------------------------------------------------------------------------------


def opened(data: bytes, name: str = "lesson.pdf") -> AppTest:
    return upload(started(), (name, data, "application/pdf"))


def test_pdf_is_shown_as_a_page_with_marks_that_open_their_card() -> None:
    app = opened(pdf("The fireman came.", "The chairman came."))
    page = markup(app)
    assert 'alt="Page 1 of 2 as it looks.' in page and "data:image/webp;base64," in page
    assert 'aria-label="fireman: Worth changing, Gender' in page and 'aria-current="true"' in page
    assert "ba-doc" not in page and "chairman:" not in page
    button(app, texts.NEXT).click().run()  # the next thing is on the next page
    assert not app.exception
    assert "Page 2 of 2" in markup(app) and 'aria-label="chairman:' in markup(app)


def test_pages_are_turned_and_only_those_asked_for_are_drawn() -> None:
    app = opened(pdf(*[f"Line {n}" for n in range(1, 40)], "The fireman came."))
    assert [number for _, number in app.session_state.sheets] == [40]
    where = next(box for box in app.selectbox if box.label == texts.PAGE_GO)
    assert where.options[39] == "Page 40 of 40: 1 mark"
    button(app, texts.PAGE_BACK).click().run()
    assert "Page 39 of 40" in markup(app)
    for number in range(1, 13):
        next(box for box in app.selectbox if box.label == texts.PAGE_GO).set_value(number).run()
    assert not app.exception
    assert [number for _, number in app.session_state.sheets] == list(range(5, 13))  # a few are kept


def test_plain_text_of_a_pdf_can_be_chosen() -> None:
    app = opened(pdf("The fireman came."))
    next(g for g in app.get("button_group") if g.label == texts.SHOW_AS).set_value(texts.AS_TEXT).run()
    assert not app.exception
    assert ">fireman</mark>" in markup(app) and "data:image/webp" not in markup(app)


def test_page_with_recognised_words_falls_back_to_text() -> None:
    app = opened(pdf("The fireman came.", "Nothing here."))
    key = next(iter(app.session_state.outcomes))
    review = next(outcomes(app))
    assert isinstance(review, Review)
    blocks = tuple(replace(block, origin=Origin()) for block in review.document.blocks)
    app.session_state.outcomes[key] = replace(review, document=replace(review.document, blocks=blocks))
    app.run()
    assert texts.PAGE_RECOGNISED in markup(app) and ">fireman</mark>" in markup(app)
    assert "Nothing here" not in markup(app)


def test_page_that_cannot_be_shown_falls_back_to_text() -> None:
    app = opened(pdf("The fireman came."))
    key = next(iter(app.session_state.outcomes))
    app.session_state.outcomes[key] = replace(app.session_state.outcomes[key], source=b"gone")
    app.session_state.sheets = {}
    app.run()
    assert texts.PAGE_NO_PICTURE in markup(app) and ">fireman</mark>" in markup(app)


def test_link_to_a_sentence_points_at_it_on_its_page() -> None:
    app = opened(pdf("The fireman came.", "Quiet words."))
    index = next(n for n, b in enumerate(next(outcomes(app)).document.blocks) if "Quiet" in b.text)
    app.session_state.spot = (app.session_state.document, index)
    app.run()
    assert f'id="ba-b{index}"' in markup(app) and "Page 2 of 2" in markup(app)
    button(app, texts.PAGE_BACK).click().run()
    assert "Page 1 of 2" in markup(app)


def test_words_of_a_page_are_never_read_as_html() -> None:
    evil = '"><img src=x onerror=alert(1)>'
    one = sheet_html.Marked(evil, 2, evil, evil, [(0, 1)])
    assert "<img" not in sheet_html.marks([(one, [(0.1, 0.1, 0.2, 0.2), (0.1, 0.2, 0.2, 0.3)])], 1)
