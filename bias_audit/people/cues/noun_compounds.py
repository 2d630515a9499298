"""Nouns for people inside a longer word or thing, and so nobody: "man-made", "daughter cell", "father of physics"."""

from ..name_context import Tokens
from ..words import PeopleWords, fold
from .thing_nouns import is_led_to

_MANY = frozenset("children men people women".split())
_WORK_HOW = frozenset("alone in independently together with".split())  # not "on": "students' work on display"
_OBJECTS_OPEN = frozenset("a an the his her their him them".split())
_CLAUSES_OPEN = frozenset("that how when whether who only down what".split())
_ASKING = frozenset("do does did can could may might must should will would".split())
_CHILDREN = frozenset("one two three four five six seven eight nine ten twins triplets 2 3 4 5".split())
_OWNERS = frozenset("my your her his their our 's".split())
_ONE = frozenset({"a", "an", "another", "one"})
_NONE: frozenset[str] = frozenset()


def is_compound(tokens: Tokens, at: int, word: str, lexicon: PeopleWords) -> bool:
    """Whether the noun belongs to a longer word or thing: "man-made", "daughter cell", "student nurse"."""
    after = tokens.word(at + 1)
    follows = (after, f"{after} {tokens.word(at + 2)}") if word in lexicon.not_before else ()
    named = not lexicon.not_before.get(word, _NONE).isdisjoint(follows) and (
        after != "of" or is_of_thing(tokens, at, lexicon)
    )
    if named or (after in lexicon.not_before["*"] and not (_takes(tokens, at + 1) or _is_asked(tokens, at, lexicon))):
        return True
    if f"{tokens.word(at - 1)} {word}" in lexicon.not_people or tokens.word(at - 1) in lexicon.not_after.get(word, ()):
        return True
    longer = f"{word} {after}"
    if longer in lexicon.roles or longer in lexicon.others:
        return True  # "Head Teacher"
    if after == "and" and f"{longer} {tokens.word(at + 2)}" in lexicon.roles:
        return True  # "painter and decorator"
    if word in lexicon.maybe_roles and after in lexicon.others and tokens.words[at + 1].islower():
        return True  # the head of "the head cook"
    if word in lexicon.not_led_by and is_led_to(tokens, at, lexicon):
        return True
    known = after in lexicon.roles or after in lexicon.gender["kin"] or after in lexicon.people_in_general
    if word in lexicon.people_in_general and tokens.word(at + 2) in ("", ",") and (known or after in lexicon.others):
        return True  # "Student Adviser"
    if (known or after in lexicon.gender["nouns"]) and tokens.words[at + 1].islower():
        return word not in lexicon.kin_as_name
    tight = after in ("-", "_", "/", ".") and not tokens.spaced[at]
    return tight and at + 2 < len(tokens.words) and not tokens.spaced[at + 1] and tokens.words[at + 2].isalnum()


def is_of_thing(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "The father of physics"."""
    return tokens.word(at + 1) == "of" and not _is_of_somebody(tokens, at + 2, lexicon)


def _is_of_somebody(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "A mother of two", "the father of the bride"; not "the father of physics"."""
    word = tokens.word(at)
    if word == "the":
        return tokens.word(at + 1) in lexicon.gender["kin"] or tokens.word(at + 1) in lexicon.gender["nouns"]
    return word in _CHILDREN or word in _OWNERS or word in _ONE or lexicon.is_name(fold(word))


def _is_asked(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether a noun stands in a question, so that a verb follows: "How long did the sculptor work?"."""
    return tokens.word(at - 2) in _ASKING and tokens.word(at - 1) in lexicon.determiners


def _takes(tokens: Tokens, at: int) -> bool:
    """Whether a word is a verb: "the coach books a room", "notes that", "pupils work in pairs"; not "coach notes"."""
    after = tokens.word(at + 1)
    if tokens.word(at) == "work" and after in _WORK_HOW:
        return tokens.word(at - 1) in _MANY or tokens.word(at - 1).endswith("s")
    return after in _OBJECTS_OPEN or (tokens.word(at) == "notes" and after in _CLAUSES_OPEN)
