"""Words for relatives that are first names as well: the Nana of "my Nana", "Nana and Grandpa", "Dear Nana"."""

from collections.abc import Iterator, Sequence

from ..name_context import Tokens, is_name_shaped
from ..words import PeopleWords, fold

_WHOSE = frozenset("my our your his her their".split())
_AND = frozenset({"and", "&", "or"})
_LETTER = 4  # tokens of "Dear Nana,"
_OPENING = 3  # blocks in which a letter opens
_CLOSING = 4  # those in which it closes


def meant_as_kin(blocks: Sequence[Tokens], lexicon: PeopleWords) -> set[str]:
    """Words that are a relative throughout the document, though they might be somebody's name."""
    said = {word for tokens in blocks for word in tokens.lower if word in lexicon.kin_as_name}
    both = {word for word in said if lexicon.is_name(fold(word)) or fold(word) in lexicon.wordlike}
    if not both:
        return set()
    kin, full = set(_to_family(blocks, both)), set[str]()
    for tokens in blocks:
        for at, word in enumerate(tokens.lower):
            if word not in both:
                continue
            after = tokens.words[at + 1] if at + 1 < len(tokens.words) and at + 1 not in tokens.starts else ""
            if tokens.words[at].istitle() and is_name_shaped(after) and not tokens.title_case:
                full.add(word)  # "Nana Mensah"
            beside = (tokens.word(at + 2 * step) for step in (-1, 1) if tokens.word(at + step) in _AND)
            if tokens.word(at - 1) in _WHOSE or any(other in lexicon.kin_as_name - both for other in beside):
                kin.add(word)
    return kin - full


def _to_family(blocks: Sequence[Tokens], both: set[str]) -> Iterator[str]:
    """The relative to whom a letter is that somebody signs with love."""
    greeted = [b.word(1) for b in blocks[:_OPENING] if b.word(0) == "dear" and len(b.words) <= _LETTER]
    if both.intersection(greeted) and any("love" in b.lower[:_LETTER] for b in blocks[-_CLOSING:]):
        yield from both.intersection(greeted)
