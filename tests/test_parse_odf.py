import io
import re
import zipfile
from collections import Counter
from contextlib import suppress
from xml.parsers import expat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from ooxml_files import archive, materials
from PIL import Image

from bias_audit import errors
from bias_audit.model import Block, Document
from bias_audit.parsers import media
from bias_audit.parsers.odf import parse
from bias_audit.parsers.ooxml_tree import ONE_TO_ONE

SPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "presentation": "presentation",
        "style": "style",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
        "chart": "chart",
    }.items()
)
SPACES += (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:math="http://www.w3.org/1998/Math/MathML"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
STYLES = (
    '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>'
    '<style:style style:name="Heading" style:family="paragraph"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>'
    '<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>'
    '<style:style style:name="Quotations" style:family="paragraph"/>'
    '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>'
    "</style:style>"
    '<style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties'
    ' presentation:visibility="hidden"/></style:style>'
    '<style:style style:name="fr1" style:family="graphic"><style:graphic-properties loext:decorative="true"/>'
    "</style:style>"
)


def png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 30)).save(target, "PNG")
    return target.getvalue()


def part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{root}{SPACES}>{inner}</office:{root}>'


def file(kind: str, body: str, **others: str | bytes) -> bytes:
    """An OpenDocument file of a kind ("text", "presentation", "spreadsheet") with this body."""
    content = (
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    )
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": part("document-content", content),
            **{name.replace("__", "/"): data for name, data in others.items()},
        }
    )


def text_file(body: str, **others: str | bytes) -> bytes:
    return file("text", body, **others)


def assert_runs_hold(data: bytes, document: Document) -> None:
    """Every run leads to its very words in the file, and no words are read twice."""
    seen: set[tuple[str, str, int]] = set()
    roots: dict[str, etree._Element] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for block in document.blocks:
            assert block.text == block.text.strip() != ""
            name, end = block.origin.part, 0
            if name not in roots:
                roots[name] = etree.fromstring(opened.read(name))
            prefixes = {k: v for e in roots[name].iter() for k, v in e.nsmap.items() if k}
            for run in block.origin.runs:
                assert end <= run.start < run.end <= len(block.text)
                end = run.end
                (source,) = roots[name].xpath(run.path, namespaces=prefixes)
                expected = str(source).translate(ONE_TO_ONE)[run.offset : run.offset + run.end - run.start]
                assert block.text[run.start : run.end] == expected
                assert (name, run.path, run.offset) not in seen
                seen.add((name, run.path, run.offset))


def read(data: bytes) -> tuple[Block, ...]:
    document = parse(data, "lesson.odt")
    assert_runs_hold(data, document)
    assert parse(data, "lesson.odt") == document
    return document.blocks


def shown(data: bytes) -> list[tuple[str, str, str]]:
    return [(block.kind, block.place.label, block.text) for block in read(data)]


P = "<text:p>{}</text:p>".format


def table(*rows: str) -> str:
    made = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f"<table:table>{made}</table:table>"


