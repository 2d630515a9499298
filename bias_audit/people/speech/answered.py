"""What an answer says of a question in the block before: "Are you the vet?", "I am"; "And your son?", "Ravi? …"."""

from collections.abc import Collection, Sequence

from ...model import GenderWords
from ..parses.grammar import SUBJECTS
from ..scene import Scene
from ..someone import Someone

_YES = (("yes",), ("yes", "i", "am"), ("yeah",), ("yep",), ("i", "am"), ("that", "'s", "me"), ("that", "'s", "right"))
_OPENS = frozenset("yes yeah yep no nope well oh and".split())
_OF_ONESELF = frozenset("i i'm me my mine myself yes yeah yep no nope we our us".split())
_TAKES_FOR_SAID = frozenset("how when where why".split())  # "When did you become a vet?"
_NOT_YET = frozenset("can could if may might should will would 'd 'll want wants".split())
_ASKS_JOB = frozenset("be become do does job work".split())
_DASHES = frozenset("-–—")
_NO = frozenset({"no", "nope"})
_SHOWN = frozenset({"that", "this", "who"})
_THAT = frozenset({"that", "it", "he", "she"})
_ENDS = ((), (".",))
_TELLS = frozenset("a after an because for her his like my our the".split())  # not "Omar, stop it"
_LEADS = frozenset("your his her their the".split())
_DEFINITE = _LEADS | {"that", "this"}


def take_answer(here: Scene) -> None:
    """Read the question with which the block before ends once more, now that it is answered."""
    *told, asked = here.memory.asking or [here]
    if here.around.quotes and asked is not here and _asks(asked) and _is_answered(asked, here):
        _mean_speaker(asked, here)
        _mean_named(asked, here, told)
    elif asked is not here and _is_turn(here) and _is_turn(asked) and asked.around.parse.words[-1] == "?":
        _mean_named(asked, here, told)
    here.memory.asking = [asked, here] if asked is not here else [here]


def _is_turn(scene: Scene) -> bool:
    """ "– What is he called?": a line of a dialogue that says not whose it is."""
    return not scene.around.quotes and bool(scene.around.parse.words) and scene.around.parse.words[0] in _DASHES


def _said(scene: Scene, quote: int) -> tuple[int, int]:
    """The tokens of the first or last words that are said in a block."""
    quotes = scene.around.quotes
    return (quotes[quote].first, quotes[quote].last) if quotes else (1, len(scene.around.parse.words))


def _asker(asked: Scene) -> Someone | None:
    return asked.said_by[-1] if asked.said_by else None


def _asks(asked: Scene) -> bool:
    quotes, words = asked.around.quotes, asked.around.parse.words
    return bool(quotes) and asked.said_by[-1] is not None and words[quotes[-1].last - 1] == "?"


def _is_answered(asked: Scene, here: Scene) -> bool:
    """Whether somebody else speaks first, and nothing is told before that."""
    speaker, first = here.said_by[0], here.around.quotes[0]
    return speaker is not None and speaker is not asked.said_by[-1] and (first.line or first.first <= 1)


def _question(asked: Scene) -> tuple[int, int]:
    """The tokens of the last sentence that is said."""
    first, last = _said(asked, -1)
    return max([first, *(start for start in asked.around.starts if start < last - 1)]), last


def _inside(scene: Scene, first: int, last: int) -> list[int]:
    return [i for i, cue in enumerate(scene.cues) if first <= cue.first < last]


def _mean_speaker(asked: Scene, here: Scene) -> None:
    """ "When did you become a vet?" – "I was ten.": "you" is who answers, and so is whoever "you" are said to be."""
    quote, speaker = here.around.quotes[0], here.said_by[0]
    first, last = _question(asked)
    ends = [start for start in here.around.starts if quote.first < start < quote.last]
    answer = here.around.parse.words[quote.first : min([quote.last, *ends])]
    if speaker is None or _OF_ONESELF.isdisjoint(answer):
        return
    words = asked.around.parse.words[first:last]
    said = any(answer[: len(yes)] == yes and not "".join(answer[len(yes) : len(yes) + 1]).isalpha() for yes in _YES)
    said |= words[0] in _TAKES_FOR_SAID and _NOT_YET.isdisjoint(words)
    yours = [i for i in _inside(asked, first, last) if _is_open_you(asked, i)]
    for i in yours:
        asked.who[i] = speaker
        speaker.add(asked.cues[i])
    for i in _inside(asked, first, last):
        someone, cue = asked.who[i], asked.cues[i]
        if said and cue.of in yours and someone is not None and not someone.named:
            here.memory.merge(someone, speaker)


def _is_open_you(asked: Scene, i: int) -> bool:
    return asked.cues[i].kind == "second person" and asked.who[i] is None


