"""What formats that flow share: sections, teacher notes, lists of sources, text put together from pieces."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model import LONGEST_SECTION, Audience, Block, BlockKind, Place, Run

TITLE = 90  # letters of a heading that is no larger than the body
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
    r"|answers to .{1,40}"
    rf"|{_WHO}(?:'s|s'|s)? (?:toolkit|handbook|pack)"
    r"|pacing (?:guide|considerations)"
    r"|accommodations?(?: ?(?:/|&|and) ?)differentiation"
    r"|differentiation(?: ?(?:/|&|and) ?)(?:accommodations?|support|extension|scaffolding))"
)
# what a heading of teachers' own papers says; in a list it names one of several papers
_PLAN = re.compile(
    rf"(?:.{{1,60}} )?(?:schemes? of work|(?:lesson|unit) plans?|{_WHO}(?:'s|s'|s)? (?:toolkit|handbook|pack))"
    r"(?: .{1,40})?"
)
# "My lesson plan", "Write your lesson plan here", "Business unit plan": a task, or another plan
_NO_PLAN = re.compile(
    r"(?:my|your|our|his|her|their) |.*\b(?:(?:my|your) .{0,30}plan|business unit plans?)\b"
    r"|(?:what|why|how|when|please|now) "
    r"|(?:add|build|choose|complete|create|design|discuss|do|draw|fill|find|finish|hand|improve|look|make|open|prepare"
    r"|print|read|review|see|sketch|start|submit|use|write) (?:a|an|at|any|in|one|out|some|the|this|up|your)\b"
)
_LEARNERS = re.compile(
    r"(?:.{1,40} )?(?:student|pupil|learner|child(?:ren)?)(?:'s|s'|s)? "
    r"(?:worksheets?|handouts?|activity sheets?|sheets?|copy|copies|pages?|materials?)(?: .{1,20})?"
    r"|(?:discussion|reflection) (?:questions|starters|prompts)"
)
_REFERENCES = re.compile(
    r"(?:(?:list of )?references?(?: list)?|bibliography|(?:list of )?sources?|works cited|citations?"
    r"|further reading|references (?:and|&) [a-z ]{3,30}|(?:picture|photo|image) (?:credits?|sources?))"
)
_NUMBERING = re.compile(r"\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):]\s+|\d{1,2}(?:\.\d{1,2})*\s+)?")
_AFTER = re.compile(r"[:(\[–—]|\s-")
_BARE_LABEL = re.compile(r"[^:.(\[–—-]{3,50}[:.]?")
_LONGEST_LABEL = 51  # characters that the above may have
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
# quicker to look for than all of the above, which few lines have
_MAY_CHANGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\xa0\u00ad\u2007\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufb00-\ufb06\ufeff-\uff5e\ufffe]"
)
_READ_AS_PROSE = frozenset({"paragraph", "list", "quote", "question", "cell"})
_FIRST = 8  # blocks of a file among which is its title
_UNDER_ANY_HEADING = 9  # the depth of a line that acts as a heading without being marked as one


def _bare(heading: str) -> str:
    """What a heading says without its numbering and final marks."""
    words = " ".join(heading.lower().replace("’", "'").split())
    numbering = _NUMBERING.match(words)
    return words[numbering.end() if numbering else 0 :].strip(" .:*_")


@functools.lru_cache(maxsize=1024)
def _said_by(heading: str) -> tuple[str, str]:
    """What a heading says without its numbering, and that up to a colon, dash or bracket."""
    words = _bare(heading)
    mark = _AFTER.search(words)
    return words, words[: mark.start()].rstrip() if mark else words


def _says(pattern: re.Pattern[str], heading: str) -> bool:
    if len(heading) > 120:
        return False
    words, up_to_mark = _said_by(heading)
    return pattern.fullmatch(words) is not None or pattern.fullmatch(up_to_mark) is not None


def for_teachers(heading: str) -> bool:
    """Whether a heading announces text for staff: "Teacher notes", "Marking scheme", "2. Answers"."""
    return _says(_TEACHER, heading)


def for_learners(heading: str) -> bool:
    """Whether a heading announces what learners are given: "Student worksheet", "Pupil handout 2"."""
    return _says(_LEARNERS, heading)


def _is_plan(text: str, kind: BlockKind) -> bool:
    """Whether a title is that of a teacher's own paper: "Scheme of work for term two", "Fractions: lesson plan"."""
    if kind not in ("heading", "paragraph") or not may_be_title(text) or not _says(_PLAN, text):
        return False
    return _NO_PLAN.match(_bare(text)) is None


def for_references(heading: str) -> bool:
    """Whether a heading opens a list of sources."""
    return _says(_REFERENCES, heading)


def _acts_as_heading(kind: BlockKind, text: str) -> bool:
    """A line of its own such as "Teacher notes:"; not "Answer: 42", which is over where it ends."""
    if kind not in ("paragraph", "list"):
        return False
    text = text.strip()
    return len(text) <= _LONGEST_LABEL and _is_label(text)


@functools.lru_cache(maxsize=1024)
def _is_label(text: str) -> bool:
    if not _BARE_LABEL.fullmatch(text):
        return False
    words = _bare(text)
    return any(says.fullmatch(words) for says in (_TEACHER, _REFERENCES, _LEARNERS))


