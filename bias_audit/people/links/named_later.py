"""Nouns whose person gets a name later: "a baker … Tomasz Nowak", "It was Mr Ferreira", "the nurse … Nurse Bello"."""

from collections.abc import Sequence

from ..name_context import FULL
from ..scene import Scene
from ..someone import Someone

_DOCTORS = frozenset("dentist doctor gp surgeon vet".split())  # who may be called "Dr Kaur"
_TITLED = frozenset("constable councillor doctor inspector nurse professor sergeant".split())
_DEFINITE = frozenset({"the", "our", "my"})


def take_in(here: Scene, i: int, named: Someone) -> None:
    """ "Beekeeper: Gather in. Mrs Gillies, the beekeeper, …": the noun that had no name now has one.

    "He saw the dentist. Dentist: Mrs Sarwar" too, where the noun is of nobody in particular's part.
    """
    cue, memory = here.cues[i], here.memory
    label = cue.bare and here.around.tokens.word(cue.last) == ":"
    if not cue.role or not (label or cue.led_by in _DEFINITE):
        return
    for noun, who in reversed(memory.nouns):
        if noun.split()[-1] == cue.head.split()[-1]:
            sure = not label or (_is_the(who) and not who.genders)
            if sure and not who.named and who is not named and named.may_be_all(who.genders):
                memory.merge(who, named)
            return


def named_by_title(here: Scene, cues: Sequence[int]) -> None:
    """ "He was seen by the school nurse. Nurse Bello …", "She rang the dentist. Dr Kaur …": whom somebody went to see.

    Not "the nurse left. Nurse Bello came": who does something may well be another one.
    """
    for i in cues:
        cue, named = here.cues[i], here.who[i]
        if cue.name is None or not cue.name.title or named is None or named.said > 1:
            continue
        nouns = _DOCTORS if "doctor" in named.titles else _TITLED & named.titles
        if not nouns or not (here.acting[i] or i == cues[0]) or any(here.cues[j].of == i for j in cues):
            continue  # "he lives near Dr Kaur", "Dr Kaur, his aunt"
        memory = here.memory
        around = {w for people in memory.recent for w in people}  # "the school nurse", of whom there is one
        posts = [(noun, who) for noun, who in memory.nouns if " " in noun and who in around]
        called = [*posts, *memory.nouns[memory.counts[0] :]]
        found = {who for noun, who in called if noun.split()[-1] in nouns and who is not named}
        who = found.pop() if len(found) == 1 else None
        if who is None or not _is_the(who) or who.named or who.acts or not named.may_be_all(who.genders):
            continue
        here.mean(who, named)


def _is_the(who: Someone) -> bool:
    return not who.general and who.label.startswith(("the ", "The "))


def name_told_later(here: Scene, cues: Sequence[int]) -> None:
    """ "A baker from Leven has won an award. Tomasz Nowak opened his shop …": news names its person second."""
    first = cues[0] if cues else 0
    if not cues or here.sentence[first] != 1 or here.cues[first].first != here.around.starts[1]:
        return
    name, named = here.cues[first].name, here.who[first]
    before = [j for j in range(first) if here.who[j] is not None]
    someone = here.who[before[0]] if before else None
    if name is None or len(name.parts) < FULL or named is None or named.said > 1 or someone is None:
        return
    brings = here.cues[before[0]]
    only = all(here.who[j] is someone for j in before) and here.acting[first]
    news = brings.first == 0 and brings.led_by in ("a", "an") and brings.kind in ("role", "kin") and not brings.of
    if only and news and not someone.named and named.may_be_all(someone.genders):
        here.mean(someone, named)


def named_at_last(here: Scene, cues: Sequence[int]) -> None:
    """ "An old man was splashing across. It was Mr Ferreira.": whom the sentence before has brought."""
    parse = here.around.parse
    for i in cues:
        named, root = here.who[i], here.root(i)
        if named is None or named.said > 1 or parse.deps[root] != "attr":
            continue
        its = [kid for kid in parse.kids_of(parse.heads[root], "nsubj") if parse.words[kid] == "it"]
        if not its or its[0] > root:
            continue
        before = [j for j in range(i) if here.sentence[j] == here.sentence[i] - 1 and here.who[j] is not None]
        brought = [j for j in before if here.cues[j].led_by in ("a", "an") and here.acting[j]]
        someone = here.who[brought[0]] if len(brought) == len(before) == 1 else None
        if someone is not None and not someone.named and named.may_be_all(someone.genders):
            here.mean(someone, named)
