"""What the words say of someone besides gender: modifiers, predicates, appositions and the nouns themselves."""

import re
from collections.abc import Iterator

from ..cue import I_WORDS, Cue
from ..describing import Describing, load_describing
from ..name_context import Tokens
from ..names.extent import has_hyphen
from ..parses.parse import Parse
from .ages import number
from .past_ages import words_between
from .predicates import aid, had, predicate, tongue, verbs_of

_OF_A_NAME = frozenset({"age", "disability", "race"})
_OF_THINGS_TOO = frozenset({"race", "religion", "disability"})
_LATER_HALVES = frozenset("old blind deaf born".split())
_SAYS_WHO = frozenset({"religion", "race"})
_TEACH = frozenset("teacher tutor lecturer".split())
_TWO = 2
_SPEAKERS = frozenset({"speaker", "signer", "user"})
_YEAR_OLD = re.compile(r"([a-z]+(?:-[a-z]+)?|\d{1,3})-years?-old")
_CLOSES: dict[str, tuple[str, ...]] = {
    ",": (",", ".", ";", ":", "who", "and", ""),
    "(": (")",),
    "of": (",", ".", ";", ")", "who", "and", "or", "called", "named", "from", "in", "with", "at", ""),
}
_GOES_ON = frozenset({"VBD", "VBZ", "MD", "WP"})  # "a boy of two cried"
_CLOSES_ADJECTIVE = frozenset({",", ".", ";", ")", "from", "since", "in", "by", "and", "but", ""})
_EIGHT = "8)"  # one token, which spaCy takes for a face: "Ana (8)"
_AGED = frozenset({"age", "aged"})
_WIDOWED = frozenset({"widow", "widower"})  # "a widow of eighty", while "a mother of two" has two children
_LONGEST = 4  # words of a description
_OWNERS = frozenset("my your her his their our 's".split())
_HYPHENED = 6  # tokens of "twenty-one-year-old" before the last


def described_as(tokens: Tokens, parse: Parse, cue: Cue, *, spoken: bool = False) -> Iterator[tuple[str, str]]:
    """(dimension, words) for what a cue, its modifiers and its predicates say. Never from a name.

    ``spoken``: the cue stands in what somebody says.
    """
    says = load_describing()
    yield from cue.told
    if cue.kind == "kin":
        yield "family", (cue.name.title if cue.name else cue.head)
    if cue.kind == "title" and cue.name and cue.role in says.words["level"]:
        yield "level", cue.role
    if cue.kind == "group":
        return
    root = parse.root_of(cue.first, cue.last)
    if cue.name is None and cue.kind in ("role", "kin"):
        yield from _noun(tokens, parse, cue, root, says)
    elif cue.name is not None:
        yield from _before_name(parse, cue, says)
    yield from _after(tokens, parse, cue, says)
    yield from tongue(parse, root, says)
    yield from aid(parse, cue, root, says)
    for each in verbs_of(parse, root):
        yield from predicate(parse, each, says, looks_back=spoken and cue.head in I_WORDS)


