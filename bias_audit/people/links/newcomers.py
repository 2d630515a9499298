"""Somebody new whom the sentence before brings, and of whom a pronoun tells: "There is a cook. His name …"."""

from ..parses.grammar import SUBJECTS
from ..scene import Scene, once
from ..someone import Someone

_NEW = frozenset({"a", "an", "another"})
_BE = frozenset("is was are were 's".split())
_HAS = frozenset({"have", "has", "had", "'ve"})
_PRESENTS = frozenset("came comes lived lives sat sits stands stood works worked".split())


def newcomer(here: Scene, i: int) -> Someone | None:
    """Whom "his name is …" and "he …" mean: somebody brought just before with "a", where nobody else is in the way."""
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
        return who if not who.named and not any(not one.named for one in others) else None
    return who if not others and _is_presented(here, new) else None


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
    parse, before = here.around.parse, here.sentence[i] - 1
    new = [
        j
        for j in range(i)
        if here.sentence[j] == before
        and here.quote[j] == here.quote[i]
        and here.cues[j].kind in ("role", "kin")
        and any(parse.words[kid] in _NEW for kid in parse.kids_of(here.root(j), "det"))
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
