"""Whom the grammar of a sentence keeps a pronoun from meaning: "she winked at her", "she told them that Ellie …"."""

from ..parses.grammar import SUBJECTS, has_tense, is_order
from ..parses.parse import Parse
from ..scene import Scene, once, stands_for_thing
from ..someone import Someone
from .anothers import verb_of_another

_TO = frozenset("to at for by about".split())  # not "with": "she took the dog with her"
_ROUND = frozenset("around about round behind beside before above below over under near inside in on between".split())
_OBJECTS = ("dobj", "dative", "iobj")
_SHARES = frozenset({"conj", "xcomp", "pcomp", "advcl", "prep"})  # a verb that takes its subject from the one above it
_TIED = frozenset({"advcl", "ccomp"})
_WHO = frozenset({"who", "that"})
_HE_WHO = (("he", "who"), ("she", "who"))
_DEEP = 8  # steps from a word up to its clause
_COMPARES = frozenset({"as", "than"})
_SHORT = ((), (".",), (",",), ("!",), ("?",), (";",), (")",))  # what ends "as he could"
_IN_SHORT = {"did": "VBD", "does": "VBZ", "do": "VBP"}
_MOVED = frozenset(
    "allow allowed allows ask asked asks bring bringing brings brought force forced forces get gets got help helped "
    "helps hire hired hires lead leads led let lets paid pay pays send sending sends sent teach teaches taught tell "
    "tells told train trained trains urge urged urges want wanted wants".split()
)  # who, or what, is so moved may well do what comes next: "sent a dog to find her"


def bound_away(here: Scene, i: int) -> list[int]:
    """The subjects of the clause that a pronoun is an object of: they are other people than the pronoun.

    So is the noun of "a woman she works with".
    """
    cue, parse = here.cues[i], here.around.parse
    own = cue.head.endswith(("self", "selves")) or stands_for_thing(parse, cue)
    if parse.deps[cue.first] in SUBJECTS and parse.deps[verb := parse.heads[cue.first]] == "relcl":
        beside = parse.heads[verb] == cue.first - 1 and parse.deps[cue.first - 1] != "attr"  # "as a boy he was ill"
        return [cue.first - 1] if beside else []
    if parse.deps[cue.first] in SUBJECTS and (others := _compared_with(parse, parse.heads[cue.first])):
        return others
    return [] if own else who_does_it_to(here, cue.first)


def named_after(here: Scene, i: int) -> list[int]:
    """The cues of names in what a pronoun or noun is the subject of: "she told them that Ellie was ill" is not Ellie's.

    Nor is "the astronaut asked for Johnson to check it" said of Johnson.
    """
    parse, at = here.around.parse, here.root(i)
    if parse.deps[at] not in SUBJECTS:
        return []
    verb = parse.heads[at]
    return [
        j
        for j in range(i + 1, len(here.cues))
        if here.cues[j].name is not None
        and here.sentence[j] == here.sentence[i]
        and here.quote[j] == here.quote[i]
        and _is_under(parse, here.root(j), verb)
    ]


@once
def is_nobodys(here: Scene, i: int, things: frozenset[str]) -> bool:
    """Whether a pronoun is tied to the clause of a thing or an animal: "the fox lifted his tail", "said that he …".

    Or to that of nobody in particular: "happy is he who has found his home", "one may doubt what he sees".
    """
    parse, at = here.around.parse, here.cues[i].first
    verb = here.clause(i)
    if _is_said_of_one(here, i) or parse.words[at + 1 : at + 2] == ("who",) or _is_anyone(parse, verb):
        return True
    if parse.deps[at] in SUBJECTS:
        if parse.heads[at] != verb or parse.deps[verb] not in _TIED:
            return False
        verb = parse.heads[verb]
        while parse.deps[verb] in ("xcomp", "conj") and not parse.kids_of(verb, *SUBJECTS):
            verb = parse.heads[verb]
    elif not (here.is_owner(i) or here.cues[i].head.endswith("self")):
        return False
    subjects = parse.kids_of(verb, *SUBJECTS)
    return (
        len(subjects) == 1
        and subjects[0] < at
        and (parse.words[subjects[0]] in things or _is_a_male(parse, subjects[0]))
    )


def is_after_thing(here: Scene, i: int, someone: Someone | None, things: frozenset[str]) -> bool:
    """Whether a thing or an animal has been the subject since somebody without a name was last mentioned."""
    thing = _last_thing(here, i, things)
    last = next((here.cues[j].last for j in range(i - 1, -1, -1) if here.who[j] is someone is not None), 0)
    return last <= thing


@once
def _last_thing(here: Scene, i: int, things: frozenset[str]) -> int:
    parse, first = here.around.parse, here.cues[i].first
    if things.isdisjoint(parse.words[:first]):
        return -1
    acting = (at for at in range(first - 1, -1, -1) if parse.deps[at] in SUBJECTS)
    return next((at for at in acting if parse.words[at] in things and parse.tags[at] in ("NN", "NNP")), -1)


def _is_a_male(parse: Parse, at: int) -> bool:
    """ "The male", "the female": of a game or of a kind of animal."""
    return parse.words[at] in ("male", "female") and parse.tags[at] in ("NN", "JJ")


def _is_said_of_one(here: Scene, i: int) -> bool:
    parse, first = here.around.parse, here.opening(i)
    return any(
        parse.words[at] == "one" and parse.deps[at] in SUBJECTS and parse.tags[at] == "PRP"
        and not any(first <= here.cues[j].first < at for j in range(i))
        for at in range(first, here.cues[i].first)
    )  # fmt: skip


