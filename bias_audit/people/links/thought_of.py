"""Of whom somebody thinks or speaks: "the cook noticed that he limped", "Ana reckons he is the best"."""

from dataclasses import dataclass

from ...model import GenderWords
from ..actions import load_actions
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from ..scene import Scene, once
from ..someone import Someone

_HAVE = frozenset("'d 've had has have having".split())
_BE = frozenset("'m 're 's am are be been being is was were".split())
_PLANS = frozenset("'d 'll can could may might will would".split())
_FINDS = frozenset({"discovered", "discovers", "found", "finds"})  # "found out that he was ill": oneself or another
_FEELS = frozenset("glad grateful happy proud sad sorry thankful".split())
_LIKENED = ("acomp", "advmod", "attr", "dobj", "oprd")


@dataclass(frozen=True, slots=True)
class _Thought:
    """Who thinks: ``sure`` where the pronoun is another for sure, ``alone`` where it is so with nobody else near."""

    subjects: tuple[int, ...]
    sure: bool
    alone: bool


def is_thinker(here: Scene, i: int, who: Someone | None, *, sure: bool = False, alone: bool = False) -> bool:
    """Whether somebody thinks or says what a pronoun does, who is likely another; ``sure``: surely.

    So is the next "he" after one that is left open for it: "The tutor noticed that he limped. Now he …".
    """
    if i and who is not None and here.who[i - 1] is None and _is_same_pronoun(here, i):
        i -= 1
    thought = _thought(here, i)
    if thought is None or who is None or who.is_known(here.cues[i].genders[0]):
        return False
    if (sure and not thought.sure) or (alone and not thought.alone):
        return False
    return any(here.who[j] is who and here.root(j) in thought.subjects for j in range(i))


def _is_same_pronoun(here: Scene, i: int) -> bool:
    """Whether the cue before a "he" is "he" too."""
    cue, before = here.cues[i], here.cues[i - 1]
    return before.kind == cue.kind == "pronoun" and before.genders == cue.genders and not before.paired


def has_others(here: Scene, i: int, thinker: Someone) -> bool:
    """Whether somebody else than who thinks may be meant, from the sentence before on."""
    gender: GenderWords = here.cues[i].genders[0]
    return any(who is not thinker and who.may_be(gender) and not who.general for _, who in here.near(i, 1))


@once
def _thought(here: Scene, i: int) -> _Thought | None:
    parse, at = here.around.parse, here.cues[i].first
    verb = parse.heads[at]
    thinks = parse.heads[verb]
    if parse.deps[at] not in SUBJECTS or parse.deps[verb] != "ccomp" or thinks > at or here.quote[i] is not None:
        return None
    word, actions = parse.words[thinks], load_actions()
    subjects = tuple(kid for kid in parse.kids_of(thinks, *SUBJECTS) if kid < thinks)
    helps = [parse.words[kid] for kid in parse.kids_of(verb, "aux", "auxpass")]
    had = not _HAVE.isdisjoint(helps)
    plans = not _PLANS.isdisjoint(helps) or parse.words[verb] in _HAVE
    praised = parse.words[verb] not in _HAVE and _is_praise(parse, verb)
    if word in actions.notice:
        if had or plans or "MD" in _tags(parse, verb):
            return None  # "noticed that she had lost her keys"
        return _Thought(subjects, sure=parse.words[verb] not in _BE, alone=True)
    if word in _FINDS:
        open_ = parse.words[verb] in _BE and not plans and bool(parse.kids_of(verb, "acomp", "attr"))
        return _Thought(subjects, sure=False, alone=False) if open_ else None
    if word in actions.judge:
        open_ = praised or (not plans and not had) or ("have" in helps and plans)
        return _Thought(subjects, sure=False, alone=praised) if open_ else None
    told = word in actions.say and praised and not had and not plans  # not "said she had trained hard"
    return _Thought(subjects, sure=False, alone=False) if told else None


@once
def is_told_feeling(here: Scene, i: int) -> bool:
    """ "Jo Orr said she was proud": how somebody is said to feel."""
    parse, at = here.around.parse, here.cues[i].first
    verb, actions = parse.heads[at], load_actions()
    if parse.deps[at] not in SUBJECTS or parse.deps[verb] != "ccomp":
        return False
    felt = {parse.words[kid] for kid in (verb, *parse.kids_of(verb, "acomp"))}
    return parse.words[parse.heads[verb]] in actions.say and not felt.isdisjoint(_FEELS | actions.felt)


def _tags(parse: Parse, verb: int) -> set[str]:
    return {parse.tags[kid] for kid in parse.kids_of(verb, "aux", "auxpass")}


def _is_praise(parse: Parse, verb: int) -> bool:
    """ "Is the best", "works hard", "has done well", "is a great help"."""
    told = parse.kids_of(verb, *_LIKENED)
    told += [kid for one in told for kid in parse.kids_of(one, "amod")]
    return any(parse.words[kid] in load_actions().praise or parse.tags[kid] == "JJS" for kid in told)
