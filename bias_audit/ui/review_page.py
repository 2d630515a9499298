"""The Review page: widgets and what they change. Words and HTML are made in the render modules."""

import re
from functools import partial
from pathlib import Path

import streamlit as st

from .. import wording
from ..decisions import applying, still_open
from ..flip import flip
from ..framework_view import framework_view
from ..model import Block, Document, Failure, Place, Report, Results
from ..reports import WRITERS, gloss
from . import (
    choose,
    document_tab,
    pictures_tab,
    render,
    render_card,
    render_careers,
    render_counts,
    render_frameworks,
    render_language,
    render_tabs,
    sheets,
    texts,
    who_section,
    work,
)
from .document_tab import bring_into_view, file_stem, select, show_if_hidden
from .frame import look, notes
from .intake import Outcome, Review
from .setting_page import offer_again

FOLDER = Path(__file__).parent
_TOKEN = re.compile(r"f(\d{1,7})\.(\d{1,7})|b(\d{1,7})|i(\d{1,7})|people|pictures|language")
_FLIPS_AT_ONCE = 30
_LINKS = st.components.v2.component("bias_audit_links", js=(FOLDER / "links.js").read_text("utf-8"))


def page() -> None:
    """Draw the page. A person's documents live in their own session and workspace, never in a shared cache."""
    state = st.session_state
    state.setdefault("selected", {})  # key of a review -> (finding, place)
    state.setdefault("picture", {})  # key of a review -> the picture that is asked about
    state.setdefault("batch", 0)  # a new number empties the widgets that take files and text
    state.setdefault("uploaded", set())  # keys of the files that stand in the uploader
    state.setdefault("show", {"turn": 0, "selector": "", "flash": False})
    look()
    outcomes: dict[str, Outcome] = state.outcomes
    if outcomes:
        choose.again()
    notes()
    if outcomes:
        _results(outcomes)
    else:
        st.html(render.welcome())
        with st.container(key="start"):
            choose.start()
    # Mounted last, so that what it brings into view is already on its way to the page.
    _LINKS(key="links", data=dict(state.show), on_go_change=_go)


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
            texts.choose_document(len(reviews)),
            list(reviews),
            format_func=lambda k: wording.plain(reviews[k].report.name),
            key="document",
        )
    offer_again()
    chosen = reviews[key]
    st.html(render.head(chosen.report))
    held = applying(st.session_state.decisions, chosen.report.name)
    decided = {index for index, finding in enumerate(chosen.report.findings) if finding.key in held}
    st.html(render.top(chosen.report, decided))
    tabs = st.tabs(list(texts.TABS.values()), key="tab", on_change="rerun")
    drawn = (document_tab.draw, _people, _careers, pictures_tab.draw, _language, _flip, _frameworks, _share)
    for tab, draw in zip(tabs, drawn, strict=True):
        if tab.open:
            with tab:
                draw(key, chosen)


# --- the tabs that mostly show ------------------------------------------------------------------


def _people(key: str, chosen: Review) -> None:
    report = chosen.report
    st.html(render_tabs.people(report))
    who_section.draw(key, chosen)
    if more := render_tabs.more_counts(report, st.session_state.tags.values()):
        st.html(more)
    for index, pattern in enumerate(report.patterns):
        if not render.about_pictures(pattern) and pattern.dimension != "pathways":
            st.html(render_card.pattern(report, index))


def _careers(_: str, chosen: Review) -> None:
    report = chosen.report
    held = applying(st.session_state.decisions, report.name)
    patterns = [n for n, pattern in enumerate(report.patterns) if pattern.dimension == "pathways"]
    st.html(render_careers.careers(report, still_open(report.findings, held), bool(patterns)))
    for index in patterns:
        st.html(render_card.pattern(report, index))


def _language(_: str, chosen: Review) -> None:
    report = chosen.report
    held = applying(st.session_state.decisions, report.name)
    st.html(render_language.reading(report))
    if words := render_language.words(report):
        st.html(words)
        stem = file_stem(report.name)
        with st.container(horizontal=True):
            st.download_button(
                texts.GLOSS_CSV, gloss.as_csv(report), f"{stem}-words.csv", "text/csv", on_click="ignore"
            )
            st.download_button(
                texts.GLOSS_MARKDOWN, gloss.as_markdown(report), f"{stem}-words.md", "text/markdown", on_click="ignore"
            )
    st.html(render_language.access(report, still_open(report.findings, held)))
    if costs := render_counts.charts(report, ["costs"]):
        st.html(costs)


