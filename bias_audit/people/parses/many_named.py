"""Several who are named after what they are: "Note: pupils Maya and Finlay gave him a card".

Mended in place, like what `misread` mends.
"""

from .parse import Draft

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAIR = 4  # tokens from "pupils" to the verb, past "Maya and Finlay"
_OF_OTHERS = ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "IN", "TO")
_DEEP = 8  # steps from a noun up to the verb


def mend_named(draft: Draft, people: frozenset[str]) -> None:
    """Make two names after a noun for people the subject of the verb that follows."""
    if "and" not in draft.words:
        return
    for at in range(len(draft.words) - _PAIR):
        if draft.words[at + 2] != "and" or draft.words[at] not in people or not draft.words[at].endswith("s"):
            continue
        first, verb = at + 1, at + _PAIR
        named = (
            draft.tags[first] == draft.tags[first + 2] == "NNP"
            and draft.tags[verb] in _FINITE
            and draft.heads[first + 2] == first
        )
        if not named or draft.heads[at] == first or (at and draft.tags[at - 1] in _OF_OTHERS):
            continue
        if draft.heads[verb] == at:  # "Then pupils Ben and Zara thanked …"
            draft.take_place(verb, at, "dep")
        elif not draft.hangs_on(at, verb, _DEEP):
            continue
        _make_subject(draft, at, verb)


def _make_subject(draft: Draft, at: int, verb: int) -> None:
    first = at + 1
    for kid in [kid for kid in draft.kids[verb] if draft.deps[kid] == "nsubj" and kid < at]:
        draft.deps[kid] = "dep"  # "Note: …"
    if draft.heads[first] == verb:
        draft.deps[first] = "nsubj"
    else:
        draft.hang(first, verb, "nsubj")
    for kid in [kid for kid in draft.kids.get(at, ()) if kid != first]:
        draft.hang(kid, verb, draft.deps[kid])
    draft.tags[at] = "NNS"
    draft.hang(at, first, "compound")
