import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias_audit.errors import Damaged, Empty, Encrypted, ReadError, UnsupportedFormat
from bias_audit.parsers import media
from bias_audit.parsers.sniff import media_type

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


def zipped(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


def office(main_type: str) -> bytes:
    return zipped(**{"[Content_Types].xml": f'<Types><Override PartName="/x" ContentType="{main_type}"/></Types>'})


def locked(kind: str) -> bytes:
    return zipped(**{"mimetype": kind, "META-INF__manifest.xml": "<a><encryption-data/></a>"})


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ODF = "application/vnd.oasis.opendocument"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECK = "application/vnd.openxmlformats-officedocument.presentationml"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7 ...", "a.pdf", media.PDF),
        (b"junk first\n%PDF-1.4 ...", "lesson.md", media.PDF),
        (office(f"{WORD}.document.main+xml"), "a.pdf", media.DOCX),
        (office(f"{WORD}.template.main+xml"), "a.dotx", media.DOCX),
        (office("application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docm", media.DOCX),
        (office(f"{DECK}.presentation.main+xml"), "a.zip", media.PPTX),
        (office(f"{DECK}.slideshow.main+xml"), "a.ppsx", media.PPTX),
        (office("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), "a.pptm", media.PPTX),
        (office(f"{SHEET}.sheet.main+xml"), "a.xlsx", media.XLSX),
        (zipped(**{"_rels__.rels": "<x/>", "word__document.xml": "<x/>"}), "a.docx", media.DOCX),
        (zipped(mimetype=f"{ODF}.text"), "a.docx", media.ODT),
        (zipped(mimetype=f"{ODF}.text-template"), "a.ott", media.ODT),
        (zipped(mimetype=f"{ODF}.presentation\n"), "a.odp", media.ODP),
        (zipped(mimetype=f"{ODF}.spreadsheet"), "a.ods", media.ODS),
        (zipped(**{"META-INF__manifest.xml": f'<a b="{ODF}.text"/>'}), "a.zip", media.ODT),
        (zipped(mimetype="application/epub+zip"), "a.zip", media.EPUB),
        (zipped(**{"META-INF__container.xml": "<x/>"}), "a.epub", media.EPUB),
        (zipped(**{"imsmanifest.xml": "x", "page0.svg": "x"}), "a.zip", media.NOTEBOOK),
        (zipped(notes="text"), "a.docx", media.ZIP),
        (PNG, "a.docx", media.PNG),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "scan.pdf", media.JPEG),
        (b"II*\x00\x08\x00\x00\x00", "scan", media.TIFF),
        (b"MM\x00*\x00\x00\x00\x08", "scan", media.TIFF),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a.webp", media.WEBP),
        (b"{\\rtf1 hello}", "a.doc", media.RTF),
        (b"\xef\xbb\xbf\n{\\rtf1 hello}", "a.txt", media.RTF),
        (b"word,use\nnurse,job", "a.csv", media.CSV),
        (b"word,use\nnurse,job", "a.txt", media.TEXT),
        (b"<!DOCTYPE html><html><p>Hello</p></html>", "a.docx", media.HTML),
        (b"<h1>Lesson</h1><p>One</p>", "a.txt", media.HTML),
        (b"We learn the <b>html</b> tags today.", "notes.txt", media.TEXT),
        (b"Plain words", "a.md", media.MARKDOWN),
        (b"# Title\n\nSome **bold** words", "a", media.MARKDOWN),
        (b"# of pupils: 12", "a.txt", media.TEXT),
        ("Nurse’s café".encode("cp1252"), "a.txt", media.TEXT),
        ("A short line".encode("utf-16"), "a.txt", media.TEXT),
        ("A short line".encode("utf-16-be"), "a.txt", media.TEXT),
    ],
)
def test_media_type_goes_by_content(data: bytes, name: str, expected: str) -> None:
    assert media_type(data, name) == expected


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", Empty, "empty"),
        (COMPOUND, UnsupportedFormat, ".docx"),
        (locked(f"{ODF}.text"), Encrypted, "password"),
        (zipped(mimetype=f"{ODF}.graphics"), UnsupportedFormat, ".pdf"),
        (office("application/vnd.ms-excel.sheet.binary.macroEnabled.main+xml"), UnsupportedFormat, ".xlsx"),
        (b"GIF89a" + b"\x00" * 20, UnsupportedFormat, "picture"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 20, UnsupportedFormat, ".jpg"),
        (b"PK\x03\x04 and nothing more", Damaged, "damaged"),
        (b"404: not found", Damaged, "only plain text"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), Encrypted, "password"),
        (b"\x00\x01\x02\x03" * 200, UnsupportedFormat, "not a kind"),
    ],
)
def test_media_type_says_what_to_do(data: bytes, error: type[ReadError], words: str) -> None:
    with pytest.raises(error, match=words):
        media_type(data, "lesson.docx")


@given(st.binary(max_size=400), st.sampled_from(["", "%PDF-", "PK\x03\x04", "<html>", "{\\rtf"]))
def test_media_type_raises_only_read_errors(data: bytes, start: str) -> None:
    try:
        kind = media_type(start.encode("latin-1") + data, "a.bin")
    except ReadError:
        return
    assert kind in {getattr(media, known) for known in dir(media) if known.isupper()}


@pytest.mark.skipif("BIAS_AUDIT_MATERIALS" not in os.environ, reason="set BIAS_AUDIT_MATERIALS to the test materials")
def test_media_type_names_every_material() -> None:
    root = Path(os.environ["BIAS_AUDIT_MATERIALS"])
    kinds = {
        ".pdf": media.PDF,
        ".docx": media.DOCX,
        ".pptx": media.PPTX,
        ".md": media.MARKDOWN,
        ".html": media.HTML,
        ".odt": media.ODT,
        ".odp": media.ODP,
        ".epub": media.EPUB,
        ".rtf": media.RTF,
        ".doc": media.DOC,
    }
    for path in sorted((root / "real").rglob("*.*")):
        if path.suffix in kinds:
            assert media_type(path.read_bytes(), path.name) == kinds[path.suffix], path.name
