"""YAML files read strictly: errors name the file, the line, the entry and what to do."""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from .cache_folder import cache_folder
from .errors import LexiconError

T = TypeVar("T")

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_FORM = b"1"  # of what is kept; another one makes kept data unused
_LARGE = 8_000  # bytes


class _DoubledKey(Exception):
    pass


class _Loader(_Base):  # type: ignore[misc]
    """YAML in which yes, no, on and off are words, as their writers mean them; true and false stay."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise _DoubledKey(f"line {key.start_mark.line + 1}: {key.value!r} is given twice. Keep one of them.")
            seen.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read(path: Path) -> Any:
    """The file's data. Doubled keys are refused. Raises LexiconError.

    Reading YAML is slow, so the data of large files are kept by the hash of their bytes in the user's cache folder.
    """
    content = path.read_bytes()
    kept = _kept(path.stem, content) if len(content) >= _LARGE else None
    if kept is not None and (data := _taken(kept)) is not None:
        return data
    try:
        data = yaml.load(content.decode(), Loader=_Loader)
    except _DoubledKey as doubled:
        raise LexiconError(f"{path.name}, {doubled}") from doubled
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: this is not valid YAML: {error}") from error
    if data is None:
        raise LexiconError(f"{path.name}: the file is empty. Remove it or add its entries.")
    data = _worded(data)
    if kept is not None:
        _keep(kept, data)
    return data


def _kept(stem: str, content: bytes) -> Path | None:
    folder = cache_folder("lexicon")
    return folder and folder / f"{stem}-{hashlib.sha256(_FORM + content).hexdigest()[:32]}.json"


def _taken(kept: Path) -> Any:
    """What is kept there; None when it cannot be read."""
    try:
        return json.loads(kept.read_bytes())
    except (OSError, ValueError):
        return None


def _keep(kept: Path, data: Any) -> None:
    """Keep the data in place of those of earlier versions of the file."""
    with suppress(OSError, TypeError):  # a full disk must not stop an audit, nor what JSON has no word for
        text = json.dumps(data, ensure_ascii=False)
        if json.loads(text) != data:
            return
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=kept.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        for earlier in kept.parent.glob(f"{kept.stem.rsplit('-', 1)[0]}-*.json"):
            earlier.unlink()
        Path(written).replace(kept)


def _worded(data: Any) -> Any:
    """The data with true and false as words inside lists, where nothing else can be meant."""
    if isinstance(data, dict):
        return {key: _worded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [str(item).lower() if isinstance(item, bool) else _worded(item) for item in data]
    return data


def _line(path: Path, location: Iterable[int | str]) -> int:
    """The line of the deepest node on the way to ``location``."""
    node: Any = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
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
    line: int = node.start_mark.line
    return line + 1


_FIELD_NAMES = {"try_instead": "try"}


def refuse(path: Path, where: tuple[int | str, ...], id: str, problem: str) -> LexiconError:
    """The error that names file, line and entry."""
    name = f", entry {id}" if id else ""
    return LexiconError(f"{path.name}, line {_line(path, where)}{name}: {problem}")


def validated(adapter: TypeAdapter[T], raw: Any, path: Path, where: tuple[int | str, ...] = ()) -> T:
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
        raise refuse(path, where + location, id, advice) from error


def load_one(path: Path, type_: type[T]) -> T:
    """A whole file as one object. Raises LexiconError."""
    return validated(TypeAdapter(type_), read(path), path)


def load_list(path: Path, key: str, type_: type[T]) -> list[T]:
    """The items under the one ``key`` of a file, each validated. Raises LexiconError."""
    adapter = TypeAdapter(type_)
    return [validated(adapter, raw, path, (key, i)) for i, raw in enumerate(head(path, key, list))]


def head(path: Path, key: str, kind: type[T]) -> T:
    """What stands under the one ``key`` at the top of a file, as a list or dict."""
    data = read(path)
    found = data.get(key) if isinstance(data, dict) else None
    if not isinstance(found, kind):
        raise refuse(path, (key,), "", f"the file must begin with {key + ':'!r} and what belongs to it.")
    return found