def _flip(key: str, chosen: Review) -> None:
    state = st.session_state
    made = state.setdefault("flips", {})
    if key not in made:
        made.clear()  # those of one document at a time are enough
        made[key] = flip(chosen.document)
    most = state.setdefault("flips_shown", {}).get(key, _FLIPS_AT_ONCE)
    st.html(render_language.flips(made[key], most))
    if len(made[key]) > most:
        st.button(texts.FLIP_MORE, on_click=state.flips_shown.update, args=({key: most + _FLIPS_AT_ONCE},))
    with st.container(key="own"), st.form("own-words", border=False):
        own = st.text_area(texts.FLIP_OWN, height=80, max_chars=2000)
        if st.form_submit_button(texts.FLIP_IT) and own.strip():
            block = Block(own, "paragraph", Place(""))
            st.html(render_language.flips(flip(Document("", "text/plain", "", (block,))), _FLIPS_AT_ONCE))


def _frameworks(_: str, chosen: Review) -> None:
    st.html(render_frameworks.of_document(chosen.report, framework_view([chosen.report])))


def _share(key: str, chosen: Review) -> None:
    report, state = chosen.report, st.session_state
    st.html(render_tabs.sharing(state.saved))
    stem = file_stem(report.name)
    write = partial(_written, report)
    changes = render_tabs.changes(report, applying(state.decisions, report.name))
    with st.container(horizontal=True):
        st.download_button(
            texts.SAVE_REPORT,
            partial(write, "html"),
            f"{stem}-report.html",
            "text/html",
            type="primary",
            on_click="ignore",
        )
        if changes:
            st.download_button(texts.SAVE_CHANGES, changes, f"{stem}-changes.md", "text/markdown", on_click="ignore")
        st.download_button(
            texts.SAVE_DATA, partial(write, "json"), f"{stem}-report.json", "application/json", on_click="ignore"
        )
    st.toggle(
        texts.KEEP_WORK,
        value=state.saved,
        key="keep",
        help=texts.KEEP_WORK_HELP,
        on_change=lambda: work.keep_for_good(state.keep),
    )
    st.button(texts.FORGET, help=texts.FORGET_HELP, on_click=_forget, args=(key,))


def _written(report: Report, kind: str) -> bytes:
    return WRITERS[kind](Results(reports=(report,))).encode("utf-8")


def _forget(key: str) -> None:
    work.forget(key)
    choose.empty_widgets()


# --- what comes from the browser ----------------------------------------------------------------


def _go() -> None:
    """A mark or a link was clicked. The value comes from the browser: anything unknown is passed over."""
    token = st.session_state.links.go
    found = _TOKEN.fullmatch(token) if isinstance(token, str) else None
    key = st.session_state.get("document")
    chosen = st.session_state.outcomes.get(key)
    if found is None or key is None or not isinstance(chosen, Review):
        return
    if token in ("people", "pictures", "language"):
        st.session_state.tab = texts.TABS[token]
        return
    finding, place, block, picture = found.groups()
    if picture is not None:
        _ask_about(key, chosen, int(picture))
        return
    st.session_state.tab = texts.TABS["document"]
    if block is not None:
        sheets.point_at(key, int(block))
        bring_into_view(f"#ba-b{int(block)}", flash=True)
        return
    findings = chosen.report.findings
    if int(finding) < len(findings) and int(place) < len(findings[int(finding)].places):
        show_if_hidden(key, findings[int(finding)])
        select(key, int(finding), int(place))


def _ask_about(key: str, chosen: Review, picture: int) -> None:
    if picture < len(chosen.report.pictures) and chosen.report.pictures[picture].sha256:
        st.session_state.tab = texts.TABS["pictures"]
        st.session_state.picture[key] = picture
        bring_into_view(".ba-preview")
