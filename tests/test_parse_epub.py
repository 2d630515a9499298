import io
import re
import zipfile
from collections import Counter
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ooxml_files import archive, materials
from PIL import Image

from bias_audit import errors
from bias_audit.parsers import media
from bias_audit.parsers.epub import parse

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def picture_file() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (2, 3)).save(target, "GIF")
    return target.getvalue()


GIF = picture_file()
XHTML = "application/xhtml+xml"


def book(chapters: dict[str, str], others: dict[str, str | bytes] | None = None, items: str = "") -> bytes:
    """A book whose chapters stand in the spine in the order given, and in the list of files the other way."""
    listed = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="{XHTML}"/>' for name in reversed(chapters)
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Our glen</dc:title><dc:language>gd</dc:language>"
        '<meta name="cover" content="cover"/></metadata>'
        f"<manifest>{listed}{items}</manifest><spine>{spine}</spine></package>"
    )
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": opf,
            **{f"OEBPS/text/{name}.xhtml": page for name, page in chapters.items()},
            **(others or {}),
        }
    )


def page(body: str, attributes: str = "") -> str:
    return (
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" {attributes}>'
        f"<head><title/><script/></head><body>{body}</body></html>"
    )


def test_parse_reads_chapters_in_the_order_of_the_spine() -> None:
    table = "<table><tr><td>Cell</td></tr></table>"
    data = book({"b": page("<h1>First</h1><a id='x'/><p>One</p>"), "a": page(f"<p>Two</p>{table}")})
    document = parse(data, "a.epub")
    assert document == parse(data, "a.epub")
    assert (document.media_type, document.title) == (media.EPUB, "Our glen")
    assert [(b.kind, b.place.label, b.place.section, b.language, b.text) for b in document.blocks] == [
        ("heading", "chapter 1", "", "gd", "First"),
        ("paragraph", "chapter 1", "First", "gd", "One"),
        ("paragraph", "chapter 2", "First", "gd", "Two"),
        ("cell", "chapter 2, table 1, row 1, column 1", "First", "gd", "Cell"),
    ]


@pytest.mark.parametrize(
    ("body", "attributes", "expected"),
    [
        ("<p>A<br/>b<i/>c</p><div/><p>d</p>", "", [("A bc", "gd"), ("d", "gd")]),
        ("<p>Caf&eacute; &amp; &#233;</p>", 'xml:lang="en-GB"', [("Café & é", "en")]),
        ("<p>Yes <![CDATA[1 < 2 & 3]]></p>", 'lang="fr"', [("Yes 1 < 2 & 3", "fr")]),
        ("<p>One<![CDATA[never closed</p>", "", [("One", "gd")]),
        ('<p xml:lang="de">Guten Tag</p>', "", [("Guten Tag", "de")]),
    ],
)
def test_parse_reads_xhtml_as_it_is_meant(body: str, attributes: str, expected: list[tuple[str, str]]) -> None:
    document = parse(book({"a": page(body, attributes)}), "a.epub")
    assert [(block.text, block.language) for block in document.blocks] == expected


def test_parse_reads_pages_in_their_own_encoding() -> None:
    data = book(
        {"a": ""},
        {"OEBPS/text/a.xhtml": '<?xml version="1.0" encoding="cp1251"?><p>Дом</p>'.encode("cp1251")},
    )
    assert [block.text for block in parse(data, "a.epub").blocks] == ["Дом"]


def test_parse_leaves_out_the_contents_page() -> None:
    chapters = {"n": page("<p>Contents</p>"), "a": page("<p>One</p>")}
    plain = book(chapters)
    assert [block.text for block in parse(plain, "a.epub").blocks] == ["Contents", "One"]
    # the last entry of an id is the one that counts
    marked = f'<item id="n" href="text/n.xhtml" media-type="{XHTML}" properties="nav"/>'
    assert [block.text for block in parse(book(chapters, items=marked), "a.epub").blocks] == ["One"]


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ('<p>x</p><img src="../img/c.gif" alt="A girl welds"/>', ["chapter 1"]),
        ('<p>x</p><svg><image xlink:href="../img/c.gif"/></svg>', ["cover"]),
        ('<p>x</p><img src="../img/gone.gif"/>', ["cover", "chapter 1"]),
        ('<p>x</p><img src="https://example.org/c.gif"/>', ["cover", "chapter 1"]),
        ('<p>x</p><img src="../../../../../etc/hostname"/>', ["cover", "chapter 1"]),
    ],
)
def test_parse_keeps_pictures_of_the_book_only_and_the_cover_once(body: str, labels: list[str]) -> None:
    items = '<item id="cover" href="img/c.gif" media-type="image/gif"/>'
    document = parse(book({"a": page(body)}, {"OEBPS/img/c.gif": GIF}, items), "a.epub")
    assert [picture.place.label for picture in document.pictures] == labels
    assert document.pictures[0].data == GIF
    assert (document.pictures[0].width, document.pictures[0].height) == (2, 3)
    assert all(picture.data == b"" for picture in document.pictures[1:])


