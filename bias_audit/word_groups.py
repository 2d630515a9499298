"""Word groups and shapes: the vocabulary of entries and checks, kept as data in words.yaml and checks.yaml."""

import re
from collections.abc import Mapping
from pathlib import Path

from .errors import LexiconError
from .yaml_file import head, refuse

Groups = dict[str, frozenset[str]]
_NAMED = re.compile(r"\{([a-z_]+)\}")


def load_groups(path: Path, above: Mapping[str, frozenset[str]]) -> Groups:
    """The word groups of a file with those ``above`` it; "@other" inside a group takes in an earlier one's words."""
    listed = head(path, "groups", dict)
    groups = dict(above)
    for name, words in listed.items():
        if name in above:
            raise refuse(path, ("groups", name), "", f"words.yaml has a group {name!r} too. Keep one of them.")
        if not isinstance(words, list):
            raise refuse(path, ("groups", name), "", f"give the words of group {name!r} as a list: [a, b].")
        found: set[str] = set()
        for word in words:
            if not isinstance(word, str):
                raise LexiconError(f"{path.name}: put quotation marks round {word!r} in group {name!r}.")
            if word.startswith("@") and word[1:] not in groups:
                raise LexiconError(f"{path.name}: group {name!r} takes in {word[1:]!r}, which must stand above it.")
            found |= groups[word[1:]] if word.startswith("@") else {word.lower()}
        groups[name] = frozenset(found)
    return groups


def load_shapes(path: Path, groups: Mapping[str, frozenset[str]]) -> dict[str, re.Pattern[str]]:
    """The shapes of a file, each as one pattern for the lower-case sentence. Raises LexiconError."""
    listed = head(path, "shapes", dict)
    known = {
        name: "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) for name, words in groups.items()
    }
    for name, ways in listed.items():
        if not isinstance(ways, list) or not ways:
            raise refuse(path, ("shapes", name), "", f"give shape {name!r} as a list of the ways to write it.")
        for number, way in enumerate(ways):
            if problem := _problem_of(way, known):
                raise refuse(path, ("shapes", name, number), "", f"shape {name!r}: {problem}")
        known[name] = "|".join(_NAMED.sub(lambda named: f"({known[named[1]]})", way) for way in ways)
    return {name: re.compile(rf"\b(?:{known[name]})\b") for name in listed}


def _problem_of(way: object, known: Mapping[str, str]) -> str | None:
    if not isinstance(way, str):
        return f"put quotation marks round {way!r}."
    if missing := next((name for name in _NAMED.findall(way) if name not in known), None):
        return f"{missing!r} is neither a word group nor a shape that stands above."
    if re.sub(r"\\.", "", way) != re.sub(r"\\.", "", way.lower()):
        return f"capitals do not matter here: write {way.lower()!r}."
    try:
        matches_nothing = re.fullmatch(_NAMED.sub("word", way), "") is not None
    except re.error as error:
        return f"{way!r} is not a regular expression: {error}."
    return f"{way!r} matches no word at all. Make one of its words required." if matches_nothing else None