def _noun(tokens: Tokens, parse: Parse, cue: Cue, root: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "a retired joiner", "the chief engineer", "a wheelchair user", "a Gaelic speaker", "a boy with autism"."""
    first = min([cue.first, *parse.kids_of(root, "amod", "compound", "nmod", "nummod")])
    first = min([first, *parse.kids_of(first, "amod", "compound")])  # "South African playwright"
    spoken = parse.words[cue.last - 2] if cue.head in _SPEAKERS and cue.last >= _TWO else ""
    if spoken in says.languages:
        yield "language", spoken
    taken: set[int] = set()
    for size in range(_LONGEST, 0, -1):
        for at in range(first, cue.last - size + 1):
            phrase = " ".join(parse.words[at : at + size]).replace(" - ", "-")
            dimension = says.dimension(phrase)
            if dimension is None and phrase in says.level_before_noun and at + size < cue.last:
                dimension = "level"
            if phrase in _LATER_HALVES and has_hyphen(tokens, at - 1):
                continue  # the "old" of "17-year-old", the "blind" of "colour-blind"
            if dimension is None or not taken.isdisjoint(range(at, at + size)):
                continue
            if dimension == "level" and parse.tags[at + size : at + size + 1] == ("CD",):
                continue  # "a senior one student": of the first year
            taken |= set(range(at, at + size))
            if phrase == "old" and _is_of_old(cue, says):
                continue
            if dimension in _OF_THINGS_TOO and (spoken == phrase or _is_of_thing(tokens, parse, cue, at, at + size)):
                continue
            if dimension != "level":
                yield dimension, phrase
            elif at + size >= cue.last:  # "an apprentice", "the bank manager"
                if not any(parse.words[i] in says.level_before_noun for i in range(first, at)):
                    yield "level", cue.head if phrase in cue.head else phrase
            elif phrase in says.level_before_noun and len(parse.words[cue.last - 1]) > _TWO:  # not "Student 1"
                yield "level", " ".join(parse.words[at : cue.last]).replace(" - ", "-")
    if old := _YEAR_OLD.search(" ".join(parse.words[first : cue.last]).replace(" - ", "-")):
        yield "age", old[0]
    for with_ in parse.kids_of(root, "prep"):
        if parse.words[with_] == "with":
            yield from had(parse, says.has, with_)


def _is_of_old(cue: Cue, says: Describing) -> bool:
    """ "My old boss", "an old friend": of former days, or for long; not "an old teacher"."""
    return cue.head in says.of_old and (cue.led_by in _OWNERS or not cue.role)


def _is_of_thing(tokens: Tokens, parse: Parse, cue: Cue, first: int, after: int) -> bool:
    """ "French horn player", "Catholic school teacher", "English teacher", "Scottish Water engineer"."""
    says = load_describing()
    if any(" ".join(parse.words[first:end]) in says.things for end in range(after + 1, cue.last + 1)):
        return True
    part = after < cue.last and tokens.words[after].istitle() and not (tokens.title_case or first in tokens.starts)
    if part and tokens.words[first].istitle() and says.dimension(parse.words[after]) is None:
        return not tokens.words[cue.last - 1].istitle()  # "a Scottish Water engineer", not "the Indian Prime Minister"
    job = cue.last - len(cue.head.replace("-", " - ").split())
    if after > job or (after == job and cue.head in _TEACH):
        return after < cue.last and parse.words[after - 1] in says.languages
    between = [parse.words[at] for at in range(after, job) if parse.tags[at].startswith("NN")]
    return any(word not in says.subjects and says.dimension(word) is None for word in between)


def _after(tokens: Tokens, parse: Parse, cue: Cue, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Alex, 15, plays", "Arjun (seven) reads", "a client of eighty-two", "a friend from Ghana", "Kim, aged 9"."""
    at = cue.last
    opening = tokens.word(at)
    if opening == "(" and tokens.word(at + 1 + (tokens.word(at + 1) in _AGED)) == _EIGHT:
        yield "age", _EIGHT[0]
    if opening in _CLOSES:
        leads = opening != "of" and tokens.word(at + 1) in ("now", "age")  # "Ana, now 15,", "Ana (age 9)"
        age, end = number(parse, at + 1 + leads, says)
        years = tokens.word(end) == "years" and tokens.word(end + 1) == "old"
        if (
            age
            and (years or tokens.word(end) in _CLOSES[opening] or (opening == "of" and parse.tags[end] in _GOES_ON))
            and not (opening == "of" and cue.kind == "kin" and cue.head not in _WIDOWED)
        ):
            yield "age", age
    noun = tokens.word(at + 2)  # "Amal, a Quaker, spoke"
    beside = opening == "," and tokens.word(at + 1) in ("a", "an") and tokens.word(at + 3) in _CLOSES[","]
    if beside and (dimension := says.dimension(noun)) in _SAYS_WHO:
        yield dimension or "", noun
    at += opening in (",", "(", "-", "–", "—")
    for size in (3, 2, 1) if at > cue.last else ():
        phrase = " ".join(tokens.lower[at : at + size])
        if says.dimension(phrase) in _OF_A_NAME and tokens.word(at + size) in _CLOSES_ADJECTIVE:
            yield says.dimension(phrase) or "", phrase  # "Ana, deaf from birth, paints", "Ravi (visually impaired)"
            break
    if tokens.word(at) == "from" and tokens.word(at + 1) in says.from_:
        yield "race", f"from {tokens.words[at + 1]}"
    if tokens.word(at) == "aged" and (age := number(parse, at + 1, says)[0]):
        yield "age", age


def _before_name(parse: Parse, cue: Cue, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Old Mrs Lamont", "the deaf Beethoven", "15-year-old Petra"."""
    at = cue.first - 1
    if at >= 0 and parse.deps[at] in ("amod", "compound") and cue.first <= parse.heads[at] < cue.last:
        dimension = says.dimension(parse.words[at])
        if parse.words[at] in _LATER_HALVES and parse.words[at - 1] == "-":
            if old := _YEAR_OLD.search(words_between(parse, max(0, at - _HYPHENED), cue.first)):
                yield "age", old[0]
        elif dimension in _OF_A_NAME:
            yield dimension, parse.words[at]