def locked(method: str, part: str) -> dict[str, str | bytes]:
    return {
        "META-INF/encryption.xml": "<encryption><EncryptedData>"
        f'<EncryptionMethod Algorithm="{method}"/><CipherData><CipherReference URI="{part}"/></CipherData>'
        "</EncryptedData></encryption>"
    }


def test_parse_refuses_locked_text_and_takes_scrambled_fonts() -> None:
    chapters = {"a": page("<p>One</p>")}
    fonts = locked("http://www.idpf.org/2008/embedding", "OEBPS/fonts/a.otf")
    assert len(parse(book(chapters, fonts), "a.epub").blocks) == 1
    other = locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/img/c.gif")
    assert len(parse(book(chapters, other), "a.epub").blocks) == 1
    drm = locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/a.xhtml")
    with pytest.raises(errors.Encrypted, match="without protection"):
        parse(book(chapters, drm), "a.epub")


def test_parse_says_which_chapters_are_missing() -> None:
    data = book({"a": page("<p>One</p>"), "b": page("x")}).replace(b"text/b.xhtml", b"text/X.xhtml")
    document = parse(data, "a.epub")
    assert [block.text for block in document.blocks] == ["One"]
    assert [(w.code, w.count) for w in document.warnings] == [("unreadable-parts", 1)]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.Empty),
        (b"PK\x03\x04", errors.Damaged),
        (archive({"mimetype": "application/epub+zip"}), errors.Damaged),
        (book({}), errors.Damaged),
        (archive({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": "<package"}), errors.Damaged),
    ],
)
def test_parse_says_what_is_wrong(data: bytes, error: type[errors.ReadError]) -> None:
    with pytest.raises(error) as raised:
        parse(data, "book.epub")
    assert "book.epub" in str(raised.value)


SAMPLE = book({"a": page("<p>One <img src='../c.gif' alt='x'/></p>")}, {"OEBPS/c.gif": GIF})


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_parse_raises_only_read_errors_on_broken_files(data: st.DataObject) -> None:
    changed = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(changed) // 2, len(changed)))
    for broken in (bytes(changed), bytes(changed[:cut])):
        with suppress(errors.ReadError):
            assert parse(broken, "a.epub").name == "a.epub"


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/!-[]&;ap '\"=CDATA\n", max_size=80))
def test_parse_takes_any_markup(markup: str) -> None:
    with suppress(errors.ReadError):
        parse(book({"a": markup}), "a.epub")


class _Words(HTMLParser):
    """The words of a page by the standard library, an element's text at a time."""

    SILENT = frozenset({"head", "script", "style", "nav", "svg", "noscript"})
    LINE = frozenset("a b i em strong span sup sub small cite code abbr".split())

    def __init__(self) -> None:
        super().__init__()
        self.silent: list[str] = []
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in self.SILENT:
            self.silent.append(tag)
        if tag not in self.LINE:
            self.parts.append(" ")

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.parts.append("" if tag in self.LINE else " ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            self.silent.remove(tag)
        if tag not in self.LINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def counted(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    with zipfile.ZipFile(path) as opened:
        (opf,) = [n for n in opened.namelist() if n.endswith(".opf")]
        root = ElementTree.fromstring(opened.read(opf))
        files = {e.get("id"): e for e in root.iter() if e.tag.endswith("}item")}
        for entry in root.iter():
            item = files.get(entry.get("idref")) if entry.tag.endswith("}itemref") else None
            if item is not None and "nav" not in (item.get("properties") or ""):
                reader = _Words()
                reader.feed(opened.read(str(Path(opf).parent / str(item.get("href")))).decode("utf-8"))
                found.update(w for w in "".join(reader.parts).split() if re.search(r"\w", w))
    return found


def test_parse_keeps_the_words_of_the_materials_and_invents_none() -> None:
    names = ("childrens_literature", "arabic", "encryption_xml_fonts", "encryption_xml_fonts_small")
    files = [p for pattern in ("real/epub/*.epub", "hostile/epub/*.epub") for p in materials(pattern)]
    files = [path for path in files if path.stem in names]
    assert len(files) == 4
    for path in files:
        document = parse(path.read_bytes(), path.name)
        ours = Counter(
            w for b in document.blocks if b.kind != "alt_text" for w in b.text.split() if re.search(r"\w", w)
        )  # fmt: skip
        theirs = counted(path)
        assert (ours & theirs).total() >= 0.99 * theirs.total(), (path.name, (theirs - ours).most_common(9))
        assert (ours - theirs).total() <= 0.01 * ours.total(), (path.name, (ours - theirs).most_common(9))


@pytest.mark.parametrize("name", ["epub/no_end_header", "epub/image_named", "damaged/truncated_half"])
def test_parse_refuses_the_awkward_materials_clearly(name: str) -> None:
    (path,) = materials(f"hostile/{name}.epub")
    with pytest.raises(errors.ReadError):
        parse(path.read_bytes(), path.name)
