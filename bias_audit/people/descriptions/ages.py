"""Numbers that are ages: "left school at sixteen", "Kim, 9", "in her sixties"; not hours, streets or marks."""

import re
from collections.abc import Iterator

from ..describing import Describing
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from .past_ages import is_past, words_between

_DIGITS = re.compile(r"\d{1,3}")
NO_AGE = frozenset(
    "years months metres km m kg cm % pounds minutes hours days times o'clock am pm a.m. p.m. points to past or "
    "feet foot ft inches inch miles stone".split()
)
_HOURS = tuple((word,) for word in NO_AGE)
_UNITS = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days"})
_DECADES = frozenset("teens twenties thirties forties fifties sixties seventies eighties nineties".split())
_PARTS = frozenset({"early", "mid", "late", "-"})
_IN_LIFE = frozenset("learned learnt composed orphaned apprenticed emigrated widowed".split())
_AT_SCHOOL = frozenset({"school", "university", "college"})
_MEASURED = frozenset("drove ran stopped lived stayed sat flew cycled rode travelled set bought sold finished".split())
_OPENS_AGE = frozenset({"now", "at"})
_THE_AGE_OF = ("the", "age", "of")
_FRONT = 9  # words before a subject in which an age may stand
_NOON = 12
_UP_TO_TWELVE = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_AGE_UP_TO = 110


def number(parse: Parse, at: int, says: Describing) -> tuple[str, int]:
    """A number that may be an age, and the token after it; "" for none."""
    start = at
    while parse.words[at : at + 1] in (
        ("about",),
        ("almost",),
        ("only",),
        ("nearly",),
        ("just",),
        ("over",),
        ("aged",),
    ):
        at += 1
    word = parse.words[at] if at < len(parse.words) else ""
    if _DIGITS.fullmatch(word) and int(word) <= _AGE_UP_TO:
        return word, at + 1
    if word in says.numbers or word.split("-")[0] in says.numbers:
        end = at + 1
        if (
            parse.words[end : end + 1] == ("-",)
            and parse.words[end + 1 : end + 2]
            and parse.words[end + 1] in says.numbers
        ):
            end += 2
        if parse.words[end : end + 1] == ("-",) and parse.words[end + 1 : end + 2] in _HOURS:
            return "", start  # "four-feet-six"
        return "".join(parse.words[at:end]), end
    return "", start


def at_age(parse: Parse, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "left school at sixteen", "by twelve she was deaf"; not "came at ten", for that may be the hour."""
    tags = [parse.tags[verb], *(parse.tags[kid] for kid in parse.kids_of(verb, "aux", "auxpass"))]
    if "VBD" not in tags or "MD" in tags:
        return
    for prep in _said_when(parse, verb):
        start = prep + 4 if parse.words[prep + 1 : prep + 4] == _THE_AGE_OF else prep + 1
        age, end = number(parse, start, says) if parse.words[prep] in ("at", "by") else ("", prep)
        after = "".join(parse.tags[end : end + 1])
        if not age or is_measured(parse, end) or after.startswith("NN"):
            continue
        in_life = (
            start > prep + 1
            or parse.words[verb] in _IN_LIFE
            or any(parse.words[k] in _AT_SCHOOL for k in parse.kids_of(verb, "dobj"))
        )
        if in_life or (_is_past_noon(age) and (not age.isdigit() or _may_be_aged(parse, verb, end))):
            yield "age", words_between(parse, prep, end)


def _said_when(parse: Parse, verb: int) -> Iterator[int]:
    """The prepositions of a verb, and the "at" of "trained as a nurse at the age of 47", read as the nurse's."""
    for prep in parse.kids_of(verb, "prep"):
        yield prep
        for noun in parse.kids_of(prep, "pobj") if parse.words[prep] == "as" else ():
            yield from (at for at in parse.kids_of(noun, "prep") if parse.words[at + 1 : at + 4] == _THE_AGE_OF)


def is_measured(parse: Parse, at: int) -> bool:
    """Whether what follows a number makes it no age: "ten metres", "ten to five"; not "was ten to start with"."""
    word = "".join(parse.words[at : at + 1])
    return word in NO_AGE and not (word == "to" and "".join(parse.tags[at + 1 : at + 2]) == "VB")


def age_in_front(parse: Parse, verb: int, says: Describing) -> str:
    """ "Now fifty-eight, Loro sits on juries", "Now, at forty, he is a manager": the age that opens a clause."""
    subjects = parse.kids_of(verb, *SUBJECTS)
    if not subjects or _OPENS_AGE.isdisjoint(parse.words[max(0, subjects[0] - _FRONT) : subjects[0]]):
        return ""
    first = subjects[0] - 1
    while first >= 0 and parse.words[first] not in (".", ";", "!", "?", ":") and subjects[0] - first < _FRONT:
        if parse.words[first] == "now":
            start = first + 1
            start += parse.words[start] == ","
            start += parse.words[start] == "at"
            age, end = number(parse, start, says)
            return age if age and parse.words[end] == "," and end < subjects[0] else ""
        if parse.words[first] == "at" and parse.words[verb] not in _MEASURED:  # "At 26 she is a manager"
            age, end = number(parse, first + 1, says)
            opens = end + (parse.words[end : end + 1] == (",",)) == min([subjects[0], *parse.kids_of(subjects[0])])
            if not (age and opens and _is_past_noon(age)):
                return ""
            return words_between(parse, first, end) if is_past(parse, verb) else age
        first -= 1
    return ""


def _is_past_noon(age: str) -> bool:
    """No hour of the clock: thirteen or more."""
    return int(age) > _NOON if age.isdigit() else age not in _UP_TO_TWELVE


def _may_be_aged(parse: Parse, verb: int, end: int) -> bool:
    """ "trained as a technician at 47."; not "drove at 60.", "lives at 12, High Street"."""
    return parse.words[verb] not in _MEASURED and "".join(parse.words[end : end + 1]) in (".", ",", ";", "and", ")", "")


def is_old(parse: Parse, at: int) -> bool:
    """Whether a number goes on as "years old" or "months old"."""
    unit, old = (*parse.words[at : at + 2], "", "")[:2]
    return unit in _UNITS and old == "old"


def decade(parse: Parse, at: int) -> str:
    """ "She is in her (late) sixties": by the place of "her"."""
    end = at + 1
    while "".join(parse.words[end : end + 1]) in _PARTS:
        end += 1
    word = "".join(parse.words[end : end + 1])
    thing = "".join(parse.tags[end + 1 : end + 2]).startswith("NN")  # "in her sixties house"
    return word if word in _DECADES and parse.words[at - 1] == "in" and not thing else ""
