"""Quotations with their speaker beside them and no verb of saying: "“…” – Aidan, apprentice", "Emma, 14: “…”"."""

import re
from collections.abc import Sequence

from .cues import Cue
from .grammar import FINITE, Parse

_DASHES = frozenset({"-", "–", "—", "--"})
_GOES_ON = frozenset({",", "(", *_DASHES})
_GIVEN = frozenset("advice compliment feedback line message question reply tip warning words".split())
_ASIDE = frozenset({",", "("})
_BREAKS = frozenset({":", ";", "!", "?", '"', "'", "“", "”"})
_WORDS = 12  # tokens that say who somebody is
_SPEAKERS = frozenset({"name", "title", "role"})
_AGE = 3  # digits
_AGE_OR_CLASS = re.compile(r"[1-9]\d?|[SPY]\d{1,2}")
_JOB = 4  # words


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


def labelled(parse: Parse, cues: Sequence[Cue], mark: int) -> int | None:
    """The cue of who says what the mark there opens: "Emma (14), from Wishaw: “…”", "Emma Boyd, plumber: “…”"."""
    if not cues or parse.words[mark - 1 : mark] != (":",):
        return None
    if (giver := _giver(parse, cues, mark - 1)) is not None:
        return giver
    if cues[0].first or cues[0].kind not in _SPEAKERS:
        return None
    aside = parse.words[cues[0].last : mark - 1]
    return 0 if aside[:1] and aside[0] in _ASIDE and _says_who(parse, cues[0].last, mark - 1) else None


def _giver(parse: Parse, cues: Sequence[Cue], colon: int) -> int | None:
    """The last cue of "The best advice I got was from my coach, Ms Reid: “…”", who says it."""
    last = next((i for i, cue in enumerate(cues) if cue.last == colon), None)
    if last is None or _GIVEN.isdisjoint(parse.words[:colon]):
        return None
    at = parse.root_of(cues[last].first, cues[last].last)
    at = parse.heads[at] if parse.deps[at] == "appos" else at
    return last if parse.deps[at] == "pobj" and parse.words[parse.heads[at]] == "from" else None


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
