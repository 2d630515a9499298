"""The words that give a speech to somebody by their place alone: "“We never complained,” Joan remembers."."""

from collections.abc import Sequence

from ..cue import Cue
from ..parses.parse import Parse

_BEFORE = frozenset({".", "!", "?", ":", ";", '"', "'", "”", "’", "\n", "-", "–", "—"})  # where a speech may begin
_SPEAKERS = frozenset({"name", "title", "role", "kin", "pronoun"})
_LED = frozenset("the a an my her his their our".split())
_STATES = frozenset("is was has had does did are were".split())
_DOES = frozenset({"VBZ", "VBD"})
_LAST = _DOES | {"VBN", "NNS"}  # what the parser takes the last word of a sentence for where it is a verb


def tag(parse: Parse, cues: Sequence[Cue], first: int, last: int) -> int | None:
    """The cue of who says the speech in tokens ``first:last``, whatever the verb after its comma.

    "“…,” Joan remembers.", "“…!” remembers Joan,"; not "He said “No,” Joan remembers.", "“Is it?” Joan shrugs.".
    """
    words, verb = parse.words, last + 1
    if (first > 1 and words[first - 2] not in _BEFORE) or words[last - 1] not in (",", "!", "?"):
        return None
    if verb < len(words) and _does(parse, verb, _DOES):
        found = _at(parse, cues, verb + 1)
        return found if found is not None and _ends(parse, cues[found].last) else None
    found = _at(parse, cues, verb) if words[last - 1] == "," else None
    if found is None or (verb := cues[found].last) >= len(words):
        return None
    return found if _does(parse, verb, _LAST if _ends(parse, verb + 1) else _DOES) else None


def _at(parse: Parse, cues: Sequence[Cue], first: int) -> int | None:
    """The cue of the person whose words begin there: "Joan", "the nurse"."""
    led = parse.words[first : first + 1] and parse.words[first] in _LED
    starts = (first, first + 1) if led else (first,)
    return next((i for i, cue in enumerate(cues) if cue.first in starts and cue.kind in _SPEAKERS), None)


def _does(parse: Parse, at: int, tags: frozenset[str]) -> bool:
    return parse.tags[at] in tags and parse.words[at].isalpha() and parse.words[at] not in _STATES


def _ends(parse: Parse, at: int) -> bool:
    return at >= len(parse.words) or not parse.words[at].isalpha()
