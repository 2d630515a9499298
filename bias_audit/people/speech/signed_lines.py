"""Answers without quotation marks that end with whose they are: "I like it. (Leah, S3)", "I love it. – Craig, cook"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ...text import Tokenised
from ..cue import I_WORDS, Cue
from .quotations import Quote

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_WHO = rf"{_NAME}(?:,? \d\d?|,? [SPY]\d{{1,2}}|, [a-z]+(?: [a-z]+){{0,3}})?"
_SIGNED = re.compile(rf"(?<=[.!?…])\s*(?P<mark>\({_WHO}\)|[-–—]\s?{_WHO})\.?\s*$")
_FEWEST = 2  # of one who signs alone the whole text may be


def ends_signed(line: str) -> bool:
    """Whether a name in brackets or after a dash ends a line."""
    return _SIGNED.search(line, max(0, len(line) - 80)) is not None


def signed_blocks(text: Tokenised, blocks: Sequence[int]) -> frozenset[int]:
    """The blocks that a name ends, where several are signed so, or that are set apart as somebody's words."""
    signed = [b for b in blocks if text.blocks[b].kind != "heading" and ends_signed(text.blocks[b].text)]
    return frozenset(b for b in signed if len(signed) >= _FEWEST or text.blocks[b].kind == "quote")


def signed_words(text: Tokenised, block: int, cues: Sequence[Cue]) -> tuple[Quote, int] | None:
    """What somebody says of himself or herself in a block that a name ends, and the cue of the name."""
    found = _SIGNED.search(text.blocks[block].text)
    if found is None:
        return None
    mark = bisect_left([token.idx for token in text.docs[block]], found.start("mark"))
    who = next((i for i, cue in enumerate(cues) if cue.name is not None and cue.first == mark + 1), None)
    if who is None or not any(cue.head in I_WORDS for cue in cues[:who]):
        return None
    return Quote(0, len(text.blocks[block].text[: found.start("mark")].rstrip()), 0, mark), who
