"""Office files written by hand for the tests of their readers, and checks that hold for all documents."""

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from bias_audit.model import Document
from bias_audit.parsers.ooxml_tree import ONE_TO_ONE

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def xml(tag: str, inner: str, attributes: str = "") -> str:
    """A part with all namespaces declared."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><{tag} {spaces} {attributes}>{inner}</{tag}>'


def links(**targets: str) -> str:
    """A relationships part; ``image1="media/a.png"`` makes rId "image1" of kind "image"."""
    entries = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{key.rstrip("0123456789")}" Target="{target}"'
        + (' TargetMode="External"' if "://" in target else "")
        + "/>"
        for key, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{entries}</Relationships>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def word_file(body: str, others: Mapping[str, str | bytes] | None = None, **targets: str) -> bytes:
    """A Word file with this body, other parts, and relationships of the main part."""
    return archive(
        {
            "_rels/.rels": links(officeDocument1="word/document.xml"),
            "word/document.xml": xml("w:document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": links(**targets),
            **(others or {}),
        }
    )


def para(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of Word; runs that are not XML become w:t."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def materials(pattern: str) -> list[Path]:
    """Reference files by pattern. Skips the test when the folder is not at hand."""
    folder = os.environ.get("BIAS_AUDIT_MATERIALS")
    if not folder:
        pytest.skip("BIAS_AUDIT_MATERIALS is not set: the reference materials are not at hand")
    return sorted(Path(folder).glob(pattern))


def assert_offsets_hold(data: bytes, document: Document) -> None:
    """Every run of every block leads to its very words in the file, and no words are read twice."""
    seen: set[tuple[str, str, int]] = set()
    roots: dict[str, etree._Element] = {}
    prefixes: dict[str, dict[str, str]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for block in document.blocks:
            part = block.origin.part
            if part not in roots:
                roots[part] = etree.fromstring(opened.read(part))
                prefixes[part] = {k: v for e in roots[part].iter() for k, v in e.nsmap.items() if k}
            end = 0
            assert block.text == block.text.strip() != ""
            for run in block.origin.runs:
                assert end <= run.start < run.end <= len(block.text)
                end = run.end
                path, _, attribute = run.path.partition("/@")
                (element,) = roots[part].xpath(path, namespaces=prefixes[part])
                assert roots[part].getroottree().getpath(element) == path
                source = element.get(attribute) if attribute else element.text
                expected = source.translate(ONE_TO_ONE)[run.offset : run.offset + run.end - run.start]
                assert block.text[run.start : run.end] == expected
                assert (part, run.path, run.offset) not in seen
                seen.add((part, run.path, run.offset))


def words(text: str) -> int:
    """Words with a letter or digit in them."""
    return sum(any(c.isalnum() for c in word) for word in text.split())
