"""The package that Word and PowerPoint files are: a zip opened within limits, safe XML, relationships."""

import io
import posixpath
import re
import struct
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from ..errors import Damaged, Empty, TooLarge
from ..model import Picture
from . import sniff
from .ooxml_tree import Element, name_of

MAX_ARCHIVE = 300_000_000  # bytes of all members together, inflated
MAX_XML = 60_000_000  # bytes of one XML part, inflated
_MAX_MEMBERS = 50_000
_CHUNK = 1 << 20

PART_ERRORS = (
    etree.LxmlError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,  # a compression that zipfile does not know
    RuntimeError,  # a member with a password; RecursionError is one, too
    ValueError,
    KeyError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another: ``kind`` is the last word of its type ("image", "notesSlide")."""

    kind: str
    target: str  # a member's name in the archive, or the address of something outside
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An opened archive. ``members`` maps lower-case part names to the archive's entries."""

    name: str
    members: Mapping[str, zipfile.ZipInfo]
    archive: zipfile.ZipFile
    unreadable: set[str] = field(default_factory=set)  # parts that exist and could not be read
    pictures: dict[str, Picture] = field(default_factory=dict)  # read once, by part


def damaged(name: str) -> Damaged:
    """The error for a file that is broken."""
    return Damaged(
        f"{name} is damaged or was not copied fully, so it cannot be read. Fetch it again from where it came "
        "from, or open it in Word or PowerPoint and save a fresh copy."
    )


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Package]:
    """Open a package; inside the block, whatever its bytes provoke is raised as a ``ReadError``."""
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    if data[:2] != b"PK":
        sniff.media_type(data, name)  # says what it is instead, where that can be told
        raise damaged(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MAX_MEMBERS or sum(e.file_size for e in entries) > MAX_ARCHIVE:
                raise _too_large(name)
            members = {_key(e.filename): e for e in entries if e.filename and not e.is_dir()}
            yield Package(name, members, archive)
    except PART_ERRORS as error:
        raise damaged(name) from error


def _too_large(name: str) -> TooLarge:
    return TooLarge(
        f"{name} would be too large once unpacked. Split it, or make its pictures and films smaller, then try again."
    )


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def member_name(package: Package, part: str) -> str:
    """A part's name as the archive spells it."""
    return package.members[_key(part)].filename


def has(package: Package, part: str) -> bool:
    """Whether the archive has this part."""
    return _key(part) in package.members


def read(package: Package, part: str, limit: int = MAX_ARCHIVE) -> bytes:
    """The inflated bytes of a part, counted as they come: headers can lie. Raises what zipfile raises."""
    chunks: list[bytes] = []
    size = 0
    with package.archive.open(package.members[_key(part)]) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise _too_large(package.name)
            chunks.append(chunk)
    return b"".join(chunks)


def read_xml(package: Package, part: str) -> Element:
    """The root element of a part. Declarations of entities are refused: Office never writes any."""
    if package.members[_key(part)].file_size > MAX_XML:
        raise _too_large(package.name)
    return parsed_xml(read(package, part, MAX_XML), package.name)


def parsed_xml(data: bytes, name: str) -> Element:
    """The root element of XML bytes out of the file called ``name``."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise _unsafe(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # nobody asks for them, and one that comes twice would be an error
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unsafe(name)
    return root


def _unsafe(name: str) -> Damaged:
    return Damaged(
        f"{name} holds instructions (XML entities) that no document needs and that can do harm, so "
        "it was not read. Open it in Word or PowerPoint and save a fresh copy."
    )


def try_xml(package: Package, part: str) -> Element | None:
    """The root of a part that the file can do without; None when it is absent, or broken (then noted)."""
    if not has(package, part):
        return None
    try:
        return read_xml(package, part)
    except PART_ERRORS:
        package.unreadable.add(member_name(package, part))
        return None


def relations(package: Package, part: str) -> dict[str, Relation]:
    """The relationships of a part ("" for the package) by id. Targets never leave the archive."""
    folder, base = posixpath.split(part)
    root = try_xml(package, posixpath.join(folder, "_rels", base + ".rels"))
    found: dict[str, Relation] = {}
    if root is None:
        return found
    for link in root:
        if not isinstance(link.tag, str) or not link.tag.endswith("}Relationship"):
            continue
        target = link.get("Target") or ""
        external = (link.get("TargetMode") or "").lower() == "external"
        if not external:
            target = urllib.parse.unquote(target).replace("\\", "/")
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        kind = (link.get("Type") or "").rpartition("/")[2]
        found[link.get("Id") or ""] = Relation(kind, target, external)
    return found


def targets(links: Mapping[str, Relation], kind: str) -> list[str]:
    """The parts linked with this kind, each once, in the order of the links."""
    return list(dict.fromkeys(r.target for r in links.values() if r.kind == kind and not r.external))


def main_part(package: Package, usual: str) -> str:
    """The part that holds the document. Raises ``Damaged`` when there is none."""
    for part in [*targets(relations(package, ""), "officeDocument"), usual]:
        if has(package, part):
            return member_name(package, part)
    raise Damaged(
        f"{package.name} has no document inside it: its main part is missing. Open it in Word or PowerPoint "
        "and save a fresh copy, or fetch it again from where it came from."
    )


def core_title(package: Package) -> str:
    """The title in the file's properties, unless it is one that Office makes up."""
    for part in targets(relations(package, ""), "core-properties"):
        root = try_xml(package, part)
        for child in root if root is not None else ():
            if name_of(child) == "dc:title":
                title = " ".join((child.text or "").split())
                if not re.fullmatch(
                    r"(?i)(powerpoint|slide|word)? ?(presentation|document|slide|title|untitled|\W)*\d*"
                    r"|microsoft (word|powerpoint) - .*",
                    title,
                ):
                    return title
    return ""
