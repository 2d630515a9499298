"""``python -m evaluation.names``: how many names are found, by where they come from, in running sentences.

Each given name stands alone in one sentence and with a surname in another; a name counts as found when a mention
covers it. ``--missed`` lists the others.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bias_audit.model import Block, Place
from bias_audit.people import find_people, sentences_with_people
from bias_audit.pipeline import load_model
from bias_audit.shares import wilson
from bias_audit.text import parse, tokenise

NAMES = Path(__file__).parent / "data" / "names.txt"
ALONE = (
    "On Tuesday {} measured the height of the plants.",
    "{} wondered why the ice had melted.",
    "The group asked {} to read the scale.",
    "“The wire gets hot,” said {}.",
    "{}'s tower was the tallest of all.",
    "Give the results to {} before the bell.",
)
WITH_SURNAME = (
    "The method was first used by {} in 1987.",
    "{} leads a team at the harbour.",
    "A letter from {} was read to the class.",
    "In 2019 {} won the prize for the best design.",
)


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence with a name, and whether the name was found."""

    origin: str
    name: str
    sentence: str
    found: bool


def origins(text: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """(origin, given names, surnames) of the list, each name once."""
    for part in text.split("[")[1:]:
        origin, _, names = part.partition("]")
        given, _, surnames = names.partition("|")
        yield origin, list(dict.fromkeys(given.split())), surnames.split()


def try_names() -> Iterator[Tried]:
    """Every name, alone and with a surname, each sentence a document of its own."""
    nlp = load_model()
    for origin, given, surnames in origins(NAMES.read_text(encoding="utf-8")):
        for i, first in enumerate(given):
            whole = f"{first} {surnames[i % len(surnames)]}"
            for name, frames in ((first, ALONE), (whole, WITH_SURNAME)):
                sentence = frames[i % len(frames)].format(name)
                text = tokenise([Block(sentence, "paragraph", Place("paragraph 1"))], nlp)
                people = find_people(text, parse(text, sentences_with_people(text), nlp))
                start = sentence.index(name)
                covers = [m for m in people.mentions if m.start <= start and start + len(name) <= m.end]
                yield Tried(origin, name, sentence, bool(covers))


def table(tried: Sequence[Tried]) -> str:
    """A Markdown table with a line for each origin, and the 95 % interval (Wilson)."""
    lines = ["| origin | alone | with a surname | both | 95 % interval |", "|---|---|---|---|---|"]
    for origin in dict.fromkeys(t.origin for t in tried):
        mine = [t for t in tried if t.origin == origin]
        cells = []
        for some in ([t for t in mine if " " not in t.name], [t for t in mine if " " in t.name], mine):
            share = wilson(sum(t.found for t in some), len(some))
            cells.append(f"{share.count} of {share.total}")
        share = wilson(sum(t.found for t in mine), len(mine))
        cells[-1] += f", {100 * share.count / share.total:.1f} %"
        lines.append(f"| {origin} | {' | '.join(cells)} | {100 * share.low:.1f} % to {100 * share.high:.1f} % |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, and on request the names that were missed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.names", description=__doc__)
    parser.add_argument("--missed", action="store_true", help="list the sentences whose name was not found")
    chosen = parser.parse_args(arguments)
    tried = list(try_names())
    print(table(tried))
    if chosen.missed:
        for one in tried:
            if not one.found:
                print(f"{one.origin}: {one.sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