def cell(content: str) -> str:
    return f"<table:table-cell>{content}</table:table-cell>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (P("Two <text:span>boys</text:span> ran."), [("paragraph", "paragraph 1", "Two boys ran.")]),
        (P("One<text:s text:c='3'/>two<text:tab/>three"), [("paragraph", "paragraph 1", "One two three")]),
        (P("One<text:line-break/>two"), [("paragraph", "paragraph 1", "One\ntwo")]),
        (
            P(" \n  Spread <text:span> over</text:span>\n lines "),
            [("paragraph", "paragraph 1", "Spread over lines")],
        ),
        ('<text:h text:outline-level="2">Aims</text:h>', [("heading", "paragraph 1", "Aims")]),
        ('<text:p text:style-name="P1">Aims</text:p>', [("heading", "paragraph 1", "Aims")]),
        ('<text:p text:style-name="Heading">Aims</text:p>', [("heading", "paragraph 1", "Aims")]),
        ('<text:p text:style-name="Quotations">So</text:p>', [("quote", "paragraph 1", "So")]),
        ('<text:p text:style-name="Loop">So</text:p>', [("paragraph", "paragraph 1", "So")]),
        (
            f"<text:list><text:list-item>{P('One')}<text:list><text:list-item>{P('Why?')}</text:list-item>"
            "</text:list></text:list-item></text:list>",
            [("list", "paragraph 1", "One"), ("question", "paragraph 2", "Why?")],
        ),
        (
            f"<text:table-of-content><text:table-of-content-source><text:index-title-template>No"
            f"</text:index-title-template></text:table-of-content-source><text:index-body>{P('Aims 1')}"
            "</text:index-body></text:table-of-content>",
            [("paragraph", "paragraph 1", "Aims 1")],
        ),
        (
            P("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"),
            [("paragraph", "paragraph 1", "漢")],
        ),
        (
            f"<text:tracked-changes><text:changed-region><text:deletion>{P('Gone')}</text:deletion>"
            f"</text:changed-region></text:tracked-changes>{P('Kept')}",
            [("paragraph", "paragraph 1", "Kept")],
        ),
        (
            P(
                'A<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                f"<text:note-body>{P('Below')}</text:note-body></text:note>b"
                '<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation>'
                f"<text:note-body>{P('Last')}</text:note-body></text:note>"
            ),
            [
                ("paragraph", "paragraph 1", "Ab"),
                ("footnote", "footnote 1", "Below"),
                ("footnote", "endnote 1", "Last"),
            ],
        ),
        (
            P(f"Said<office:annotation><dc:creator>Who</dc:creator>{P('Really?')}</office:annotation>"),
            [("paragraph", "paragraph 1", "Said"), ("comment", "comment 1", "Really?")],
        ),
        (
            P(f"Out<draw:frame><draw:text-box>{P('In')}</draw:text-box></draw:frame>side"),
            [("paragraph", "paragraph 1", "Outside"), ("paragraph", "text box 1", "In")],
        ),
        (
            f"<draw:g><draw:custom-shape>{P('A star')}</draw:custom-shape><draw:line/></draw:g>",
            [("paragraph", "text box 1", "A star")],
        ),
    ],
)
def test_parse_reads_text(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text_file(body)) == expected


def test_parse_reads_tables_with_merged_cells_once() -> None:
    inner = table(cell(P("Deep")))
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{P("Wide")}</table:table-cell>'
        f"<table:covered-table-cell>{P('Under')}</table:covered-table-cell>"
        f"<table:table-cell>{P('C')}</table:table-cell></table:table-row></table:table-header-rows>"
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        f"<table:table-cell>{P('F')}{inner}</table:table-cell></table:table-row></table:table>"
    )
    assert shown(text_file(body)) == [
        ("cell", "table 1, row 1, column 1", "Wide"),
        ("cell", "table 1, row 1, column 3", "C"),
        ("cell", "table 1, row 2, column 3", "F"),
        ("cell", "table 2, row 1, column 1", "Deep"),
    ]


def test_parse_reads_hidden_and_says_so_with_deletions() -> None:
    body = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{P('x')}</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + P('See <text:span text:style-name="T1">this</text:span>')
        + P('<text:hidden-text text:condition="x" text:string-value="Answer"/>')
        + f'<text:section text:display="none">{P("Key")}</text:section>'
    )
    document = parse(text_file(body), "a.odt")
    assert [block.text for block in document.blocks] == ["See this", "Answer", "Key"]
    assert {w.code: w.count for w in document.warnings} == {"hidden-text": 3, "deleted-text": 1}


def frame(alt: str, link: str = "Pictures/a.png", style: str = "") -> str:
    named = f' draw:style-name="{style}"' if style else ""
    return f'<draw:frame{named}>{alt}<draw:image xlink:href="{link}"/></draw:frame>'


