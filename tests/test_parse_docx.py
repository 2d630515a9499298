import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ooxml_files import archive, assert_offsets_hold, links, materials, para, word_file, words, xml
from PIL import Image

from bias_audit import errors
from bias_audit.model import Block
from bias_audit.parsers import docx, ooxml
from bias_audit.parsers.docx import parse


def blocks(data: bytes) -> tuple[Block, ...]:
    document = parse(data, "lesson.docx")
    assert_offsets_hold(data, document)
    assert parse(data, "lesson.docx") == document
    return document.blocks


def texts(data: bytes) -> list[str]:
    return [block.text for block in blocks(data)]


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def png(width: int = 40, height: int = 30) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height)).save(target, "PNG")
    return target.getvalue()


def drawing(alt: str = "", link: str = "image1", decorative: bool = False) -> str:
    mark = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>' if decorative else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}">{mark}</wp:docPr>'
        '<a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x" descr="C:\\x\\y.png"/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


STYLES = xml(
    "w:styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Our head"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Out"/><w:pPr>'
    '<w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="Snippet"/><w:rPr><w:rFonts w:ascii="Consolas"/>'
    "</w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Dots"/><w:pPr><w:numPr>'
    '<w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ask"><w:name w:val="Question"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="a"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="g"/><w:rPr><w:vanish/></w:rPr></w:style>',
)


def styled(body: str) -> bytes:
    return word_file(body, {"word/styles.xml": STYLES}, styles="styles.xml")


def test_parse_reads_what_python_docx_writes() -> None:
    made = python_docx.Document()
    made.core_properties.title = "Jobs in the glen"
    made.add_heading("People who help us", 1)
    made.add_paragraph("The nurse visits on Tuesdays.")
    made.add_paragraph("Who helps you?", style="List Bullet")
    made.add_paragraph("Be bold.", style="Intense Quote")
    made.add_table(2, 2).cell(1, 1).text = "Shepherd"
    made.sections[0].footer.paragraphs[0].text = "Class 4"
    target = io.BytesIO()
    made.save(target)
    document = parse(target.getvalue(), "jobs.docx")
    assert document.title == "Jobs in the glen"
    assert [(b.kind, b.level, b.text, b.place.label) for b in document.blocks] == [
        ("heading", 1, "People who help us", "paragraph 1"),
        ("paragraph", 0, "The nurse visits on Tuesdays.", "paragraph 2"),
        ("question", 1, "Who helps you?", "paragraph 3"),
        ("quote", 0, "Be bold.", "paragraph 4"),
        ("cell", 0, "Shepherd", "table 1, row 2, column 2"),
        ("footer", 0, "Class 4", "footer"),
    ]
    assert [b.place.section for b in document.blocks][:5] == ["", *["People who help us"] * 4]
    assert_offsets_hold(target.getvalue(), document)


