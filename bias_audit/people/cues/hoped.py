"""What is hoped for, planned or doubted, and so said of nobody yet: "hopes to be a nurse", "could be a pilot"."""

from ..parses.grammar import has_tense
from ..parses.parse import Parse

_MAYBE = frozenset(
    "not n't never no should could would might may if hope hopes hoped want wants wanted like plan plans planned "
    "dream dreams dreamed dreamt intend intends intended train trains training study studying try trying".split()
)
_BESIDE = frozenset({"advcl", "ccomp", "conj", "parataxis"})  # clauses that say something of their own


def is_hoped(parse: Parse, verb: int) -> bool:
    """ "Wants to be a nurse", "if she is a nurse"; not "is a joiner and wants to travel"."""
    kids = {parse.words[kid] for kid in parse.kids_of(verb) if parse.deps[kid] not in _BESIDE or not _own(parse, kid)}
    if parse.deps[verb] in _BESIDE - {"ccomp"} and _own(parse, verb):
        return not _MAYBE.isdisjoint(kids)
    above = parse.heads[verb]
    above = parse.heads[above] if parse.deps[verb] == "pcomp" else above  # "dreams of being a nurse"
    shares = parse.heads[above] if parse.deps[verb] == "conj" else above  # "wants to cook and be a chef"
    return not _MAYBE.isdisjoint(kids | {parse.words[above], parse.words[shares]})


def is_to_come(parse: Parse, verb: int, noun: int) -> bool:
    """ "She is going to be a vet": like a hope; not "is going to be our teacher", which is settled."""
    going = parse.words[parse.heads[verb]] == "going" and parse.deps[verb] == "xcomp"
    return going and any(parse.words[kid] in ("a", "an") for kid in parse.kids_of(noun, "det"))


def _own(parse: Parse, verb: int) -> bool:
    """Whether a verb tells something by itself: "wants", "did not want"; "planned", read as a participle."""
    return parse.tags[verb] == "VBN" or has_tense(parse, verb)


def is_plainly(parse: Parse, verb: int) -> bool:
    """Said as a fact: no "not", no "if", no question."""
    words = {parse.words[kid] for kid in parse.kids_of(verb)}
    return not words & (_MAYBE | {"?"}) and parse.tags[verb] in ("VBZ", "VBD")
