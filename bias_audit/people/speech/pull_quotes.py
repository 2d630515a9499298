"""Quotations with their speaker beside them and no verb of saying: "“…” – Aidan, apprentice", "“…” (Ola, 31)"."""

import re
from collections.abc import Sequence

from ..cue import I_WORDS, Cue
from ..parses.grammar import FINITE
from ..parses.parse import Parse

_DASHES = frozenset({"-", "–", "—", "--"})
_GOES_ON = frozenset({",", "(", *_DASHES})
BARS = _DASHES | {"|"}  # between a quotation and who says it
_OPENS = BARS | {":"}
_ASIDE = frozenset({",", "("})
_BREAKS = frozenset({":", ";", "!", "?", '"', "'", "“", "”"})
_BRACKETS = {"(": ")", "[": "]"}
_PAIR = 2  # tokens of a pair of brackets
_SENTENCE_ENDS = frozenset({".", "!", "?", ")", "]"})
_WORDS = 12  # tokens that say who somebody is
_SPEAKERS = frozenset({"name", "title", "role"})
_AGE = 3  # digits
_AGE_OR_CLASS = re.compile(r"[1-9]\d?|[SPY]\d{1,2}")
_JOB = 4  # words
_WORDS_OF = frozenset("advice lesson line message motto reply saying tip warning wisdom words".split())
_FROM_WHOM = 8  # tokens from "from" to the end of who somebody is: "from his PE teacher, Ms Khan:"


def signature(parse: Parse, cues: Sequence[Cue], first: int, end: int) -> int | None:
    """The cue of who signs, where tokens ``first:end`` are nothing but a signature.

    "– Aidan, apprentice stonemason", "Fatima, 22, forester"; not "Fatima, who is 22, laughs", "Fatima, Leeds".
    """
    dashed = first < end and parse.words[first] in _DASHES
    start = first + dashed
    found = next((i for i, cue in enumerate(cues) if cue.first == start), None)
    if found is None or (cue := cues[found]).kind not in _SPEAKERS:
        return None
    if not _says_who(parse, cue.last, end) or (cue.last < end and parse.words[cue.last] not in (*_GOES_ON, ".")):
        return None
    if dashed:
        return found
    after = parse.words[cue.last + 1 : cue.last + 2]
    aged = len(after) == 1 and after[0].isdigit() and len(after[0]) < _AGE
    job = found + 1 < len(cues) and cues[found + 1].kind == "role" and cues[found + 1].last <= end
    return found if cue.name is not None and parse.words[cue.last : cue.last + 1] != (".",) and (aged or job) else None


def in_brackets(parse: Parse, cues: Sequence[Cue], mark: int, first: int, end: int) -> int | None:
    """The cue of who says what ``mark`` opens, named by tokens ``first:end``: "“I weld.” (Ola, 31)", "“…” [Ola Reid]".

    Not "Ben said, “I weld.” (Ola)", "“I weld.” (Ola laughs)", "“I weld.” (Reid, 2014)", "“I weld.” (Ola and Ben)".
    """
    words = parse.words
    if first >= end:
        return None
    last = end - (words[end - 1] == ".")
    if words[first] not in _BRACKETS or last - first <= _PAIR or words[last - 1] != _BRACKETS[words[first]]:
        return None
    if any(cue.first < mark and cue.kind != "group" for cue in cues) and words[mark - 1] not in _SENTENCE_ENDS:
        return None
    found = next((i for i, cue in enumerate(cues) if cue.first == first + 1), None)
    if found is None or cues[found].kind not in _SPEAKERS:
        return None
    beside, rest = words[cues[found].last], words[cues[found].last + 1 : last - 1]
    years = [word for word in rest if word[0].isdigit() and not _AGE_OR_CLASS.fullmatch(word)]
    told = beside not in (",", words[last - 1]) or years or not _says_who(parse, cues[found].last, last - 1)
    return None if told else found


def labelled(parse: Parse, cues: Sequence[Cue], mark: int) -> int | None:
    """The cue of who says what the mark there opens: "Emma (14), from Wishaw: “…”", "Emma Boyd, plumber: “…”"."""
    if not cues or cues[0].first or cues[0].kind not in _SPEAKERS or parse.words[mark - 1] not in _OPENS:
        return None
    aside = parse.words[cues[0].last : mark - 1]
    if not aside and parse.words[mark - 1] in BARS:  # "Emma - “I weld.”"
        return 0 if cues[0].name is not None and any(cue.head in I_WORDS for cue in cues[1:]) else None
    if aside[:1] and aside[0] in BARS:  # "Emma - plumber - “…”", "Emma | plumber | “…”"
        job = len(cues) > 1 and cues[1].kind == "role" and cues[1].of == 0
        return 0 if job and _says_who(parse, cues[0].last, mark - 1) else None
    if parse.words[mark - 1] != ":":
        return None
    if not aside:  # "The warden: “…”"
        return 0 if cues[0].kind == "role" else None
    return 0 if aside[0] in _ASIDE and _says_who(parse, cues[0].last, mark - 1) else None


def colon_after_label(words: Sequence[str]) -> int | None:
    """Which of the words after a name is the colon, past an age, a class or a job: ", 15:", ", S4:", ", cook:"."""
    at = words.index(":") if ":" in words else 0
    label = words[1:at]
    if not label or words[0] != ",":
        return None
    aged = len(label) == 1 and _AGE_OR_CLASS.fullmatch(label[0])
    return at if aged or (len(label) <= _JOB and all(word.isalpha() and word.islower() for word in label)) else None


def _says_who(parse: Parse, first: int, end: int) -> bool:
    """Whether the rest of a label or a signature is short and tells nothing."""
    words = parse.words[first:end]
    return (
        len(words) <= _WORDS
        and _BREAKS.isdisjoint(words)
        and "." not in words[:-1]
        and FINITE.isdisjoint(parse.tags[first:end])
    )


def gives_words(parse: Parse, cue: Cue, first: int, quote: int) -> bool:
    """ "Neil says the best advice was from his teacher, Ms Khan: “…”": from the last one named before the colon."""
    if cue.last + 2 != quote or parse.words[cue.last] != ":" or _WORDS_OF.isdisjoint(parse.words[first : cue.first]):
        return False
    froms = [at for at in range(max(first, cue.last - _FROM_WHOM), cue.first) if parse.words[at] == "from"]
    return bool(froms) and not any(tag.startswith("VB") for tag in parse.tags[froms[-1] : cue.first])
