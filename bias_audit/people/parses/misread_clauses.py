"""Clauses that the parser joins wrongly: "who looked after her was kind", "saw that Ana was sad and gave her a hug"."""

from collections.abc import Sequence

from ..actions import load_actions
from .parse import Draft

_WHO = frozenset({"who", "that"})
_HIM = frozenset({"her", "him"})
_OTHERS = {"he": "him", "she": "her"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GETS = frozenset({"dobj", "dative"})
_STATES = frozenset({"am", "are", "is", "was", "were"})
_LEARNS = frozenset("found heard knew learned learnt noticed realised saw".split())
_NO_DEED = frozenset({"think", "feel", "look"})  # classes of verbs of those who know of nobody's state
_LIVES = frozenset("graduated lived moved qualified served studied trained travelled worked".split())
_HOME = frozenset(
    "bring brings brought drive drives drove follow followed send sends sent take takes took walk walked walks".split()
)


def mend_life(draft: Draft, at: int) -> None:
    """ "Ada Ross, a niece of Lady Grant, trained in Leith.": what she did, with no other verb; no "trained by"."""
    noun = draft.heads[at]
    if draft.words[at] not in _LIVES or draft.words[at - 1] != "," or draft.deps[noun] != "ROOT":
        return
    below = draft.kids[noun]
    beside = any(draft.deps[kid] == "appos" and noun < kid < at for kid in below)
    ends = [kid for kid in below if kid > at and draft.words[kid] == "."]
    if (
        draft.tags[noun] != "NNP"
        or not beside
        or not ends
        or any(draft.words[kid] == "by" for kid in draft.kids_of(at))
    ):
        return
    draft.tags[at] = "VBD"
    draft.take_place(at, noun, "nsubj")
    for kid in [kid for kid in draft.kids[noun] if kid > at]:
        draft.hang(kid, at, draft.deps[kid])


def mend_clause(draft: Draft, at: int) -> None:
    """Join a clause as grammar, or who it tells of, leaves no other way."""
    if draft.words[at] == "home":
        _mend_home(draft, at)
    elif draft.deps[at] == "conj":
        _mend_second(draft, at)
    else:
        _mend_after_object(draft, at)


def _mend_home(draft: Draft, at: int) -> None:
    """ "The judge sent her home.": it is she who is sent, and not a home of hers."""
    verb, her = draft.heads[at], at - 1
    if (
        (draft.words[her], draft.deps[her], draft.heads[her]) == ("her", "poss", at)
        and draft.words[verb] in _HOME
        and draft.deps[at] == "dobj"
    ):
        draft.tags[her], draft.tags[at], draft.deps[at] = "PRP", "RB", "advmod"
        draft.hang(her, verb, "dobj")


def _mend_after_object(draft: Draft, at: int) -> None:
    """ "The vet who looked after her was kind.": "her" is no subject, so that what follows is said of the vet."""
    does = draft.heads[at]
    noun = draft.heads[does]
    her = next(
        (kid for kid in draft.kids.get(at, ()) if draft.deps[kid] in _SUBJECTS and draft.words[kid] in _HIM), None
    )
    if (
        her is None
        or draft.deps[does] != "relcl"
        or draft.deps[noun] != "ROOT"
        or not draft.tags[noun].startswith("NN")
    ):
        return
    by = her - 1
    if not any(draft.words[kid] in _WHO and draft.deps[kid] in _SUBJECTS for kid in draft.kids.get(does, ())):
        return
    if by == does:
        draft.hang(her, does, "dobj")
    elif by == does + 1 and by in draft.kids[at]:
        draft.hang(by, does, "prep")
        draft.hang(her, by, "pobj")
        draft.tags[by] = "IN"
    else:
        return
    draft.tags[at] = (
        "VBD"
        if draft.tags[at] == "VBN" and not any(draft.deps[kid].startswith("aux") for kid in draft.kids[at])
        else draft.tags[at]
    )
    draft.hang(at, noun, draft.deps[at])
    draft.take_place(at, noun, "nsubj")


def _mend_second(draft: Draft, at: int) -> None:
    """ "Ewan saw that Ana was sad and gave her a hug": it is Ewan who gave it, since he did it to another.

    Without "her" ("was tired and carried a bag") either may have done it, and it is left with nobody.
    """
    state = draft.heads[at]
    learns = draft.heads[state]
    if (
        draft.deps[state] != "ccomp"
        or draft.words[learns] not in _LEARNS
        or not learns < state < at
        or draft.tags[at] != draft.tags[learns]
    ):
        return
    below = draft.kids.get(at, [])
    if any(draft.deps[kid] in ("aux", "auxpass", "mark", *_SUBJECTS) for kid in below):
        return
    about = next((kid for kid in draft.kids.get(state, ()) if draft.deps[kid] in _SUBJECTS), None)
    him = _gets(draft, below)
    if about is None:
        return
    if him is not None and (draft.words[about] not in _OTHERS or draft.words[him] == _OTHERS[draft.words[about]]):
        draft.hang(at, learns, "conj")
        if draft.deps[him] == "poss":
            draft.hang(him, at, "dative")
    elif (
        him is None
        and draft.words[state] in _STATES
        and load_actions().class_of.get(draft.words[at]) not in _NO_DEED
        and draft.words[at] not in _STATES
    ):
        draft.hang(at, learns, "dep")


def _gets(draft: Draft, below: Sequence[int]) -> int | None:
    """ "Him" to whom something is done, also in "gave her half of it"."""
    half = [
        kid
        for what in below
        if draft.deps[what] == "dobj"
        for kid in draft.kids.get(what, ())
        if draft.tags[kid] == "PRP"
    ]
    done = [kid for kid in below if draft.deps[kid] in _GETS]
    return next((kid for kid in (*done, *half) if draft.words[kid] in _HIM), None)
