"""Settings from a TOML file: who the learners are, and what this setting chose.

```toml
off = ["gender/he-or-she"]          # rules switched off
overlays = ["our-rules"]            # folders of local rules, beside this file
ocr = "auto"                        # words in pictures: auto, always or never

[severity]                          # what rules weigh here: 0 for interest to 3 change this
"gender/guys" = 0

[profile]
stage = "primary"                   # early, primary, secondary or adult
sector = "primary"                  # elc, primary, secondary, asn, college or cld
place = "rural"                     # town, rural or island
denominational = false
gaelic_medium = false
esol = false
exam_text = false
priorities = ["poverty", "language"]

[profile.learners]                  # per cent of our learners, to read beside counts
girls = 48.5

[norms]                             # wording on which people disagree; lexicons/en/setting.yaml lists the choices
years = "quiet"

[limits]                            # of reading one file: seconds, megabytes, file_megabytes,
seconds = 60                        # inflated_megabytes, pages, picture_seconds
```
"""

import json
import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .errors import SettingsError
from .model import Limits, Profile, Settings

_MOST = 1_000_000  # that a limit may be


def load_settings(path: Path) -> Settings:
    """The settings in a TOML file; folders of local rules are taken as beside it. Raises SettingsError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SettingsError(f"The settings file {path.name} was not found. Check its name and folder.") from error
    except OSError as error:
        reason = (error.strerror or "the file cannot be opened").lower()
        raise SettingsError(f"The settings file {path.name} could not be opened: {reason}.") from error
    return settings_in(data, path)


def settings_in(data: bytes, path: Path) -> Settings:
    """The settings in the bytes of a TOML file that lies, or would lie, at ``path``. Raises SettingsError."""
    try:
        raw = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name} is not valid TOML: {error}. Mend that line and try again.") from error
    _refuse_unknown(raw, Settings, path)
    _refuse_unknown(raw.get("profile", {}), Profile, path)
    _refuse_unknown(raw.get("limits", {}), Limits, path)
    for table in ("norms", "severity"):
        if isinstance(pairs := raw.get(table, {}), dict):  # what has the wrong shape is left to the validation
            raw[table] = sorted(pairs.items())
    profile = raw.get("profile")
    if isinstance(profile, dict) and isinstance(learners := profile.get("learners"), dict):
        profile["learners"] = list(learners.items())
    if isinstance(folders := raw.get("overlays", []), list):
        raw["overlays"] = [str(path.parent / f) if isinstance(f, str) else f for f in folders]
    try:
        settings: Settings = TypeAdapter(Settings).validate_python(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise SettingsError(f"{path.name}: {where}: {first['msg']}. Mend it and try again.") from error
    for group, share in settings.profile.learners:
        if not 0 <= share <= 100:
            raise SettingsError(f"{path.name}: profile.learners.{group}: give per cent, from 0 to 100.")
    for field in fields(Limits):
        if not 1 <= getattr(settings.limits, field.name) <= _MOST:
            raise SettingsError(f"{path.name}: limits.{field.name}: give a number from 1 to {_MOST:,}.")
    return settings


def as_toml(settings: Settings) -> str:
    """The settings as the file that ``load_settings`` reads; what is as it would be unasked is left out."""
    tables: dict[str, dict[str, Any]] = {
        "": {
            name: getattr(settings, name)
            for name in ("off", "overlays", "ocr")
            if getattr(settings, name) != getattr(Settings(), name)
        },
        "profile": _changed(replace(settings.profile, learners=()), Profile()),
        "profile.learners": dict(settings.profile.learners),
        "norms": dict(settings.norms),
        "severity": dict(settings.severity),
        "limits": _changed(settings.limits, Limits()),
    }
    parts = []
    for name, table in tables.items():
        lines = [f"[{name}]"] if name else []
        lines += [
            f"{key if key.isascii() and key.isidentifier() else _value(key)} = {_value(value)}"
            for key, value in table.items()
        ]
        if table:
            parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _changed(given: Profile | Limits, default: Profile | Limits) -> dict[str, Any]:
    names = [field.name for field in fields(given)]
    return {name: getattr(given, name) for name in names if getattr(given, name) != getattr(default, name)}


def _value(value: Any) -> str:
    """A text, a number, true or false, or a list of texts, as TOML writes it: as JSON does, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _refuse_unknown(table: Any, kind: type[Settings] | type[Profile] | type[Limits], path: Path) -> None:
    known = [field.name for field in fields(kind)]
    for key in table if isinstance(table, dict) else ():
        if key not in known:
            raise SettingsError(f"{path.name}: there is no setting {key!r}. The settings are: {', '.join(known)}.")
