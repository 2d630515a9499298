"""Quotation marks that hold the name of a song, a poem or a painting, which nobody says."""

from ..name_context import Tokens
from ..speech.quotations import SAID_TO_THE_END, Quote

_LONG, _NEAR = 4, 5  # letters of a word that has a capital in a title; words in which a verb of saying stands
_IN_TITLES = frozenset("a an the of and or in on to at by for as with from o".split())  # "Tam o' Shanter"
_PAST_TITLE = frozenset(", . ; and but by for in of on to who whom with".split())  # what comes after is not said of it


def is_title(tokens: Tokens, quote: Quote, saying: frozenset[str]) -> bool:
    """ "Hans Clodhopper" and "The House That Jack Built" as names of works: capitals throughout, and nobody says it.

    'Wrote "Hush Now" for Ana, whom he called his star' calls no title; 'called Ana "Sunshine"' says nothing.
    """
    words = [word for word in tokens.words[quote.first : quote.last] if len(word) >= _LONG]
    before = tokens.lower[max(0, quote.first - _NEAR) : quote.first]
    after = tokens.lower[quote.last + 1 : quote.last + _NEAR]
    if tokens.words[quote.last - 1] not in SAID_TO_THE_END:
        saying = saying - {"called"}
        if quote.last - quote.first > 1:  # not "is plain “Mina”, for she asked"
            after = after[: next((at for at, word in enumerate(after) if word in _PAST_TITLE), None)]
    around = (*before, *after)
    if quote.alone or quote.line or not words or tokens.words[quote.last - 1] in ("!", "?"):
        return False
    small = [word for word in tokens.words[quote.first : quote.last] if word.isalpha() and len(word) < _LONG]
    plain = any(word.islower() and word not in _IN_TITLES for word in small)  # "Jakub did."
    return not plain and all(word[0].isupper() for word in words) and not saying.intersection(around)
