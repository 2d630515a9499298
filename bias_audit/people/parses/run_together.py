"""Clauses that the parser runs together: "Kofi has epilepsy and Anna has asthma", "Omar swam 12, Mia swam 9".

Like misread.py, it mends a parse in place, and only what cannot be grammar.
"""

from collections.abc import Sequence

from ..actions import load_actions
from ..describing import load_describing
from .rehang import hang, take_place
from .second_halves import do_to_others, give_subject

_HAVE = frozenset({"has", "have", "had"})
_NAMES_IT = frozenset({"compound", "amod", "nmod"})
_FINITE = frozenset({"VBD", "VBZ"})
_LEADS = frozenset({"det", "poss"})
_OF_NOUNS = _NAMES_IT | _LEADS | {"nummod"}
_ONCE = frozenset(
    "ate bought brought caught drank drew drove flew gave grew knew ran rode sang sold swam taught threw told took "
    "wrote".split()
)  # pasts that are no nouns
_DOES = frozenset("coaches referees umpires volunteers".split())
_SOMEWHERE = frozenset("at for in on to with".split())
_EVER = frozenset({"ever", "never"})
_DONE = frozenset("been become come gone got grown had learned learnt lived stayed worked".split())  # by nobody else
_WHO = frozenset("who whom that which".split())
_HELPS = frozenset("is was has had does did 's".split())
_MARKS = frozenset('"“‘')
_ME = frozenset("me him her us them".split())
_ORDERS = frozenset("ask call contact email find join meet phone ring see tell text thank visit".split())


