"""Whom a pronoun means within one sentence: "Ana, who lost her bag", "Ana is ill; help her", "Ana and her dad"."""

from ..actions import load_actions
from ..parses.grammar import SUBJECTS
from ..scene import Scene
from .anothers import may_be_on_anothers

_WITHIN = ("conj", "ccomp", "xcomp")
_AFTER = 3  # words from a pause to the pronoun
_DEEP = 6  # steps from a word up to a verb with a subject
_OWN = frozenset(
    "donate donated donates lend lends lent lose loses lost offer offered offers risk risked risks "
    "sacrifice sacrificed sacrifices spend spends spent wear wears wore".split()
)  # what somebody does with what is theirs
_GIVE = frozenset({"gave", "give", "gives"})
_INFORMS = frozenset(
    "ask call consult contact email fetch find get inform join let phone remind ring see tell text thank visit "
    "warn".split()
)  # whom one is so told to turn to is often another one
_TELLS_OF = frozenset("had has is needs uses was wears".split())  # of somebody how they are
_MET = frozenset("heard known met read seen taught trained".split())


def who_has_hers(here: Scene, i: int) -> int | None:
    """ "A visitor who has lost her way": where the sentence has nobody else that may be meant.

    Or where it is what people do with their own: "Mr Orr sat by Ewan, who lent his pen".
    """
    parse, verb = here.around.parse, here.clause(i)
    if not here.is_owner(i):
        return None
    while parse.deps[verb] in _WITHIN:  # "who says it is silent at her house"
        verb = parse.heads[verb]
    if parse.deps[verb] != "relcl" or not any(parse.tags[kid] == "WP" for kid in parse.kids_of(verb, *SUBJECTS)):
        return None
    j = next((j for j in range(i) if here.root(j) == parse.heads[verb]), None)
    if j is not None and _is_of_own(here, i, verb):
        return j
    same = {here.who[k] for k in range(i) if here.sentence[k] == here.sentence[i]} - {None}
    fits = [who for who in same if who is not None and who.may_be(here.cues[i].genders[0])]
    if j is None or fits != [here.who[j]] or (fits[0] is not None and may_be_on_anothers(here, i, fits[0])):
        return None  # "Ana was proud. Mr Orr, who reviewed one of her books, …"
    return j


def _is_of_own(here: Scene, i: int, verb: int) -> bool:
    """ "Who offered his toy", "who gave up her evenings"; not "who offered his brother a lift"."""
    parse, owned = here.around.parse, here.around.parse.heads[here.cues[i].first]
    if parse.deps[owned] != "dobj" or parse.heads[owned] != verb or owned in here.around.roots:
        return False
    up = parse.words[verb] in _GIVE and any(parse.words[kid] == "up" for kid in parse.kids_of(verb, "prt"))
    return up or parse.words[verb] in _OWN


def goes_on_after(here: Scene, i: int) -> int | None:
    """ "Petra spoke no Gaelic then; she does now": the subject before the pause, where nobody else comes between.

    And "Petra is dyslexic; print her worksheet on yellow paper", in an order.
    """
    parse, at = here.around.parse, here.cues[i].first
    pause = max((k for k in range(max(here.opening(i), at - _AFTER), at) if parse.words[k] == ";"), default=None)
    if here.quote[i] is not None or pause is None:
        return None
    own = _is_of_one_told(here, i, pause)
    if parse.deps[at] not in SUBJECTS and not own and not _is_ordered(here, i, pause):
        return None
    same = (j for j in range(i) if here.sentence[j] == here.sentence[i] and here.cues[j].first < pause)
    j = next((j for j in same if parse.deps[here.root(j)] in SUBJECTS), None)
    if j is None or here.who[j] is None or "person" in here.cues[j].kind:
        return None  # not "I rang him; he was out"
    return j if is_alone(here, j, i) else None


def _is_of_one_told(here: Scene, i: int, pause: int) -> bool:
    """ "Petra is diabetic; her snack box stays here": what is hers whom the words before the pause describe."""
    parse, at = here.around.parse, here.cues[i].first
    if at != pause + 1 or parse.deps[at] != "poss" or parse.deps[parse.heads[at]] not in SUBJECTS:
        return False
    opens = here.opening(i)
    told = (parse.heads[k] for k in range(opens, pause) if parse.deps[k] in SUBJECTS)
    return all(parse.words[verb] in _TELLS_OF for verb in told)


def _is_ordered(here: Scene, i: int, pause: int) -> bool:
    """Whether what stands after a pause is an order, of what to do for somebody or with what they have."""
    parse, at = here.around.parse, here.cues[i].first
    verb = here.clause(i)
    if not pause < verb < at or parse.tags[verb] not in ("VB", "VBP") or parse.words[verb] in _INFORMS:
        return False
    return not any(subject > pause for subject in parse.kids_of(verb, *SUBJECTS))


def beside_name(here: Scene, i: int) -> int | None:
    """ "They went with Rory and his uncle": of whoever is named first, if the subject is none that may be meant."""
    parse, at = here.around.parse, here.cues[i].first
    owned = parse.heads[at]
    name = parse.heads[owned]
    if parse.deps[at] != "poss" or parse.deps[owned] != "conj" or owned not in here.around.roots:
        return None
    j = next((j for j in range(i - 1, -1, -1) if here.root(j) == name), None)
    j = here.cues[j].of if j is not None and here.cues[j].name is None else j  # "her friend, Rory, and his uncle"
    if j is None or j != i - 1 or here.cues[j].name is None:
        return None
    above, gender = name, here.cues[i].genders[0]
    for _ in range(_DEEP):
        above = parse.heads[above]
        if parse.tags[above].startswith("VB") and any(subject != name for subject in parse.kids_of(above, *SUBJECTS)):
            break
    subjects = [here.who[k] for k in range(i) if k != j and here.root(k) in parse.kids_of(above, *SUBJECTS)]
    return None if any(who is not None and who.may_be(gender) for who in subjects) else j


def has_met(here: Scene, i: int) -> int | None:
    """ "Senga says that Ewan is the best cook she has met": whoever says so has met many."""
    parse, at = here.around.parse, here.cues[i].first
    met = parse.heads[at]
    noun = parse.heads[met]
    if parse.words[met] not in _MET or parse.deps[at] not in SUBJECTS or parse.deps[met] != "relcl":
        return None
    if parse.deps[noun] != "attr":
        return None
    is_ = parse.heads[noun]
    says = parse.heads[is_]
    j = here.subject_of(says, i) if parse.deps[is_] == "ccomp" and parse.words[says] in load_actions().say else None
    return j if j is not None and "person" not in here.cues[j].kind else None  # nobody says "I am the best she has met"


def is_alone(here: Scene, j: int, i: int) -> bool:
    """Whether nobody but the one of a cue, from there to a pronoun, may be whom it means."""
    gender = here.cues[i].genders[0]
    return all(who is None or who is here.who[j] or not who.may_be(gender) for who in here.who[j + 1 : i])
