"""What formats that flow share: sections, teacher notes, lists of sources, text put together from pieces."""

import functools
import re
from collections.abc import Iterable, Sequence

from ..model import Audience, Block, BlockKind, Place, Run

_WHO = (
    r"(?:teach(?:er|ing)|practitioner|facilitator|tutor|educator|lecturer|instructor|leader|trainer|mentor"
    r"|staff)"
)
_WHAT = r"(?:notes?|guidance|guide|information|instructions?|background|answers?|copy|version|only|tips)"
_TEACHER = re.compile(
    rf"(?:{_WHO}(?:'s|s'|s)? (?:background )?{_WHAT}"
    rf"|(?:notes?|guidance|guide|information|background|instructions|tips) (?:for|to) (?:the )?{_WHO}s?"
    rf"|for (?:the )?{_WHO}s?(?: only)?"
    r"|speaker(?:'s|s|s')? notes"
    r"|mark(?:ing)? (?:schemes?|guides?|guidance|key|instructions|grid)"
    r"|(?:suggested |model |sample |possible |expected )?(?:answers?|solutions?)(?: (?:keys?|sheets?|guide))?"
    r"|answers to .{1,40})"
)
_REFERENCES = re.compile(
    r"(?:(?:list of )?references?(?: list)?|bibliography|(?:list of )?sources?|works cited|citations?"
    r"|further reading|references (?:and|&) [a-z ]{3,30}|(?:picture|photo|image) (?:credits?|sources?))"
)
_NUMBERING = re.compile(r"\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):]\s+|\d{1,2}(?:\.\d{1,2})*\s+)?")
_AFTER = re.compile(r"\s*(?:[:(\[–—]|\s-).*", re.DOTALL)
_BARE_LABEL = re.compile(r"[^:.(\[–—-]{3,50}[:.]?")
_QUESTION = re.compile(r"(?:Q|Question)\s?\d{0,3}\s?[.:)]\s*\S")
_BULLET = re.compile(
    r"(?:[•◦▪▫■□●○►▶➢➤✓✔❖⁃‣∙·o§]|[\ue000-\uf8ff]|[-*+–—])\s+"
    r"|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s+"
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe]"
    "|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNUSUAL = re.compile(f"{_INVISIBLE.pattern}|[{''.join(_LIGATURES)}]")
_ONE_FOR_ONE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0xA0: " ", 0x202F: " ", 0x2007: " "}
_READ_AS_PROSE = frozenset({"paragraph", "list", "quote", "question", "cell"})
_UNDER_ANY_HEADING = 9  # the depth of a line that acts as a heading without being marked as one


@functools.lru_cache(maxsize=1024)
def _said_by(heading: str) -> tuple[str, str]:
    """What a heading says without its numbering, and that up to a colon, dash or bracket."""
    words = " ".join(heading.lower().replace("’", "'").split())
    numbering = _NUMBERING.match(words)
    words = words[numbering.end() if numbering else 0 :].strip(" .:*_")
    return words, _AFTER.sub("", words)


def _says(pattern: re.Pattern[str], heading: str) -> bool:
    return len(heading) <= 120 and any(pattern.fullmatch(words) for words in _said_by(heading))


def for_teachers(heading: str) -> bool:
    """Whether a heading announces text for staff: "Teacher notes", "Marking scheme", "2. Answers"."""
    return _says(_TEACHER, heading)


def for_references(heading: str) -> bool:
    """Whether a heading opens a list of sources."""
    return _says(_REFERENCES, heading)


def _acts_as_heading(block: Block) -> bool:
    """A line of its own such as "Teacher notes:"; not "Answer: 42", which is over where it ends."""
    return (
        block.kind in ("paragraph", "list")
        and _BARE_LABEL.fullmatch(block.text.strip()) is not None
        and (for_teachers(block.text) or for_references(block.text))
    )


def looks_like_question(text: str) -> bool:
    """Whether a line is labelled as a question ("Q: …", "Question 3. …")."""
    return bool(_QUESTION.match(text))


