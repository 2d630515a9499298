"""Two more ways to call somebody: by a title alone ("Yes, Miss", "Chef, …") and by age ("the 18-year-old")."""

from collections.abc import Sequence

from ..cue import Cue
from ..name_context import Tokens
from ..parses.parse import Parse
from ..words import PeopleWords

_COURTESY = frozenset({"miss", "sir", "madam"})
_RANKS = frozenset({"pc", "wpc"})  # alone, a computer
_PAUSES = frozenset(",.!?;")
_DOES = frozenset("is was has had can ca will wo would does did says said told wants".split())  # "Sir can't find it"
_NUMBER = 3  # tokens of "twenty-one"


def is_addressed(tokens: Tokens, at: int, quoted: Sequence[tuple[int, int]], lexicon: PeopleWords) -> bool:
    """ "Yes, Miss.", "‘Chef, the pan is hot,’": a title without a name, and a pause after it."""
    word = tokens.lower[at].rstrip(".")
    if word not in lexicon.gender["titles"] or word in _RANKS:
        return False
    if (after := tokens.word(at + 1)).isalpha():
        does = word in _COURTESY and tokens.words[at].istitle() and (after in _DOES or tokens.word(at - 1) in _DOES)
        return does and any(first <= at < last for first, last in quoted)
    if word in _COURTESY and tokens.word(at - 1) == ",":
        return True
    opens = any(first == at for first, _ in quoted)
    if word not in _COURTESY and (lexicon.gender["titles"][word] != "not stated" or word in lexicon.no_roles):
        return False
    said = opens or (tokens.word(at - 1) == "," and any(first <= at < last for first, last in quoted))
    return said and tokens.words[at][0].isupper() and after in _PAUSES


def address(tokens: Tokens, at: int, lexicon: PeopleWords) -> Cue:
    """The cue of a title without a name, which is a job as well if it is one."""
    word = tokens.lower[at].rstrip(".")
    job = word in lexicon.roles or word in lexicon.others or word in lexicon.people_in_general
    said = (lexicon.gender["titles"][word],)
    return Cue(at, at + 1, "title", word, said, role=word if job and word not in lexicon.no_roles else "")


def years_old(tokens: Tokens, at: int, parse: Parse) -> int:
    """Where "18-year-old" as a noun begins, by its "old"; 0 if it is none, for it has a determiner before it."""
    if tokens.lower[at - 3 : at] != ("-", "year", "-") or parse.tags[at + 1 : at + 2] in (("NN",), ("NNP",), ("JJ",)):
        return 0
    first = at - 4
    while first > at - 4 - _NUMBER and tokens.word(first - 1) == "-":
        first -= 2
    return first if first > 0 and tokens.word(first - 1) in ("the", "a", "an", "this", "that") else 0
