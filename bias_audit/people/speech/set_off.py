"""Another's words that stand below what brings them, without marks: "the following poem by Lew Gardner."."""

import re
from collections.abc import Iterator, Sequence

from ...text import Tokenised
from ..cue import I_WORDS
from ..scene import Seen

_WORKS = frozenset(
    "account diary essay extract letter lyrics monologue passage poem song speech story testimony".split()
)
_BRINGS = frozenset({"following", "here", "this"})
_FROM = frozenset({"by", "from", "of"})
_CREDIT = re.compile(r"[(\[]?\s*(?:©|copyright|excerpt|extract|from |reprinted|source|taken from|used )", re.IGNORECASE)
_LED, _NEAR = 4, 8  # words from "following" to the work, and from the work to whose it is
_MOST = 12  # paragraphs of a work that is set off


def set_off(text: Tokenised, seen: Sequence[Seen]) -> Iterator[tuple[int, int]]:
    """The blocks in which "I" is somebody in another's words, not who tells the document; with what brings them.

    They end at a credit, a heading, or where the document speaks of the work again ("The poem's hero …").
    """
    for at, one in enumerate(seen):
        if (work := _brought(one)) is not None and _is_prose(text, one):
            for below in range(at + 1, min(at + 1 + _MOST, len(seen))):
                block = text.blocks[seen[below].block]
                if block.kind == "heading" or _CREDIT.match(block.text) or work in seen[below].tokens.lower:
                    break
                yield below, at


def _is_prose(text: Tokenised, one: Seen) -> bool:
    return text.blocks[one.block].kind not in ("heading", "question")


def _brought(one: Seen) -> str | None:
    """The word for a work of somebody else's with which the last sentence of a block ends: "poem"."""
    words, cues = one.tokens.lower, one.cues
    if words[-1:] not in ((".",), (":",)) or _WORKS.isdisjoint(words) or _BRINGS.isdisjoint(words):
        return None
    start = max((at for at in one.around.starts if at < len(words) - 1), default=0)
    for at in range(start, len(words)):
        near = words[max(start, at - _LED) : at]
        if words[at] in _WORKS and not _BRINGS.isdisjoint(near):
            after = range(at + 1, min(at + 1 + _NEAR, len(words)))
            led = next((i for i in after if words[i] in _FROM), None)
            whose = [
                cue for cue in cues if led is not None and led < cue.first <= led + _NEAR and cue.head not in I_WORDS
            ]
            if whose and whose[-1].last == len(words) - 1:
                return words[at]
    return None
