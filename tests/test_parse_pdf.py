import io
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import reportlab
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber import table as ruling
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bias_audit.errors import Damaged, Empty, Encrypted, ReadError
from bias_audit.model import Document
from bias_audit.parsers.pdf import parse
from bias_audit.parsers.pdf_calls import Box
from bias_audit.parsers.pdf_tables import cells_between, crossings, smallest_cells

LEFT = [
    "The first column tells how the bridge",
    "was built by a team of four people who",
    "came from the village and from the town",
    "nearby, and how each of them found the",
    "part of the work that suited them best.",
    "They met every week in the small hall.",
]
RIGHT = [
    "The second column is about the ship that",
    "passed below it on the day it was opened,",
    "with a band on deck and flags all over,",
    "and about the child who threw a ribbon",
    "down to the crew. The captain caught it",
    "and wore it for the rest of her life.",
]


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def written(*lines: str) -> bytes:
    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            canvas.drawString(72, 760 - 14 * at, line)

    return drawn(draw)


def in_vera(*lines: str) -> bytes:
    """Lines in a font that says which characters its glyphs are."""
    registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 11)
        for at, line in enumerate(lines):
            canvas.drawString(72, 700 - 14 * at, line)

    return drawn(draw)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def assert_runs_hold(data: bytes, document: Document) -> None:
    """Every run gives the characters that pdfium has on that page, ligatures and hyphens aside."""
    pdf = pdfium.PdfDocument(data)
    for block in document.blocks:
        page = pdf[int(block.origin.part.removeprefix("page ")) - 1]
        textpage = page.get_textpage()
        for run in block.origin.runs:
            source = textpage.get_text_range(run.offset, run.end - run.start).replace("\ufffe", "-")
            wanted = block.text[run.start : run.end]
            assert source == wanted or source in ("ﬁ", "ﬂ", "\xa0"), (source, wanted)
        textpage.close()
        page.close()
    pdf.close()


def test_parse_joins_lines_to_paragraphs() -> None:
    data = written(
        "The baker opens the shop at six every day of the year, and her",
        "sister joins her at eight.",
        "",
        "A new one.",
    )
    document = parse(data, "a.pdf")
    assert texts(document) == [
        "The baker opens the shop at six every day of the year, and her sister joins her at eight.",
        "A new one.",
    ]
    assert {block.place.label for block in document.blocks} == {"page 1"}
    assert document.units == 1
    assert_runs_hold(data, document)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Draw a plan.", "Decide what materials", "I will need."),
            ["Draw a plan.", "Decide what materials I will need."],
        ),
        (("We are going to ____", "I want to ____"), ["We are going to ____", "I want to ____"]),
    ],
)
def test_parse_joins_ragged_lines_that_go_on_with_i(lines: tuple[str, ...], expected: list[str]) -> None:
    wide = "This line is as wide as the page, so that the others end early of their own will, and on purpose."
    assert texts(parse(written(wide, "", *lines), "a.pdf"))[1:] == expected


@pytest.mark.parametrize("by_rows", [False, True])
def test_parse_reads_columns_one_after_the_other(by_rows: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 790, "The bridge and the ship, a story told from two sides")
        canvas.setFont("Helvetica", 11)
        jobs = [(72, 760 - 14 * at, line) for at, line in enumerate(LEFT)]
        jobs += [(310, 760 - 14 * at, line) for at, line in enumerate(RIGHT)]
        if by_rows:
            jobs.sort(key=lambda job: (-job[1], job[0]))
        for x, y, line in jobs:
            canvas.drawString(x, y, line)

    data = drawn(draw)
    document = parse(data, "a.pdf")
    joined = " ".join(texts(document)[1:])
    assert joined == " ".join(LEFT + RIGHT)
    assert document.blocks[0].kind == "heading"
    assert_runs_hold(data, document)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("The engineers were very proud of their inter-", "national team."),
            "The engineers were very proud of their international team.",
        ),
        (
            ("The engineers were very proud of their well-", "known team."),
            "The engineers were very proud of their well-known team.",
        ),
        (
            ("A day-long walk and then another day-", "long walk home again."),
            "A day-long walk and then another day-long walk home again.",
        ),
    ],
)
def test_parse_joins_words_broken_at_line_ends(lines: tuple[str, ...], expected: str) -> None:
    data = written(*lines)
    document = parse(data, "a.pdf")
    assert texts(document) == [expected]
    assert_runs_hold(data, document)