def _mean_named(asked: Scene, here: Scene, told: Sequence[Scene]) -> None:
    """ "And your son?" – "Ravi? He …"; "What does he do?" – "Ravi is a vet.": the one asked after has that name."""
    first, last = _question(asked)
    cues = [i for i in _inside(asked, first, last) if asked.cues[i].kind in ("kin", "pronoun", "name", "title", "role")]
    after = [i for i in cues if _is_asked_after(asked, i)]
    genders = {gender for i in after for gender in asked.cues[i].genders if gender != "not stated"}
    words = asked.around.parse.words[first:last]
    found = _answer(here, "what" in words and not _ASKS_JOB.isdisjoint(words))
    if found is None and (called := [i for i in cues if _is_asked_for(asked, i, words)]):
        after, found = called, _named_alone(here, shown="what" not in words)
    if found is None or not after or cues != after or len(genders) > 1:
        return
    people = {who for i in after if (who := asked.who[i]) is not None and asked.memory.is_brought(who)}
    people |= set() if people else _just_told_of(told, genders)
    if len(people) > 1 or not found.may_be_all(genders):
        return
    for someone in people:
        here.memory.merge(someone, found)
    found.genders |= genders
    for i in after:
        asked.who[i] = found


def _is_asked_after(asked: Scene, i: int) -> bool:
    """ "he", "your brother": nobody with a name."""
    cue, who = asked.cues[i], asked.who[i]
    if cue.name is not None or (who is not None and (who.named or who is _asker(asked))):
        return False
    return cue.genders in (("she",), ("he",)) if cue.kind == "pronoun" else cue.kind == "kin" and cue.led_by in _LEADS


def _is_asked_for(asked: Scene, i: int, words: Sequence[str]) -> bool:
    """ "What is the baby called?", "What's his name?", "Who is the new cook?", "Is that the tall man?"."""
    parse, cue, root = asked.around.parse, asked.cues[i], asked.root(i)
    above = parse.heads[root]
    if "what" in words:
        named = parse.words[cue.last : cue.last + 2] == ("called", "?")
        named |= parse.deps[root] == "poss" and parse.words[above] == "name"
        return named and (_is_asked_after(asked, i) or (cue.kind == "role" and _is_unnamed(asked, i)))
    is_one = parse.deps[root] in ("attr", *SUBJECTS) and parse.words[above] in ("is", "'s")
    shown = any(parse.words[kid] in _SHOWN for kid in parse.kids_of(above) if kid != root)
    return is_one and shown and cue.kind == "role" and _is_unnamed(asked, i)


def _is_unnamed(asked: Scene, i: int) -> bool:
    who, led_by = asked.who[i], asked.cues[i].led_by
    return led_by in _DEFINITE and who is not None and not who.named and who is not _asker(asked)


def _past(here: Scene, openers: Collection[str]) -> int:
    """The first token of an answer past "well", "yes" and their like."""
    words, (at, last) = here.around.parse.words, _said(here, 0)
    while at < last and (words[at] in openers or words[at] == ","):
        at += 1
    return at


def _named_first(here: Scene, at: int) -> int | None:
    """The cue of a name that begins there, of somebody of whom nothing has told before."""
    named = next((i for i, cue in enumerate(here.cues) if cue.first == at and cue.name is not None), None)
    who = here.who[named] if named is not None else None
    return named if who is not None and here.is_new(who) else None


def _named_alone(here: Scene, *, shown: bool) -> Someone | None:
    """Who an answer names for the first time and says no more of: "Finlay, after his grandad", "Yes, that's Gemma."."""
    words, last = here.around.parse.words, _said(here, 0)[1]
    at = _past(here, _OPENS - _NO)
    if words[at : at + 1] and words[at] in _THAT and words[at + 1 : at + 2] in (("'s",), ("is",)):
        at += 2
    elif shown:
        return None
    named = _named_first(here, at)
    if named is None:
        return None
    who, more = here.who[named], words[here.cues[named].last : last]
    return who if more[:1] in _ENDS or (more[:1] == (",",) and {*more[1:2]} <= _TELLS) else None


def _just_told_of(told: Sequence[Scene], genders: Collection[GenderWords]) -> set[Someone]:
    """ "I met my wife there." – "What does she do?": the one relative in the last sentence before a question."""
    cues = [(one, i) for one in told for i in range(len(one.cues)) if one.sentence[i] == one.sentence[-1]]
    kin = {one.who[i] for one, i in cues if one.cues[i].kind == "kin"}
    near = {who for who in kin if who is not None and not who.named and any(map(who.is_known, genders))}
    return near if len(near) == 1 else set()


def _answer(here: Scene, job: bool) -> Someone | None:
    """Who is named for the first time as an answer opens: "Ravi?", or, ``job``, "Ravi is a vet."."""
    words, named = here.around.parse.words, _named_first(here, _past(here, _OPENS))
    who = here.who[named] if named is not None else None
    if named is None or who is None or not who.named:
        return None
    if words[here.cues[named].last : here.cues[named].last + 1] == ("?",):
        return who
    same = [i for i in range(named + 1, len(here.cues)) if here.sentence[i] == here.sentence[named]]
    is_one = any(here.cues[i].role and here.who[i] is who for i in same)
    return who if job and is_one else None
