"""Counts over a whole document, each with its denominator and interval, and the few patterns worth saying."""

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from spacy.strings import StringStore
from spacy.tokens import Doc

from .entries import Id, Said, Text
from .errors import LexiconError
from .lexicon import lexicon_folder, python_names
from .model import (
    AltQuality,
    Count,
    Dimension,
    GenderWords,
    Occurrence,
    PairOrder,
    PatternFinding,
    People,
    Picture,
    Representation,
    Rule,
    Severity,
    Source,
    Table,
)
from .people.counts.counted import Counted, counted_people
from .people.counts.people_counts import people_tables
from .people.words import PeopleWords, load_people_words
from .phrases import numbers_of
from .shares import say, wilson
from .text import Tokenised, occurrence_at
from .topic_tables import Task, cost_table, list_table, number_of, word_table, word_tables
from .word_counts import SKIPPED
from .yaml_file import load_list, read, validated

GENDERS: tuple[GenderWords, ...] = ("she", "he", "they", "more than one", "not stated")
# Labels of the picture counts, and the alt text qualities that each holds.
PICTURES: dict[str, tuple[AltQuality, ...]] = {
    "usable alt text": ("written",),
    "decorative": ("decorative",),
    "no usable alt text": ("missing", "file name", "automatic"),
    "not checkable": ("not checkable",),
}
PAIRS_FROM, PAIRS_SHARE = 6, 0.8  # when the order of pairs is worth saying
_BETWEEN_PAIR = frozenset({"'s", "'", "the", "a", "an", "your", "our", "their", "my"})


def represent(
    people: People,
    pictures: Sequence[Picture],
    text: Tokenised,
    lexicon: PeopleWords | None = None,
    tasks: Sequence[Task] = (),
) -> Representation:
    """All counts. Shares are over all persons, all pictures, or all of a table or row; every count opens.

    ``tasks``: what tasks ask for that costs something (``costs``).
    """
    counted = counted_people(people, text)
    genders = [counted.genders[p] for p in counted.persons]
    named = [people.persons[p].named for p in counted.persons]
    places: list[Occurrence] = []
    pairs = tuple(_pairs(text, lexicon or load_people_words()))
    tables = [
        *people_tables(counted, text, places),
        _pair_table(pairs, places),
        *word_tables(text, places),
        cost_table(tasks, places),
        list_table(counted, text, places),
    ]
    return Representation(
        described_as=tuple(_persons(counted, g, [x == g for x in genders]) for g in GENDERS),
        named=(_persons(counted, "named", named), _persons(counted, "not named", [not n for n in named])),
        pairs=pairs,
        pictures=tuple(_pictures(pictures, label, kinds) for label, kinds in PICTURES.items()),
        tables=tuple(table for table in tables if table.counts),
        places=tuple(places),
    )


def _persons(counted: Counted, label: str, chosen: Sequence[bool]) -> Count:
    mentions = {i for p, is_one in zip(counted.persons, chosen, strict=True) if is_one for i in counted.mentions_of[p]}
    return Count(label, wilson(sum(chosen), len(chosen)), mentions=tuple(sorted(mentions)))


def _pictures(pictures: Sequence[Picture], label: str, kinds: tuple[AltQuality, ...]) -> Count:
    chosen = tuple(i for i, p in enumerate(pictures) if p.alt_quality in kinds)
    return Count(label, wilson(len(chosen), len(pictures)), pictures=chosen)


def _pair_table(pairs: Sequence[PairOrder], places: list[Occurrence]) -> Table:
    """Pairs by who comes first."""
    rows: dict[tuple[str, str], list[int]] = {("he first", ""): [], ("she first", ""): []}
    for pair in pairs:
        rows[f"{pair.first} first", ""].append(number_of(pair.place, places))
    return word_table("pairs", rows if pairs else {})


@cache
def _orders(
    pairs: tuple[tuple[str, str], ...], fixed: tuple[tuple[str, str], ...]
) -> tuple[dict[tuple[str, str], Literal["he", "she"]], frozenset[int]]:
    """Who is named first by the words of a pair, and spaCy's numbers for the words that may come first."""
    orders: dict[tuple[str, str], Literal["he", "she"]] = {}
    for he, she in pairs:
        orders |= {(he, she): "he", (she, he): "she"}
    for pair in fixed:
        orders.pop(pair, None)
    number = StringStore()
    return orders, frozenset(number[first + end] for first, _ in orders for end in ("", "."))


def _pairs(text: Tokenised, lexicon: PeopleWords) -> Iterator[PairOrder]:
    """Mixed pairs in reading order: two words of one pair with "and", "or" or a stroke between them."""
    orders, numbers = _orders(tuple(lexicon.pairs), tuple(lexicon.pair_fixed))
    for block, doc in enumerate(text.docs):
        if text.blocks[block].kind in SKIPPED:
            continue
        words = numbers_of(doc)["LOWER"]
        found = [] if numbers.isdisjoint(words) else [at for at, word in enumerate(words) if word in numbers]
        taken = 0
        for at in found:
            if at < taken:
                continue
            joiner = at + 1
            while joiner < len(doc) and _word(doc, joiner) in ("'s", "'"):
                joiner += 1
            if joiner >= len(doc) or _word(doc, joiner) not in lexicon.pair_joiners:
                continue
            second = joiner + 1
            while second < len(doc) and _word(doc, second) in _BETWEEN_PAIR:
                second += 1
            if second < len(doc) and (order := orders.get((_word(doc, at), _word(doc, second)))):
                taken = second + 1
                last = doc[second]
                yield PairOrder(order, occurrence_at(text, block, doc[at].idx, last.idx + len(last)))


