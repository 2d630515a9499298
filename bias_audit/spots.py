"""Where a hit stands, what the guards may look at, and the questions that many of them ask."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from .entries import Entry, Guard
from .lexicon import Lexicon
from .model import Profile
from .text import Sentence, Tokenised


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens ``first:last`` of a block's doc, in ``sentence``."""

    sentence: Sentence
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Hit(Spot):
    """A spot where an entry was found; ``loose``: by words that stand together, not by a fixed form."""

    entry: Entry
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the guards may look at: the whole tokenised document, the lexicon and the setting."""

    text: Tokenised
    lexicon: Lexicon
    profile: Profile
    words: int
    whole: str  # the document's text in lower case
    homographs: Mapping[int, Sequence[tuple[int, int]]]  # by block: first and last token of harmless senses
    balanced: frozenset[str]  # checks whose counter case was seen
    hits_of: Mapping[str, int]  # by entry: how often it was found
    topic: frozenset[str]  # words of the name, the title and the first heading, and of two headings or more
    parses: Mapping[Sentence, Doc] = field(default_factory=dict)  # of the sentences that were parsed

    def doc(self, hit: Spot) -> Doc:
        """The tokens of the hit's block."""
        return self.text.docs[hit.sentence.block]


@cache
def pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the cues as whole words, the longest first."""
    longest_first = sorted((re.escape(c) for c in cues), key=lambda c: (-len(c), c))
    return re.compile(r"(?<![\w'])(?:" + "|".join(longest_first) + r")(?![\w])")


def cue(guard: Guard, text: str) -> re.Match[str] | None:
    """The first cue of a guard in a text in lower case."""
    return pattern(tuple(guard.cues)).search(text)


def lower(hit: Spot, context: Context, *, without_hit: bool = False) -> str:
    """The sentence in lower case; with the hit's own words blanked out on request."""
    doc, sentence = context.doc(hit), hit.sentence
    text = doc.text[sentence.start : sentence.end].lower()
    if without_hit:
        span = doc[hit.first : hit.last]
        start, end = span.start_char - sentence.start, span.end_char - sentence.start
        text = text[:start] + "_" * (end - start) + text[end:]
    return text


def neighbours(hit: Spot, context: Context) -> tuple[str, str]:
    """The sentences before and after in the block, in lower case ("" where there is none)."""
    doc, around = context.doc(hit), context.text.sentences[hit.sentence.block]
    at = around.index(hit.sentence)
    before = around[at - 1] if at else None
    after = around[at + 1] if at + 1 < len(around) else None
    return (
        doc.text[before.start : before.end].lower() if before else "",
        doc.text[after.start : after.end].lower() if after else "",
    )
