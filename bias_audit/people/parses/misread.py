"""Verbs that the parser takes for nouns or participles: "A plumber charges £30", "Ana holds on and talks about it".

The parse of a block is mended in place, before anything reads it. Only what cannot be grammar is mended.
"""

from collections.abc import Sequence

from ..actions import load_actions
from .misread_clauses import mend_clause, mend_life
from .misread_people import join_list, mend_person
from .parse import Draft
from .run_together import part_clauses

_ONE = frozenset({"a", "an", "one", "another", "each", "every", "this"})  # never before a plural
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "nsubj", "nsubjpass", "dep"})
_THIRD = frozenset({"she", "he", "it", "who"})
_JOINED = frozenset({"advcl", "ccomp", "conj"})
_SUBORDINATE = frozenset({"ccomp", "advcl", "relcl"})
_DO = frozenset({"do", "does", "did"})
_SO = frozenset({"so", "nor", "neither"})
_JOINS = frozenset({"and", "but", "or", "then", "also"})
_ORDERS = frozenset(
    "allow ask bring call collect congratulate contact email encourage excuse fetch find follow give greet help "
    "include introduce invite join keep let meet move notify pair phone place position praise prompt put reassure "
    "remember remind ring seat send show sit support swap take tell text thank visit warn watch welcome".split()
)  # before a name they are no name: "Seat Ana by the door"
_OF_NOUNS = frozenset({"det", "amod", "poss", "nummod", "compound", "nmod"})
_NAMES_IT = frozenset({"compound", "amod", "nmod"})
_HANGS = frozenset({"compound", "amod", "nmod", "advmod", "acomp"})  # how somebody hangs on another word
_MORE = frozenset({"prep", "advmod", "npadvmod", "prt", "dobj", "advcl"})
_SOMEWHERE = frozenset("at for in on to with".split())
_NOUNS = frozenset({"CD", "NN", "NNS", "NNP"})
_HAVE = frozenset({"has", "have", "had"})
_PARTICIPLES = frozenset(
    "beat become bet burst cast come cost cut fit hit hurt let overcome put quit read run set shut split spread".split()
)  # as verbs without a tense are: "has come"
_OF_VERBS = frozenset({"dobj", "dative", "prt"})


def mend(draft: Draft, people: frozenset[str] = frozenset()) -> None:
    """Give verbs that are read as nouns the tag, and the subject, that they have. ``people``: nouns for somebody."""
    part_clauses(draft, people)
    words, tags, deps, heads, kids = draft.words, draft.tags, draft.deps, draft.heads, draft.kids
    for at, tag in enumerate(tags):
        if not tag:
            continue  # in a sentence that is not parsed
        if (deps[at] in _HANGS or tag == "VBN") and words[at] in people and mend_person(draft, at, people):
            continue
        if deps[at] == "dep" and words[at] in people:
            join_list(draft, at)
        if tag == "VBN" and deps[at] == "acl":
            mend_life(draft, at)
        if (tag in ("VBD", "VBN") and deps[at] in _JOINED) or words[at] == "home":
            mend_clause(draft, at)
        if tag == "VBN" and deps[at] == "amod" and _is_owned(draft, at):
            _participle(draft, at, heads[at])
        elif at not in kids:
            if tag == "NNS" and deps[at] == "conj" and tags[heads[at]] == "VBZ" and words[at - 1] in _JOINS:
                tags[at] = "VBZ"  # "She sings and dances."
        elif tag == "NNP" and (first := min(kids[at])) < at and words[first] in _ORDERS and _opens(draft, first):
            _order(draft, first, at)
        elif deps[at] == "ROOT" and tags[at] in ("NN", "NNP") and _is_order(draft, at, kids[at]):
            tags[at] = "VB"  # "Ring Ana."
        elif tag in ("NNS", "NN"):
            _mend_noun(draft, at)
        elif tag == "VBP" and deps[at] == "ROOT" and (pair := _pair_before(draft, at)) is not None:
            _make_subject(draft, at, pair)
        elif tag in ("VB", "JJ") and words[at - 1] in _HAVE and at - 1 in kids[at] and _is_had(draft, at):
            _make_had(draft, at - 1, at)
        elif tag == "VBN" and deps[at] in _CLAUSES:
            relations = {deps[kid] for kid in kids[at]}
            if "nsubj" in relations and relations.isdisjoint(("aux", "auxpass")):
                tags[at] = "VBD"  # "Last year a porter noticed it", read as "noticed" in "has noticed"


