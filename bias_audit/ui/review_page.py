"""The Review page: widgets and what they change. Words and HTML are made in the render modules."""

import re
from functools import partial
from pathlib import Path

import streamlit as st

from .. import wording
from ..model import Failure, Finding, Report, Results
from ..reports import WRITERS, sections
from . import choose, render, render_tabs
from .document_html import document_html, spans_by_block
from .intake import Outcome, Review
from .thumbnails import thumbnail

FOLDER = Path(__file__).parent
TABS = ("In your document", "People", "Pictures", "Save and share")
_TOKEN = re.compile(r"f(\d{1,7})\.(\d{1,7})|b(\d{1,7})|people|pictures")
_SHOWN_THUMBNAILS = 60  # pictures with a preview; the rest are listed without
_LINKS = st.components.v2.component("bias_audit_links", js=(FOLDER / "links.js").read_text("utf-8"))


def page() -> None:
    """Draw the page. A person's documents live in their own session only, never in a shared cache."""
    state = st.session_state
    state.setdefault("outcomes", {})  # key -> Review or Failure, in the order of arrival
    state.setdefault("selected", {})  # key of a review -> (finding, place)
    state.setdefault("batch", 0)  # a new number empties the widgets that take files and text
    state.setdefault("show", {"turn": 0, "selector": "", "flash": False})
    theme, dark = ((FOLDER / name).read_text("utf-8") for name in ("theme.css", "dark.css"))
    st.html(render.style(theme, dark, st.context.theme.type))
    st.html(render.brand())
    outcomes: dict[str, Outcome] = state.outcomes
    if outcomes:
        choose.again()
    else:
        st.html(render.welcome())
        with st.container(key="start"):
            choose.start()
    if outcomes:
        _results(outcomes)
    # Mounted last, so that what it brings into view is already on its way to the page.
    _LINKS(key="links", data=dict(state.show), on_go_change=_go)


# --- showing a review ---------------------------------------------------------------------------


def _results(outcomes: dict[str, Outcome]) -> None:
    failed = [outcome for outcome in outcomes.values() if isinstance(outcome, Failure)]
    if failed:
        st.html(render.failures(failed))
    reviews = {key: outcome for key, outcome in outcomes.items() if isinstance(outcome, Review)}
    if not reviews:
        return
    wanted = st.session_state.pop("wanted", None)
    if wanted in reviews or st.session_state.get("document") not in reviews:
        st.session_state.document = wanted if wanted in reviews else next(iter(reviews))
    key: str = st.session_state.document
    if len(reviews) > 1:
        key = st.selectbox(
            f"Show one of {len(reviews)} documents",
            list(reviews),
            format_func=lambda k: wording.plain(reviews[k].report.name),
            key="document",
        )
    chosen = reviews[key]
    st.html(render.head(chosen.report))
    st.html(render.top(chosen.report))
    tabs = st.tabs(TABS, key="tab", on_change="rerun")
    drawn = (_in_document, _people, _pictures, _share)
    for tab, draw in zip(tabs, drawn, strict=True):
        if tab.open:
            with tab:
                draw(key, chosen)


def _people(_: str, chosen: Review) -> None:
    st.html(render_tabs.people(chosen.report))
    _patterns(chosen.report, about_pictures=False)


def _pictures(key: str, chosen: Review) -> None:
    made: dict[str, dict[int, str]] = st.session_state.setdefault("thumbnails", {})
    if key not in made:
        first = chosen.document.pictures[:_SHOWN_THUMBNAILS]
        made.clear()  # those of one document at a time are enough
        made[key] = {index: address for index, p in enumerate(first) if (address := thumbnail(p))}
    st.html(render_tabs.pictures(chosen.report, made[key]))
    _patterns(chosen.report, about_pictures=True)


def _patterns(report: Report, about_pictures: bool) -> None:
    for index, pattern in enumerate(report.patterns):
        if render.about_pictures(pattern) == about_pictures:
            st.html(render.pattern(report, index))


def _share(_: str, chosen: Review) -> None:
    st.html(render_tabs.sharing())
    stem = re.sub(r"[^\w.-]+", "-", Path(chosen.report.name).stem).strip("-.")[:80] or "document"
    write = partial(_written, chosen.report)
    with st.container(horizontal=True):
        st.download_button(
            "Save the report (web page)",
            partial(write, "html"),
            f"{stem}-report.html",
            "text/html",
            type="primary",
        )
        st.download_button("Save the data (JSON)", partial(write, "json"), f"{stem}-report.json", "application/json")


def _written(report: Report, kind: str) -> bytes:
    return WRITERS[kind](Results(reports=(report,))).encode("utf-8")


# --- the document and its card ------------------------------------------------------------------


