"""Sentences with "called" that the parser takes for naming, or for less of it: "The cook called the vet in.".

Mended in place, like what `misread` mends.
"""

from .parse import Draft

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


def mend_calls(draft: Draft, people: frozenset[str]) -> None:
    """Tell whom somebody calls from what somebody is called. ``people``: the words for people."""
    if _CALLS.isdisjoint(draft.words):
        return
    for at, word in enumerate(draft.words):
        if word not in _CALLS or at + 1 >= len(draft.words):
            continue
        if draft.tags[at] in _ACTIVE:
            _is_rung(draft, at)
        elif word == "called" and draft.deps[at] == "acl" and _is_noun_alone(draft, draft.heads[at]):
            _is_called_and_does(draft, at, people)


def _is_rung(draft: Draft, verb: int) -> None:
    """ "The cook, Ana Hill, called the vet": whom she rings, not what she is; "they called her Tam": what she is."""
    below = draft.kids.get(verb, [])
    after = verb + 1
    if (
        draft.words[after] in _HIM
        and draft.deps[after] == "poss"
        and draft.tags[draft.heads[after]] == "NNP"
        and draft.heads[draft.heads[after]] == verb
    ):
        name = draft.heads[after]
        if min(draft.kids[name]) == after and not any(draft.deps[kid] == "oprd" and kid != name for kid in below):
            draft.hang(after, verb, "dobj")
            draft.deps[name], draft.tags[after] = "oprd", "PRP"
        return
    if any(draft.deps[kid] in _NAMED or draft.tags[kid] in _ASKS for kid in below) or draft.deps[verb] == "relcl":
        return
    if (
        draft.tags[verb] in _FINITE
        and draft.deps[verb] != "conj"
        and not any(draft.deps[kid] == "nsubj" for kid in below)
    ):
        return  # "a student from Wuhan called Li Na"
    told = [kid for kid in below if draft.deps[kid] == "oprd" and draft.tags[kid] in _NOUNS and kid > verb]
    if len(told) == 1 and (
        draft.tags[told[0]] == "NNP" or any(draft.deps[kid] in _LEADS for kid in draft.kids.get(told[0], ()))
    ):
        draft.deps[told[0]] = "dobj"


def _is_called_and_does(draft: Draft, called: int, people: frozenset[str]) -> None:
    """ "A boy called Tom messages Ana.": a verb that looks like a plural noun after the name."""
    noun, verb = draft.heads[called], called + 1
    while verb < len(draft.words) and draft.tags[verb] == "NNP":
        verb += 1
    name, last = verb - 1, max(draft.kids[noun])
    if name == called or draft.words[noun] not in people or called != noun + 1 or draft.words[last] not in _ENDS:
        return
    if last <= verb + 1 or draft.tags[verb] not in _LIKE_PLURALS or draft.tags[verb + 1] not in _TAKES:
        return
    for at in range(called + 1, last + 1):
        if at == name:
            draft.hang(at, called, "oprd")
        elif at < name and draft.heads[at] > name:
            draft.hang(at, name, "compound")
    _make_main(draft, noun, verb)
    draft.tags[verb], taken = "VBZ", False
    for at in range(verb + 1, last + 1):
        if draft.heads[at] <= verb:
            object_ = not taken and (draft.deps[at] in _OBJECT or at == verb + 1)
            draft.hang(at, verb, "dobj" if object_ else draft.deps[at])
            taken = taken or object_


def _is_noun_alone(draft: Draft, at: int) -> bool:
    """Whether a sentence is read as nothing but a noun and what belongs to it."""
    return draft.tags[at] == "NN" and draft.deps[at] == "ROOT"


def _make_main(draft: Draft, noun: int, verb: int) -> None:
    """Make a word the main one of its sentence, and the noun that was it the subject."""
    draft.kids[draft.heads[verb]].remove(verb)
    draft.deps[verb], draft.heads[verb] = "ROOT", verb
    draft.kids.setdefault(verb, []).append(noun)
    draft.heads[noun], draft.deps[noun] = verb, "nsubj"
