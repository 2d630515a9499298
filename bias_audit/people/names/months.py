"""Months in short, which may be names too: "Jan 25 16:39", "12 Sep", "Jan – Mar"; but "Jan drew a whale"."""

import re
from collections.abc import Sequence

from ..name_context import Tokens, verb_after
from ..words import PeopleWords, fold

_DAY_OR_YEAR = re.compile(r"(?:[12]?\d|3[01]|0[1-9])(?:st|nd|rd|th)?|(?:1[5-9]|20)\d\d|'\d\d")
_UP_TO = frozenset({"-", "–", "—", "/", "to", "until"})
_LISTING = frozenset({",", ";", "|", "and", "or", "&"})


def is_month(tokens: Tokens, at: int, end: int, parts: Sequence[str], lexicon: PeopleWords) -> bool:
    """Whether a short month is one: beside a day, a year or another month."""
    months = lexicon.short_months
    if len(parts) > 1:  # "Mar Apr May"
        return all(part.lower() in months or part.lower() in lexicon.times for part in parts[1:])
    if tokens.word(at - 1) in lexicon.gives:
        return False  # "He gave Jan 3 apples"
    if _DAY_OR_YEAR.fullmatch(tokens.word(end)):
        return not (_has_score(tokens, at - 3, months) or _has_score(tokens, end + 2, months))
    if _DAY_OR_YEAR.fullmatch(tokens.word(at - 1)) and at not in tokens.starts:
        verb = verb_after(tokens, end)  # "In question 2 Jan has 12 sweets"
        return not (verb in lexicon.person_verbs or verb in lexicon.known_does or tokens.word(end) == "'s")
    return _is_month_at(tokens, end, 1, lexicon) or _is_month_at(tokens, at - 1, -1, lexicon)


def _is_month_at(tokens: Tokens, at: int, step: int, lexicon: PeopleWords) -> bool:
    """ "Jan Feb", "Jan – Mar", "Jan, Feb"; not "Jan and Jun", who are two people."""
    beside, joined = tokens.word(at), tokens.word(at + step)
    if beside in _LISTING:
        return joined in lexicon.short_months and not lexicon.is_name(fold(joined))
    return (joined if beside in _UP_TO else beside) in lexicon.short_months


def _has_score(tokens: Tokens, at: int, months: frozenset[str]) -> bool:
    """ "Ravi 7", beside which "Jan 5" is no day."""
    if not (0 <= at < len(tokens.words) - 1 and tokens.words[at].istitle() and tokens.words[at + 1].isdigit()):
        return False
    return tokens.lower[at] not in months and bool({tokens.word(at - 1), tokens.word(at + 2)} & _LISTING)
