"""Clauses that the parser runs together: "Kofi has epilepsy and Anna has asthma", "Omar swam 12, Mia swam 9".

Like misread.py, it mends a parse in place, and only what cannot be grammar.
"""

from ..actions import load_actions
from ..describing import load_describing
from .parse import Draft
from .second_halves import give_subject

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
_ORDERS = frozenset("ask call contact email find join meet phone ring see tell text thank visit".split())


def part_clauses(draft: Draft, people: frozenset[str]) -> None:
    """Take clauses apart, so that each has its own subject, verb and object."""
    conditions = load_describing().has["disability"]
    words, tags, deps, heads, kids = draft.words, draft.tags, draft.deps, draft.heads, draft.kids
    for at, word in enumerate(words):
        if not tags[at]:
            continue  # in a sentence that is not parsed
        if tags[at] in _FINITE and at in kids:
            _mend_two_subjects(draft, at)
        if deps[at] == "conj" and tags[at].startswith("VB") and at in kids:
            give_subject(draft, at, people)
        if deps[at] == "aux" and word in _HAVE and heads[at] > at:
            _mend_have(draft, at, conditions)
        elif deps[at] == "ccomp" and word in _HAVE:
            _mend_second(draft, at, conditions)
        elif deps[at] == "auxpass" and word == "'s":
            _mend_has_done(draft, at)
        elif word in _ONCE and tags[at] == "NN":
            _mend_past(draft, at)
        elif word in _DOES and tags[at] == "NNS":
            _mend_deed(draft, at, people)
        elif deps[at] == "relcl" and not _MARKS.isdisjoint(words[heads[at] : at]):
            if not any(words[kid] in _WHO for kid in kids.get(at, ())):
                deps[at] = "parataxis"  # "Sam, porter – “I walk …”"
        elif tags[at] in _FINITE and (words[at - 1] == "," or (tags[at - 1] == "RB" and words[at - 2] == ",")):
            _mend_apposed(draft, at)
        elif tags[at] == "VB" and word in _ORDERS and deps[at] == "ROOT":
            _mend_order(draft, at)
        elif (
            word in people
            and (deps[at], heads[at]) == ("dobj", at - 1)
            and (words[at - 2], tags[at - 1], deps[at - 1]) == ("as", "VBG", "pcomp")
        ):
            draft.take_place(at, at - 1, "compound")  # "joined us as teaching assistant"
            deps[at] = "pobj"


def _mend_have(draft: Draft, at: int, conditions: frozenset[str]) -> None:
    """ "Kofi has epilepsy", read as what he does; "Kofi has epilepsy and Anna has asthma", with two subjects of one."""
    verb = draft.heads[at]
    subjects = draft.kids_of(verb, "nsubj")
    if verb == at + 1 and draft.words[verb] in conditions:
        draft.take_place(at, verb, "dobj")
        draft.tags[verb] = "NNS" if draft.tags[verb] == "NNS" else "NN"
        moved = [kid for kid in draft.kids[verb] if draft.deps[kid] not in _OF_NOUNS]
    elif draft.kids_of(at, "dobj") and len(subjects) > 1 and subjects[0] < at < subjects[1]:
        draft.take_place(at, verb, "conj")
        moved = [kid for kid in draft.kids[verb] if kid < subjects[1]]
    else:
        return
    for kid in moved:
        draft.hang(kid, at, draft.deps[kid])


def _mend_second(draft: Draft, at: int, conditions: frozenset[str]) -> None:
    """ "Zara has dyslexia and Tom has autism", read as "has (that) dyslexia and Tom have it"."""
    first = draft.heads[at]
    for noun in [
        kid for kid in draft.kids.get(at, ()) if draft.deps[kid] == "nsubj" and draft.words[kid] in conditions
    ]:
        others = draft.kids_of(noun, "conj")
        if draft.words[first] in _HAVE and noun == first + 1 and len(others) == 1:
            draft.hang(others[0], at, "nsubj")
            draft.hang(noun, first, "dobj")
            draft.deps[at] = "conj"


def _mend_has_done(draft: Draft, at: int) -> None:
    """ "He's worked here for years", "the best she's ever met": "has", and nothing is done to anybody."""
    verb = draft.heads[at]
    below = draft.kids[verb]
    if draft.tags[verb] != "VBN" or any(draft.deps[kid] == "agent" for kid in below):
        return
    open_ = draft.deps[verb] == "relcl" and not any(draft.words[kid] in _WHO for kid in below)
    if draft.words[verb] in _DONE or open_ or not _EVER.isdisjoint(draft.words[at + 1 : verb]):
        draft.deps[at] = "aux"
        for kid in below:
            draft.deps[kid] = "nsubj" if draft.deps[kid] == "nsubjpass" else draft.deps[kid]