def _is_had(draft: Draft, at: int) -> bool:
    """Whether a word without an ending, straight before a noun, is no participle: "has type 2 diabetes"."""
    what = next(iter(draft.kids_of(at, "dobj")), at)
    nouns = what > at and all(draft.tags[i] in _NOUNS for i in range(at + 1, what + 1))
    return nouns and draft.words[at] not in _PARTICIPLES


def _make_had(draft: Draft, has: int, at: int) -> None:
    """ "Bill has type 2 diabetes", read as if he had typed it: a noun, alone or before another, is what he has."""
    draft.take_place(has, at, "dobj")
    draft.tags[at] = "NN"
    for kid in list(draft.kids.get(at, ())):
        if draft.deps[kid] != "dobj":
            draft.hang(kid, has, draft.deps[kid])
    for what in draft.kids_of(at, "dobj")[:1]:
        draft.take_place(what, at, "compound")


def _is_order(draft: Draft, at: int, below: Sequence[int]) -> bool:
    """Whether a word that opens a sentence has an object, so that it is no noun."""
    return min(below) > at and any(draft.deps[kid] == "dobj" for kid in below)


def _opens(draft: Draft, at: int) -> bool:
    return draft.deps[at] == "compound" and (at == 0 or not draft.words[at - 1].isalnum())


def _order(draft: Draft, verb: int, name: int) -> None:
    """ "Move Ana to the back." is no name of two words: it is she who is placed."""
    draft.take_place(verb, name, "dobj")
    draft.tags[verb], draft.deps[verb] = "VB", "ROOT" if draft.deps[verb] == "ROOT" else "ccomp"


def _has(draft: Draft, at: int) -> bool:
    return any(draft.deps[kid] == "aux" and draft.words[kid] in ("has", "is") for kid in draft.kids.get(at, ()))


def _is_owned(draft: Draft, verb: int) -> bool:
    """Whether a participle before a noun is what somebody did: "Tom's dad painted boats.", "Sam hated school."."""
    noun, what = verb - 1, draft.heads[verb]
    apart = draft.deps[what] == "appos" and draft.heads[what] == noun and draft.deps[noun] == "ROOT"
    together = draft.deps[what] == "ROOT" and draft.heads[noun] in (verb, what)
    owned = noun > 1 and draft.tags[noun] in ("NN", "NNP") and draft.words[noun - 1] == "'s"
    named = draft.tags[noun] == "NNP" and (noun == 0 or not draft.words[noun - 1].isalnum())
    return noun >= 0 and what > verb and (owned or named) and (apart or together)


def _participle(draft: Draft, verb: int, what: int) -> None:
    """Make a participle the main verb: of the noun before it, and with the noun after it."""
    noun = verb - 1
    for one in (noun, verb, what):
        if draft.heads[one] != one:
            draft.kids[draft.heads[one]].remove(one)
    for kid in [kid for kid in draft.kids.get(what, ()) if kid < noun]:
        draft.kids[what].remove(kid)
        draft.kids.setdefault(noun, []).append(kid)
        draft.heads[kid] = noun
    draft.kids.setdefault(verb, []).extend((noun, what))
    draft.tags[verb], draft.deps[verb], draft.heads[verb] = "VBD", "ROOT", verb
    draft.deps[noun], draft.heads[noun], draft.deps[what], draft.heads[what] = "nsubj", verb, "dobj", verb


