"""From the parse of a block's sentences, who does what to whom."""

from collections.abc import Iterator

from ...model import Grammar
from ..actions import load_actions
from .parse import Parse

_BE = frozenset("be is are was were am been being 's 're 'm".split())
_WHO = frozenset({"who", "whom", "that", "which"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDED = frozenset({"VBD", "VBZ"})
_DO = frozenset({"do", "does", "did"})
_DONE = frozenset("dobj dative advmod prep xcomp acomp oprd attr prt".split())  # what is done, or how
_ALSO = frozenset("so too also either always never again".split())
_MAKES_DO = frozenset("let lets make makes made making help helps helped have has had see saw hear heard watch".split())
_MUST = frozenset("had has have used".split())  # "had to sit": the second verb is what is done
_STANDS = frozenset(
    "came comes fell goes jumped lay lies lived lives marched sat sits stands stood strode walked went".split()
)
_PAIR = 3  # tokens of "him or her"
SUBJECTS = ("nsubj", "nsubjpass")
_IN_FRONT = frozenset({*SUBJECTS, "csubj", "expl"})  # what may stand where a subject stands
_BORN_AS = frozenset("elder eldest firstborn oldest older younger youngest".split())  # nouns for nobody by themselves
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_QUOTE_ENDS = frozenset({'"', "'", "”", "’"})


def acts_of(parse: Parse, first: int, last: int) -> dict[tuple[int, Grammar], None]:
    """The finite verbs, and imperatives, that a stretch of tokens is subject or object of, in reading order."""
    acts = [act for at in range(first, last) if at in parse.kids for act in _relative(parse, at)]
    at = parse.root_of(first, last)
    if last - first == _PAIR and parse.deps[at] == "poss" and parse.deps[first] in _OBJECTS:
        at = first  # "find him or her a chair"
    acts += _after_it_was(parse, at)
    while parse.deps[at] == "conj" and parse.tags[parse.heads[at]][:2] in ("NN", "PR"):
        at = parse.heads[at]
    at = _subject_beside(parse, at)
    if not (parse.words[last : last + 1] == (":",) and parse.heads[at] > last + 1):  # "Mum: No, Wen drives today."
        acts += _acts_as(parse, parse.deps[at], parse.heads[at], at)
    return dict.fromkeys(sorted(acts))


def one_of_several(parse: Parse, at: int) -> int:
    """The "one" of "one of the owners, Ana, uses a wheelchair", who is Ana; ``at`` itself where there is none.

    Or the eldest of "her eldest, Ana, has epilepsy".
    """
    if parse.deps[at] != "appos":
        return at
    of = parse.heads[at]
    if parse.words[of] in _BORN_AS:
        return of
    if parse.deps[of] == "pobj" and parse.words[parse.heads[of]] == "of":
        of = parse.heads[parse.heads[of]]
    return of if parse.words[of] == "one" else at


def _subject_beside(parse: Parse, at: int) -> int:
    """ "One of them, Ana, drew it", "one of our tutors, a retired nurse, came": whose part the word has."""
    one, above = one_of_several(parse, at), parse.heads[at]
    return above if one == at and parse.deps[at] == "appos" and parse.deps[above] in SUBJECTS else one


def _is_before_bracket(parse: Parse, at: int, verb: int) -> bool:
    """ "It looks like Mario (a stick figure will suffice)", "scribe: Ana": no object of what stands apart."""
    return "(" in parse.words[at:verb] or ":" in parse.words[verb:at]


def _stands_before(parse: Parse, dep: str, verb: int, at: int) -> bool:
    """ "Ewan beats Tariq" read as if "Ewan beats" were a noun: it has no subject but the name before it."""
    finite = parse.tags[verb] in ("VBZ", "VBD") and parse.tags[at] == "NNP"
    return dep == "compound" and verb == at + 1 and finite and not parse.kids_of(verb, *_IN_FRONT)


def _says(parse: Parse, dep: str, verb: int, at: int) -> bool:
    """ "“Who is that?” asked Joshua.", "“Help!” cried the man.": after what is said, and with no other subject."""
    first = min([at, *parse.kids_of(at, "det", "poss", "amod", "compound")])
    after = dep == "dobj" and verb + 1 == first and parse.words[verb - 1] in _QUOTE_ENDS
    said = after and parse.tags[verb] in ("VBD", "VBZ") and parse.words[verb] in load_actions().say
    return said and not parse.kids_of(verb, *_IN_FRONT)


def _comes_after(parse: Parse, dep: str, verb: int) -> bool:
    """ "There stood her uncle", "Away ran the prince": a verb without an object has its subject after it."""
    stands = dep == "dobj" and parse.tags[verb] in ("VBD", "VBZ") and parse.words[verb] in _STANDS
    front = [kid for kid in parse.kids_of(verb, "advmod", "prep", "expl", "prt") if kid < verb]
    return stands and bool(front) and not parse.kids_of(verb, *SUBJECTS, "csubj")


def _is_added(parse: Parse, at: int, verb: int) -> bool:
    """ "They all waved, children and helpers": after a comma it says who "they" are."""
    return verb < at and parse.words[verb + 1] == "," and bool(parse.kids_of(verb, "nsubj"))


def _acts_as(parse: Parse, dep: str, verb: int, at: int) -> Iterator[tuple[int, Grammar]]:
    if parse.deps[verb] in ("aux", "auxpass") and dep == "nsubj":
        verb = parse.heads[verb]  # "Your son has, however, missed three days"
    if dep == "poss" and parse.deps[verb] == "ccomp" and parse.words[at] == "her" and _is_made_to(parse, verb):
        yield from _act(parse, parse.heads[verb], "object")  # "makes her laugh", with "laugh" read as a noun
    turned = _says(parse, dep, verb, at) or _comes_after(parse, dep, verb)
    if dep in SUBJECTS or turned or _stands_before(parse, dep, verb, at):
        if _is_made_to(parse, verb):
            yield from _act(parse, parse.heads[verb], "object")  # "lets me take": me is whom somebody lets
        elif (
            verb < at
            and not turned
            and (asked := [kid for kid in parse.kids_of(verb, "attr") if _is_asked(parse, kid)])
        ):
            yield from _act(parse, asked[0], "subject")
        elif _is_finite(parse, verb) or not _is_verb(parse, verb):
            yield from _subject(parse, verb, passive=dep == "nsubjpass")
    elif (
        dep in _OBJECTS
        and (_is_finite(parse, verb) or _has_to_be_done(parse, verb))
        and not _is_before_bracket(parse, at, verb)
        and not _is_added(parse, at, verb)
    ):
        yield from _act(parse, verb, "object")


def _has_to_be_done(parse: Parse, verb: int) -> bool:
    """ "They had to ring him", "used to go and help him": what stands for the verb with a tense."""
    while parse.deps[verb] == "conj":
        verb = parse.heads[verb]
    above = parse.heads[verb]
    return parse.deps[verb] == "xcomp" and _is_finite(parse, above) and _done(parse, above) == verb


def _is_made_to(parse: Parse, verb: int) -> bool:
    bare = parse.tags[verb] in ("VB", "NN", "VBP", "JJ") and not parse.kids_of(verb, "aux")
    return bare and parse.deps[verb] in ("ccomp", "xcomp") and parse.words[parse.heads[verb]] in _MAKES_DO


def _relative(parse: Parse, noun: int) -> Iterator[tuple[int, Grammar]]:
    """ "a woman who opened the door", "a person he had never met"."""
    for verb in parse.kids_of(noun, "relcl"):
        if _is_of_others(parse, noun, verb):
            continue
        for other in parse.kids_of(verb, "conj"):  # "who paints and who has sold a picture"
            for kid in parse.kids_of(other, *SUBJECTS):
                if parse.words[kid] == "who":
                    yield from _acts_as(parse, parse.deps[kid], other, kid)
        if _is_whose(parse, verb):
            continue  # "the officer whose bag broke"
        who = [kid for kid in parse.kids_of(verb) if parse.words[kid] in _WHO]
        if who:
            yield from _acts_as(parse, parse.deps[who[0]], verb, who[0])
        elif (
            not parse.kids_of(verb, "dobj", "prep", "ccomp", "xcomp", "attr", "acomp")
            and _is_finite(parse, verb)
            and not _is_before_bracket(parse, noun, verb)
        ):
            yield from _act(parse, verb, "object")


def _after_it_was(parse: Parse, noun: int) -> Iterator[tuple[int, Grammar]]:
    """ "It was Ana who found it": what she did hangs on "was"."""
    verb = parse.heads[noun]
    if parse.deps[noun] == "attr" and any(parse.words[kid] == "it" for kid in parse.kids_of(verb, "nsubj")):
        for clause in parse.kids_of(verb, "ccomp", "relcl"):
            for who in parse.kids_of(clause, "nsubj"):
                if parse.words[who] == "who":
                    yield from _acts_as(parse, "nsubj", clause, who)


def _is_whose(parse: Parse, verb: int) -> bool:
    subjects = parse.kids_of(verb, *SUBJECTS)
    return any(parse.words[kid] == "whose" for subject in subjects for kid in parse.kids_of(subject, "poss"))


def _is_of_others(parse: Parse, noun: int, verb: int) -> bool:
    """ "Ada or her notes that show it": it is the notes that do."""
    others = {parse.tags[at] for at in parse.kids_of(noun, "conj")}
    return parse.tags[verb] == "VBP" and parse.tags[noun] in ("NN", "NNP") and others == {"NNS"}


def _subject(parse: Parse, verb: int, *, passive: bool) -> Iterator[tuple[int, Grammar]]:
    """The verb, and those that share its subject: "pulled on her wellies and ran"."""
    done = _done(parse, verb)
    if parse.words[verb] not in _BE:
        passive = (passive and not parse.kids_of(verb, "aux")) or bool(parse.kids_of(verb, "auxpass"))
        if not (passive and done == verb and _is_felt(parse, verb)):
            yield from _act(parse, done, "passive" if passive and done == verb else "subject")
    if done != verb:
        for other in parse.kids_of(done, "conj"):  # "had to run down and warn him"
            if parse.tags[other] == "VB" and not parse.kids_of(other, "aux", *_IN_FRONT):
                yield from _act(parse, other, "subject")
    for kid in parse.kids_of(verb, "acomp", "attr"):  # "is tired and rings"
        for other in parse.kids_of(kid, "conj"):
            if parse.tags[other] in _ENDED and not parse.kids_of(other, *_IN_FRONT):
                yield from _act(parse, other, "subject")
    if (after := _listed_after(parse, verb)) is not None:
        yield from _subject(parse, after, passive=False)
    for other in parse.kids_of(verb, "conj"):
        if parse.kids_of(other, *_IN_FRONT) or not _is_verb(parse, other) or is_order(parse, other):
            continue
        own = parse.kids_of(other, "auxpass", "aux")
        still = passive and parse.tags[other] == "VBN" and not own
        if _is_finite(parse, other) or still or parse.tags[other] == "VBN":
            yield from _subject(parse, other, passive=still)


def _is_felt(parse: Parse, verb: int) -> bool:
    """ "Was concerned with the cost": nobody does anything to anybody."""
    return parse.words[verb] in load_actions().felt and not parse.kids_of(verb, "agent")


def is_order(parse: Parse, verb: int) -> bool:
    """ "Omar reads well, so seat him here": an order joined to what somebody does, who is not told to."""
    above, helps = parse.heads[verb], parse.kids_of(verb, "aux")
    joined = parse.deps[verb] == "conj" and parse.tags[above] in _ENDED and not parse.kids_of(above, "aux")
    bare = parse.tags[verb] == "VB" and not any(parse.tags[kid] in FINITE for kid in helps)
    told_not_to = [parse.words[kid] for kid in helps] == ["do"] and bool(parse.kids_of(verb, "neg"))
    return joined and (bare or told_not_to) and not parse.kids_of(verb, *_IN_FRONT)


def _listed_after(parse: Parse, verb: int) -> int | None:
    """ "She thought about this, fetched a hat and left": the second verb of a list that is read as the main one."""
    above = parse.heads[verb]
    listed = parse.deps[verb] == "ccomp" and above > verb and parse.tags[above] == parse.tags[verb]
    if not listed or parse.kids_of(above, *_IN_FRONT) or parse.kids_of(verb, "mark") or parse.words[above - 1] != ",":
        return None
    return above if parse.tags[above] in ("VBD", "VBZ") else None


def _act(parse: Parse, verb: int, grammar: Grammar) -> Iterator[tuple[int, Grammar]]:
    if _is_verb(parse, verb) and parse.words[verb] not in _BE and not _stands_in(parse, verb):
        yield verb, grammar


def _stands_in(parse: Parse, verb: int) -> bool:
    """ "Mum did not", "and so he does": for another verb."""
    if parse.words[verb] not in _DO:
        return False
    return not any(parse.deps[kid] in _DONE for kid in parse.kids_of(verb) if parse.words[kid] not in _ALSO)


def _done(parse: Parse, verb: int) -> int:
    """Of "had to sit" and "used to break", the second verb."""
    if parse.words[verb] in _MUST:
        for other in parse.kids_of(verb, "xcomp"):
            if any(parse.words[kid] == "to" for kid in parse.kids_of(other)):
                return other
    return verb


def _is_verb(parse: Parse, at: int) -> bool:
    return parse.tags[at].startswith("VB")


def _is_asked(parse: Parse, verb: int) -> bool:
    """ "Is the reporter coming in?": the helping verb of a question is read as its main verb."""
    above = parse.heads[verb]
    asks = parse.tags[verb] == "VBG" and parse.words[above] in _BE and parse.deps[verb] in ("ccomp", "attr")
    asks = asks and any(parse.words[kid] == "?" for kid in parse.kids_of(above, "punct"))
    subjects = [*parse.kids_of(verb, "nsubj"), *parse.kids_of(above, "nsubj")] if asks else []
    return any(above < subject < verb for subject in subjects) and not parse.kids_of(verb, "aux")


def has_tense(parse: Parse, verb: int) -> bool:
    """Whether a verb has a tense of its own, or a helper that has: "wants", "did not want"."""
    helpers = [parse.tags[kid] for kid in parse.kids_of(verb, "aux", "auxpass")]
    return any(tag in FINITE for tag in (parse.tags[verb], *helpers))


def _is_finite(parse: Parse, verb: int) -> bool:
    """A verb with a tense or a modal, an imperative, or one that shares the helping verb of another."""
    tag = parse.tags[verb]
    if tag in FINITE or _is_asked(parse, verb):
        return True
    if not tag.startswith("VB"):
        return False
    if tag == "VBN" and parse.deps[verb] in ("advcl", "ccomp", "relcl") and parse.kids_of(verb, "nsubj"):
        return bool(parse.kids_of(verb, "aux")) or not parse.kids_of(verb, "auxpass")  # "until an editor heard of it"
    helpers = parse.kids_of(verb, "aux", "auxpass")
    if helpers:
        return any(parse.tags[kid] in FINITE for kid in helpers)
    if parse.deps[verb] == "conj":
        return _is_finite(parse, parse.heads[verb])
    if tag == "VB" and parse.deps[verb] == "acl":  # "a pan (ask her for one)"
        return not parse.kids_of(verb, "mark", *_IN_FRONT)
    if tag == "VB" and parse.deps[verb] == "advcl":  # "Ask her; do not guess"
        return parse.heads[verb] > verb and not parse.kids_of(verb, "mark", "advmod", *_IN_FRONT)
    return tag == "VB" and parse.deps[verb] in ("ROOT", "ccomp", "parataxis", "dep") and not _is_made_to(parse, verb)
