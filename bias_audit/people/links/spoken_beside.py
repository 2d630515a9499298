"""Who is meant by a relation to the one just spoken to: "“Mrs Sim, …” said Kwame. His tutor", "said his sister"."""

from ..parses.grammar import SUBJECTS
from ..scene import Scene
from ..someone import Someone, Turn

_IN_CHARGE = frozenset("boss coach instructor lecturer mentor supervisor teacher trainer tutor".split())
_REPLIES = frozenset("thank thanks yes no sorry ok okay".split())
_PLAIN_TITLES = frozenset({"mr", "mrs", "miss", "ms", "mx"})
_SIBLINGS = frozenset({"brother", "sister"})
_HIS = frozenset({"his", "her", "their"})
_ENDS = frozenset({",", ".", "!", "?", '"', "”", "'", "’"})
_TWO = 2
_REACH = 3  # sentences from the two to what one of them says


def pupil_of(here: Scene, i: int) -> Someone | None:
    """ "“Mrs Sim, my lamp is broken,” said Kwame. (His) tutor bent down.": whoever has just spoken to the tutor."""
    parse, at = here.around.parse, here.cues[i].first
    noun = parse.heads[at]
    if here.cues[i].head not in _HIS or parse.words[noun] not in _IN_CHARGE or parse.deps[at] != "poss":
        return None
    pair = _talk_before(here, i) if parse.deps[noun] in SUBJECTS and at == here.opening(i) else None
    return pair[0] if pair is not None and _may_be_in_charge(pair[1], parse.words[noun]) else None


def in_charge(here: Scene, i: int) -> Someone | None:
    """ "“Mrs Sim, my lamp is broken,” said Kwame. His (tutor) bent down.": whom he has just spoken to."""
    cue = here.cues[i]
    if cue.led_by not in _HIS or cue.head not in _IN_CHARGE:
        return None
    owner = next((j for j in range(i - 1, -1, -1) if here.cues[j].last == here.cues[i].first), None)
    pair = _talk_before(here, owner) if owner is not None and pupil_of(here, owner) is not None else None
    return pair[1] if pair is not None and owner is not None and here.who[owner] is pair[0] else None


def _may_be_in_charge(who: Someone, noun: str) -> bool:
    return bool(who.titles) and (not who.roles or noun in who.roles)


def _talk_before(here: Scene, i: int) -> tuple[Someone, Someone] | None:
    """Who has spoken in the sentence or block before, and to whom by name."""
    if here.quote[i] is not None:
        return None
    before = [q for q, quote in enumerate(here.around.quotes) if quote.last <= here.cues[i].first]
    if not before:
        return here.memory.talk if not here.sentence[i] else None
    speaker = here.around.speakers[before[-1]]
    if speaker is None or here.sentence[speaker] != here.sentence[i] - 1:
        return None
    return _talk(here, before[-1], here.who[speaker])


def _talk(here: Scene, quote: int, speaker: Someone | None) -> tuple[Someone, Someone] | None:
    to = _called(here, quote)
    told = here.who[to] if to is not None else None
    return (speaker, told) if speaker is not None and told is not None and told is not speaker else None


def _called(here: Scene, quote: int) -> int | None:
    """The name by which a quotation calls somebody, at one of its ends: "Rory, wait!", "Hold my hand, Rory"."""
    words, inside = here.around.tokens, here.around.quotes[quote]
    for j, cue in enumerate(here.cues):
        if cue.name is None or here.quote[j] != quote:
            continue
        before, after = words.word(cue.first - 1), words.word(cue.last)
        opens = cue.first == inside.first and after in (",", "!")
        ends = before == "," and after in _ENDS and cue.last >= inside.last - 1
        if opens or ends:
            return j
    return None


def remember_talk(here: Scene) -> None:
    """Keep for the next block who has spoken last in this one, and to whom, and of whom others have only talked."""
    last = len(here.around.quotes) - 1
    speaker = here.around.speakers[last] if last >= 0 else None
    ends = speaker is not None and here.sentence[speaker] == len(here.around.starts) - 1
    there = {*here.said_by, *(who for who, quote in zip(here.who, here.quote, strict=True) if quote is None)}
    here.memory.talked_of = {who for who in here.who if who is not None and who not in there}
    here.memory.talk = _talk(here, last, here.said_by[last]) if ends and not here.around.quotes[last].line else None