def marker_length(text: str) -> int:
    """How many characters at the start of a line are its bullet or number; 0 when it is not a list item."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def primary_language(tag: str | None) -> str:
    """The language of a tag such as ``en-GB`` or ``gd_GB``, "" when there is none to read."""
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", (tag or "").strip())
    return found.group().lower() if found else ""


def assemble(pieces: Iterable[tuple[str, int]], path: str) -> tuple[str, tuple[Run, ...]]:
    """Join ``(text, offset in the source)`` pieces with the runs that lead back to it.

    A negative offset marks text without a source. Characters that show nothing (soft hyphens, zero-width
    spaces, direction marks) are left out, so that they cannot hide a word. Ligatures become letters that all
    point to the one source character, full-width letters ordinary ones. Pieces that touch share a run.
    """
    parts: list[str] = []
    runs: list[list[int]] = []
    length = 0

    def put(text: str, source: int) -> None:
        nonlocal length
        parts.append(text)
        if source >= 0:
            if runs and runs[-1][1] == length and runs[-1][2] + length - runs[-1][0] == source:
                runs[-1][1] = length + len(text)
            else:
                runs.append([length, length + len(text), source])
        length += len(text)

    for text, offset in pieces:
        if text.isascii() and text.isprintable():
            put(text, offset)
            continue
        plain = text.translate(_ONE_FOR_ONE)
        begin = 0
        for odd in _UNUSUAL.finditer(plain):
            if odd.start() > begin:
                put(plain[begin : odd.start()], offset + begin if offset >= 0 else -1)
            for letter in _LIGATURES.get(odd.group(), ""):
                put(letter, offset + odd.start() if offset >= 0 else -1)
            begin = odd.end()
        if begin < len(plain):
            put(plain[begin:], offset + begin if offset >= 0 else -1)
    return "".join(parts), tuple(Run(start, end, path, source) for start, end, source in runs)


def _in_section(place: Place, section: str) -> Place:
    return Place(place.label, place.page, place.slide, place.table, place.row, place.column, section)


def _changed(block: Block, place: Place, audience: Audience, kind: BlockKind) -> Block:
    """What ``dataclasses.replace`` gives, in a third of its time: a book has many thousands of blocks."""
    return Block(block.text, kind, place, audience, block.language, block.level, block.origin, block.recognised)


def with_sections(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give blocks in reading order their section, their audience and, in lists of sources, their kind.

    What a heading says holds until a heading of the same or a higher level. A paragraph that is nothing but
    "Teacher notes:" acts as a heading too. In a table, such words in the first cell of a row or at the top
    of a column hold for that row or column.
    """
    result: list[Block] = []
    section = ""
    teacher_depth = reference_depth = 0
    teacher_lines: set[tuple[int, str, int]] = set()
    for block in blocks:
        if block.kind in ("header", "footer"):
            result.append(block)
            continue
        place = block.place
        if block.kind == "heading" or _acts_as_heading(block):
            depth = block.level or 1 if block.kind == "heading" else _UNDER_ANY_HEADING
            if teacher_depth and depth <= teacher_depth:
                teacher_depth = 0
            if reference_depth and depth <= reference_depth:
                reference_depth = 0
            if not teacher_depth and for_teachers(block.text):
                teacher_depth = depth
            if not reference_depth and for_references(block.text):
                reference_depth = depth
        in_teacher_cell = False
        if place.table and place.row and place.column:
            row, column = (place.table, "row", place.row), (place.table, "column", place.column)
            if 1 in (place.row, place.column) and for_teachers(block.text):
                teacher_lines |= {row} if place.column == 1 else set()
                teacher_lines |= {column} if place.row == 1 else set()
            in_teacher_cell = row in teacher_lines or column in teacher_lines
        within = _in_section(place, section) if section and not place.section else place
        audience: Audience = "teacher" if teacher_depth or in_teacher_cell else block.audience
        kind = block.kind
        if reference_depth and kind in _READ_AS_PROSE and not for_references(block.text):
            kind = "reference"
        if within is not place or audience != block.audience or kind != block.kind:
            block = _changed(block, within, audience, kind)
        result.append(block)
        if block.kind == "heading":
            section = block.text[:120]
    return tuple(result)
