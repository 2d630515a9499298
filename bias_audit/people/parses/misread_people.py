"""Nouns for somebody that the parser hangs on the word after them: "the technician nods", "gives a patient 0.5 mg"."""

from collections.abc import Sequence

from .rehang import hang, take_place

_GIVES = frozenset(
    "bring brings brought buy buys bought charge charges charged fed feed feeds feeding gave give given gives giving "
    "hand handed hands lend lending lends lent offer offered offering offers owe owed owes paid pay paying pays pass "
    "passed promise promised promises sell selling sells send sending sends sent show showed showing shows sold taught "
    "teach teaches teaching tell telling tells told".split()
)
_LEADS = frozenset({"det", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_A = frozenset({"a", "an", "another", "one"})
_GIFTS = frozenset(
    "advice bread coffee directions flowers food medicine milk money notice permission pudding soup space sweets tea "
    "time water".split()
)
_FED = frozenset({"baby", "infant", "toddler"})  # "baby food"
_PRICES = frozenset("£$€")
_PARTICIPLES = ("ed", "en", "n", "t")
_DOERS = ("er", "or", "ian", "ist", "ee")  # of what is tagged as an adjective, who is somebody
_LIKE = frozenset("elder former junior major minor senior".split())
_NAMING = frozenset("careers clothes games goods lessons news sales savings skills sports".split())


def mend_person(
    at: int,
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> bool:
    """Make somebody the subject, or the one to whom something is given, if the sentence can only mean that."""
    head, after = heads[at], at + 1
    if tags[at] == "VBN":
        return _make_part(at, words, tags, deps, heads, kids)
    if _is_first_of_two(at, words, tags, deps, heads):
        _make_first(at, tags, deps, heads, kids)
        return False
    if deps[at] == "acomp":  # "Ali was referee"
        if tags[at] == "JJ" and words[at].endswith(_DOERS) and words[at] not in _LIKE and not kids.get(at):
            tags[at], deps[at] = "NN", "attr"
        return False
    if head <= at or not _may_be_somebody(words[at], tags[at]):
        return False
    leads = [kid for kid in (*kids.get(head, ()), *kids.get(at, ())) if deps[kid] in _LEADS and kid < at]
    if tags[head] in ("VBZ", "VBD"):
        if head != after or not leads or any(deps[kid] in _SUBJECTS for kid in kids[head]):
            return False  # else a verb with an article: "the technician nods"
        _hang(at, head, "nsubj", tags, deps, heads, kids)
    elif head == after and tags[head] == "NNS" and leads and _is_clause(head, words, tags, deps, heads, kids):
        tags[head] = "VBZ"  # "the narrator enters", "when the referee whistles"
        _hang(at, head, "nsubj", tags, deps, heads, kids)
    elif tags[after] == "NNS" and deps[after] == "compound" and words[after] not in _NAMING:
        what = heads[after]
        ends = any(words[kid] == "." for kid in kids.get(what, ()))
        if deps[what] != "ROOT" or not ends or tags[what] not in ("NN", "NNS"):
            return False
        kids[what].remove(after)
        deps[after], heads[after], tags[after] = "ROOT", after, "VBZ"
        _hang(at, after, "nsubj", tags, deps, heads, kids, of=what)
        kids.setdefault(after, []).append(what)
        deps[what], heads[what] = "dobj", after  # "a head chef orders beef"
    elif (
        (last := _of_two(head, deps, heads)) is not None and words[heads[last]] in people and words[after] not in people
    ):
        return _make_pair(at, last, words, tags, deps, heads, kids)
    elif deps[head] == "dobj" and words[heads[head]] in _GIVES and leads:
        several = tags[head] == "NNS" and words[leads[0]] in _A
        gift = head == after and words[head] in _GIFTS and words[at] not in _FED
        if not several and not gift and tags[after] not in ("CD", "JJ", "JJR", "$") and words[after] not in _PRICES:
            return False
        _hang(at, heads[head], "dative", tags, deps, heads, kids, of=head)
    else:
        return False
    return True


def _make_first(at: int, tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]) -> None:
    """ "A British mathematician and code-breaker": the first of two, which is read as an adjective of the second."""
    last = heads[at]
    tags[at] = "NN"
    take_place(at, last, "conj", deps, heads, kids)
    for kid in [kid for kid in kids[last] if kid < at]:
        hang(kid, at, deps[kid], deps, heads, kids)


def _is_first_of_two(at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> bool:
    doer = tags[at] == "JJ" and deps[at] == "amod" and words[at].endswith(_DOERS) and words[at] not in _LIKE
    return doer and words[at + 1 : at + 2] == ("and",) and heads[at] > at + 1 and tags[heads[at]] in ("NN", "NNP")


def _of_two(head: int, deps: Sequence[str], heads: Sequence[int]) -> int | None:
    """The noun that is read as the second of two: "share", or the seats of "swap seats"."""
    last = heads[head] if deps[head] == "compound" else head
    return last if deps[last] == "conj" else None


def _make_pair(
    at: int,
    last: int,
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
) -> bool:
    """ "A joiner and an apprentice share £300.": what stands after the second of two is what they do."""
    verb, first = at + 1, heads[last]
    if not any(deps[kid] in _LEADS and kid < at for kid in kids[last]):
        return False
    ends = any(words[kid] == "." for kid in kids[first])
    object_ = last == verb + 1 and deps[verb] == "compound" and heads[verb] == last and tags[last] == "NNS"
    if deps[first] != "ROOT" or not ends or tags[verb] not in ("NN", "NNP") or not (verb == last or object_):
        return False
    kids[first].remove(last)
    if object_:
        kids[last].remove(verb)
    _hang(at, first, "conj", tags, deps, heads, kids, of=last)
    for kid in [kid for kid in kids[first] if kid > at]:
        kids[first].remove(kid)
        kids.setdefault(verb, []).append(kid)
        heads[kid] = verb
    tags[verb], deps[verb], heads[verb] = "VBP", "ROOT", verb
    deps[first], heads[first] = "nsubj", verb
    kids.setdefault(verb, []).append(first)
    if object_:
        deps[last], heads[last] = "dobj", verb
        kids[verb].append(last)
    return True


def _make_part(
    at: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> bool:
    """ "Jo was scribe" is no passive: what follows "was" is said of Jo."""
    helps = [kid for kid in kids.get(at, ()) if deps[kid] == "auxpass"]
    if not helps or helps[0] != at - 1 or words[at].endswith(_PARTICIPLES):
        return False
    be, above, root = helps[0], heads[at], heads[at] == at
    for kid in kids.pop(at):
        if kid != be:
            heads[kid], deps[kid] = be, "nsubj" if deps[kid] == "nsubjpass" else deps[kid]
            kids.setdefault(be, []).append(kid)
    if not root:
        kids[above].remove(at)
        kids[above].append(be)
    kids.setdefault(be, []).append(at)
    deps[be], heads[be] = deps[at], be if root else above
    tags[at], deps[at], heads[at] = "NN", "attr", be
    return True


def _is_clause(
    verb: int,
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    kids: dict[int, list[int]],
) -> bool:
    """Whether a plural has the place of a verb: alone in a sentence that ends, or after "when" and "until"."""
    below = [kid for kid in kids[verb] if kid != verb - 1]
    if words[verb] in _NAMING or any(deps[kid] in _SUBJECTS or tags[kid][:2] in ("NN", "CD") for kid in below):
        return False
    if deps[verb] == "advcl":
        return any(deps[kid] in ("mark", "advmod") for kid in below)
    if deps[verb] == "pobj":
        return words[heads[verb]] == "until"
    return deps[verb] == "ROOT" and any(words[kid] == "." for kid in below)


def _may_be_somebody(word: str, tag: str) -> bool:
    return tag == "NN" or word == "patient" or (word.endswith(_DOERS) and word not in _LIKE)


def _hang(
    at: int,
    verb: int,
    dep: str,
    tags: list[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    of: int | None = None,
) -> None:
    """Hang somebody on a verb, with what stands before them. ``of``: the noun that had it."""
    above = verb if of is None else of
    kids[heads[at]].remove(at)
    for kid in [kid for kid in kids.get(above, ()) if kid < at and deps[kid] not in ("mark", "advmod", "punct", "cc")]:
        kids[above].remove(kid)
        kids.setdefault(at, []).append(kid)
        heads[kid] = at
    kids.setdefault(verb, []).append(at)
    tags[at], deps[at], heads[at] = "NN", dep, verb
