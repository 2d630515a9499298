"""YAML files read strictly: errors name the file, the line, the entry and what to do."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from .errors import LexiconError

T = TypeVar("T")

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML in which yes, no, on and off are words, as their writers mean them; true and false stay."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def compose(path: Path) -> tuple[Any, yaml.Node]:
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
    return _worded(data), node


def _worded(data: Any) -> Any:
    """The data with true and false as words inside lists, where nothing else can be meant."""
    if isinstance(data, dict):
        return {key: _worded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [str(item).lower() if isinstance(item, bool) else _worded(item) for item in data]
    return data


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


def refuse(path: Path, node: yaml.Node, where: tuple[int | str, ...], id: str, problem: str) -> LexiconError:
    """The error that names file, line and entry."""
    name = f", entry {id}" if id else ""
    return LexiconError(f"{path.name}, line {_line(node, where)}{name}: {problem}")


def validated(adapter: TypeAdapter[T], raw: Any, path: Path, node: yaml.Node, where: tuple[int | str, ...]) -> T:
    """``raw`` as the adapter's type; the LexiconError names what to mend."""
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        # a misspelt field is also a missing one: say what was written
        problems = error.errors()
        first = next((p for p in problems if p["type"] == "unexpected_keyword_argument"), problems[0])
        location = tuple(_FIELD_NAMES.get(str(p), p) if isinstance(p, str) else p for p in first["loc"])
        field_name = ".".join(str(p) for p in location)
        advice = {
            "missing": f"{field_name!r} is missing. Add it.",
            "too_short": f"{field_name}: give at least {first.get('ctx', {}).get('min_length')}.",
            "string_pattern_mismatch": f"{field_name}: {first['input']!r} is not written as it should be "
            "(an id looks like gender/lay-words, a guard like GG01).",
            "unexpected_keyword_argument": f"{field_name!r} is not a field. Check its spelling in lexicons/README.md.",
        }.get(first["type"], f"{field_name}: {first['msg']}.")
        id = raw.get("id", "") if isinstance(raw, dict) else ""
        raise refuse(path, node, where + location, id, advice) from error


def load_list(path: Path, key: str, type_: type[T]) -> list[T]:
    """The items under the one ``key`` of a file, each validated. Raises LexiconError."""
    items, node = head(path, key, list)
    adapter = TypeAdapter(type_)
    return [validated(adapter, raw, path, node, (key, i)) for i, raw in enumerate(items)]


def head(path: Path, key: str, kind: type[T]) -> tuple[T, yaml.Node]:
    """What stands under the one ``key`` at the top of a file, as a list or dict, and the node tree."""
    data, node = compose(path)
    found = data.get(key) if isinstance(data, dict) else None
    if not isinstance(found, kind):
        raise refuse(path, node, (key,), "", f"the file must begin with {key + ':'!r} and what belongs to it.")
    return found, node
