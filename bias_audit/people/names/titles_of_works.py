"""Quotation marks or italics that hold the name of a song, a poem or a painting, which nobody says or does."""

from collections.abc import Iterator, Sequence

from ...text import Tokenised
from ..name_context import FoundName, Tokens, verb_after
from ..speech.quotations import SAID_TO_THE_END, Quote, quote_at
from ..words import PeopleWords

_LONG, _NEAR = 4, 5  # letters of a word that has a capital in a title; words in which a verb of saying stands
_IN_TITLES = frozenset("a an the of and or in on to at by for as with from o".split())  # "Tam o' Shanter"
_PAST_TITLE = frozenset(", . ; and but by for in of on to who whom with".split())  # what comes after is not said of it
_WORKS = frozenset(
    "ballad book books chapter comic edition fable fables fairytale film films legend movie movies musical myth novel "
    "novels opera painting play plays poem poems story stories tale tales thriller trilogy versions volume".split()
)
_MADE = frozenset("publish published publishes read reading reads staged watched write writes writing wrote".split())
_JOINS = frozenset("at for from in of on to with".split())  # between the words of a title
_AFTER_NAME = frozenset(", : ; ( - –".split())  # "Maria Reid, Head of Science"
_PAUSES = frozenset(", . ; : ) ! ?".split())
_SHORTEST = 3  # words of a title that shows by itself that it is one


def is_title(tokens: Tokens, quote: Quote, saying: frozenset[str]) -> bool:
    """ "Hans Clodhopper" and "The House That Jack Built" as names of works: capitals throughout, and nobody says it.

    'Wrote "Hush Now" for Ana, whom he called his star' calls no title; 'called Ana "Sunshine"' says nothing.
    """
    before = tokens.lower[max(0, quote.first - _NEAR) : quote.first]
    after = tokens.lower[quote.last + 1 : quote.last + _NEAR]
    if tokens.words[quote.last - 1] not in SAID_TO_THE_END:
        saying = saying - {"called"}
        if quote.last - quote.first > 1:  # not "is plain “Mina”, for she asked"
            after = after[: next((at for at, word in enumerate(after) if word in _PAST_TITLE), None)]
    return not quote.line and _has_capitals(tokens, quote) and not saying.intersection((*before, *after))


def _has_capitals(tokens: Tokens, quote: Quote) -> bool:
    """Whether words that are not all of a block are written as those of a title are."""
    inside = tokens.words[quote.first : quote.last]
    words = [word for word in inside if len(word) >= _LONG]
    if quote.alone or not words or inside[-1] in ("!", "?"):
        return False
    small = [word for word in inside if word.isalpha() and len(word) < _LONG]
    plain = any(word.islower() and word not in _IN_TITLES for word in small)  # "Jakub did."
    return not plain and all(word[0].isupper() or word in _IN_TITLES for word in words)


def titles_in_italics(
    text: Tokenised, block: int, tokens: Tokens, names: Sequence[FoundName], lexicon: PeopleWords
) -> Iterator[Quote]:
    """Italics that hold the name of a work: as it stands ("The Baker's Wife"), or by the words beside it.

    "The hero of Peter Pan" in italics, "the tales of Baron Munchausen", "Emma, by Jane Austen"; not "Maria Reid, Head
    of Science", nor what somebody does ("Maria of Dunoon said").
    """
    for start, end in text.blocks[block].italics:
        quote = quote_at(text, block, start, end)
        if quote.first >= quote.last or not _has_capitals(tokens, quote):
            continue
        if verb_after(tokens, quote.last) in lexicon.person_verbs | lexicon.brings_speech:
            continue
        if _is_beside_work(tokens, quote) or _shows_work(tokens, quote, names, lexicon):
            yield quote


def _is_beside_work(tokens: Tokens, quote: Quote) -> bool:
    """ "The novel Emma", "In Emma, …", "the tales of Emma", "wrote Emma.", "Emma (1815)", "Emma, by Jane"."""
    before, after = tokens.word(quote.first - 1), tokens.word(quote.last)
    if before in _WORKS or after in _WORKS or (before == "in" and quote.first - 1 in tokens.starts):
        return True
    if before == "of":
        return not _WORKS.isdisjoint(tokens.lower[max(0, quote.first - _NEAR) : quote.first])
    if before in _MADE:
        return after in _PAUSES or after in ("", "by", "and", "in")
    if after == "(":
        return tokens.word(quote.last + 1).isdigit()
    by = quote.last + (after == ",")
    return tokens.word(by) == "by" and by + 1 in tokens.capitals


def _shows_work(tokens: Tokens, quote: Quote, names: Sequence[FoundName], lexicon: PeopleWords) -> bool:
    """ "The Baker's Wife", "Alice in Wonderland": not who has a job or is somewhere."""
    words = tokens.words[quote.first : quote.last]
    before, after = tokens.word(quote.first - 1), tokens.word(quote.last)
    if len(words) < _SHORTEST or before in lexicon.determiners or before == ":" or after == ":":
        return False
    if not _AFTER_NAME.isdisjoint(words):
        return False  # "Maria Reid, Head of Science"
    own = {at for name in names for at in range(name.first, name.last)}
    if "'s" in words[:-1]:
        return words[-1].lower() not in lexicon.kin_as_name
    if own.issuperset(at for at in tokens.capitals if quote.first <= at < quote.last):
        return False  # "Ana with Tom"
    if any(name.first == quote.first and len(name.parts) > 1 and not name.title for name in names):
        return "and the" in " ".join(words)  # not "Maria Reid at the Met Office"
    return any(word in _JOINS for word in words[1:-1])
