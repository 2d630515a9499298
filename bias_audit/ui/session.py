"""The setting of a session and the group's own rules: one place to ask for them, and one to change them.

The setting is kept as the text of its TOML file, the rules as they stand in theirs.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

import streamlit as st

from ..audit import analyse
from ..errors import SettingsError
from ..lexicon import load_lexicon
from ..local_rules import joined, write_files
from ..model import Settings
from ..pipeline import Pipeline, load_pipeline
from ..setting_effects import tuned
from ..settings import as_toml, settings_in
from . import work
from .intake import Outcome, Review

SETTING_NAME = "bias-audit.toml"


def outcomes() -> dict[str, Outcome]:
    """The documents of the session and what came of them, by key."""
    found: dict[str, Outcome] = _state("outcomes", {})
    return found


def reviewed() -> dict[str, Review]:
    """The documents that could be read."""
    return {key: outcome for key, outcome in outcomes().items() if isinstance(outcome, Review)}


# --- the setting --------------------------------------------------------------------------------


def setting() -> Settings:
    """What was answered on the setting page, without local rules."""
    try:
        return settings_in(_state("setting", "").encode(), Path(SETTING_NAME))
    except SettingsError:  # kept by another version of the tool
        return Settings()


def set_setting(new: Settings) -> None:
    """Answers change. Raises SettingsError for a rule, a norm or a choice that there is not."""
    tuned((*load_lexicon(()).entries, *local_pipeline().lexicon.entries), new)
    st.session_state.setting = as_toml(replace(new, overlays=()))
    work.keep_setting()


def settings() -> Settings:
    """The setting that every audit of the session uses, local rules included."""
    rules = local_rules()
    return replace(setting(), overlays=(str(_folder(rules)),) if rules else ())


def switch(id: str, on: bool) -> None:
    """Switch a rule on or off for this session."""
    now = setting()
    off = [one for one in now.off if one != id]
    set_setting(replace(now, off=tuple(off) if on else (*off, id)))


def check_again() -> int:
    """Look at the open documents again with the setting as it is now; gives how many."""
    now = settings()
    found = reviewed()
    for key, review in found.items():
        work.add(key, replace(review, report=replace(analyse(review.document, now), name=review.report.name)))
    return len(found)


def out_of_date() -> int:
    """How many open documents were looked at with another setting."""
    now = settings()
    shown = replace(now, overlays=tuple(Path(folder).name for folder in now.overlays), ocr="auto")
    return sum(replace(r.report.settings, ocr="auto") != shown for r in reviewed().values())


# --- local rules --------------------------------------------------------------------------------


def local_rules() -> tuple[dict[str, Any], ...]:
    """Local rules as they stand in their files."""
    found: tuple[dict[str, Any], ...] = _state("local_rules", ())
    return found


def set_local_rules(rules: tuple[dict[str, Any], ...]) -> None:
    """The local rules change; rules that are gone are no longer switched off."""
    gone = {rule["id"] for rule in local_rules()} - {rule["id"] for rule in rules}
    st.session_state.local_rules = rules
    work.keep_setting()
    now = setting()
    if gone & set(now.off):
        set_setting(replace(now, off=tuple(id for id in now.off if id not in gone)))


def local_pipeline() -> Pipeline:
    """The rules of the tool with the local ones; compiled once for the session, and kept in it alone."""
    rules = local_rules()
    if not rules:
        return load_pipeline(())
    stamp = _stamp(rules)
    if _state("local_pipeline", ("", None))[0] != stamp:
        st.session_state.local_pipeline = (stamp, joined(load_pipeline(()), rules))
    made: Pipeline = st.session_state.local_pipeline[1]
    return made


@dataclass(frozen=True, slots=True, weakref_slot=True)
class _Folder:
    """A temporary folder that is deleted with this object."""

    path: Path


def _folder(rules: tuple[dict[str, Any], ...]) -> Path:
    """A folder of this session's own that holds these very rules; it goes when the session does."""
    if "local_folder" not in st.session_state:
        made = _Folder(Path(mkdtemp(prefix="bias-audit-")))
        finalize(made, rmtree, made.path, ignore_errors=True)
        st.session_state.local_folder = made
    folder: Path = st.session_state.local_folder.path / _stamp(rules)
    if not folder.is_dir():
        write_files(rules, folder)
    return folder


def _stamp(rules: tuple[dict[str, Any], ...]) -> str:
    return f"our-rules-{hashlib.sha256(json.dumps(rules).encode()).hexdigest()[:12]}"


def _state(name: str, default: Any) -> Any:
    return st.session_state.setdefault(name, default)
