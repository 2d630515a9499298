"""What counts are held beside: elements of frameworks (frameworks.yaml) and reference figures (lenses.yaml)."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from .entries import STRICT
from .lexicon import lexicon_folder
from .model import Dimension, Form, Source
from .representation import load_patterns
from .yaml_file import head, load_list, load_one, refuse

Text = Annotated[str, Field(min_length=1, strict=True)]
CountId = Annotated[str, Field(pattern=r"^M(0[1-9]|[12][0-9]|3[0-3])$")]
LensId = Literal["nation", "field", "start"]


# --- frameworks ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework by which a setting or its materials are looked at; ``source``: codes of sources.yaml."""

    id: Text
    name: Text
    by: Text
    source: Annotated[list[Text], Field(min_length=1)]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that a framework asks, and what answers it.

    ``asks_community`` words it for community learning, and is "" where it is the same. ``strengths`` are ids of
    strengths or whole dimensions; ``patterns`` ids of patterns or counts (M01); ``human``: what no software can tell.
    """

    id: Annotated[str, Field(pattern=r"^[a-z-]+/[a-z-]+$")]
    framework: Text
    title: Text
    asks: Text
    dimensions: list[Dimension]
    forms: list[Form]
    strengths: list[Text]
    patterns: list[Text]
    human: Text
    asks_community: str = ""
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Frameworks:
    """The frameworks, the names of the counts that elements speak of, and the elements in the order of the file."""

    frameworks: Annotated[list[Framework], Field(min_length=1)]
    counts: dict[CountId, Text]
    elements: Annotated[list[Element], Field(min_length=1)]
    __pydantic_config__ = STRICT


@cache
def load_frameworks(folder: Path | None = None) -> Frameworks:
    """The frameworks of a language folder (English by default). Raises LexiconError."""
    base = folder or lexicon_folder() / "en"
    path = base / "frameworks.yaml"
    file = load_one(path, Frameworks)
    sources = _sources(base)
    frameworks = {f.id for f in file.frameworks}
    for index, framework in enumerate(file.frameworks):
        if unknown := sorted(set(framework.source) - set(sources)):
            problem = f"source {unknown[0]!r} is not in sources.yaml. Add it."
            raise refuse(path, ("frameworks", index), framework.id, problem)
    strengths = {raw["id"] for raw in head(base / "strengths.yaml", "strengths", list)} | set(get_args(Dimension))
    patterns = {p.id for p in load_patterns(folder)} | set(file.counts)
    seen: set[str] = set()
    for index, element in enumerate(file.elements):
        problem = ""
        if element.framework not in frameworks or not element.id.startswith(element.framework + "/"):
            problem = "the id must begin with one of the frameworks above, and `framework` name it."
        if element.id in seen:
            problem = "this id is used twice. Ids are never reused."
        if unknown := sorted(set(element.strengths) - strengths):
            problem = f"{unknown[0]!r} is no strength and no dimension. Use an id of strengths.yaml."
        if unknown := sorted(set(element.patterns) - patterns):
            problem = f"{unknown[0]!r} is no pattern and no count. Use an id of patterns.yaml or one under `counts`."
        if problem:
            raise refuse(path, ("elements", index), element.id, problem)
        seen.add(element.id)
    return file


# --- lenses -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lens:
    """What counts may be held beside: who lives here, does this work, or starts out. ``note`` is always shown."""

    id: LensId
    name: Text
    asks: Text
    means: Text
    note: Text
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Figure:
    """``share`` per cent of those whom ``among`` names are what ``of`` names; ``year`` "" where no source gives one."""

    lens: LensId
    dimension: Dimension
    of: Text
    among: Text
    share: Annotated[float, Field(ge=0, le=100)]
    place: Text
    source: Annotated[list[Text], Field(min_length=1)]
    year: Annotated[str, Field(pattern=r"^(\d{4}([/-]\d\d)?)?$")] = ""
    note: str = ""
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Unknown:
    """A figure asked for that no checked source has given yet."""

    lens: LensId
    dimension: Dimension
    of: Text
    place: Text
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Lenses:
    """The lenses, their figures, what is unknown, and the source of each code that figures name."""

    lenses: Annotated[list[Lens], Field(min_length=1)]
    figures: list[Figure]
    unknown: list[Unknown]
    sources: dict[str, Source] = field(default_factory=dict)  # of the figures, from sources.yaml
    __pydantic_config__ = STRICT


@cache
def load_lenses(folder: Path | None = None) -> Lenses:
    """The reference figures of a language folder (English by default). Raises LexiconError."""
    base = folder or lexicon_folder() / "en"
    path = base / "lenses.yaml"
    file = load_one(path, Lenses)
    if file.sources:
        raise refuse(path, ("sources",), "", "sources belong in sources.yaml. Move them there.")
    sources = _sources(base)
    used: dict[str, Source] = {}
    seen: set[tuple[str, str]] = set()
    for index, figure in enumerate(file.figures):
        where = ("figures", index)
        if (figure.of, figure.among) in seen:
            raise refuse(path, where, "", f"{figure.of!r} among {figure.among!r} is given twice. Keep the newest.")
        seen.add((figure.of, figure.among))
        for code in figure.source:
            if code not in sources or sources[code].status != "V":
                problem = f"source {code!r} is not one that was seen (status V in sources.yaml). Leave the figure out."
                raise refuse(path, where, "", problem)
            used[code] = sources[code]
    return Lenses(file.lenses, file.figures, file.unknown, used)


def _sources(base: Path) -> dict[str, Source]:
    return {s.code: s for s in load_list(base / "sources.yaml", "sources", Source)}
