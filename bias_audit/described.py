"""What the words say of someone besides gender: modifiers, predicates, appositions and the nouns themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from .cues import Cue
from .entries import STRICT
from .grammar import Parse
from .lexicon import lexicon_folder
from .name_context import Tokens
from .yaml_file import load_one

Words = frozenset[Annotated[str, Field(min_length=1, strict=True)]]
_BE = frozenset("be is are was were am been 's 'm 're become became becomes turned".split())
_HAS = frozenset("has have had having with uses use used".split())
_NOUN = ("NN", "NNP", "JJ", "NNS")
_DIGITS = re.compile(r"\d{1,3}")
_NOT_YEARS = frozenset("years months metres km m % pounds minutes hours days times o'clock am pm points".split())
_CLOSES: dict[str, tuple[str, ...]] = {",": (",", ".", ";", "who", "and", ""), "(": (")",), "of": ()}
_NO_AGE = _NOT_YEARS | {"%", "kg", "cm"}
_HOURS = tuple((word,) for word in _NO_AGE)
_YOUNGEST = 3  # "at 2" is seldom an age
_LONGEST = 4  # words of a description
_AGE_UP_TO = 110


@dataclass(frozen=True, slots=True)
class Describing:
    """described.yaml: its groups are explained there."""

    words: dict[str, Words]
    level_before_noun: Words
    level_not: Words
    has: dict[str, Words]
    lost: Words
    languages: Words
    speak: Words
    from_: Annotated[Words, Field(alias="from")]
    numbers: Words
    __pydantic_config__ = STRICT

    def dimension(self, phrase: str) -> str | None:
        """The dimension of a word or phrase."""
        return next((name for name, words in self.words.items() if phrase in words), None)


@cache
def load_describing(folder: Path | None = None) -> Describing:
    """The describing words of a language folder (English by default). Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "described.yaml"
    return load_one(path, Describing)


def described_as(tokens: Tokens, parse: Parse, cue: Cue) -> Iterator[tuple[str, str]]:
    """(dimension, words) for what a cue, its modifiers and its predicates say. Never from a name."""
    says = load_describing()
    if cue.kind == "kin":
        yield "family", (cue.name.title if cue.name else cue.head)
    if cue.kind == "group" or (cue.kind == "kin" and cue.name):
        return
    root = parse.root_of(cue.first, cue.last)
    if cue.name is None and cue.kind in ("role", "kin"):
        yield from _noun(parse, cue, root, says)
    yield from _after(tokens, parse, cue, says)
    verb = _verb(parse, root)
    if verb is not None:
        yield from _predicate(parse, root, verb, says)


