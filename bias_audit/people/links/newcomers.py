"""Somebody new whom the sentence before brings, and of whom a pronoun tells: "There is a cook. His name …"."""

from ..parses.grammar import SUBJECTS
from ..scene import Scene, once
from ..someone import Someone
from .centre import is_main

_NEW = frozenset({"a", "an", "another"})
_BE = frozenset("is was are were 's".split())
_HAS = frozenset({"have", "has", "had", "'ve"})
_EARLY = 1  # sentences of a block in which the block before still counts
_REACH = 2  # sentences back to somebody else
_MEETS = frozenset("meet meeting meets met".split())
_IS = frozenset({*_BE, "been"})
_TURN_TO = frozenset("ask call contact email meet message phone ring see text visit".split())
_PRESENTS = frozenset("came comes lived lives sat sits stands stood works worked".split())


def newcomer(here: Scene, i: int) -> tuple[Someone | None, bool] | None:
    """Whom "his name is …" and "he …" mean: somebody brought just before with "a", where nobody else is in the way.

    And whether it may mean one of several; None where nobody is brought so.
    """
    if (ending := _at_the_end(here, i) or _to_turn_to(here, i)) is not None:
        return ending, False
    names = _is_name_told(here, i)
    new = _brought(here, i) if names or _opens(here, i) else None
    who = here.who[new] if new is not None else None
    gender = here.cues[i].genders[0]
    if new is None or who is None or not who.may_be(gender) or who in here.memory.before:
        return None
    first, before = here.who.index(who), here.sentence[new]
    last = [one for j, one in enumerate(here.who[:i]) if here.sentence[j] == before and one is not None]
    others = {one for one in last if one is not who and one.may_be(gender) and one is not here.memory.narrator}
    if here.sentence[first] != before:
        return None
    if names:
        return (who, False) if not who.named and not any(not one.named for one in others) else None
    if not others and _is_presented(here, new):
        return who, False
    if others or who.is_known(gender) or not _is_met(here, new):
        return None
    return (None, True) if _is_told_of_another(here, i, who) else (who, False)


def _is_told_of_another(here: Scene, i: int, who: Someone) -> bool:
    """Whether the text has just told of somebody else, known to be "she", in a main clause or the block before."""
    gender = here.cues[i].genders[0]
    early = here.sentence[i] <= _EARLY
    if early and any(one.is_known(gender) and one is not who for one in here.memory.before):
        return True
    heads = here.around.parse.heads
    return any(
        one is not who and one.is_known(gender) and here.acting[j] and is_main(here, heads[here.root(j)])
        for j, one in here.near(i, _REACH)
    )


def _at_the_end(here: Scene, i: int) -> Someone | None:
    """ "She left her husband and worked for Jo Orr, the baker. He …": who is brought last, with name and job.

    If nobody else may be meant but somebody's relative, who is named in passing in another clause.
    """
    name = _named_last(here, i) if _opens(here, i) else None
    who = here.who[name] if name is not None else None
    gender, before = here.cues[i].genders[0], here.sentence[i] - 1
    if name is None or who is None or not who.may_be(gender) or here.who.index(who) < name - 1:
        return None
    if who in here.memory.before:
        return None
    others = [j for j in range(name) if here.sentence[j] == before and (one := here.who[j]) and one is not who]
    others = [j for j in others if (one := here.who[j]) is not None and one.may_be(gender) and not one.general]
    passing = all(
        (one := here.who[j]) is not None
        and one.relative
        and not here.acting[j]
        and here.clause(j) != here.clause(name)
        and here.sentence[here.who.index(one)] == before
        for j in others
    )
    return who if others and passing else None


def _to_turn_to(here: Scene, i: int) -> Someone | None:
    """ "Call Petra to book. She has been a joiner for years.": whom one is told to turn to, of whom it tells a job."""
    if not _opens(here, i) or here.around.parse.words[here.clause(i)] not in _IS:
        return None
    if not any(cue.of == i and cue.kind == "role" for cue in here.cues):
        return None
    parse, before = here.around.parse, here.sentence[i] - 1
    told = [j for j in range(i) if here.sentence[j] == before and "person" not in here.cues[j].kind]
    name = told[0] if len({here.who[j] for j in told}) == 1 else None
    who = here.who[name] if name is not None else None
    if name is None or who is None or not who.named or who in here.memory.before:
        return None
    verb = here.clause(name)
    order = verb == here.opening(name) and parse.words[verb] in _TURN_TO and not parse.kids_of(verb, *SUBJECTS)
    return who if order and here.who.index(who) == name and who.may_be(here.cues[i].genders[0]) else None


@once
def _named_last(here: Scene, i: int) -> int | None:
    """The cue of the full name in "…, in the house of Edward Low, the baker.", with which the sentence before ends."""
    j = i - 1
    if j < 1 or here.sentence[j] != here.sentence[i] - 1 or here.cues[j].kind != "role" or here.cues[j].of != j - 1:
        return None
    name = here.cues[j - 1].name
    full = name is not None and len(name.parts) > 1 and here.around.parse.deps[here.root(j - 1)] == "pobj"
    return j - 1 if full and here.quote[j] == here.quote[i] else None


@once
def _is_name_told(here: Scene, i: int) -> bool:
    """ "His name is Tam": a possessive with the name that it gives."""
    after = here.cues[i + 1] if i + 1 < len(here.cues) else None
    return after is not None and after.of == i and after.name is not None and here.is_owner(i)


@once
def _opens(here: Scene, i: int) -> bool:
    """Whether a pronoun is the subject with which its sentence opens."""
    first = here.opening(i)
    return here.cues[i].first == first and here.around.parse.deps[first] in SUBJECTS


@once
def _brought(here: Scene, i: int) -> int | None:
    """The only cue of the sentence before that has "a" or "an" with it."""
    before = here.sentence[i] - 1
    new = [
        j
        for j in range(i)
        if here.sentence[j] == before
        and here.quote[j] == here.quote[i]
        and here.cues[j].kind in ("role", "kin")
        and here.cues[j].led_by in _NEW
    ]
    return new[0] if len(new) == 1 else None


@once
def _is_presented(here: Scene, new: int) -> bool:
    """ "There is a cook", "we have a cook", "upstairs lives a cook": the sentence only brings somebody."""
    parse, at = here.around.parse, here.root(new)
    verb = parse.heads[at]
    word, subjects = parse.words[verb], parse.kids_of(verb, *SUBJECTS)
    if parse.kids_of(verb, "expl") and word in _BE:
        return True
    if word in _HAS and parse.deps[at] == "dobj":
        return any(parse.words[kid] in ("i", "we") for kid in subjects)
    return word in _PRESENTS and at > verb and (not subjects or at in subjects)


@once
def _is_met(here: Scene, new: int) -> bool:
    """ "He met a cook", "they met Jean, a cook"."""
    of = here.cues[new].of
    parse, at = here.around.parse, here.root(new if of is None else of)
    return parse.words[parse.heads[at]] in _MEETS and parse.deps[at] == "dobj"