def named_in_reply(here: Scene) -> None:
    """ "“In ten minutes,” said the boss. “Thank you, Mrs Sim,” said Kwame.": the boss, who has just spoken to him."""
    turns, last = here.memory.dialogue, len(here.around.quotes) - 1
    if len(turns) < _TWO or here.said_by[last] is not turns[-1].who:
        return
    quote, boss = here.around.quotes[last], turns[-_TWO].who
    replies = here.around.parse.words[quote.first] in _REPLIES and not boss.named and not boss.relative
    to = _called(here, last) if replies else None
    named = here.who[to] if to is not None else None
    if named is None or not here.is_new(named):
        return
    plain = bool(named.titles) and named.titles <= {*_PLAIN_TITLES, *boss.roles}
    if plain and boss.roles and named.may_be_all(boss.genders):
        here.mean(boss, named)
        here.said_by[:] = [named if who is boss else who for who in here.said_by]
        turns[:] = [Turn(named, turn.asks) if turn.who is boss else turn for turn in turns]
        here.memory.turns = [named if who is boss else who for who in here.memory.turns]


def _siblings(here: Scene, noun: int) -> tuple[Someone, Someone] | None:
    """ "Rory was four and Jean was seven. “Wait, Rory,” said his sister.": Rory, and the sister, if there are two."""
    cue = here.cues[noun]
    if cue.kind != "kin" or cue.head not in _SIBLINGS or noun not in here.around.speakers:
        return None
    to = _called(here, here.around.speakers.index(noun))
    told = here.who[to] if to is not None else None
    if told is None or told.titles:
        return None
    for own in range(here.sentence[noun] - 1, max(-1, here.sentence[noun] - _REACH - 1), -1):
        told_of = (w for j, w in enumerate(here.who[:noun]) if here.sentence[j] == own and _is_told_of(here, j))
        named = {w for w in told_of if w is not None and not w.titles}
        if not named and _has_newcomer(here, own):
            return None  # "Amy and Ben played. A girl shouted. “Come, Ben,” said his sister."
        if named - {told}:
            other = next(iter(named - {told}))
            said = cue.genders[0]
            return (told, other) if told in named and len(named) == _TWO and other.may_be(said) else None
    return None


def _has_newcomer(here: Scene, own: int) -> bool:
    """Whether somebody without a name does something in a sentence."""
    nouns = (j for j, cue in enumerate(here.cues) if cue.kind in ("role", "kin") and cue.name is None)
    return any(here.sentence[j] == own and here.acting[j] for j in nouns)


def _is_told_of(here: Scene, j: int) -> bool:
    """Whether a name is a subject outside of what anybody says, or stands beside one: "Rory and Jean went"."""
    parse, root = here.around.parse, here.root(j)
    while parse.deps[root] == "conj" and parse.heads[root] != root:
        root = parse.heads[root]
    return here.cues[j].name is not None and here.quote[j] is None and parse.deps[root] in SUBJECTS


def sibling_spoken_to(here: Scene, i: int) -> Someone | None:
    """ "“Wait, Rory,” said (his) sister.": Rory, where the sister is the other one of two."""
    parse, at = here.around.parse, here.cues[i].first
    if parse.deps[at] != "poss" or parse.words[parse.heads[at]] not in _SIBLINGS or not here.around.quotes:
        return None
    noun = next((j for j in range(i + 1, len(here.cues)) if here.root(j) == parse.heads[at]), None)
    pair = _siblings(here, noun) if noun is not None else None
    return pair[0] if pair is not None else None


def sibling_who_speaks(here: Scene, i: int, owner: Someone | None) -> Someone | None:
    """ "“Wait, Rory,” said his (sister).": Jean, where the text has brought Rory and Jean."""
    pair = _siblings(here, i) if owner is not None and here.around.quotes else None
    return pair[1] if pair is not None and pair[0] is owner else None
