"""Jobs and the ways into them: occupations.yaml and routes.yaml, and where a text names a route."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from .bodies import names_a_body
from .entries import STRICT
from .language import guess
from .lexicon import lexicon_folder
from .phrases import Phrases, compile_phrases, find_phrases
from .pipeline import load_model
from .text import Tokenised
from .yaml_file import load_one, refuse

Text = Annotated[str, Field(min_length=1, strict=True)]
Phrase = Annotated[str, Field(pattern=r"^\S+( \S+)*$", strict=True)]
Scqf = Annotated[int, Field(ge=1, le=12)]


# --- routes -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Route:
    """A way into work or learning. ``scqf``: lowest and highest level; () where it is not certain.

    ``counts_as`` is the id under which it is counted when routes are compared; ``scqf_of`` gives the level of a
    qualification among its ``phrases``.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    name: Text
    counts_as: Text
    phrases: Annotated[list[Phrase], Field(min_length=1)]
    unless: list[Phrase] = field(default_factory=list)
    scqf: tuple[()] | tuple[Scqf, Scqf] = ()
    scqf_of: dict[str, Scqf] = field(default_factory=dict)
    body: bool = False
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Routes:
    """The closed list of routes by id; ``study_words`` make the name or the building of a university a route."""

    routes: dict[str, Route]
    study_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class RouteMention:
    """A route, and the characters of a block that name it."""

    route: str
    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _RouteFile:
    study_words: Annotated[list[Text], Field(min_length=1)]
    routes: Annotated[list[Route], Field(min_length=1)]
    __pydantic_config__ = STRICT


