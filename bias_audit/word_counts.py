"""What a text speaks of, counted by its words (counts.yaml): jobs, routes, places, festivals, contexts, …"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field
from spacy.tokens import Doc

from .entries import STRICT
from .jobs import Phrase, RouteMention, Text, load_occupations, load_routes, routes_in
from .lexicon import lexicon_folder
from .phrases import Phrases, compile_phrases, find_phrases
from .pipeline import load_model
from .text import Sentence, Tokenised
from .word_senses import Named, WordTable, meant
from .yaml_file import load_one, refuse

SKIPPED = frozenset({"code", "reference"})  # block kinds in which nothing is counted
_YOURS = frozenset("your our my".split())  # "ask your doctor" shows no doctor at work
_NEAR = "beside"  # words beside places, no table of their own


@dataclass(frozen=True, slots=True)
class CountWords:
    """The lists of counts.yaml, where each is explained."""

    tables: Annotated[list[WordTable], Field(min_length=1)]
    beside_places: Annotated[dict[Text, list[Phrase]], Field(min_length=2, max_length=2)]
    beside_unless: list[Phrase]
    costs: dict[Text, list[Text]]
    reader_jobs: frozenset[Text]
    not_jobs: frozenset[Phrase]
    top_levels: frozenset[Text]
    acting: frozenset[Text]
    looking_on: frozenset[Text]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Said:
    """A label of a table, and the characters of a block that say it."""

    table: str
    label: str
    sentence: Sentence
    start: int
    end: int
    by: str = ""


@cache
def load_count_words(folder: Path | None = None) -> CountWords:
    """The words of a language folder (English by default). Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "counts.yaml"
    words = load_one(path, CountWords)
    for index, table in enumerate(words.tables):
        owner: dict[str, str] = {}
        for label, phrases in table.labels.items():
            for phrase in phrases:
                if phrase in owner:
                    problem = f"{phrase!r} belongs to {owner[phrase]!r} already. A phrase counts once in a table."
                    raise refuse(path, ("tables", index, "labels", label), table.id, problem)
                owner[phrase] = label
        for phrase in table.unless:
            if not any(f" {named.lower()}" in f" {phrase.lower()}" for named in owner):
                problem = f"{phrase!r} under `unless` holds none of the phrases. Take it out."
                raise refuse(path, ("tables", index, "unless"), table.id, problem)
    if unknown := sorted(words.top_levels - set(load_occupations(folder).levels)):
        raise refuse(path, ("top_levels",), "", f"{unknown[0]!r} is no level of occupations.yaml. Use one.")
    return words


@cache
def _forms() -> tuple[Phrases[tuple[str, str]], Phrases[tuple[str, str]]]:
    """Table and label by phrases in any letters, and by those whose capitals matter; "" is what is passed over."""
    nlp, words, jobs = load_model(), load_count_words(), load_occupations()
    named: dict[tuple[str, str], list[str]] = {}
    for table in words.tables:
        named |= {(table.id, label): phrases for label, phrases in table.labels.items()}
        if table.unless:
            named[table.id, ""] = table.unless
    named |= {(_NEAR, label): phrases for label, phrases in words.beside_places.items()}
    named[_NEAR, ""] = words.beside_unless
    for form, job in jobs.by_form.items():
        if not job.ambiguous and job.title not in words.reader_jobs and form not in words.not_jobs:
            named["jobs", job.title] = [*named.get(("jobs", job.title), ()), form]
    named["jobs", ""] = list(words.not_jobs)
    low = {key: [phrase for phrase in phrases if phrase.islower()] for key, phrases in named.items()}
    many = ((key, [phrase + "s" for phrase in phrases]) for key, phrases in low.items() if key[0] != "jobs")
    exact = ((key, [phrase for phrase in phrases if not phrase.islower()]) for key, phrases in named.items())
    return compile_phrases((*low.items(), *many), nlp), compile_phrases(exact, nlp, exact=True)


def said_words(text: Tokenised) -> tuple[Said, ...]:
    """Everything that the tables of counts.yaml, occupations.yaml and routes.yaml name, in reading order.

    Of each table, the longer words win where two overlap; what is named twice in one sentence counts once.
    """
    found: dict[tuple[str, str, Sentence], Said] = {}
    for said in _all(text):
        found.setdefault((said.table, said.label, said.sentence), said)
    by_sentence: dict[Sentence, list[Said]] = defaultdict(list)
    for said in found.values():
        by_sentence[said.sentence].append(said)
    kept = [said for said in found.values() if said.table != _NEAR]
    for around in by_sentence.values():
        beside = sorted({said.label for said in around if said.table == _NEAR})
        kept += [
            Said("place-contexts", said.label, said.sentence, said.start, said.end, label)
            for said in around
            if said.table == "places"
            for label in beside
        ]
    return tuple(kept)


def _all(text: Tokenised) -> Iterator[Said]:
    found: list[RouteMention] = []
    blocks = []
    for index, (block, doc) in enumerate(zip(text.blocks, text.docs, strict=True)):
        if block.language == "en" and block.kind not in SKIPPED:
            found += routes_in(text, index)
            blocks += [(index, doc, list(_in_block(doc)))]
    for index, doc, names in meant(blocks, load_count_words().tables):
        for table, label, first, last in names:
            start = doc[first].idx
            yield Said(table, label, text.sentence_at(index, start), start, doc[last - 1].idx + len(doc[last - 1]))
    routes = load_routes().routes
    for route in found:
        name = routes[routes[route.route].counts_as].name
        yield Said("routes", name, text.sentence_at(route.block, route.start), route.start, route.end)


def _in_block(doc: Doc) -> Iterator[Named]:
    found = [(*said, first, last) for forms in _forms() for said, first, last in find_phrases(doc, forms)]
    if not found:
        return
    taken: dict[str, set[int]] = defaultdict(set)
    kept = []
    for table, label, first, last in sorted(found, key=lambda m: (m[2] - m[3], m[2], m[0], m[1])):
        if taken[table].isdisjoint(range(first, last)):
            taken[table].update(range(first, last))
            yours = table == "jobs" and first > 0 and doc[first - 1].lower_ in _YOURS
            if label and not yours:
                kept.append((table, label, first, last))
    yield from sorted(kept, key=lambda m: m[2:])
