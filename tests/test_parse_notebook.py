"""SMART Notebook files, written by hand: pages in the order of the manifest, words in the order of reading."""

import io
from collections.abc import Mapping

import pytest
from ooxml_files import archive, assert_offsets_hold
from PIL import Image

from bias_audit.errors import Damaged, Encrypted
from bias_audit.parsers import media, parse
from bias_audit.parsers.notebook import parse as parse_notebook


def png() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (5, 7)).save(made, "PNG")
    return made.getvalue()


PNG = png()


def manifest(groups: Mapping[str, list[str]], **resources: list[str]) -> str:
    def listed(identifier: str, files: list[str]) -> str:
        inner = "".join(f'<file href="{file}"/>' for file in files)
        return f'<resource identifier="{identifier}" type="webcontent">{inner}</resource>'

    items = "".join(f'<item id="{n}" identifierref="{n}"><title>{n}</title></item>' for n in groups)
    every = {**groups, **resources}
    return (
        '<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><organizations>'
        f'<organization id="pagegroups">{items}</organization></organizations>'
        f"<resources>{''.join(listed(*each) for each in every.items())}</resources></manifest>"
    )


def box(*paragraphs: str, at: tuple[int, int] = (10, 10), size: int = 20, bullet: int = 0) -> str:
    """A text box; ``|`` parts the lines of a paragraph and ``^`` the runs of a line."""
    inner = ""
    for paragraph in paragraphs:
        inner += f'<tspan justification="left" bullet="{bullet}">'
        for line in paragraph.split("|"):
            runs = "".join(f'<tspan font-size="{size}.000" y="16.00" x="1.00">{run}</tspan>' for run in line.split("^"))
            inner += f"\n  <tspan>{runs}</tspan>"
        inner += "</tspan>"
    moved = f"translate({at[0]},{at[1]}) rotate(0.000,90,18) scale(1.000,1.000)"
    return f'<text transform="{moved}" editwidth="90.00" visible="1">{inner}</text>'


def svg(*objects: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><svg width="800" height="600" xml:id="page.A">'
        f'<g class="foreground">{"".join(objects)}</g></svg>'
    )


def notebook(
    pages: Mapping[str, str], others: Mapping[str, str | bytes] | None = None, **resources: list[str]
) -> bytes:
    listed = manifest({"group0_pages": list(pages)}, pages=list(pages), **resources)
    return archive({"imsmanifest.xml": listed, **pages, **(others or {})})


def read(*objects: str) -> list[tuple[str, str]]:
    data = notebook({"page0.svg": svg(*objects)})
    document = parse_notebook(data, "a.notebook")
    assert_offsets_hold(data, document)
    return [(block.kind, block.text) for block in document.blocks]


