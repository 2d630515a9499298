"""Lines inside one paragraph: which stand for themselves and become blocks of their own, and which run on.

A line of a script, a form, a fact box or a signature stands for itself; a line of prose that was only wrapped is
joined to the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..closings import closes
from ..model import Block, BlockKind, Origin, Run
from .structure import looks_like_question, marker_length

KINDS: frozenset[BlockKind] = frozenset({"paragraph", "list", "quote", "question", "cell", "note"})  # that have lines
_LABEL = re.compile(
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?"  # when a line of a chat was sent
    r"[A-Z0-9][^\s:]*(?: [^\s:(]+){0,3}(?: \([^()\n]{1,40}\))?:(?=\s|$)"
)
_LONGEST_LABEL = 40  # characters
_BEGINS = re.compile(r"[\"'“‘(\[*_–—-]*\s?[A-Z0-9À-Þ]")
_DASH = re.compile(r"\s*[-–—]+\s*(?=[A-Z])")
_SIGNED = re.compile(  # "I like it. (Leah, S3)"
    r"[.!?…]\s*(?:\([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:, \w{1,2})?\)|[-–—] ?[A-Z][\w'’-]+, (?:[SPY]\d|\d\d?))$"
)
_ON_ROLL = re.compile(  # "Joan Smith – dental nurse", "Cook – Ali Khan"; "Joan Smith, nurse"; "Ali (cook)"
    r"(?P<dash>[A-ZÀ-Þ][^\s,.;:!?]*\.?(?: [^\s,.;:!?–—-][^\s,.;:!?]*\.?){0,3}(?: [-–—|=]+ |\t+)(?=\S)[^.!?\t]+\.?$)"
    r"|(?P<comma>[A-ZÀ-Þ][\w'’-]*\.?(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|d[aeiou]|v[ao]n)){1,4}, (?:[^\s,.;:!?]+ ?){1,4}$)"
    r"|(?P<bracket>[A-ZÀ-Þ][\w'’-]*\.?(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|d[aeiou]|v[ao]n)){0,4} \([^()]+\)\.?$)"
)
_PART = re.compile(  # of a play: "ANNA, a nurse", "MS REID (50), who runs the bank", "Anna Reid, a nurse"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}(?:, | [-–—] | \()[a-z\d“\"'‘]"
    r"|[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}, (?:an?|the|his|her|their|[A-Z][\w.]+['’]s) [\w'’-])"
)
_QUOTED = ('"', "”", "’", "'")
_ENDED = (".", "!", "?", "…", ":", ";", ")", *_QUOTED)
_TITLE, _SHORT = 45, 60  # characters of a line that is a name or a title, and of one that is no wrapped prose
_ROLL = 90  # characters of a line that says who somebody is
_TITLE_WORDS, _FEW = 6, 4
_SMALL = 3  # letters of a word that has no capital in a title
_TITLED = re.compile(r"\((?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\) (?=[A-Z])")  # "(Mrs) Joan Smith"
_GREETING = re.compile(r"(?:dear|hi|hello|hey)\b", re.IGNORECASE)
_RUNS_ON = frozenset(
    "a an the of and or nor but to in on at by for from with as than that which who whose my your his her its our "
    "their is are was were be has have had will would can could should must may might do does did not if when "
    "while".split()
)


def apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with one for each line that stands for itself; all lines of a paragraph share its place."""
    if not any("\n" in block.text and block.kind in KINDS for block in blocks):
        return list(blocks)
    return [line for block in blocks for line in _lines_of(block)]


def _lines_of(block: Block) -> Iterator[Block]:
    if "\n" not in block.text or block.kind not in KINDS:
        yield block
        return
    lines = block.text.split("\n")
    verse = _is_verse(lines)
    start = end = 0
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        end += len(line)
        if after is None or not line.strip() or (not verse and _stands(line.strip(), after.strip())):
            if block.text[start:end].strip():
                yield _piece(block, start, end)
            start = end + 1
        end += 1


def _is_verse(lines: Sequence[str]) -> bool:
    """ "Mary had a little lamb," and "Its fleece was white as snow": lines with capitals, of which one runs on."""
    runs_on = any(line.rstrip().endswith(",") and len(line.split()) > _FEW for line in lines[:-1])
    return (
        runs_on
        and all(_BEGINS.match(line.strip()) for line in lines if line.strip())
        and not any(_is_labelled(line.strip()) or _is_title(line.strip()) for line in lines)
    )