@pytest.mark.parametrize(
    ("alt", "style", "quality", "blocks"),
    [
        ("<svg:desc>A girl mends a tractor</svg:desc>", "", "written", 1),
        ("<svg:title>A girl mends it</svg:title><svg:desc>She is in a barn</svg:desc>", "", "written", 2),
        ("<svg:title>A girl mends it</svg:title><svg:desc>IMG_2034.jpg</svg:desc>", "", "written", 1),
        ("<svg:title>IMG_2034.jpg</svg:title>", "", "file name", 0),
        ("", "fr1", "decorative", 0),
        ("", "", "missing", 0),
    ],
)
def test_parse_judges_alt_texts(alt: str, style: str, quality: str, blocks: int) -> None:
    data = text_file(P(frame(alt, style=style)), **{"Pictures__a.png": png()})
    document = parse(data, "a.odt")
    assert_runs_hold(data, document)
    (picture,) = document.pictures
    assert (picture.alt_quality, picture.width, picture.height) == (quality, 40, 30)
    assert picture.data == png()
    assert [block.kind for block in document.blocks] == ["alt_text"] * blocks


def test_parse_gives_pictures_their_captions_whichever_way_they_are_joined() -> None:
    line = f'<text:p text:style-name="Illustration">{frame("")}Figure 1</text:p>'
    inside = f"<draw:frame><draw:text-box>{line}</draw:text-box></draw:frame>"
    after = P(frame("")) + '<text:p text:style-name="Illustration">Figure 2</text:p>'
    document = parse(text_file(P(inside) + after, **{"Pictures__a.png": png()}), "a.odt")
    assert [picture.caption for picture in document.pictures] == ["Figure 1", "Figure 2"]


def test_parse_never_fetches_linked_pictures() -> None:
    outside = "".join(P(frame("", link)) for link in ("https://example.org/a.png", "../a.png", "/etc/hostname"))
    document = parse(text_file(outside), "a.odt")
    assert [picture.data for picture in document.pictures] == [b"", b"", b""]
    assert [(w.code, w.count) for w in document.warnings] == [("linked-pictures", 3)]


def test_parse_reads_headers_and_footers_that_are_switched_on() -> None:
    styles = part(
        "document-styles",
        "<office:master-styles><style:master-page>"
        f"<style:header>{P('Top')}</style:header><style:footer>{P('Foot')}</style:footer>"
        f'<style:header-left style:display="false">{P("Off")}</style:header-left>'
        f"<style:footer-first>{P('First foot')}</style:footer-first>"
        "</style:master-page></office:master-styles>",
    )
    assert shown(text_file(P("Body"), **{"styles.xml": styles})) == [
        ("paragraph", "paragraph 1", "Body"),
        ("header", "header", "Top"),
        ("footer", "footer 1", "Foot"),
        ("footer", "footer 2", "First foot"),
    ]


def test_parse_reads_charts_and_counts_other_objects() -> None:
    chart = part(
        "document-content",
        f"<office:body><office:chart><chart:chart><chart:title>{P('Who cooks?')}</chart:title><table:table>"
        f"<table:table-row><table:table-cell>{P('Mums')}</table:table-cell><table:table-cell>{P('12')}"
        "</table:table-cell></table:table-row></table:table></chart:chart></office:chart></office:body>",
    )
    formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi><mo>=</mo><mn>2</mn></math>'
    objects = "".join(
        f'<draw:frame><draw:object xlink:href="./Object {n}"/>{frame("")}</draw:frame>' for n in (1, 2, 3)
    )
    data = text_file(P(objects), **{"Object 1__content.xml": chart, "Object 2__content.xml": formula})
    document = parse(data, "a.odt")
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("chart", "Who cooks?"), ("chart", "Mums"), ("code", "a = 2"),
    ]  # fmt: skip
    assert document.pictures == ()
    assert [w.code for w in document.warnings] == ["embedded-objects"]


