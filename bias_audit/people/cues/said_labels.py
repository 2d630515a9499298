"""Lines that say what somebody is or does: "Leader – Omar", "Kirsty (scrum master this week)", "Ana = chair"."""

from collections.abc import Sequence

from ..cue import Cue
from ..name_context import FoundName, Tokens
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse

_DASHES = (("-",), ("–",), ("—",), ("(",), ("=",), ("|",))
_MEETS = ((), ("meet",), ("introducing",))
_BRINGS = frozenset({"-", "–", "—", ":"})  # words after a job: "Dan - joiner - “I …”"
_MARKS = frozenset({'"', "'"})
_LABELS_BY = ((":",), ("-",), ("–",), ("—",), ("=",), ("is",))
_LABEL_OPENS = frozenset({"", "(", ".", "!", "?", ";", "•", "-", "–", "—", "|"})
_LABEL_ENDS = frozenset({"", ".", ",", ";", ")", "(", "and", "&", "/", "|", "-", "–", "—"})
_LABEL = 4  # words between a label and the name
_ENDS = frozenset({"", ",", ".", ";", ")", "(", "|", "at", "for", "from", "in", "of"})
_ONE_MORE = frozenset({"another"})
_OWNED = frozenset("my your his her our their the 's".split())
_WORDS = 3  # between a name and what a line says of it
_LABELLED = 2  # tokens of "Job:"
_SAID_TO_BE = 6  # tokens of "(they/them) ="
_WHERE = frozenset({",", "at", "from", "in", "with", "|", "-", "–", "—"})
_IN_PLACES = frozenset("of the and & - ,".split())
_PLACE = 6  # tokens of "Isle of Skye"
_AGE = 2  # digits
_TITLED = ("(", "mrs", ")")
_AT_WORK = frozenset({"worked", "been", "trained"})
NOT_AT_WORK = frozenset(
    "asks becomes believes buys calls comes does dreams feels gets goes hears hopes hurts is knows likes lives looks "
    "meets misses needs pays phones plays remembers sees studies takes thinks tries visits waits wants was wins "
    "wishes".split()
)  # what those do who come to a dentist, or are not one yet
_OPTIONS = frozenset("abcde")
_PAPERS = frozenset("guide leader model planner reader recorder".split())
_AFTER_PART = frozenset(") , ; and at for from in last next of on since this today until".split())


def is_listed(tokens: Tokens, name: Cue, cue: Cue) -> bool:
    """ "Chloe Rennie – project manager": a line that says what somebody is."""
    between = tokens.lower[name.last : cue.first]
    if name.name is None:
        return False
    if between[-1:] == ("=",) and len(between) <= _SAID_TO_BE:
        return True  # "Ming (they/them) = timekeeper"
    if between == (",",) and name.first == 0 and tokens.word(cue.last) in ("", "at"):
        return True  # the line "Dan, joiner"
    ends = tokens.word(cue.last) in _ENDS or (tokens.word(cue.last) in _BRINGS and tokens.word(cue.last + 1) in _MARKS)
    ends = ends or _ends_with_another(tokens, cue.last)
    if between[:1] in _DASHES and "and" in between[_LABELLED:] and _OWNED.isdisjoint(between):
        between = (between[0], *between[between.index("and") + 1 :])  # "Dan – joiner and former cook"
    return (
        tokens.lower[: name.first] in _MEETS
        and ends
        and between[:1] in _DASHES
        and len(between) <= _WORDS
        and _are_words(between[1:])
    )


def is_added(tokens: Tokens, name: Cue, noun: Cue, parse: Parse) -> bool:
    """ "Mr Badger the grocer sold apples", "Ana the cook and Tom the vet": said of the name straight before it.

    Not "With Ana the cook was kinder".
    """
    if name.name is None or noun.kind != "role" or noun.led_by != "the" or noun.first != name.last:
        return False
    of, root = parse.root_of(name.first, name.last), parse.root_of(noun.first, noun.last)
    if parse.deps[root] == "appos" or parse.heads[of] != parse.heads[root]:
        return parse.deps[root] == "appos"
    opens = parse.deps[of] == "npadvmod" and name.first in tokens.starts
    return parse.deps[root] in SUBJECTS and (opens or parse.deps[of] in SUBJECTS)