def _piece(block: Block, start: int, end: int) -> Block:
    """Characters ``start:end`` of a block as a block, without the space around them; what runs on has a space."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    runs = tuple(
        Run(max(run.start, start) - start, min(run.end, end) - start, run.path, run.offset + max(start - run.start, 0))
        for run in block.origin.runs
        if run.start < end and run.end > start
    )
    kind = block.kind
    if kind == "question" and start and not looks_like_question(text):
        kind = "paragraph"
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in block.italics if a < end and b > start]
    origin = Origin(block.origin.part, runs)
    return replace(block, text=text.replace("\n", " "), kind=kind, origin=origin, italics=tuple(inside))


def _stands(line: str, after: str) -> bool:
    """Whether a line that somebody broke on purpose ends there: not where the sentence goes on, nor between sentences.

    "Site Manager" after "Mr D Ross", "Agnieszka: Yes" after "Waiter: Ready?"; not "– Aidan" after what he says.
    """
    if not line or not after:
        return True  # an empty line between
    if not _BEGINS.match(after) or _signs(line, after):
        return bool(marker_length(after)) and not _DASH.match(after)
    if _is_labelled(after) or _SIGNED.search(line) or _are_on_roll(line, after):
        return True
    runs_on = line.split()[-1].lower() in _RUNS_ON
    if _PART.match(line) and _PART.match(after):
        return not runs_on
    if line.endswith(","):
        return len(line.split()) <= _FEW
    if line.endswith(_ENDED):
        return _is_labelled(line) or len(line.split()) <= _FEW or bool(_DASH.match(after))
    return len(line) <= _SHORT and (not runs_on or closes(line))


def _signs(line: str, after: str) -> bool:
    """ "“It is hard work.”" and "– Aidan, apprentice" on the next line."""
    return line.endswith(_QUOTED) and _DASH.match(after) is not None


def _is_labelled(line: str) -> bool:
    """ "Age: 31", "Patient (quietly): It hurts.", "[10:03] Abdul: Yes"."""
    found = _LABEL.match(line)
    return found is not None and found.end() <= _LONGEST_LABEL


def _are_on_roll(line: str, after: str) -> bool:
    """Two lines of a list without marks: "Joan Smith – dental nurse" and "Ali Khan – pharmacist"."""
    return 0 < _roll(line) == _roll(after)


def _roll(line: str) -> int:
    """Which form a line has that says who somebody is, if it has one: with a dash, a comma or brackets."""
    found = _ON_ROLL.match(line) if len(line) <= _ROLL else None
    return (found.lastindex or 0) if found is not None and line.split()[-1].lower() not in _RUNS_ON else 0


def standing(lines: Sequence[str]) -> list[bool]:
    """After which lines of a paragraph the next begins for itself, where a line end may be a mere wrap.

    Lines do that are a script or a form ("Age: 31"), that begin with a name or a title ("Kerry Lamont", "Arborist"),
    that list people ("Kerry Lamont – arborist", "Ola Reid – cook") or the parts of a play ("ANNA, a nurse"), that ask
    what the next line answers ("Why barrels?", "Ola: My aunt."), and that close a letter ("Love,", "Shona").
    """
    if len(lines) == 1:
        return [False]
    labels = [_is_labelled(line) for line in lines]
    script = sum(labels) > 1 and (labels[0] or _is_title(lines[0]))
    boxed = _is_title(lines[0]) and all(_BEGINS.match(line) for line in lines)
    roll = {n for at in range(len(lines) - 1) if _are_on_roll(lines[at], lines[at + 1]) for n in (at, at + 1)}
    boxed = boxed or _is_cast(lines)
    signed = next((at for at, line in enumerate(lines) if _is_signed(line, lines[at + 1 :])), len(lines))
    return [
        at + 1 < len(lines)
        and _ends(lines, at, each=boxed or at >= signed or at in roll or at + 1 in roll or (script and labels[at + 1]))
        for at in range(len(lines))
    ]


def _ends(lines: Sequence[str], at: int, *, each: bool) -> bool:
    line, after, rest = lines[at], lines[at + 1], lines[at + 1 :]
    if _asks(lines, at) or (line.endswith(_ENDED) and _asks(lines, at + 1) and any(map(_is_labelled, lines[: at + 1]))):
        return True
    if not line or not after or not _stands(line, after):
        return False
    if len(line) > _SHORT and not line.endswith(_ENDED) and not _SIGNED.search(line) and not _roll(line):
        return False  # "… so that" before "Useful are: …"
    if _SIGNED.search(line):
        return True
    if each or (at == 0 and _GREETING.match(line) and line.endswith(",") and len(line.split()) <= _FEW):
        return True
    fits = len(line) + 1 + len(after.split()[0]) <= max(map(len, rest))
    begins = at == 0 and _is_title(line) and fits
    ends = len(lines) == 2 and len(line.split()) < _FEW and _TITLED.sub("", line)[:1].isupper() and _is_title(after)
    return begins or ends


def _asks(lines: Sequence[str], at: int) -> bool:
    """ "Who taught you?" before "Ola: My aunt did.": a question that fills a line, and whoever answers it."""
    if not lines[at].endswith("?") or at + 1 == len(lines) or not _is_labelled(lines[at + 1]):
        return False
    who = lines[at + 1].partition(":")[0].partition(" (")[0].split()  # not "It was: there was a storm"
    whole = lines[at][:1].isupper() and (at == 0 or not lines[at - 1] or lines[at - 1].endswith(_ENDED))
    return whole and all(word[:1].isupper() for word in who)


def _is_signed(line: str, rest: Sequence[str]) -> bool:
    """ "Love," before "Shona", "Yours faithfully" before "Mr D Ross" and "Site Manager"."""
    ends = (line.endswith(",") and len(line.split()) <= _FEW and line[:1].isupper()) or closes(line)
    beside = (_is_title(one) or (closes(line) and at and _reaches(one)) for at, one in enumerate(rest))
    return ends and len(rest) > 0 and all(beside)


def _reaches(line: str) -> bool:
    """How to reach whoever signs: "Tel: 01463 123456", "s.wood@moor.scot"."""
    return "@" in line or line[:1].isdigit() or _is_labelled(line)


def _is_cast(lines: Sequence[str]) -> bool:
    """ "ANNA, a nurse", "LEROY, her son": who is in a play, each on a line; its own title may stand on top."""
    parts = lines[1:] if _is_title(lines[0]) and not _PART.match(lines[0]) else lines
    return len(parts) > 1 and all(map(_PART.match, parts))


def _is_title(line: str) -> bool:
    """A name or a title alone: "Mr D Ross", "Depute Head Teacher"."""
    line = _TITLED.sub("", line, count=1)
    words = line.split()
    if not line[:1].isupper() or len(line) > _TITLE or len(words) > _TITLE_WORDS or line.endswith((",", *_ENDED)):
        return False
    return all(word[0].isupper() or not word.isalpha() or len(word) <= _SMALL for word in words)
