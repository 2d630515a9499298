"""What a setting changes: what rules weigh, which are silent, and in which words the report speaks.

The choices are data (``setting.yaml``). They are printed in every report (``said``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from .entries import STRICT, Entry, Id, ProfileFlag, Text
from .errors import LexiconError, SettingsError
from .lexicon import lexicon_folder
from .model import Dimension, Form, Profile, Rule, Settings, Severity
from .yaml_file import load_one

Some = Field(min_length=1)
_NO_FLAGS = frozenset({"priorities", "learners"})


@dataclass(frozen=True, slots=True)
class Raise:
    """In these settings, entries of these dimensions and forms weigh one more, up to "worth changing"."""

    when: Annotated[list[ProfileFlag], Some]
    says: Text
    dimensions: list[Dimension] = field(default_factory=list)  # empty: all
    forms: list[Form] = field(default_factory=list)
    __pydantic_config__ = STRICT

    def holds(self, entry: Entry) -> bool:
        """Whether it speaks of the entry."""
        return (not self.dimensions or entry.dimension in self.dimensions) and (
            not self.forms or entry.form in self.forms
        )


@dataclass(frozen=True, slots=True)
class Rewording:
    """In these settings, the report says other words."""

    when: Annotated[list[ProfileFlag], Some]
    swap: Annotated[dict[Text, Text], Some]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a contested norm: what it says, and what the entries weigh under it."""

    says: Text
    off: list[Id] = field(default_factory=list)
    severity: dict[Id, Severity] = field(default_factory=dict)
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Norm:
    """A wording on which people disagree; the first of its choices is what happens unasked."""

    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    asks: Text
    choices: Annotated[dict[Text, Choice], Field(min_length=2)]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything a setting can change."""

    raised: list[Raise]
    words: list[Rewording]
    norms: list[Norm]
    __pydantic_config__ = STRICT


@cache
def load_effects(folder: Path | None = None) -> Effects:
    """The effects in setting.yaml (English by default). Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "setting.yaml"
    effects = load_one(path, Effects)
    ids = [norm.id for norm in effects.norms]
    for id in ids:
        if ids.count(id) > 1:
            raise LexiconError(f"{path.name}: norm {id!r} is given twice. Keep one of them.")
    return effects


def flags(profile: Profile) -> frozenset[str]:
    """What the profile says, as the names that lexicons use: {"primary", "rural", "esol"}."""
    said = {name: getattr(profile, name) for name in (f.name for f in fields(profile)) if name not in _NO_FLAGS}
    return frozenset(name if value is True else value for name, value in said.items() if value)


def tuned(entries: Iterable[Entry], settings: Settings) -> tuple[Entry, ...]:
    """The same entries in the same order, weighing what the setting makes of them.

    A raise comes first, then the norm that was chosen, then what the setting says of one entry.
    Raises SettingsError for a norm, a choice or an entry that does not exist.
    """
    entries = tuple(entries)
    given = _chosen_severity(settings) | dict(settings.severity)
    if unknown := sorted((set(given) | set(settings.off)) - {e.id for e in entries} - _pattern_ids()):
        raise SettingsError(f"There is no rule {unknown[0]!r}. `bias-audit rules` lists them all: mend the setting.")
    here = [r for r in load_effects().raised if not flags(settings.profile).isdisjoint(r.when)]

    def weight(entry: Entry) -> Severity:
        if entry.id in given:
            return given[entry.id]
        if any(r.holds(entry) for r in here):
            return 1 if entry.severity == 0 else max(2, entry.severity)
        return entry.severity

    return tuple(e if weight(e) == e.severity else replace(e, severity=weight(e)) for e in entries)


def switched_off(settings: Settings) -> frozenset[str]:
    """The entries that are silent: those named, and those of the norms chosen."""
    return frozenset(settings.off).union(*(choice.off for choice in _choices(settings)))


def reworded(rule: Rule, profile: Profile) -> Rule:
    """The rule in the words of the setting: children in nursery, pupils in school, learners elsewhere."""
    swap = _swap(profile)
    if not swap:
        return rule
    pattern = re.compile(r"\b(" + "|".join(sorted(swap, key=len, reverse=True)) + r")\b(?! of\b)", re.IGNORECASE)

    def word(match: re.Match[str]) -> str:
        new = swap[match[0].lower()]
        return new[:1].upper() + new[1:] if match[0][0].isupper() else new

    return replace(
        rule,
        saw=pattern.sub(word, rule.saw),
        why=pattern.sub(word, rule.why),
        fine_when=pattern.sub(word, rule.fine_when),
        ask=pattern.sub(word, rule.ask),
    )


def _swap(profile: Profile) -> dict[str, str]:
    """The words that take the place of others, of the first rewording that fits."""
    return next((w.swap for w in load_effects().words if not flags(profile).isdisjoint(w.when)), {})


def called(profile: Profile) -> str:
    """What the report calls its learners in this setting: "pupils"; "" where it speaks as it comes."""
    swap = _swap(profile)
    return swap.get("learners") or swap.get("pupils", "")


def said(settings: Settings) -> list[str]:
    """What the setting changed, one sentence each, for the report. A norm of another version is said by its name."""
    norms = {norm.id: norm.choices for norm in load_effects().norms}
    lines = [r.says for r in load_effects().raised if not flags(settings.profile).isdisjoint(r.when)]
    for name, answer in settings.norms:
        choice = norms.get(name, {}).get(answer)
        lines.append(choice.says if choice else f"Chosen for {name}: {answer}.")
    return lines


def _choices(settings: Settings) -> list[Choice]:
    norms = {norm.id: norm for norm in load_effects().norms}
    found = []
    for name, answer in settings.norms:
        if name not in norms:
            raise SettingsError(f"There is no contested norm {name!r}. The norms are: {', '.join(norms)}.")
        if answer not in norms[name].choices:
            known = ", ".join(norms[name].choices)
            raise SettingsError(f"The norm {name!r} has no choice {answer!r}. Choose from: {known}.")
        found.append(norms[name].choices[answer])
    return found


def _chosen_severity(settings: Settings) -> dict[str, Severity]:
    return {id: weight for choice in _choices(settings) for id, weight in choice.severity.items()}


def _pattern_ids() -> frozenset[str]:
    from .representation import load_patterns

    return frozenset(rule.id for rule in load_patterns())
