import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias_audit.errors import Empty, ReadError
from bias_audit.parsers.html import parse

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def blocks(markup: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in parse(markup.encode(), "a.html").blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<h2>Work</h2><p>The <b>nur</b>se\n and   more</p>",
            [("heading", "Work"), ("paragraph", "The nurse and more")],
        ),
        ("<ul><li>One<ul><li>Two</ul></ul>", [("list", "One"), ("list", "Two")]),
        (
            "<div>Loose <p>First</p> tail</div>",
            [("paragraph", "Loose"), ("paragraph", "First"), ("paragraph", "tail")],
        ),
        ("<p>a<br>b</p>", [("paragraph", "a b")]),
        ("<blockquote><p>Said</p></blockquote>", [("quote", "Said")]),
        ("<pre>x = 1\ny = 2</pre>", [("code", "x = 1\ny = 2")]),
        (
            "<details><summary>More</summary><p>Hidden words</p></details>",
            [("heading", "More"), ("paragraph", "Hidden words")],
        ),
        ("<script>he</script><style>man</style><template>x</template><p>Yes</p>", [("paragraph", "Yes")]),
        (
            "<nav><a href=/>Home</a></nav><p hidden>No</p><p style='display: none'>No</p><p>Yes</p>",
            [("paragraph", "Yes")],
        ),
        ("<header><a href=a>One</a> <a href=b>Two</a></header><p>Yes</p>", [("paragraph", "Yes")]),
        ("<header><h1>Lesson 1</h1></header><p>Yes</p>", [("heading", "Lesson 1"), ("paragraph", "Yes")]),
        ("<p>Q: Who?</p>", [("question", "Q: Who?")]),
        (  # where a printed page begins
            "<p>A man <span epub:type=pagebreak>17</span> sat on <a role=doc-pagebreak>18</a>page <span>19</span>.</p>",
            [("paragraph", "A man sat on page 19.")],
        ),
    ],
)
def test_parse_reads_what_a_reader_sees(markup: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(markup) == expected


def test_parse_places_table_cells() -> None:
    document = parse(b"<table><tr><th colspan=2>Jobs<th>Pay<tr><td>Cook<td>Full<td>20</table>", "a.html")
    found = [(block.text, block.place.row, block.place.column) for block in document.blocks]
    assert found == [("Jobs", 1, 1), ("Pay", 1, 3), ("Cook", 2, 1), ("Full", 2, 2), ("20", 2, 3)]


def test_parse_reads_pictures_without_fetching_any() -> None:
    markup = (
        f"<figure><img src='data:image/png;base64,{DOT}' alt='A woman mends an engine'>"
        "<figcaption>At work</figcaption></figure>"
        "<img src='https://example.org/x.png'><img src=a.png alt=''><img src=b.png alt='IMG_2034.jpg'>"
    )
    document = parse(markup.encode(), "a.html")
    assert [picture.alt_quality for picture in document.pictures] == [
        "written",
        "missing",
        "decorative",
        "file name",
    ]
    first = document.pictures[0]
    assert first.media_type == "image/png" and first.data.startswith(b"\x89PNG") and first.caption == "At work"
    assert document.pictures[1].data == b""
    assert [block.text for block in document.blocks if block.kind == "alt_text"] == ["A woman mends an engine"]


def test_parse_keeps_the_language_of_a_block() -> None:
    document = parse(b"<html lang=en-GB><p>Hello</p><p lang=gd>Madainn mhath</p></html>", "a.html")
    assert [block.language for block in document.blocks] == ["en", "gd"]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_parse_reads_the_page_in_its_charset(charset: str) -> None:
    page = f"<html><head><meta charset={charset}><title>A café</title></head><p>The café</p></html>"
    document = parse(page.encode(charset), "a.html")
    assert (document.title, document.blocks[0].text) == ("A café", "The café")


def test_parse_survives_deep_nesting() -> None:
    assert blocks("<div>" * 8000 + "deep" + "</div>" * 8000) == [("paragraph", "deep")]


def test_parse_refuses_an_empty_file() -> None:
    with pytest.raises(Empty):
        parse(b"", "a.html")


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<table>", "<td>", "<li>", "<img alt=x>", "</ul>", "<", "a b", "&amp;"]))
)
def test_parse_raises_only_read_errors(parts: list[str]) -> None:
    data = "".join(parts).encode()
    try:
        document = parse(data, "a.html")
    except ReadError:
        return
    for block in document.blocks:
        assert block.text.strip() and "  " not in block.text


@pytest.mark.skipif("BIAS_AUDIT_MATERIALS" not in os.environ, reason="set BIAS_AUDIT_MATERIALS to the test materials")
def test_parse_reads_all_web_materials() -> None:
    for path in sorted(Path(os.environ["BIAS_AUDIT_MATERIALS"]).rglob("*.html")):
        assert parse(path.read_bytes(), path.name).blocks, path.name
