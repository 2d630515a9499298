import csv
import io
import re
from collections.abc import Mapping

import pptx as python_pptx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ooxml_files import archive, assert_offsets_hold, links, materials, words, xml
from PIL import Image
from pptx.util import Inches

from bias_audit import errors
from bias_audit.model import Document
from bias_audit.parsers.pptx import parse


def read(data: bytes) -> Document:
    document = parse(data, "deck.pptx")
    assert_offsets_hold(data, document)
    assert parse(data, "deck.pptx") == document
    return document


def deck(*slides: str, others: Mapping[str, str | bytes] | None = None, shown: str = "") -> bytes:
    """A deck of slides given by the inside of their p:spTree; ``shown`` are attributes of the last."""
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="slide{n}"/>' for n in numbers)
    parts: dict[str, str | bytes] = {
        "_rels/.rels": links(officeDocument1="ppt/presentation.xml"),
        "ppt/presentation.xml": xml("p:presentation", f"<p:sldIdLst>{listed}</p:sldIdLst>"),
        "ppt/_rels/presentation.xml.rels": links(**{f"slide{n}": f"slides/slide{n}.xml" for n in numbers}),
    }
    for n, inner in zip(numbers, slides, strict=True):
        attributes = shown if n == len(slides) else ""
        parts[f"ppt/slides/slide{n}.xml"] = page("p:sld", inner, attributes)
    return archive({**parts, **(others or {})})


def page(tag: str, inner: str, attributes: str = "") -> str:
    return xml(tag, f"<p:cSld><p:spTree>{inner}</p:spTree></p:cSld>", attributes)


def line(text: str, properties: str = "") -> str:
    return f"<a:p>{properties}<a:r><a:t>{text}</a:t></a:r></a:p>"


def shape(*lines: str, at: tuple[int, int] | None = None, holder: str = "", alt: str = "") -> str:
    place = f'<a:xfrm><a:off x="{at[0]}" y="{at[1]}"/></a:xfrm>' if at else ""
    mark = f'<p:ph type="{holder}"/>' if holder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="s" descr="{alt}"/><p:nvPr>{mark}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody>{''.join(lines)}</p:txBody></p:sp>"
    )


def test_parse_reads_what_python_pptx_writes() -> None:
    made = python_pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Rivers"
    slide.placeholders[1].text = "The Clyde\nWhich is longest?"
    slide.notes_slide.notes_text_frame.text = "Ask about the Tay."
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(5), Inches(4), Inches(1)).table
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 0).text = "Lengths"
    table.cell(1, 1).text = "188 km"
    picture = io.BytesIO()
    Image.new("RGB", (20, 10)).save(picture, "PNG")
    placed = slide.shapes.add_picture(io.BytesIO(picture.getvalue()), Inches(1), Inches(7))
    placed._element.nvPicPr.cNvPr.set("descr", "A salmon leaps")
    target = io.BytesIO()
    made.save(target)
    document = read(target.getvalue())
    assert [(b.kind, b.level, b.audience, b.text, b.place.label) for b in document.blocks] == [
        ("heading", 1, "learner", "Rivers", "slide 1"),
        ("list", 1, "learner", "The Clyde", "slide 1"),
        ("question", 1, "learner", "Which is longest?", "slide 1"),
        ("cell", 0, "learner", "Lengths", "slide 1, table 1, row 1, column 1"),
        ("cell", 0, "learner", "188 km", "slide 1, table 1, row 2, column 2"),
        ("alt_text", 0, "learner", "A salmon leaps", "slide 1"),
        ("note", 0, "teacher", "Ask about the Tay.", "slide 1, notes"),
    ]
    assert document.units == 1
    assert document.title == "Rivers"
    assert {b.place.section for b in document.blocks[1:]} == {"Rivers"}
    (found,) = document.pictures
    assert (found.alt_quality, found.media_type, found.width, found.height) == (
        "written",
        "image/png",
        20,
        10,
    )
    assert found.data == picture.getvalue()


def test_parse_follows_the_order_of_the_show_and_reads_hidden_slides() -> None:
    data = deck(shape(line("First")), shape(line("Second")), shown='show="0"')
    swapped = xml("p:presentation", '<p:sldIdLst><p:sldId r:id="slide2"/><p:sldId r:id="slide1"/></p:sldIdLst>')
    document = read(
        deck(
            shape(line("First")),
            shape(line("Second")),
            shown='show="0"',
            others={"ppt/presentation.xml": swapped},
        )
    )
    assert [(b.text, b.place.slide) for b in document.blocks] == [("Second", 1), ("First", 2)]
    assert [(w.code, w.count) for w in document.warnings] == [("hidden-slides", 1)]
    assert [b.text for b in read(data).blocks] == ["First", "Second"]


