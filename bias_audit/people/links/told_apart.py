"""Two who share a name: "Mr Orr … his daughter, Lena Orr", "Victoria Lyle, a friend of Queen Victoria"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...model import GenderWords
from ..cue import Cue
from ..name_context import FULL, FoundName
from ..scene import Seen
from ..words import fold

# of a full name (its first and last word): what a title says, and the name after it, of somebody else
Apart = Mapping[tuple[str, str], set[tuple[GenderWords, str]]]
_HIS = frozenset({"his", "her"})


def told_apart(seen: Sequence[Seen]) -> Apart:
    """Full names, each with the titled people of that name whom the text surely tells from its bearer."""
    apart: dict[tuple[str, str], set[tuple[GenderWords, str]]] = defaultdict(set)
    for one in seen:
        for n, cue in enumerate(one.cues):
            named = (
                one.cues[cue.of] if cue.of is not None and cue.kind in ("kin", "role") and cue.name is None else None
            )
            if named is None or named.name is None or len(named.name.parts) < FULL:
                continue
            for name, said in _others(one, n, named):
                first, last = fold(named.name.parts[0]), fold(named.name.parts[-1])
                if len(name.parts) == 1 and fold(name.parts[0]) in (first, last):
                    apart[first, last].add((said, fold(name.parts[0])))
    return apart


def _others(one: Seen, n: int, named: Cue) -> Iterator[tuple[FoundName, GenderWords]]:
    """Those to whom a noun says that the one named is something: "(his) daughter", "a friend of (Queen Victoria)"."""
    cue, words = one.cues[n], one.tokens
    after = one.cues[n + 1] if n + 1 < len(one.cues) else cue
    if words.lower[cue.last : after.first] == ("of",):
        yield from _titled(after)
    before = [other for other in one.cues[:n] if other is not named]
    if before and cue.kind == "kin":
        owner = before.pop()
        if owner.last == cue.first - 1 and words.word(owner.last) == "'s":
            yield from _titled(owner)
        elif owner.head in _HIS and cue.led_by == owner.head:
            said = owner.genders
            while before and before[-1].kind == "pronoun" and before[-1].genders == said:
                before.pop()
            if before and before[-1].genders in (said, ("not stated",)):
                yield from _titled(before[-1])


def _titled(cue: Cue) -> Iterator[tuple[FoundName, GenderWords]]:
    if cue.kind == "title" and cue.name is not None:
        yield cue.name, next(iter(cue.genders), "not stated")
