"""Sentences with "called" that the parser takes for naming, or for less of it: "The cook called the vet in.".

Mended in place, like what `misread` mends.
"""

from collections.abc import Sequence

from .rehang import hang, take_place

_CALLS = frozenset({"called", "calls", "call", "calling"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ACTIVE = _FINITE | {"VB", "VBG"}
_NAMED = frozenset({"dobj", "auxpass", "nsubjpass"})  # with which "called" gives somebody a name
_ASKS = frozenset({"WP", "WRB", "WDT"})
_NOUNS = ("NN", "NNP")
_LEADS = frozenset({"det", "poss"})
_LIKE_PLURALS = ("NNS", "VBZ")
_TAKES = ("NNP", "PRP", "PRP$", "DT")  # with which what a verb takes begins
_OBJECT = frozenset({"oprd", "attr", "appos", "dobj", "dep", "npadvmod"})
_HIM = frozenset({"her", "him"})
_ENDS = frozenset(".!")


def mend_calls(
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """Tell whom somebody calls from what somebody is called. ``people``: the words for people."""
    if _CALLS.isdisjoint(words):
        return
    for at, word in enumerate(words):
        if word not in _CALLS or at + 1 >= len(words):
            continue
        if tags[at] in _ACTIVE:
            _is_rung(at, words, tags, deps, heads, kids)
        elif word == "called" and deps[at] == "acl" and tags[heads[at]] == "NN":
            if deps[heads[at]] == "ROOT":
                _rings(at, words, tags, deps, heads, kids)
                _is_called_and_does(at, words, tags, deps, heads, kids, people)
            _with_another(at, words, tags, deps, heads, kids, people)


def _is_rung(
    verb: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "The cook, Ana Hill, called the vet": whom she rings, not what she is; "they called her Tam": what she is."""
    below = kids.get(verb, [])
    after = verb + 1
    if words[after] in _HIM and deps[after] == "poss" and tags[heads[after]] == "NNP" and heads[heads[after]] == verb:
        name = heads[after]
        if min(kids[name]) == after and not any(deps[kid] == "oprd" and kid != name for kid in below):
            hang(after, verb, "dobj", deps, heads, kids)
            deps[name], tags[after] = "oprd", "PRP"
        return
    if any(deps[kid] in _NAMED or tags[kid] in _ASKS for kid in below) or deps[verb] == "relcl":
        return
    if tags[verb] in _FINITE and deps[verb] != "conj" and not any(deps[kid] == "nsubj" for kid in below):
        return  # "a student from Wuhan called Li Na"
    told = [kid for kid in below if deps[kid] == "oprd" and tags[kid] in _NOUNS and kid > verb]
    if len(told) == 1 and (tags[told[0]] == "NNP" or any(deps[kid] in _LEADS for kid in kids.get(told[0], ()))):
        deps[told[0]] = "dobj"


def _rings(
    verb: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "The boy, Tom, called Ana." is no boy who is called both."""
    noun = heads[verb]
    named = [kid for kid in kids[noun] if deps[kid] == "appos" and noun < kid < verb and tags[kid] == "NNP"]
    if not named or named[0] != verb - 2 or words[noun + 1] != "," or words[verb - 1] != ",":
        return
    by = any(deps[kid] in ("agent", "prep") for kid in kids.get(verb, ()))
    if by or not any(words[kid] in _ENDS for kid in kids[noun]):
        return
    take_place(verb, noun, "nsubj", deps, heads, kids)
    tags[verb] = "VBD"
    for kid in [kid for kid in kids[noun] if kid > verb]:
        hang(kid, verb, deps[kid], deps, heads, kids)
    for kid in kids[verb]:
        deps[kid] = "dobj" if deps[kid] == "oprd" else deps[kid]


def _is_called_and_does(
    called: int,
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """ "A boy called Tom messages Ana.": a verb that looks like a plural noun after the name."""
    noun, verb = heads[called], called + 1
    while verb < len(words) and tags[verb] == "NNP":
        verb += 1
    name, last = verb - 1, max(kids[noun])
    if name == called or words[noun] not in people or called != noun + 1 or words[last] not in _ENDS:
        return
    if last <= verb + 1 or tags[verb] not in _LIKE_PLURALS or tags[verb + 1] not in _TAKES:
        return
    for at in range(called + 1, last + 1):
        if at == name:
            hang(at, called, "oprd", deps, heads, kids)
        elif at < name and heads[at] > name:
            hang(at, name, "compound", deps, heads, kids)
    _make_main(noun, verb, deps, heads, kids)
    tags[verb], taken = "VBZ", False
    for at in range(verb + 1, last + 1):
        if heads[at] <= verb:
            object_ = not taken and (deps[at] in _OBJECT or at == verb + 1)
            hang(at, verb, "dobj" if object_ else deps[at], deps, heads, kids)
            taken = taken or object_


def _make_main(noun: int, verb: int, deps: list[str], heads: list[int], kids: dict[int, list[int]]) -> None:
    """Make a word the main one of its sentence, and the noun that was it the subject."""
    kids[heads[verb]].remove(verb)
    deps[verb], heads[verb] = "ROOT", verb
    kids.setdefault(verb, []).append(noun)
    heads[noun], deps[noun] = verb, "nsubj"


def _with_another(
    called: int,
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """ "A cook called Tom and a vet, Ana Hill": the vet stands beside the cook, and it is she who is named last."""
    noun = heads[called]
    for name in [kid for kid in kids.get(called, ()) if deps[kid] == "oprd" and tags[kid] == "NNP"]:
        for other in [kid for kid in kids.get(name, ()) if deps[kid] == "conj" and tags[kid] == "NN"]:
            if words[other] not in people or not any(deps[kid] == "det" for kid in kids.get(other, ())):
                continue
            hang(other, noun, "conj", deps, heads, kids)
            for kid in [kid for kid in kids.get(name, ()) if deps[kid] == "cc"]:
                hang(kid, noun, "cc", deps, heads, kids)
            for kid in [kid for kid in kids[noun] if deps[kid] == "appos" and kid > other]:
                if words[other + 1] == "," and min([kid, *kids.get(kid, ())]) == other + 2:
                    hang(kid, other, "appos", deps, heads, kids)