def _ends_with_another(tokens: Tokens, at: int) -> bool:
    """Whether one more job ends the line there: "joiner (and former cook)"; not "joiner (and Ana – cook)"."""
    rest = tokens.lower[at + 1 :]
    rest = rest[:-1] if rest[-1:] == (".",) else rest
    return tokens.word(at) == "and" and 0 < len(rest) <= _WORDS and _are_words(rest) and _OWNED.isdisjoint(rest)


def is_beside(tokens: Tokens, noun: Cue, name: Cue, parse: Parse) -> bool:
    """ "Li's flatmate, Kwame, is from Ghana", "Another driver, Senga, came": the name beside a noun.

    Where both are read as subjects of one verb, or one as an adjective.
    """
    owned = noun.kind in ("role", "kin") and noun.name is None and noun.led_by in _OWNED | _ONE_MORE
    apart = noun.last == name.first - 1 and tokens.word(noun.last) == tokens.word(name.last) == ","
    root = parse.root_of(name.first, name.last)
    verb = parse.heads[root]
    same = parse.heads[parse.root_of(noun.first, noun.last)] in (verb, root)
    return owned and apart and same and name.last < verb and tokens.word(name.last + 1) not in ("and", "or")


def is_in_brackets(tokens: Tokens, name: Cue, cue: Cue) -> bool:
    """ "Kirsty (scrum master this week)": straight after the name; not "Ana (mentor: Ben)"."""
    return (
        name.name is not None and tokens.lower[name.last : cue.first] == ("(",) and tokens.word(cue.last) in _AFTER_PART
    )


def is_last_beside(tokens: Tokens, name: Cue, cue: Cue) -> bool:
    """ "Observed by Ana Hill, early years practitioner.": a job ends what is by somebody, however it is parsed."""
    beside = name.name is not None and name.last == cue.first - 1 and tokens.word(name.last) == ","
    ends = beside and tokens.word(name.first - 1) == "by" and tokens.word(cue.last) in (".", "")
    return ends and cue.bare and cue.kind == "role"


def labelled_by(tokens: Tokens, cues: list[Cue], index: int) -> int | None:
    """ "Leader – Omar", "(scribe: Ana)", "Scorer this week is Ben": the name that ends what a job or part begins."""
    cue, after = cues[index], index + 1
    if after == len(cues) or cues[after].name is None:
        return None
    end = cues[after].last
    works = cue.first == 0 and cues[after].first == cue.last + 1 and tokens.word(cue.last) not in ("is", ":")
    works = works and tells_of_work(tokens, end, cue.head)
    if tokens.word(end) not in _LABEL_ENDS and not works and not opens_field(tokens, end):
        return None
    between = tokens.lower[cue.last : cues[after].first]
    if tokens.word(cue.first - 1) not in _LABEL_OPENS or len(between) > _LABEL or between[-1:] not in _LABELS_BY:
        return None
    return after if _are_words(between[:-1]) else None


def opens_field(tokens: Tokens, at: int) -> bool:
    """Whether another field of a form opens there: "Date: 4 May", "Class teacher: …"."""
    at += tokens.word(at).isspace()
    opens = at < len(tokens.words) and tokens.words[at][0].isupper()
    return opens and ":" in (tokens.word(at + 1), tokens.word(at + 2) if tokens.word(at + 1).isalpha() else "")


def _are_words(words: Sequence[str]) -> bool:
    return all(word.isalpha() and word not in ("and", "or") for word in words)


def is_after_label(tokens: Tokens, cue: Cue) -> bool:
    """ "Job: wind turbine technician": what comes straight after a label of one word."""
    return cue.first == _LABELLED and tokens.word(1) == ":"


