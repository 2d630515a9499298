"""People of science, technology and the trades whom lessons name: who they are, and whom else a lesson could show."""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...errors import LexiconError
from ...lexicon import lexicon_folder
from ...model import GenderWords, Source
from ...yaml_file import load_list
from ..words import PeopleWords, fold, load_people_words
from .figure_words import (
    Around,
    CommonNames,
    EponymWords,
    TopicWords,
    fits,
    is_common,
    load_common,
    load_eponyms,
    load_topics,
    points,
)

FILE = "public_figures.csv"
FIELDS = frozenset(
    "physics chemistry biology medicine nursing engineering computing mathematics astronomy environment technology"
    " trades invention".split()
) | {"earth science"}
_SCOTTISH = frozenset({"yes", "worked", ""})
_LIVING = {"yes": True, "no": False, "": None}
_PRONOUNS: dict[str, GenderWords] = {"she": "she", "he": "he", "they": "they"}
_COLUMNS = (
    "name", "also", "surname_alone", "born", "died", "country", "described", "field", "topics", "scottish", "living",
    "source", "checked",
)  # fmt: skip
_EARLIEST, _LATEST, _OLDEST = -700, 2100, 120  # years


@dataclass(frozen=True, slots=True)
class Figure:
    """A person as public sources describe them; what a source does not say is left empty."""

    name: str
    also: tuple[str, ...]
    surname_alone: bool  # the surname by itself means this person
    born: int | None
    died: int | None
    countries: tuple[str, ...]
    gender: GenderWords  # by the words the sources use
    tags: tuple[str, ...]  # said plainly by a source: "Black", "deaf"
    field: str
    topics: tuple[str, ...]
    scottish: str  # "yes": born in Scotland or described as Scottish; "worked": worked there
    living: bool | None  # when the source was written; None where it does not say
    source: str  # a code of sources.yaml
    checked: str  # where the facts were read


@dataclass(frozen=True, slots=True)
class Figures:
    """Everyone in the file, by their folded names and surnames."""

    everyone: tuple[Figure, ...]
    by_name: dict[str, tuple[Figure, ...]]  # of several who bear a name, the words around it say who is meant
    by_surname: dict[str, tuple[Figure, ...]]
    needing: frozenset[str]  # names that many people bear
    eponyms: EponymWords
    topics: TopicWords
    words: PeopleWords


@cache
def load_figures(folder: Path | None = None) -> Figures:
    """The public figures of a language folder (English by default). Raises LexiconError."""
    base = folder or lexicon_folder() / "en"
    codes = {s.code for s in load_list(base / "sources.yaml", "sources", Source)}
    eponyms, topics, words = load_eponyms(base), load_topics(base), load_people_words(folder)
    by_hand = frozenset(map(fold, eponyms.need_context))
    names: dict[str, list[Figure]] = defaultdict(list)
    surnames: dict[str, list[Figure]] = defaultdict(list)
    everyone = tuple(_read(base / FILE, codes))
    needing: set[str] = set()
    for figure in everyone:
        for name in dict.fromkeys(map(fold, (figure.name, *figure.also))):
            if _needs_context(name, figure, by_hand, load_common(base)):
                needing.add(name)
            names[name].append(figure)
        for surname in _surnames(figure.name, words):
            surnames[surname].append(figure)
    for name, bearers in names.items():
        rows = {f.name for f in bearers}
        if len(bearers) > 1 and (name not in needing or len(rows) < len(bearers)):
            doubled = next(n for n in (bearers[1].name, *bearers[1].also) if fold(n) == name)
            raise LexiconError(f"{FILE}, {bearers[1].name}: {doubled!r} is someone else's name too. Keep one.")
    for surname, bearers in surnames.items():
        alone = [f.name for f in bearers if f.surname_alone]
        if len(alone) > 1:
            raise LexiconError(f"{FILE}: {surname!r} alone cannot mean both {alone[0]} and {alone[1]}. Set one to no.")
    return Figures(
        everyone,
        {name: tuple(bearers) for name, bearers in names.items()},
        {surname: tuple(bearers) for surname, bearers in surnames.items()},
        frozenset(needing),
        eponyms,
        topics,
        words,
    )


def _needs_context(name: str, figure: Figure, by_hand: Collection[str], common: CommonNames) -> bool:
    """Whether the name alone may be anybody's, unless the surname by itself means the figure ("James Watt")."""
    return name in by_hand or (not figure.surname_alone and is_common(name, common))


def _read(path: Path, codes: Collection[str]) -> Iterable[Figure]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name} cannot be read. Install bias-audit again.") from error
    rows = csv.reader(text.splitlines())
    if tuple(next(rows, ())) != _COLUMNS:
        raise LexiconError(f"{path.name}, line 1: the columns must be {', '.join(_COLUMNS)}.")
    for row in rows:
        if len(row) != len(_COLUMNS):
            raise LexiconError(
                f"{path.name}, line {rows.line_num}: give {len(_COLUMNS)} columns; there are {len(row)}."
            )
        try:
            yield _figure(dict(zip(_COLUMNS, row, strict=True)), codes)
        except ValueError as problem:
            raise LexiconError(f"{path.name}, line {rows.line_num}, {row[0] or 'no name'}: {problem}") from problem


