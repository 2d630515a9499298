"""Clauses that the parser joins wrongly: "who looked after her was kind", "saw that Ana was sad and gave her a hug"."""

from collections.abc import Sequence

from ..actions import load_actions
from .rehang import hang, take_place

_WHO = frozenset({"who", "that"})
_HIM = frozenset({"her", "him"})
_OTHERS = {"he": "him", "she": "her"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GETS = frozenset({"dobj", "dative"})
_STATES = frozenset({"am", "are", "is", "was", "were"})
_LEARNS = frozenset("found heard knew learned learnt noticed realised saw".split())
_NO_DEED = frozenset({"think", "feel", "look"})  # classes of verbs of those who know of nobody's state
_HOME = frozenset(
    "bring brings brought drive drives drove follow followed send sends sent take takes took walk walked walks".split()
)


def mend_clause(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """Join a clause as grammar, or who it tells of, leaves no other way."""
    if words[at] == "home":
        _mend_home(at, words, tags, deps, heads, kids)
    elif deps[at] == "conj":
        _mend_second(at, words, tags, deps, heads, kids)
    else:
        _mend_after_object(at, words, tags, deps, heads, kids)


def _mend_home(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "The judge sent her home.": it is she who is sent, and not a home of hers."""
    verb, her = heads[at], at - 1
    if (words[her], deps[her], heads[her]) == ("her", "poss", at) and words[verb] in _HOME and deps[at] == "dobj":
        tags[her], tags[at], deps[at] = "PRP", "RB", "advmod"
        hang(her, verb, "dobj", deps, heads, kids)


def _mend_after_object(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "The vet who looked after her was kind.": "her" is no subject, so that what follows is said of the vet."""
    does = heads[at]
    noun = heads[does]
    her = next((kid for kid in kids.get(at, ()) if deps[kid] in _SUBJECTS and words[kid] in _HIM), None)
    if her is None or deps[does] != "relcl" or deps[noun] != "ROOT" or not tags[noun].startswith("NN"):
        return
    by = her - 1
    if not any(words[kid] in _WHO and deps[kid] in _SUBJECTS for kid in kids.get(does, ())):
        return
    if by == does:
        hang(her, does, "dobj", deps, heads, kids)
    elif by == does + 1 and by in kids[at]:
        hang(by, does, "prep", deps, heads, kids)
        hang(her, by, "pobj", deps, heads, kids)
        tags[by] = "IN"
    else:
        return
    tags[at] = "VBD" if tags[at] == "VBN" and not any(deps[kid].startswith("aux") for kid in kids[at]) else tags[at]
    hang(at, noun, deps[at], deps, heads, kids)
    take_place(at, noun, "nsubj", deps, heads, kids)


def _mend_second(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "Ewan saw that Ana was sad and gave her a hug": it is Ewan who gave it, since he did it to another.

    Without "her" ("was tired and carried a bag") either may have done it, and it is left with nobody.
    """
    state = heads[at]
    learns = heads[state]
    if deps[state] != "ccomp" or words[learns] not in _LEARNS or not learns < state < at or tags[at] != tags[learns]:
        return
    below = kids.get(at, [])
    if any(deps[kid] in ("aux", "auxpass", "mark", *_SUBJECTS) for kid in below):
        return
    about = next((kid for kid in kids.get(state, ()) if deps[kid] in _SUBJECTS), None)
    him = _gets(below, words, tags, deps, kids)
    if about is None:
        return
    if him is not None and (words[about] not in _OTHERS or words[him] == _OTHERS[words[about]]):
        hang(at, learns, "conj", deps, heads, kids)
        if deps[him] == "poss":
            hang(him, at, "dative", deps, heads, kids)
    elif (
        him is None
        and words[state] in _STATES
        and load_actions().class_of.get(words[at]) not in _NO_DEED
        and words[at] not in _STATES
    ):
        hang(at, learns, "dep", deps, heads, kids)


def _gets(
    below: Sequence[int],
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    kids: dict[int, list[int]],
) -> int | None:
    """ "Him" to whom something is done, also in "gave her half of it"."""
    half = [kid for what in below if deps[what] == "dobj" for kid in kids.get(what, ()) if tags[kid] == "PRP"]
    done = [kid for kid in below if deps[kid] in _GETS]
    return next((kid for kid in (*done, *half) if words[kid] in _HIM), None)