def test_parse_reads_running_headers_and_footers_once() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(1, 5):
            canvas.setFont("Helvetica", 11)
            canvas.drawString(72, 810, "Careers week, unit 3")
            canvas.drawString(72, 700, f"What is said on sheet {'abcd'[number - 1]} only.")
            canvas.drawString(72, 30, f"Page {number} of 4")
            canvas.showPage()

    document = parse(drawn(draw), "a.pdf")
    kinds = [block.kind for block in document.blocks]
    assert kinds.count("header") == 1 and kinds.count("footer") == 1
    assert kinds.count("paragraph") == 4


def test_parse_places_the_cells_of_ruled_tables() -> None:
    rows = [
        ("Time", "Activity", "Who"),
        ("5 min", "Settle the class", "Teacher"),
        ("20 min", "Build a bridge", "Pairs"),
    ]

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 780, "Before the table.")
        canvas.grid([72, 150, 300, 400], [760, 735, 710, 685])
        for row, words in enumerate(rows):
            for x, word in zip((76, 154, 304), words, strict=True):
                canvas.drawString(x, 743 - 25 * row, word)
        canvas.drawString(72, 650, "After the table.")

    data = drawn(draw)
    document = parse(data, "a.pdf")
    cells = [block for block in document.blocks if block.kind == "cell"]
    assert [(cell.place.row, cell.place.column, cell.text) for cell in cells] == [
        (row, column, word) for row, words in enumerate(rows, 1) for column, word in enumerate(words, 1)
    ]
    assert cells[4].place.label == "page 1, table 1, row 2, column 2"
    assert texts(document)[0] == "Before the table." and texts(document)[-1] == "After the table."
    assert len(document.blocks) == 11
    assert_runs_hold(data, document)


def level(y: float, x0: float = 0, x1: float = 200) -> Box:
    return x0, y, x1, y


def upright(x: float, y0: float = 0, y1: float = 100) -> Box:
    return x, y0, x, y1


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        ([level(0), level(50), level(100), upright(0), upright(100), upright(200)], ["1,1", "1,2", "2,1", "2,2"]),
        (
            [level(0, 0, 99), level(1, 101), level(50), level(100), upright(0), upright(100), upright(200)],
            ["1,1", "1,2", "2,1", "2,2"],
        ),
        ([level(0), level(50), level(100), upright(0), upright(100, 0, 50), upright(200)], ["1,1", "2,1", "2,2"]),
        ([level(0), level(50), level(100), upright(0), upright(200)], []),
        ([level(0), level(50), level(100)], []),
    ],
    ids=["grid", "rules that nearly meet", "merged cells", "two boxes", "lines on one side"],
)
def test_cells_between_finds_boxes_that_rules_enclose(edges: list[Box], found: list[str]) -> None:
    assert [f"{cell.row},{cell.column}" for cell in cells_between(edges)] == found


EVEN = st.sampled_from([0.0, 2.0, 20.0, 40.0, 42.0, 60.0, 80.0])


@given(
    st.lists(st.tuples(EVEN, EVEN, EVEN), max_size=30).map(
        lambda lines: [(x, min(y, z), x, max(y, z)) for x, y, z in lines if y != z]
    ),
    st.lists(st.tuples(EVEN, EVEN, EVEN), max_size=30).map(
        lambda lines: [(min(x, z), y, max(x, z), y) for x, y, z in lines if x != z]
    ),
)
def test_smallest_cells_are_those_of_pdfplumber(uprights: list[Box], levels: list[Box]) -> None:
    lines = [
        {"orientation": kind, "object_type": "line", "x0": x0, "top": top, "x1": x1, "bottom": bottom}
        for kind, boxes in (("v", uprights), ("h", levels))
        for x0, top, x1, bottom in boxes
    ]
    expected = ruling.intersections_to_cells(ruling.edges_to_intersections(lines, 3, 3))
    assert smallest_cells(crossings(lines)) == expected


def test_parse_places_the_words_of_a_very_full_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 4)
        for row in range(100):
            canvas.drawString(40, 800 - 7 * row, " ".join(f"word{row}x{at}" for at in range(24)))

    words = " ".join(block.text for block in parse(drawn(draw), "a.pdf").blocks).split()
    assert words == [f"word{row}x{at}" for row in range(100) for at in range(24)]


def test_parse_does_not_take_a_box_for_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 600, 300, 200)
        canvas.drawString(72, 760, "Words in a frame.")

    assert [block.kind for block in parse(drawn(draw), "a.pdf").blocks] == ["paragraph"]