def _noun(parse: Parse, cue: Cue, root: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "a retired joiner", "the chief engineer", "a wheelchair user"."""
    first = min([cue.first, *parse.kids_of(root, "amod", "compound", "nmod", "nummod")])
    taken: set[int] = set()
    for size in range(_LONGEST, 0, -1):
        for at in range(first, cue.last - size + 1):
            phrase = " ".join(parse.words[at : at + size]).replace(" - ", "-")
            dimension = says.dimension(phrase)
            if dimension is None or not taken.isdisjoint(range(at, at + size)):
                continue
            taken |= set(range(at, at + size))
            if dimension != "level":
                yield dimension, phrase
            elif at + size >= cue.last:  # "an apprentice", "the bank manager"
                yield "level", cue.head if phrase in cue.head else phrase
            elif phrase in says.level_before_noun:
                yield "level", " ".join(parse.words[at : cue.last]).replace(" - ", "-")


def _after(tokens: Tokens, parse: Parse, cue: Cue, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Alex, 15, plays", "Arjun (seven) reads", "a client of eighty-two", "a friend from Ghana", "Kim, aged 9"."""
    at = cue.last
    opening = tokens.word(at)
    if opening in _CLOSES:
        age, end = _number(parse, at + 1, says)
        if age and (tokens.word(end) in _CLOSES[opening] if opening != "of" else tokens.word(end) not in _NOT_YEARS):
            yield "age", age
    at += opening in (",", "(")
    if tokens.word(at) == "from" and tokens.word(at + 1) in says.from_:
        yield "race", f"from {tokens.words[at + 1]}"
    if tokens.word(at) == "aged" and (age := _number(parse, at + 1, says)[0]):
        yield "age", age


def _verb(parse: Parse, root: int) -> int | None:
    while parse.deps[root] == "conj" and parse.tags[root][:1] in "NP":
        root = parse.heads[root]
    return parse.heads[root] if parse.deps[root] in ("nsubj", "nsubjpass") else None


def _predicate(parse: Parse, root: int, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    """What the clauses of a subject say: "is dyslexic", "has multiple sclerosis", "speaks Arabic", "who is deaf"."""
    verbs = [verb, *(kid for kid in parse.kids_of(verb, "conj") if not parse.kids_of(kid, "nsubj", "nsubjpass"))]
    verbs += parse.kids_of(root, "relcl")
    for each in verbs:
        if parse.kids_of(each, "neg"):
            continue
        if parse.words[each] in _BE:
            for kid in parse.kids_of(each, "acomp", "attr", "xcomp"):
                yield from _complement(parse, kid, says)
        yield from _had(parse, each, says)


def _complement(parse: Parse, at: int, says: Describing) -> Iterator[tuple[str, str]]:
    first = at
    while left := [kid for kid in parse.kids.get(first, ()) if kid < first]:
        first = min(left)  # the "eleven" of "eleven years old"
    age, end = _number(parse, first, says)
    unit, old = (*parse.words[end : end + 2], "", "")[:2]
    if age and unit != "of" and (unit not in _NO_AGE or (unit == "years" and old == "old")):
        yield "age", age
        if old == "old":
            return
    for kid in (at, *parse.kids_of(at, "conj")):
        if parse.deps[at] == "attr" and kid == at and parse.tags[at] in ("NN", "NNS"):
            continue  # a noun: it is a mention of its own
        phrase = parse.words[kid]
        wider = " ".join(parse.words[kid : kid + 3])
        found = next((w for w in (wider, " ".join(parse.words[kid : kid + 2]), phrase) if says.dimension(w)), None)
        before = " ".join(parse.words[max(0, kid - 1) : kid + 1])
        found = before if says.dimension(before) else found
        if found and (dimension := says.dimension(found)) and dimension != "level":
            yield dimension, found


def _had(parse: Parse, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    word, end = parse.words[verb], min(len(parse.words), verb + 6)
    after = " ".join(parse.words[verb + 1 : end]) + " "
    if word in _HAS:
        for dimension, phrases in says.has.items():
            if found := next((p for p in sorted(phrases, key=len, reverse=True) if after.startswith(p + " ")), None):
                yield dimension, found
    whose, what = (*parse.words[verb + 1 : verb + 3], "", "")[:2]
    if word in ("lost", "loses") and whose in ("his", "her", "their", "my", "a") and what in says.lost:
        yield "disability", f"{word} {whose} {what}"
    if word in says.speak:
        found = next((p for p in sorted(says.languages, key=len, reverse=True) if after.startswith(p + " ")), None)
        if found:
            yield "language", found
    if word in ("came", "comes", "come", "moved", "arrived") and after.startswith("from "):
        country = after.split()[1] if len(after.split()) > 1 else ""
        if country in says.from_:
            yield "race", f"from {country}"
    for prep in parse.kids_of(verb, "prep"):  # "left school at sixteen"
        age, after_it = _number(parse, prep + 1, says) if parse.words[prep] == "at" else ("", prep)
        if age and (not age.isdigit() or int(age) >= _YOUNGEST) and parse.words[after_it : after_it + 1] not in _HOURS:
            yield "age", age


def _number(parse: Parse, at: int, says: Describing) -> tuple[str, int]:
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
        return "".join(parse.words[at:end]), end
    return "", start
