"""Whether a sentence shows that a word which is as often a thing is somebody: "the conductor smiled"."""

from ..parses.parse import Parse
from ..words import PeopleWords

_BE = frozenset("is was 's".split())
_HUMAN = frozenset(
    "absent angry asleep awake blind bored deaf delighted divorced drunk hungry ill injured married nervous patient "
    "polite pregnant proud retired rude sad shy sick tired unwell upset widowed worried".split()
)  # what is said of people alone
_SORTS = _HUMAN | frozenset(
    "cheerful elderly experienced fellow female friendly grumpy kindly male qualified stern unmarried wise "
    "young".split()
)  # of what sort people alone are: "a retired miller"
_DONE_TO = frozenset(
    "appointed arrested bitten born elected employed fined hired injured interviewed jailed killed married paid "
    "promoted recruited sacked suspended".split()
)  # what is done to people alone
_EMPLOYS = frozenset(
    "appoint appointed elect elected employ employed employs interview interviewed married met sack sacked".split()
)
SHOWS = _SORTS | _DONE_TO | _EMPLOYS | {"whose"}  # besides what somebody does and is given
_OURS = frozenset("my our his her their".split())
_SELF = (("herself",), ("himself",))
_MODALS = frozenset("may can ca must should might cannot".split())


def has_who(parse: Parse, at: int) -> bool:
    """Whether "who" follows, so that the noun is somebody."""
    return any(parse.words[kid] == "who" for verb in parse.kids_of(at, "relcl") for kid in parse.kids_of(verb, "nsubj"))


def _owns_as_person(parse: Parse, at: int, lexicon: PeopleWords) -> bool:
    """ "A constituent whose landlord …", "an operator whose bag …": what people own, and who is theirs."""
    owned = [
        noun
        for verb in parse.kids_of(at, "relcl")
        for noun in parse.kids_of(verb)
        if any(parse.words[kid] == "whose" for kid in parse.kids_of(noun, "poss"))
    ]
    return any(parse.words[noun] in lexicon.owned or parse.words[noun] in lexicon.cue_words for noun in owned)


def _is_as_person(parse: Parse, at: int) -> bool:
    """ "Our conductor is blind", "the temp is off sick", "our guide is about ninety"."""
    verb = parse.heads[at]
    if parse.deps[at] != "nsubj" or parse.words[verb] not in _BE:
        return False
    if any(parse.words[kid] in _HUMAN for kid in parse.kids_of(verb, "acomp")):
        return True
    aged = any(parse.tags[kid] == "CD" and parse.words[kid].isalpha() for kid in parse.kids_of(verb, "attr"))
    return aged and any(parse.words[kid] in _OURS for kid in parse.kids_of(at, "poss"))


def acts_as_person(parse: Parse, at: int, lexicon: PeopleWords) -> bool:
    """The verb or a "who" shows that the word is somebody: "the conductor smiled"."""
    if any(parse.words[kid] in _SORTS for kid in parse.kids_of(at, "amod")):
        return True
    if parse.words[at + 1 : at + 2] in _SELF:
        return True  # "the head himself"
    if has_who(parse, at) or _owns_as_person(parse, at, lexicon) or _is_as_person(parse, at):
        return True
    while parse.deps[at] == "conj":
        at = parse.heads[at]
    if parse.deps[at] == "poss":
        return parse.words[parse.heads[at]] in lexicon.gender["kin"]  # "the smith's wife"
    if parse.deps[at] in ("dobj", "dative") and parse.words[parse.heads[at]] in lexicon.addressing:
        return True
    if parse.deps[at] == "dobj":
        return parse.words[parse.heads[at]] in _EMPLOYS
    verbs = lexicon.mind_verbs if parse.words[at] in lexicon.maybe else lexicon.person_verbs
    verb = parse.words[parse.heads[at]]
    if parse.deps[at] == "nsubjpass" and (verb in lexicon.gives or verb in lexicon.addressing or verb in _DONE_TO):
        return True  # "the conductor was asked to wait"
    return parse.deps[at] in ("nsubj", "dative") and verb in verbs


def is_any(parse: Parse, at: int, led_by: str) -> bool:
    """No one in particular: "any plumber", "a carer may claim", "interview a neighbour"."""
    verb = parse.heads[at]
    if led_by not in ("a", "an") or parse.deps[at] not in ("nsubj", "nsubjpass", "dobj"):
        return led_by == "any"
    if parse.deps[at] == "dobj":
        return parse.tags[verb] == "VB" and parse.deps[verb] == "ROOT" and not parse.kids_of(verb, "nsubj", "aux")
    return any(parse.words[kid] in _MODALS for kid in parse.kids_of(verb, "aux"))
