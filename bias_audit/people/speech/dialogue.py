"""Dialogues, paragraph by paragraph: whose turn it is where a paragraph says no more than "he said"."""

from itertools import groupby

from ..scene import Scene
from ..someone import Someone, Turn

_SAME = frozenset("add added adds again continue continued continues repeated repeats went".split())  # the same one
_TWO = 2  # who take turns
_HIM = frozenset({"him", "her"})
_OBJECTS = frozenset({"dobj", "dative"})
_TURNS_TO = frozenset("answer ask correct help show support tell thank".split())
_BESIDE = 4  # tokens from a pronoun to "added"


def hear(here: Scene) -> None:
    """Remember who speaks in a block; a block in which nobody does ends a dialogue."""
    turns, words = here.memory.dialogue, here.around.parse.words
    said = [(q, who) for q, who in zip(here.around.quotes, here.said_by, strict=True) if who is not None]
    if not said:
        turns.clear()
    for who, quotes in groupby(said, key=lambda one: one[1]):  # “Yes,” said Ana. “And you?”: one turn
        turns.append(Turn(who, any(words[quote.last - 1] == "?" for quote, _ in quotes)))


def remember_talk(here: Scene) -> None:
    """Keep for the next block of whom others have only talked in this one."""
    there = {*here.said_by, *(who for who, quote in zip(here.who, here.quote, strict=True) if quote is None)}
    here.memory.talked_of = {who for who in here.who if who is not None and who not in there}


def without_talked_of(here: Scene, i: int, fitting: dict[Someone, float]) -> dict[Someone, float]:
    """ "Omar sat. “My tutor fell,” said Petra. “Really?” he asked.": Omar, who is there, and not the tutor."""
    if i not in here.around.speakers or len(fitting) < _TWO:
        return fitting
    gender, q = here.cues[i].genders[0], here.around.speakers.index(i)
    last = here.around.speakers[q - 1] if q else None
    there = {who: much for who, much in fitting.items() if gender in who.genders or not _is_talked_of(here, i, who)}
    return there if any(last is None or who is not here.who[last] for who in there) else fitting


def _is_talked_of(here: Scene, i: int, who: Someone) -> bool:
    """Whether somebody has come up in what others say alone."""
    told = [j for j in range(i) if here.who[j] is who]
    return bool(told) and who not in here.memory.before and all(here.quote[j] is not None for j in told)


def talks_too(here: Scene, i: int, who: Someone) -> bool:
    """ "Ben: The King is asleep.": not the narrator, who speaks in the same script."""
    quote = here.quote[i]
    return quote is not None and here.around.quotes[quote].line and who in here.memory.turns


def answers(here: Scene, i: int) -> tuple[Someone | None, bool] | None:
    """Whom "he" in "“Me too,” he said." means after a dialogue of two, and whether it may be either.

    None where that is no question: somebody is named first, or only one has spoken.
    """
    turns = here.memory.dialogue
    if not turns or not _opens(here, i):
        return None
    gender = here.cues[i].genders[0]
    last, people = turns[-1].who, list(dict.fromkeys(turn.who for turn in reversed(turns)))
    if len(people) < _TWO or _goes_on(here, i):
        return None
    other = people[1]
    if not last.may_be(gender):
        return (other, False) if len(people) == _TWO and other.may_be(gender) else None
    if not other.may_be(gender) or (last.is_known(gender) and not other.is_known(gender)):
        return None
    asked = any(turn.asks for turn in turns[-_TWO:]) and turns[-_TWO].who is other
    if other.is_known(gender):
        return (other, False) if asked or not last.is_known(gender) else None
    if not asked or len(people) > _TWO:
        return None, True
    if here.memory.sure_only:
        here.memory.left_open = True
        return None, True
    return other, False


def spoke_before(here: Scene, i: int) -> Someone | None:
    """ "Ben: Is it ten?", "Teacher: Nearly! Ana, can you help him?": who spoke last, if nobody else has come up."""
    quote, turns, cue = here.quote[i], here.memory.dialogue, here.cues[i]
    if quote is None or not turns or not here.around.quotes[quote].line or cue.head not in _HIM:
        return None
    parse = here.around.parse
    if parse.deps[cue.first] not in _OBJECTS or parse.words[parse.heads[cue.first]] not in _TURNS_TO:
        return None
    who, own = turns[-1].who, here.around.speakers[quote]
    speaker = here.who[own] if own is not None else None
    called = [
        j for j in range(i) if here.cues[j].name is not None and here.around.tokens.word(here.cues[j].last) == ","
    ]
    others = {here.who[j] for j in range(i) if j not in called} | set(here.memory.before)
    known = who.named and who is not speaker and who.may_be(cue.genders[0]) and who not in here.who[:i]
    return who if known and others <= {who, speaker, None} else None


def _opens(here: Scene, i: int) -> bool:
    """Whether a pronoun says the first quotation of a block, and nobody is named before it: "“Me too,” he said."."""
    quotes, speakers = here.around.quotes, here.around.speakers
    if not quotes or quotes[0].line or speakers[0] != i or here.quote[i] is not None:
        return False
    return not any(who is not None and here.quote[j] is None for j, who in enumerate(here.who[:i]))


def _goes_on(here: Scene, i: int) -> bool:
    """ "“…,” she added.": whoever spoke last."""
    at = here.cues[i].first
    words = here.around.parse.words
    return not _SAME.isdisjoint(words[max(0, at - 1) : at + _BESIDE])


def is_other_speaker(here: Scene, i: int, who: Someone) -> bool:
    """Whether somebody only spoke before the quotation in which a pronoun stands: "“I like it.” – Ana “He does too.”".

    Those who speak one after the other seldom speak of each other, unless the text has said "he" or "she" of them.
    """
    quote = here.quote[i]
    if quote is None or here.around.quotes[quote].line or who.is_known(here.cues[i].genders[0]):
        return False
    if quote:
        cue = here.around.speakers[quote - 1]
        own = here.around.speakers[quote]
        return cue is not None and own is not None and here.who[cue] is who is not here.who[own]
    told = any(
        cue.kind == "pronoun" and cue.genders == here.cues[i].genders and here.quote[j] is None
        for j, cue in enumerate(here.cues)
    )  # "“She is a star,” said her teacher."
    turns = here.memory.dialogue
    return not told and bool(turns) and turns[-1].who is who


def is_listened_to(here: Scene, i: int, who: Someone) -> bool:
    """ "“Where is it?” asked Mr Ali. “There,” said Toni. He …": whoever has asked may well be the one who goes on."""
    turns, gender = here.memory.dialogue, here.cues[i].genders[0]
    if here.quote[i] is not None or not turns or not turns[-1].asks or not turns[-1].who.is_known(gender):
        return False
    says = any(cue is not None and here.who[cue] is who for cue in here.around.speakers)
    return says and turns[-1].who is not who and i not in here.around.speakers
