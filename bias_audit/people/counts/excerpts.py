"""Who comes up in quotation marks only, in words that the document tells elsewhere: in an excerpt of a tale in it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...model import Mention, People
from ...text import Tokenised
from ..speech.quotations import Quote, find_quotes

_WORD = re.compile(r"\w+")
_WORDS = 6  # of which the excerpt and what it is from are the same


def of_excerpts(people: People, mentions_of: Mapping[int, Sequence[int]], text: Tokenised) -> frozenset[int]:
    """ "It opens with “There came a soldier along the high road”", where the tale itself follows: he counts there."""
    quotes: dict[int, list[Quote]] = {}
    found: set[int] = set()
    elsewhere: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for person, some in mentions_of.items():
        own = [people.mentions[index] for index in some]
        if people.persons[person].named or not all(_is_quoted(mention, text, quotes) for mention in own):
            continue
        if not elsewhere:
            for mention in people.mentions:
                if mention.person >= 0 and mention.kind in ("role", "kin") and (words := _words(mention, text)):
                    elsewhere[words].add(mention.person)
        same = {other for mention in own for other in elsewhere.get(_words(mention, text), ()) if other != person}
        others = (mention for mention in people.mentions if mention.person in same)
        if any(not _is_quoted(mention, text, quotes) for mention in others):
            found.add(person)
    return frozenset(found)


def _is_quoted(mention: Mention, text: Tokenised, known: dict[int, list[Quote]]) -> bool:
    """Whether a mention stands in quotation marks; ``known``: those of each block."""
    if mention.block not in known:
        known[mention.block] = find_quotes(text, mention.block)
    return any(quote.start <= mention.start < quote.end for quote in known[mention.block])


def _words(mention: Mention, text: Tokenised) -> tuple[str, ...]:
    """The words from a mention on; none where too few follow."""
    rest = text.blocks[mention.block].text[mention.start :].lower()
    words = [found[0] for found, _ in zip(_WORD.finditer(rest), range(_WORDS), strict=False)]
    return tuple(words) if len(words) == _WORDS else ()
