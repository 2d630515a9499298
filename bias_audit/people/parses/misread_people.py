"""Nouns for somebody that the parser hangs on the word after them: "the technician nods", "gives a patient 0.5 mg"."""

from .parse import Draft

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
_WAS = frozenset({"is", "was", "'s", "am", "'m", "became", "been"})
_PRICES = frozenset("£$€")
_PARTICIPLES = ("ed", "en", "n", "t")
_DOERS = ("er", "or", "ian", "ist", "ee")  # of what is tagged as an adjective, who is somebody
_LIKE = frozenset("elder former junior major minor senior".split())
_NAMING = frozenset("careers clothes games goods lessons news sales savings skills sports".split())


def mend_person(draft: Draft, at: int, people: frozenset[str]) -> bool:
    """Make somebody the subject, or the one to whom something is given, if the sentence can only mean that."""
    head, after = draft.heads[at], at + 1
    if draft.tags[at] == "VBN":
        return _make_part(draft, at)
    if _is_first_of_two(draft, at):
        _make_first(draft, at)
        return False
    if draft.deps[at] == "acomp":  # "Ali was referee"
        if (
            draft.tags[at] == "JJ"
            and draft.words[at].endswith(_DOERS)
            and draft.words[at] not in _LIKE
            and not draft.kids.get(at)
        ):
            draft.tags[at], draft.deps[at] = "NN", "attr"
        return False
    if head <= at or not _may_be_somebody(draft.words[at], draft.tags[at]):
        return False
    leads = [
        kid for kid in (*draft.kids.get(head, ()), *draft.kids.get(at, ())) if draft.deps[kid] in _LEADS and kid < at
    ]
    if draft.tags[head] in ("VBZ", "VBD"):
        if head != after or not leads or draft.kids_of(head, *_SUBJECTS):
            return False  # else a verb with an article: "the technician nods"
        _hang(draft, at, head, "nsubj")
    elif head == after and draft.tags[head] == "NNS" and leads and _is_clause(draft, head):
        draft.tags[head] = "VBZ"  # "the narrator enters", "when the referee whistles"
        _hang(draft, at, head, "nsubj")
    elif draft.tags[after] == "NNS" and draft.deps[after] == "compound" and draft.words[after] not in _NAMING:
        what = draft.heads[after]
        ends = any(draft.words[kid] == "." for kid in draft.kids.get(what, ()))
        if draft.deps[what] != "ROOT" or not ends or draft.tags[what] not in ("NN", "NNS"):
            return False
        draft.kids[what].remove(after)
        draft.deps[after], draft.heads[after], draft.tags[after] = "ROOT", after, "VBZ"
        _hang(draft, at, after, "nsubj", of=what)
        draft.kids.setdefault(after, []).append(what)
        draft.deps[what], draft.heads[what] = "dobj", after  # "a head chef orders beef"
    elif (
        (last := _of_two(draft, head)) is not None
        and draft.words[draft.heads[last]] in people
        and draft.words[after] not in people
    ):
        return _make_pair(draft, at, last)
    elif draft.deps[head] == "dobj" and draft.words[draft.heads[head]] in _GIVES and leads:
        several = draft.tags[head] == "NNS" and draft.words[leads[0]] in _A
        gift = head == after and draft.words[head] in _GIFTS and draft.words[at] not in _FED
        if (
            not several
            and not gift
            and draft.tags[after] not in ("CD", "JJ", "JJR", "$")
            and draft.words[after] not in _PRICES
        ):
            return False
        _hang(draft, at, draft.heads[head], "dative", of=head)
    else:
        return False
    return True


def join_list(draft: Draft, at: int) -> None:
    """ "He was a cook, a joiner and a baker before he left": one more of what he was, and hung on nothing of it."""
    verb = draft.heads[at]
    first = next((kid for kid in draft.kids_of(verb, "attr") if kid < at), None)
    leads = draft.kids_of(at, "det")
    if first is None or not leads or draft.words[verb] not in _WAS or not draft.kids_of(at, "conj"):
        return
    both = all(draft.words[kid] in _A for kid in (leads[0], *draft.kids_of(first, "det")[:1]))
    if both and draft.kids_of(first, "det") and draft.words[leads[0] - 1] == ",":
        draft.hang(at, first, "conj")


def _make_first(draft: Draft, at: int) -> None:
    """ "A British mathematician and code-breaker": the first of two, which is read as an adjective of the second."""
    last = draft.heads[at]
    draft.tags[at] = "NN"
    draft.take_place(at, last, "conj")
    for kid in [kid for kid in draft.kids[last] if kid < at]:
        draft.hang(kid, at, draft.deps[kid])