def test_parse_reads_shapes_from_the_top_left_with_the_title_first() -> None:
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="2000000"/></a:xfrm></p:grpSpPr>'
        + shape(line("in group, below"), at=(0, 900_000))
        + shape(line("in group, above"), at=(0, 0))
        + "</p:grpSp>"
    )
    slide = (
        group
        + shape(line("right"), at=(5_000_000, 1_000_000))
        + shape(line("left, a hair lower"), at=(0, 1_050_000))
        + shape(line("at the foot"), at=(0, 6_000_000))
        + shape(line("Title"), at=(0, 5_000_000), holder="title")
    )
    assert [b.text for b in read(deck(slide)).blocks] == [
        "Title",
        "left, a hair lower",
        "right",
        "in group, above",
        "in group, below",
        "at the foot",
    ]


def test_parse_keeps_the_drawn_order_where_no_position_is_known() -> None:
    slide = shape(line("one")) + shape(line("two")) + shape(line("three"))
    assert [b.text for b in read(deck(slide)).blocks] == ["one", "two", "three"]


def test_parse_skips_slide_numbers_dates_and_footers() -> None:
    kinds = ("sldNum", "dt", "ftr", "hdr")
    slide = shape(line("Words")) + "".join(shape(line("7"), holder=kind) for kind in kinds)
    field = '<a:p><a:fld type="slidenum"><a:t>7</a:t></a:fld></a:p>'
    assert [b.text for b in read(deck(slide + shape(field))).blocks] == ["Words"]


@pytest.mark.parametrize(
    ("properties", "text", "expected"),
    [
        ("", "Plain", ("paragraph", 0)),
        ('<a:pPr><a:buChar char="x"/></a:pPr>', "Dot", ("list", 1)),
        ('<a:pPr lvl="1"/>', "Deep", ("list", 2)),
        ('<a:pPr lvl="1"><a:buNone/></a:pPr>', "Bare", ("paragraph", 0)),
        ('<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>', "Why?", ("question", 1)),
    ],
)
def test_parse_tells_lists_by_their_bullets(properties: str, text: str, expected: tuple[str, int]) -> None:
    (block,) = read(deck(shape(line(text, properties)))).blocks
    assert (block.kind, block.level) == expected


def test_parse_takes_over_bullets_and_positions_from_the_layout() -> None:
    bulleted = '<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char="x"/></a:lvl1pPr></p:bodyStyle></p:txStyles>'
    tree = f"<p:cSld><p:spTree>{shape(at=(0, 9_000_000), holder='body')}</p:spTree></p:cSld>"
    others = {
        "ppt/slides/_rels/slide1.xml.rels": links(slideLayout1="../slideLayouts/slideLayout1.xml"),
        "ppt/slideLayouts/slideLayout1.xml": page("p:sldLayout", ""),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": links(slideMaster1="../slideMasters/slideMaster1.xml"),
        "ppt/slideMasters/slideMaster1.xml": xml("p:sldMaster", tree + bulleted),
    }
    slide = shape(line("low"), holder="body") + shape(line("high"), at=(0, 0))
    found = read(deck(slide, others=others)).blocks
    assert [(b.text, b.kind) for b in found] == [("high", "paragraph"), ("low", "list")]


def test_parse_reads_diagrams_charts_comments_and_counts_objects() -> None:
    frame = (
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='1' name='x' descr='Bars of rainfall'/>"
        "</p:nvGraphicFramePr><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></p:graphicFrame>"
    )
    slide = (
        frame.format('<dgm:relIds r:dm="diagramData1"/>').replace("Bars of rainfall", "")
        + frame.format('<c:chart r:id="chart1"/>')
        + frame.format("<p:oleObj/>").replace("Bars of rainfall", "")
    )
    others = {
        "ppt/slides/_rels/slide1.xml.rels": links(
            diagramData1="../diagrams/data1.xml",
            chart1="../charts/chart1.xml",
            comments1="../comments/comment1.xml",
            comments2="../comments/modern1.xml",
        ),
        "ppt/diagrams/data1.xml": xml("dgm:dataModel", f"<dgm:pt><dgm:t>{line('Boil')}</dgm:t></dgm:pt>"),
        "ppt/charts/chart1.xml": xml("c:chartSpace", f"<c:title><c:tx>{line('Rain')}</c:tx></c:title>"),
        "ppt/comments/comment1.xml": xml("p:cmLst", "<p:cm><p:text>Check this</p:text></p:cm>"),
        "ppt/comments/modern1.xml": xml("cmLst", f"<cm><txBody>{line('And this')}</txBody></cm>"),
    }
    document = read(deck(slide, others=others))
    assert [(b.kind, b.audience, b.text, b.place.label) for b in document.blocks] == [
        ("paragraph", "learner", "Boil", "slide 1, diagram"),
        ("alt_text", "learner", "Bars of rainfall", "slide 1"),
        ("chart", "learner", "Rain", "slide 1, chart"),
        ("comment", "teacher", "Check this", "slide 1, comment"),
        ("comment", "teacher", "And this", "slide 1, comment"),
    ]
    assert [(w.code, w.count) for w in document.warnings] == [("embedded-objects", 1)]


