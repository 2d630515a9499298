"""Halves after "and" that the parser gives to the first: "My son is a cook and Olu is a vet".

Like misread.py, it mends a parse in place, and only what cannot be grammar.
"""

from .parse import Draft

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})  # what may stand between somebody and a verb
_NAMES_IT = frozenset({"compound", "det", "poss", "amod", "nmod"})
_DEEP = 4  # words from the last one of the first half to its verb


def give_subject(draft: Draft, at: int, people: frozenset[str]) -> None:
    """ "My son is a cook and Olu is a vet": a verb right after somebody is theirs, and not of who is told of first."""
    below = draft.kids[at]
    if any(draft.deps[kid] in _SUBJECTS for kid in below):
        return
    helps = [kid for kid in below if draft.deps[kid] in ("aux", "auxpass") and kid < at]
    if draft.tags[at] not in _FINITE and not (
        draft.tags[at] in _PARTICIPLES and any(draft.tags[kid] in _FINITE for kid in helps)
    ):
        return
    who = at - 1
    while who in below and draft.deps[who] in _BETWEEN:
        who -= 1
    if who < 1 or draft.deps[who] != "conj" or not (draft.tags[who].startswith("NNP") or draft.words[who] in people):
        return
    and_ = who - 1
    while and_ > 0 and draft.heads[and_] == who and draft.deps[and_] in _NAMES_IT:
        and_ -= 1
    first, verb = draft.heads[who], draft.heads[at]
    if draft.words[and_] != "and" or not verb < first < and_ or draft.heads[and_] != first:
        return
    if not draft.hangs_on(first, verb, _DEEP) or not any(
        draft.deps[kid] in _SUBJECTS and kid < verb for kid in draft.kids[verb]
    ):
        return
    passive = any(draft.deps[kid] == "auxpass" for kid in helps)
    draft.hang(who, at, "nsubjpass" if passive else "nsubj")
    draft.hang(and_, verb, "cc")
