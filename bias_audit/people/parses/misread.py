"""Verbs that the parser takes for nouns or participles: "A plumber charges £30", "Ana holds on and talks about it".

The parse of a block is mended in place, before anything reads it. Only what cannot be grammar is mended.
"""

from collections.abc import Sequence

from ..actions import load_actions
from .many_named import mend_named
from .misread_clauses import mend_clause
from .misread_people import mend_person
from .rehang import take_place
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
_OF_VERBS = frozenset({"dobj", "dative", "prt"})


def mend(
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str] = frozenset(),
) -> None:
    """Give verbs that are read as nouns the tag, and the subject, that they have. ``people``: nouns for somebody."""
    part_clauses(words, tags, deps, heads, kids, people)
    mend_named(words, tags, deps, heads, kids, people)
    for at, tag in enumerate(tags):
        if (
            (deps[at] in _HANGS or tag == "VBN")
            and words[at] in people
            and mend_person(at, words, tags, deps, heads, kids, people)
        ):
            continue
        if (tag in ("VBD", "VBN") and deps[at] in _JOINED) or words[at] == "home":
            mend_clause(at, words, tags, deps, heads, kids)
        if tag == "VBN" and deps[at] == "amod" and _is_owned(at, words, tags, deps, heads):
            _participle(at, heads[at], tags, deps, heads, kids)
        elif at not in kids:
            if (tag, deps[at], tags[heads[at]]) == ("NNS", "conj", "VBZ") and words[at - 1] in _JOINS:
                tags[at] = "VBZ"  # "She sings and dances."
        elif tag == "NNP" and (first := min(kids[at])) < at and words[first] in _ORDERS and _opens(first, words, deps):
            _order(first, at, tags, deps, heads, kids)
        elif deps[at] == "ROOT" and tags[at] in ("NN", "NNP") and _is_order(at, deps, kids[at]):
            tags[at] = "VB"  # "Ring Ana."
        elif tag in ("NNS", "NN"):
            _mend_noun(at, words, tags, deps, heads, kids)
        elif tag == "VBP" and deps[at] == "ROOT" and (pair := _pair_before(at, tags, deps, kids)) is not None:
            _make_subject(at, pair, tags, deps, heads, kids)
        elif tag == "VBN" and deps[at] in _CLAUSES:
            relations = {deps[kid] for kid in kids[at]}
            if "nsubj" in relations and relations.isdisjoint(("aux", "auxpass")):
                tags[at] = "VBD"  # "Last year a porter noticed it", read as "noticed" in "has noticed"


def _is_order(at: int, deps: Sequence[str], below: Sequence[int]) -> bool:
    """Whether a word that opens a sentence has an object, so that it is no noun."""
    return min(below) > at and any(deps[kid] == "dobj" for kid in below)


def _opens(at: int, words: Sequence[str], deps: Sequence[str]) -> bool:
    return deps[at] == "compound" and (at == 0 or not words[at - 1].isalnum())