def _figure(row: dict[str, str], codes: Collection[str]) -> Figure:
    for column in ("name", "topics", "checked"):
        if not row[column].strip():
            raise ValueError(f"{column!r} is empty. Nobody is listed without it.")
    _one_of(row, "surname_alone", ("yes", "no"))
    _one_of(row, "field", FIELDS)
    _one_of(row, "scottish", _SCOTTISH)
    _one_of(row, "living", _LIVING)
    if row["source"] not in codes:
        raise ValueError(f"source {row['source']!r} is not in sources.yaml. Add it.")
    born, died, living = _year(row["born"]), _year(row["died"]), _LIVING[row["living"]]
    if born is not None and died is not None and not 0 < died - born <= _OLDEST:
        raise ValueError(f"a life from {born} to {died} cannot be. Check the years.")
    if (died is not None) != (living is False) and (died is not None or living):
        raise ValueError("someone who has died is not living. Check 'died' and 'living'.")
    described = _split(row["described"])
    gender: GenderWords = _PRONOUNS.get(described[0], "not stated") if described else "not stated"
    return Figure(
        name=row["name"],
        also=_split(row["also"]),
        surname_alone=row["surname_alone"] == "yes",
        born=born,
        died=died,
        countries=_split(row["country"]),
        gender=gender,
        tags=described[gender != "not stated" :],
        field=row["field"],
        topics=_split(row["topics"]),
        scottish=row["scottish"],
        living=living,
        source=row["source"],
        checked=row["checked"],
    )


def _one_of(row: dict[str, str], column: str, allowed: Iterable[str]) -> None:
    if row[column] not in allowed:
        raise ValueError(
            f"{column!r} cannot be {row[column]!r}. Write one of: {', '.join(sorted(filter(None, allowed)))}."
        )


def _year(text: str) -> int | None:
    if not text:
        return None
    if not text.removeprefix("-").isdigit() or not _EARLIEST <= int(text) <= _LATEST:
        raise ValueError(f"{text!r} is not a year. Write 1867, or -276 for 276 BC.")
    return int(text)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _surnames(name: str, words: PeopleWords) -> set[str]:
    """ "da vinci" and "vinci" of Leonardo da Vinci; of one word nothing, which is a full name."""
    parts = fold(name).split()
    if len(parts) < 2:
        return set()
    first = len(parts) - 1
    while first > 1 and parts[first - 1] in words.surname_links:
        first -= 1
    return {parts[-1], " ".join(parts[first:])}


def find(
    name: str,
    *,
    before: str = "",
    after: Sequence[str] = (),
    around: Around | None = None,
    known: Collection[str] = (),
) -> Figure | None:
    """The public figure that ``name`` means in a text, or None.

    A full name is enough. A surname is enough where it alone means someone, or where its bearer is among
    the ``known`` names (of figures met before in the document). ``before`` is the word before the name and
    ``after`` the words that follow, as written: "Newton's second law" and "5 Pascal" name nobody. ``around``
    is what stands around the name: a full name that many people bear is linked only where that speaks of the figure.
    """
    figures = load_figures()
    key = _key(name, figures)
    named = figures.by_name.get(key, ())
    if _is_thing(after, figures, whole=bool(named) and " " in key):
        return None
    if named:
        return _meant(named, around or Around(), figures) if key in figures.needing else named[0]
    if key in figures.words.eponyms and (before[-1:].isdigit() or before.lower() in figures.eponyms.unit_leads):
        return None
    bearers = figures.by_surname.get(key, ())
    met = [f for f in bearers if f.name in known]
    chosen = met or [f for f in bearers if f.surname_alone]
    return chosen[0] if len(chosen) == 1 else None


def _meant(named: Sequence[Figure], around: Around, figures: Figures) -> Figure | None:
    """The one of those who bear a name of whom the words around it speak most, None where they speak of nobody."""
    scores = [_points(figure, around, figures) for figure in named]
    best = max(scores)
    return named[scores.index(best)] if fits(best) and scores.count(best) == 1 else None


def _points(figure: Figure, around: Around, figures: Figures) -> int:
    own = [topic for topic in figure.topics if topic not in FIELDS]
    known_for, life = figures.eponyms.known_for.get(figure.name, frozenset()), (figure.born, figure.died)
    return points(own, known_for, life, figure.living is False, around, figures.eponyms, figures.topics)


def needs_context(name: str) -> bool:
    """Whether a full name is a public figure's only where the words around it say so."""
    figures = load_figures()
    return _key(name, figures) in figures.needing


@cache
def known_by_surname() -> frozenset[str]:
    """The surnames, folded, that alone mean one public figure, and names of one word ("Hypatia")."""
    figures = load_figures()
    alone = {name for name, bearers in figures.by_surname.items() if sum(f.surname_alone for f in bearers) == 1}
    return frozenset(
        alone | {name for name, named in figures.by_name.items() if " " not in name and named[0].surname_alone}
    )


def _key(name: str, figures: Figures) -> str:
    return fold(" ".join(_untitled(name.split(), figures)))


def _untitled(parts: list[str], figures: Figures) -> list[str]:
    words = figures.words
    titled = len(parts) > 1 and any(
        parts[0].lower().rstrip(".") in titles
        for titles in (words.titles.she, words.titles.he, words.titles.they, words.titles.not_stated)
    )
    # "Lord Kelvin" and "Lady Mary Wortley Montagu" are known by their titles
    return parts[1:] if titled and fold(" ".join(parts)) not in figures.by_name else parts


def _is_thing(after: Sequence[str], figures: Figures, *, whole: bool) -> bool:
    """Whether the words after a name make it part of the name of a law, a thing or a place."""
    words, rest = figures.words, list(after)
    owned = bool(rest) and rest[0].lower().replace("\u2019", "'") in ("'s", "'")
    if owned:
        rest = rest[1:]
    while rest and rest[0].lower() in words.law_between:
        rest = rest[1:]
    if not rest:
        return False
    noun = rest[0].lower()
    named = noun in words.thing_names and rest[0][0].isupper()
    if whole:  # "Robert Bunsen's burner" still speaks of him, "James Watt Street" does not
        return not owned and (named or noun in words.thing_words)
    return noun in words.law_words | figures.eponyms.things or (not owned and (named or noun in words.thing_words))
