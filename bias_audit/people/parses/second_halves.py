"""Halves after "and" that the parser gives to the first: "My son is a cook and Olu is a vet".

Like misread.py, it mends a parse in place, and only what cannot be grammar.
"""

from collections.abc import Sequence

from .rehang import hang, hangs_on

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})  # what may stand between somebody and a verb
_NAMES_IT = frozenset({"compound", "det", "poss", "amod", "nmod"})
_HOW = frozenset({"JJ", "JJR", "JJS", "DT", "PRP$", "CD"})
_DOES_TO = frozenset("coaches guards guides hosts mentors nurses referees tutors umpires".split())
_STAFF = frozenset({"people", "staff"})
_DEEP = 4  # words from the last one of the first half to its verb


def give_subject(
    at: int,
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """ "My son is a cook and Olu is a vet": a verb right after somebody is theirs, and not of who is told of first."""
    below = kids[at]
    if any(deps[kid] in _SUBJECTS for kid in below):
        return
    helps = [kid for kid in below if deps[kid] in ("aux", "auxpass") and kid < at]
    if tags[at] not in _FINITE and not (tags[at] in _PARTICIPLES and any(tags[kid] in _FINITE for kid in helps)):
        return
    who = at - 1
    while who in below and deps[who] in _BETWEEN:
        who -= 1
    if who < 1 or deps[who] != "conj" or not (tags[who].startswith("NNP") or words[who] in people):
        return
    and_ = who - 1
    while and_ > 0 and heads[and_] == who and deps[and_] in _NAMES_IT:
        and_ -= 1
    first, verb = heads[who], heads[at]
    if words[and_] != "and" or not verb < first < and_ or heads[and_] != first:
        return
    if not hangs_on(first, verb, heads, _DEEP) or not any(deps[kid] in _SUBJECTS and kid < verb for kid in kids[verb]):
        return
    passive = any(deps[kid] == "auxpass" for kid in helps)
    hang(who, at, "nsubjpass" if passive else "nsubj", deps, heads, kids)
    hang(and_, verb, "cc", deps, heads, kids)


def do_to_others(
    at: int,
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """ "Runs a club and mentors young singers": with others right after it, "mentors" is what somebody does."""
    what, and_ = at - 2, at - 1
    if words[at] not in _DOES_TO or tags[at] != "NNS" or what < 1 or words[and_] != "and" or kids.get(at):
        return
    if tags[what] not in ("NN", "NNP") or words[what] in people:
        return
    whom = at + 1
    while whom < len(words) - 1 and tags[whom] in _HOW:
        whom += 1
    if whom >= len(words) or not (tags[whom] == "NNS" or words[whom] in _STAFF or words[whom] in people):
        return
    verb = next((above for above in _above(what, heads) if tags[above] == "VBZ"), None)
    if verb is None or verb > what or not any(deps[kid] in _SUBJECTS for kid in kids[verb]):
        return
    if heads[what] == whom:
        hang(what, verb, "dobj", deps, heads, kids)  # "drives a van and guards the doors", read as doors of two kinds
    hang(and_, verb, "cc", deps, heads, kids)
    hang(at, verb, "conj", deps, heads, kids)
    tags[at] = "VBZ"
    hang(whom, at, "dobj", deps, heads, kids)


def _above(at: int, heads: Sequence[int]) -> list[int]:
    found: list[int] = []
    while heads[at] != at and len(found) < _DEEP:
        at = heads[at]
        found.append(at)
    return found