def test_parse_reads_pages_in_the_order_of_their_groups() -> None:
    names = ("page0", "page1", "page1377095283484", "page9")
    pages = {f"{name}.svg": svg(box(f"On {name}")) for name in names}
    groups = {"group0_pages": ["page9.svg", "page1.svg"], "group1_pages": ["page0.svg", "page1.svg"]}
    data = archive({"imsmanifest.xml": manifest(groups, pages=list(pages)), **pages})
    document = parse(data, "lesson.notebook")
    assert document == parse(data, "lesson.notebook")
    assert (document.media_type, document.units) == (media.NOTEBOOK, 4)
    assert [(block.place.label, block.text) for block in document.blocks] == [
        ("page 1", "On page9"),
        ("page 2", "On page1"),
        ("page 3", "On page0"),
        ("page 4", "On page1377095283484"),
    ]


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ((box("One ^two", "Three"),), [("paragraph", "One two"), ("paragraph", "Three")]),
        ((box("A line|that wraps"),), [("paragraph", "A line that wraps")]),
        ((box("A line |that wraps"),), [("paragraph", "A line that wraps")]),
        ((box("glu^ed"),), [("paragraph", "glued")]),
        ((box("First", "Why?", bullet=1),), [("list", "First"), ("question", "Why?")]),
        (('<text x="1" y="2">Plain <tspan>words</tspan> here</text>',), [("paragraph", "Plain words here")]),
        ((box(" "), "<polyline points='1,2'/>"), []),
        ((box("un\u00adseen ﬁne"),), [("paragraph", "unseen ﬁne")]),
    ],
)
def test_parse_reads_the_words_of_text_boxes(objects: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert read(*objects) == expected


def test_parse_reads_from_top_to_bottom_and_left_to_right() -> None:
    group = f"<g>{box('grouped below', at=(400, 330))}{box('grouped above', at=(400, 300))}</g>"
    found = read(box("last", at=(10, 500)), group, box("right", at=(300, 45)), box("left", at=(10, 50)))
    assert [text for _, text in found] == ["left", "right", "grouped above", "grouped below", "last"]


def test_parse_takes_the_first_and_largest_text_for_the_title() -> None:
    pages = {"page0.svg": svg(box("Bridges", size=36), box("Why they stand", at=(10, 90)))}
    pages["page1.svg"] = svg(box("One"), box("Two", at=(10, 90)))
    document = parse_notebook(notebook(pages), "a.notebook")
    assert [(b.kind, b.level, b.place.section) for b in document.blocks] == [
        ("heading", 1, ""),
        ("paragraph", 0, "Bridges"),
        ("paragraph", 0, ""),
        ("paragraph", 0, ""),
    ]
    assert document.title == "Bridges"


def test_parse_takes_the_title_of_the_metadata() -> None:
    lom = "http://ltsc.ieee.org/xsd/LOM"
    said = '<lom:title><lom:string language="en">Our river</lom:string></lom:title>'
    others = {"metadata.xml": f'<lom:lom xmlns:lom="{lom}"><lom:general>{said}</lom:general></lom:lom>'}
    assert parse_notebook(notebook({"page0.svg": svg(box("One"))}, others), "a.notebook").title == "Our river"


def test_parse_gives_a_pull_tab_of_notes_to_the_teacher() -> None:
    tab = f"<g xml:id='annotation.B'>{box('Teacher Notes', at=(700, 10))}{box('Ask her why.', at=(700, 60))}</g>"
    document = parse_notebook(notebook({"page0.svg": svg(tab, box("Read on.", at=(10, 400)))}), "a.notebook")
    assert [(block.text, block.audience) for block in document.blocks] == [
        ("Teacher Notes", "teacher"),
        ("Ask her why.", "teacher"),
        ("Read on.", "learner"),
    ]


def test_parse_reads_pages_that_name_their_namespace() -> None:
    page = svg(box("One"), box("Two", at=(10, 90))).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    data = notebook({"page0.svg": page})
    document = parse_notebook(data, "a.notebook")
    assert [block.text for block in document.blocks] == ["One", "Two"]
    assert all(run.path.startswith("/*") for block in document.blocks for run in block.origin.runs)


def test_parse_reads_cells_of_tables() -> None:
    cells = "".join(f'<svg class="cell" x="{x}" y="20">{box(word)}</svg>' for x, word in ((200, "b"), (20, "a")))
    assert read(f'<g class="table">{cells}</g>') == [("cell", "a"), ("cell", "b")]


def test_parse_gives_pictures_with_their_bytes_and_alt_text() -> None:
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href='
    images = [
        f'<image {link}"images/a%20b.png" x="1" y="1"/>',
        '<image href="images/c #1.png" x="1" y="50"><desc>A girl builds a bridge</desc></image>',
        f'<image {link}"http://example.org/x.png" x="1" y="90"/>',
        f'<image {link}"images/gone.png" x="1" y="120"/>',
    ]
    data = notebook({"page0.svg": svg(*images)}, {"images/a b.png": PNG, "images/c #1.png": PNG + b"x"})
    document = parse_notebook(data, "a.notebook")
    assert [(p.width, p.height, p.alt_text, p.alt_quality, len(p.data)) for p in document.pictures] == [
        (5, 7, "", "not checkable", len(PNG)),
        (5, 7, "A girl builds a bridge", "written", len(PNG) + 1),
        (0, 0, "", "not checkable", 0),
        (0, 0, "", "not checkable", 0),
    ]
    assert [(warning.code, warning.count) for warning in document.warnings] == [
        ("linked-pictures", 1),
        ("unreadable-parts", 1),
    ]


def test_parse_says_what_it_did_not_read() -> None:
    ink = '<polyline points="1,2 3,4" visible="1"/>'
    data = notebook(
        {"page0.svg": svg(ink, box("Words")), "page1.svg": "<svg>", "page2.svg": svg(ink), "page3.svg": svg("<path/>")},
        attachments=["attachments/a.doc"],
        flash=["flash/game.swf"],
        videos=["videos/a.mp4"],
    )
    document = parse_notebook(data, "a.notebook")
    assert [(warning.code, warning.count) for warning in document.warnings] == [
        ("embedded-objects", 2),
        ("imported-files", 1),
        ("unreadable-parts", 1),
        ("handwriting", 2),
    ]


def test_parse_reads_pages_that_notebook_itself_left_untidy() -> None:
    """The end of an older version behind the page, and an identifier that comes twice."""
    twice = "<g xml:id='annotation.B'/><g xml:id='annotation.B'/>"
    page = svg(twice, box("Kept"))
    data = notebook({"page0.svg": page + page.replace("Kept", "Older")})
    assert [block.text for block in parse_notebook(data, "a.notebook").blocks] == ["Kept"]


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"imsmanifest.xml": "<manifest>", "page0.svg": "x"}, Damaged),
        ({"imsmanifest.xml": manifest({"group0_pages": ["page7.svg"]}), "page0.svg": svg()}, Damaged),
        ({"imsmanifest.xml": manifest({"g": ["page0.svg"]}), "page0.svg": "<!DOCTYPE x>" + svg()}, Damaged),
    ],
)
def test_parse_refuses_what_is_broken(parts: Mapping[str, str | bytes], error: type[Encrypted | Damaged]) -> None:
    with pytest.raises(error):
        parse(archive(parts), "a.notebook")