def _mend_past(draft: Draft, at: int) -> None:
    """ "Omar swam 12, Mia swam 9": a name, what somebody did, and how many."""
    below = draft.kids.get(at, [])
    name = at - 1
    if name not in below or draft.tags[name] != "NNP" or draft.deps[name] not in _NAMES_IT:
        return
    draft.tags[at], draft.deps[name] = "VBD", "nsubj"
    draft.deps[at] = "conj" if draft.deps[at] in ("appos", "conj") else draft.deps[at]
    for kid in below:
        if kid > at and draft.tags[kid] == "CD" and draft.deps[kid] in ("nummod", "npadvmod", "appos"):
            draft.deps[kid] = "dobj"


def _mend_deed(draft: Draft, at: int, people: frozenset[str]) -> None:
    """ "Works in a shop and volunteers on Sundays"; not "works with a nurse and volunteers"."""
    what, below = draft.heads[at], draft.kids.get(at, [])
    listed = (
        draft.deps[at] == "conj"
        and draft.words[at - 1] == "and"
        and draft.tags[what][:2] in ("NN", "JJ")
        and draft.tags[what] != "NNS"
    )
    if (
        not listed
        or draft.words[what] in people
        or draft.words[at + 1 : at + 2] not in {(word,) for word in _SOMEWHERE}
    ):
        return
    if any(draft.deps[kid] in _OF_NOUNS for kid in below):
        return
    verb = draft.heads[what] if draft.tags[draft.heads[what]] == "VBZ" else draft.heads[draft.heads[what]]
    if draft.tags[verb] == "VBZ":
        draft.hang(at, verb, "conj")
        draft.tags[at] = "VBZ"


def _mend_apposed(draft: Draft, at: int) -> None:
    """ "Ana is a nurse and her husband, Iain, always drives a bus": who drives is the husband."""
    name = at - 2 - (draft.words[at - 1] != ",")
    if name < 0 or draft.deps[name] != "appos" or draft.tags[name] != "NNP":
        return
    noun = draft.heads[name]
    led = [kid for kid in draft.kids.get(noun, ()) if draft.deps[kid] in _LEADS and kid < noun]
    if draft.deps[noun] != "conj" or noun > name or not led or draft.words[min(led) - 1] != "and":
        return
    subjects = draft.kids_of(at, "nsubj")
    if not subjects and draft.deps[at] in ("conj", "dep") and draft.heads[at] < noun:
        draft.hang(noun, at, "nsubj")
    elif len(subjects) == 1 and draft.tags[subjects[0]] in _FINITE and draft.deps[at] == "ROOT":
        draft.hang(noun, at, "nsubj")  # "My colleague Piotr sails the boat and our cook, Ana, …"
        draft.take_place(subjects[0], at, "conj")


def _mend_two_subjects(draft: Draft, at: int) -> None:
    """ "Ana, a doctor, infects James Phipps with it": a verb has one subject, and what comes next is its object."""
    subjects = draft.kids_of(at, "nsubj")
    if len(subjects) != 2 or not subjects[0] < at < subjects[1] or draft.words[at] in _HELPS:
        return
    if draft.words[at] in load_actions().say or not _MARKS.isdisjoint(draft.words[subjects[0] : at]):
        return  # "“My mother,” said Petra."
    named = all(draft.tags[kid] == "NNP" or kid == subjects[1] for kid in range(at + 1, subjects[1] + 1))
    if named and {draft.deps[kid] for kid in draft.kids[at]}.isdisjoint(("dobj", "ccomp", "xcomp", "aux", "attr")):
        draft.deps[subjects[1]] = "dobj"


def _mend_order(draft: Draft, at: int) -> None:
    """ "To sign up, see Mr Boyle.": who stands after an order is no subject."""
    subjects = draft.kids_of(at, "nsubj")
    others = {draft.deps[kid] for kid in draft.kids.get(at, ())}
    if len(subjects) == 1 and subjects[0] > at and others.isdisjoint(("aux", "dobj", "ccomp", "xcomp")):
        draft.deps[subjects[0]] = "dobj"
