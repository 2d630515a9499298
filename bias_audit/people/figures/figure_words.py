"""What shows that a name means a public figure: whose name many people bear, and which words speak of the person."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pydantic import ConfigDict

from ...errors import LexiconError
from ...lexicon import lexicon_folder
from ...yaml_file import load_one
from ..words import Word, Words, fold

NOTHING: frozenset[str] = frozenset()
_SURE = 2  # points from which a name is the figure's
_OWN, _EVERYDAY = 2, 1  # points of a word of the figure's own, and of one that is an everyday word too
_COMPANY = 1  # points of another public figure in the same sentence or list
_FULL = 2  # parts of a name that many people may bear
_LATEST = 1980  # from then on a year says nothing: it may be anybody's
_APPOSITION = re.compile(r"\s*(?:,[^,.;:!?]{1,60},|\([^)]{1,60}\))")  # "James Young, an engineer, lives in Oban"
_OPENS = re.compile(r"\s+([\w']+)(?:\s+(?:not\s+)?(\w+))?")
# "James Watt, 9, sat", "Ada Lovelace (aged ten)", "Isaac Newton is 12"; not "Isaac Newton, 3 laws"
_NUMBER = r"(?:\d{1,3}|(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)\b)"
_AGED = re.compile(
    rf"\s*(?:, (?:(?:aged? )?{_NUMBER}(?: years old)?(?=[,.;)]|$)|aged? {_NUMBER})"
    rf"|\((?:aged? )?{_NUMBER}(?: years old)?\)|\s+is (?:aged )?{_NUMBER}(?: years old)?(?=[,.;!]| and |$))"
)
_DATED = re.compile(r"\b1\d\d\d\b|\b(?:born|died|century)\b")
_YEAR = 4  # digits of a year that is told from other numbers
_IES, _OES = 4, 4  # letters of a word that may lose its "ies" or "oes"


@dataclass(frozen=True, slots=True)
class EponymWords:
    """The groups of eponyms.yaml, where each is explained."""

    things: Words
    unit_leads: Words
    need_context: Words
    known_for: dict[Word, Words]
    ordinary: Words
    science_words: Words
    now: Words
    remembered: Words
    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class CommonNames:
    """Names that many people in Britain bear, folded."""

    given: Words
    surnames: Words
    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The groups of figure_topics.yaml, where each is explained."""

    everyday: Words
    words: dict[Word, Words]
    several_senses: Words
    plan_headings: Words
    heading_words: Words
    asked: dict[Word, list[Word]]
    related: dict[Word, list[Word]]
    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a name: words of its sentences and of the document (``singular_words``), how many other public
    figures stand beside it, and whether the text says that who bears the name is alive ("Robert Brown is a nurse")."""

    words: frozenset[str] = NOTHING
    document: frozenset[str] = NOTHING
    company: int = 0
    alive: bool = False


@cache
def load_eponyms(base: Path | None = None) -> EponymWords:
    """eponyms.yaml of a language folder (English by default). Raises LexiconError."""
    return load_one((base or lexicon_folder() / "en") / "eponyms.yaml", EponymWords)


@cache
def load_common(base: Path | None = None) -> CommonNames:
    """common_names.yaml of a language folder (English by default). Raises LexiconError."""
    path = (base or lexicon_folder() / "en") / "common_names.yaml"
    names = load_one(path, CommonNames)
    wrong = next((name for name in sorted(names.given | names.surnames) if name != fold(name)), None)
    if wrong is not None:
        raise LexiconError(f"{path.name}: {wrong!r} is not in plain lower case. Write {fold(wrong)!r}.")
    return names


@cache
def load_topics(base: Path | None = None) -> TopicWords:
    """figure_topics.yaml of a language folder (English by default). Raises LexiconError."""
    return load_one((base or lexicon_folder() / "en") / "figure_topics.yaml", TopicWords)


def is_common(key: str, common: CommonNames) -> bool:
    """Whether many people bear a folded name: "sophie wilson", not "marie curie" or "james clerk maxwell"."""
    parts = key.split()
    return len(parts) == _FULL and parts[0] in common.given and parts[1] in common.surnames


def singular(text: str) -> str:
    """Words without accents, hyphens and plural endings: "Volcanoes" is "volcano"."""
    return " ".join(_singular(word) for word in re.findall(r"[\w']+", fold(text.replace("\u2019", "'"))))


def _singular(word: str) -> str:
    word = word.removesuffix("'s").strip("'")
    if word.endswith("ies") and len(word) > _IES:
        return word[:-3] + "y"
    if word.endswith("oes") and len(word) > _OES:
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(singular(text).split())


def singular_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts without accents, hyphens and plural endings."""
    return frozenset(word for text in texts for word in _words_of(text))


def is_alive(after: str, eponyms: EponymWords) -> bool:
    """Whether what follows a name is in the present tense: "James Young, an engineer, lives in Oban"; not "John Muir
    is remembered for his walks"."""
    begins = _APPOSITION.match(after)
    found = _OPENS.match(after, begins.end() if begins else 0)
    if found is None or found[1].lower() not in eponyms.now:
        return False
    return (found[2] or "").lower() not in eponyms.remembered


def is_aged(after: str, sentence: str) -> bool:
    """Whether an age follows a name, as of somebody today: "James Watt, 9, sat beside Ivy"; not "James Watt, 20, came
    to Glasgow in 1756"."""
    return _AGED.match(after) is not None and _DATED.search(sentence) is None


def points(
    topics: Collection[str],
    known_for: Collection[str],
    life: tuple[int | None, int | None],
    dead: bool,
    around: Around,
    eponyms: EponymWords,
    words: TopicWords,
) -> int:
    """How much the words around a name speak of somebody with those topics and that life."""
    near, far = around.words, around.document
    if _year_within(near, life):
        return _SURE
    if around.alive and dead:
        return 0
    own = {_words_of(word) for word in known_for if word not in eponyms.ordinary}
    if any(word <= near for word in own):
        return _SURE
    by_topic = {topic: word for topic in topics if (word := _named_by(topic, near, words)) is not None}
    found = [_EVERYDAY if topic in words.everyday else _OWN for topic in by_topic]
    science = any(word in near for word in eponyms.science_words)
    told = sum(word <= far for word in own)
    # a word that names a topic too counts once: "lighthouse" of Robert Stevenson
    ordinary = {_words_of(word) for word in known_for if word in eponyms.ordinary}
    beside = sum(word <= near and not any(by <= word for by in by_topic.values()) for word in ordinary)
    return sum(found) + science + told + beside + _COMPANY * around.company


def _named_by(topic: str, near: frozenset[str], words: TopicWords) -> frozenset[str] | None:
    """The words that name a topic, None where it is not spoken of."""
    names = map(_words_of, (topic, *sorted(words.words.get(topic, ()))))
    return next((name for name in names if name <= near), None)


def _year_within(words: Collection[str], life: tuple[int | None, int | None]) -> bool:
    """Whether a year of the life stands there; of somebody who is alive none says anything."""
    born, died = life
    years = {int(word) for word in words if word.isdigit() and len(word) == _YEAR}
    if died is None:
        return False
    if born is None:
        return died in years
    return any((born <= year <= died and year < _LATEST) or year in (born, died) for year in years)


def fits(score: int) -> bool:
    """Whether so many points make a name that of the public figure."""
    return score >= _SURE
