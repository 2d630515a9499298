"""Nouns that are not said of the one beside them: "Dear Ana, our cook is ill", "she is no nurse and not a cook"."""

from collections.abc import Mapping

from ..cue import Cue
from ..name_context import Tokens
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from ..words import load_people_words
from .held import is_held

_A = frozenset({"a", "an"})
_YOURS = frozenset({"my", "our", "your"})
_IS = frozenset({"is", "was", "'s"})
_NAMES = frozenset({",", "called", "named"})  # between an animal and its name
_DEAR = frozenset("dear dearest hello hey hi hiya".split())
_CALLS = frozenset({"call", "called", "calling", "calls"})


def is_somebody_else(tokens: Tokens, cue: Cue, before: Cue | None, parse: Parse) -> bool:
    """Whether a noun is not said of the one before the comma: whom a letter tells of, or whom somebody holds."""
    if cue.led_by in _A and is_held(tokens.lower, cue.last):
        return True
    return before is not None and _is_told_of(tokens, cue, before, parse)


def _is_told_of(tokens: Tokens, cue: Cue, before: Cue, parse: Parse) -> bool:
    """ "Dear Ana, my son wants …", "Ana, our plumber is here": the name is whom the words are said to."""
    if before.name is None or tokens.word(before.last) != ",":
        return False
    if tokens.word(before.first - 1) in _DEAR:
        return cue.led_by in _YOURS or cue.led_by == "the"
    root = parse.root_of(cue.first, cue.last)
    does = parse.deps[root] in SUBJECTS and "," not in parse.words[root : parse.heads[root]]
    return cue.led_by in _YOURS and does and before.first in tokens.starts


def is_what_called(cue: Cue, parse: Parse) -> bool:
    """ "They called her Mother Weston": what she is called, and no mother of hers."""
    whose = cue.first - 1
    return (
        cue.kind == "kin"
        and whose > 0
        and parse.words[whose] in ("her", "him")
        and parse.deps[whose] == "dobj"
        and parse.words[parse.heads[whose]] in _CALLS
    )


def is_of_thing(tokens: Tokens, at_token: Mapping[int, int], parse: Parse, at: int) -> bool:
    """ "My dog is a good listener and my harshest critic", "the parrot, Chico. Chico is my biggest fan": no person."""
    while parse.deps[at] == "conj" and parse.heads[at] != at:
        at = parse.heads[at]
    verb = parse.heads[at]
    subjects = parse.kids_of(verb, "nsubj") if parse.deps[at] == "attr" and parse.words[verb] in _IS else []
    if not subjects or subjects[0] in at_token:
        return False
    subject, things = subjects[0], load_people_words().named_things
    if tokens.word(subject) in things:
        return True
    named = (i for i in range(1, subject) if tokens.words[i] == tokens.words[subject])
    return any(tokens.word(i - 1 - (tokens.word(i - 1) in _NAMES)) in things for i in named)


def is_denied(parse: Parse, at: int) -> bool:
    """ "neither a man nor a woman", "he never boasts and becomes a philosopher"."""
    while parse.deps[at] == "conj" and parse.heads[at] != at:
        at = parse.heads[at]
    if parse.deps[at] not in SUBJECTS and any(parse.words[kid] == "neither" for kid in parse.kids_of(at)):
        return True
    if parse.deps[at] == "appos" and any(parse.words[kid] == "not" for kid in parse.kids_of(parse.heads[at], "neg")):
        return True  # "she is a nun, not a nurse"
    verb = parse.heads[at]
    if parse.deps[at] == "attr" and _is_choice(parse, verb, at):
        return True
    while parse.deps[at] == "attr" and parse.tags[verb].startswith("VB"):
        if parse.kids_of(verb, "neg"):
            return True
        if parse.deps[verb] != "conj" or parse.heads[verb] == verb:
            return False
        verb = parse.heads[verb]
    return False


def _is_choice(parse: Parse, verb: int, at: int) -> bool:
    """ "Is he a nurse or a cook?": said of nobody yet."""
    asks = any(verb < kid < at for kid in parse.kids_of(verb, "nsubj"))
    ends = [at, *parse.kids_of(at, "conj", "appos")]
    return asks and any(parse.words[kid] == "or" for end in ends for kid in parse.kids_of(end, "cc"))
