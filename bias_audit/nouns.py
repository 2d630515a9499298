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
_ORDER = frozenset("first second third fourth fifth sixth next last other former latter elder eldest younger".split())
_SPOUSES = frozenset({"husband", "wife"})
_ROYAL = frozenset("king queen prince princess".split())
_YOUNG = frozenset("girl boy child".split())


def link_noun(here: Scene, i: int, lexicon: PeopleWords) -> Someone:
    """The person whom a noun means, somebody new if nobody known."""
    cue, memory = here.cues[i], here.memory
    someone = here.who[cue.of] if cue.of is not None else None
    if someone is not None and someone.named:
        _take_in(memory, cue, someone)
    if cue.bare and cue.last == len(here.around.tokens.words) and len(memory.before) == 1:
        someone = memory.before[0]  # a job on the line below a name
    if someone is None and cue.led_by != "another" and (cue.led_by not in _UNSAID or cue.kind != "kin"):
        someone = _known_noun(here, i) or _renamed(here, i, lexicon)
    owner = _owner(here, i) if cue.head in _SPOUSES else None
    if someone is None and owner is not None and owner.spouse is not None and owner.spouse.may_be(cue.genders[0]):
        someone = owner.spouse  # "His wife wept. Her husband …"
    if someone is None:
        label = " ".join(here.around.tokens.words[cue.first : cue.last])
        someone = Someone(
            label, named=False, general=cue.general, any_one=cue.general or cue.led_by in ("a", "an", "any")
        )
    if owner is not None and owner is not someone:
        owner.spouse, someone.spouse = someone, owner
    memory.nouns.append((cue.head, someone))
    someone.add(cue)
    return someone


def _owner(here: Scene, i: int) -> Someone | None:
    """Whose wife or husband a noun says: "his wife"."""
    owners = here.around.parse.kids_of(here.root(i), "poss")
    return next((w for c, w in zip(here.cues[:i], here.who, strict=False) if c.first in owners), None)


def _take_in(memory: Memory, cue: Cue, named: Someone) -> None:
    """ "Beekeeper: Gather in. Mrs Gillies, the beekeeper, …": the noun that had no name now has one."""
    if cue.led_by in ("the", "our", "my") and cue.role:
        for noun, who in reversed(memory.nouns):
            if noun == cue.head:
                if not who.named and who is not named and all(named.may_be(g) for g in who.genders):
                    memory.merge(who, named)
                return


def _known_noun(here: Scene, i: int) -> Someone | None:
    """The person whom the same noun has called so, or whose job it is: "the engineer", "Grandpa"."""
    cue, memory, parse = here.cues[i], here.memory, here.around.parse
    after = here.around.tokens.words[cue.last : cue.last + 1]
    if cue.kind == "role" and after and is_name_shaped(after[0]) and cue.last not in here.around.starts:
        return None  # "poet Donald Hall"
    which = _ORDER & frozenset(parse.words[cue.first : cue.last])  # "the second player"
    new = not cue.role and parse.deps[here.root(i)] != "attr"
    said = next((g for g in cue.genders if g != "not stated"), None)
    head = cue.head.split()[-1]
    for noun, who in reversed(memory.nouns):
        shorter = cue.led_by not in _UNSAID and noun.split()[-1] == head
        if (noun == cue.head or shorter) and (said is None or who.may_be(said)) and not _is_told_apart(who, which):
            if said is not None and cue.led_by in ("a", "an", "one") and new:
                return None  # "a woman" again is another woman
            return None if cue.led_by in _UNSAID and who.named else who
    if cue.led_by in ("the", "this", "that"):
        for who in reversed(memory.named.latest):
            if head in who.titles and memory.named.heard[who] == memory.named.chapter:
                return who
    return None


def _is_told_apart(who: Someone, which: frozenset[str]) -> bool:
    """ "The second player" is not the first."""
    return bool(which) and not who.named and which != _ORDER & frozenset(who.label.lower().split())


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
    if epithet and here.around.tokens.word(cue.last) == "of":
        return None  # "the author of that book"
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
    noun = who.label.split()[-1].lower()
    if cue.head in _ROYAL and not who.named and (who.roles or (noun in _ROYAL and noun != cue.head)):
        return False  # "the king" is not the prince
    if cue.role and not who.named and noun in _YOUNG:
        return False  # "the author" is not the little girl
    if cue.head in ("man", "woman", "boy", "girl", "lady", "gentleman"):
        return said is not None and who.is_known(said)
    return said is None or who.may_be(said)


def _main_person(memory: Memory, said: GenderWords | None) -> Someone | None:
    """Of whom a life story, or its chapter, tells: the person with a full name who is mentioned most so far."""
    named = memory.named
    full = [w for w in named.full.values() if w.said and named.heard[w] == named.chapter]
    full.sort(key=lambda w: -w.said)
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
