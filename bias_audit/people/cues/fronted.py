"""Descriptions in front: "A mum of three, Kirsty Boyd opened …", "The son of a weaver, he became …"."""

from ..cue import Cue
from ..name_context import Tokens
from ..parses.grammar import FINITE
from ..parses.parse import Parse

_A = frozenset({"a", "an"})
_FRONT = 5  # tokens between a noun in front and the name of which it is said
_FRONT_OF = 8  # where it is "the son of …"


def fronted(tokens: Tokens, cues: list[Cue], index: int, parse: Parse) -> int | None:
    """The subject after the comma, with its verb: "A former baker, Tony teaches"; not "A friend, Tony said,"."""
    cue, after = cues[index], index + 1
    of = tokens.word(cue.last) == "of"
    if not (cue.led_by in _A or (cue.led_by == "the" and of)) or tokens.starts.isdisjoint((cue.first, cue.first - 1)):
        return None
    while after < len(cues) and "," not in tokens.lower[cue.last : cues[after].first]:
        after += 1  # the weaver
    if after == len(cues) or (cues[after].name is None and cues[after].kind != "pronoun"):
        return None
    between, subject = tokens.lower[cue.last : cues[after].first], cues[after]
    if between[-1] != "," or between.count(",") > 1 or len(between) > (_FRONT_OF if of else _FRONT):
        return None
    verb = subject.last + (parse.tags[subject.last : subject.last + 1] == ("RB",))  # "Tony now teaches"
    aside = tokens.word(verb + 1) == "," or not FINITE.isdisjoint(parse.tags[cue.last : subject.first])
    return after if "".join(parse.tags[verb : verb + 1]) in FINITE and not aside else None