def part_clauses(
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """Take clauses apart, so that each has its own subject, verb and object."""
    conditions = load_describing().has["disability"]
    for at, word in enumerate(words):
        if tags[at] in _FINITE and at in kids:
            _mend_two_subjects(at, words, tags, deps, kids)
        if deps[at] == "conj" and tags[at].startswith("VB") and at in kids:
            give_subject(at, words, tags, deps, heads, kids, people)
        if words[at - 1] == "and" and tags[at] == "NNS":
            do_to_others(at, words, tags, deps, heads, kids, people)
        if deps[at] == "aux" and word in _HAVE and heads[at] > at:
            _mend_have(at, words, tags, deps, heads, kids, conditions)
        elif deps[at] == "ccomp" and word in _HAVE:
            _mend_second(at, words, deps, heads, kids, conditions)
        elif deps[at] == "auxpass" and word == "'s":
            _mend_has_done(at, words, tags, deps, heads, kids)
        elif word in _ONCE and tags[at] == "NN":
            _mend_past(at, tags, deps, heads, kids)
        elif word in _DOES and tags[at] == "NNS":
            _mend_deed(at, words, tags, deps, heads, kids, people)
        elif deps[at] == "relcl" and not _MARKS.isdisjoint(words[heads[at] : at]):
            if not any(words[kid] in _WHO for kid in kids.get(at, ())):
                deps[at] = "parataxis"  # "Sam, porter – “I walk …”"
        elif tags[at] in _FINITE and words[at - 1] == ",":
            _mend_apposed(at, words, tags, deps, heads, kids)
        elif tags[at] == "VB" and word == "round" and words[at - 1] in _ME and heads[at - 1] == at:
            hang(at - 1, heads[at], "dobj", deps, heads, kids)  # "clipped him round the ear"
            tags[at], deps[at] = "IN", "prep"
            for kid in kids.get(at, ()):
                deps[kid] = "pobj" if deps[kid] == "dobj" else deps[kid]
        elif tags[at] == "VB" and word in _ORDERS and deps[at] == "ROOT":
            _mend_order(at, deps, kids)
        elif (
            word in people
            and (deps[at], heads[at]) == ("dobj", at - 1)
            and (words[at - 2], tags[at - 1], deps[at - 1]) == ("as", "VBG", "pcomp")
        ):
            take_place(at, at - 1, "compound", deps, heads, kids)  # "joined us as teaching assistant"
            deps[at] = "pobj"


def _mend_have(
    at: int,
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    conditions: frozenset[str],
) -> None:
    """ "Kofi has epilepsy", read as what he does; "Kofi has epilepsy and Anna has asthma", with two subjects of one."""
    verb = heads[at]
    subjects = [kid for kid in kids[verb] if deps[kid] == "nsubj"]
    if verb == at + 1 and words[verb] in conditions:
        take_place(at, verb, "dobj", deps, heads, kids)
        tags[verb] = "NNS" if tags[verb] == "NNS" else "NN"
        moved = [kid for kid in kids[verb] if deps[kid] not in _OF_NOUNS]
    elif any(deps[kid] == "dobj" for kid in kids.get(at, ())) and len(subjects) > 1 and subjects[0] < at < subjects[1]:
        take_place(at, verb, "conj", deps, heads, kids)
        moved = [kid for kid in kids[verb] if kid < subjects[1]]
    else:
        return
    for kid in moved:
        hang(kid, at, deps[kid], deps, heads, kids)


def _mend_second(
    at: int,
    words: Sequence[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    conditions: frozenset[str],
) -> None:
    """ "Zara has dyslexia and Tom has autism", read as "has (that) dyslexia and Tom have it"."""
    first = heads[at]
    for noun in [kid for kid in kids.get(at, ()) if deps[kid] == "nsubj" and words[kid] in conditions]:
        others = [kid for kid in kids.get(noun, ()) if deps[kid] == "conj"]
        if words[first] in _HAVE and noun == first + 1 and len(others) == 1:
            hang(others[0], at, "nsubj", deps, heads, kids)
            hang(noun, first, "dobj", deps, heads, kids)
            deps[at] = "conj"


def _mend_has_done(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "He's worked here for years", "the best she's ever met": "has", and nothing is done to anybody."""
    verb = heads[at]
    below = kids[verb]
    if tags[verb] != "VBN" or any(deps[kid] == "agent" for kid in below):
        return
    open_ = deps[verb] == "relcl" and not any(words[kid] in _WHO for kid in below)
    if words[verb] in _DONE or open_ or not _EVER.isdisjoint(words[at + 1 : verb]):
        deps[at] = "aux"
        for kid in below:
            deps[kid] = "nsubj" if deps[kid] == "nsubjpass" else deps[kid]


def _mend_past(at: int, tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]) -> None:
    """ "Omar swam 12, Mia swam 9": a name, what somebody did, and how many."""
    below = kids.get(at, [])
    name = at - 1
    if name not in below or tags[name] != "NNP" or deps[name] not in _NAMES_IT:
        return
    tags[at], deps[name] = "VBD", "nsubj"
    deps[at] = "conj" if deps[at] in ("appos", "conj") else deps[at]
    for kid in below:
        if kid > at and tags[kid] == "CD" and deps[kid] in ("nummod", "npadvmod", "appos"):
            deps[kid] = "dobj"


def _mend_deed(
    at: int,
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """ "Works in a shop and volunteers on Sundays"; not "works with a nurse and volunteers"."""
    what, below = heads[at], kids.get(at, [])
    listed = deps[at] == "conj" and words[at - 1] == "and" and tags[what][:2] in ("NN", "JJ") and tags[what] != "NNS"
    if not listed or words[what] in people or words[at + 1 : at + 2] not in {(word,) for word in _SOMEWHERE}:
        return
    if any(deps[kid] in _OF_NOUNS for kid in below):
        return
    verb = heads[what] if tags[heads[what]] == "VBZ" else heads[heads[what]]
    if tags[verb] == "VBZ":
        hang(at, verb, "conj", deps, heads, kids)
        tags[at] = "VBZ"


def _mend_apposed(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "Ana is a nurse and her husband, Iain, drives a bus": who drives is the husband."""
    name = at - 2
    if name < 0 or deps[name] != "appos" or tags[name] != "NNP":
        return
    noun = heads[name]
    led = [kid for kid in kids.get(noun, ()) if deps[kid] in _LEADS and kid < noun]
    if deps[noun] != "conj" or noun > name or not led or words[min(led) - 1] != "and":
        return
    subjects = [kid for kid in kids.get(at, ()) if deps[kid] == "nsubj"]
    if not subjects and deps[at] == "conj" and heads[at] < noun:
        hang(noun, at, "nsubj", deps, heads, kids)
    elif len(subjects) == 1 and tags[subjects[0]] in _FINITE and deps[at] == "ROOT":
        hang(noun, at, "nsubj", deps, heads, kids)  # "My colleague Piotr sails the boat and our cook, Ana, …"
        take_place(subjects[0], at, "conj", deps, heads, kids)


def _mend_two_subjects(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], kids: dict[int, list[int]]
) -> None:
    """ "Ana, a doctor, infects James Phipps with it": a verb has one subject, and what comes next is its object."""
    subjects = [kid for kid in kids[at] if deps[kid] == "nsubj"]
    if len(subjects) != 2 or not subjects[0] < at < subjects[1] or words[at] in _HELPS:
        return
    if words[at] in load_actions().say or not _MARKS.isdisjoint(words[subjects[0] : at]):
        return  # "“My mother,” said Petra."
    named = all(tags[kid] == "NNP" or kid == subjects[1] for kid in range(at + 1, subjects[1] + 1))
    if named and {deps[kid] for kid in kids[at]}.isdisjoint(("dobj", "ccomp", "xcomp", "aux", "attr")):
        deps[subjects[1]] = "dobj"


def _mend_order(at: int, deps: list[str], kids: dict[int, list[int]]) -> None:
    """ "To sign up, see Mr Boyle.": who stands after an order is no subject."""
    subjects = [kid for kid in kids.get(at, ()) if deps[kid] == "nsubj"]
    others = {deps[kid] for kid in kids.get(at, ())}
    if len(subjects) == 1 and subjects[0] > at and others.isdisjoint(("aux", "dobj", "ccomp", "xcomp")):
        deps[subjects[0]] = "dobj"
