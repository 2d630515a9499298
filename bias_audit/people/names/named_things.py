"""Names that the text gives to things and animals: "the egg is called Humphrey", "Eliza the chatbot"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..name_context import FoundName, Tokens, is_name_shaped
from ..parses.parse import Parse
from ..words import PeopleWords, fold

_CALLED = frozenset({"called", "named", "christened", "nicknamed"})
_BACK = 6  # words in which the noun stands that is called so
_IS = frozenset({"is", "was"})
_ARTICLES = frozenset({"the", "a", "an"})
_AFTER_NOUN = frozenset("and called for from in is named of on that was which who with".split())
_PLAYS = frozenset("assembly concert musical nativity panto pantomime parade play show".split())
_LONG = 4  # words of "a very old toy dinosaur"
_MARKS = frozenset({'"', "“", "‘", "'"})
_SOMEONE = frozenset("someone somebody anyone one i you he she they we who me him her them".split())


def with_things(
    names: Sequence[list[FoundName]], blocks: Sequence[Tokens], parses: Sequence[Parse], lexicon: PeopleWords
) -> list[list[FoundName]]:
    """The names, with those marked that the document gives to a thing or an animal."""
    things = {
        fold(name.parts[0])
        for found, tokens, parse in zip(names, blocks, parses, strict=True)
        for name in found
        if not _is_full(name) and _is_of_thing(name, tokens, parse, lexicon)
    }
    things |= {fold(tokens.words[at]) for tokens in blocks for at in _before_things(tokens, lexicon)}
    if not things:
        return list(names)
    things -= {fold(name.parts[0]) for found in names for name in found if _is_full(name)}
    return [
        [n if _is_full(n) or fold(n.parts[0]) not in things else replace(n, thing=True) for n in found]
        for found in names
    ]


def _before_things(tokens: Tokens, lexicon: PeopleWords) -> Iterator[int]:
    """The Dino of "the Dino sprite"."""
    if lexicon.named_things.isdisjoint(tokens.lower):
        return
    for at, word in enumerate(tokens.lower):
        if word in lexicon.named_things and tokens.word(at - 2) in _ARTICLES and is_name_shaped(tokens.words[at - 1]):
            yield at - 1


def _is_full(name: FoundName) -> bool:
    return bool(name.title) or len(name.parts) > 1


def _is_of_thing(name: FoundName, tokens: Tokens, parse: Parse, lexicon: PeopleWords) -> bool:
    if _is_among_things(name, tokens, parse, lexicon):
        return True
    at = name.first - 1
    while tokens.word(at) in _MARKS:
        at -= 1
    if tokens.word(at) in _CALLED:
        noun = _noun_before(at, tokens, parse)
        return noun is not None and not _is_person(noun, tokens, lexicon)
    if tokens.word(at) == "as" and tokens.word(at - 1) == "such":
        at -= 2  # "chatbots, such as Eliza"
    elif tokens.word(at) in _IS:
        at -= 1  # "one chatbot is Eliza"
    at -= tokens.word(at) == ","
    if tokens.word(at) in ("train", "trains") and not _is_railway(at, tokens, parse):
        return False  # "I train Amina"
    return tokens.word(at).removesuffix("s") in lexicon.named_things or _is_said_to_be_thing(name, tokens, lexicon)


def _is_railway(at: int, tokens: Tokens, parse: Parse) -> bool:
    """ "The train Mallard", "my train, Thomas"; not "I train Amina", "My job is to train Amina"."""
    return parse.tags[at][:2] == "NN" and tokens.word(at - 1) not in ("i", "we", "you", "they", "to")


def _is_among_things(name: FoundName, tokens: Tokens, parse: Parse, lexicon: PeopleWords) -> bool:
    """ "A costume (hearts, stars, Alonzo, doves)"."""
    before, after = name.first - 2, name.last + 1
    if before < 0 or after >= len(tokens.words) or tokens.word(before + 1) != "," or tokens.word(after - 1) != ",":
        return False
    return all(parse.tags[at] == "NNS" and not _is_person(at, tokens, lexicon) for at in (before, after))


def _is_said_to_be_thing(name: FoundName, tokens: Tokens, lexicon: PeopleWords) -> bool:
    """ "Eliza the chatbot", "Rex is a dog", "Nessie, a toy dinosaur"; not "gave Ben a dog", "called Ben a pig"."""
    if tokens.word(name.last) in lexicon.named_things:
        return True
    at = name.last + (tokens.word(name.last) in ("is", "was", ","))
    if tokens.word(at) not in _ARTICLES:
        return False
    if at == name.last and (tokens.word(at) != "the" or tokens.word(name.first - 1) in lexicon.gives):
        return False
    noun, said = at + 1, tokens.lower[at + 1 : at + _LONG]
    if tokens.word(noun) in lexicon.cue_words and not _ARTICLES.isdisjoint(said):
        return False  # "Did Kirsty the vet see the dog?"
    while noun < at + _LONG and tokens.word(noun + 1).isalpha() and tokens.word(noun) not in lexicon.named_things:
        noun += 1
    after = tokens.word(noun + 1)
    ends = not after.isalpha() or after in _AFTER_NOUN
    part = after == "in" and not _PLAYS.isdisjoint(tokens.lower[noun + 2 : noun + 2 + _LONG])
    return tokens.word(noun) in lexicon.named_things and ends and not part  # "Ben is a sheep in the school play."


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
