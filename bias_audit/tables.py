"""Reading tables of counts: rows and columns, sums, and the places behind a number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .model import Count, Mention, Occurrence, People, Representation, Share, Table
from .shares import wilson

Tables = Mapping[str, Table]


def tables_of(representation: Representation) -> dict[str, Table]:
    """All counts of a representation as tables by id; those that stand in fields of their own come first."""
    people = representation.described_as
    fields = [
        Table("people", people[0].share.total if people else 0, people),
        Table("pictures", representation.pictures[0].share.total if representation.pictures else 0,
              representation.pictures),
    ]  # fmt: skip
    return {table.id: table for table in (*fields, *representation.tables)}


def opened(count: Count, people: People, representation: Representation) -> Iterator[Occurrence]:
    """The places behind a count, each sentence once."""
    seen: set[tuple[int, str]] = set()
    for index in count.mentions:
        mention = people.mentions[index]
        if (mention.block, mention.sentence) not in seen:
            seen.add((mention.block, mention.sentence))
            yield _place_of(mention)
    for index in count.places:
        yield representation.places[index]


def _place_of(mention: Mention) -> Occurrence:
    """A mention as a place; its words are whole ones: "he" is not in "the"."""
    whole = re.search(rf"(?<!\w){re.escape(mention.text)}(?!\w)", mention.sentence)
    at = whole.start() if whole else max(0, mention.sentence.find(mention.text))
    return Occurrence(mention.block, mention.start, mention.end, mention.text, mention.sentence, at, mention.place)


def holding(tables: Iterable[Table]) -> dict[str, Table]:
    """By id, the tables in which anything was counted."""
    return {table.id: table for table in tables if any(count.share.count for count in table.counts)}


def counts_of(tables: Tables, id: str) -> tuple[Count, ...]:
    """The counts of a table; none where nothing of its kind was found."""
    return tables[id].counts if id in tables else ()


def cells_of(tables: Tables, id: str) -> dict[str, dict[str, Count]]:
    """A table of two ways: row, column, count."""
    rows: dict[str, dict[str, Count]] = defaultdict(dict)
    for count in counts_of(tables, id):
        rows[count.label][count.by] = count
    return rows


def together(label: str, counts: Iterable[Count], total: int) -> Count:
    """Several counts as one, of ``total``; it opens to all that they open to."""
    parts = list(counts)
    return Count(
        label,
        wilson(sum(c.share.count for c in parts), total),
        tuple(sorted({i for c in parts for i in c.mentions})),
        places=tuple(sorted({i for c in parts for i in c.places})),
        reports=tuple(sorted({i for c in parts for i in c.reports})),
    )


def held_against(count: Count, total: int, label: str = "") -> Count:
    """A count held against another total."""
    return replace(together(label or count.label, (count,), total), by=count.by)


def part(share: Share) -> float:
    """The share as a fraction; 0 of nothing is 0."""
    return share.count / share.total if share.total else 0.0


def apart(one: Share, other: Share) -> bool:
    """Whether two shares differ by more than chance would explain: their intervals do not meet."""
    return one.low > other.high or other.low > one.high
