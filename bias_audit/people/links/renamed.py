"""Whom a new noun calls again: "the young goalkeeper", "the Scottish percussionist", "the physicist"."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import GenderWords
from ..cue import Cue
from ..describing import load_describing
from ..name_context import is_name_shaped
from ..scene import Memory, Scene
from ..someone import Someone
from ..speech.dialogue import talks_too
from ..words import PeopleWords
from .binding import named_after, who_does_it_to
from .candidates import asker
from .epithets import (
    ROYAL,
    in_front,
    is_aged,
    is_from_somewhere,
    is_parent_of_some,
    may_be_news_of,
    may_reign,
    subjects_above,
)
from .kinship import is_grandparent

_REACH = 3  # sentences that a new noun for somebody looks back
_PLAIN = frozenset("man woman boy girl lady gentleman lad lass laddie lassie".split())  # they say no more than a gender
_CLEARLY = 2  # mentions by which one of several stands out
_MAIN = 2  # mentions from which somebody may be the main person of a text
_YOUNG = frozenset("girl boy child".split())
_CHILDREN = _YOUNG | {"baby", "lad", "lass", "laddie", "lassie", "toddler"}
_GROWN = frozenset("man woman gentleman lady king queen".split())
_OFFSPRING = frozenset("son daughter grandson granddaughter stepson stepdaughter nephew niece".split())
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Epithet:
    """What a noun says of whoever it calls again."""

    gender: GenderWords | None
    known: bool  # a noun by which texts call people again: "the poet"
    renaming: bool  # so is "the girl", of some
    parent: bool  # "the father of two"
    aged: bool  # "the 29-year-old plumber"
    described: bool  # "the Polish nurse"


def renamed(here: Scene, i: int, lexicon: PeopleWords) -> Someone | None:
    """The person whom a noun calls again.

    Only nouns that describe somebody, for a noun such as "the driver" often brings somebody new.
    """
    cue, memory = here.cues[i], here.memory
    if cue.led_by not in ("the", "this", "that") or cue.of is not None:
        return None
    epithet = _epithet(here, i, lexicon)
    if epithet is None or _says_which(here, i, epithet):
        return None
    known, others = list(here.near(i, _REACH)), _others(here, i)
    main = _main_person(memory, epithet.gender) if epithet.known and cue.role else None
    later = {here.who[j] for j in named_after(here, i)}
    if main in later or any(who in later for _, who in known):
        front = in_front(here, i)  # not just anybody else: "Ask why the writer keeps Pike quiet."
        return front if front is not None and _may_be_called(here, i, front, epithet.gender) else None
    if main is not None and main not in others and (main in memory.before or any(who is main for who in here.who[:i])):
        return main
    return _clearest(_fitting(here, i, epithet, [who for _, who in known if who not in others]))


def _epithet(here: Scene, i: int, lexicon: PeopleWords) -> _Epithet | None:
    """What a noun says, if it is one that may call somebody again."""
    cue, parse = here.cues[i], here.around.parse
    parent, aged = is_parent_of_some(here, i), is_aged(here, i)
    listed = cue.head in lexicon.renaming
    if cue.kind != "role" and not listed and not parent:
        return None
    origins, known = load_describing().words["race"], cue.head in lexicon.epithets
    described = any(word in origins for word in parse.words[cue.first : cue.last - 1])
    if not (known or listed or parent or (cue.role and (aged or (described and here.acting[i])))):
        return None
    gender = next((g for g in cue.genders if g != "not stated"), None)
    return _Epithet(gender, known, known or listed, parent, aged, described)


def _says_which(here: Scene, i: int, epithet: _Epithet) -> bool:
    """Whether words after a noun say who is meant: "the author of that book", "the painter Van Gogh"."""
    cue, parse, words = here.cues[i], here.around.parse, here.around.tokens
    if epithet.known and words.word(cue.last) == "of":
        return True
    after = words.words[cue.last] if cue.last < len(words.words) else ""
    if any(parse.words[kid] in ("and", "or") for kid in parse.kids_of(here.root(i))) or (
        after and is_name_shaped(after)
    ):
        return True  # also "the poet and the linguist"
    years = epithet.aged or cue.head == "year-old"  # "the 29-year-old plumber", "the 29-year-old"
    if epithet.known or after in ("", ",") or epithet.parent or (years and is_from_somewhere(here, i)):
        return False
    return bool(parse.kids_of(here.root(i), "prep", "relcl", "acl"))


def _others(here: Scene, i: int) -> set[Someone | None]:
    """Who is somebody else by the grammar of the sentence, or by asking for whoever is meant."""
    others = {*subjects_above(here, i), _to_whom_it_is_done(here, i)}
    others |= {who for j, who in here.near(i, _REACH) if here.is_other(i, j) or here.is_speaker(j, i)}
    does = who_does_it_to(here, here.root(i))  # "Ewan and his son saw the man lying there."
    return others | {here.who[j] for j in range(i) if here.root(j) in does or j == asker(here, i)}


def _fitting(here: Scene, i: int, epithet: _Epithet, near: Sequence[Someone]) -> list[Someone]:
    """Those near whom the noun may call again."""
    cue, words = here.cues[i], here.around.parse.words[here.cues[i].first : here.cues[i].last]
    fit = [who for who in dict.fromkeys(near) if _may_be_called(here, i, who, epithet.gender)]
    if cue.head in _YOUNG:
        fit = [who for who in fit if who.relative] or fit  # "Ana and her son came. The boy waved."
    if "old" in words:
        before = [who for who in here.memory.before if _may_be_called(here, i, who, epithet.gender)]
        fit = [who for who in (*fit, *before) if is_grandparent(here.memory, who)] or fit
    if epithet.parent or (epithet.aged and not epithet.renaming):
        fit = [who for who in fit if may_be_news_of(who)]
    if (epithet.described or epithet.aged) and not epithet.known:
        # "Fiona is a deaf engineer. The Polish nurse came in."
        fit = [who for who in fit if not who.roles or cue.role in who.roles]
    return fit


def _clearest(fitting: Sequence[Someone]) -> Someone | None:
    """The only one, or whoever is mentioned most by far; first of those without a job yet."""
    free = sorted([who for who in fitting if not who.roles] or fitting, key=lambda who: -who.said)
    if len(free) == 1 or (free and free[0].said >= free[1].said + _CLEARLY):
        return free[0]
    return None


def _to_whom_it_is_done(here: Scene, i: int) -> Someone | None:
    """ "Lucy was thanked by the Queen", "bitten by the man's dog": the subject, who is not the one after it."""
    done = here.around.parse.kids_of(here.clause(i), "nsubjpass")
    return next((here.who[j] for j in range(i) if here.root(j) in done), None)


def _may_be_called(here: Scene, i: int, who: Someone, said: GenderWords | None) -> bool:
    """Whether somebody known may be called by a noun that says a gender, or none."""
    cue = here.cues[i]
    words = here.around.parse.words[cue.first : cue.last]
    if who is here.memory.narrator or who.general or _is_unlike(here, who, cue) or talks_too(here, i, who):
        return False
    noun = who.label.split()[-1].lower()
    if cue.head in ROYAL and who.named and not may_reign(here, i, who):
        return False
    if cue.head in ROYAL and not who.named and (who.roles or (noun in ROYAL and noun != cue.head)):
        return False  # "the king" is not the prince
    if cue.role and not who.named and (noun in _YOUNG or (who.roles and cue.role not in who.roles)):
        return False  # "the author" is not the little girl, "the physicist" not the engineer
    if who.relative and cue.head in _YOUNG and noun in _OFFSPRING:
        return said is not None and who.is_known(said)
    if who.relative:  # "the old man" may well be the grandfather; "the man" is not the father
        return said is not None and who.is_known(said) and "old" in words and is_grandparent(here.memory, who)
    if cue.head in _PLAIN:
        return said is not None and who.is_known(said)
    return said is None or who.may_be(said)


def _is_unlike(here: Scene, who: Someone, cue: Cue) -> bool:
    """ "The little man" is not whom the text has called a boy."""
    unlike = _NONE
    if cue.head in _CHILDREN:
        unlike = _GROWN
    elif cue.head in _GROWN and "young" not in here.around.parse.words[cue.first : cue.last]:
        unlike = _CHILDREN
    if "young" in here.around.parse.words[cue.first : cue.last] and "old" in who.label.split():
        return True
    return bool(unlike) and any(one is who and said.split()[-1] in unlike for said, one in here.memory.nouns)


def _main_person(memory: Memory, said: GenderWords | None) -> Someone | None:
    """Of whom a life story, or its chapter, tells: the person with a full name who is mentioned most so far."""
    named = memory.named
    full = [w for w in named.full.values() if w.said and named.heard[w] == named.chapter]
    full.sort(key=lambda w: -w.said)
    stands_out = full and full[0].said >= _MAIN and (len(full) == 1 or full[0].said > full[1].said)
    return full[0] if stands_out and (said is None or full[0].may_be(said)) else None