def _in_document(key: str, chosen: Review) -> None:
    report = chosen.report
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        shown = _filtered(key, report)
    order = sorted(shown, key=lambda item: (item[1].places[0].block, item[1].places[0].start))
    indices = [index for index, _ in order]
    index, at = st.session_state.selected.get(key, (-1, 0))
    if index not in indices:
        index, at = (indices[0], 0) if indices else (-1, 0)
    token = f"f{index}.{at}"
    with st.container(key="work"):
        left, right = st.columns([1.45, 1], gap="small")
        with left, st.container(key="paper"):
            spans = spans_by_block(shown, sections.rules_by_id(report))
            st.html(document_html(chosen.document, spans, token))
        with right, st.container(key="side"):
            with st.container(key="card"):
                if indices:
                    _steps(key, report, indices, index)
                    st.html(render.card(report, index, at))
                else:
                    st.html(render.nothing_shown(report, len(report.findings)))
            for beside in (render.people_small(report), render.left_alone(report)):
                if beside:
                    st.html(beside)


def _filtered(key: str, report: Report) -> list[tuple[int, Finding]]:
    """The findings to show: those of severity 0 only when asked for."""
    numbered = list(enumerate(report.findings))
    small = sum(finding.severity == 0 for _, finding in numbered)
    said = st.empty()
    with st.popover("Filter"):
        dimensions = sorted({f.dimension for f in report.findings}, key=list(wording.DIMENSIONS).index)
        levels = sorted({f.severity for f in report.findings if f.severity}, reverse=True)
        topic = st.pills(
            "Topics",
            dimensions,
            selection_mode="multi",
            format_func=wording.DIMENSIONS.__getitem__,
            key=f"topic:{key}",
        )
        weight = st.pills(
            "How much it matters",
            levels,
            selection_mode="multi",
            format_func=wording.severity,
            key=f"weight:{key}",
        )
        interest = st.toggle(f"Show what is for interest ({small})", key=f"interest:{key}", disabled=not small)
    shown = [
        (index, f)
        for index, f in numbered
        if (not topic or f.dimension in topic)
        and (f.severity in weight if weight and f.severity else f.severity > 0 or interest)
    ]
    said.html(render.shown(len(shown), len(numbered) - (0 if interest else small)))
    return shown


def _steps(key: str, report: Report, indices: list[int], index: int) -> None:
    """Previous, next, and a list of all: every finding can be reached without the mouse."""
    at = indices.index(index)
    name = f"choice:{key}"
    st.session_state[name] = index
    with st.container(key="nav", horizontal=True, vertical_alignment="center"):
        st.button("←", help="Previous", disabled=at == 0, on_click=_select, args=(key, indices[at - 1]))
        st.selectbox(
            "Go to",
            indices,
            format_func=lambda i: f"{indices.index(i) + 1} of {len(indices)}: {render.choice(report, i)}",
            key=name,
            label_visibility="collapsed",
            on_change=lambda: _select(key, st.session_state[name]),
        )
        after = indices[min(at + 1, len(indices) - 1)]
        st.button("→", help="Next", disabled=at == len(indices) - 1, on_click=_select, args=(key, after))


def _select(key: str, index: int, at: int = 0) -> None:
    st.session_state.selected[key] = (index, at)
    _bring_into_view(f'.ba-doc mark.on[data-ba-go="f{index}.{at}"]')


def _bring_into_view(selector: str, flash: bool = False) -> None:
    turn = st.session_state.show["turn"] + 1
    st.session_state.show = {"turn": turn, "selector": selector, "flash": flash}


def _go() -> None:
    """A mark or a link was clicked. The value comes from the browser: anything unknown is passed over."""
    token = st.session_state.links.go
    found = _TOKEN.fullmatch(token) if isinstance(token, str) else None
    key = st.session_state.get("document")
    chosen = st.session_state.outcomes.get(key)
    if found is None or key is None or not isinstance(chosen, Review):
        return
    if token in ("people", "pictures"):
        st.session_state.tab = token.capitalize()
        return
    finding, place, block = found.groups()
    st.session_state.tab = TABS[0]
    if block is not None:
        _bring_into_view(f"#ba-b{int(block)}", flash=True)
        return
    findings = chosen.report.findings
    if int(finding) < len(findings) and int(place) < len(findings[int(finding)].places):
        _show_all_if_hidden(key, findings[int(finding)])
        _select(key, int(finding), int(place))


def _show_all_if_hidden(key: str, finding: Finding) -> None:
    """A link to a finding that the filter hides lifts the filter."""
    state = st.session_state
    topic, weight = state.get(f"topic:{key}") or [], state.get(f"weight:{key}") or []
    if (topic and finding.dimension not in topic) or (weight and finding.severity not in weight):
        state[f"topic:{key}"], state[f"weight:{key}"] = [], []
    if finding.severity == 0:
        state[f"interest:{key}"] = True
