"""What a file is, by its content. The name is asked where content cannot say (Markdown, lists, text)."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from ..errors import Damaged, Empty, Encrypted, UnsupportedFormat
from . import compound, media
from .plain import decode

_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.(?:text|presentation|spreadsheet)")
_PICTURES = {
    b"\x89PNG\r\n": media.PNG,
    b"\xff\xd8\xff": media.JPEG,
    b"II*\x00": media.TIFF,
    b"MM\x00*": media.TIFF,
}
_OTHER_PICTURES = (b"GIF87a", b"GIF89a", b"\x00\x00\x01\x00")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|meta|table|article|section|main)(?=[\s>/])", re.IGNORECASE
)
_HTML_SMALL = re.compile(rb"\A\s*<(?:h[1-6]|p|div|ul|ol|span|a|img|script|style|header|nav|figure|!--)[\s>]", re.I)
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"!?\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"^\|.*\|[ \t]*\r?\n\|[ :|-]+\|", re.MULTILINE),
    re.compile(r"\*\*[^*\s][^*\n]*\*\*"),
)
# Plain text under such a name is what is left of a file, or an error message that was saved in its place.
_NEVER_TEXT = (".docx", ".pptx", ".xlsx", ".odt", ".odp", ".ods", ".epub", ".notebook", ".pdf", ".zip", ".doc", ".ppt")
_BINARY = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_INFLATED_HEAD = 2_000_000  # enough of a content types part; the readers have their own limits


def media_type(data: bytes, name: str) -> str:
    """The media type of a file, one of those in ``media``.

    Raises ``Empty``, ``Encrypted``, ``Damaged`` or ``UnsupportedFormat``, each saying what to do.
    """
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    if b"%PDF-" in data[:1024] or data[:4] == b"%PDF":
        return media.PDF
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return _inside_zip(data, name)
    if data.startswith(_COMPOUND):
        return _inside_compound(data)
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n\x00")[:5] == b"{\\rtf":
        return media.RTF
    for start, kind in _PICTURES.items():
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return media.WEBP
    if data.startswith(_OTHER_PICTURES) or _is_heic(data):
        raise UnsupportedFormat(
            "This is a picture of a kind that cannot be read. Save it as .jpg or .png, then try again."
        )
    return _text_type(data, name)


def _is_heic(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif")


def _inside_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: info for info in archive.infolist()}
            if "[Content_Types].xml" in members:
                with archive.open(members["[Content_Types].xml"]) as part:
                    return _office_kind(part.read(_INFLATED_HEAD), set(members))
            if "_rels/.rels" in members:
                return _office_kind(b"", set(members))
            return _by_members(archive, members)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        EOFError,
    ) as e:
        raise Damaged(
            f"{name} is damaged or was not copied fully, so it cannot be opened. Fetch it again from where "
            "it came from, or open it and save a fresh copy."
        ) from e


def _by_members(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> str:
    """OpenDocument, e-book or an archive of files, by what the zip says of itself."""

    def start_of(name: str) -> bytes:
        if name not in members:
            return b""
        with archive.open(members[name]) as part:
            return part.read(_INFLATED_HEAD)

    kind = start_of("mimetype").strip()
    manifest = start_of("META-INF/manifest.xml")
    if kind == media.EPUB.encode() or (not kind and "META-INF/container.xml" in members):
        return media.EPUB
    said = _OPEN_DOCUMENT.match(kind) or (None if kind else _OPEN_DOCUMENT.search(manifest))
    if said:
        if b"encryption-data" in manifest:
            raise _locked()
        return said.group().decode()
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise UnsupportedFormat(
            "This is an OpenDocument file that is neither text, slides nor a sheet. Open it and save it as "
            ".pdf, then try again."
        )
    if "imsmanifest.xml" in members and any(re.fullmatch(r"page\d+\.svg", member) for member in members):
        return media.NOTEBOOK
    return media.ZIP


def _locked() -> Encrypted:
    return Encrypted("This file is protected by a password. Save a copy without one and try again.")


def _office_kind(types: bytes, members: set[str]) -> str:
    """Word or PowerPoint by the content type of the main part; templates and shows are their kin."""
    for found in re.finditer(rb'ContentType\s*=\s*["\']([^"\']+)["\']', types):
        kind = found.group(1).lower()
        if not kind.endswith(b".main+xml"):
            continue
        if b"wordprocessingml" in kind or b"ms-word" in kind:
            return media.DOCX
        if b"presentationml" in kind or b"ms-powerpoint" in kind:
            return media.PPTX
        if b"spreadsheetml" in kind or b"ms-excel" in kind:
            if kind.startswith(b"application/vnd.ms-excel.sheet.binary"):
                raise UnsupportedFormat(
                    "This is a binary spreadsheet (.xlsb), which cannot be read. Save it as .xlsx, then try again."
                )
            return media.XLSX
    if any(member.startswith("word/") for member in members):
        return media.DOCX
    if any(member.startswith("ppt/") for member in members):
        return media.PPTX
    raise UnsupportedFormat(
        "This Office file is neither a document nor a presentation. Save it as .docx, .pptx or .pdf, then try again."
    )


def _inside_compound(data: bytes) -> str:
    found = compound.streams(data)
    if compound.is_locked(found):
        raise _locked()
    if "PowerPoint Document" in found:
        return media.PPT
    if "WordDocument" in found:
        return media.DOC
    if found.keys() & {"Workbook", "Book"}:
        raise UnsupportedFormat("This is an older Excel spreadsheet. Open it and save it as .xlsx, then try again.")
    raise UnsupportedFormat(
        "This is an older Office file, or another kind that cannot be read. Open it and save it as .docx, "
        ".pptx or .pdf, then try again."
    )


def _text_type(data: bytes, name: str) -> str:
    text = decode(data)
    head = text[:65536]
    strange = len(_BINARY.findall(head)) + head.count("\x00") + head.count("\ufffd")
    if strange > max(2, len(head) // 500) or (strange and len(head) < 64):
        raise UnsupportedFormat(
            f"{name} is not a kind of file that can be read. Save it as .docx, .pptx, .pdf, .html, .md or "
            ".txt, then try again."
        )
    lower = name.lower()
    if lower.endswith((".md", ".markdown")):
        return media.MARKDOWN
    begin = head[:8192].encode("utf-8")
    if _HTML_SMALL.match(begin) or (_HTML.search(begin[:4096]) and begin.count(b"<") >= 2):
        return media.HTML
    if lower.endswith(_NEVER_TEXT):
        raise Damaged(
            f"{name} is not what its name says: there is only plain text in it. Fetch it again from where it "
            "came from; if it is meant to be plain text, end its name in .txt."
        )
    if lower.endswith((".csv", ".tsv")):
        return media.CSV
    if lower.endswith((".html", ".htm", ".xhtml")):
        return media.HTML
    if not lower.endswith(".txt") and sum(bool(sign.search(head)) for sign in _MARKDOWN_SIGNS) >= 2:
        return media.MARKDOWN
    return media.TEXT
