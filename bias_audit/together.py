"""Words that carry a meaning only together: one of each list in one sentence, in any order and close by.

``[[hijab, turban], [take~ off, remove~]]`` finds "remove your hijab" and "turbans are to be taken off".
A word may be a phrase; ``~`` stands for the regular endings of the word before it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from .phrases import split

APART = 14  # tokens from the first to the last word of a set, at most

Forms = Mapping[str, tuple[tuple[str, ...], ...]]  # first word -> whole forms, longest first


@dataclass(frozen=True, slots=True)
class Set:
    """The lists of one set after the first, which is the one that is looked for."""

    entry: int
    others: tuple[Forms, ...]


@dataclass(frozen=True, slots=True)
class Sets:
    """By first word: the forms that open a search, each with its set."""

    openers: Mapping[str, tuple[tuple[tuple[str, ...], Set], ...]]


_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def endings(word: str) -> tuple[str, ...]:
    """A word with its regular endings: carry, carries, carried, carrying."""
    if re.search(r"[^aeiou]y$", word):
        return word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith("e"):
        return word, word + "s", word + "d", word[:-1] + "ing"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word, word + "es", word + "ed", word + "ing"
    if _SHORT.fullmatch(word):
        return word, word + "s", word + word[-1] + "ed", word + word[-1] + "ing"
    return word, word + "s", word + "ed", word + "ing"


def spelled_out(words: Iterable[str], groups: Mapping[str, frozenset[str]]) -> list[str]:
    """The words with "@group" and "~" replaced by what they stand for."""
    found: set[str] = set()
    for word in words:
        if word.startswith("@"):
            found |= groups[word[1:]]
        elif "~" in word:
            stem = re.search(r"[\w'-]+(?=~)", word)
            found |= {word.replace(f"{stem[0]}~", form) for form in endings(stem[0])} if stem else {word}
        else:
            found.add(word)
    return sorted(found)


def compile_forms(words: Iterable[str], groups: Mapping[str, frozenset[str]], nlp: Language) -> Forms:
    """The tokens of each form by its first token."""
    forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in spelled_out(words, groups):
        form = tuple(word.lower() for word in split(phrase, nlp))
        forms[form[0]].append(form)
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in forms.items()}


def compile_sets(
    sets: Iterable[tuple[int, Sequence[Sequence[str]]]], groups: Mapping[str, frozenset[str]], nlp: Language
) -> Sets:
    """Compile once, use for every document."""
    openers: dict[str, list[tuple[tuple[str, ...], Set]]] = defaultdict(list)
    for entry, lists in sets:
        compiled = [compile_forms(words, groups, nlp) for words in lists]
        rest = Set(entry, tuple(compiled[1:]))
        for first, forms in compiled[0].items():
            openers[first] += [(form, rest) for form in forms]
    return Sets({first: tuple(some) for first, some in openers.items()})


def stands_at(words: Sequence[str], at: int, forms: Forms) -> int:
    """Where the longest form that begins at ``at`` ends; 0 when none does."""
    for form in forms.get(words[at], ()):
        if tuple(words[at : at + len(form)]) == form:
            return at + len(form)
    return 0


def find_sets(doc: Doc, sets: Sets) -> Iterator[tuple[int, int, int]]:
    """Entry, first and last token of every set that a sentence has all of."""
    words = [token.lower_ for token in doc]
    for at, word in enumerate(words):
        for form, rest in sets.openers.get(word, ()):
            last = at + len(form)
            if tuple(words[at:last]) != form:
                continue
            sentence = doc[at].sent
            if span := _complete(words, at, last, rest.others, (sentence.start, sentence.end)):
                yield rest.entry, *span


def _complete(
    words: Sequence[str], first: int, last: int, others: Sequence[Forms], sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """The stretch from the first to the last word, when each list has a word of its own nearby."""
    taken = set(range(first, last))
    low, high = first, last
    for forms in others:
        near: tuple[int, int, int] | None = None  # distance, first, last
        for at in range(max(sentence[0], high - APART), min(sentence[1], low + APART)):
            end = stands_at(words, at, forms)
            if end and end <= sentence[1] and taken.isdisjoint(range(at, end)):
                distance = max(low - end, at - high, 0)
                if near is None or distance < near[0]:
                    near = distance, at, end
        if near is None:
            return None
        taken |= set(range(near[1], near[2]))
        low, high = min(low, near[1]), max(high, near[2])
    return (low, high) if high - low <= APART else None