@pytest.mark.parametrize(
    ("style", "properties", "text", "expected"),
    [
        ("H1", "", "Bridges", ("heading", 1)),
        ("Mine", "", "Bridges", ("heading", 2)),
        ("Out", "", "Bridges", ("heading", 3)),
        ("", '<w:outlineLvl w:val="0"/>', "Bridges", ("heading", 1)),
        ("H1", '<w:outlineLvl w:val="9"/>', "Bridges", ("paragraph", 0)),
        ("C", "", "Figure 1", ("caption", 0)),
        ("Q", "", "Be bold.", ("quote", 0)),
        ("K", "", "print(1)", ("code", 0)),
        ("L", "", "One", ("list", 1)),
        ("L", '<w:numPr><w:numId w:val="0"/></w:numPr>', "One", ("paragraph", 0)),
        ("", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>', "One", ("list", 3)),
        ("L", "", "Why?", ("question", 1)),
        ("Ask", "", "Say why.", ("question", 0)),
        ("", "", "Why?", ("paragraph", 0)),
        ("Loop", "", "Round", ("paragraph", 0)),
        ("Unknown", "", "Plain", ("paragraph", 0)),
    ],
)
def test_parse_takes_the_kind_from_the_style(style: str, properties: str, text: str, expected: tuple[str, int]) -> None:
    (block,) = blocks(styled(para(text, style=style, properties=properties)))
    assert (block.kind, block.level) == expected


BOLD = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"


def test_parse_names_parts_by_bold_lines_where_there_are_no_headings() -> None:
    half = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Note</w:t></w:r><w:r><w:t> the time</w:t></w:r></w:p>"
    off = '<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>No bold</w:t></w:r></w:p>'
    body = para("Name") + BOLD.format("Section A") + para("Draw it.") + half + off + BOLD.format("Draw this first.")
    found = blocks(styled(body))
    assert [b.place.section for b in found] == ["", *["Section A"] * 5]
    assert {b.kind for b in found} == {"paragraph"}
    assert {b.place.section for b in blocks(styled(para("Lesson", style="H1") + body))} == {"", "Lesson"}


def test_parse_marks_what_is_for_teachers_and_what_is_a_reference() -> None:
    found = blocks(
        styled(
            para("Lesson", style="H1")
            + para("Look up.")
            + para("Teacher notes", style="H2")
            + para("Pause here.")
            + para("Task", style="H2")
            + para("Draw.")
            + para("References", style="H1")
            + para("A book, 1999.")
        )
    )
    assert [b.text for b in found if b.audience == "teacher"] == ["Teacher notes", "Pause here."]
    assert [b.text for b in found if b.kind == "reference"] == ["A book, 1999."]


def test_parse_reads_merged_cells_once_and_nested_tables() -> None:
    nested = f"<w:tbl><w:tr>{cell(para('inner'))}</w:tr></w:tbl>"
    wide = cell(para("wide"), properties='<w:gridSpan w:val="2"/>')
    tall = cell(para("tall"), properties='<w:vMerge w:val="restart"/>')
    table = (
        f"<w:tbl><w:tr>{wide}{cell(para('third'))}</w:tr>"
        f"<w:tr>{tall}{cell(para('a'), nested)}</w:tr>"
        f"<w:tr>{cell(para('tall'), properties='<w:vMerge/>')}{cell(para('b'), para('c'))}</w:tr></w:tbl>"
    )
    assert [(b.text, b.place.table, b.place.row, b.place.column) for b in blocks(word_file(table))] == [
        ("wide", 1, 1, 1),
        ("third", 1, 1, 3),
        ("tall", 1, 2, 1),
        ("a", 1, 2, 2),
        ("inner", 2, 1, 1),
        ("b", 1, 3, 2),
        ("c", 1, 3, 2),
    ]


def test_parse_reads_a_text_box_once() -> None:
    content = f"<w:txbxContent>{para('In the box')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    found = blocks(word_file(para("Before", box) + para("After", old)))
    assert [(b.text, b.place.label) for b in found] == [
        ("Before", "paragraph 1"),
        ("In the box", "text box 1"),
        ("After", "paragraph 2"),
        ("In the box", "text box 2"),
    ]


def test_parse_keeps_insertions_and_counts_deletions() -> None:
    body = (
        para(
            "A ",
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>",
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>",
            " word",
        )
        + para("<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>")
        + para("<w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo>")
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(para('gone'))}</w:tr></w:tbl>"
    )
    document = parse(word_file(body), "x.docx")
    assert [b.text for b in document.blocks] == ["A new word", "moved"]
    assert [(w.code, w.count) for w in document.warnings] == [("deleted-text", 3)]


def test_parse_reads_content_controls_fields_and_links() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{para('Pick one')}</w:sdtContent></w:sdt>"
        + para(
            "<w:sdt><w:sdtContent><w:r><w:t>in</w:t></w:r></w:sdtContent></w:sdt>",
            "<w:hyperlink><w:r><w:t>side</w:t></w:r></w:hyperlink>",
            '<w:fldSimple w:instr="PAGE"><w:r><w:t> 7</w:t></w:r></w:fldSimple>',
            "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>",
        )
        + f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell(para('row'))}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert texts(word_file(body)) == ["Pick one", "inside 7", "row"]


def test_parse_puts_characters_for_marks_and_drops_soft_hyphens() -> None:
    run = (
        "<w:r><w:t>fire</w:t><w:softHyphen/><w:t>m\u00aden</w:t><w:tab/><w:t>co</w:t><w:noBreakHyphen/>"
        '<w:t xml:space="preserve">op\u00a0and </w:t><w:br/><w:t> tail </w:t></w:r>'
    )
    assert texts(word_file(para("  ", run))) == ["firemen co-op and \n tail"]


def test_parse_reads_hidden_text_and_says_so() -> None:
    body = para(
        "Shown ",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> open</w:t></w:r>',
    ) + para('<w:r><w:rPr><w:rStyle w:val="Ghost"/></w:rPr><w:t>ghost</w:t></w:r>')
    document = parse(styled(body), "x.docx")
    assert [b.text for b in document.blocks] == ["Shown hidden open", "ghost"]
    assert [(w.code, w.count) for w in document.warnings] == [("hidden-text", 2)]


