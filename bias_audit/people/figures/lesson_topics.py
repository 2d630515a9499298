"""What a lesson is on, of the topics that the table of public figures knows: as its title or its headings name it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import PurePath

from ...model import Block, Document
from .figure_words import singular
from .public_figures import FIELDS, load_figures
from .who_else import topic_names, topics_of

_MOST = 2  # topics of a lesson
_SEVERAL = 4  # times that a text without such a title or heading names its topic
_WORDS_A_TIME = 250  # words of the text, at most, for each of those times
_LONGEST_HEADING = 14  # words; more are a sentence
_PARTS = re.compile(r"[\w']+|[^\w\s'\-]| - ")
_NUMBER = re.compile(r"[a-z]{0,2}\d+[a-z]?|[a-z]|[ivx]+")  # "p6", "2b", "ii"
_APART = frozenset("and in or with from at across around through under".split())
_UNREAD = frozenset({"code", "reference", "header", "footer", "comment", "alt_text"})

Tokens = list[str]  # words in plain form; whatever is between two parts of a heading is no word: "|"


def lesson_topics(document: Document) -> tuple[str, ...]:
    """At most two topics that the title names, or headings, or failing these the text several times.

    "Plate tectonics" of "P6 plate tectonics.docx". A word of several senses counts where nothing beside it gives it
    another: "Light and sound", not "A light snack". A whole science ("biology") gives way to what is more exact.
    """
    titles, headings = _titles(document), _headings(document)
    found = list(dict.fromkeys(name for title in titles for name in _named(_tokens(title), whole=True)))
    found += _most_named(name for text in headings for name in dict.fromkeys(_named(_tokens(text))))
    if not found:
        found = _often_named(document)
    return _apart(sorted(found, key=_is_science))


def _titles(document: Document) -> list[str]:
    """The title of the file, its first heading where it opens with one, and its name."""
    opens = [b.text for b in document.blocks[:1] if b.kind == "heading"]
    stem = re.sub(r"(?<=[a-z])(?=[A-Z\d])|[_\-.+]+", " ", PurePath(document.name).stem)
    return [text for text in (document.title, *opens, stem) if text]


def _headings(document: Document) -> tuple[str, ...]:
    """Every heading once, and the lines in bold that stand for headings."""
    read = [b for b in document.blocks if b.kind not in _UNREAD]
    texts = (text for b in read for text in (b.place.section, b.text if b.kind == "heading" else "") if text)
    return tuple(dict.fromkeys(texts))


def _named(tokens: Tokens, *, whole: bool = False) -> Iterator[str]:
    """The names of topics, in plain form, that a heading or a ``whole`` title holds."""
    if len(tokens) > _LONGEST_HEADING:
        return
    spans = list(_spans(tokens))
    covered = {at for start, end, _ in spans for at in range(start, end)}
    for start, end, name in spans:
        beside = {tokens[at] for at in _part(tokens, start, end) if at not in covered}
        beside = {word for word in beside if not _NUMBER.fullmatch(word)}
        fits = name not in _several() or beside <= _heading_words()
        if fits and (name not in _plan() or (whole and not beside)):
            yield name


def _part(tokens: Tokens, start: int, end: int) -> range:
    """The part of a heading around a name: "light" of "Light and sound"."""
    while start > 0 and not _divides(tokens[start - 1]):
        start -= 1
    while end < len(tokens) and not _divides(tokens[end]):
        end += 1
    return range(start, end)


def _divides(token: str) -> bool:
    return token == "|" or token in _APART


def _spans(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Where names of topics stand, the longest first: "climate change", not "climate"."""
    names, longest = topic_names(), _longest()
    at = 0
    while at < len(tokens):
        size = min(longest.get(tokens[at], 0), len(tokens) - at)
        while size and (name := " ".join(tokens[at : at + size])) not in names:
            size -= 1
        if size:
            yield at, at + size, name
        at += size or 1


def _often_named(document: Document) -> list[str]:
    """Names without other senses that the running text comes back to, the most frequent first."""
    several, times, words = _several(), Counter[str](), 0
    for tokens in map(_tokens, _texts(document.blocks)):
        words += len(tokens)
        times.update(name for _, _, name in _spans(tokens) if name not in several)
    least = max(_SEVERAL, words / _WORDS_A_TIME)
    return [name for name, count in _by_number(times) if count >= least and name not in _plan()]


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    return (b.text for b in blocks if b.kind not in _UNREAD and b.language == "en")


def _most_named(names: Iterable[str]) -> list[str]:
    return [name for name, _ in _by_number(Counter(names))]


def _by_number(times: Counter[str]) -> list[tuple[str, int]]:
    return sorted(times.items(), key=lambda item: -item[1])  # those of the same number as they come


def _apart(names: Iterable[str]) -> tuple[str, ...]:
    """The first names that lead to other topics than those before them, as people write them."""
    written, chosen = _written(), list[str]()
    for name in names:
        topics = set(topics_of(written[name]))
        if not any(topics <= set(topics_of(one)) or topics >= set(topics_of(one)) for one in chosen):
            chosen.append(written[name])
        if len(chosen) == _MOST:
            break
    return tuple(chosen)


def _tokens(text: str) -> Tokens:
    """ "Light & sound: a quiz" in plain form, divided: light, |, sound, |, a, quiz."""
    parts = _PARTS.findall(text.replace("\u2019", "'"))
    return [_plain(part) if part[0].isalnum() else "|" for part in parts if part.strip("'_")]


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return singular(word)


def _is_science(name: str) -> bool:
    return name in _sciences()


@cache
def _sciences() -> frozenset[str]:
    return frozenset(map(singular, FIELDS))


@cache
def _several() -> frozenset[str]:
    return frozenset(map(singular, load_figures().topics.several_senses))


@cache
def _plan() -> frozenset[str]:
    return frozenset(map(singular, load_figures().topics.plan_headings))


@cache
def _heading_words() -> frozenset[str]:
    return frozenset(map(singular, load_figures().topics.heading_words))


@cache
def _longest() -> dict[str, int]:
    """How many words the longest name has that begins with a word."""
    sizes: dict[str, int] = {}
    for name in topic_names():
        first, *rest = name.split()
        sizes[first] = max(sizes.get(first, 0), 1 + len(rest))
    return sizes


@cache
def _written() -> dict[str, str]:
    """Each name as people write it: a topic, what lessons are called, or the topic that a word speaks of."""
    figures = load_figures()
    asked = {singular(phrase): phrase for phrase in figures.topics.asked}
    topics = {singular(t): t for f in figures.everyone for t in (*f.topics, f.field)}
    return {name: topics.get(name) or asked.get(name) or means[0] for name, means in topic_names().items()}
