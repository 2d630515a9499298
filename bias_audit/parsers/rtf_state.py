"""What is known while rich text is read, and how its characters become text."""

from collections import Counter
from dataclasses import dataclass, field

from ..model import Picture
from .rtf_flow import Flow
from .rtf_tokens import Token, decoded


@dataclass(slots=True)
class Group:
    """What holds inside a pair of braces. ``reading``: its characters are text; else they may be captured."""

    reading: bool = True
    skipping: bool = False
    capture: str = ""  # what captured characters are: "title", "sn", "sv", "fonttbl", "stylesheet", "pict"
    fallback: int = 1  # characters that follow a \u and stand for it
    font: int = -1
    hidden: bool = False
    deleted: bool = False
    owns_flow: bool = False
    in_object: bool = False
    starred: bool = False
    fresh: bool = True  # nothing but the opening brace so far
    shape: "Shape | None" = None
    owns_shape: bool = False
    written: list[bytes | str] = field(default_factory=list)  # what is captured: bytes, or known characters
    number: int | None = None  # of the font or style that is being defined
    charset: int = -1


@dataclass(slots=True)
class Shape:
    """A shape or picture: its properties by name, and which pictures stand in it."""

    properties: dict[str, str] = field(default_factory=dict)
    name: str = ""
    first: int = 0
    kind: str = ""
    width: int = 0
    height: int = 0
    raw: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """What the walk gathers."""

    group: Group
    body: Flow
    flows: list[Flow]
    stack: list[Group] = field(default_factory=list)
    later: dict[str, list[Flow]] = field(
        default_factory=lambda: {k: [] for k in ("header", "footer", "footnote", "endnote", "comment")}
    )
    boxes: int = 0
    pictures: list[Picture] = field(default_factory=list)
    uncaptioned: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    fonts: dict[int, str] = field(default_factory=dict)  # encodings; "" for fonts of pictograms
    styles: dict[int, str] = field(default_factory=dict)
    encoding: str = "cp1252"
    default_font: int = -1
    title: str = ""
    skip: int = 0  # characters still to be left out after a \u
    surrogate: int = 0
    pending: bytearray = field(default_factory=bytearray)  # bytes of characters that may take two


def add_characters(walk: Walk, token: Token) -> None:
    """Characters of the file: into the text, or into what is being captured."""
    data, at = token.data, token.at
    if walk.skip:
        passed = min(walk.skip, len(data))
        walk.skip -= passed
        data, at = data[passed:], at + passed
    group = walk.group
    if not data or group.skipping:
        return
    if group.capture == "pict":
        if group.shape is not None:
            group.shape.raw.append(data)
    elif group.capture:
        group.written.append(data)
    elif group.reading:
        encoding = _encoding(walk)
        if not encoding:
            put(walk, " ")  # a pictogram: no letter, but it parts words
        elif token.kind == "byte" or walk.pending or not data.isascii():
            # one character may be two bytes, and the second one may be written as a letter
            walk.pending += data
            if encoding.startswith("cp125") or data.isascii():
                flush(walk)
        else:
            put(walk, data.decode("ascii"), at)


def _encoding(walk: Walk) -> str:
    font = walk.group.font if walk.group.font >= 0 else walk.default_font
    return walk.fonts.get(font, walk.encoding)


def flush(walk: Walk) -> None:
    """Add the bytes that were held back."""
    if walk.pending:
        text = decoded(bytes(walk.pending), _encoding(walk) or walk.encoding)
        walk.pending.clear()
        put(walk, text)


def put(walk: Walk, text: str, at: int = -1) -> None:
    """Add text to the paragraph or the capture. ``at``: where it stands in the file, -1 for a code."""
    flush(walk)
    group = walk.group
    if group.skipping or not group.reading or group.capture:
        if group.capture:
            group.written.append(text)
        return
    flow = walk.flows[-1]
    if group.deleted:
        flow.deleted = True
        return
    flow.hidden |= group.hidden and bool(text.strip())
    flow.pieces.append((text, at))


def add_unicode(walk: Walk, number: int) -> None:
    """Add the character of a ``\\u``, and leave out what stands for it after it."""
    code = number + 65536 if number < 0 else number
    group = walk.group
    group.fresh = False
    if not 0 < code <= 0x10FFFF:
        code = 0xFFFD
    if 0xD800 <= code < 0xDC00:
        walk.surrogate = code
    else:
        if 0xDC00 <= code < 0xE000:
            high, walk.surrogate = walk.surrogate, 0
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        symbol = 0xF000 <= code <= 0xF0FF  # a glyph of a symbol font
        put(walk, " " if symbol else chr(code))
    walk.skip = group.fallback


def captured(group: Group, encoding: str) -> str:
    """The captured characters of a group as text."""
    return "".join(p if isinstance(p, str) else decoded(p, encoding) for p in group.written)