def test_parse_reads_other_parts_once_and_names_them() -> None:
    def note(kind: str, extra: str = "") -> str:
        return f"<w:{kind} {extra}>{para('x ' + kind)}</w:{kind}>"

    others = {
        "word/header1.xml": xml("w:hdr", para("School")),
        "word/footnotes.xml": xml(
            "w:footnotes", note("footnote", 'w:type="separator"') + note("footnote") + note("footnote")
        ),
        "word/comments.xml": xml("w:comments", note("comment")),
        "word/diagrams/data1.xml": xml(
            "dgm:dataModel", "<dgm:pt><dgm:t><a:p><a:r><a:t>Step one</a:t></a:r></a:p></dgm:t></dgm:pt>"
        ),
        "word/charts/chart1.xml": xml(
            "c:chartSpace",
            "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Jobs</a:t></a:r></a:p></c:rich></c:tx></c:title>"
            "<c:ser><c:cat><c:strRef><c:strCache><c:pt><c:v>Nurses</c:v></c:pt></c:strCache></c:strRef></c:cat>"
            "</c:ser></c:chart>",
        ),
    }
    held = (
        '<w:r><w:drawing><wp:inline><dgm:relIds r:dm="diagramData1"/><c:chart r:id="chart1"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    data = word_file(
        para("Body", held) + para(held),
        others,
        header1="header1.xml",
        header2="header1.xml",
        footnotes1="footnotes.xml",
        comments1="comments.xml",
        diagramData1="diagrams/data1.xml",
        chart1="charts/chart1.xml",
    )
    assert [(b.kind, b.audience, b.text, b.place.label) for b in blocks(data)] == [
        ("paragraph", "learner", "Body", "paragraph 1"),
        ("paragraph", "learner", "Step one", "diagram 1"),
        ("chart", "learner", "Jobs", "chart 1"),
        ("chart", "learner", "Nurses", "chart 1"),
        ("header", "learner", "School", "header"),
        ("footnote", "learner", "x footnote", "footnote 1"),
        ("footnote", "learner", "x footnote", "footnote 2"),
        ("comment", "teacher", "x comment", "comment 1"),
    ]


def test_parse_finds_pictures_with_alt_text_caption_and_size() -> None:
    body = (
        para("A walk", drawing("Ada maps &#10;the shore"), style="H1")
        + para("Figure 1", style="C")
        + para(drawing())
        + para(drawing(decorative=True))
        + para(drawing(link="image2"))
    )
    data = word_file(
        body,
        {"word/styles.xml": STYLES, "word/media/a.png": png()},
        styles="styles.xml",
        image1="media/a.png",
        image2="https://example.org/far.png",
    )
    document = parse(data, "x.docx")
    assert_offsets_hold(data, document)
    first = document.pictures[0]
    assert (first.alt_text, first.caption, first.media_type) == (
        "Ada maps the shore",
        "Figure 1",
        "image/png",
    )
    assert (first.width, first.height, first.data) == (40, 30, png())
    assert first.place.label == "paragraph 1"
    assert [p.alt_quality for p in document.pictures] == ["written", "missing", "decorative", "missing"]
    assert document.pictures[3].data == b""
    assert [(b.kind, b.text) for b in document.blocks][1] == ("alt_text", "Ada maps  the shore")
    assert [(w.code, w.count) for w in document.warnings] == [("linked-pictures", 1)]


def test_parse_does_not_keep_a_picture_that_would_be_huge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    data = word_file(para(drawing("A map")), {"word/media/a.png": png()}, image1="media/a.png")
    document = parse(data, "x.docx")
    assert (document.pictures[0].data, document.pictures[0].alt_text) == (b"", "A map")
    assert [w.code for w in document.warnings] == ["unreadable-parts"]


def test_parse_says_that_embedded_objects_are_not_read() -> None:
    data = word_file(para("Text", "<w:r><w:object><o:OLEObject/></w:object></w:r>"))
    assert [(w.code, w.count) for w in parse(data, "x.docx").warnings] == [("embedded-objects", 1)]


def test_parse_reads_strict_files() -> None:
    plain = word_file(para("Strictly", style="H1"), {"word/styles.xml": STYLES}, styles="styles.xml")
    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(plain)) as opened:
        for member in opened.namelist():
            text = opened.read(member).decode()
            text = re.sub(
                r"http://schemas\.openxmlformats\.org/((?:wordprocessingml|officeDocument)/)2006/",
                r"http://purl.oclc.org/ooxml/\1",
                text,
            )
            parts[member] = text
    assert [(b.kind, b.text) for b in blocks(archive(parts))] == [("heading", "Strictly")]


