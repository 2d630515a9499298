"""Places, comparisons and things that are another's than the subject's: "sat next to him", "took over his class"."""

from ..actions import load_actions
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from ..scene import Scene, once
from ..someone import Someone

_BE = frozenset("am are be been being is was were 's 're 'm".split())
_STAYS = frozenset(
    "came come comes coming finish finished finishes finishing kneel kneeling kneels knelt lain lay lie lies live "
    "lived lives living lying ran remain remained remains run running runs sleep sleeping sleeps slept work worked "
    "working works".split()
)  # besides the verbs of moving and resting: where somebody is
_CARRIES = frozenset("bring brings brought carried carries carry carrying bringing drag dragged pull pulled".split())
_BESIDE = frozenset("alongside behind beside near opposite".split())
_NEXT = frozenset("close closer closest near nearest next opposite".split())
_AHEAD = frozenset({"ahead", "front"})
_DEGREES = frozenset({"JJR", "RBR"})
_COMPARED = frozenset("JJ JJR RB RBR CD NN NNS".split())
_AS_FAR = 6  # tokens from "as" to "as him"
_TAKE = frozenset("take taken takes taking took".split())
_SHAKE = frozenset("shake shaken shakes shaking shook".split())
_OFFICES = frozenset("duties responsibilities role".split())  # "took over her duties": often her own
_CARE_AT = frozenset("at into on to".split())  # "looked at his teeth", "listened to her chest"
_SIDES = frozenset({"bedside", "side"})
_GRAVES = frozenset("bedside grave graveside tomb".split())
_LIKED = frozenset("admire admired admires applaud applauded applauds praise praised praises".split())
_ASKED = frozenset("ask asked asking asks".split())
_ASKED_FOR = frozenset(
    "address advice age autograph email hand name number opinion passport password photo photograph picture pictures "
    "photos views".split()
)  # whoever asks for it asks another one: not "asked for her money back"
_MADE = frozenset({"made", "make", "makes"})
_MARKS = frozenset({'"', "'", "“", "‘"})
_DAYS = frozenset("birthday christening funeral graduation party wedding".split())
_SOME = frozenset("one two three several some many most all another".split())  # "of her books"
_CALLED = frozenset({"call", "called", "calls"})
_OPENS_MARKS = tuple((mark,) for mark in _MARKS)
_DEEP = 6  # steps from a word up to its verb


def verb_of_another(parse: Parse, at: int) -> int | None:
    """The verb whose subject is somebody else than a pronoun after it; None where nothing says so."""
    if parse.deps[at] == "poss":
        return _verb_of_owned(parse, at, parse.heads[at])
    if parse.deps[at] != "pobj":
        return None
    by = parse.heads[at]
    if parse.words[by] == "than" or (parse.words[by] == "as" and "as" in parse.words[max(0, by - _AS_FAR) : by]):
        return _compared(parse, by)
    return _placed(parse, by)


def may_be_on_anothers(here: Scene, i: int, who: Someone) -> bool:
    """ "Kofi has asthma. Mr Orr carries his inhaler.": the subject's, or that of the subject before it.

    "Ravi came to his wedding", "Mr Orr reviewed one of her books" and "Ravi laughed at his hat" too. Somebody of the
    block before whose gender is known may be meant as well.
    """
    parse, owned = here.around.parse, here.around.parse.heads[here.cues[i].first]
    if not here.is_owner(i) or here.is_her_own(i) or owned in here.around.roots:
        return False  # "followed his brother"
    if parse.words[parse.heads[owned]] == "of" and parse.words[parse.heads[parse.heads[owned]]] in _SOME:
        owned = parse.heads[parse.heads[owned]]
    verb = parse.heads[owned]
    by = parse.words[verb]
    if parse.deps[owned] == "pobj" and (by == "at" or (by == "to" and parse.words[owned] in _DAYS)):
        verb = parse.heads[verb]
        if by == "at" and parse.words[verb] not in load_actions().on_anothers:
            return False
    elif parse.deps[owned] != "dobj" or not (parse.words[verb] in load_actions().on_anothers or _calls(parse, owned)):
        return False
    if parse.kids_of(verb, "prt"):
        return False
    doers, gender = _doers(parse, verb), here.cues[i].genders[0]
    if not any(here.who[j] is who and here.root(j) in doers for j in range(i)):
        return False
    if any(one is not who and one.named and one.is_known(gender) for one in here.memory.before):
        return True
    return any(one is not who and one.may_be(gender) and here.acting[j] and _is_in_another_clause(here, i, j)
               for j, one in here.near(i, 1))  # fmt: skip


def _doers(parse: Parse, verb: int) -> list[int]:
    """The subjects of a verb, or of the one over it: "came to dress his wound", "the nurse, who came to dress it"."""
    while parse.deps[verb] in ("advcl", "conj", "xcomp") and not parse.kids_of(verb, *SUBJECTS):
        verb = parse.heads[verb]
    subjects = parse.kids_of(verb, *SUBJECTS)
    relative = parse.deps[verb] == "relcl" and any(parse.words[kid] == "who" for kid in subjects)
    return [parse.heads[verb]] if relative else subjects


def _calls(parse: Parse, owned: int) -> bool:
    """ "Called her work “brave”": says what it is; not "called her dog"."""
    return parse.words[parse.heads[owned]] in _CALLED and parse.words[owned + 1 : owned + 2] in _OPENS_MARKS


def carers(here: Scene, i: int) -> set[Someone | None]:
    """Who does what is done for others, up to a possessive: "the medic held his hand and the vet saved her leg"."""
    if _carer(here, i) is None:
        return set()
    found = (_carer(here, k) for k in range(i + 1) if here.sentence[k] == here.sentence[i])
    return {here.who[j] for j in found if j is not None}


