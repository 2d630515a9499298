"""Lines that say what somebody is or does: "Leader – Omar", "Kirsty (scrum master this week)", "Ana = chair"."""

from collections.abc import Sequence

from .cues import Cue
from .grammar import Parse
from .name_context import Tokens

_DASHES = (("-",), ("–",), ("—",), ("(",), ("=",))
_LABELS_BY = ((":",), ("-",), ("–",), ("—",), ("=",), ("is",))
_LABEL_OPENS = frozenset({"", "(", ".", "!", "?", ";", "•", "-", "–", "—"})
_LABEL_ENDS = frozenset({"", ".", ",", ";", ")", "(", "and"})
_LABEL = 4  # words between a label and the name
_ENDS = frozenset({"", ",", ".", ";", ")", "(", "at", "for", "from", "in", "of"})
_OWNED = frozenset("my your his her our their the 's".split())
_WORDS = 3  # between a name and what a line says of it
_LABELLED = 2  # tokens of "Job:"
_SAID_TO_BE = 6  # tokens of "(they/them) ="
_WHERE = frozenset({",", "at", "from", "in", "with", "|", "-", "–", "—"})
_IN_PLACES = frozenset("of the and & - ,".split())
_PLACE = 6  # tokens of "Isle of Skye"
_AGE = 2  # digits
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
    ends = tokens.word(cue.last) in _ENDS
    return name.first == 0 and ends and between[:1] in _DASHES and len(between) <= _WORDS and _are_words(between[1:])


def is_beside(tokens: Tokens, noun: Cue, name: Cue, parse: Parse) -> bool:
    """ "Li's flatmate, Kwame, is from Ghana", where both are read as subjects of one verb, or one as an adjective."""
    owned = noun.kind in ("role", "kin") and noun.name is None and noun.led_by in _OWNED
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


def labelled_by(tokens: Tokens, cues: list[Cue], index: int) -> int | None:
    """ "Leader – Omar", "(scribe: Ana)", "Scorer this week is Ben": the name that ends what a job or part begins."""
    cue, after = cues[index], index + 1
    if after == len(cues) or cues[after].name is None or tokens.word(cues[after].last) not in _LABEL_ENDS:
        return None
    between = tokens.lower[cue.last : cues[after].first]
    if tokens.word(cue.first - 1) not in _LABEL_OPENS or len(between) > _LABEL or between[-1:] not in _LABELS_BY:
        return None
    return after if _are_words(between[:-1]) else None


def _are_words(words: Sequence[str]) -> bool:
    return all(word.isalpha() and word not in ("and", "or") for word in words)


def is_after_label(tokens: Tokens, cue: Cue) -> bool:
    """ "Job: wind turbine technician": what comes straight after a label of one word."""
    return cue.first == _LABELLED and tokens.word(1) == ":"


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


def is_card(tokens: Tokens, name: Cue) -> bool:
    """Whether a line is a name and no more, save an age: "Lucy Adjei", "Lucy Adjei, 19", "Lucy Adjei (19)"."""
    after = tokens.words[name.last :]
    if name.name is None or not after:
        return name.name is not None
    aged = len(after) > 1 and after[1].isdigit() and len(after[1]) <= _AGE
    return name.first == 0 and aged and (after[0], *after[2:]) in ((",",), ("(", ")"))
