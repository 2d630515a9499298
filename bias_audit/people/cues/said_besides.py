"""A noun said of somebody further off: "is 34 and a plumber", "after ten years as a nurse"."""

from collections.abc import Mapping, Sequence

from ..cue import I_WORDS, Cue
from ..describing import load_describing
from ..names.facts import EATS
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from .hoped import is_hoped
from .said import Said

_IS = frozenset("is was are were be been being am 's 're 'm become becomes became".split())
_JOINED = frozenset({"conj", "npadvmod"})
_AND = frozenset({"and", "or", "but"})
_WHAT = ("attr", "acomp")
_SAID = frozenset({"CD", "JJ", "JJR", "JJS", "VBN"})  # what somebody is besides: 34, tall, retired
_A = frozenset({"a", "an"})
_NAMED = frozenset({"NNP", "NNPS", "PRP"})
_TIME = frozenset(
    "apprenticeship career day days decade decades life lifetime month months placement shift shifts spell stint "
    "summer time week weeks year years".split()
)
_WHILE = frozenset("after before for during following in from over through throughout".split())
_PAYS = frozenset("pay paid paying pays".split())
_GIVES = frozenset("found gave give given gives got offer offered offers".split())
_PLACES = frozenset(
    "apprenticeship contract job pension place placement position post role salary wage wages work".split()
)
_RAISES = frozenset({"promoted", "promotes", "promote"})
_RISES = _RAISES | {"rose", "risen", "rises"}
_FAR = 4  # steps from the last of a row to the first
_FIRST = frozenset("first last oldest only second third youngest".split())
_ABLE = frozenset({"name", "title", "pronoun", "role", "kin"})


def said_with(parse: Parse, root: int, cue: Cue) -> int | None:
    """The verb of "Amir is 34 and a plumber", "She is kind, retired and a nun", where the noun follows what is none."""
    at, above = root, parse.heads[root]
    if cue.led_by not in _A or parse.deps[root] not in _JOINED or parse.kids_of(root, *SUBJECTS):
        return None
    if parse.words[cue.first - 1] not in _AND or "".join(parse.tags[cue.last : cue.last + 1])[:2] in ("VB", "MD"):
        return None
    if parse.words[above] in _IS:
        beside = [kid for kid in parse.kids_of(above, *_WHAT) if _describes(parse, kid) and above < kid < root]
        return _said_by(parse, above, beside[-1], cue) if beside else None
    for _ in range(_FAR):
        if parse.deps[at] != "conj" or not _describes(parse, parse.heads[at]):
            break
        at = parse.heads[at]
    if at == root:
        return None
    if parse.deps[at] in _WHAT:
        return _said_by(parse, parse.heads[at], at, cue) if parse.words[parse.heads[at]] in _IS else None
    done = parse.tags[at] == "VBN" and any(parse.words[kid] in _IS for kid in parse.kids_of(at, "auxpass"))
    return _said_by(parse, at, at, cue) if done else None  # "is retired and a grandmother"


def _describes(parse: Parse, at: int) -> bool:
    """A word that says what somebody is, and is no job: "34", "tall", "retired", "Welsh", "a vegan"."""
    return parse.tags[at] in _SAID or parse.words[at] in EATS or parse.words[at] in load_describing().words["race"]


def _said_by(parse: Parse, verb: int, what: int, cue: Cue) -> int | None:
    """The verb, unless it asks or the noun may stand beside somebody else: "is close to Tom and a nurse"."""
    asks = any(kid > verb for kid in parse.kids_of(verb, *SUBJECTS))
    return None if asks or not _NAMED.isdisjoint(parse.tags[what + 1 : cue.first]) else verb


def denied_with(parse: Parse, verb: int) -> bool:
    """ "He is not tall or a plumber", "if she is 40 and a nurse": said of nobody."""
    return bool(parse.kids_of(verb, "neg")) or is_hoped(parse, verb)


def served(cues: Sequence[Cue], index: int, root: int, parse: Parse, at_token: Mapping[int, int]) -> int | None:
    """Who was what the noun says, for a time: "joined us after ten years as a nurse", "her career as a chef"."""
    as_ = parse.heads[root]
    if parse.deps[root] != "pobj" or parse.words[as_] != "as" or parse.words[parse.heads[as_]] not in _TIME:
        return None
    time = parse.heads[as_]
    for owner in parse.kids_of(time, "poss"):
        other = at_token.get(owner)
        return other if other is not None and _is_able(cues[other]) else None
    while_, verb = parse.heads[time], parse.heads[parse.heads[time]]
    if parse.deps[time] != "pobj" or parse.words[while_] not in _WHILE or is_hoped(parse, verb):
        return None
    subjects = parse.kids_of(verb, *SUBJECTS)
    other = at_token.get(subjects[0]) if subjects else None
    if other is None or not _is_able(cues[other]):
        return None
    between = cues[other + 1 : index] or cues[index + 1 : other]
    return other if not any(_is_able(cue) for cue in between) else None


def foremost(parse: Parse, verb: int) -> int:
    """The woman of "the first woman to be a pilot", by the verb: whatever nobody was before; -1 if there is none."""
    if parse.deps[verb] not in ("acl", "relcl") or "to" not in (parse.words[kid] for kid in parse.kids_of(verb, "aux")):
        return -1
    noun = parse.heads[verb]
    return noun if any(parse.words[kid] in _FIRST for kid in parse.kids_of(noun, "amod")) else -1


def paid_as(parse: Parse, verb: int) -> int | None:
    """ "The king paid her £50 as his assistant", "gave her a post as a guide": whoever gets the money or the place."""
    verb = parse.heads[verb] if parse.deps[verb] == "dobj" else verb  # read as "a post as a guide"
    what = parse.kids_of(verb, "dobj")
    names = (kid for at in what for kid in parse.kids_of(at, "nmod") if parse.tags[kid] == "NNP")
    to = [*parse.kids_of(verb, "dative"), *names]  # "paid Lena £50", where she is read as a part of the sum
    place = any(parse.words[at] in _PLACES for at in what)
    gives = parse.words[verb] in _PAYS or (parse.words[verb] in _GIVES and place)
    return to[0] if to and gives else None


def first_of_list(here: Said, at: int) -> int | None:
    """The cook of "a cook, a roper and a vet", from what the vet hangs on, past what is in no list."""
    parse = here.parse
    while at not in here.at_token and parse.deps[at] in ("conj", "appos"):
        if not any(parse.words[kid] in _A for kid in parse.kids_of(at, "det")):
            break
        at = parse.heads[at]
    return here.at_token.get(at)


def promoted(parse: Parse, root: int) -> int | None:
    """ "She was promoted to head chef", "they promoted Ana to manager", "Jo rose to chief engineer": who has risen."""
    to = parse.heads[root]
    verb = parse.heads[to]
    if parse.words[to] != "to" or parse.words[verb] not in _RISES or is_hoped(parse, verb):
        return None
    raised = parse.words[verb] in _RAISES
    who = parse.kids_of(verb, "nsubjpass", "dobj") if raised else parse.kids_of(verb, "nsubj")
    while not who and parse.deps[verb] == "conj":
        verb = parse.heads[verb]
        who = parse.kids_of(verb, *SUBJECTS)
    return who[0] if who else None


def _is_able(cue: Cue) -> bool:
    """One person of whom a job may be said; not "we" or "you"."""
    return cue.kind in _ABLE or (cue.kind == "first person" and cue.head in I_WORDS)
