"""Names that the text gives to things and animals: "the egg is called Humphrey", "the good ship Marigold"."""

from collections.abc import Sequence

from .grammar import Parse
from .name_context import FoundName, Tokens
from .people_lexicon import PeopleWords, fold

_CALLED = frozenset({"called", "named", "christened", "nicknamed"})
_BACK = 6  # words in which the noun stands that is called so
_MARKS = frozenset({'"', "“", "‘", "'"})
_SOMEONE = frozenset("someone somebody anyone one i you he she they we who me him her them".split())


def without_things(
    names: Sequence[list[FoundName]], blocks: Sequence[Tokens], parses: Sequence[Parse], lexicon: PeopleWords
) -> list[list[FoundName]]:
    """The names without those that the document gives to a thing or an animal."""
    things = {
        fold(name.parts[0])
        for found, tokens, parse in zip(names, blocks, parses, strict=True)
        for name in found
        if not _is_full(name) and _is_of_thing(name, tokens, parse, lexicon)
    }
    if not things:
        return list(names)
    things -= {fold(name.parts[0]) for found in names for name in found if _is_full(name)}
    return [[n for n in found if _is_full(n) or fold(n.parts[0]) not in things] for found in names]


def _is_full(name: FoundName) -> bool:
    return bool(name.title) or len(name.parts) > 1


def _is_of_thing(name: FoundName, tokens: Tokens, parse: Parse, lexicon: PeopleWords) -> bool:
    at = name.first - 1
    while tokens.word(at) in _MARKS:
        at -= 1
    if tokens.word(at) in _CALLED:
        noun = _noun_before(at, tokens, parse)
        return noun is not None and not _is_person(noun, tokens, lexicon)
    at -= tokens.word(at) == ","
    return tokens.word(at) in lexicon.named_things


def _noun_before(at: int, tokens: Tokens, parse: Parse) -> int | None:
    """The noun that is called so."""
    for back in range(at - 1, max(-1, at - _BACK), -1):
        if parse.tags[back][:2] == "NN" or tokens.word(back) in _SOMEONE or parse.tags[back] == "PRP":
            return back
    return None


def _is_person(at: int, tokens: Tokens, lexicon: PeopleWords) -> bool:
    word = tokens.word(at)
    known = word in lexicon.cue_words or word in _SOMEONE or word in lexicon.gender["groups"]
    return known or tokens.words[at][:1].isupper()
