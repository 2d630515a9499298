"""Plain text: blocks between blank lines, with exact offsets into the decoded file."""

import codecs
import hashlib
import re

from .. import places
from ..errors import Damaged, Empty
from ..model import Block, BlockKind, Document, Origin
from . import lines as line_ends
from . import media
from .structure import assemble, looks_like_question, marker_length, with_sections

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|\Z)")
_SHOUT = re.compile(r"[A-Z][A-Z0-9 ,'’&:()/–-]{2,58}[A-Z0-9):]$")


def decode(data: bytes) -> str:
    """The text of a file: byte order mark, UTF-8, UTF-16 without a mark, else Windows-1252.

    The mark itself is not part of the text. Raises ``Damaged`` where a marked encoding does not hold.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding)
            except UnicodeDecodeError as problem:
                raise Damaged(
                    f"This text file is cut off or damaged: it says that it is {encoding.upper()}, but "
                    "parts of it are not. Open it in an editor and save it again as UTF-8."
                ) from problem
    wide = _wide_encoding(data)
    if wide:
        try:
            return data.decode(wide)
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # cp1252 leaves five bytes undefined; latin-1 reads those, and agrees on all the letters
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: Latin letters leave every other byte empty."""
    sample = data[:4096]
    if len(data) % 2 or len(sample) < 4:
        return ""
    half = len(sample) // 2
    empty_even, empty_odd = sample[0::2].count(0), sample[1::2].count(0)
    if empty_odd > 0.7 * half and empty_even < 0.05 * half:
        return "utf-16-le"
    if empty_even > 0.7 * half and empty_odd < 0.05 * half:
        return "utf-16-be"
    return ""


def parse(data: bytes, name: str) -> Document:
    """Read plain text. Runs have path ``text``; joining spaces between lines have no origin."""
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    text = decode(data)
    blocks: list[Block] = []
    for group, blank_after in _groups(text):
        _add(blocks, group, blank_after)
    return Document(name, media.TEXT, hashlib.sha256(data).hexdigest(), with_sections(line_ends.apart(blocks)))


def _groups(text: str) -> list[tuple[list[tuple[str, int]], bool]]:
    """Lines as ``(stripped, offset)`` in groups: a blank line, a list item or a label starts a new one."""
    groups: list[tuple[list[tuple[str, int]], bool]] = []
    current: list[tuple[str, int]] = []
    for found in _LINE.finditer(text):
        line = found.group()
        bare = line.strip()
        if bare:
            starts = marker_length(bare) or looks_like_question(bare)
            if current and (starts or _is_label(current)):
                groups.append((current, False))
                current = []
            current.append((bare, found.start() + line.index(bare[0])))
        elif current:
            groups.append((current, True))
            current = []
    if current:
        groups.append((current, True))
    return groups


def _is_label(lines: list[tuple[str, int]]) -> bool:
    return len(lines) == 1 and len(lines[0][0]) <= 40 and lines[0][0].endswith(":")


def _add(blocks: list[Block], lines: list[tuple[str, int]], blank_after: bool) -> None:
    kind, level, skip = _kind(lines, blank_after)
    pieces: list[tuple[str, int]] = []
    ends = line_ends.standing([line for line, _ in lines])
    for at, (line, offset) in enumerate(lines):
        if at:
            pieces.append(("\n" if ends[at - 1] else " ", -1))
        pieces.append((line[skip:], offset + skip) if at == 0 else (line, offset))
    text, runs = assemble(pieces, "text")
    if text.strip():
        place = places.paragraph(len(blocks) + 1)
        blocks.append(Block(text, kind, place, level=level, origin=Origin("", runs)))


def _kind(lines: list[tuple[str, int]], blank_after: bool) -> tuple[BlockKind, int, int]:
    """Kind, level, and how many characters of the first line are a list marker."""
    first = lines[0][0]
    if looks_like_question(first):
        return "question", 0, 0
    marker = marker_length(first)
    if marker and marker < len(first):
        return "list", 1, marker
    alone = len(lines) == 1 and blank_after
    if _is_label(lines) or (alone and _SHOUT.match(first) and sum(c.isalpha() for c in first) >= 4):
        return "heading", 2, 0
    return "paragraph", 0, 0
