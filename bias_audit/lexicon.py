"""Load lexicons: rules as data, shipped ones and local overlays."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from .entries import STRICT, Entry, Guard, Homograph, StrengthEntry, problem_of
from .errors import LexiconError
from .model import Dimension, Source
from .word_groups import Groups, load_groups, load_shapes
from .yaml_file import head, load_list, load_one, refuse, validated


@dataclass(frozen=True, slots=True)
class _EntryFile:
    dimension: Dimension
    entries: list[dict[str, Any]]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rules of a language, with local overlays applied. ``digest`` names this exact content."""

    entries: tuple[Entry, ...]
    strengths: tuple[StrengthEntry, ...]
    guards: dict[str, Guard]
    homographs: tuple[Homograph, ...]
    words: Groups
    shapes: dict[str, re.Pattern[str]]
    sources: dict[str, Source]
    digest: str

    def entry(self, id: str) -> Entry:
        """The entry of that id; LexiconError with the nearest ids when there is none."""
        for entry in self.entries:
            if entry.id == id:
                return entry
        tail = id.rsplit("/", 1)[-1].split("-")[0]
        near = [e.id for e in self.entries if tail and tail in e.id][:5]
        hint = f" Did you mean {', '.join(near)}?" if near else " `bias-audit rules` lists them all."
        raise LexiconError(f"There is no rule {id!r}.{hint}")


def lexicon_folder() -> Path:
    """The lexicons that ship with the package: inside the wheel, or beside the package in a checkout."""
    here = Path(__file__).parent
    for folder in (here / "lexicons", here.parent / "lexicons"):
        if (folder / "en").is_dir():
            return folder
    raise LexiconError(f"No lexicons were found beside {here.name}. Install bias-audit again.")


_ENTRY = TypeAdapter(Entry)
_STRENGTH = TypeAdapter(StrengthEntry)


def python_names(raw: dict[str, Any]) -> dict[str, Any]:
    """``try`` is a Python keyword: it has another name inside."""
    return {("try_instead" if key == "try" else key): value for key, value in raw.items()}


def load_entries(path: Path, groups: dict[str, frozenset[str]]) -> list[Entry]:
    """The entries of one file. Raises LexiconError."""
    file = load_one(path, _EntryFile)
    found = []
    for index, raw in enumerate(file.entries):
        where = ("entries", index)
        entry = validated(_ENTRY, python_names(raw) | {"dimension": file.dimension}, path, where)
        if not entry.id.startswith(file.dimension + "/"):
            raise refuse(path, where, entry.id, f"the id must start with {file.dimension + '/'!r}.")
        if problem := problem_of(entry, groups):
            raise refuse(path, (*where, problem[0]), entry.id, problem[1])
        found.append(entry)
    return found


def _load_strengths(path: Path, groups: dict[str, frozenset[str]]) -> list[StrengthEntry]:
    raws = head(path, "strengths", list)
    found = []
    for index, raw in enumerate(raws):
        where = ("strengths", index)
        entry = validated(_STRENGTH, raw, path, where)
        if problem := problem_of(entry, groups):
            raise refuse(path, (*where, problem[0]), entry.id, problem[1])
        found.append(entry)
    return found


_NOT_ENTRIES = frozenset(
    "guards checks homographs languages words sources strengths people patterns setting flip reading many_meanings"
    " occupations routes frameworks lenses eponyms figure_topics common_names actions described counts".split()
)


@cache
def load_lexicon(overlays: tuple[str, ...] = (), folder: Path | None = None) -> Lexicon:
    """The shipped lexicon with local ``overlays`` (folders of the same kind of files) on top.

    An overlay's entry with the id of a shipped one takes its place. Raises LexiconError.
    """
    base = (folder or lexicon_folder()) / "en"
    if not overlays:
        return _shipped(base)
    shipped = load_lexicon((), folder) if folder else load_lexicon(())  # kept: the local rules alone are read
    return _overlaid(shipped, overlays, base)


def _shipped(base: Path) -> Lexicon:
    files = sorted(base.glob("*.yaml"))
    groups = load_groups(base / "checks.yaml", load_groups(base / "words.yaml", {}))
    sources = {s.code: s for s in load_list(base / "sources.yaml", "sources", Source)}
    entries: dict[str, Entry] = {}
    for path in files:
        if path.stem not in _NOT_ENTRIES:
            _add(entries, load_entries(path, groups), path, sources)
    return Lexicon(
        entries=tuple(entries.values()),
        strengths=tuple(_load_strengths(base / "strengths.yaml", groups)),
        guards={g.id: g for g in load_list(base / "guards.yaml", "guards", Guard)},
        homographs=tuple(load_list(base / "homographs.yaml", "homographs", Homograph)),
        words=groups,
        shapes=load_shapes(base / "checks.yaml", groups),
        sources=sources,
        digest=_digest(base, ()),
    )


def _overlaid(shipped: Lexicon, overlays: tuple[str, ...], base: Path) -> Lexicon:
    entries = {entry.id: entry for entry in shipped.entries}
    files: list[Path] = []
    for overlay in overlays:
        if not Path(overlay).is_dir():
            raise LexiconError(f"The folder of local rules {overlay!r} was not found. Check the setting.")
        local: dict[str, Entry] = {}
        for path in sorted(p for p in Path(overlay).iterdir() if p.suffix in (".yaml", ".yml")):
            files.append(path)
            _add(local, load_entries(path, shipped.words), path, shipped.sources)
        entries |= local
    return replace(shipped, entries=tuple(entries.values()), digest=_digest(base, files))


def _digest(base: Path, local: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in (*sorted(base.glob("*.yaml")), *local, base / "names.txt"):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _add(entries: dict[str, Entry], new: list[Entry], path: Path, sources: dict[str, Source]) -> None:
    for entry in new:
        if entry.id in entries:
            raise LexiconError(f"{path.name}, entry {entry.id}: this id is used twice. Ids are never reused.")
        for code in entry.source:
            if code not in sources:
                raise LexiconError(f"{path.name}, entry {entry.id}: source {code!r} is not in sources.yaml. Add it.")
        entries[entry.id] = entry


def schema() -> str:
    """The JSON Schema of an entry file, for editors; kept as lexicons/schema.json."""
    adapter = TypeAdapter(Entry)
    entry = adapter.json_schema()
    properties = entry["properties"]
    properties["try"] = properties.pop("try_instead")
    properties.pop("dimension")
    definitions = entry.pop("$defs", {})
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bias-audit lexicon file",
        "type": "object",
        "additionalProperties": False,
        "required": ["dimension", "entries"],
        "properties": {
            "dimension": TypeAdapter(Dimension).json_schema(),
            "entries": {"type": "array", "items": entry},
        },
        "$defs": definitions,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
