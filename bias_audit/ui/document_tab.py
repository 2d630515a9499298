"""The document with its marks, and beside it the card of one finding with what can be decided about it."""

import re
from functools import partial
from pathlib import Path

import streamlit as st

from .. import wording
from ..decisions import Choice, Decision, applying, false_alarm, still_open
from ..model import Finding, Report
from ..reports import sections
from . import render_card, sheets, texts, work
from .document_html import document_html, spans_by_block
from .intake import Review

Numbered = tuple[int, Finding]  # a finding with its index in the report
FILTERS = ("topic", "weight", "trust", "interest")  # what the keys of the filter's widgets begin with


def draw(key: str, chosen: Review) -> None:
    """The tab: filter, document, card."""
    report, state = chosen.report, st.session_state
    held = applying(state.decisions, report.name)
    still = still_open(report.findings, held)
    paged = sheets.has_pages(chosen)
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        shown = _filtered(key, still)
        as_pages = paged and sheets.switch()
    order = sorted(shown, key=lambda item: (item[1].places[0].block, item[1].places[0].start))
    indices = [index for index, _ in order]
    index, at = state.selected.get(key, (-1, 0))
    if not 0 <= index < len(report.findings) or (index not in indices and report.findings[index].key not in held):
        index, at = (indices[0], 0) if indices else (-1, 0)
    if index >= 0 and index not in indices:  # a decided one, opened from a list
        shown = [*shown, (index, report.findings[index])]
    with st.container(key="work"):
        left, right = st.columns([1.45, 1], gap="small")
        with left, st.container(key="paper"):
            if as_pages:
                sheets.draw(key, chosen, shown, (index, at))
            else:
                spans = spans_by_block(shown, sections.rules_by_id(report))
                st.html(document_html(chosen.document, spans, f"f{index}.{at}"))
        with right, st.container(key="side"):
            _card(key, report, held, indices, (index, at), bool(still))
            _lists(report, held)


def _card(
    key: str, report: Report, held: dict[str, Decision], indices: list[int], selected: tuple[int, int], any_open: bool
) -> None:
    index, at = selected
    with st.container(key="card"):
        with st.container(key="just"):  # always there, so that nothing below it moves and is drawn anew
            _just_decided(key, report)
        if indices:
            _steps(key, report, indices, index)
        if index < 0:
            st.html(render_card.nothing_shown(report, len(report.findings), bool(held) and not any_open))
            return
        decision = held.get(report.findings[index].key)
        st.html(render_card.card(report, index, at, decision))
        if decision is None:
            _choices(key, report, indices, index)
        else:
            st.button(texts.OPEN_AGAIN, key="reopen", on_click=_reopen, args=(key, report, index))
        st.html(render_card.card_more(report, index))


def _lists(report: Report, held: dict[str, Decision]) -> None:
    """What was decided, folded away, and what was left alone."""
    decided = [(n, held[f.key].choice) for n, f in enumerate(report.findings) if f.key in held]
    to_change = [index for index, choice in decided if choice == "changed"]
    aside = [index for index, choice in decided if choice != "changed"]
    for beside in (
        render_card.decided_list(report, to_change, texts.to_change(len(to_change))),
        render_card.decided_list(report, aside, texts.put_aside(len(aside))),
        render_card.people_small(report),
        render_card.left_alone(report),
    ):
        if beside:
            st.html(beside)


# --- deciding -----------------------------------------------------------------------------------


def _choices(key: str, report: Report, indices: list[int], index: int) -> None:
    decide = partial(_decide, key, report, indices, index)
    name = f"{key}:{index}"  # new widgets for every finding: nothing typed for one is left for the next
    with st.container(key="choices", horizontal=True):
        st.button(texts.CHANGE, type="primary", key=f"change:{name}", on_click=decide, args=("changed",))
        with st.popover(texts.KEEP, key=f"keep:{name}"), st.form(f"why:{name}", border=False):
            reason = st.radio(texts.KEEP_WHY, texts.REASONS, index=None, key=f"reason:{name}")
            own = st.text_input(texts.KEEP_OWN, key=f"own:{name}", max_chars=200)
            if st.form_submit_button(texts.KEEP_IT, type="primary") and (own.strip() or reason):
                decide("kept", own.strip() or reason or "")
                st.rerun()
        st.button(texts.NOT_AN_ISSUE, key=f"not:{name}", on_click=decide, args=("not an issue",))


def _decide(key: str, report: Report, indices: list[int], index: int, choice: Choice, reason: str = "") -> None:
    """Decided; the next finding is opened, and what was done can be taken back or widened for a moment."""
    work.decide(Decision(report.findings[index].key, choice, report.name, reason))
    at = indices.index(index) if index in indices else -1
    rest = [other for other in indices if other != index]
    st.session_state.just_decided = (key, index)
    st.session_state.selected.pop(key, None)
    if rest:
        select(key, rest[min(max(at, 0), len(rest) - 1)], keep_bar=True)


