"""Whose job is said by naming another's: "wants to be a pilot like her mother", "her uncle is one too"."""

from collections.abc import Sequence
from dataclasses import replace

from ..cue import Cue
from ..name_context import Tokens
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse

_GROWN_UP = frozenset(
    "aunt auntie aunty dad daddy father gran grandad granddad grandfather grandma grandmother grandpa granny husband "
    "mam mother mum mummy nan parent stepdad stepfather stepmother stepmum uncle wife".split()
)  # "my sister is one" may be a year old
_STOPS = frozenset({".", "!", "?"})
_TOO = frozenset({"too", "also"})
_PREDICATES = frozenset({"attr", "oprd"})
_LIKES = frozenset("enjoys enjoyed likes liked loves loved".split())
_ENDS = frozenset({".", ",", "!", "?", ";", ")", "and", "but", "who", '"', "'", ""})


def with_same_jobs(tokens: Tokens, cues: list[Cue], parse: Parse) -> list[Cue]:
    """The cues, with the job of each relative of whom it is said that they have the same as another."""
    if "like" not in tokens.lower and "one" not in tokens.lower:
        return cues
    return [
        replace(cue, role=job) if cue.kind == "kin" and not cue.role and (job := _job(tokens, cues, n, parse)) else cue
        for n, cue in enumerate(cues)
    ]


def _job(tokens: Tokens, cues: Sequence[Cue], index: int, parse: Parse) -> str:
    cue = cues[index]
    root = parse.root_of(cue.first, cue.last)
    if parse.words[parse.heads[root]] == "like":
        return _like(cues, index, root, parse)
    verb = parse.heads[root]
    ones = [kid for kid in parse.kids_of(verb, "attr") if parse.words[kid] == "one"]
    if parse.deps[root] not in SUBJECTS or not ones or parse.kids_of(verb, "neg"):
        return ""
    return _named_before(tokens, cues, index, parse) if _is_one(tokens, cue, ones[0]) else ""


def _like(cues: Sequence[Cue], index: int, root: int, parse: Parse) -> str:
    """ "A pilot like her mother": what the mother is."""
    cue, like = cues[index], parse.heads[root]
    if parse.deps[root] != "pobj" or cue.head not in _GROWN_UP:
        return ""
    above = parse.heads[like]
    whats = {above, *parse.kids_of(above, "attr")}
    jobs = [other for other in cues[:index] if _is_job(other) and not whats.isdisjoint(range(other.first, other.last))]
    return jobs[-1].role if jobs else ""


def _is_one(tokens: Tokens, cue: Cue, one: int) -> bool:
    """Whether "one" is no number of years: "my uncle is one", "Ana is one too", "my cousin is one and loves it"."""
    after = tokens.lower[one + 1 : one + 4]
    if after[:1] and after[0] in _TOO:
        return True
    likes = after[:1] == ("and",) and not _LIKES.isdisjoint(after)
    return likes or (cue.head in _GROWN_UP and (not after or after[0] in _ENDS))


def _named_before(tokens: Tokens, cues: Sequence[Cue], index: int, parse: Parse) -> str:
    """The last job that is said of somebody, or hoped for, in the same sentence or the one before."""
    for other in reversed(cues[:index]):
        root = parse.root_of(other.first, other.last)
        if sum(word in _STOPS for word in tokens.lower[other.last : cues[index].first]) > 1:
            break
        if _is_job(other) and parse.deps[root] in _PREDICATES:
            return other.role
    return ""


def _is_job(cue: Cue) -> bool:
    return cue.kind == "role" and cue.name is None