def _word(doc: Doc, at: int) -> str:
    return doc[at].lower_.rstrip(".")


# --- patterns -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Texts:
    """The words of a pattern finding, as written in patterns.yaml."""

    id: Id
    says: Said
    saw: Said
    why: Said
    fine_when: Said
    ask: Said
    source: Annotated[list[Text], Field(min_length=1)]
    try_instead: Annotated[list[Said], Field(min_length=1)] = field(default_factory=list)
    __pydantic_config__ = ConfigDict(extra="forbid")


_TEXTS = TypeAdapter(_Texts)
_GAPS = {"say", "example", "what"}  # what `says` may hold in { }


@cache
def load_patterns(folder: Path | None = None) -> tuple[Rule, ...]:
    """The words of every pattern, in the order of the file (English by default). Raises LexiconError."""
    base = folder or lexicon_folder() / "en"
    sources = {s.code: s for s in load_list(base / "sources.yaml", "sources", Source)}
    rules = []
    for texts in _load_texts(base):
        unknown = next((code for code in texts.source if code not in sources), None)
        if unknown is not None:
            raise LexiconError(f"patterns.yaml, entry {texts.id}: source {unknown!r} is not in sources.yaml. Add it.")
        rules.append(
            Rule(
                id=texts.id,
                saw=texts.saw,
                why=texts.why,
                fine_when=texts.fine_when,
                try_instead=tuple(texts.try_instead),
                ask=texts.ask,
                sources=tuple(sources[code] for code in texts.source),
            )
        )
    return tuple(rules)


@cache
def _load_texts(base: Path) -> tuple[_Texts, ...]:
    path = base / "patterns.yaml"
    data = read(path)
    if not isinstance(data, dict) or list(data) != ["patterns"] or not isinstance(data["patterns"], list):
        raise LexiconError(f"{path.name}: the file holds one list, `patterns:`. Put every pattern into it.")
    texts: dict[str, _Texts] = {}
    for index, raw in enumerate(data["patterns"]):
        given = python_names(raw) if isinstance(raw, dict) else raw
        entry = validated(_TEXTS, given, path, ("patterns", index))
        if entry.id in texts:
            raise LexiconError(f"{path.name}, entry {entry.id}: this id is used twice. Ids are never reused.")
        gaps = {name for _, name, _, _ in string.Formatter().parse(entry.says) if name is not None}
        if not entry.try_instead or not gaps <= _GAPS:
            raise LexiconError(
                f"{path.name}, entry {entry.id}: give one line in `try` or more, and in `says` no gap"
                " other than {say}, {example} and {what}."
            )
        texts[entry.id] = entry
    return tuple(texts.values())


def patterns(representation: Representation, folder: Path | None = None) -> tuple[PatternFinding, ...]:
    """What the counts of a document show, where they show enough to be worth saying."""
    texts = {t.id: t for t in _load_texts(folder or lexicon_folder() / "en")}
    found = (_pair_order(representation, texts), _pictures_without_alt(representation, texts))
    return tuple(finding for finding in found if finding is not None)


def pattern_finding(
    id: str,
    dimension: Dimension,
    severity: Severity,
    count: Count,
    places: tuple[Occurrence, ...] = (),
    folder: Path | None = None,
    *,
    what: str = "",
    more: tuple[Count, ...] = (),
) -> PatternFinding:
    """A pattern in the words of patterns.yaml, which say ``count``; ``places[0]`` is its example, ``what`` its name.

    ``more``: other counts behind it. Raises LexiconError for an unknown id.
    """
    texts = {t.id: t for t in _load_texts(folder or lexicon_folder() / "en")}
    found = _finding(texts, id, dimension, severity, count, places, what)
    return replace(found, counts=(count, *more))


def _finding(
    texts: dict[str, _Texts], id: str, dimension: Dimension, severity: Severity, count: Count,
    places: tuple[Occurrence, ...] = (), what: str = "",
) -> PatternFinding:  # fmt: skip
    if id not in texts:
        raise LexiconError(f"patterns.yaml: entry {id} is missing. Put its texts back.")
    example = places[0].text if places else ""
    says = texts[id].says
    if not places and "{example}" in says:  # counts over many documents open to these, not to a place
        says = f"{texts[id].saw.rstrip('.')} ({{say}})."
    saw = says.format(say=say(count.share), example=example, what=what)
    return PatternFinding(id, dimension, severity, saw, (count,), places)


def _pair_order(representation: Representation, texts: dict[str, _Texts]) -> PatternFinding | None:
    he_first = tuple(p.place for p in representation.pairs if p.first == "he")
    total = len(representation.pairs)
    if total < PAIRS_FROM or len(he_first) < PAIRS_SHARE * total:
        return None
    count, *others = next(table.counts for table in representation.tables if table.id == "pairs")
    found = _finding(texts, "gender/pair-order", "gender", 0, count, he_first)
    return replace(found, counts=(count, *(other for other in others if other.share.count)))


def _pictures_without_alt(representation: Representation, texts: dict[str, _Texts]) -> PatternFinding | None:
    """Said of the pictures that need a description and can hold one."""
    counts = {c.label: c for c in representation.pictures}
    without = counts.get("no usable alt text")
    if without is None or not without.share.count:
        return None
    checkable = without.share.count + counts["usable alt text"].share.count
    count = Count(without.label, wilson(without.share.count, checkable), pictures=without.pictures)
    return _finding(texts, "disability/pictures-without-alt", "disability", 1, count)
