"""The work of a session, and the store that keeps it: what the pages read, and the only way in which they change it.

The session holds everything; the store is written behind it. When the store cannot be used, that is said, the work
goes on in memory, and what could not be written waits for the next time.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import streamlit as st

from .. import store, store_file
from ..decisions import Decision, decided, forgotten, reopened
from ..errors import StoreError
from ..model import Failure, Report, Results
from ..picture_tags import PictureTag
from ..store import Arrived, Kept, Store
from ..workshop import Meeting
from .intake import Outcome, Review

_LINK = "work"  # of the page's address: which workspace to open again


def begin() -> None:
    """At the start of every run: an empty session, or the work that the page's address names."""
    state = st.session_state
    if "workspace" not in state:
        state.workspace = store.new_workspace()
        state.outcomes = {}  # key -> Review or Failure, in the order of arrival
        state.decisions = ()
        state.tags = {}  # hash of a picture -> PictureTag
        state.meetings = {}  # key of a document -> Meeting
        state.setting = ""  # as TOML
        state.local_rules = ()  # as they stand in their files
        state.saved = False
        state.notes = []  # to say once
        state.store_trouble = ""
        state.unwritten = []  # changes that the store has not taken yet
        state.in_store = False
        state.waiting = ()  # files that were not read before a refresh
        if named := st.query_params.get(_LINK, ""):
            _resume(named)
    if state.in_store and st.query_params.get(_LINK) != state.workspace:
        st.query_params[_LINK] = state.workspace


def _resume(named: str) -> None:
    state = st.session_state
    try:
        found = store.resume(_store(), named)
    except StoreError as error:
        state.store_trouble = str(error)
        return
    if found is None:
        del st.query_params[_LINK]
        state.notes.append("gone")
        return
    state.workspace, state.in_store = named, True
    state.decisions, state.setting, state.saved = found.decisions, found.setting, found.saved
    state.local_rules = tuple(json.loads(found.local_rules))
    state.tags = {tag.sha256: tag for tag in found.tags}
    state.meetings = dict(found.meetings)
    state.outcomes = {kept.key: outcome for kept in found.documents if (outcome := _outcome(kept))}
    state.waiting = tuple(file for file in found.waiting if file.key not in state.outcomes)
    state.notes += [("unreadable", found.unreadable)] if found.unreadable else []


def _outcome(kept: Kept) -> Outcome | None:
    for report in kept.results.reports:
        return Review(kept.document, report, kept.source) if kept.document else None
    return next(iter(kept.results.failures), None)


def wait_for(files: Sequence[Arrived]) -> None:
    """Files that are going to be read: a refresh meanwhile does not lose them."""
    _write(store.keep_waiting, tuple(files))


def wait_no_more(keys: Iterable[str] | None = None) -> None:
    """Files, or all of them, are read, or are no longer wanted."""
    _write(store.forget_waiting, None if keys is None else sorted(keys))


def take_waiting() -> tuple[Arrived, ...]:
    """The files that were not read before a refresh, told once."""
    waiting: tuple[Arrived, ...] = st.session_state.waiting
    st.session_state.waiting = ()
    return waiting


def add(key: str, outcome: Outcome) -> None:
    """A document that was just reviewed, or why it could not be."""
    st.session_state.outcomes[key] = outcome
    if isinstance(outcome, Failure):
        _write(store.keep_document, Kept(key, Results(failures=(outcome,)), None))
    else:
        kept = Kept(key, Results(reports=(outcome.report,)), outcome.document, outcome.source)
        _write(store.keep_document, kept)


def decide(decision: Decision) -> None:
    """Something was decided about a finding."""
    _set_decisions(decided(st.session_state.decisions, decision))


def reopen(key: str, document: str) -> None:
    """What was decided about a finding is taken back."""
    _set_decisions(reopened(st.session_state.decisions, key, document))


def _set_decisions(decisions: tuple[Decision, ...]) -> None:
    st.session_state.decisions = decisions
    _write(store.keep_decisions, decisions)


def tag(said: PictureTag) -> None:
    """Somebody said what a picture shows."""
    st.session_state.tags[said.sha256] = said
    _write(store.keep_tag, said)


def meeting(key: str) -> Meeting:
    """Where the workshop over a document stands."""
    found: Meeting = st.session_state.meetings.get(key, Meeting())
    return found


def set_meeting(key: str, new: Meeting) -> None:
    """The one place where a workshop changes."""
    st.session_state.meetings[key] = new
    _write(store.keep_meeting, key, new)


def keep_setting() -> None:
    """The setting or the local rules of the session have changed."""
    _write(store.keep_setting, st.session_state.setting, json.dumps(st.session_state.local_rules))


def keep_for_good(saved: bool) -> None:
    """Whether the work stays until it is forgotten."""
    st.session_state.saved = saved
    _write(store.keep_for_good, saved)


def close(key: str) -> None:
    """Delete a document with what was said about it and its pictures; decisions wait for its next version."""
    state = st.session_state
    outcome = state.outcomes.pop(key, None)
    state.meetings.pop(key, None)
    gone = _hashes(outcome) - {sha for other in state.outcomes.values() for sha in _hashes(other)}
    for sha256 in gone:
        state.tags.pop(sha256, None)
    _write(store.forget_document, key, sorted(gone))


def forget(key: str) -> None:
    """Delete a document wholly, with what was decided about it."""
    state = st.session_state
    outcome = state.outcomes.get(key)
    close(key)
    name = _name(outcome)
    if name and name not in {_name(other) for other in state.outcomes.values()}:
        _set_decisions(forgotten(state.decisions, name))


def _hashes(outcome: Outcome | None) -> set[str]:
    return {p.sha256 for p in outcome.report.pictures if p.sha256} if isinstance(outcome, Review) else set()


def _name(outcome: Outcome | None) -> str:
    return outcome.report.name if isinstance(outcome, Review) else outcome.name if outcome else ""


def forget_all() -> None:
    """Delete all documents and decisions, here and in the store; the setting goes on under another id."""
    state = st.session_state
    _write(store.forget_all)  # what cannot be deleted now is deleted as soon as the store can be used
    state.update(workspace=store.new_workspace(), outcomes={}, decisions=(), tags={}, meetings={})
    state.update(saved=False, notes=[])
    state.in_store = False
    st.query_params.pop(_LINK, None)
    if state.setting or state.local_rules:
        keep_setting()


def report_of(key: str) -> Report | None:
    """The report of a document of this session."""
    outcome = st.session_state.outcomes.get(key)
    return outcome.report if isinstance(outcome, Review) else None


# --- writing behind -----------------------------------------------------------------------------


def write_again() -> None:
    """Try once more to write what the store has not taken."""
    state = st.session_state
    try:
        while state.unwritten:
            change, workspace, values = state.unwritten[0]
            change(_store(), workspace, *values)
            state.unwritten.pop(0)
    except StoreError as error:
        state.store_trouble = str(error)
    else:
        state.store_trouble = ""


def _write(change: Callable[..., None], *values: Any) -> None:
    state = st.session_state
    state.unwritten.append((change, state.workspace, values))
    state.in_store = True
    write_again()


def _store() -> Store:
    """Opened once a session; it holds no one's work."""
    state = st.session_state
    if "store" not in state:
        state.store = store.open_store(store_file.store_path(), hours=store.keep_hours())
    opened: Store = state.store
    return opened
