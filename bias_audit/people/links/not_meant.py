"""Whom the sense of what is said keeps a pronoun from meaning: the dead, the grown-up of "she is two", a carer.

Only where nothing but the words is needed to tell: "Ana's mother died. She is a vet.", "Ana looks after her mother.
She has dementia.".
"""

from bisect import bisect_left

from ..describing import load_describing, opening
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from ..scene import Scene, once
from ..someone import Someone
from .kinship import GROWN, OFFSPRING

_BE = frozenset("is was 's are were be been".split())
_IS = frozenset({"is", "'s"})
_DIED = frozenset("died dies".split())
_DEATHS = frozenset("death funeral burial".split())
_KILLED = frozenset({"killed", "drowned", "shot", "murdered", "lost"})  # with "was"
_GOES_ON = frozenset(
    "apprenticed adopted educated fostered orphaned raised".split()
)  # with "was", after a parent's death
_BECAME = frozenset("became become becomes".split())
_CHILD = frozenset("baby boy child girl infant kid schoolboy schoolgirl student teenager toddler".split())
_SMALL = frozenset("little small young".split())
_AFTER = frozenset({"after", "since", "following"})
_WHEN = frozenset({"when", "after", "since", "once"})
_AT_DEATH = frozenset("left leave leaves had has have became become remained remains said says gave wrote".split())
_OF_THE_DEAD = frozenset("buried cremated laid remembered mourned honoured found survived named commemorated".split())
_DO_FOR_THE_DEAD = frozenset("bury forget forgot loved miss missed mourn remember visited".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_YOUNGEST_FIRST = 12  # years up to which somebody is nobody's wife or mother
_SPANS = frozenset("year years month months week weeks day days".split())
_SHORT_SPANS = frozenset("month months week weeks day days".split())
_JUST = frozenset("only just now nearly almost about still already".split())
_STOPS = frozenset({".", ",", "!", "?", ";", "and", "but", "so", ""})
_GROWN_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
_BABIES = OFFSPRING | {"baby", "toddler", "niece", "nephew"}
_CARES = frozenset("care cares cared caring look looks looked looking".split())
_CARES_FOR = frozenset({"for", "after"})
_ILL = frozenset("ill sick unwell frail dying bedridden housebound disabled bedbound".split())
_YET = frozenset({"although", "though", "while", "even", "too", "also", "herself", "himself"})
_CONDITION = 7  # words from "she has" to the end of what somebody has
_RULES = frozenset("ruled rules decreed decrees ordered orders sentenced".split())
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_FAR = 2  # sentences from a death to a pronoun that does not mean the dead


@once
def not_meant(here: Scene, i: int) -> list[int]:
    """The cues before a pronoun that stand for somebody else, by what its clause says of the one it means."""
    parse, at = here.around.parse, here.cues[i].first
    if parse.deps[at] not in SUBJECTS:
        return _dead_in_passing(here, i) if parse.deps[at] == "dobj" else []
    verb = parse.heads[at]
    return [*_dead(here, i, verb), *_grown(here, i), *_carers(here, i, verb), *_who_rules(here, i, verb)]


def _lately(here: Scene, i: int, reach: int = 1) -> list[int]:
    """The cues before a pronoun in its own sentence and the one before, said by the same one."""
    first = bisect_left(here.sentence, here.sentence[i] - reach)
    return [j for j in range(first, i) if here.quote[j] == here.quote[i]]


def _dead(here: Scene, i: int, verb: int) -> list[int]:
    """ "When Ana's mother died, she felt lost", "Ana's mother died. She is a vet.", "after Mr Orr's death he ran"."""
    parse, own = here.around.parse, here.sentence[i]
    gone = []
    for j in _lately(here, i, _FAR):
        at = here.root(j)
        above = parse.heads[at]
        if parse.deps[at] == "poss" and parse.words[above] in _DEATHS and here.sentence[j] == own:
            after = parse.deps[above] == "pobj" and parse.words[parse.heads[above]] in _AFTER
            if after and _lives(parse, verb):
                gone.append(j)
        elif is_bereaved(here, j):
            when = here.sentence[j] == own and parse.heads[above] == verb and parse.deps[above] == "advcl"
            when = when and any(parse.words[kid] in _WHEN for kid in parse.kids_of(above, "advmod", "mark"))
            young = here.sentence[j] == own and parse.heads[verb] == above and _is_child(parse, verb)
            later = here.sentence[j] < own and parse.deps[above] == "ROOT"
            later = later and (_is_now(parse, verb) or _grows_up(parse, verb))
            later = later and all(here.sentence[k] in (here.sentence[j], own) for k in range(j, i))  # nobody between
            if (when and _lives(parse, verb)) or later or young:
                gone.append(j)
    return gone


def _dead_in_passing(here: Scene, i: int) -> list[int]:
    """ "Her mum moved after his father died. A neighbour helped him.": not who is said to be dead by the way."""
    parse, own = here.around.parse, here.sentence[i]
    if parse.words[parse.heads[here.cues[i].first]] in _OF_THE_DEAD | _DO_FOR_THE_DEAD:
        return []
    gone = [j for j in _lately(here, i) if here.sentence[j] < own and is_bereaved(here, j)]
    return [j for j in gone if parse.deps[parse.heads[here.root(j)]] == "advcl"]


def is_dead_by_now(here: Scene, i: int, someone: Someone | None) -> bool:
    """ "Ana's mother died. Her tutor, Ben, remembers it. Now she is a vet.": not the mother, whoever it is."""
    parse, at = here.around.parse, here.cues[i].first
    if someone is None or not someone.relative or parse.deps[at] not in SUBJECTS or not _is_now(parse, parse.heads[at]):
        return False
    return any(here.who[j] is someone and is_bereaved(here, j) for j in _lately(here, i, _FAR))


def is_bereaved(here: Scene, j: int) -> bool:
    """Whether a cue is somebody's relative who dies: "Ana's mother died", "her mother died"."""
    parse, at = here.around.parse, here.root(j)
    word = parse.words[parse.heads[at]]
    dies = word in _DIED or (word == "drowned" and not parse.kids_of(parse.heads[at], "dobj"))
    dies = parse.deps[at] in SUBJECTS and (dies or (word in _KILLED and parse.deps[at] == "nsubjpass"))
    return dies and here.cues[j].kind == "kin" and bool(parse.kids_of(at, "poss"))


def _lives(parse: Parse, verb: int) -> bool:
    """Whether a verb says what only somebody alive does: not "was 80", "was buried", "left a house"."""
    word = parse.words[verb]
    if word in _BE:
        return bool(parse.kids_of(verb, "acomp")) and not any(
            parse.words[kid] == "old" for kid in parse.kids_of(verb, "acomp")
        )
    passive = bool(parse.kids_of(verb, "auxpass"))
    had = any(parse.words[kid] in ("had", "has", "have") for kid in parse.kids_of(verb, "aux"))
    return word not in _AT_DEATH and not had and not (passive and word in _OF_THE_DEAD)


def _is_now(parse: Parse, verb: int) -> bool:
    """ "She is a vet", "she works": of today, and not "she is remembered", "she is on a stamp", "she has a statue"."""
    if parse.words[verb] in _BE:
        led = [kid for job in parse.kids_of(verb, "attr") for kid in parse.kids_of(job, "det")]
        return parse.words[verb] in _IS and any(parse.words[kid] in ("a", "an") for kid in led)
    return parse.tags[verb] == "VBZ" and parse.words[verb] not in _AT_DEATH and not parse.kids_of(verb, "auxpass")


def _is_child(parse: Parse, verb: int) -> bool:
    """ "Ana's mother died when she was two", "… was a baby", "… was very young": nobody's mother."""
    if parse.deps[verb] != "advcl" or parse.words[verb] != "was":
        return False
    told = parse.kids_of(verb, "attr", "acomp")
    few = any(_is_few(parse.words[at]) for one in told for at in (one, *parse.kids_of(one, "npadvmod", "nummod")))
    years = [at for one in told for at in parse.kids_of(one, "npadvmod")]
    few = few or any(_is_few(parse.words[kid]) for at in years for kid in parse.kids_of(at, "nummod"))
    return few or any(parse.words[at] in _CHILD | _SMALL for at in told)


def _is_few(word: str) -> bool:
    return word in _NUMBERS or (word.isdigit() and int(word) <= _YOUNGEST_FIRST)


def _grows_up(parse: Parse, verb: int) -> bool:
    """ "Was apprenticed", "became a singer", "later became a singer": what comes of a child whose parent has died."""
    verbs = (verb, *(kid for kid in parse.kids_of(verb, "conj") if parse.tags[kid].startswith("VB")))
    became = any(parse.words[at] in _BECAME and parse.kids_of(at, "attr") for at in verbs)
    had = any(parse.words[kid] in ("had", "has", "have") for kid in parse.kids_of(verb, "aux"))
    return not had and (became or (parse.words[verb] in _GOES_ON and bool(parse.kids_of(verb, "auxpass"))))


def _grown(here: Scene, i: int) -> list[int]:
    """ "My wife and I have a daughter. She is two.": no wife, no owner of the daughter, no Mrs Orr.

    Who was two may be anybody: "Mr Orr waved. When he was two, …".
    """
    words, at = here.around.tokens, here.cues[i].first
    if words.word(at + 1) not in _IS or not _is_young(words.lower[at + 2 : at + 7]):
        return []
    return [j for j in _lately(here, i) if _is_grown(here, j)]


def _is_young(after: tuple[str, ...]) -> bool:
    """ "Two", "only eight months old", "10 years old"; not "two metres tall", "two years older"."""
    after = after[1:] if after[:1] and after[0] in _JUST else after
    number, then, last = (*after, "", "", "")[:3]
    few = _is_few(number)
    if then in _SPANS:
        return last == "old" and (few or (then in _SHORT_SPANS and number.isdigit()))
    return few and then in _STOPS


def _is_grown(here: Scene, j: int) -> bool:
    cue, parse, at = here.cues[j], here.around.parse, here.root(j)
    if cue.head in GROWN or (cue.name is not None and cue.name.title in _GROWN_TITLES):
        return True
    above = parse.heads[at]
    if parse.deps[at] == "poss":
        return parse.words[above] in _BABIES
    has = parse.words[above] in ("has", "have", "had") and parse.deps[at] in SUBJECTS
    return has and any(parse.words[kid] in _BABIES for kid in parse.kids_of(above, "dobj"))


def _carers(here: Scene, i: int, verb: int) -> list[int]:
    """ "Ana cares for her mother. She has dementia."."""
    parse, own = here.around.parse, here.sentence[i]
    if not _is_ill(parse, here.cues[i].first, verb) or not _YET.isdisjoint(_clause(here, i, verb)):
        return []
    carers = []
    for j in _lately(here, i):
        cares = parse.heads[here.root(j)]
        if here.acting[j] and parse.words[cares] in _CARES and _whom(here, i, cares):
            same = here.sentence[j] == own and parse.deps[verb] != "advcl"
            carers += [] if same else [j]
    return carers


def _whom(here: Scene, i: int, cares: int) -> bool:
    """Whether somebody is cared for by a verb."""
    parse = here.around.parse
    after = [kid for kid in parse.kids_of(cares, "prep", "prt") if parse.words[kid] in _CARES_FOR]
    they = {whom for kid in (cares, *after) for whom in parse.kids_of(kid, *_OBJECTS)}
    return bool(after) and any(here.root(j) in they and here.cues[j].kind != "group" for j in range(i))


def _is_ill(parse: Parse, at: int, verb: int) -> bool:
    """Whether a pronoun is said to have an illness: "she has epilepsy", "she is frail"."""
    if parse.words[at + 1 : at + 2] in (("has",), ("had",)):
        what = " ".join((*parse.words[at + 2 : at + _CONDITION], ""))
        return opening(what, load_describing().has["disability"]) is not None
    if parse.words[verb] not in _BE:
        return False
    ill = {parse.words[kid] for kid in parse.kids_of(verb, "acomp", "attr")}
    return not (ill.isdisjoint(_ILL) and ill.isdisjoint(load_describing().words["disability"]))


def _clause(here: Scene, i: int, verb: int) -> tuple[str, ...]:
    """The words from two before a pronoun to the end of its sentence."""
    starts, words = here.around.starts, here.around.tokens.lower
    ends = next((start for start in starts if start > verb), len(words))
    return words[max(0, here.cues[i].first - 2) : ends]


def _who_rules(here: Scene, i: int, verb: int) -> list[int]:
    """ "The judge ruled that he must go free": not the judge."""
    parse = here.around.parse
    rules = parse.heads[verb]
    if parse.deps[verb] != "ccomp" or parse.words[rules] not in _RULES:
        return []
    return [j for j in here.around.subjects.get(rules, ()) if j < i]
