"""Whom a noun means: "the engineer" said again, a job said of somebody, a new noun for somebody known."""

from collections.abc import Sequence

from .cues import Cue
from .described import load_describing
from .model import GenderWords
from .name_context import is_name_shaped
from .people_lexicon import PeopleWords
from .scene import Memory, Scene
from .someone import Someone

_MAIN = 2  # mentions from which somebody may be the main person of a text
_CLEARLY = 2  # mentions by which one of several stands out
_REACH = 3  # sentences that a new noun for somebody looks back
_FULL = 2  # words of a full name
_ANY = frozenset({"a", "an", "any"})
_UNSAID = frozenset({"a", "an", "another", "any", "one", "some"})


def link_noun(here: Scene, i: int, lexicon: PeopleWords) -> Someone:
    """The person whom a noun means, somebody new if nobody known."""
    cue, memory = here.cues[i], here.memory
    someone = here.who[cue.of] if cue.of is not None else None
    if someone is not None and someone.named:
        _take_in(memory, cue, someone)
    if cue.bare and cue.last == len(here.around.tokens.words) and len(memory.before) == 1:
        someone = memory.before[0]  # a job on the line below a name
    if someone is None and cue.led_by != "another" and (cue.led_by not in _UNSAID or cue.kind != "kin"):
        someone = _known_noun(memory, cue) or _renamed(here, i, lexicon)
    if someone is None:
        label = " ".join(here.around.tokens.words[cue.first : cue.last])
        someone = Someone(
            label, named=False, general=cue.general, any_one=cue.general or cue.led_by in ("a", "an", "any")
        )
    memory.nouns.append((cue.head, someone))
    someone.add(cue)
    return someone


def _take_in(memory: Memory, cue: Cue, named: Someone) -> None:
    """ "Beekeeper: Gather in. Mrs Gillies, the beekeeper, …": the noun that had no name now has one."""
    if cue.led_by in ("the", "our", "my") and cue.role:
        for noun, who in reversed(memory.nouns):
            if noun == cue.head:
                if not who.named and who is not named and all(named.may_be(g) for g in who.genders):
                    memory.merge(who, named)
                return


def _known_noun(memory: Memory, cue: Cue) -> Someone | None:
    """The person whom the same noun has called so, or whose job it is: "the engineer", "Grandpa"."""
    said = next((g for g in cue.genders if g != "not stated"), None)
    head = cue.head.split()[-1]
    for noun, who in reversed(memory.nouns):
        shorter = cue.led_by not in _UNSAID and noun.split()[-1] == head
        if (noun == cue.head or shorter) and (said is None or who.may_be(said)):
            return None if cue.led_by in _UNSAID and who.named else who
    if cue.led_by in ("the", "this", "that"):
        for who in reversed(memory.named.latest):
            if head in who.titles:
                return who
    return None


def _renamed(here: Scene, i: int, lexicon: PeopleWords) -> Someone | None:
    """Whom a new noun calls again: "the young goalkeeper", "the Scottish percussionist", "the physicist".

    Only nouns that describe somebody, for a noun such as "the driver" often brings somebody new.
    """
    cue, parse = here.cues[i], here.around.parse
    if cue.led_by not in ("the", "this", "that") or cue.kind != "role" or cue.of is not None:
        return None
    said = next((g for g in cue.genders if g != "not stated"), None)
    epithet = cue.head in lexicon.epithets
    describing = load_describing().words
    described = any(word in describing["race"] for word in parse.words[cue.first : cue.last - 1])
    if not (epithet or cue.head in lexicon.renaming or (described and cue.role)):
        return None
    words = here.around.tokens.words
    if any(parse.words[kid] in ("and", "or") for kid in parse.kids.get(here.root(i), ())) or (
        cue.last < len(words) and is_name_shaped(words[cue.last])
    ):
        return None  # "the poet and the linguist", "the painter Van Gogh"
    known = list(here.near(i, _REACH))
    main = _main_person(here.memory, said) if epithet and cue.role else None
    if main is not None and (main in here.memory.before or any(who is main for who in here.who[:i])):
        return main
    others = {here.own_subject(i)} | {w for j, w in known if here.is_other(i, j) or here.is_speaker(j, i)}
    near = dict.fromkeys(w for _, w in known if w not in others and _may_be_called(here, w, cue, said))
    if not near:
        near = dict.fromkeys(w for w in here.memory.before if _may_be_called(here, w, cue, said))
    free = [who for who in near if not who.roles] or list(near)
    if len(free) == 1:
        return free[0]
    free.sort(key=lambda who: -who.said)
    if free and free[0].said >= free[1].said + _CLEARLY:
        return free[0]
    return None


def _may_be_called(here: Scene, who: Someone, cue: Cue, said: GenderWords | None) -> bool:
    """Whether somebody known may be called by a noun that says a gender, or none."""
    if who is here.memory.narrator or who.general or who.relative:
        return False
    if cue.head in ("man", "woman", "boy", "girl", "lady", "gentleman"):
        return said is not None and who.is_known(said)
    return said is None or who.may_be(said)


def _main_person(memory: Memory, said: GenderWords | None) -> Someone | None:
    """Of whom a life story tells: the person with a full name who is mentioned most so far."""
    full = sorted((w for w in memory.named.full.values() if w.said), key=lambda w: -w.said)
    stands_out = full and full[0].said >= _MAIN and (len(full) == 1 or full[0].said > full[1].said)
    return full[0] if stands_out and (said is None or full[0].may_be(said)) else None


def name_told_later(here: Scene, cues: Sequence[int]) -> None:
    """ "A baker from Leven has won an award. Tomasz Nowak opened his shop …": news names its person second."""
    first = cues[0] if cues else 0
    if not cues or here.sentence[first] != 1 or here.cues[first].first != here.around.starts[1]:
        return
    name, named = here.cues[first].name, here.who[first]
    before = [j for j in range(first) if here.who[j] is not None]
    someone = here.who[before[0]] if before else None
    if name is None or len(name.parts) < _FULL or named is None or named.said > 1 or someone is None:
        return
    brings = here.cues[before[0]]
    only = all(here.who[j] is someone for j in before) and here.acting[first]
    if only and brings.first == 0 and brings.led_by in ("a", "an") and brings.role and not someone.named:
        here.memory.merge(someone, named)
        for j in before:
            here.who[j] = named
