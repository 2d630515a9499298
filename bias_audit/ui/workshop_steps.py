"""The steps of a workshop after the tool has spoken: compare, talk, flip, rewrite, agree."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from .. import workshop_print
from ..flip import Flipped, flip
from ..local_rules import lines
from ..model import Report, Rule
from ..workshop import Meeting, Passage, compare, questions, rewritten
from . import page_html, render_workshop, session, work
from . import page_texts as texts
from .intake import Review
from .rules_page import rules_of, show_tried
from .workshop_marking import sentences_of, short, show

_FLIPS = 12  # pairs at once


def draw(key: str, review: Review) -> None:
    """The steps as tabs."""
    rules = rules_of(session.local_pipeline()) | {rule.id: rule for rule in review.report.rules}
    steps: tuple[Callable[[], object], ...] = (
        lambda: _compare(key, review, rules),
        lambda: st.html(render_workshop.questions(questions(review.report))),
        lambda: _flip(key, review),
        lambda: _rewrite(key, review),
        lambda: _agree(key, review),
    )
    for tab, step in zip(st.tabs(texts.STEPS, key="workshop_tab", on_change="rerun"), steps, strict=True):
        if tab.open:
            with tab:
                step()


def _compare(key: str, review: Review, rules: dict[str, Rule]) -> None:
    if review.report.strengths:
        st.html(render_workshop.strengths(review.report.strengths, rules))
    st.html(render_workshop.comparison(compare(work.meeting(key).marks, review.report), review.report, rules))
    st.button(texts.HIDE, type="tertiary", on_click=show, args=(key, False))


def _flip(key: str, review: Review) -> None:
    if st.session_state.get("workshop_flips", ("", ()))[0] != key:
        st.session_state.workshop_flips = (key, flip(review.document))
    found: tuple[Flipped, ...] = st.session_state.workshop_flips[1]
    shown = st.session_state.setdefault(f"flips:{key}", _FLIPS)
    st.html(render_workshop.twins(found[:shown]))
    if len(found) > shown and st.button(texts.MORE):
        st.session_state[f"flips:{key}"] = shown + _FLIPS
        st.rerun()


def _rewrite(key: str, review: Review) -> None:
    sentences = sentences_of(key, review)
    if not sentences:
        st.html(page_html.paragraph(texts.NO_WORDS))
        return
    with st.container(key="card-rewrite"):
        st.html(page_html.heading(texts.REWRITE_TITLE, texts.REWRITE_INTRO))
        name = f"rewrite:{key}"
        if name not in st.session_state:
            st.session_state[name] = _worth_rewriting(review, sentences)
        index: int = st.selectbox(
            texts.PASSAGE, range(len(sentences)), format_func=lambda at: short(sentences[at].text), key=name
        )
        text = sentences[index].text
        columns = st.columns(1 + len(texts.VERSION))
        with columns[0]:
            st.html(render_workshop.as_it_is(text))
            show_tried(text, session.local_pipeline())
        versions = dict(work.meeting(key).rewrites).get(text, (text,) * len(texts.VERSION))
        written = []
        for column, title, version in zip(columns[1:], texts.VERSION, versions, strict=True):
            with column:
                name = f"{title}:{key}:{index}"
                st.session_state.setdefault(name, version)
                new = st.text_area(title, key=name, height=160) or ""
                written.append(new)
                if new.strip() and new.strip() != text.strip():
                    show_tried(new, session.local_pipeline())
                else:
                    st.html(page_html.paragraph(texts.NOT_YET))
    now = rewritten(work.meeting(key), text, tuple(written))
    if now != work.meeting(key):
        work.set_meeting(key, now)


def _worth_rewriting(review: Review, sentences: tuple[Passage, ...]) -> int:
    """The sentence of the weightiest finding."""
    ranked = sorted(review.report.findings, key=lambda finding: -finding.severity)
    for place in (finding.places[0] for finding in ranked):
        for at, one in enumerate(sentences):
            if one.block == place.block and one.start <= place.start < one.end:
                return at
    return 0


def _agree(key: str, review: Review) -> None:
    now = work.meeting(key)
    with st.container(key="card-agree"):
        st.html(page_html.heading(texts.AGREE_TITLE))
        name = f"actions:{key}"
        st.session_state.setdefault(name, now.actions)
        actions = st.text_area(texts.AGREE_LABEL, key=name, height=150, placeholder=texts.AGREE_HINT) or ""
        if actions != now.actions:
            now = replace(now, actions=actions)
            work.set_meeting(key, now)
        st.download_button(
            texts.SAVE_SUMMARY,
            partial(_summary, now, review.report),
            "workshop-summary.html",
            "text/html",
            type="primary",
            on_click="ignore",
        )
        st.html(page_html.paragraph(texts.SUMMARY_NOTE))


def _summary(now: Meeting, report: Report) -> bytes:
    """Made when it is asked for, from what it is given: the session is not at hand then."""
    today = date.today()
    held_on = f"{today.day} {today:%B %Y}"
    found = compare(now.marks, report)
    agreed = lines(now.actions)
    return workshop_print.summary(report, found, questions(report), agreed, now.rewrites, held_on).encode()