def test_parse_does_not_take_equations_for_prose() -> None:
    math = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    found = blocks(word_file(para(math) + para("So ", math)))
    assert [(b.kind, b.text) for b in found] == [("code", "a=b"), ("paragraph", "So a=b")]


ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
MAIN = {"_rels/.rels": links(officeDocument1="word/document.xml")}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", errors.Empty),
        (b"PK", errors.Damaged),
        (b"PK\x03\x04" + b"\0" * 60, errors.Damaged),
        (archive({"other.txt": "x"}), errors.Damaged),
        (archive({**MAIN, "word/document.xml": "<w:document"}), errors.Damaged),
        (archive({**MAIN, "word/document.xml": xml("w:document", "")}), errors.Damaged),
        (archive({**MAIN, "word/document.xml": ENTITY + "<a>&x;</a>"}), errors.Damaged),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), errors.Encrypted),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, errors.UnsupportedFormat),
    ],
)
def test_parse_raises_a_reading_error_for_bad_files(data: bytes, expected: type[Exception]) -> None:
    with pytest.raises(expected):
        parse(data, "bad.docx")


@pytest.mark.parametrize("limit", ["MAX_ARCHIVE", "MAX_XML"])
def test_parse_refuses_what_inflates_too_far(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ooxml, limit, 5_000)
    with pytest.raises(errors.TooLarge):
        parse(word_file(para("a" * 6_000)), "big.docx")


def test_parse_survives_deep_nesting() -> None:
    deep = "<w:sdt><w:sdtContent>" * 900 + para("deep") + "</w:sdtContent></w:sdt>" * 900
    with pytest.raises(errors.ReadError):
        parse(word_file(deep), "deep.docx")


def test_parse_goes_on_without_a_broken_side_part() -> None:
    document = parse(word_file(para("Body"), {"word/header1.xml": "<w:hdr"}, header1="header1.xml"), "x.docx")
    assert [b.text for b in document.blocks] == ["Body"]
    assert [w.code for w in document.warnings] == ["unreadable-parts"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.booleans())
def test_parse_of_random_bytes_raises_only_reading_errors(noise: bytes, zipped: bool) -> None:
    data = archive({**MAIN, "word/document.xml": noise}) if zipped else noise
    with pytest.raises(errors.ReadError):
        parse(data, "noise.docx")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_parse_of_mutated_files_raises_only_reading_errors(data: st.DataObject) -> None:
    body = para("One", drawing("A tree")) + f"<w:tbl><w:tr>{cell(para('Two'))}</w:tr></w:tbl>"
    inner = bytearray(xml("w:document", f"<w:body>{body}</w:body>").encode())
    for _ in range(data.draw(st.integers(1, 4))):
        inner[data.draw(st.integers(1_000, len(inner) - 1))] = data.draw(st.integers(0, 255))
    whole = bytearray(word_file(body, {"word/document.xml": bytes(inner), "word/media/a.png": png()[:40]}))
    if data.draw(st.booleans()):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        parse(bytes(whole[: data.draw(st.integers(len(whole) // 2, len(whole)))]), "x.docx")
    except errors.ReadError as problem:
        assert str(problem).endswith(".")


def counted(pattern: str) -> Iterator[tuple[Path, int]]:
    (manifest,) = materials("MANIFEST.tsv")
    with manifest.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            known = re.match(r"words=(\d+)", row["words_full"] or "")
            if known and re.fullmatch(pattern, row["path"]):
                yield manifest.parent / row["path"], int(known[1])


def test_parse_reads_every_word_of_real_documents() -> None:
    wrong = []
    files = list(counted(r"(?:real/.*|hostile/docx/.*)\.(?:doc|dot)[xm]"))
    assert len(files) >= 30
    for path, expected in files:
        data = path.read_bytes()
        document = docx.parse(data, path.name)
        assert_offsets_hold(data, document)
        got = sum(words(b.text) for b in document.blocks if b.kind not in ("alt_text", "comment", "chart"))
        if path.name == "equations.docx":
            continue  # the count leaves equations out
        if abs(got - expected) > expected * 0.01:
            wrong.append((path.name, expected, got))
    assert wrong == []


@pytest.mark.parametrize("folder", ["hostile/docx", "hostile/office_odd", "hostile/damaged"])
def test_parse_of_awkward_files_gives_words_or_a_reading_error(folder: str) -> None:
    files = materials(f"{folder}/*.do[ct]*")
    assert files
    for path in files:
        try:
            document = parse(path.read_bytes(), path.name)
        except errors.ReadError as problem:
            assert len(str(problem)) > 30
        else:
            assert document.blocks, path.name
