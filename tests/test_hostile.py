"""Files that are broken, locked, odd or meant to do harm, through the isolated reader: text, or one plain message."""

import csv
import io
import os
import socket
import time
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from ooxml_files import archive, para, word_file

from bias_audit.errors import Crashed, Internal, ReadError, TooSlow
from bias_audit.library import passed_over
from bias_audit.model import Document, Limits
from bias_audit.parsers import isolate
from evaluation.fuzz import is_plain

SECONDS = 20  # for any file
USUAL = Limits(seconds=SECONDS)
MATERIALS = os.environ.get("BIAS_AUDIT_MATERIALS", "")
needs_materials = pytest.mark.skipif(not MATERIALS, reason="BIAS_AUDIT_MATERIALS names no materials")


# Content decides: a picture is read as one, whatever its name says, and its report says what was found in it.
READ_AS_PICTURES = {"hostile/epub/image_named.epub"}


@cache
def expectations() -> dict[str, str]:
    """What is expected of each hostile file, by its path inside the materials."""
    if not MATERIALS:
        return {}
    with (Path(MATERIALS) / "MANIFEST.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["path"]: row["expected"] for row in rows if row["path"].startswith("hostile/")}


def outcome(data: bytes, name: str, limits: Limits = USUAL) -> Document | ReadError:
    try:
        return isolate.parse(data, name, limits)
    except ReadError as error:
        return error


def meets(expected: str, came: Document | ReadError) -> bool:
    """Whether an outcome is the expected one, of which some leave a choice."""
    may_fail = "clear error" in expected or "clear message" in expected or "too large" in expected
    if isinstance(came, ReadError):
        return may_fail and is_plain(came) and not isinstance(came, Crashed | Internal | TooSlow)
    if any(block.text.strip() for block in came.blocks):
        return expected.startswith("reads") or "(or reads" in expected
    codes = {warning.code for warning in came.warnings}
    # A document without a word is no error: the report says that there was nothing to read.
    return (
        ("no readable text" in expected and "no-text-pages" in codes)
        or "no text" in expected
        or ("empty text" in expected)
    )


@needs_materials
@pytest.mark.parametrize("path", sorted(expectations()))
def test_hostile_file_ends_as_expected_in_time_and_the_same_twice(path: str) -> None:
    expected = expectations()[path]
    file = Path(MATERIALS) / path
    if "skipped silently" in expected:
        assert passed_over(file.name)
        return
    data = file.read_bytes()
    begun = time.monotonic()
    came = outcome(data, file.name)
    assert time.monotonic() - begun < SECONDS
    if path in READ_AS_PICTURES:
        assert isinstance(came, Document) and came.media_type.startswith("image/")
        assert came.warnings, "a picture without words never looks clean"
    else:
        assert meets(expected, came), f"expected: {expected}; came: {came!r:.300}"
    again = outcome(data, file.name)
    assert (str(again), type(again)) == (str(came), type(came)) if isinstance(came, ReadError) else again == came


@needs_materials
def test_hostile_files_are_all_in_the_manifest() -> None:
    files = {path.relative_to(MATERIALS).as_posix() for path in Path(MATERIALS, "hostile").rglob("*") if path.is_file()}
    assert files == set(expectations())
    assert len(files) > 100


# --- entities -----------------------------------------------------------------------------------

SECRET = "kept to ourselves"
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
EXPANDING = f'<!DOCTYPE x [<!ENTITY e0 "ha">{LAUGHS}]>'


def external(secret: Path) -> str:
    return f'<!DOCTYPE x [<!ENTITY e9 SYSTEM "{secret.as_uri()}">]>'


def docx_with(doctype: str) -> bytes:
    made = word_file(para("&e9;"))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        inside = {name: parts.read(name) for name in parts.namelist()}
    text = inside["word/document.xml"].decode()
    start = text.index("?>") + 2 if text.startswith("<?xml") else 0
    inside["word/document.xml"] = (text[:start] + doctype + text[start:]).encode()
    return archive(dict(inside))


def odt_with(doctype: str) -> bytes:
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?>{doctype}<o:document-content xmlns:o="{spaces}office:1.0" '
        f'xmlns:t="{spaces}text:1.0"><o:body><o:text><t:p>Before &e9; after</t:p></o:text></o:body>'
        "</o:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def html_with(doctype: str) -> bytes:
    return f"<?xml version='1.0'?>{doctype}<html><body><p>Before &e9; after</p></body></html>".encode()


def svg_with(doctype: str) -> bytes:
    picture = f"{doctype}<svg xmlns='http://www.w3.org/2000/svg'><title>&e9;</title><text>&e9;</text></svg>"
    return f"<html><body><p>Before</p>{picture}<p>after</p></body></html>".encode()


def epub_with(doctype: str) -> bytes:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    chapter = f"<?xml version='1.0'?>{doctype}<html><body><p>Before &e9; after</p></body></html>"
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "b.opf": package}
    return archive({**parts, "a.xhtml": chapter})


MADE: list[tuple[str, Callable[[str], bytes]]] = [
    ("a.docx", docx_with),
    ("a.odt", odt_with),
    ("a.html", html_with),
    ("a.epub", epub_with),
    ("b.html", svg_with),
]


@pytest.mark.parametrize(("name", "made"), MADE)
def test_entities_are_not_expanded(name: str, made: Callable[[str], bytes]) -> None:
    begun = time.monotonic()
    came = outcome(made(EXPANDING), name, Limits(seconds=10, megabytes=1000))
    assert time.monotonic() - begun < 5
    if isinstance(came, ReadError):
        assert came.code == "damaged" and is_plain(came)
    else:
        assert sum(len(block.text) for block in came.blocks) < 2_000


@pytest.mark.parametrize(("name", "made"), MADE)
def test_entities_lead_to_no_file(name: str, made: Callable[[str], bytes], tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    came = outcome(made(external(tmp_path / "secret.txt")), name)
    assert SECRET not in repr(came)
    assert not isinstance(came, ReadError) or (came.code == "damaged" and is_plain(came))


def test_addresses_in_a_page_are_not_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        head, body = f"<link rel=stylesheet href={address}>", f"<p>Words</p><img src={address}>"
        page = f"<html><head>{head}</head><body>{body}</body></html>"
        came = outcome(page.encode(), "a.html")
        assert isinstance(came, Document) and came.blocks[0].text == "Words"
        with pytest.raises(TimeoutError):
            server.accept()
