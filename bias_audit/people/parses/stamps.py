"""Dates and times in front of what happened then: "1891 She moves to Paris.", "9.15 am He meets Ana."."""

import re
from collections.abc import Set

_NUMBER = re.compile(r"\d[\d.:/–-]*(?:st|nd|rd|th|am|pm|s)?\.?")
_CLEAR = re.compile(r"1\d{3}|20\d\d|\d{1,2}[.:]\d\d|\d+(?:st|nd|rd|th|am|pm)|.*\d[/–-]\d.*")  # no number of a question
_BESIDE = frozenset("c. c ) ( - – — , | .".split())
_UNITS = frozenset("am pm a.m. p.m. bc ad bce ce age aged day week year month chapter".split())
_PRONOUNS = frozenset("he her his she".split())
_LONGEST = 6  # tokens


def after_stamp(lower: tuple[str, ...], at: int, times: Set[str]) -> int | None:
    """The pronoun that opens a sentence after the date or time with which it begins, if one does.

    ``times``: months and days. Not in "2 He atoms", nor in "3 She ___ to school.", where a question has a number.
    """
    clear = number = False
    for here in range(at, min(at + _LONGEST, len(lower))):
        word = lower[here]
        if word in _PRONOUNS:
            return here if number and clear else None
        clear = clear or word in times or word in _UNITS or _CLEAR.fullmatch(word) is not None
        if _NUMBER.fullmatch(word):
            number = True
        elif word not in times and word not in _UNITS and word not in _BESIDE:
            return None
    return None
