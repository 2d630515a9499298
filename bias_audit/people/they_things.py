"""Whether "they" and "them" look back at things: "48 stickers … a quarter of them", "the hens … chased them"."""

from .actions import load_actions
from .cue import THEY
from .parses.grammar import SUBJECTS
from .parses.parse import Parse
from .scene import Scene, Seen
from .words import PeopleWords

_TO_PEOPLE = frozenset(
    "advise advised advises ask asked asking asks encourage encouraged encourages help helped helping helps invite "
    "invited lend lent lends owe owed pay paid paying pays remind reminded teach taught teaches teaching tell telling "
    "told tells thank thanked thanks".split()
)  # whom somebody asks or pays are people
_SELVES = frozenset({"themself", "themselves"})
_WE = frozenset({"we", "us", "our"})
_AMONG = frozenset({"among", "between", "inside"})  # before several, or before things
_WHO = frozenset({"who", "that", "which"})
_HERDS = frozenset("cattle cod fish haddock herring livestock mackerel poultry salmon sheep trout".split())
_COUNTED = frozenset("the these those some all many few several two three four five six seven eight nine ten".split())
_PLURALS = frozenset({"NNS", "NNPS"})
_MET = frozenset({"attr", "dobj", "pobj"})  # somebody else, who may be "them"
_REACH = 2  # sentences that "them" looks back
_OBJECTS = frozenset({"dobj", "pobj"})
_MEANT = frozenset({*_OBJECTS, *SUBJECTS})
_NO_PLURALS = ("ss", "us", "is")
_ARE = frozenset({"'re", "are", "were"})
_BECAUSE = frozenset({"because", "since"})
_WHEN = frozenset("if unless when whenever".split())
_SHORTEST = 4  # letters of a plural that nothing has parsed


def is_of_several(parse: Parse, at: int) -> bool:
    """ "A quarter of them", "two of them", "among them", "them both": never one person."""
    above = parse.heads[at]
    if parse.words[at + 1 : at + 2] in (("both",), ("all",)):
        return True
    if parse.deps[at] != "pobj" or parse.words[above] in _AMONG:
        return parse.deps[at] == "pobj"
    return parse.words[above] == "of" and parse.heads[above] == above - 1 == at - 2


def means_things(one: Seen, i: int, lexicon: PeopleWords) -> bool:
    """Whether "they" or "them" looks back at things: the last plural noun before it, with no people between."""
    cue, parse = one.cues[i], one.parse
    if cue.head not in THEY:
        return False
    root = parse.root_of(cue.first, cue.last)
    if parse.deps[root] == "nsubj" and one.around.acts[i]:
        return False
    people = {at for other in one.cues if other is not cue for at in range(other.first, other.last)}
    above = parse.heads[root]
    if parse.deps[root] == "poss" and above in people:
        return False  # "their nurse"
    if parse.deps[root] == "dative" or (parse.deps[root] == "dobj" and parse.words[above] in _TO_PEOPLE):
        return False  # "lent them boots"
    part = is_of_several(parse, root)
    if part and any(kid in people for kid in parse.kids_of(parse.heads[above], "appos")):
        return False  # "one of them, a granny, …"
    doing, met = _doing(parse, root), parse.deps[root] not in _OBJECTS
    told = _told_how(parse, root)
    groups = {
        other.last - 1
        for other in one.cues
        if other.kind == "group" or (other.head in _WE and not (other.head == "us" and other.first in told))
    }
    if cue.head in _SELVES and doing:
        return doing[0] not in people and parse.tags[doing[0]] in _PLURALS
    far = one.around.starts[max(0, one.around.sentence[i] - _REACH)] if parse.tags[root] else 0
    for at in range(cue.first - 1, far - 1, -1):
        if at in doing:
            continue
        if at in groups or (at in people and parse.deps[at] == "conj"):
            return False
        if at in people:
            met = met or parse.deps[at] in _MET
        elif (
            parse.tags[at] in _PLURALS
            or (part and _is_each(parse, at))
            or (not met and _may_be_things(one, at, lexicon))
        ):
            return True
    return False


def may_be_things(here: Scene, i: int) -> bool:
    """ "Ana washed the plates because they were dirty": things may be meant, if what "they" do is no deed of people's.

    Or several people of whom only the words of a quotation tell: "“They should have asked,” her son said."
    """
    parse, at, quote = here.around.parse, here.cues[i].first, here.quote[i]
    if quote is not None and not any(here.quote[j] == quote for j in range(i)):
        return True
    verb, acts = parse.heads[at], parse.deps[at] in SUBJECTS
    met = parse.deps[at] in _OBJECTS and parse.words[verb] not in _TO_PEOPLE
    if not met and not (acts and _may_tell_of_things(parse, verb)):
        return False
    first = here.around.starts[max(0, here.sentence[i] - acts)]  # "Dr Orr checks our teeth and shows us them."
    people = {*_doing(parse, at), *(k for cue in here.cues for k in range(cue.first, cue.last))}
    return any(parse.tags[k] in _PLURALS and parse.deps[k] in _MEANT and k not in people for k in range(first, at))


def _may_tell_of_things(parse: Parse, verb: int) -> bool:
    """ "They are red", "because they were steaming up"; not "They are a baker", "because they wanted to"."""
    if parse.words[verb] in _ARE and parse.kids_of(verb, "acomp"):
        marks = parse.kids_of(verb, "mark", "advmod")
        return not any(parse.words[kid] in _WHEN for kid in marks) and parse.deps[verb] in ("ROOT", "advcl", "conj")
    because = any(parse.words[kid] in _BECAUSE for kid in parse.kids_of(verb, "mark"))
    return because and parse.deps[verb] == "advcl" and parse.words[verb] not in load_actions().class_of


def _doing(parse: Parse, at: int) -> list[int]:
    """Who does what is done to "them", and so are others: "it was women who cleaned them"."""
    verb = parse.heads[at]
    if parse.deps[at] not in ("dobj", "dative"):
        return []
    while parse.deps[verb] == "conj" and not parse.kids_of(verb, *SUBJECTS):
        verb = parse.heads[verb]
    subjects = parse.kids_of(verb, *SUBJECTS)
    return [parse.heads[verb] if parse.words[kid] in _WHO else kid for kid in subjects]


def _told_how(parse: Parse, at: int) -> list[int]:
    """The us of "she tells us how to brush them", who are not "them"."""
    verb = parse.heads[parse.heads[at]] if parse.deps[parse.heads[at]] == "prep" else parse.heads[at]
    return parse.kids_of(parse.heads[verb], "dobj", "dative") if parse.deps[verb] == "xcomp" else []


def _may_be_things(one: Seen, at: int, lexicon: PeopleWords) -> bool:
    """A word such as "herring"; where nothing is parsed, an animal's plural or one that "the" or a number leads."""
    word, tag = one.parse.words[at], one.parse.tags[at]
    if word in _HERDS:
        return tag[:2] in ("", "NN")
    if tag or not word.endswith("s") or not one.tokens.words[at].islower() or word.endswith(_NO_PLURALS):
        return False
    before = one.tokens.word(at - 1)
    return len(word) >= _SHORTEST and (word[:-1] in lexicon.named_things or before in _COUNTED or before.isdigit())


def _is_each(parse: Parse, at: int) -> bool:
    """ "He read every label and mended two of them"."""
    return parse.tags[at] == "NN" and any(parse.words[kid] in ("every", "each") for kid in parse.kids_of(at, "det"))
