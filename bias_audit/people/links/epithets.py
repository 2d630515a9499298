"""Nouns by which a text calls somebody again: "the 29-year-old plumber", "the father of two", "the Queen"."""

from collections.abc import Set

from ...model import GenderWords
from ..cue import Cue
from ..name_context import FULL
from ..parses.grammar import SUBJECTS
from ..scene import Scene
from ..someone import Someone

_TAKES_ON = frozenset("appointed employed hired recruited trained took".split())
ROYAL = frozenset("king queen prince princess".split())
_PARENTS = frozenset("mother mum father dad parent".split())
_OWNERS = frozenset("my your his her our their 's".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9".split())
_REIGNS = frozenset(
    "coronation crown crowned empire heir kingdom monarch palace realm reign reigned reigning reigns rule ruled ruler "
    "ruling throne ii iii iv vi vii viii".split()
)
_TIMES = frozenset("day evening morning night time".split())
_CLAUSES = frozenset({"ccomp", "xcomp"})
_UP = 3  # clauses from somebody up to whoever sees or says what they do
_POSTS = frozenset("area charge chief deputy district general head junior national principal regional senior".split())
_OPENING = 4  # tokens in which "Then one day" stands


def is_taken_on(here: Scene, i: int) -> bool:
    """ "He took on his first apprentice in 2015": once somebody new, whoever else is one by now."""
    parse, root = here.around.parse, here.root(i)
    verb = parse.heads[root]
    return parse.deps[root] == "dobj" and parse.words[verb] in _TAKES_ON and here.cues[i].led_by in _OWNERS


def is_aged(here: Scene, i: int) -> bool:
    """ "The 29-year-old plumber"."""
    cue, words = here.cues[i], here.around.parse.words
    return "old" in words[cue.first : cue.last - 1] and any("year" in word for word in words[cue.first : cue.last - 1])


def is_parent_of_some(here: Scene, i: int) -> bool:
    """ "The mother of two", not "the mother of the bride"."""
    cue, words = here.cues[i], here.around.tokens
    counted = cue.head in _PARENTS and cue.led_by == "the" and words.word(cue.last) == "of"
    return counted and words.word(cue.last + 1) in _NUMBERS and not words.word(cue.last + 2).isdigit()


def is_from_somewhere(here: Scene, i: int) -> bool:
    """ "The 29-year-old refugee from Eritrea": what follows says no more of which one is meant."""
    parse, root = here.around.parse, here.root(i)
    return all(parse.words[kid] == "from" for kid in parse.kids_of(root, "prep", "relcl", "acl"))


def may_be_news_of(who: Someone) -> bool:
    """Whether somebody may be called by age or children alone: by a name, and no "Mrs Low" who has pupils."""
    return who.named and not (who.titles or who.relative or who.general)


def may_reign(here: Scene, i: int, who: Someone) -> bool:
    """Whether "the Queen" may be somebody whom the text has not called so: no "Jane", no "Gordon Brown".

    "Victoria was crowned … the Queen", "Boudica spoke … the queen"; not "One day the queen …".
    """
    if who.roles or who.titles:
        return False
    if not _REIGNS.isdisjoint(here.around.tokens.lower):
        return True
    capital = here.around.tokens.words[here.cues[i].last - 1].istitle()
    if capital or len(who.label.split()) >= FULL or _opens_episode(here, i):
        return False
    return all(one is who or one.titles or one.said < who.said for one in here.memory.named.latest)


def _opens_episode(here: Scene, i: int) -> bool:
    """ "One day the king sent for him": a king whom the tale brings so."""
    opens = here.opening(i)
    words = here.around.parse.words[opens : opens + _OPENING]
    return "one" in words and not _TIMES.isdisjoint(words)


def subjects_above(here: Scene, i: int) -> list[Someone | None]:
    """ "Ana and Ben saw the boy fall": Ana and Ben, neither of whom is the boy."""
    parse, verb = here.around.parse, here.clause(i)
    found: list[Someone | None] = [here.own_subject(i)]
    for _ in range(_UP):
        found += [here.who[j] for j in here.around.subjects.get(verb, ()) if j < i]
        if parse.deps[verb] not in _CLAUSES:
            break
        verb = parse.heads[verb]
    return found


def is_other_post(known: str, noun: str) -> bool:
    """ "The charge nurse" after "a nurse", "the area manager" after "the manager": the post is another one's."""
    post, _, rest = noun.partition(" ")
    return post in _POSTS and rest == known


def in_front(here: Scene, i: int) -> Someone | None:
    """ "Before John Glenn took off, the astronaut …": the subject of the clause with which the sentence opens."""
    parse, verb = here.around.parse, here.clause(i)
    if parse.deps[here.root(i)] not in SUBJECTS:
        return None
    clauses = [kid for kid in parse.kids_of(verb, "advcl") if kid < here.root(i)]
    subjects = {kid for clause in clauses for kid in parse.kids_of(clause, *SUBJECTS)}
    return next((here.who[j] for j in range(i) if here.root(j) in subjects and here.who[j] is not None), None)


def is_singled_out(cue: Cue, who: Someone, singles: Set[GenderWords]) -> bool:
    """ "Your female colleague", where "our colleague" before had no gender: another one, whom the word tells apart."""
    return bool(singles) and cue.led_by in _OWNERS and not any(map(who.is_known, singles))