def _mend_noun(draft: Draft, at: int) -> None:
    below = draft.kids[at]
    relations = {draft.deps[kid] for kid in below}
    plural = draft.tags[at] == "NNS"
    before = at - 1 if at - 1 in below and draft.deps[at - 1] in _NAMES_IT else None
    if any(draft.deps[kid] == "aux" and (draft.tags[kid] == "MD" or draft.words[kid] in _DO) for kid in below):
        if plural and draft.words[at - 2] in _SO:
            return  # "So may grandparents."
        draft.tags[at] = "VB"  # "What does a baker gain?"
    elif plural and relations.isdisjoint(_OF_NOUNS) and any(_is_one(draft, kid) for kid in below):
        draft.tags[at] = "VBZ"  # "She snores."
    elif (
        plural
        and draft.deps[at] == "conj"
        and (
            draft.tags[draft.heads[at]] in ("VBZ", "VBG")
            or (draft.tags[draft.heads[at]] == "VBN" and _has(draft, draft.heads[at]))
        )
        and relations.isdisjoint(_OF_NOUNS)
        and draft.words[at - 1] != ";"
        and draft.words[at + 1 : at + 2] != ("of",)
    ):
        draft.tags[at] = "VBZ"  # "holds the ladder and talks about it"
    elif plural and before is not None and draft.deps[at] in _CLAUSES and _is_subject(draft, at, before, below):
        draft.tags[at] = "VBZ"  # "A plumber charges £30"
    elif plural and before is not None and _is_deed(draft, at, before, below):
        draft.tags[at] = "VBZ"  # "Ewan volunteers at the food bank."
    elif not plural and _ends(draft, below) and (pair := _pair_before(draft, at)) is not None:
        draft.tags[at], before = "VBP", pair  # "Ana and Ben walk to school."
    elif not plural and draft.deps[at] == "ROOT" and _ends(draft, below) and _is_of_two(draft, at):
        draft.tags[at] = "VBP"  # "My gran and the postie chat."
    elif draft.deps[at] == "conj" and draft.tags[draft.heads[at]].startswith("VB"):
        for kid in below:
            if draft.deps[kid] == "acl" and draft.tags[kid] == "VBN" and kid == at + 1:
                _make_subject(draft, kid, at)  # "…, and the baker paid for it"
                draft.tags[kid], draft.deps[kid] = "VBD", "conj"
                return
        return
    else:
        return
    if before is not None:
        _make_subject(draft, at, before)


def _is_one(draft: Draft, at: int) -> bool:
    return draft.deps[at] == "nsubj" and (draft.words[at] in _THIRD or draft.tags[at] in ("NN", "NNP"))


def _is_subject(draft: Draft, at: int, noun: int, below: Sequence[int]) -> bool:
    """Whether the word before a plural noun is its subject: "a cook orders", "the baker cuts it", "that Ana plays"."""
    leads = [draft.words[kid] for kid in below if draft.deps[kid] in ("det", "nummod") and kid < noun]
    if leads and leads[0] in _ONE and draft.tags[noun] in ("NN", "JJ", "NNP"):
        return True
    if any(draft.deps[kid] in _OF_VERBS for kid in below):
        return True
    return draft.tags[noun] == "NNP" and draft.deps[at] in _SUBORDINATE and len([kid for kid in below if kid < at]) == 1


def _is_deed(draft: Draft, at: int, name: int, below: Sequence[int]) -> bool:
    """Whether a name opens a whole sentence with what it does somewhere: no "Celtic fans at the match."."""
    opens = draft.tags[name] == "NNP" and min(below) == name and (name == 0 or not draft.words[name - 1].isalnum())
    somewhere = any(kid == at + 1 and draft.deps[kid] == "prep" and draft.words[kid] in _SOMEWHERE for kid in below)
    whole = draft.deps[at] == "ROOT" and _ends(draft, below)
    return opens and somewhere and whole and draft.words[at] in load_actions().class_of


def _pair_before(draft: Draft, at: int) -> int | None:
    """The first of two names that stand straight before the main word of a sentence, with more after it."""
    if (
        draft.deps[at] != "ROOT"
        or draft.tags[at - 1] != "NNP"
        or draft.deps[at - 1] != "conj"
        or not any(kid > at and draft.deps[kid] in _MORE for kid in draft.kids[at])
    ):
        return None
    firsts = [
        kid for kid in draft.kids[at] if draft.deps[kid] in ("nmod", "compound") and at - 1 in draft.kids.get(kid, ())
    ]
    return firsts[0] if firsts else None


def _is_of_two(draft: Draft, at: int) -> bool:
    """Whether two are the subject of a word."""
    return any(draft.deps[kid] == "nsubj" and draft.kids_of(kid, "conj") for kid in draft.kids[at])


def _ends(draft: Draft, below: Sequence[int]) -> bool:
    """Whether a sentence ends as no heading does."""
    return any(draft.deps[kid] == "punct" and draft.words[kid] in ".?!" for kid in below)


def _make_subject(draft: Draft, verb: int, noun: int) -> None:
    """Hang a noun, and what stands before it, on the verb that it is the subject of."""
    for kid in [kid for kid in draft.kids.get(verb, ()) if kid < noun and draft.deps[kid] in _OF_NOUNS]:
        draft.kids[verb].remove(kid)
        draft.kids.setdefault(noun, []).append(kid)
        draft.heads[kid] = noun
    if draft.heads[noun] == verb:
        draft.deps[noun] = "nsubj"
    else:  # the verb hung on the noun
        relation = draft.deps[verb]
        draft.take_place(verb, noun, "nsubj")
        draft.deps[verb] = relation
    draft.tags[noun] = "NN" if draft.tags[noun] == "JJ" else draft.tags[noun]
