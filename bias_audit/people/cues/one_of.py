"""Somebody who is one of several: "was one of the best nurses", "became one of Scotland's finest engineers"."""

from ...jobs import occupation_of
from ...model import GenderWords
from ..cue import Cue
from ..name_context import Tokens
from ..parses.parse import Parse
from ..words import PeopleWords
from .noun_cues import longer

_LEADS = frozenset("the my our her his their your these those".split())
_BE = frozenset("is was am 's 'm 're are were be became become becomes remains remained".split())
_FAR = 8  # tokens from "one" to the noun
_SAID: dict[str, GenderWords] = {"women": "she", "female": "she", "men": "he", "male": "he"}


def one_of(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    """What a plural says of whoever "is one of" them; None where nobody is said to be."""
    if "one" not in tokens.lower[max(0, at - _FAR) : max(0, at - 1)]:
        return None  # as nearly always
    first = next((i for i in range(at - 2, max(-1, at - _FAR - 1), -1) if tokens.lower[i] == "one"), None)
    if first is None or tokens.word(first + 1) != "of":
        return None
    lead = first + 2
    if tokens.word(lead) not in _LEADS:  # "Scotland's"
        lead = next((i for i in range(lead, at) if tokens.word(i) == "'s"), -1)
        if lead < 0:
            return None
    if parse.deps[at] != "pobj" or parse.heads[at] != first + 1 or not _is_said(parse, first):
        return None
    role = next(
        (job for _, phrase in (*longer(tokens, at), (at, tokens.lower[at])) if (job := _job(phrase, lexicon))), ""
    )
    if not role:
        return None
    owned = tokens.word(lead) != "the"  # "our" is somebody
    said = [_SAID[word] for word in tokens.lower[lead + 1 : at] if word in _SAID]
    return Cue(
        lead + 1 if owned else first,
        at + 1,
        "role",
        role,
        (said[0] if said else "not stated",),
        role=role,
        led_by="a",
        maybe=True,
        said_at=first - 1 if owned else None,
    )


def _job(plural: str, lexicon: PeopleWords) -> str:
    """What each of several is: a civil engineer of "civil engineers"."""
    job = occupation_of(plural)
    return lexicon.singular.get(plural) or (job.title if job else "")


def said_by_one(parse: Parse, at: int) -> int:
    """The "one" of "became one of Scotland's finest engineers", by the plural; else the token itself."""
    of = parse.heads[at]
    one = parse.heads[of]
    return one if parse.deps[at] == "pobj" and parse.words[of] == "of" and parse.words[one] == "one" else at


def _is_said(parse: Parse, one: int) -> bool:
    """Whether "one" is what a subject is or becomes: not "one of the nurses smiled"."""
    return parse.deps[one] in ("attr", "dobj", "oprd") and parse.words[parse.heads[one]] in _BE


def is_asked_for(parse: Parse, at: int) -> bool:
    """ "Which plumber worked longer?": one of several, or anybody."""
    return any(parse.words[kid] == "which" for kid in parse.kids_of(at, "det"))
