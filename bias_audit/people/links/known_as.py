"""One person by two names, or by a noun and a name: "Margaret, known as Peggy", "they called her Moses"."""

from collections.abc import Sequence

from ..scene import Scene


def also_called(here: Scene, cues: Sequence[int]) -> None:
    """ "Margaret, known as Peggy", "His name was James Watt": one person by another name, or by the first one."""
    for i in cues:
        cue, named = here.cues[i], here.who[i]
        if cue.name is None or cue.of is None or named is None:
            continue
        of, other = here.cues[cue.of], here.who[cue.of]
        given = of.kind == "pronoun" and cue.first - of.last <= 1  # "they called her Moses", "her Mother Weston"
        if other is None and given and named.said > 1 and named.may_be_all(of.genders):
            here.who[cue.of] = named
            named.add(of)
        if other is None or other is named or (of.name is None and of.kind != "pronoun"):
            continue
        if (of.name is not None or (other.named and given)) and named.said == 1:
            here.memory.merge(named, other)
            here.who[i] = other
        elif given and other.roles:
            continue  # "the king had a son … they called him Tam": it may well be the son
        elif not (of.name or other.named) and named.may_be_all(other.genders):
            here.mean(other, named)