def is_called_to(tokens: Tokens, noun: Cue, name: Cue) -> bool:
    """ "Where did you meet your wife, Mr Bell?": who is asked, and no wife; not "his wife, Mrs Bell"."""
    titled = noun.kind == "kin" and noun.name is None and name.kind == "title" and noun.last == name.first - 1
    asked = noun.led_by == "your" and tokens.word(name.last) in ("?", "!")
    clash = {*noun.genders, *name.genders} >= {"she", "he"}
    return titled and (asked or clash)


def is_option(tokens: Tokens, cue: Cue) -> bool:
    """ "His sister is a) a cleaner b) a waiter": one of the answers to choose from."""
    return tokens.word(cue.first - 1) == ")" and tokens.word(cue.first - 2) in _OPTIONS


def is_written_to(tokens: Tokens, cue: Cue) -> bool:
    """ "Dear learner," on a line of its own."""
    return cue.bare and cue.first == 1 and tokens.word(0) == "dear" and tokens.words[cue.last :] in ((), (",",))


def fills_line(tokens: Tokens, cue: Cue) -> bool:
    """Whether a job is all that a line says, save an age or where: "sign language interpreter, 34", "Nurse, Oban"."""
    if cue.head in _PAPERS and cue.first:
        return False  # "User guide"
    after = tokens.words[cue.last :]
    aged = len(after) == len((",", "34")) and after[0] == "," and after[1].isdigit()
    where = bool(after) and after[0] in _WHERE and _is_place_or_firm(after[1:])
    return (not after or aged or where) and all(word.isalpha() for word in tokens.words[: cue.first])


def _is_place_or_firm(words: Sequence[str]) -> bool:
    """ "Stornoway", "Rolls-Royce", "Isle of Skye": names and no more."""
    named = all(word[:1].isupper() or word in _IN_PLACES for word in words)
    return named and 0 < len(words) <= _PLACE and words[0] != "The" and words[-1][:1].isupper()


def is_card(tokens: Tokens, name: FoundName) -> bool:
    """Whether a line is a name and no more, save an age: "Lucy Adjei", "Lucy Adjei, 19", "Lucy Adjei (19)"."""
    after = tokens.words[name.last :]
    if name.first or not after:
        return not after
    aged = len(after) > 1 and after[1].isdigit() and len(after[1]) <= _AGE
    return aged and (after[0], *after[2:]) in ((",",), ("(", ")"))


def title_in_brackets(tokens: Tokens, first: int) -> bool:
    """Whether brackets with one word open a line before a name: "(Mrs) Joan Smith"."""
    return first == len(_TITLED) and (tokens.word(0), tokens.word(first - 1)) == (_TITLED[0], _TITLED[-1])


def acts_as(tokens: Tokens, part: Cue, pupil: Cue) -> bool:
    """ "Mother (Olga): …": the part of a play is a woman's, of whoever has it nothing is said."""
    within = pupil.name is not None and tokens.word(pupil.first - 1) == "(" and part.last == pupil.first - 1
    return within and part.name is None and any(gender != "not stated" for gender in part.genders)


def nearer_name(tokens: Tokens, cues: list[Cue], index: int, other: int) -> int:
    """Of whom a noun is said after a comma, where the one further off has a noun: "Ana, a cook, 40 Tom, a boy"."""
    before = cues[index - 1]
    beside = before.name is not None and before.last == cues[index].first - 1 and tokens.word(before.last) == ","
    said = other + 1 < index - 1 and cues[other].last == cues[other + 1].first - 1
    if index == 0 or not beside or not said or tokens.word(cues[other + 1].last) != ",":
        return other
    return index - 1


def tells_of_work(tokens: Tokens, at: int, job: str) -> bool:
    """Whether what is told after a name may be of somebody's job: "designs bridges", "is 34"; not "visits the vet"."""
    verb = tokens.words[at] if at < len(tokens.words) else ""
    if job in tokens.lower[at:] or not verb.islower():
        return False
    if verb in ("is", "has"):
        return tokens.word(at + 1).isdigit() or tokens.word(at + 1) in _AT_WORK
    return verb.endswith("s") and not verb.endswith("ss") and verb not in NOT_AT_WORK
