"""Load and validate lexicons: rules as data, with errors that name file, line, entry and what to do."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar

import yaml
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from .errors import LexiconError
from .model import Confidence, Dimension, Form, Severity, Source

Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$")]
GuardId = Annotated[str, Field(pattern=r"^GG\d\d$")]
ProfileFlag = Literal["denominational", "gaelic_medium", "esol", "exam_text", "early", "adult"]
TokenPattern = list[dict[str, Any]]

T = TypeVar("T")
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class LoweredExample:
    """A sentence in which ``guard`` lowers the hit marked by [ ]."""

    text: Text
    guard: GuardId
    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that run as tests: [ ] marks the exact words to find; ``ignore`` must stay quiet."""

    flag: Annotated[list[Text], Field(min_length=2)]
    ignore: Annotated[list[Text], Field(min_length=3)]
    lowered: list[LoweredExample] = field(default_factory=list)
    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule. Exactly one of ``swap``, ``phrases``, ``pattern``, ``check`` says what it finds."""

    id: Id
    form: Form
    severity: Severity
    saw: Text
    why: Text
    fine_when: Text
    source: Annotated[list[Text], Field(min_length=1)]
    examples: Examples
    confidence: Confidence = "sure"
    family: list[Text] = field(default_factory=list)  # pattern families that it covers, such as GEN04
    swap: dict[Text, Text] = field(default_factory=dict)
    phrases: list[Text] = field(default_factory=list)
    pattern: list[TokenPattern] = field(default_factory=list)
    check: str = ""
    about: list[Text] = field(default_factory=list)  # word groups that a check speaks of
    case_sensitive: bool = False
    unless: list[Text] = field(default_factory=list)  # shields: a hit that touches one is no hit
    near: list[Text] = field(default_factory=list)  # word groups, one of which the sentence must name
    counterpart: list[Text] = field(default_factory=list)  # words elsewhere that balance it (GG09)
    without: list[GuardId] = field(default_factory=list)  # global guards that do not apply
    silent_in: list[ProfileFlag] = field(default_factory=list)  # settings in which it is silent (GG13)
    merge: Literal["words", "entry"] = "words"  # what makes repeated hits one finding
    contested: bool = False
    try_instead: list[Text] = field(default_factory=list)  # written `try`
    try_none: str = ""  # why there is nothing to try
    ask: str = ""
    dimension: Dimension = "gender"  # from the head of the file
    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class StrengthEntry:
    """Something good to notice; found as an entry is found, never in quoted or denied text."""

    id: Id
    saw: Text
    why: Text
    examples: Examples
    dimension: Dimension | None = None
    phrases: list[Text] = field(default_factory=list)
    pattern: list[TokenPattern] = field(default_factory=list)
    unless: list[Text] = field(default_factory=list)
    near: list[Text] = field(default_factory=list)
    least: Annotated[int, Field(ge=1)] = 1  # places needed before it is said
    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class Guard:
    """A global reason to stay silent or to say less. ``cues`` are the words its code looks for."""

    id: GuardId
    name: Text
    what: Text
    effect: Literal["hide", "zero", "lower"]
    forms: list[Form] = field(default_factory=list)  # only these forms; empty means all
    cues: list[Text] = field(default_factory=list)
    except_after: list[Text] = field(default_factory=list)  # words that cancel a cue they contain
    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class Homograph:
    """A word with harmless senses, each given as the phrase that shows it."""

    word: Text
    senses: Annotated[list[Text], Field(min_length=1)]
    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class _EntryFile:
    dimension: Dimension
    entries: list[dict[str, Any]]
    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rules of a language, with local overlays applied. ``digest`` names this exact content."""

    entries: tuple[Entry, ...]
    strengths: tuple[StrengthEntry, ...]
    guards: dict[str, Guard]
    homographs: tuple[Homograph, ...]
    words: dict[str, frozenset[str]]
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


# --- YAML with line numbers ---------------------------------------------------------------------

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML in which yes, no, on and off are words, as their writers mean them; true and false stay."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _compose(path: Path) -> tuple[Any, yaml.Node]:
    """The file's data and its node tree (for line numbers). Doubled keys are refused."""
    try:
        text = path.read_text("utf-8")
        node = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: this is not valid YAML: {error}") from error
    if node is None:
        raise LexiconError(f"{path.name}: the file is empty. Remove it or add its entries.")
    for key, line in _doubled_keys(node):
        raise LexiconError(f"{path.name}, line {line}: {key!r} is given twice. Keep one of them.")
    return data, node


