"""Headings that say the job of whom the text below begins with: "A day in the life of a vet", "Ana Reid is up …"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...text import Tokenised
from ..name_context import FULL, FoundName, Tokens, verb_after
from ..sentences import Looked
from ..words import PeopleWords

_LEADS_JOB = frozenset({"a", "an", "our", "the"})
_WORDS = 4  # of a job


def jobs_in_headings(text: Tokenised, looked: Looked, lexicon: PeopleWords) -> Iterator[tuple[int, int, int]]:
    """The block of a name, that of the heading above it and the token where the job in it begins.

    Only under headings that show somebody at work, and where whoever opens the text does not come to see somebody.
    """
    for n, after in pairwise(range(len(looked.blocks))):
        kinds = [text.blocks[looked.blocks[at]].kind for at in (n, after)]
        if kinds[0] == "heading" and kinds[1] in ("paragraph", "quote") and not looked.names[n]:
            first = _job_in(looked.tokens[n], lexicon)
            names = looked.names[after]
            if first is not None and _opens(looked.tokens[after], names, looked.tokens[n], lexicon):
                yield after, n, first


def _job_in(tokens: Tokens, lexicon: PeopleWords) -> int | None:
    """Where a job begins after "Meet …", "Interview: …", if it ends the heading."""
    if not tokens.lower or tokens.lower[-1] not in lexicon.cue_words:
        return None
    for first in range(max(1, len(tokens.lower) - _WORDS - 1), len(tokens.lower) - 1):
        lead = " ".join(tokens.lower[:first]).removesuffix(" :")
        if tokens.lower[first] in _LEADS_JOB and lead in lexicon.job_headings:
            return first + (tokens.lower[first] == "our")
    return None


def _opens(tokens: Tokens, names: Sequence[FoundName], heading: Tokens, lexicon: PeopleWords) -> bool:
    """Whether a full or titled name opens a text and does what somebody with the job may do: not "Ana met the vet"."""
    if not names:
        return False
    name = names[0]
    if any(other.first == name.last + 1 for other in names):
        return False  # "Ana Reid and Tom Bell"
    known = len(name.parts) >= FULL or bool(name.title)
    if name.first or not known or heading.lower[-1] in tokens.lower:
        return False
    return verb_after(tokens, name.last) not in lexicon.comes_to_see