def test_parse_turns_ligatures_into_letters() -> None:
    document = parse(in_vera("The ﬁrst ﬂight"), "a.pdf")
    block = document.blocks[0]
    assert block.text == "The first flight"
    # pdfium counts the letters of a ligature one by one
    assert [(run.start, run.end, run.offset) for run in block.origin.runs] == [(0, 16, 0)]


def test_parse_knows_headings_lists_and_teacher_notes() -> None:
    def draw(canvas: Canvas) -> None:
        y = 790
        for font, size, text in [
            ("Helvetica-Bold", 22, "People who build"),
            ("Helvetica", 11, "Everyone can learn to build a bridge that will carry a person."),
            ("Helvetica", 11, "\u2022 Paper and tape"),
            ("Helvetica", 11, "2. A pair of scissors"),
            ("Helvetica-Bold", 15, "Teacher notes"),
            ("Helvetica", 11, "Make sure that all of the groups have a go."),
            ("Helvetica-Bold", 15, "Task"),
            ("Helvetica", 11, "Now build one."),
        ]:
            canvas.setFont(font, size)
            canvas.drawString(72, y, text)
            y -= 34

    blocks = parse(drawn(draw), "a.pdf").blocks
    assert [(block.kind, block.level) for block in blocks] == [
        ("heading", 1), ("paragraph", 0), ("list", 1), ("list", 1),
        ("heading", 2), ("paragraph", 0), ("heading", 2), ("paragraph", 0),
    ]  # fmt: skip
    assert [block.text for block in blocks if block.kind == "list"] == [
        "Paper and tape",
        "A pair of scissors",
    ]
    assert [block.audience for block in blocks][4:] == ["teacher", "teacher", "learner", "learner"]
    assert blocks[5].place.section == "Teacher notes"


def test_parse_takes_headings_beside_each_other_for_heads_of_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 780, "What people say")
        for x, head in zip((72, 240, 400), ("THEMES", "EXAMPLES", "MESSAGE"), strict=True):
            canvas.drawString(x, 740 if x < 400 else 741, head)
        canvas.setFont("Helvetica", 11)
        for at in range(4):
            canvas.drawString(72, 716 - 14 * at, "Everyone can learn to build a bridge that will carry a person over.")

    blocks = parse(drawn(draw), "a.pdf").blocks
    assert [block.text for block in blocks if block.kind == "heading"] == ["What people say"]
    assert {block.place.section for block in blocks[1:]} == {"What people say"}


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("7.4.1 The first lesson", True),
        ("7.4.1 Name the parts of the bridge.", False),  # a question, or a sentence
        ("7.5.1 The first lesson", False),  # of another part
    ],
)
def test_parse_takes_a_numbered_line_under_its_heading_for_one(line: str, heads: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 780, "7.4 Lessons")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 740, line)
        canvas.drawString(72, 720, "7.4.1.2 Loops" if heads else "")
        canvas.drawString(72, 700, "Everyone can learn to build a bridge that will carry a person over.")
        canvas.drawString(72, 686, "Everyone can learn to build a bridge that will carry a person over.")

    blocks = parse(drawn(draw), "a.pdf").blocks
    assert [b.text for b in blocks if b.kind == "heading"] == ["7.4 Lessons", *[line, "7.4.1.2 Loops"] * heads]


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        (("7.4.1 Day 1", "Look at the bridge."), 1),
        (("7.4.1 The first lesson", "Look.", "7.4.2 Group #2", "Look.", "7.4.3 Bridges (for all)", "Look."), 3),
        (("7.4.1 Day 1", "7.4.1.1 Group 1", "Look at the bridge."), 2),
        (
            ("7.4.1 " + "A lesson about bridges and whoever is to walk over them " * 2 + "today", "Look."),
            1,
        ),  # two lines
        (("7.4.2 Day 2", "Look at the bridge."), 0),  # not the first
        (("7.4.1 The first lesson", "Look.", "7.4.3 Day 3", "Look."), 1),  # not the next
        (("7.4.1 Take group 1", "7.4.2 Take group 2", "7.4.3 Take group 3"), 0),  # a list without text between
        (("7.4.1 Work out 3 + 4", "Answer", "7.4.2 Work out 5 + 4", "Answer"), 0),
        (("7.4.1 Bring for group 1:", "Paper and tape"), 0),
        (("7.4.1 " + "Everyone can learn to build a bridge that will carry a person over. " * 2, "Look."), 0),
    ],
)
def test_parse_takes_the_next_number_with_text_of_its_own_for_a_heading(lines: tuple[str, ...], heads: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 780, "7.4 Lessons")
        canvas.setFont("Helvetica", 9)
        for at, line in enumerate(lines):
            canvas.drawString(72, 740 - 40 * at, line[:90])
            canvas.drawString(72, 729 - 40 * at, line[90:])
        for at in range(3):
            canvas.drawString(
                72, 400 - 11 * at, "Everyone can learn to build a bridge that will carry a person over it."
            )

    found = [block.text for block in parse(drawn(draw), "a.pdf").blocks if block.kind == "heading"]
    assert len(found) == heads + 1


