"""Ages that somebody had long before, or has not reached: "when I was six", "before she turns 25", "at sixteen".

They are told in the words that say so: whoever "was six" when she kept beetles is no child of six.
"""

from ..parses.grammar import FINITE
from ..parses.parse import Parse

_WHEN = frozenset("when whenever since until till before after once if unless".split())
_NOT_YET = frozenset("before until till if unless".split())
_WAS = frozenset({"was", "were"})
_LONGEST = 6  # words of "was only about twenty-one"


def words_between(parse: Parse, first: int, after: int) -> str:
    """The words of a stretch as a text writes them: "at the age of forty-three"."""
    return " ".join(parse.words[first:after]).replace(" - ", "-")


def told_age(parse: Parse, verb: int, age: str, end: int, *, looks_back: bool = False) -> str:
    """ "six", "was six" for an age of long before, or "" for one to come.

    ``end``: the token after the age. ``looks_back``: it is told in speech: "“I was six.”".
    """
    opened = _opened_by(parse, verb) if parse.deps[verb] == "advcl" else ""
    if not opened:
        later = any(_opened_by(parse, kid) == "when" for kid in parse.kids_of(verb, "advcl"))
        past = (later or looks_back) and parse.words[verb] in _WAS  # "I was fifteen when I went down the pit"
    elif parse.tags[verb] != "VBD":
        return ""  # "when she is six", "before she turns 25"
    elif opened in _NOT_YET and parse.words[verb] not in _WAS:
        return ""  # "before she turned 25"
    else:
        past = True
    return words_between(parse, verb, end) if past and verb < end <= verb + _LONGEST else age


def _opened_by(parse: Parse, verb: int) -> str:
    """The "when" of "when I was six"."""
    return next((parse.words[kid] for kid in parse.kids_of(verb, "advmod", "mark") if parse.words[kid] in _WHEN), "")


def is_past(parse: Parse, verb: int) -> bool:
    """ "At fourteen he wrote", "at forty he was told"; not "at 26 she is"."""
    helps = [kid for kid in parse.kids_of(verb, "aux", "auxpass") if parse.tags[kid] in FINITE]
    return parse.tags[helps[0] if helps else verb] == "VBD"