def _doubled_keys(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.value, key.start_mark.line + 1
            seen.add(key.value)
            yield from _doubled_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _doubled_keys(value)


def _line(node: yaml.Node, location: Iterable[int | str]) -> int:
    """The line of the deepest node on the way to ``location``."""
    for step in location:
        if isinstance(node, yaml.MappingNode):
            found = next((v for k, v in node.value if k.value == str(step)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
        else:
            found = None
        if found is None:
            break
        node = found
    return node.start_mark.line + 1


_FIELD_NAMES = {"try_instead": "try"}


def _refuse(path: Path, node: yaml.Node, where: tuple[int | str, ...], id: str, problem: str) -> LexiconError:
    name = f", entry {id}" if id else ""
    return LexiconError(f"{path.name}, line {_line(node, where)}{name}: {problem}")


def _validated(
    adapter: TypeAdapter[T], raw: Any, path: Path, node: yaml.Node, where: tuple[int | str, ...]
) -> T:
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        first = error.errors()[0]
        location = tuple(_FIELD_NAMES.get(str(p), p) if isinstance(p, str) else p for p in first["loc"])
        field_name = ".".join(str(p) for p in location)
        advice = {
            "missing": f"{field_name!r} is missing. Add it.",
            "unexpected_keyword_argument": f"{field_name!r} is not a field. Check its spelling in lexicons/README.md.",
        }.get(first["type"], f"{field_name}: {first['msg']}.")
        id = raw.get("id", "") if isinstance(raw, dict) else ""
        raise _refuse(path, node, where + location, id, advice) from error


# --- entries ------------------------------------------------------------------------------------

_FINDERS = ("swap", "phrases", "pattern", "check")
# Words too common to look around: a token pattern needs one rarer word.
STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "him",
        "his",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "just",
        "me",
        "my",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "one",
        "only",
        "or",
        "our",
        "she",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "too",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
_ENTRY = TypeAdapter(Entry)
_STRENGTH = TypeAdapter(StrengthEntry)


def _normal(raw: dict[str, Any]) -> dict[str, Any]:
    """``try`` is a Python keyword: it has another name inside."""
    return {("try_instead" if key == "try" else key): value for key, value in raw.items()}


def _problem(entry: Entry | StrengthEntry, groups: dict[str, frozenset[str]]) -> tuple[str, str] | None:
    """The first thing wrong with an entry that types cannot see, as (field, what to do)."""
    finders = [name for name in _FINDERS if getattr(entry, name, None)]
    if len(finders) != 1:
        given = " and ".join(finders) or "none"
        return "id", f"give exactly one of swap, phrases, pattern or check (here: {given})."
    for name in (*entry.near, *getattr(entry, "about", ())):
        if name not in groups:
            return "near", f"there is no word group {name!r}. Choose one from words.yaml or add it there."
    for pattern in entry.pattern:
        if not anchors(expand(pattern, groups)):
            return (
                "pattern",
                "a pattern needs one required word that is not a common one (LOWER or LOWER IN).",
            )
    for text in entry.examples.flag:
        if not marked_spans(text)[1]:
            return "examples", f"mark the words to find with [ ] in {text!r}."
    if isinstance(entry, Entry):
        if bool(entry.try_instead) + bool(entry.swap) + bool(entry.try_none) == 0:
            return "try", "give 'try' (or 'swap'), or say in 'try_none' why there is nothing to try."
        for example in entry.examples.lowered:
            if not marked_spans(example.text)[1]:
                return "examples", f"mark the words to find with [ ] in {example.text!r}."
    return None


def marked_spans(text: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its [ ], and the (start, end) characters that they marked."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    start = None
    for char in text:
        if char == "[":
            start = len(plain)
        elif char == "]" and start is not None:
            spans.append((start, len(plain)))
            start = None
        else:
            plain.append(char)
    return "".join(plain), spans


def expand(pattern: TokenPattern, groups: dict[str, frozenset[str]]) -> TokenPattern:
    """The pattern with "@group" in IN and NOT_IN lists replaced by the group's words."""

    def words(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            key: sorted({w for item in items for w in (groups[item[1:]] if item.startswith("@") else [item])})
            if key in ("IN", "NOT_IN")
            else items
            for key, items in value.items()
        }

    return [{key: words(value) for key, value in token.items()} for token in pattern]


def anchors(pattern: TokenPattern) -> frozenset[str]:
    """The words around which an expanded pattern is tried: the smallest set that one token must be from."""
    options = []
    for token in pattern:
        lower = token.get("LOWER")
        if token.get("OP", "1") not in ("1", "+", "{1}"):
            continue
        words = {lower} if isinstance(lower, str) else set((lower or {}).get("IN", ()))
        if words and not words & STOP_WORDS:
            options.append(frozenset(words))
    return min(options, key=lambda words: (len(words), sorted(words))) if options else frozenset()


def _load_entries(path: Path, groups: dict[str, frozenset[str]]) -> list[Entry]:
    data, node = _compose(path)
    head = _validated(TypeAdapter(_EntryFile), data, path, node, ())
    found = []
    for index, raw in enumerate(head.entries):
        where = ("entries", index)
        entry = _validated(_ENTRY, _normal(raw) | {"dimension": head.dimension}, path, node, where)
        if not entry.id.startswith(head.dimension + "/"):
            raise _refuse(path, node, where, entry.id, f"the id must start with {head.dimension + '/'!r}.")
        if problem := _problem(entry, groups):
            raise _refuse(path, node, (*where, problem[0]), entry.id, problem[1])
        found.append(entry)
    return found


def _load_strengths(path: Path, groups: dict[str, frozenset[str]]) -> list[StrengthEntry]:
    data, node = _compose(path)
    found = []
    for index, raw in enumerate(data["strengths"]):
        where = ("strengths", index)
        entry = _validated(_STRENGTH, raw, path, node, where)
        if problem := _problem(entry, groups):
            raise _refuse(path, node, (*where, problem[0]), entry.id, problem[1])
        found.append(entry)
    return found


def _load_list(path: Path, key: str, type_: type[T]) -> list[T]:
    data, node = _compose(path)
    adapter = TypeAdapter(type_)
    return [_validated(adapter, raw, path, node, (key, i)) for i, raw in enumerate(data[key])]


def _load_words(path: Path) -> dict[str, frozenset[str]]:
    """Word groups; "@other" inside a group takes in the words of a group above it."""
    data, _ = _compose(path)
    groups: dict[str, frozenset[str]] = {}
    for name, words in data["groups"].items():
        found: set[str] = set()
        for word in words:
            if not isinstance(word, str):
                raise LexiconError(f"{path.name}: put quotation marks round {word!r} in group {name!r}.")
            if word.startswith("@") and word[1:] not in groups:
                raise LexiconError(
                    f"{path.name}: group {name!r} takes in {word[1:]!r}, which must stand above it."
                )
            found |= groups[word[1:]] if word.startswith("@") else {word.lower()}
        groups[name] = frozenset(found)
    return groups


_NOT_ENTRIES = {"guards", "homographs", "words", "sources", "strengths", "people", "patterns"}


@cache
def load_lexicon(overlays: tuple[str, ...] = (), folder: Path | None = None) -> Lexicon:
    """The shipped lexicon with local ``overlays`` (folders of the same kind of files) on top.

    An overlay's entry with the id of a shipped one takes its place. Raises LexiconError.
    """
    base = (folder or lexicon_folder()) / "en"
    files = sorted(base.glob("*.yaml"))
    groups = _load_words(base / "words.yaml")
    sources = {s.code: s for s in _load_list(base / "sources.yaml", "sources", Source)}
    entries: dict[str, Entry] = {}
    for path in files:
        if path.stem not in _NOT_ENTRIES:
            _add(entries, _load_entries(path, groups), path, sources, may_replace=False)
    for overlay in overlays:
        if not Path(overlay).is_dir():
            raise LexiconError(f"The folder of local rules {overlay!r} was not found. Check the setting.")
        for path in sorted(Path(overlay).glob("*.yaml")):
            files.append(path)
            _add(entries, _load_entries(path, groups), path, sources, may_replace=True)
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Lexicon(
        entries=tuple(entries.values()),
        strengths=tuple(_load_strengths(base / "strengths.yaml", groups)),
        guards={g.id: g for g in _load_list(base / "guards.yaml", "guards", Guard)},
        homographs=tuple(_load_list(base / "homographs.yaml", "homographs", Homograph)),
        words=groups,
        sources=sources,
        digest=digest.hexdigest()[:16],
    )


def _add(
    entries: dict[str, Entry], new: list[Entry], path: Path, sources: dict[str, Source], *, may_replace: bool
) -> None:
    seen: set[str] = set()
    for entry in new:
        if entry.id in seen or (entry.id in entries and not may_replace):
            raise LexiconError(f"{path.name}, entry {entry.id}: this id is used twice. Ids are never reused.")
        for code in entry.source:
            if code not in sources:
                raise LexiconError(
                    f"{path.name}, entry {entry.id}: source {code!r} is not in sources.yaml. Add it."
                )
        seen.add(entry.id)
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