def _is_anyone(parse: Parse, verb: int) -> bool:
    """Whether a verb is that of "he who …"."""
    return any(parse.words[max(0, at - 1) : at + 1] in _HE_WHO for at in parse.kids_of(verb, *SUBJECTS))


def _is_under(parse: Parse, at: int, verb: int) -> bool:
    """Whether a token hangs on a verb, and not by another main clause."""
    for _ in range(_DEEP):
        above = parse.heads[at]
        if above == at or (parse.deps[at] in ("conj", "parataxis") and parse.tags[at].startswith("VB")):
            return False
        if above == verb:
            return True
        at = above
    return False


def _compared_with(parse: Parse, verb: int) -> list[int]:
    """ "Ana could sew as well as he could", "Ana scored more than he did": with whom somebody else is compared.

    Not "Ana ran as fast as she could", nor "Ana ran faster than she did last year".
    """
    short = parse.deps[verb] == "advcl" and parse.words[verb + 1 : verb + 2] in _SHORT
    if not short or not any(parse.words[kid] in _COMPARES for kid in parse.kids_of(verb, "mark")):
        return []
    above = parse.heads[verb]
    while not parse.tags[above].startswith("VB") and parse.heads[above] != above:
        above = parse.heads[above]
    helps = [parse.words[kid] for kid in parse.kids_of(above, "aux")]
    word = parse.words[verb]
    same = word in helps if helps else _IN_SHORT.get(word) == parse.tags[above] or word == parse.words[above]
    return _with_others(parse, parse.kids_of(above, *SUBJECTS)) if same else []


def _with_others(parse: Parse, subjects: list[int]) -> list[int]:
    """The subjects of a clause, and who is named with them."""
    beside = [other for one in subjects for other in parse.kids_of(one, "conj", "appos")]
    return [*subjects, *beside, *(other for one in beside for other in parse.kids_of(one, "appos"))]


def who_does_it_to(here: Scene, at: int) -> list[int]:
    """The subject, and who is named with it, of the clause in which a token is an object or after "to"."""
    parse = here.around.parse
    verb = _verb_over(parse, at)
    verb = verb if verb is not None else verb_of_another(parse, at)
    for _ in range(_DEEP):
        if verb is None:
            return []
        if subjects := (_who_does(parse, verb) or parse.kids_of(verb, *SUBJECTS)):
            return _with_others(parse, subjects)
        above = parse.heads[verb]
        if parse.deps[verb] not in _SHARES or above == verb or is_order(parse, verb):
            return []
        if parse.deps[verb] in ("xcomp", "advcl") and _moves_another(here, above, verb):
            return []  # "told Mateusz to take him", "caught me calling him": whose act is not sure
        verb = above
    return []


def _moves_another(here: Scene, above: int, verb: int) -> bool:
    """Whether a verb has an object that may do the next one: not "painted a picture to help her"."""
    parse = here.around.parse
    objects = parse.kids_of(above, *_OBJECTS)
    purpose = parse.deps[verb] == "advcl" and any(parse.words[kid] == "to" for kid in parse.kids_of(verb, "aux"))
    if not objects or not purpose or parse.words[above] in _MOVED:
        return bool(objects)
    return any(at in here.around.roots or parse.tags[at] not in ("NN", "NNS") for at in objects)


def _who_does(parse: Parse, verb: int) -> list[int]:
    """Of whom a clause tells: "the vet who looked after her", "the first person to speak to him"."""
    if parse.deps[verb] not in ("relcl", "acl"):
        return []
    subjects, noun = parse.kids_of(verb, *SUBJECTS), parse.heads[verb]
    to = not subjects and any(parse.words[kid] == "to" for kid in parse.kids_of(verb, "aux"))
    if not to and not any(parse.words[kid] in _WHO for kid in subjects):
        return []
    over = parse.heads[noun]
    is_ = parse.kids_of(over, *SUBJECTS) if parse.deps[noun] == "attr" else []
    return [noun, *is_, *([over] if parse.deps[noun] == "appos" else [])]


def _verb_over(parse: Parse, at: int) -> int | None:
    """The verb of which a token is an object: "saw her", "spoke to her", "was proud of her", "helped her to check".

    So is "was a stranger to her".
    """
    dep, head = parse.deps[at], parse.heads[at]
    if dep == "pobj" and parse.deps[head] in ("prep", "dative", "agent"):
        over = parse.heads[head]
        if parse.deps[over] == "acomp" or (parse.deps[over] == "attr" and parse.words[head] == "to"):
            dep, head = "dobj", parse.heads[over]
        elif parse.words[head] in _TO or _goes_on_another(parse, over, parse.words[head]):
            dep, head = "dobj", over
    elif dep in SUBJECTS and parse.deps[head] in ("ccomp", "xcomp") and not has_tense(parse, head):
        dep, head = "dobj", parse.heads[head]
    return head if dep in _OBJECTS and parse.tags[head].startswith("VB") else None


def _goes_on_another(parse: Parse, verb: int, to: str) -> bool:
    """ "Tiptoed past him", "sat with her": another one, where the verb has no object ("he looked behind him")."""
    return to not in _ROUND and parse.tags[verb].startswith("VB") and not parse.kids_of(verb, *_OBJECTS)
