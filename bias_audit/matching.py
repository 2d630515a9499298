"""Entries to hits: literal forms and shields in one pass each, the rest only around its rarest words."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .entries import Entry, StrengthEntry, TokenPattern, anchors, expand, required
from .lexicon import Lexicon
from .phrases import Phrases, compile_phrases, find_phrases, numbers_of
from .together import Forms, Sets, compile_forms, compile_sets, find_sets, stands_at

REACH = 8  # tokens on either side of an anchor that a token pattern may span


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``first:last`` of a doc, found by the entry at ``entry`` in its list; ``loose``: by words together."""

    entry: int
    first: int
    last: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Finder:
    """Compiled literal forms, token patterns and ``unless`` phrases of a list of entries."""

    lower: Phrases[int]
    exact: Phrases[int]
    unless: Phrases[int]
    patterns: dict[int, list[tuple[str, TokenPattern]]]  # hash of an anchor word -> the patterns tried around it
    matchers: dict[int, "Anchored"]  # of those anchors that a text had: compiling all of them takes seconds
    sets: Sets
    not_near: dict[int, Forms]  # by entry: words that keep its sets silent


@dataclass(frozen=True, slots=True)
class Anchored:
    """The patterns around one anchor. ``needs``: for each, the words of which one must stand there, token by token."""

    matcher: Matcher
    needs: tuple[tuple[frozenset[int], ...], ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """The entries that name a check, with their words, and by word those that it calls for (both by index)."""

    about: dict[int, frozenset[str]]
    called_by: dict[str, tuple[int, ...]]


def compile_finder(entries: Sequence[Entry | StrengthEntry], lexicon: Lexicon, nlp: Language) -> Finder:
    """Compile once, use for every document."""
    patterns: dict[int, list[tuple[str, TokenPattern]]] = defaultdict(list)
    literal: dict[bool, list[tuple[int, list[str]]]] = {False: [], True: []}
    for index, entry in enumerate(entries):
        literal[getattr(entry, "case_sensitive", False)].append((index, [*getattr(entry, "swap", ()), *entry.phrases]))
        for number, pattern in enumerate(entry.pattern):
            full = expand(pattern, lexicon.words)
            for word in anchors(full):
                patterns[nlp.vocab.strings.add(word)].append((f"{index} {number}", full))
    return Finder(
        compile_phrases(literal[False], nlp),
        compile_phrases(literal[True], nlp, exact=True),
        compile_phrases(((index, entry.unless) for index, entry in enumerate(entries)), nlp),
        dict(patterns),
        {},
        compile_sets(((i, s) for i, e in enumerate(entries) for s in getattr(e, "together", ())), lexicon.words, nlp),
        {
            i: compile_forms(words, lexicon.words, nlp)
            for i, e in enumerate(entries)
            if (words := getattr(e, "not_near", ()))
        },
    )


def compile_checks(entries: Sequence[Entry], lexicon: Lexicon) -> Checks:
    """Which words make a sentence worth parsing, and for which entries; of a phrase, its last word."""
    about = {
        index: frozenset(word for group in entry.about for word in lexicon.words[group])
        for index, entry in enumerate(entries)
        if entry.check
    }
    called_by: dict[str, list[int]] = defaultdict(list)
    for index, words in about.items():
        for word in words:
            called_by[word.split()[-1]].append(index)  # "in africa" calls where there is an "africa"
    return Checks(about, {word: tuple(indices) for word, indices in called_by.items()})


def compile_homographs(lexicon: Lexicon, nlp: Language) -> Phrases[str]:
    """The harmless senses that all entries share."""
    return compile_phrases(((homograph.word, homograph.senses) for homograph in lexicon.homographs), nlp)


def find(doc: Doc, finder: Finder) -> list[Match]:
    """All matches in a doc, the loose ones last. Where one entry's of a kind overlap, the longest counts."""
    found = {*_literal(doc, finder), *_patterned(doc, finder), *_loose(doc, finder)}
    return apart(
        sorted(found, key=lambda m: (m.loose, m.first - m.last, m.first, m.entry)), lambda m: (m.entry, m.loose)
    )


def apart(matches: Iterable[Match], of: Callable[[Match], Hashable]) -> list[Match]:
    """Those that no earlier one of the same sort overlaps."""
    kept: list[Match] = []
    taken: dict[Hashable, set[int]] = defaultdict(set)
    for match in matches:
        tokens, sort = range(match.first, match.last), of(match)
        if taken[sort].isdisjoint(tokens):
            taken[sort].update(tokens)
            kept.append(match)
    return kept


def _literal(doc: Doc, finder: Finder) -> Iterator[Match]:
    for phrases in (finder.lower, finder.exact):
        for entry, first, last in find_phrases(doc, phrases):
            yield Match(entry, first, last)


def _patterned(doc: Doc, finder: Finder) -> Iterator[Match]:
    words = numbers_of(doc)["LOWER"]
    for at, word in enumerate(words):
        if word not in finder.patterns:
            continue
        anchored, sentence = _anchored(finder, word, doc.vocab), doc[at].sent
        start, end = max(sentence.start, at - REACH), min(sentence.end, at + REACH + 1)
        around = words[start:end]
        if any(all(not need.isdisjoint(around) for need in needs) for needs in anchored.needs):
            for key, first, last in anchored.matcher(doc[start:end]):
                yield Match(int(doc.vocab.strings[key].split()[0]), start + first, start + last)


def _anchored(finder: Finder, word: int, vocab: Vocab) -> Anchored:
    """The patterns around an anchor, compiled when a text first has it. They were checked when they were loaded."""
    if word not in finder.matchers:
        matcher = Matcher(vocab, validate=False)
        for key, pattern in finder.patterns[word]:
            matcher.add(key, [pattern], greedy="LONGEST")
        anchor, number = vocab.strings[word], vocab.strings.add
        others = ([some for some in required(pattern) if anchor not in some] for _, pattern in finder.patterns[word])
        needs = tuple(tuple(frozenset(map(number, some)) for some in each) for each in others)
        finder.matchers[word] = Anchored(matcher, needs)
    return finder.matchers[word]


def _loose(doc: Doc, finder: Finder) -> Iterator[Match]:
    """Words together, save in a sentence that has a word beside which the entry is silent."""
    for entry, first, last in find_sets(doc, finder.sets):
        words = [token.lower_ for token in doc[first].sent]
        forms = finder.not_near.get(entry, {})
        if not any(stands_at(words, at, forms) for at in range(len(words))):
            yield Match(entry, first, last, loose=True)


def shielded(doc: Doc, finder: Finder) -> dict[int, set[int]]:
    """By entry, the tokens inside its ``unless`` phrases."""
    by_entry: dict[int, set[int]] = defaultdict(set)
    for entry, first, last in find_phrases(doc, finder.unless):
        by_entry[entry].update(range(first, last))
    return by_entry
