"""Figures of our own learners as people type them in: a group and its per cent on each line. Pure."""

import re

Learners = tuple[tuple[str, float], ...]

MOST = 20  # groups
_LONGEST = 60  # characters of the name of a group
_LINE = re.compile(r"(?P<name>.*?)[\s:=,]*(?<![\d.,-])(?P<share>-?\d{1,9}(?:[.,]\d{1,3})?)\s*(?:%|per\s?cent)?")


def read_learners(text: str) -> tuple[Learners, tuple[str, ...]]:
    """The groups and their per cent, and what to mend in plain words, line by line; a wrong line gives no group."""
    found: dict[str, float] = {}
    wrong: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        name = " ".join(match["name"].split()) if match else ""
        if match is None or not name:
            wrong.append(f"Line {number}: give a group and its per cent, such as: girls 48")
        elif not 0 <= (share := float(match["share"].replace(",", "."))) <= 100:
            wrong.append(f"Line {number}: per cent goes from 0 to 100.")
        elif len(name) > _LONGEST:
            wrong.append(f"Line {number}: use a shorter name for the group.")
        elif name.casefold() in map(str.casefold, found):
            wrong.append(f"Line {number}: “{name}” is there twice. Keep one of them.")
        elif len(found) == MOST:
            wrong.append(f"Line {number}: there is room for {MOST} groups. Take some out.")
        else:
            found[name] = share
    return tuple(found.items()), tuple(wrong)


def write_learners(learners: Learners) -> str:
    """The same as lines to type over."""
    return "\n".join(f"{name} {share:g}" for name, share in learners)