def box(words: str, top: str, left: str, role: str = "") -> str:
    named = f' presentation:class="{role}"' if role else ""
    return f'<draw:frame svg:y="{top}" svg:x="{left}"{named}><draw:text-box>{words}</draw:text-box></draw:frame>'


def test_parse_reads_slides_in_reading_order_with_notes() -> None:
    notes = (
        "<presentation:notes><draw:page-thumbnail/>"
        + box(P("Ask the girls too"), "1cm", "1cm", "notes")
        + box(P("4"), "1cm", "1cm", "page-number")
        + "</presentation:notes>"
    )
    grid = f'<draw:frame svg:y="9cm" svg:x="1cm">{table(cell(P("Cell")))}{frame("")}</draw:frame>'
    first = (
        box(P("Right"), "5.1cm", "10cm")
        + grid
        + f"<draw:g>{box(P('Left'), '50mm', '1cm')}</draw:g>"
        + box(P("Jobs") + P("today"), "8cm", "1cm", "title")
        + f"<office:annotation>{P('Check')}</office:annotation>"
        + notes
    )
    second = f'<draw:page draw:style-name="dp1">{box(P("Unseen"), "1cm", "1cm")}</draw:page>'
    data = file("presentation", f"<draw:page>{first}</draw:page>{second}")
    document = parse(data, "a.odp")
    assert_runs_hold(data, document)
    assert [(b.kind, b.place.label, b.audience[0], b.text) for b in document.blocks] == [
        ("heading", "slide 1", "l", "Jobs\ntoday"),
        ("paragraph", "slide 1", "l", "Left"),
        ("paragraph", "slide 1", "l", "Right"),
        ("cell", "slide 1, table 1, row 1, column 1", "l", "Cell"),
        ("note", "slide 1, notes", "t", "Ask the girls too"),
        ("comment", "slide 1, comment", "t", "Check"),
        ("paragraph", "slide 2", "l", "Unseen"),
    ]
    assert document.media_type == media.ODP and document.units == 2
    assert [(w.code, w.count) for w in document.warnings] == [("hidden-slides", 1)]


def test_parse_reads_the_words_of_sheets() -> None:
    rows = table(cell(P("fireman")) + cell(P("12"))).replace("<table:table>", '<table:table table:name="Jobs">')
    data = file("spreadsheet", rows)
    assert shown(data) == [("cell", "sheet Jobs, table 1, row 1, column 1", "fireman")]


LOCKED = '<manifest:manifest xmlns:manifest="x"><manifest:encryption-data/></manifest:manifest>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.Empty),
        (b"not a zip at all", errors.Damaged),
        (archive({"mimetype": media.ODT}), errors.Damaged),
        (text_file(P("x"), **{"META-INF__manifest.xml": LOCKED}), errors.Encrypted),
        (file("drawing", "<draw:page/>"), errors.UnsupportedFormat),
        (archive({"mimetype": media.ODT, "content.xml": "<a>"}), errors.Damaged),
        (
            archive({
                "mimetype": media.ODT,
                "content.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
            }),
            errors.Damaged,
        ),
    ],
)  # fmt: skip
def test_parse_says_what_is_wrong(data: bytes, error: type[errors.ReadError]) -> None:
    with pytest.raises(error) as raised:
        parse(data, "lesson.odt")
    assert "Word" not in str(raised.value)


SAMPLE = text_file(
    P("Two boys" + frame("<svg:desc>A girl</svg:desc>")) + table(cell(P("x"))),
    **{"Pictures__a.png": png()},
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_parse_raises_only_read_errors_on_broken_files(data: st.DataObject) -> None:
    changed = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(changed) // 2, len(changed)))
    for broken in (bytes(changed), bytes(changed[:cut])):
        with suppress(errors.ReadError):
            assert parse(broken, "a.odt").name == "a.odt"


NAMES = st.sampled_from(
    "text:p text:h text:list text:list-item text:span text:note text:note-body text:section table:table"
    " table:table-row table:table-cell draw:frame draw:text-box draw:g office:annotation text:s".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.sampled_from(["word ", " ", "x\n"]),
        lambda inner: st.tuples(NAMES, st.lists(inner, max_size=4)).map(
            lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
        ),
        max_leaves=25,
    )
)
def test_parse_takes_any_nesting_and_keeps_its_runs(body: str) -> None:
    read(text_file(body))