def _is_first_of_two(draft: Draft, at: int) -> bool:
    doer = (
        draft.tags[at] == "JJ"
        and draft.deps[at] == "amod"
        and draft.words[at].endswith(_DOERS)
        and draft.words[at] not in _LIKE
    )
    return (
        doer
        and draft.words[at + 1 : at + 2] == ("and",)
        and draft.heads[at] > at + 1
        and draft.tags[draft.heads[at]] in ("NN", "NNP")
    )


def _of_two(draft: Draft, head: int) -> int | None:
    """The noun that is read as the second of two: "share", or the seats of "swap seats"."""
    last = draft.heads[head] if draft.deps[head] == "compound" else head
    return last if draft.deps[last] == "conj" else None


def _make_pair(draft: Draft, at: int, last: int) -> bool:
    """ "A joiner and an apprentice share £300.": what stands after the second of two is what they do."""
    verb, first = at + 1, draft.heads[last]
    if not any(draft.deps[kid] in _LEADS and kid < at for kid in draft.kids[last]):
        return False
    ends = any(draft.words[kid] == "." for kid in draft.kids[first])
    object_ = (
        last == verb + 1 and draft.deps[verb] == "compound" and draft.heads[verb] == last and draft.tags[last] == "NNS"
    )
    if (
        draft.deps[first] != "ROOT"
        or not ends
        or draft.tags[verb] not in ("NN", "NNP")
        or not (verb == last or object_)
    ):
        return False
    draft.kids[first].remove(last)
    if object_:
        draft.kids[last].remove(verb)
    _hang(draft, at, first, "conj", of=last)
    for kid in [kid for kid in draft.kids[first] if kid > at]:
        draft.kids[first].remove(kid)
        draft.kids.setdefault(verb, []).append(kid)
        draft.heads[kid] = verb
    draft.tags[verb], draft.deps[verb], draft.heads[verb] = "VBP", "ROOT", verb
    draft.deps[first], draft.heads[first] = "nsubj", verb
    draft.kids.setdefault(verb, []).append(first)
    if object_:
        draft.deps[last], draft.heads[last] = "dobj", verb
        draft.kids[verb].append(last)
    return True


def _make_part(draft: Draft, at: int) -> bool:
    """ "Jo was scribe" is no passive: what follows "was" is said of Jo."""
    helps = draft.kids_of(at, "auxpass")
    if not helps or helps[0] != at - 1 or draft.words[at].endswith(_PARTICIPLES):
        return False
    be, above, root = helps[0], draft.heads[at], draft.heads[at] == at
    for kid in draft.kids.pop(at):
        if kid != be:
            draft.heads[kid], draft.deps[kid] = be, "nsubj" if draft.deps[kid] == "nsubjpass" else draft.deps[kid]
            draft.kids.setdefault(be, []).append(kid)
    if not root:
        draft.kids[above].remove(at)
        draft.kids[above].append(be)
    draft.kids.setdefault(be, []).append(at)
    draft.deps[be], draft.heads[be] = draft.deps[at], be if root else above
    draft.tags[at], draft.deps[at], draft.heads[at] = "NN", "attr", be
    return True


def _is_clause(draft: Draft, verb: int) -> bool:
    """Whether a plural has the place of a verb: alone in a sentence that ends, or after "when" and "until"."""
    below = [kid for kid in draft.kids[verb] if kid != verb - 1]
    if draft.words[verb] in _NAMING or any(
        draft.deps[kid] in _SUBJECTS or draft.tags[kid][:2] in ("NN", "CD") for kid in below
    ):
        return False
    if draft.deps[verb] == "advcl":
        return any(draft.deps[kid] in ("mark", "advmod") for kid in below)
    if draft.deps[verb] == "pobj":
        return draft.words[draft.heads[verb]] == "until"
    return draft.deps[verb] == "ROOT" and any(draft.words[kid] == "." for kid in below)


def _may_be_somebody(word: str, tag: str) -> bool:
    return tag == "NN" or word == "patient" or (word.endswith(_DOERS) and word not in _LIKE)


def _hang(draft: Draft, at: int, verb: int, dep: str, of: int | None = None) -> None:
    """Hang somebody on a verb, with what stands before them. ``of``: the noun that had it."""
    above = verb if of is None else of
    draft.kids[draft.heads[at]].remove(at)
    for kid in [
        kid
        for kid in draft.kids.get(above, ())
        if kid < at and draft.deps[kid] not in ("mark", "advmod", "punct", "cc")
    ]:
        draft.kids[above].remove(kid)
        draft.kids.setdefault(at, []).append(kid)
        draft.heads[kid] = at
    draft.kids.setdefault(verb, []).append(at)
    draft.tags[at], draft.deps[at], draft.heads[at] = "NN", dep, verb