def test_parse_takes_what_the_contents_name_for_headings() -> None:
    named = ("1.1 Transitions", "1.2 Road signs – where you are going", "1.3 The end")

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for at, line in enumerate(named):
            canvas.drawString(72, 780 - 40 * at, line)
        for at, line in enumerate(("1.1 Transitions", "1.2 Road signs", "1.3 Answers, please")):
            canvas.drawString(72, 600 - 80 * at, line)
            canvas.drawString(72, 570 - 80 * at, "Everyone can learn to build a bridge that will carry a person over.")

    blocks = parse(drawn(draw), "a.pdf").blocks
    assert [block.text for block in blocks if block.kind == "heading"] == ["1.1 Transitions", "1.2 Road signs"]


@pytest.mark.parametrize(("size", "kinds"), [(16, ["heading"] * 3), (9, ["header"])])
def test_parse_takes_a_large_title_on_every_page_for_a_heading(size: int, kinds: list[str]) -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(3):
            canvas.setFont("Helvetica", size)
            canvas.drawString(72, 800, "What people say")
            canvas.setFont("Helvetica", 11)
            for at in range(4):
                canvas.drawString(
                    72, 700 - 14 * at, "Everyone can learn to build a bridge that will carry a person over."
                )
            canvas.showPage()

    blocks = parse(drawn(draw), "a.pdf").blocks
    assert [block.kind for block in blocks if block.text == "What people say"] == kinds


def test_parse_takes_no_line_of_contents_for_a_heading() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 780, "Contents")
        canvas.drawString(72, 740, "What people say . . . . . . 4")
        canvas.setFont("Helvetica", 11)
        for at in range(4):
            canvas.drawString(72, 700 - 14 * at, "Everyone can learn to build a bridge that will carry a person over.")

    blocks = parse(drawn(draw), "a.pdf").blocks
    assert [block.text for block in blocks if block.kind == "heading"] == ["Contents"]


def test_parse_says_which_pages_have_no_text() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("RGB", (64, 48), "green"))

    def draw(canvas: Canvas) -> None:
        for number in range(1, 7):
            if number in (2, 4, 5):
                canvas.drawImage(picture, 50, 400, 300, 200)
            else:
                canvas.drawString(72, 700, f"Some words on sheet {number}")
            canvas.showPage()

    document = parse(drawn(draw), "a.pdf")
    warning = next(warning for warning in document.warnings if warning.code == "no-text-pages")
    assert warning.message.startswith("3 of 6 pages have no readable text (pages 2, 4-5). They may be scans")
    assert warning.count == 3
    assert [picture.place.page for picture in document.pictures] == [2, 4, 5]
    assert {(picture.width, picture.height, picture.alt_quality) for picture in document.pictures} == {
        (64, 48, "not checkable")
    }


def test_parse_warns_when_nothing_can_be_read() -> None:
    document = parse(drawn(lambda canvas: canvas.rect(10, 10, 50, 50)), "a.pdf")
    assert document.blocks == () and document.warnings[0].code == "no-text-pages"
    assert document.warnings[0].message.startswith("The only page has no readable text")


def test_parse_warns_about_glued_words() -> None:
    line = "thechildrenwenttotheriverandcountedthebirds"
    document = parse(written(*[line] * 6), "a.pdf")
    found = [warning for warning in document.warnings if warning.code == "glued-words"]
    assert [warning.count for warning in found] == [6]
    assert found[0].message.startswith("6 stretches of text")


@pytest.mark.parametrize("gap", [150, 250, 400])
def test_parse_restores_spaces_that_only_the_positions_show(gap: int) -> None:
    words = "Requires skilled staff for every part of the work".split()

    def draw(canvas: Canvas) -> None:
        kerned = f" -{gap} ".join(f"({word})" for word in words)
        canvas._code.append(f"BT /F1 11 Tf 1 0 0 1 72 760 Tm [{kerned}] TJ ET")

    document = parse(drawn(draw), "a.pdf")
    assert texts(document) == [" ".join(words)]
    assert document.warnings == ()


