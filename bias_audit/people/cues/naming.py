"""Who is told to be called what: "a girl called Mina", "whose name is Olu", "a cook from Leith, Dorota Nowak"."""

from collections.abc import Mapping, Sequence

from ..cue import Cue
from ..name_context import FULL
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse

_NAMES = frozenset({"called", "named", "nicknamed"})
_WHO = frozenset({"who", "that"})
_BEARERS = ("role", "kin", "pronoun", "first person")
_NEAR = 4  # steps from "as" up to "known"
_FAR = 8  # steps from what stands between up to the noun
_BETWEEN = frozenset({"pobj", "prep", "relcl", "acl", "dobj", "advmod"})
_GOES_ON = frozenset({",", ".", ";", ")", "!", "?", "who", "whose", ""})
_A = frozenset({"a", "an"})
_PAIR = 4  # two nouns and two names
_LISTS = ("conj", "cc")
_WORKS = frozenset("album book cartoon comic film game novel play poem series show song story tale".split())


def called_so(cues: Sequence[Cue], index: int, parse: Parse, at_token: Mapping[int, int]) -> int | None:
    """The one of whom the words say that they have a name: "her name is Mina", "known as Peggy", "called Mina"."""
    cue = cues[index]
    root = parse.root_of(cue.first, cue.last)
    above = parse.heads[root]
    if parse.deps[root] == "attr":  # "the boy's name was Kofi", "whose name was Kofi"
        for subject in parse.kids_of(above, "nsubj"):
            owners = parse.kids_of(subject, "poss") if parse.words[subject] == "name" else []
            whose = bool(owners) and parse.words[owners[0]] == "whose" and parse.deps[above] == "relcl"
            other = at_token.get(parse.heads[above] if whose else owners[0]) if owners else None
            if other is not None and cues[other].kind in _BEARERS:
                return other
    known = above
    for _ in range(_NEAR):
        known = known if parse.words[known] == "known" else parse.heads[known]
    if parse.words[above] == "as" and parse.words[known] == "known" and parse.deps[known] in ("acl", "relcl"):
        other = at_token.get(parse.heads[known])  # "Margaret, known as Peggy"
        return other if other is not None and other < index else None
    if parse.deps[root] == "oprd" and parse.words[above] in _NAMES:
        return _bearer(cue, parse, above, at_token)
    return None


def _bearer(cue: Cue, parse: Parse, verb: int, at_token: Mapping[int, int]) -> int | None:
    """Who is called so: "our teacher is called Mr Ito", "a girl of ten called Mina", "they called her Mina"."""
    before = (cue.first - 1, cue.first - 2)  # "they called her Mother Weston"
    given = [kid for kid in parse.kids_of(verb, "dobj") if kid in before and parse.tags[kid] == "PRP"]
    subjects = parse.kids_of(verb, "nsubjpass")
    noun = given[0] if given else subjects[0] if subjects else parse.heads[verb]
    if parse.words[noun] in _WHO and parse.deps[verb] == "relcl":
        noun = parse.heads[verb]  # "the interpreter, who is called Olu"
    while noun not in at_token and parse.deps[noun] in ("pobj", "prep"):
        noun = parse.heads[noun]
    if noun not in at_token and parse.deps[noun] == "attr":  # "our visitor was a Viking called Erik"
        noun = next(iter(parse.kids_of(parse.heads[noun], "nsubj")), noun)
    return at_token.get(noun)


def named_past(cues: Sequence[Cue], index: int, parse: Parse, at_token: Mapping[int, int]) -> int | None:
    """The noun before what says more of it: "a cook from Leith, Dorota Nowak", "a man she met there, Ewan,"."""
    cue = cues[index]
    root = parse.root_of(cue.first, cue.last)
    if not cue.first or parse.words[cue.first - 1] != "," or parse.kids_of(root, *_LISTS):
        return None
    if "".join(parse.words[cue.last : cue.last + 1]) not in _GOES_ON or parse.deps[root] not in ("appos", "pobj"):
        return None
    at = parse.heads[root]
    if parse.words[at] in _WORKS or (parse.tags[at] == "NNP" and cue.name is not None and len(cue.name.parts) < FULL):
        return None  # "a girl in the film, Matilda", "a nurse from Perth, Victoria"
    for _ in range(_FAR):
        if at in at_token or parse.deps[at] not in _BETWEEN or at > cue.first:
            break
        at = parse.heads[at]
    other = at_token.get(at)
    if other is None or cues[other].kind not in ("role", "kin") or cues[other].name is not None:
        return None
    return other if cues[other].led_by and parse.heads[root] != at else None


def is_paired(cues: Sequence[Cue], index: int, parse: Parse) -> bool:
    """The first name of "a son, Kofi, and a daughter, Efua", which is no list of three or four."""
    pair = cues[index - 1 : index + 3]
    if not index or len(pair) < _PAIR or pair[1].name is None or pair[3].name is None:
        return False
    kin = all(one.kind == "kin" and one.name is None and one.led_by in _A for one in (pair[0], pair[2]))
    return kin and all(
        parse.words[noun.last : name.first] == (",",) for noun, name in zip(pair[::2], pair[1::2], strict=True)
    )


def is_met_by(cues: Sequence[Cue], index: int, parse: Parse) -> bool:
    """ "A man Ewan met at the gym": the name after the noun is that of somebody else."""
    if cues[index].role:
        return False  # "the poet Robert Southey"
    root = parse.root_of(cues[index + 1].first, cues[index + 1].last)
    verb = parse.heads[root]
    noun = parse.root_of(cues[index].first, cues[index].last)
    return parse.deps[root] in SUBJECTS and parse.deps[verb] == "relcl" and parse.heads[verb] == noun


def pass_on_names(cues: Sequence[Cue], others: list[int | None], parse: Parse) -> None:
    """ "Her neighbour, the joiner Ewan Orr": the noun before the comma has the name too."""
    for index in range(1, len(cues)):
        of, before, noun = others[index], cues[index - 1], cues[index]
        if of is None or of < 0 or cues[of].name is None or noun.last != cues[of].first:
            continue
        beside = before.last == noun.first - 1 and parse.words[before.last] == "," and before.name is None
        if not beside or others[index - 1] is not None or not {before.kind, noun.kind} <= {"role", "kin"}:
            continue
        if parse.heads[parse.root_of(noun.first, cues[of].last)] == parse.root_of(before.first, before.last):
            others[index - 1] = of