def _just_decided(key: str, report: Report) -> None:
    """What was decided a moment ago: undo, decide so everywhere, or report a false alarm."""
    where, index = st.session_state.get("just_decided", ("", -1))
    if where != key or not 0 <= index < len(report.findings):
        return
    finding = report.findings[index]
    decision = next((d for d in st.session_state.decisions if d.key == finding.key and d.document == report.name), None)
    if decision is None:
        return
    st.html(render_card.just_decided(finding, decision))
    with st.container(horizontal=True, gap="small"):
        st.button(texts.UNDO, key="undo", type="tertiary", on_click=_reopen, args=(key, report, index))
        if decision.choice != "changed":
            st.button(texts.EVERYWHERE, key="everywhere", type="tertiary", on_click=_everywhere, args=(decision,))
        if decision.choice == "not an issue":
            st.download_button(
                texts.FALSE_ALARM,
                partial(_false_alarm, report, finding),
                f"false-alarm-{re.sub(r'[^a-z0-9-]+', '-', finding.entry)}.yaml",
                "text/yaml",
                key="alarm",
                type="tertiary",
                help=texts.FALSE_ALARM_HELP,
                on_click="ignore",
            )


def _false_alarm(report: Report, finding: Finding) -> bytes:
    return false_alarm(report, finding).encode()


def _everywhere(decision: Decision) -> None:
    work.decide(Decision(decision.key, decision.choice, reason=decision.reason))
    st.session_state.pop("just_decided", None)


def _reopen(key: str, report: Report, index: int) -> None:
    work.reopen(report.findings[index].key, report.name)
    select(key, index)


# --- filter and steps ---------------------------------------------------------------------------


def _filtered(key: str, still: list[Numbered]) -> list[Numbered]:
    """The open findings to show: those of severity 0 only when asked for."""
    findings = [finding for _, finding in still]
    small = sum(finding.severity == 0 for finding in findings)
    said = st.empty()
    with st.popover(texts.FILTER):
        dimensions = sorted({f.dimension for f in findings}, key=list(wording.DIMENSIONS).index)
        levels = sorted({f.severity for f in findings if f.severity}, reverse=True)
        sure = [level for level in wording.CONFIDENCES if any(f.confidence == level for f in findings)]
        topic = st.pills(
            texts.FILTER_TOPICS,
            dimensions,
            selection_mode="multi",
            format_func=wording.DIMENSIONS.__getitem__,
            key=f"topic:{key}",
        )
        weight = st.pills(
            texts.FILTER_WEIGHT, levels, selection_mode="multi", format_func=wording.severity, key=f"weight:{key}"
        )
        trust = st.pills(
            texts.FILTER_SURE, sure, selection_mode="multi", format_func=wording.opening, key=f"trust:{key}"
        )
        interest = st.toggle(texts.for_interest(small), key=f"interest:{key}", disabled=not small)
    shown = [
        (index, f)
        for index, f in still
        if (not topic or f.dimension in topic)
        and (not trust or f.confidence in trust)
        and (f.severity in weight if weight and f.severity else f.severity > 0 or interest)
    ]
    said.html(render_card.shown(len(shown), len(still) - (0 if interest else small)))
    return shown


def _steps(key: str, report: Report, indices: list[int], index: int) -> None:
    """Previous, next, and a list of all: every finding can be reached without the mouse."""
    at = indices.index(index) if index in indices else -1
    listed = indices if at >= 0 else [index, *indices]
    name = f"choice:{key}"
    st.session_state[name] = index

    def said(i: int) -> str:
        number = f"{indices.index(i) + 1} of {len(indices)}: " if i in indices else ""
        return number + render_card.choice(report, i)

    with st.container(key="nav", horizontal=True, vertical_alignment="center"):
        before, after = indices[max(at - 1, 0)], indices[min(at + 1, len(indices) - 1)]
        st.button(
            texts.PREVIOUS,
            help=texts.PREVIOUS_HELP,
            shortcut=texts.PREVIOUS_KEYS,
            disabled=at == 0,
            on_click=select,
            args=(key, before),
        )
        st.selectbox(
            texts.GO_TO,
            listed,
            format_func=said,
            key=name,
            label_visibility="collapsed",
            on_change=lambda: select(key, st.session_state[name]),
        )
        st.button(
            texts.NEXT,
            help=texts.NEXT_HELP,
            shortcut=texts.NEXT_KEYS,
            disabled=at == len(indices) - 1,
            on_click=select,
            args=(key, after),
        )


def select(key: str, index: int, at: int = 0, keep_bar: bool = False) -> None:
    """Show this place of this finding."""
    st.session_state.selected[key] = (index, at)
    st.session_state.spot = None
    if not keep_bar:
        st.session_state.pop("just_decided", None)
    bring_into_view(f':is(.ba-doc mark, .ba-marks button).on[data-ba-go="f{index}.{at}"]')


def bring_into_view(selector: str, flash: bool = False) -> None:
    """Tell the browser what to show, once."""
    turn = st.session_state.show["turn"] + 1
    st.session_state.show = {"turn": turn, "selector": selector, "flash": flash}


def keep_filters() -> None:
    """Streamlit forgets what stands in a widget that is not drawn: the filters outlive other tabs and pages."""
    state = st.session_state
    for name in [name for name in state if str(name).partition(":")[0] in FILTERS]:
        state[name] = state[name]


def show_if_hidden(key: str, finding: Finding) -> None:
    """A link to a finding that the filter hides lifts the filter."""
    state = st.session_state
    filters = (("topic", finding.dimension), ("weight", finding.severity), ("trust", finding.confidence))
    if any((chosen := state.get(f"{name}:{key}")) and value not in chosen for name, value in filters):
        for name, _ in filters:
            state[f"{name}:{key}"] = []
    if finding.severity == 0:
        state[f"interest:{key}"] = True


def file_stem(name: str) -> str:
    """A safe beginning for the names of downloads."""
    return re.sub(r"[^\w.-]+", "-", Path(name).stem).strip("-.")[:80] or "document"
