"""``python -m evaluation.counts FOLDER --seed N``: cells of the tables of people, drawn to be judged by hand.

Each cell is printed with the people behind it and up to four mentions of each. evaluation/counts.md says how to judge.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bias_audit.audit import analyse, read
from bias_audit.errors import ReadError
from bias_audit.model import Count, Mention, People

TABLES = frozenset(
    "named jobs-gender stem-gender figures acts grammar speech designations disability-mode sections parts "
    "central".split()
)  # and those whose name begins with "described-"
_PEOPLE = 24  # people shown of a cell
_MENTIONS = 4  # mentions shown of each of them
_AROUND = 45  # characters of a sentence before and after a mention
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of one document's tables of people."""

    document: str
    table: str
    count: Count
    people: People


def cells(folder: Path) -> Iterator[Cell]:
    """Every number above 0 in the tables of people, for each file that can be read, in the order of their names."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = str(path.relative_to(folder))
        try:
            report = analyse(read(path, ocr="never"))
        except ReadError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        said = (Cell(name, "described as", count, report.people) for count in report.representation.described_as)
        yield from (cell for cell in said if cell.count.share.count)
        for table in report.representation.tables:
            if table.id in TABLES or table.id.startswith("described-"):
                yield from (Cell(name, table.id, count, report.people) for count in table.counts)


def shown(cell: Cell, chance: random.Random) -> Iterator[str]:
    """The lines for a cell: what it says, who is behind it, and some of the places where they stand."""
    count, mentions = cell.count, [cell.people.mentions[at] for at in cell.count.mentions]
    column = f" / {count.by!r}" if count.by else ""
    number = f"{count.share.count} of {count.share.total}"
    yield f"[{cell.document}] {cell.table}: {count.label!r}{column} = {number}; mentions {len(mentions)}"
    by_person: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_person.setdefault(mention.person, []).append(mention)
    for person, said in _some(list(by_person.items()), _PEOPLE, chance):
        who = cell.people.persons[person] if person >= 0 else None
        told = f"{who.label!r} {who.gender}, {', '.join(who.roles) or 'no job'}" if who else "nobody known"
        yield f"   {told} ({len(said)} mentions)"
        for mention in _some(said, _MENTIONS, chance):
            acts = "; ".join(f"{act.verb}: {act.grammar}, {act.action or 'no class'}" for act in mention.acts)
            yield f"      {mention.designation or mention.kind}{f' ({acts})' if acts else ''} | {_around(mention)}"


def _some(items: Sequence[_Item], most: int, chance: random.Random) -> list[_Item]:
    """All items, or ``most`` of them by chance, in their order."""
    return [items[at] for at in sorted(chance.sample(range(len(items)), min(most, len(items))))]


def _around(mention: Mention) -> str:
    found = re.search(rf"(?<!\w){re.escape(mention.text)}(?!\w)", mention.sentence)
    if found is None:
        return " ".join(mention.sentence.split())
    before, after = mention.sentence[: found.start()], mention.sentence[found.end() :]
    cut_before = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
    cut_after = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
    return " ".join(f"{cut_before}<{mention.text}>{cut_after}".split())


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw cells from all files of a folder. The same seed draws the same cells of the same version."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.counts", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--number", type=int, default=60)
    given = parser.parse_args(arguments)
    chance = random.Random(given.seed)
    found = list(cells(given.folder))
    for at, cell in enumerate(_some(found, given.number, chance), 1):
        print(f"\n#{at}", "\n".join(shown(cell, chance)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
