"""Tables of what a text names: places, contexts, jobs by level, lists of public figures, what tasks cost."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from .jobs import load_occupations
from .model import Count, Finding, Occurrence, SilencedHit, Table
from .people.counts.counted import Counted, figure_lists
from .shares import wilson
from .text import Tokenised, occurrence_at
from .word_counts import SKIPPED, load_count_words, said_words

Task = tuple[str, str, Occurrence]  # what it asks for, whether another way is offered, where


def number_of(place: Occurrence, places: list[Occurrence]) -> int:
    """The number under which counts open to ``place``, which is added to ``places``."""
    places.append(place)
    return len(places) - 1


def word_tables(text: Tokenised, places: list[Occurrence]) -> Iterator[Table]:
    """Tables of what the words name. Difficulty is held against all words, the rest against their own table."""
    cells: dict[str, dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    levels = load_occupations().by_title
    for said in said_words(text):
        number = number_of(occurrence_at(text, said.sentence.block, said.start, said.end), places)
        cells[said.table][said.label, said.by].append(number)
    titles: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    for (title, _), numbers in cells["jobs"].items():
        titles[levels[title].level].append((title, numbers))
    for id, rows in sorted(cells.items()):
        made = word_table(id, rows)
        if id == "difficulty":  # how often it is said at all
            words = _words_counted(text)
            made = Table(id, words, tuple(replace(c, share=wilson(c.share.count, words)) for c in made.counts))
        yield made
    yield _levels(titles)


def _levels(titles: Mapping[str, Sequence[tuple[str, Sequence[int]]]]) -> Table:
    """Jobs by level, each job once however often it is named."""
    total = sum(map(len, titles.values()))
    counts = tuple(
        Count(level, wilson(len(jobs), total), places=tuple(sorted(place for _, places in jobs for place in places)))
        for level, jobs in sorted(titles.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    return Table("levels", total, counts)


def _words_counted(text: Tokenised) -> int:
    read = (d for b, d in zip(text.blocks, text.docs, strict=True) if b.kind not in SKIPPED and b.language == "en")
    return sum(int(np.count_nonzero(doc.to_array("IS_ALPHA"))) for doc in read)


def word_table(id: str, rows: Mapping[tuple[str, str], Sequence[int]]) -> Table:
    """A table of places by row and column; a row's total is its own where there are columns."""
    total = sum(map(len, rows.values()))
    of_row: dict[str, int] = defaultdict(int)
    for (row, _), places in rows.items():
        of_row[row] += len(places)
    counts = tuple(
        Count(row, wilson(len(places), of_row[row] if by else total), places=tuple(places), by=by)
        for (row, by), places in sorted(rows.items(), key=lambda item: (-of_row[item[0][0]], item[0]))
    )
    return Table(id, total, counts)


def costs(findings: Sequence[Finding], silenced: Sequence[SilencedHit]) -> list[Task]:
    """What tasks ask for that costs something, with whether another way is offered (then the finding is silenced)."""
    kind = {entry: name for name, entries in load_count_words().costs.items() for entry in entries}
    asked = [(kind[f.entry], "no other way said", place) for f in findings if f.entry in kind for place in f.places]
    asked += [(kind[s.entry], "another way", s.place) for s in silenced if s.entry in kind and s.guard == "GG10"]
    return asked


def cost_table(tasks: Sequence[Task], places: list[Occurrence]) -> Table:
    """What tasks cost, by whether another way is offered."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for kind, way, place in tasks:
        rows[kind, way].append(number_of(place, places))
    return word_table("costs", rows)


def list_table(counted: Counted, text: Tokenised, places: list[Occurrence]) -> Table:
    """Sentences and lists of public figures, by whether all of them are described as he."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for mentions, all_he in figure_lists(counted, text):
        first, last = (counted.people.mentions[i] for i in (min(mentions), max(mentions)))
        end = last.end if last.block == first.block else first.end
        rows["all described as he" if all_he else "described in several ways", ""].append(
            number_of(occurrence_at(text, first.block, first.start, end), places)
        )
    return word_table("figure-lists", rows)