def drawn_apart(gap: float, space: float, text: str) -> bytes:
    """Every letter drawn on its own, ``gap`` sizes after the one before; words ``space`` sizes apart."""

    def draw(canvas: Canvas) -> None:
        x = 72.0
        for letter in text:
            if letter == " ":
                x += 11 * (space - gap)
            else:
                canvas.drawString(x, 760, letter)
                x += stringWidth(letter, "Helvetica", 11) + 11 * gap

    return drawn(draw)


@pytest.mark.parametrize(("gap", "space"), [(0.0, 0.28), (0.1, 0.4), (0.15, 0.4), (0.2, 0.5), (0.3, 0.8)])
def test_parse_joins_letters_that_are_drawn_one_by_one(gap: float, space: float) -> None:
    text = "The nurse washes her hands"
    data = drawn_apart(gap, space, text)
    document = parse(data, "a.pdf")
    assert texts(document) == [text]
    assert_runs_hold(data, document)


def test_parse_joins_the_letters_of_one_word() -> None:
    assert texts(parse(drawn_apart(0.25, 0.25, "WELCOME"), "a.pdf")) == ["WELCOME"]


def test_parse_leaves_labels_and_letters_with_typed_spaces_apart() -> None:
    data = drawn_apart(0.9, 0.9, "ABCDE")
    assert texts(parse(data, "a.pdf")) == ["A B C D E"]
    assert texts(parse(written("Spell it: n u r s e, please."), "a.pdf")) == ["Spell it: n u r s e, please."]


@pytest.mark.parametrize("gap", [50, 80, 110])
def test_parse_finds_words_in_text_without_spaces_by_narrow_gaps(gap: int) -> None:
    words = "Requires skilled staff for every part of the work".split()

    def draw(canvas: Canvas) -> None:
        kerned = f" -{gap} ".join(f"({word})" for word in words)
        canvas._code.append(f"BT /F1 11 Tf 1 0 0 1 72 760 Tm [{kerned}] TJ ET")

    data = drawn(draw)
    document = parse(data, "a.pdf")
    assert texts(document) == [" ".join(words)] and document.warnings == ()
    assert_runs_hold(data, document)


def test_parse_leaves_long_words_whole() -> None:
    text = "The internationalisation of AVAILABLE Type and Work Tomorrow: uncharacteristically so."
    document = parse(written(*LEFT, "", text), "a.pdf")
    assert texts(document)[-1] == text and document.warnings == ()


def test_parse_says_on_which_pages_words_are_glued() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(1, 5):
            canvas.drawString(72, 700, "The work is shared by the whole team.")
            if number in (2, 4):
                canvas.drawString(72, 680, "Requiresskilledmanpowerforeverypart")
            canvas.drawString(72, 660, "See www.thinkoutsidetheclassroomeveryday.org")
            canvas.showPage()

    found = parse(drawn(draw), "a.pdf").warnings
    assert [(warning.code, warning.count) for warning in found] == [("glued-words", 2)]
    assert found[0].message == (
        "2 stretches of text on 2 of 4 pages (pages 2, 4) have no spaces between the words, so they could not be "
        "checked. If you have the original document, use that instead."
    )


def test_parse_keeps_running_headers_out_of_sentences_across_pages() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(1, 4):
            canvas.drawString(72, 800, "Careers week, unit 3")
            for at, line in enumerate(LEFT[number:] + LEFT[:number]):
                canvas.drawString(72, 720 - 14 * at, line)
            canvas.drawString(72, 40, f"Made for the schools of the town, page {number}")
            canvas.showPage()

    document = parse(drawn(draw), "a.pdf")
    flow = " ".join(block.text for block in document.blocks if block.kind not in ("header", "footer"))
    assert flow == " ".join(" ".join(LEFT[number:] + LEFT[:number]) for number in range(1, 4))
    assert sum("Careers week" in text for text in texts(document)) == 1
    assert sum("schools of the town" in text for text in texts(document)) == 1


def test_parse_leaves_out_soft_hyphens_and_keeps_places() -> None:
    data = in_vera("The engi\u00adneers build a bridge of pa\u00ad", "per and tape for the whole class.")
    document = parse(data, "a.pdf")
    assert texts(document) == ["The engineers build a bridge of paper and tape for the whole class."]
    assert_runs_hold(data, document)