SKIPPED = {
    "text:tracked-changes", "text:note-citation", "dc:creator", "dc:date", "svg:title", "svg:desc",
    "table:covered-table-cell", "text:ruby-text",
}  # fmt: skip


def counted(data: bytes) -> Counter[str]:
    """The words of a file by expat and the prefixes that LibreOffice writes: not in the reader's way."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        is_deck = b"presentation" in opened.read("mimetype")
        for name in ("content.xml",) if is_deck else ("content.xml", "styles.xml"):
            _count_part(opened.read(name), is_deck, name == "styles.xml", found)
    return found


def _count_part(xml: bytes, is_deck: bool, edges_only: bool, found: Counter[str]) -> None:
    open_paragraphs: list[list[str]] = []
    skipped: list[str] = []
    inside = [not edges_only]

    def unwanted(tag: str, attributes: dict[str, str]) -> bool:
        role = attributes.get("presentation:class", "")
        return tag in SKIPPED or (
            is_deck
            and (role in ("page-number", "date-time", "header", "footer") or tag in ("text:page-number", "text:date"))
        )

    def start(tag: str, attributes: dict[str, str]) -> None:
        if skipped or unwanted(tag, attributes):
            skipped.append(tag)
        if tag in ("style:header", "style:footer", "style:header-left", "style:footer-left"):
            inside.append(attributes.get("style:display") != "false")
        if tag in ("text:p", "text:h"):
            open_paragraphs.append([])
        if tag in ("text:s", "text:tab", "text:line-break") and open_paragraphs:
            open_paragraphs[-1].append(" ")

    def end(tag: str) -> None:
        if tag in ("text:p", "text:h"):
            found.update(w for w in "".join(open_paragraphs.pop()).split() if re.search(r"\w", w))
        if tag in ("style:header", "style:footer", "style:header-left", "style:footer-left"):
            inside.pop()
        if skipped:
            skipped.pop()

    def characters(text: str) -> None:
        if open_paragraphs and not skipped and inside[-1]:
            open_paragraphs[-1].append(text)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parser.Parse(xml, True)


def test_parse_keeps_the_words_of_the_materials_and_invents_none() -> None:
    files = [p for end in ("odt", "odp") for p in [*materials(f"real/*/*.{end}"), *materials(f"hostile/odf/*.{end}")]]
    readable = 0
    for path in files:
        data = path.read_bytes()
        try:
            document = parse(data, path.name)
        except errors.ReadError:
            assert path.stem in ("encrypted", "not_a_zip", "no_content_xml"), path.name
            continue
        readable += 1
        ours = Counter(
            w for b in document.blocks if b.kind not in ("alt_text", "chart", "code")
            for w in b.text.split() if re.search(r"\w", w)
        )  # fmt: skip
        theirs = counted(data)
        assert_runs_hold(data, document)
        assert (ours & theirs).total() >= 0.99 * theirs.total(), (path.name, (theirs - ours).most_common(9))
        assert (ours - theirs).total() <= 0.01 * ours.total(), (path.name, (ours - theirs).most_common(9))
    assert readable >= 12


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("encrypted.odt", errors.Encrypted),
        ("not_a_zip.odt", errors.Damaged),
        ("no_content_xml.odt", errors.Damaged),
    ],
)
def test_parse_refuses_the_awkward_materials_clearly(name: str, error: type[errors.ReadError]) -> None:
    (path,) = materials(f"hostile/odf/{name}")
    with pytest.raises(error):
        parse(path.read_bytes(), name)
