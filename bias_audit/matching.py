"""Entries to hits: one pass of literal forms, one of shields, token patterns only around their anchors."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from .entries import Entry, StrengthEntry, anchors, expand
from .lexicon import Lexicon
from .text import tokens_of

REACH = 8  # tokens on either side of an anchor that a token pattern may span


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``first:last`` of a doc, found by the entry at ``entry`` in its list."""

    entry: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Finder:
    """Compiled literal forms and token patterns of a list of entries."""

    lower: PhraseMatcher
    exact: PhraseMatcher
    patterns: dict[str, list[tuple[int, Matcher]]]  # anchor word -> (entry, its pattern)


@dataclass(frozen=True, slots=True)
class Shields:
    """Compiled phrases in which a hit is no hit: one entry's ``unless``, and everyone's homographs."""

    unless: PhraseMatcher
    homographs: PhraseMatcher


def compile_finder(entries: Sequence[Entry | StrengthEntry], lexicon: Lexicon, nlp: Language) -> Finder:
    """Compile once, use for every document."""
    lower, exact = PhraseMatcher(nlp.vocab, attr="LOWER"), PhraseMatcher(nlp.vocab, attr="ORTH")
    patterns: dict[str, list[tuple[int, Matcher]]] = defaultdict(list)
    for index, entry in enumerate(entries):
        if phrases := [*getattr(entry, "swap", ()), *entry.phrases]:
            literal = exact if getattr(entry, "case_sensitive", False) else lower
            literal.add(str(index), tokens_of(phrases, nlp))
        for pattern in entry.pattern:
            full = expand(pattern, lexicon.words)
            matcher = Matcher(nlp.vocab)
            matcher.add(str(index), [full], greedy="LONGEST")
            for word in anchors(full):
                patterns[word].append((index, matcher))
    return Finder(lower, exact, dict(patterns))


def compile_shields(entries: Sequence[Entry | StrengthEntry], lexicon: Lexicon, nlp: Language) -> Shields:
    """Compile the ``unless`` phrases of the entries and the shared homographs."""
    unless, shared = PhraseMatcher(nlp.vocab, attr="LOWER"), PhraseMatcher(nlp.vocab, attr="LOWER")
    for index, entry in enumerate(entries):
        if entry.unless:
            unless.add(str(index), tokens_of(entry.unless, nlp))
    for homograph in lexicon.homographs:
        shared.add(homograph.word, tokens_of(homograph.senses, nlp))
    return Shields(unless, shared)


def find(doc: Doc, finder: Finder) -> list[Match]:
    """All matches in a doc, longest first where one entry's overlap, in reading order."""
    found = {*_literal(doc, finder), *_patterned(doc, finder)}
    kept: list[Match] = []
    taken: dict[int, set[int]] = defaultdict(set)
    for match in sorted(found, key=lambda m: (m.first - m.last, m.first, m.entry)):
        tokens = range(match.first, match.last)
        if taken[match.entry].isdisjoint(tokens):
            taken[match.entry].update(tokens)
            kept.append(match)
    return sorted(kept, key=lambda m: (m.first, m.last, m.entry))


def _literal(doc: Doc, finder: Finder) -> Iterator[Match]:
    for matcher in (finder.lower, finder.exact):
        for key, first, last in matcher(doc):
            yield Match(int(doc.vocab.strings[key]), first, last)


def _patterned(doc: Doc, finder: Finder) -> Iterator[Match]:
    for token in doc:
        for index, matcher in finder.patterns.get(token.lower_, ()):
            sentence = token.sent
            start = max(sentence.start, token.i - REACH)
            for _, first, last in matcher(doc[start : min(sentence.end, token.i + REACH + 1)]):
                yield Match(index, start + first, start + last)


def shielded(doc: Doc, shields: Shields) -> tuple[dict[int, set[int]], list[tuple[int, int]]]:
    """Tokens inside an entry's ``unless`` (by entry) and tokens inside a homograph's harmless sense."""
    by_entry: dict[int, set[int]] = defaultdict(set)
    for key, first, last in shields.unless(doc):
        by_entry[int(doc.vocab.strings[key])].update(range(first, last))
    return by_entry, [(first, last) for _, first, last in shields.homographs(doc)]