@once
def _carer(here: Scene, i: int) -> int | None:
    """The cue of the nurse of "the nurse bandaged his knee", who does so for others; not of "hurt his knee"."""
    parse = here.around.parse
    owned = parse.heads[here.cues[i].first]
    verb = parse.heads[owned]
    if parse.deps[owned] == "pobj" and parse.words[verb] in _CARE_AT:
        verb = parse.heads[verb]
    elif parse.deps[owned] != "dobj":
        return None
    people = load_actions().cares_for.get((parse.words[verb], parse.words[owned]))
    if people is None or not here.is_owner(i) or here.is_her_own(i) or parse.kids_of(verb, "prt"):
        return None
    doers = _doers(parse, verb)
    j = next((j for j in range(i) if here.root(j) in doers), None)
    return j if j is not None and here.cues[j].kind == "role" and parse.words[here.root(j)] in people else None


def _is_in_another_clause(here: Scene, i: int, j: int) -> bool:
    """ "Kofi has asthma; Ravi carries his inhaler", "Kofi has asthma. Ravi …": of the sentence before, or joined to."""
    apart = here.sentence[i] != here.sentence[j] or here.around.parse.deps[here.root(j)] in SUBJECTS
    return apart and here.apart(i, j) <= 1


def _placed(parse: Parse, by: int) -> int | None:
    """ "Sat behind him", "ran ahead of him", "stood in front of him", "is next to him"; not "looked behind him"."""
    over = parse.heads[by]
    if parse.words[by] == "to" and parse.words[over] in _NEXT:
        over = parse.heads[over]
    elif parse.words[by] == "of" and parse.words[over] in _AHEAD:
        over = parse.heads[parse.heads[over]] if parse.words[over] == "front" else parse.heads[over]
    elif parse.words[by] not in _BESIDE:
        return None
    word = parse.words[over]
    rests = word in _BE or word in _STAYS or _class(parse, over) in ("move", "rest")
    if not rests or word in _CARRIES or any(kid > over for kid in parse.kids_of(over, *SUBJECTS)):
        return None  # "In came a cook and, behind her, a waiter."
    return None if _has_something(parse, over, by) else over


def _class(parse: Parse, verb: int) -> str:
    return load_actions().class_of.get(parse.words[verb], "")


def _has_something(parse: Parse, verb: int, at: int) -> bool:
    """Whether a thing is put somewhere, or taken along: "walked with a dog beside her"."""
    along = any(parse.words[kid] in ("with", "there") for kid in parse.kids_of(verb) if kid < at)
    return along or bool(parse.kids_of(verb, "dobj", "expl"))


def _compared(parse: Parse, by: int) -> int | None:
    """ "2 more than him", "a bigger slice than him", "as many as him"; not "a brother older than her"."""
    at = parse.heads[by]
    for _ in range(_DEEP):
        if parse.tags[at].startswith("VB"):
            return at
        above = parse.heads[at]
        counted = parse.tags[above] == "CD" or parse.tags[at] == "CD"
        if above == at or parse.tags[at] not in _COMPARED or (above < at and not counted and _is_noun(parse, above)):
            return None
        if _is_noun(parse, at) and parse.words[by] == "than" and not _is_measured(parse, at):
            return None
        at = above
    return None


def _is_noun(parse: Parse, at: int) -> bool:
    return parse.tags[at].startswith("NN")


def _is_measured(parse: Parse, noun: int) -> bool:
    """ "A bigger slice", "more cars", "2 years older"."""
    return any(parse.tags[kid] in _DEGREES for kid in parse.kids_of(noun, "amod", "advmod")) or any(
        parse.tags[kid] == "CD" for kid in parse.kids_of(noun, "nummod")
    )


def _verb_of_owned(parse: Parse, at: int, owned: int) -> int | None:
    """ "Took over his class", "shook her hand", "was at her side", "visited his grave", "asked for her number"."""
    word, verb = parse.words[owned], parse.heads[owned]
    if parse.deps[owned] == "dobj":
        over = parse.words[verb] in _TAKE and any(parse.words[kid] == "over" for kid in parse.kids_of(verb, "prt"))
        if (over and word not in _OFFICES) or (parse.words[verb] in _SHAKE and word in ("hand", "hands")):
            return verb
        if parse.words[verb] in _LIKED and parse.words[at + 1] in _MARKS:
            return verb  # "praised her “fine ear”"
        if word == "promise" and parse.words[verb] in _MADE and _goes_on_to(parse, owned):
            return verb  # "made her promise not to tell"
        return verb if word in _GRAVES and parse.tags[verb].startswith("VB") else None
    if parse.deps[owned] != "pobj":
        return None
    by, verb = verb, parse.heads[verb]
    if parse.words[by] == "for" and parse.words[verb] in _ASKED and word in _ASKED_FOR:
        return verb
    if word not in (_SIDES | _GRAVES):
        return None
    if word in _SIDES and (parse.words[by] not in ("at", "by") or _has_something(parse, verb, by)):
        return None
    rests = word in _GRAVES or parse.words[verb] in (_BE | _STAYS) or _class(parse, verb) == "rest"
    return verb if rests and parse.tags[verb].startswith("VB") else None


def _goes_on_to(parse: Parse, owned: int) -> bool:
    """Whether "not to tell" follows."""
    after = parse.words[owned + 1 : owned + 3]
    return after == ("not", "to") or (after[:1] == ("to",) and parse.tags[owned + 2 : owned + 3] == ("VB",))
