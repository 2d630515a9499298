"""Blocks that say a job and no more: "Joiner and youth worker", "Head cook at Oban", "Joiner | Scout leader | Dad"."""

from collections.abc import Sequence
from dataclasses import replace

from ..cue import Cue
from ..name_context import Tokens
from .noun_cues import RANKS

BARS = frozenset({"|", "•", "·"})
_LED = frozenset({"a", "an", "our", "the"})
_ENDS = BARS | frozenset({"", ",", ";", "/", "&", "and", "(", ".", "at", "for", "from", "in", "of", "with"})
_OPENS = BARS | frozenset({":", ",", ";", "/", "&", "and"})
_NOT_YET = frozenset("a an be become future helping helps no not to the with".split())  # "hopes to be [nurse]"
_WORDS = 3  # that may stand before the noun


def with_jobs(cues: Sequence[Cue], tokens: Tokens, first: int) -> list[Cue]:
    """The cues of a block that says jobs and no more from there on: "Joiner and youth worker", "Head cook at Oban"."""
    kept = []
    for cue in cues:
        bars = cue.kind == "kin" and not cue.led_by and not BARS.isdisjoint(tokens.words)
        role = cue.kind == "role" and (cue.bare or (cue.led_by in _LED and cue.first == first))
        if (role or bars) and cue.first >= first and cue.name is None:
            if not _ends_job(tokens, cue, first):
                continue
            start = _start_of_job(tokens, cue, first)
            start = start if tokens.word(start) in RANKS else cue.first
            cue = replace(cue, first=start, bare=False, maybe=False, general=False, placed=True)
        kept.append(cue)
    return kept


def _ends_job(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Whether a noun ends what is said of a job: "apprentice [joiner]", not "[driver] training"."""
    if tokens.word(cue.last) not in _ENDS:
        return False
    start = _start_of_job(tokens, cue, first)
    before = tokens.words[start : cue.first]
    plain = all((word.isalpha() or word == "-") and word.lower() not in _NOT_YET for word in before)
    return len(before) <= _WORDS and plain


def _start_of_job(tokens: Tokens, cue: Cue, first: int) -> int:
    return next((at + 1 for at in range(cue.first - 1, first - 1, -1) if tokens.word(at) in _OPENS), first)
