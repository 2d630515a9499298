import re
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml_files import materials

from bias_audit import errors
from bias_audit.model import Block, Document
from bias_audit.parsers import media
from bias_audit.parsers.rtf import parse

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}"
    r"{\f2\fcharset2 Wingdings;}{\f3\fcharset128 MS Mincho;}}"
    r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Intense Quote;}{\s3 caption;}{\*\cs9 Strong;}}"
)


def file(body: str) -> bytes:
    return (HEAD + body + "}").encode("latin-1")


def read(data: bytes) -> Document:
    """Parse, and check that every run leads to its very words and that none are read twice."""
    document = parse(data, "lesson.rtf")
    assert document == parse(data, "lesson.rtf")
    source, seen = data.decode("latin-1"), set()
    for block in document.blocks:
        assert block.text.strip()
        for run in block.origin.runs:
            words = block.text[run.start : run.end]
            assert source[run.offset : run.offset + len(words)] == words
            assert run.offset not in seen
            seen.add(run.offset)
    return document


def shown(body: str) -> list[tuple[str, str, str]]:
    return [(block.kind, block.place.label, block.text) for block in read(file(body)).blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Two {\b boys} ran.\par", "Two boys ran."),
        ("Two \nbo\r\nys", "Two boys"),
        (r"caf\'e9", "café"),
        (r"Mh\u224?iri", "Mhàiri"),
        (r"Mh\u224\'e0iri", "Mhàiri"),
        (r"{\uc2 a\u8217 xxb}c\u8217?d", "a’bc’d"),
        (r"{\uc0 a\u233 b}", "aéb"),
        (r"\u-10179?\u-8704?!", "😀!"),
        (r"\u55357?x", "x"),
        (r"{\f1 \'c4\'ee\'ec}", "Дом"),
        (r"{\f3 \'83\'5c\'83L}", "ソキ"),
        (r"a{\f2 J}b", "a b"),
        (r"one\~two\_three\-four\tab five", "one two-threefour five"),
        (r"\lquote Hi\rquote  \emdash  \ldblquote x\rdblquote", "‘Hi’ — “x”"),
        (r"\{a\}\\b", r"{a}\b"),
        (r"See {\field{\*\fldinst HYPERLINK x}{\fldrslt this}}", "See this"),
        (r"A{\*\unknown gone}b{\info{\author Who}}", "Ab"),
        (r"{\upr{x}{\*\ud{y}}}", "y"),
        (r"A{\xe{index}}b{\deleted gone}", "Ab"),
        (r"A\bin3 {{{b", "Ab"),
        (r"A\line b", "A\nb"),
    ],
)
def test_parse_reads_characters(body: str, expected: str) -> None:
    assert [text for _, _, text in shown(body)] == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            r"\s1 Aims\par\pard Text",
            [("heading", "paragraph 1", "Aims"), ("paragraph", "paragraph 2", "Text")],
        ),
        (r"\outlinelevel2 Aims\par", [("heading", "paragraph 1", "Aims")]),
        (r"\s2 So\par", [("quote", "paragraph 1", "So")]),
        (
            r"{\pntext\'b7\tab}Item\par\pard Text",
            [("list", "paragraph 1", "Item"), ("paragraph", "paragraph 2", "Text")],
        ),
        (r"\ls1\ilvl1 Why?\par", [("question", "paragraph 1", "Why?")]),
        (
            r"Top\par\trowd\intbl A\cell\intbl B\cell\row\trowd\intbl C\par\intbl D\cell\row\pard End",
            [
                ("paragraph", "paragraph 1", "Top"),
                ("cell", "table 1, row 1, column 1", "A"),
                ("cell", "table 1, row 1, column 2", "B"),
                ("cell", "table 1, row 2, column 1", "C"),
                ("cell", "table 1, row 2, column 1", "D"),
                ("paragraph", "paragraph 2", "End"),
            ],
        ),
        (
            r"\intbl A\par\itap2 x\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
            r"y\nestcell\pard\intbl B\cell\row",
            [
                ("cell", "table 1, row 1, column 1", "A"),
                ("cell", "table 2, row 1, column 1", "x"),
                ("cell", "table 2, row 2, column 1", "y"),
                ("cell", "table 1, row 1, column 1", "B"),
            ],
        ),
        (
            r"A{\footnote\chftn One}b{\footnote\ftnalt End}{\*\annotation Really?}\par"
            r"{\header Top}{\footerf Foot}",
            [
                ("paragraph", "paragraph 1", "Ab"),
                ("header", "header", "Top"),
                ("footer", "footer", "Foot"),
                ("footnote", "footnote 1", "One"),
                ("footnote", "endnote 1", "End"),
                ("comment", "comment 1", "Really?"),
            ],
        ),
        (
            r"Out{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv A girl}}{\shptxt In\par}}"
            r"{\shprslt{\*\do{\dptxbxtext In}}}}side",
            [
                ("paragraph", "paragraph 1", "Outside"),
                ("paragraph", "text box 1", "In"),
                ("alt_text", "paragraph 1", "A girl"),
            ],
        ),
    ],
)
def test_parse_reads_structure(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(shown(body)) == sorted(expected)
    assert [found for found in shown(body) if found[0] == "cell"] == [e for e in expected if e[0] == "cell"]


def test_parse_marks_comments_for_teachers() -> None:
    assert [(b.kind, b.audience) for b in read(file(r"A{\*\annotation Hm}\par")).blocks] == [
        ("paragraph", "learner"),
        ("comment", "teacher"),
    ]


def test_parse_keeps_pictures_with_their_words() -> None:
    said = r"{\*\picprop{\sp{\sn wzDescription}{\sv A g\u237?rl}}}"
    picture = r"{\*\shppict{\pict" + said + r"\pngblip\picw4\pich3 8950 4e47}}"
    document = read(file(picture + r"{\nonshppict{\pict\wmetafile8 00}}\par\s3 Figure 1\par"))
    (found,) = document.pictures
    assert (found.data, found.media_type, found.width, found.height) == (b"\x89PNG", "image/png", 4, 3)
    assert (found.alt_text, found.alt_quality, found.caption) == ("A gírl", "written", "Figure 1")
    assert [(b.kind, b.text) for b in document.blocks] == [("alt_text", "A gírl"), ("caption", "Figure 1")]


def test_parse_says_what_is_hidden_deleted_embedded_or_cut_off() -> None:
    body = r"{\v secret} {\deleted gone}\par{\object\objemb{\*\objdata 00}{\result{\pict\wmetafile8 00}}}x"
    document = parse(file(body)[:-1], "a.rtf")
    assert [block.text for block in document.blocks] == ["secret", "x"]
    assert {w.code: w.count for w in document.warnings} == {
        "hidden-text": 1, "deleted-text": 1, "embedded-objects": 1, "cut-off": 1,
    }  # fmt: skip
    assert document.pictures == ()


def test_parse_knows_title_and_kind() -> None:
    document = read(file(r"{\info{\title Our gl\'e9n}{\author Who}}Text"))
    assert (document.title, document.media_type) == ("Our glén", media.RTF)


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", errors.Empty), (b"plain words", errors.Damaged), (b"{\\rtf1" + b"{" * 5000, errors.Damaged)],
)
def test_parse_says_what_is_wrong(data: bytes, error: type[errors.ReadError]) -> None:
    with pytest.raises(error, match=r"a\.rtf"):
        parse(data, "a.rtf")


PIECES = st.sampled_from(
    [
        "{", "}", "\\par ", "\\cell ", "\\row ", "\\intbl ", "\\itap3 ", "\\u233 ", "\\u-10179?", "\\uc3 ",
        "\\'e9", "\\'", "\\", "\\*", "{\\*\\shpinst", "{\\pict", "{\\footnote ", "{\\shptxt ", "word ", "0a",
        "\\bin5 ", "\\bin9999999 ", "{\\fonttbl", "\\f1 ", "\\ansicpg99999 ", "\\u9999999999 ", "\\nestcell ",
        "{\\sp{\\sn ", "{\\sv ", "\\nestrow ", "\\fcharset2 ", "{\\upr", "{\\*\\ud", "\\pard ", "\\f-1 ",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40), st.binary(max_size=20))
def test_parse_raises_only_read_errors_on_broken_files(pieces: list[str], junk: bytes) -> None:
    data = HEAD.encode("ascii") + "".join(pieces).encode("ascii") + junk
    with suppress(errors.ReadError):
        for block in parse(data, "a.rtf").blocks:
            block.text.encode("utf-8")
            assert all(0 <= r.start < r.end <= len(block.text) for r in block.origin.runs)


def counted(data: bytes) -> Counter[str]:
    """A rough count, made otherwise: definitions cut out by their braces, then the rest by patterns."""
    text = data.decode("latin-1")
    opening = re.compile(
        r"\{\\\*\\(?!shpinst|shppict|annotation|ud\b)|\{\\(?:fonttbl|colortbl|stylesheet|info|pict|listtext|pntext|sp\b"
        r"|shprslt|nonesttables|xe\b|upr|object)"
    )
    while found := opening.search(text):
        depth, at = 0, found.start()
        for at in range(found.start(), len(text)):
            depth += (text[at] == "{" and text[at - 1] != "\\") - (text[at] == "}" and text[at - 1] != "\\")
            if depth == 0:
                break
        text = text[: found.start()] + text[at + 1 :]
    text = re.sub(r"\\(?:par|cell|nestcell|row|tab|line|footnote|header\w?|footer\w?|shptxt)(?![a-z])-?\d*", " ", text)
    text = re.sub(r"[\r\n]+", "", text)
    text = re.sub(r"\\[~]", " ", text)
    text = re.sub(r"\\u-?\d+ ?(?:\\'[0-9a-f]{2}|[^\\{} ])?", "é", text)
    text = re.sub(r"\\'[0-9a-f]{2}", "é", text)
    text = re.sub(r"\\[A-Za-z]+-?\d* ?", "", text)
    text = re.sub(r"\\([{}\\])|[{}]", lambda m: m[1] or "", text)
    return Counter(w for w in re.findall(r"[A-Za-z0-9]+", text) if len(w) > 1)


def words(blocks: tuple[Block, ...]) -> Counter[str]:
    return Counter(w for b in blocks for w in re.findall(r"[A-Za-z0-9]+", b.text) if len(w) > 1)


@pytest.mark.parametrize("name", ["various", "nested_table", "footnote", "curly_braces", "lesson_46"])
def test_parse_keeps_the_words_of_the_materials(name: str) -> None:
    (path,) = materials(f"*/*/{name}.rtf")
    data = path.read_bytes()
    ours, theirs = words(read(data).blocks), counted(data)
    assert ours.total() > 4
    assert (ours & theirs).total() >= 0.95 * theirs.total(), (theirs - ours).most_common(20)
    assert (ours & theirs).total() >= 0.95 * ours.total(), (ours - theirs).most_common(20)


def test_parse_counts_the_lesson_of_the_materials_to_the_word() -> None:
    (path,) = materials("real/made-here/lesson_46.rtf")
    found = sum(any(c.isalnum() for c in w) for b in read(path.read_bytes()).blocks for w in b.text.split())
    assert found == 593


def test_parse_reads_the_code_page_of_the_materials() -> None:
    (path,) = materials("hostile/rtf/codepage1250.rtf")
    assert read(path.read_bytes()).blocks[0].text == "zażółć gęślą jaźń"