@cache
def load_routes(folder: Path | None = None) -> Routes:
    """The routes of a language folder (English by default). Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "routes.yaml"
    file = load_one(path, _RouteFile)
    found: dict[str, Route] = {}
    owner: dict[str, str] = {}  # phrase -> route
    for index, route in enumerate(file.routes):
        problem = "this id is used twice. Keep one of them." if route.id in found else ""
        for phrase in route.phrases:
            if phrase in owner:
                problem = f"{phrase!r} belongs to {owner[phrase]!r} already. A phrase names one route."
            owner[phrase] = route.id
        for phrase in route.unless:
            if not any(f" {named.lower()} " in f" {phrase} " for named in route.phrases):
                problem = f"{phrase!r} under `unless` holds none of the phrases. Take it out."
        for phrase in route.scqf_of:
            if phrase not in route.phrases:
                problem = f"{phrase!r} under `scqf_of` is none of the phrases. Add it to them."
        if problem:
            raise refuse(path, ("routes", index), route.id, problem)
        found[route.id] = route
    for index, route in enumerate(file.routes):
        if route.counts_as not in found:
            problem = f"`counts_as` is {route.counts_as!r}, which is no route of this file. Use one of its ids."
            raise refuse(path, ("routes", index), route.id, problem)
    return Routes(found, frozenset(file.study_words))


@cache
def _forms() -> tuple[Phrases[str], Phrases[str], Phrases[str]]:
    """Routes by phrases in any letters, by those whose capitals matter, and by what is passed over."""
    nlp, routes = load_model(), load_routes().routes.values()
    return (
        compile_phrases(((r.id, [p for p in r.phrases if p.islower()]) for r in routes), nlp),
        compile_phrases(((r.id, [p for p in r.phrases if not p.islower()]) for r in routes), nlp, exact=True),
        compile_phrases(((r.id, r.unless) for r in routes), nlp),
    )


def find_routes(text: Tokenised) -> tuple[RouteMention, ...]:
    """Where a text names a route, in reading order; the longer words win where two overlap.

    Code, references and passages in other languages are left out, and so are names and buildings of universities
    and colleges, unless the sentence says that somebody studied there.
    """
    return tuple(
        route
        for index, block in enumerate(text.blocks)
        if block.language == "en" and block.kind not in ("code", "reference")
        for route in routes_in(text, index)
    )


def routes_in(text: Tokenised, block: int) -> Iterator[RouteMention]:
    """The routes that one block names."""
    for route, start, end in _in_block(text, block):
        yield RouteMention(route, block, start, end, text.blocks[block].text[start:end])


def _in_block(text: Tokenised, block: int) -> Iterator[tuple[str, int, int]]:
    lower, exact, unless = _forms()
    doc = text.docs[block]
    found = [(first, last, route) for forms in (lower, exact) for route, first, last in find_phrases(doc, forms)]
    if not found:
        return
    silent = [(first, last, route) for route, first, last in find_phrases(doc, unless)]
    taken: set[int] = set()
    kept: list[tuple[int, int, str]] = []
    for first, last, route in sorted(found, key=lambda m: (m[0] - m[1], m)):
        if not taken.isdisjoint(range(first, last)):
            continue
        taken.update(range(first, last))
        if any(route == other and start < last and first < end for start, end, other in silent):
            continue
        kept.append((first, last, route))
    for first, last, route in sorted(kept):
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        sentence = text.sentence_at(block, start)
        if load_routes().routes[route].body and names_a_body(doc, sentence, first, last, load_routes().study_words):
            continue
        if guess(text.blocks[block].text[sentence.start : sentence.end]) in ("en", ""):
            yield route, start, end


# --- occupations --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Occupation:
    """A job by its plain title. ``ambiguous``: the word is as often something else in a text.

    ``level`` and ``sector`` are of the lists in occupations.yaml, ``routes`` ids of routes.yaml (usual ways in; empty
    says nothing); ``other_words`` are older, gendered or short forms.
    """

    title: str
    plural: str
    level: str
    sector: str
    stem: bool
    routes: tuple[str, ...]
    other_words: tuple[str, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Occupations:
    """All jobs by title, and by every form, in lower case, that names one; ``says_she``: "postwoman", "ballerina"."""

    by_title: dict[str, Occupation]
    by_form: dict[str, Occupation]
    says_she: frozenset[str]
    levels: dict[str, str]
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    sector: Text
    level: Text
    stem: Annotated[bool, Field(strict=True)]
    routes: list[Text]
    titles: Annotated[list[Phrase], Field(min_length=1)]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class _OccupationFile:
    levels: dict[str, Text]
    sectors: Annotated[list[Text], Field(min_length=1)]
    groups: Annotated[list[_Group], Field(min_length=1)]
    ambiguous: list[Phrase]
    other_words: dict[str, list[Phrase]]
    says_she: list[Phrase]
    plurals: dict[str, Phrase]
    __pydantic_config__ = STRICT


_ENDINGS = {"man": "men", "woman": "women", "person": "people", "wife": "wives"}


def plural_of(title: str, plurals: dict[str, str]) -> str:
    """The plural of a title: of "head of department", "heads of department"."""
    if title in plurals:
        return plurals[title]
    noun, of, rest = title.partition(" of ")
    for ending, many in _ENDINGS.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + many + of + rest
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies" + of + rest
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s") + of + rest


@cache
def load_occupations(folder: Path | None = None) -> Occupations:
    """The jobs of a language folder (English by default). Raises LexiconError."""
    base = folder or lexicon_folder() / "en"
    path = base / "occupations.yaml"
    file = load_one(path, _OccupationFile)
    routes = load_routes(folder).routes
    titles: set[str] = set()
    for index, group in enumerate(file.groups):
        problem = ""
        if group.level not in file.levels or group.sector not in file.sectors:
            problem = f"{group.level!r} or {group.sector!r} is not listed above. Use one of the lists."
        if unknown := sorted(set(group.routes) - set(routes)):
            problem = f"{unknown[0]!r} is no route of routes.yaml. Use one of its ids."
        for title in group.titles:
            if title in titles or title != title.lower():
                problem = f"{title!r} is given twice or not in lower case. Keep one, in lower case."
            titles.add(title)
        if problem:
            raise refuse(path, ("groups", index), "", problem)
    for where, named in (("ambiguous", file.ambiguous), ("other_words", file.other_words), ("plurals", file.plurals)):
        if strange := sorted(set(named) - titles):
            raise refuse(path, (where,), "", f"{strange[0]!r} is no title of a group. Add it to one.")
    others = {word for words in file.other_words.values() for word in words}
    if strange := sorted(set(file.says_she) - others):
        raise refuse(path, ("says_she",), "", f"{strange[0]!r} is no word of `other_words`. Add it to one.")
    says_she = frozenset(file.says_she) | {word for word in others if word.endswith("woman")}
    ambiguous = frozenset(file.ambiguous)
    by_title: dict[str, Occupation] = {}
    by_form: dict[str, Occupation] = {}
    for group in file.groups:
        for title in group.titles:
            words = tuple(file.other_words.get(title, ()))
            plural = plural_of(title, file.plurals)
            job = Occupation(
                title, plural, group.level, group.sector, group.stem, tuple(group.routes), words, title in ambiguous
            )
            by_title[title] = job
            for form in (title, plural, *words, *(plural_of(other, {}) for other in words)):
                if form in by_form:
                    problem = f"{form!r} names {by_form[form].title!r} and {title!r}. Keep one."
                    raise refuse(path, ("other_words", title), "", problem)
                by_form[form] = job
    return Occupations(by_title, by_form, says_she, file.levels, tuple(file.sectors))


def occupation_of(word: str) -> Occupation | None:
    """The job that a word or two name, in the singular, the plural or an older form; None if they name none."""
    return load_occupations().by_form.get(" ".join(word.lower().replace("’", "'").split()))
