"""Nouns for somebody that are a thing or a place here: "we boarded the coach", "a vet's practice"."""

from ..name_context import Tokens
from ..parses.parse import Parse
from ..words import PeopleWords, fold

_PLACES = frozenset("at to from in outside near into".split())
_THE = frozenset({"the", "a", "another"})
_OF_A_NOUN = frozenset({"NN", "JJ", "CD", "VB", "HY", "RB"})  # of what may belong to the baker, by tags of two letters
_FINITE = frozenset({"VBD", "VBZ"})
_COMPARED = frozenset({"of", ",", ")"})
_ANY = frozenset({"a", "an"})
_PREMISES = frozenset("clinic office parlour practice salon shop stall store studio surgery workshop".split())
_HELPERS = frozenset("apprentice assistant clerk helper labourer mate receptionist secretary".split())


def is_led_to(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "We booked the coach", "in her trainers": by the word before the noun, or before what leads it."""
    before = at - 1
    if tokens.word(before) in lexicon.determiners or tokens.word(before) == "of":
        before -= 1
    return tokens.word(before) in lexicon.not_led_by[tokens.lower[at]] or _rides(tokens, at, lexicon)


def _rides(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "The coach to Blackpool"; not "asked the coach to help" and not "coach to Petra Reid"."""
    if tokens.lower[at] != "coach" or tokens.word(at + 1) != "to" or at + 2 >= len(tokens.words):
        return False
    where = tokens.words[at + 2]
    person = lexicon.is_name(fold(where)) and fold(where) not in lexicon.places
    return where.istitle() and not tokens.title_case and not person


def is_shop(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> bool:
    """ "I went to the baker's.", "the chemist's was shut"; not "the baker's van", "the doctor's here"."""
    if tokens.lower[at] not in lexicon.shops or tokens.word(at + 1) != "'s" or tokens.word(at - 1) not in _THE:
        return False
    if parse.tags[at] and parse.tags[at + 1] != "POS":
        return False
    if tokens.word(at + 2).isalpha():
        tag = parse.tags[at + 2]
        return tag in _FINITE or tag[:2] not in _OF_A_NOUN | {""}
    return bool(parse.tags[at]) or tokens.word(at - 2) in _PLACES


def is_of_premises(tokens: Tokens, at: int, parse: Parse) -> bool:
    """ "She runs a small vet's practice": a place, and no vet; not "a vet's van", "the vet's practice"."""
    if tokens.word(at + 1) != "'s" or tokens.word(at + 2) not in _PREMISES:
        return False
    leads = parse.kids_of(at, "det") or [at - 1]
    return tokens.word(leads[0]) in _ANY


def is_compared(tokens: Tokens, at: int) -> bool:
    """ "The elder of the two sisters", "Petra, the elder, …": the older one, and no job."""
    return tokens.lower[at] == "elder" and tokens.word(at - 1) == "the" and tokens.word(at + 1) in _COMPARED


def says_whose_helper(tokens: Tokens, at: int) -> bool:
    """ "A plumber's mate", "an optician's receptionist": what job somebody has, and no plumber; not "the plumber's"."""
    return tokens.word(at + 1) == "'s" and tokens.word(at + 2) in _HELPERS and tokens.word(at - 1) in _ANY