def _order(
    verb: int, name: int, tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """ "Move Ana to the back." is no name of two words: it is she who is placed."""
    take_place(verb, name, "dobj", deps, heads, kids)
    tags[verb], deps[verb] = "VB", "ROOT" if deps[verb] == "ROOT" else "ccomp"


def _has(at: int, words: Sequence[str], deps: Sequence[str], kids: dict[int, list[int]]) -> bool:
    return any(deps[kid] == "aux" and words[kid] in ("has", "is") for kid in kids.get(at, ()))


def _is_owned(verb: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Whether a participle before a noun is what somebody did: "Tom's dad painted boats.", "Sam hated school."."""
    noun, what = verb - 1, heads[verb]
    apart = deps[what] == "appos" and heads[what] == noun and deps[noun] == "ROOT"
    together = deps[what] == "ROOT" and heads[noun] in (verb, what)
    owned = noun > 1 and tags[noun] in ("NN", "NNP") and words[noun - 1] == "'s"
    named = tags[noun] == "NNP" and (noun == 0 or not words[noun - 1].isalnum())
    return noun >= 0 and what > verb and (owned or named) and (apart or together)


def _participle(
    verb: int, what: int, tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """Make a participle the main verb: of the noun before it, and with the noun after it."""
    noun = verb - 1
    for one in (noun, verb, what):
        if heads[one] != one:
            kids[heads[one]].remove(one)
    for kid in [kid for kid in kids.get(what, ()) if kid < noun]:
        kids[what].remove(kid)
        kids.setdefault(noun, []).append(kid)
        heads[kid] = noun
    kids.setdefault(verb, []).extend((noun, what))
    tags[verb], deps[verb], heads[verb] = "VBD", "ROOT", verb
    deps[noun], heads[noun], deps[what], heads[what] = "nsubj", verb, "dobj", verb


def _mend_noun(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    below = kids[at]
    relations = {deps[kid] for kid in below}
    plural = tags[at] == "NNS"
    before = at - 1 if at - 1 in below and deps[at - 1] in _NAMES_IT else None
    if any(deps[kid] == "aux" and (tags[kid] == "MD" or words[kid] in _DO) for kid in below):
        if plural and words[at - 2] in _SO:
            return  # "So may grandparents."
        tags[at] = "VB"  # "What does a baker gain?"
    elif plural and relations.isdisjoint(_OF_NOUNS) and any(_is_one(kid, words, tags, deps) for kid in below):
        tags[at] = "VBZ"  # "She snores."
    elif (
        plural
        and deps[at] == "conj"
        and (tags[heads[at]] in ("VBZ", "VBG") or (tags[heads[at]] == "VBN" and _has(heads[at], words, deps, kids)))
        and relations.isdisjoint(_OF_NOUNS)
        and words[at - 1] != ";"
        and words[at + 1 : at + 2] != ("of",)
    ):
        tags[at] = "VBZ"  # "holds the ladder and talks about it"
    elif plural and before is not None and deps[at] in _CLAUSES and _is_subject(at, before, words, tags, deps, below):
        tags[at] = "VBZ"  # "A plumber charges £30"
    elif plural and before is not None and _is_deed(at, before, words, tags, deps, below):
        tags[at] = "VBZ"  # "Ewan volunteers at the food bank."
    elif not plural and _ends(below, words, deps) and (pair := _pair_before(at, tags, deps, kids)) is not None:
        tags[at], before = "VBP", pair  # "Ana and Ben walk to school."
    elif not plural and deps[at] == "ROOT" and _ends(below, words, deps) and _is_of_two(at, deps, kids):
        tags[at] = "VBP"  # "My gran and the postie chat."
    elif deps[at] == "conj" and tags[heads[at]].startswith("VB"):
        for kid in below:
            if deps[kid] == "acl" and tags[kid] == "VBN" and kid == at + 1:
                _make_subject(kid, at, tags, deps, heads, kids)  # "…, and the baker paid for it"
                tags[kid], deps[kid] = "VBD", "conj"
                return
        return
    else:
        return
    if before is not None:
        _make_subject(at, before, tags, deps, heads, kids)


def _is_one(at: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str]) -> bool:
    return deps[at] == "nsubj" and (words[at] in _THIRD or tags[at] in ("NN", "NNP"))


def _is_subject(
    at: int, noun: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], below: Sequence[int]
) -> bool:
    """Whether the word before a plural noun is its subject: "a cook orders", "the baker cuts it", "that Ana plays"."""
    leads = [words[kid] for kid in below if deps[kid] in ("det", "nummod") and kid < noun]
    if leads and leads[0] in _ONE and tags[noun] in ("NN", "JJ", "NNP"):
        return True
    if any(deps[kid] in _OF_VERBS for kid in below):
        return True
    return tags[noun] == "NNP" and deps[at] in _SUBORDINATE and len([kid for kid in below if kid < at]) == 1


def _is_deed(
    at: int, name: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], below: Sequence[int]
) -> bool:
    """Whether a name opens a whole sentence with what it does somewhere: no "Celtic fans at the match."."""
    opens = tags[name] == "NNP" and min(below) == name and (name == 0 or not words[name - 1].isalnum())
    somewhere = any(kid == at + 1 and deps[kid] == "prep" and words[kid] in _SOMEWHERE for kid in below)
    whole = deps[at] == "ROOT" and _ends(below, words, deps)
    return opens and somewhere and whole and words[at] in load_actions().class_of


def _pair_before(at: int, tags: Sequence[str], deps: Sequence[str], kids: dict[int, list[int]]) -> int | None:
    """The first of two names that stand straight before the main word of a sentence, with more after it."""
    if (
        deps[at] != "ROOT"
        or tags[at - 1] != "NNP"
        or deps[at - 1] != "conj"
        or not any(kid > at and deps[kid] in _MORE for kid in kids[at])
    ):
        return None
    firsts = [kid for kid in kids[at] if deps[kid] in ("nmod", "compound") and at - 1 in kids.get(kid, ())]
    return firsts[0] if firsts else None


def _is_of_two(at: int, deps: Sequence[str], kids: dict[int, list[int]]) -> bool:
    """Whether two are the subject of a word."""
    return any(deps[kid] == "nsubj" and any(deps[k] == "conj" for k in kids.get(kid, ())) for kid in kids[at])


def _ends(below: Sequence[int], words: Sequence[str], deps: Sequence[str]) -> bool:
    """Whether a sentence ends as no heading does."""
    return any(deps[kid] == "punct" and words[kid] in ".?!" for kid in below)


def _make_subject(
    verb: int, noun: int, tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """Hang a noun, and what stands before it, on the verb that it is the subject of."""
    for kid in [kid for kid in kids.get(verb, ()) if kid < noun and deps[kid] in _OF_NOUNS]:
        kids[verb].remove(kid)
        kids.setdefault(noun, []).append(kid)
        heads[kid] = noun
    if heads[noun] == verb:
        deps[noun] = "nsubj"
    else:  # the verb hung on the noun
        relation = deps[verb]
        take_place(verb, noun, "nsubj", deps, heads, kids)
        deps[verb] = relation
    tags[noun] = "NN" if tags[noun] == "JJ" else tags[noun]
