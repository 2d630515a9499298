"""Names of those who talk by a letter: "A: Hi, Zoe." says who B is, where only two speak."""

from collections.abc import Sequence

from ..scene import Seen
from ..someone import Someone

_GREETS = frozenset("bye cheers goodbye hello hey hi hiya morning sorry thanks".split())
_AFTER = frozenset({"", ",", ".", "!", "?"})
_TWO = 2

Linked = Sequence[tuple[list[Someone | None], list[Someone | None]]]


def letters_named(seen: Sequence[Seen], linked: Linked) -> dict[Someone, Someone]:
    """Each letter, and whom the other one greets by name: not whom they speak of besides ("Hi, Zoe. This is Tom.")."""
    lines = [(one, who, said[0]) for one, (who, said) in zip(seen, linked, strict=True) if one.tokens.lettered and said]
    letters = list(dict.fromkeys(speaker for _, _, speaker in lines if speaker is not None))
    if len(letters) != _TWO or any(letter.named for letter in letters):
        return {}
    greeted: dict[Someone, dict[Someone, None]] = {letter: {} for letter in letters}
    for one, who, speaker in lines:
        for i, named in enumerate(who):
            if named is not None and speaker is not None and _is_greeted(one, i):
                greeted[letters[letters[0] is speaker]][named] = None
    spoken_of = {
        named
        for one, (who, _) in zip(seen, linked, strict=True)
        for i, named in enumerate(who)
        if one.cues[i].name is not None and not _is_greeted(one, i)
    }
    found = {letter: next(iter(names)) for letter, names in greeted.items() if len(names) == 1}
    return {letter: named for letter, named in found.items() if named not in spoken_of and _may_be_one(letter, named)}


def _is_greeted(one: Seen, i: int) -> bool:
    """ "Hi, Zoe.", "Thanks Zoe!"."""
    cue, tokens = one.cues[i], one.tokens
    before = cue.first - 1 - (tokens.word(cue.first - 1) == ",")
    return cue.name is not None and tokens.word(before) in _GREETS and tokens.word(cue.last) in _AFTER


def _may_be_one(letter: Someone, named: Someone) -> bool:
    return named.may_be_all(letter.genders)
