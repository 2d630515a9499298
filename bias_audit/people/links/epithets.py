"""Nouns by which a text calls somebody again: "the 29-year-old plumber", "the father of two", "the Queen"."""

from collections.abc import Mapping

from ...model import GenderWords
from ..cue import Cue
from ..name_context import FULL
from ..scene import Scene
from ..someone import Someone

ROYAL = frozenset("king queen prince princess".split())
_PARENTS = frozenset("mother mum father dad parent".split())
_OWNERS = frozenset("my your his her our their 's".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9".split())
_REIGNS = frozenset(
    "coronation crown crowned empire heir kingdom monarch palace realm reign reigned reigning reigns rule ruled ruler "
    "ruling throne ii iii iv vi vii viii".split()
)


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

    "Victoria was crowned … the Queen", "Boudica spoke … the queen".
    """
    if who.roles or who.titles:
        return False
    if not _REIGNS.isdisjoint(here.around.tokens.lower):
        return True
    capital = here.around.tokens.words[here.cues[i].last - 1].istitle()
    return not capital and len(who.label.split()) < FULL


def is_singled_out(here: Scene, cue: Cue, who: Someone, modifiers: Mapping[str, GenderWords]) -> bool:
    """ "Your female colleague", where "our colleague" before had no gender: another one, whom the word tells apart."""
    said = {modifiers[word] for word in here.around.tokens.lower[cue.first : cue.last - 1] if word in modifiers}
    return bool(said) and cue.led_by in _OWNERS and not any(map(who.is_known, said))
