"""What the words say of people besides gender: by itself and by gender. Each number opens to what says so."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from ...model import Count, Table
from ...shares import wilson
from .counted import Counted
from .table_cells import opened_by, two_ways

DESCRIBED = ("disability", "race", "religion", "age")  # what may set people apart
_SEVERAL = "more than one of these"


def described_tables(counted: Counted) -> Iterator[Table]:
    """What else the words say of people: a table for each dimension, over all people, and one of these by gender."""
    cells: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for person in counted.persons:
        for dimension, words in counted.people.persons[person].described:
            for word in words:
                cells[dimension][word.lower()].append(person)
    for dimension, rows in sorted(cells.items()):
        total = len(counted.persons)
        yield Table(
            f"described-{dimension}",
            total,
            tuple(
                Count(
                    _written(counted, word, people[0]),
                    wilson(len(people), total),
                    mentions=opened_by(people, partial(_saying, counted, (word,))),
                )
                for word, people in rows.items()
            ),
        )
    yield _by_gender(counted)


def _saying(counted: Counted, words: Sequence[str], person: int) -> Sequence[int]:
    """The mentions of someone in sentences that say one of ``words``; all, where none of them does."""
    every = counted.mentions_of[person]
    said = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words), re.IGNORECASE)
    return [index for index in every if said.search(counted.people.mentions[index].sentence)] or every


def _written(counted: Counted, words: str, person: int) -> str:
    """Words that describe somebody with the capitals of the text inside them: "born in Ireland"."""
    first, space, _ = words.partition(" ")
    if not space:
        return words
    for index in counted.mentions_of[person]:
        found = re.search(rf"\b{re.escape(words)}\b", counted.people.mentions[index].sentence, re.IGNORECASE)
        if found and not found.group().isupper():
            return first + found.group()[len(first) :]
    return words


def _by_gender(counted: Counted) -> Table:
    """What else the words say of people, by gender: two things at once. Someone may be in several rows."""
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    said: list[tuple[int, tuple[str, ...]]] = []
    for row in (*DESCRIBED, _SEVERAL):
        for person in counted.persons:
            words = {d: some for d, some in counted.people.persons[person].described if d in DESCRIBED}
            if row in words or (row == _SEVERAL and len(words) > 1):
                cells[row, counted.genders[person]].append(len(said))
                said.append((person, words.get(row) or sum(words.values(), ())))
    return two_ways("described-gender", cells, lambda at: _saying(counted, said[at][1], said[at][0]))
