"""Several who are named after what they are: "Note: pupils Maya and Finlay gave him a card".

Mended in place, like what `misread` mends.
"""

from collections.abc import Sequence

from .rehang import hang, hangs_on, take_place

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAIR = 4  # tokens from "pupils" to the verb, past "Maya and Finlay"
_OF_OTHERS = ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "IN", "TO")
_DEEP = 8  # steps from a noun up to the verb


def mend_named(
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """Make two names after a noun for people the subject of the verb that follows."""
    if "and" not in words:
        return
    for at in range(len(words) - _PAIR):
        if words[at + 2] != "and" or words[at] not in people or not words[at].endswith("s"):
            continue
        first, verb = at + 1, at + _PAIR
        named = tags[first] == tags[first + 2] == "NNP" and tags[verb] in _FINITE and heads[first + 2] == first
        if not named or heads[at] == first or (at and tags[at - 1] in _OF_OTHERS):
            continue
        if heads[verb] == at:  # "Then pupils Ben and Zara thanked …"
            take_place(verb, at, "dep", deps, heads, kids)
        elif not hangs_on(at, verb, heads, _DEEP):
            continue
        _make_subject(at, verb, tags, deps, heads, kids)


def _make_subject(
    at: int, verb: int, tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    first = at + 1
    for kid in [kid for kid in kids[verb] if deps[kid] == "nsubj" and kid < at]:
        deps[kid] = "dep"  # "Note: …"
    if heads[first] == verb:
        deps[first] = "nsubj"
    else:
        hang(first, verb, "nsubj", deps, heads, kids)
    for kid in [kid for kid in kids.get(at, ()) if kid != first]:
        hang(kid, verb, deps[kid], deps, heads, kids)
    tags[at] = "NNS"
    hang(at, first, "compound", deps, heads, kids)