def test_parse_reads_alternative_contents_once_and_breaks_as_new_lines() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='a14'>{shape(line('once'))}</mc:Choice>"
        f"<mc:Fallback>{shape(line('once'))}</mc:Fallback></mc:AlternateContent>"
    )
    broken = shape("<a:p><a:r><a:t>fire\u00adman </a:t></a:r><a:br/><a:r><a:t>Sam</a:t></a:r></a:p>")
    assert [b.text for b in read(deck(both + broken)).blocks] == ["once", "fireman \nSam"]


def test_parse_treats_slides_for_teachers_as_theirs_alone() -> None:
    title = shape(line("Teacher notes"), holder="title")
    found = read(deck(title + shape(line("Allow ten minutes")), shape(line("Draw a map")))).blocks
    assert [b.audience for b in found] == ["teacher", "teacher", "learner"]


def test_parse_reads_a_slide_once_however_often_it_is_listed() -> None:
    listed = xml("p:presentation", "<p:sldIdLst>" + '<p:sldId r:id="slide1"/>' * 50 + "</p:sldIdLst>")
    assert len(read(deck(shape(line("Once")), others={"ppt/presentation.xml": listed})).blocks) == 1


def test_parse_says_when_a_slide_is_missing_or_broken() -> None:
    document = read(deck(shape(line("Here")), "", others={"ppt/slides/slide2.xml": "<p:sld"}))
    assert [b.text for b in document.blocks] == ["Here"]
    assert [(w.code, w.count) for w in document.warnings] == [("unreadable-parts", 1)]
    assert document.units == 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", errors.Empty),
        (b"PK", errors.Damaged),
        (archive({"x": "y"}), errors.Damaged),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), errors.Encrypted),
    ],
)
def test_parse_raises_a_reading_error_for_bad_files(data: bytes, expected: type[Exception]) -> None:
    with pytest.raises(expected):
        parse(data, "bad.pptx")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_parse_of_mutated_files_raises_only_reading_errors(data: st.DataObject) -> None:
    body = page("p:sld", shape(line("One", '<a:pPr lvl="1"/>'), at=(1, 2), holder="body"))
    inner = bytearray(body.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        inner[data.draw(st.integers(1_000, len(inner) - 1))] = data.draw(st.integers(0, 255))
    whole = bytearray(deck("", others={"ppt/slides/slide1.xml": bytes(inner)}))
    if data.draw(st.booleans()):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        parse(bytes(whole[: data.draw(st.integers(len(whole) // 2, len(whole)))]), "x.pptx")
    except errors.ReadError as problem:
        assert str(problem).endswith(".")


def test_parse_reads_every_word_of_real_decks() -> None:
    (manifest,) = materials("MANIFEST.tsv")
    wrong, files = [], 0
    with manifest.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            known = re.match(r"words=(\d+)", row["words_full"] or "")
            if not known or not re.fullmatch(r"(?:real|hostile)/.*\.p[op][pt]\w*", row["path"]):
                continue
            files += 1
            data = (manifest.parent / row["path"]).read_bytes()
            document = parse(data, "deck.pptx")
            assert_offsets_hold(data, document)
            got = sum(words(b.text) for b in document.blocks if b.kind not in ("alt_text", "comment", "chart"))
            # the counts include numbers typed into the slides' number placeholders: at most one a slide
            if not int(known[1]) * 0.99 - document.units <= got <= int(known[1]) * 1.01:
                wrong.append((row["path"], int(known[1]), got))
    assert files >= 20
    assert wrong == []


def test_parse_of_awkward_files_gives_words_or_a_reading_error() -> None:
    files = materials("hostile/*/*.p[op][pt]*")
    assert files
    for path in files:
        try:
            document = parse(path.read_bytes(), path.name)
        except errors.ReadError as problem:
            assert len(str(problem)) > 30
        else:
            assert document.blocks, path.name