def names_part(heading: str) -> bool:
    """Whether a heading can name the part that it opens: the "190" of a running page number cannot."""
    return any(map(str.isalpha, heading))


def may_be_title(text: str) -> bool:
    """Whether a line that looks no larger than the others is short enough for a heading, and goes on with nothing."""
    return len(text) <= TITLE and not text.endswith((".", ",", ";"))


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
        if (text.isascii() and text.isprintable()) or not _MAY_CHANGE.search(text):
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


@dataclass(slots=True)
class Sections:
    """What the headings so far say of the blocks that follow."""

    section: str = ""
    teacher_depth: int = 0  # of the heading that announced text for teachers, 0 for none
    outer_depth: int = 0  # of the one before it, where a part for learners stands between
    reference_depth: int = 0
    learner_depth: int = 0
    blocks: int = 0  # so far
    plan: bool = False  # the file is a teacher's own: what no heading gives to learners is for teachers
    teacher_lines: set[tuple[int, str, int]] = field(default_factory=set)  # rows and columns of tables
    bare: Place = field(default_factory=lambda: Place(""))  # the last place, and the same with its section
    full: Place = field(default_factory=lambda: Place(""))


def in_section(sections: Sections, place: Place) -> Place:
    """A place with the section that it is in; blocks of a page or cell share theirs."""
    if not sections.section or place.section:
        return place
    if place is not sections.bare or sections.full.section is not sections.section:
        sections.bare = place
        sections.full = Place(
            place.label, place.page, place.slide, place.table, place.row, place.column, sections.section
        )
    return sections.full


def told(
    sections: Sections, text: str, kind: BlockKind, level: int, place: Place, audience: Audience
) -> tuple[Audience, BlockKind]:
    """For whom the next block is and what kind it is, by the headings before it; it may itself be one.

    What a heading says holds until a heading of the same or a higher level. A paragraph that is nothing but
    "Teacher notes:" acts as a heading too. In a table, such words in the first cell of a row or at the top
    of a column hold for that row or column. A title such as "Scheme of work" holds for the file, and only what is
    headed "Student worksheet" is for learners there.
    """
    sections.blocks += 1
    if not sections.plan and sections.blocks <= _FIRST:
        # a line of text is a title where it comes first, or in capitals: "SCHEME OF WORK FOR TERM TWO"
        title = kind == "heading" or sections.blocks == 1 or text.isupper()
        sections.plan = title and _is_plan(text, kind)
    if kind == "heading" or _acts_as_heading(kind, text):
        depth = level or 1 if kind == "heading" else _UNDER_ANY_HEADING
        if sections.teacher_depth and depth <= sections.teacher_depth:
            sections.teacher_depth = sections.outer_depth if sections.outer_depth < depth else 0
            sections.outer_depth = 0
        if sections.reference_depth and depth <= sections.reference_depth:
            sections.reference_depth = 0
        if sections.learner_depth and depth <= sections.learner_depth:
            sections.learner_depth = 0
        teachers = for_teachers(text) or (kind == "heading" and _is_plan(text, kind))
        if teachers and (not sections.teacher_depth or sections.learner_depth > sections.teacher_depth):
            sections.outer_depth, sections.teacher_depth = sections.teacher_depth, depth
        if not sections.learner_depth and for_learners(text):
            sections.learner_depth = depth
        if not sections.reference_depth and for_references(text):
            sections.reference_depth = depth
    in_teacher_cell = False
    if place.table and place.row and place.column:
        row, column = (place.table, "row", place.row), (place.table, "column", place.column)
        if 1 in (place.row, place.column) and for_teachers(text):
            sections.teacher_lines |= {row} if place.column == 1 else set()
            sections.teacher_lines |= {column} if place.row == 1 else set()
        in_teacher_cell = row in sections.teacher_lines or column in sections.teacher_lines
    if kind == "heading" and names_part(text):
        sections.section = text[:LONGEST_SECTION]
    if sections.reference_depth and kind in _READ_AS_PROSE and not for_references(text):
        kind = "reference"
    learners = sections.learner_depth
    theirs = sections.teacher_depth > learners or (sections.plan and not learners) or in_teacher_cell
    return ("teacher" if theirs else audience), kind


def with_sections(blocks: Iterable[Block], sections: Sections | None = None) -> tuple[Block, ...]:
    """Give blocks in reading order their section, their audience and, in lists of sources, their kind."""
    sections = Sections() if sections is None else sections
    result: list[Block] = []
    for block in blocks:
        if block.kind not in ("header", "footer"):
            place = in_section(sections, block.place)
            audience, kind = told(sections, block.text, block.kind, block.level, place, block.audience)
            if place is not block.place or audience != block.audience or kind != block.kind:
                # what ``dataclasses.replace`` gives, in a third of its time
                text, language, level, origin = block.text, block.language, block.level, block.origin
                recognised, italics = block.recognised, block.italics
                block = Block(text, kind, place, audience, language, level, origin, recognised, italics)
        result.append(block)
    return tuple(result)
