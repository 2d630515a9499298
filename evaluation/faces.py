"""``python -m evaluation.faces FOLDER``: faces counted in labelled pictures, beside those that people see.

The folder holds ``MANIFEST.tsv``, whose column ``interesting`` says of a picture what it is and how many faces can be
seen: "photo; clearly visible faces: 2; …". Only clearly visible faces are in the label, so more may be there.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bias_audit.model import Picture, Place
from bias_audit.pictures import inventory

_LABEL = re.compile(r"([^;]*); clearly visible faces: ([^;]*)")
_NUMBER = re.compile(r"(?:about )?(\d+)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A picture, what people say of it, and what was counted. ``visible`` is None where nobody counted."""

    name: str
    kind: str
    label: str
    visible: int | None
    photograph: bool | None
    seen: int | None

    @property
    def result(self) -> str:
        """ "right", "3 missed" or "2 more"; "not looked for" where the picture was not taken for a photograph."""
        if self.seen is None:
            return "not looked for"
        if self.visible is None:
            return "not labelled by number"
        apart = self.seen - self.visible
        return "right" if not apart else f"{-apart} missed" if apart < 0 else f"{apart} more"


def count(folder: Path) -> Iterator[Counted]:
    """Each labelled picture of the folder, in the order of its manifest."""
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if label := _LABEL.match(row["interesting"]):
                number = _NUMBER.match(label[2])
                data = (folder / row["path"]).read_bytes()
                [picture] = inventory([Picture(Place("picture"), data=data)])
                yield Counted(
                    Path(row["path"]).name,
                    label[1],
                    label[2],
                    int(number[1]) if number else None,
                    picture.photograph,
                    picture.faces,
                )


def table(found: Iterable[Counted]) -> str:
    """A Markdown table with a line for each picture."""
    looks = {True: "photograph", False: "drawing", None: "not sure"}
    lines = ["| picture | labelled | clearly visible faces | looks like | seen | |", "|---|---|---|---|---|---|"]
    for one in found:
        seen = "–" if one.seen is None else str(one.seen)
        lines.append(f"| {one.name} | {one.kind} | {one.label} | {looks[one.photograph]} | {seen} | {one.result} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table and what it adds up to; exit code 2 when there is nothing to count."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.faces", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with MANIFEST.tsv and the pictures that it names")
    folder = parser.parse_args(arguments).folder
    try:
        found = list(count(folder))
    except OSError as error:
        print(f"{error.filename} could not be opened: {(error.strerror or 'unknown').lower()}.", file=sys.stderr)
        return 2
    if not found:
        print("MANIFEST.tsv names no picture with labelled faces.", file=sys.stderr)
        return 2
    print(table(found))
    numbered = [one for one in found if one.seen is not None and one.visible is not None]
    right = sum(one.result == "right" for one in numbered)
    missed = sum(one.result.endswith("missed") for one in numbered)
    more = len(numbered) - right - missed
    print(
        f"{len(found)} pictures. Of {len(numbered)} with a number, {right} right, {missed} with faces missed, ", end=""
    )
    print(f"{more} with more than are clearly visible.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