def in_private_letters(text: str) -> bytes:
    """A PDF whose font says that its letters are characters of private use."""
    cmap = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange"
    content = f"BT /F1 11 Tf 72 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap) + 8, cmap + b" endcmap"),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, each) for at, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Size 7 >>\n%%EOF\n"


def test_parse_warns_about_fonts_that_hide_their_letters() -> None:
    document = parse(in_private_letters("The baker opens the shop at six every day"), "a.pdf")
    found = [warning for warning in document.warnings if warning.code == "unreadable-fonts"]
    assert [warning.count for warning in found] == [1]
    assert "1 of 1 pages" in found[0].message and "page 1" in found[0].message


def test_parse_says_nothing_about_ordinary_fonts() -> None:
    document = parse(written("The baker opens the shop at six every day."), "a.pdf")
    assert document.warnings == ()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_parse_reads_turned_pages(turn: int) -> None:
    lines = ("The baker opens the shop at six every day of the year, and her", "sister joins her at eight.")

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        if turn:
            canvas.translate(300, 400)
            canvas.rotate(turn)
            canvas.translate(-150, -20)
        for at, line in enumerate(lines):
            canvas.drawString(0, 40 - 14 * at, line)

    assert texts(parse(drawn(draw), "a.pdf")) == [" ".join(lines)]


def test_parse_refuses_a_protected_file() -> None:
    data = drawn(lambda canvas: canvas.drawString(72, 700, "Secret"), encrypt=StandardEncryption("word", strength=128))
    with pytest.raises(Encrypted, match="protected by a password"):
        parse(data, "a.pdf")


def test_parse_refuses_empty_and_damaged_files() -> None:
    with pytest.raises(Empty):
        parse(b"", "a.pdf")
    with pytest.raises(Damaged, match="Fetch it again"):
        parse(b"%PDF-1.4 and then nothing", "a.pdf")


def test_parse_is_deterministic() -> None:
    data = written(*LEFT)
    assert parse(data, "a.pdf") == parse(data, "a.pdf")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_parse_raises_only_read_errors(data: st.DataObject) -> None:
    whole = written("Some words", "- and more of them")
    start = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    broken = whole[:start] + data.draw(st.binary(max_size=20)) + whole[start + length :]
    if data.draw(st.booleans()):
        broken = broken[:start]
    with suppress(ReadError):
        parse(broken, "a.pdf")


needs_materials = pytest.mark.skipif(
    "BIAS_AUDIT_MATERIALS" not in os.environ, reason="set BIAS_AUDIT_MATERIALS to the test materials"
)


@needs_materials
def test_parse_reads_or_refuses_every_material() -> None:
    for path in sorted(Path(os.environ["BIAS_AUDIT_MATERIALS"]).rglob("*.pdf")):
        begun = time.monotonic()
        try:
            document = parse(path.read_bytes(), path.name)
        except ReadError:
            assert "real" not in path.parts, path.name
            continue
        assert document.blocks or document.warnings, path.name
        assert time.monotonic() - begun < 60, path.name


@needs_materials
def test_parse_keeps_the_words_of_real_files_once() -> None:
    for path in sorted((Path(os.environ["BIAS_AUDIT_MATERIALS"]) / "real").rglob("*.pdf")):
        data = path.read_bytes()
        document = parse(data, path.name)
        seen: set[tuple[str, int]] = set()
        for block in document.blocks:
            for run in block.origin.runs:
                for at in range(run.offset, run.offset + run.end - run.start):
                    fresh = (block.origin.part, at) not in seen
                    assert fresh or block.text[run.start - 1 : run.end] in ("fi", "ff", "fl", "ffi", "ffl"), path.name
                    seen.add((block.origin.part, at))
        if len(document.blocks) > 20:
            pdf = pdfium.PdfDocument(data)
            letters = 0
            for page in pdf:
                textpage = page.get_textpage()
                letters += sum(map(str.isalnum, textpage.get_text_range()))
                textpage.close()
                page.close()
            pdf.close()
            ours = sum(map(str.isalnum, " ".join(texts(document))))
            assert ours > 0.8 * letters, path.name  # running headers come once, list numbers not at all


@needs_materials
def test_parse_does_not_glue_columns() -> None:
    path = Path(os.environ["BIAS_AUDIT_MATERIALS"]) / "hostile" / "pdf" / "two_column_annotated.pdf"
    longest = [text for text in texts(parse(path.read_bytes(), path.name)) if len(text) > 400]
    assert any("type-specialized trace trees" in text for text in longest)
    assert sum("concrete type information is available" in text for text in longest) == 1
