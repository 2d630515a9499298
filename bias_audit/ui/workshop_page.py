"""A workshop on one screen: the group marks first, then sees what the tool saw, talks, rewrites and agrees."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import get_args

import streamlit as st

from .. import wording, workshop_print
from ..flip import Flipped, flip
from ..local_rules import lines
from ..model import Dimension, Report, Rule
from ..workshop import Meeting, Passage, bingo_cards, compare, discussion_cards, mark, passages, questions
from . import choose, page_html, session
from . import page_texts as texts
from .document_html import Span, document_html
from .frame import frame, links
from .intake import Review
from .rules_page import rules_of, show_tried

_FLIPS = 12  # pairs at once
_LONGEST = 110  # characters of a sentence in a list


def page() -> None:
    """Draw the page."""
    frame(texts.WORKSHOP, texts.WORKSHOP_INTRO)
    reviews = session.reviewed()
    if not reviews:
        with st.container(key="card-start"):
            st.html(page_html.paragraph(texts.WORKSHOP_NONE))
            choose.start()
    else:
        key = _which(reviews)
        if meeting(key).shown:
            _after(key, reviews[key])
        else:
            _marking(key, reviews[key])
    _cards()


def _which(reviews: dict[str, Review]) -> str:
    """The document of the meeting; the choice outlives a visit to another page."""
    state = st.session_state
    new = state.pop("wanted", None)  # just opened here
    if new in reviews or state.get("workshop_document") not in reviews:
        state.workshop_document = new if new in reviews else next(iter(reviews))
        state.pop("workshop_which", None)
    state.setdefault("workshop_which", state.workshop_document)
    with st.container(key="which", horizontal=True, vertical_alignment="bottom"):
        state.workshop_document = st.selectbox(
            texts.WHICH,
            list(reviews),
            format_func=lambda key: wording.plain(reviews[key].report.name),
            key="workshop_which",
        )
        with st.popover(texts.ANOTHER):
            choose.start()
    key: str = state.workshop_document
    return key


def meeting(key: str) -> Meeting:
    """Where the workshop over a document stands."""
    found: Meeting = st.session_state.setdefault("meetings", {}).get(key, Meeting())
    return found


def _set(key: str, new: Meeting) -> None:
    """The one place where a workshop changes."""
    st.session_state.meetings[key] = new


def _passages(key: str, review: Review) -> tuple[Passage, ...]:
    """The sentences of the document on the screen, split once."""
    if st.session_state.get("workshop_passages", ("", ()))[0] != key:
        st.session_state.workshop_passages = (key, passages(review.document))
    found: tuple[Passage, ...] = st.session_state.workshop_passages[1]
    return found


# --- marking ------------------------------------------------------------------------------------


def _marking(key: str, review: Review) -> None:
    sentences = _passages(key, review)
    if not sentences:
        st.html(page_html.paragraph(texts.NO_WORDS))
        return
    with st.container(key="meeting"):
        left, right = st.columns([1.45, 1], gap="small")
        with right, st.container(key="side"):
            with st.container(key="card-mark"):
                st.html(page_html.heading(texts.MARK_TITLE, texts.MARK_INTRO))
                chosen = _mark_one(key, review, sentences)
            _so_far(key)
        with left, st.container(key="paper"):
            st.html(_paper(key, review, sentences, chosen))
    links(lambda token: _choose(token, key, sentences))


def _mark_one(key: str, review: Review, sentences: tuple[Passage, ...]) -> int:
    name = f"sentence:{key}"
    index: int = st.selectbox(
        texts.SENTENCE,
        range(len(sentences)),
        format_func=lambda at: _short(sentences[at].text),
        key=name,
        placeholder=texts.SENTENCE_HINT,
    )
    turn = len(meeting(key).marks)
    with st.form(f"mark{turn}", border=False):
        words = st.text_input(texts.MARK_WORDS, key=f"words:{key}:{turn}")
        why = st.text_input(texts.MARK_WHY, key=f"why:{key}:{turn}")
        if st.form_submit_button(texts.MARK_ADD, type="primary"):
            found = mark(review.document, sentences[index], words or "", why or "")
            if found is None:
                st.html(page_html.mend(texts.NOT_THERE))
            else:
                now = meeting(key)
                _set(key, replace(now, marks=(*now.marks, found)))
                st.rerun()
    return index


def _so_far(key: str) -> None:
    marks = meeting(key).marks
    with st.container(key="card-marks"):
        st.html(page_html.heading(texts.marks(len(marks)), "" if marks else texts.MARKED_NONE))
        for at, one in enumerate(marks):
            with st.container(key=f"marked{at}", horizontal=True, vertical_alignment="center"):
                st.html(page_html.marked_list(one))
                st.button(texts.TAKE_BACK, key=f"back{at}", type="tertiary", on_click=_take_back, args=(key, at))
        st.button(texts.REVEAL, type="primary" if marks else "secondary", on_click=_show, args=(key, True))


def _take_back(key: str, at: int) -> None:
    now = meeting(key)
    _set(key, replace(now, marks=now.marks[:at] + now.marks[at + 1 :]))


def _show(key: str, shown: bool) -> None:
    _set(key, replace(meeting(key), shown=shown))


def _paper(key: str, review: Review, sentences: tuple[Passage, ...], chosen: int) -> str:
    """The document with the group's marks; a click on a sentence chooses it. The keyboard has the list for that."""
    spans: dict[int, list[Span]] = {}
    marks = meeting(key).marks
    for at, marked in enumerate(marks):
        title = marked.why or texts.MARKED_HERE
        spans.setdefault(marked.block, []).append(Span(marked.start, marked.end, f"g{at}", 1, title))
    for at, one in enumerate(sentences):
        taken = [(m.start, m.end) for m in marks if m.block == one.block]
        for start, end in _between(one.start, one.end, taken):
            spans.setdefault(one.block, []).append(Span(start, end, f"p{at}", 0, texts.CHOOSE))
    return document_html(review.document, spans, f"p{chosen}").replace('tabindex="0" role="button" ', "")


def _between(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of ``start:end`` beside what is taken."""
    for first, last in sorted(taken):
        if start < first < end:
            yield start, first
        start = max(start, min(last, end)) if first < end else start
    if start < end:
        yield start, end


def _choose(token: str, key: str, sentences: tuple[Passage, ...]) -> None:
    found = re.fullmatch(r"([pg])([0-9]{1,7})", token)
    marks = meeting(key).marks
    if found is None or int(found[2]) >= len(sentences if found[1] == "p" else marks):
        return
    at = int(found[2])
    if found[1] == "g":
        one = marks[at]
        at = next(i for i, s in enumerate(sentences) if s.block == one.block and s.start <= one.start < s.end)
    st.session_state[f"sentence:{key}"] = at


def _short(text: str) -> str:
    text = wording.plain(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


# --- after the tool has spoken ------------------------------------------------------------------


def _after(key: str, review: Review) -> None:
    rules = rules_of(session.local_pipeline()) | {rule.id: rule for rule in review.report.rules}
    steps: tuple[Callable[[], object], ...] = (
        lambda: _compare(key, review, rules),
        lambda: st.html(page_html.questions(questions(review.report))),
        lambda: _flip(key, review),
        lambda: _rewrite(key, review),
        lambda: _agree(key, review),
    )
    for tab, draw in zip(st.tabs(texts.STEPS, key="workshop_tab", on_change="rerun"), steps, strict=True):
        if tab.open:
            with tab:
                draw()


def _compare(key: str, review: Review, rules: dict[str, Rule]) -> None:
    if review.report.strengths:
        st.html(page_html.strengths(review.report.strengths, rules))
    st.html(page_html.comparison(compare(meeting(key).marks, review.report), review.report, rules))
    st.button(texts.HIDE, type="tertiary", on_click=_show, args=(key, False))


def _flip(key: str, review: Review) -> None:
    if st.session_state.get("workshop_flips", ("", ()))[0] != key:
        st.session_state.workshop_flips = (key, flip(review.document))
    found: tuple[Flipped, ...] = st.session_state.workshop_flips[1]
    shown = st.session_state.setdefault(f"flips:{key}", _FLIPS)
    st.html(page_html.twins(found[:shown]))
    if len(found) > shown and st.button(texts.MORE):
        st.session_state[f"flips:{key}"] = shown + _FLIPS
        st.rerun()


def _rewrite(key: str, review: Review) -> None:
    sentences = _passages(key, review)
    if not sentences:
        st.html(page_html.paragraph(texts.NO_WORDS))
        return
    with st.container(key="card-rewrite"):
        st.html(page_html.heading(texts.REWRITE_TITLE, texts.REWRITE_INTRO))
        name = f"rewrite:{key}"
        if name not in st.session_state:
            st.session_state[name] = _worth_rewriting(review, sentences)
        index: int = st.selectbox(
            texts.PASSAGE, range(len(sentences)), format_func=lambda at: _short(sentences[at].text), key=name
        )
        text = sentences[index].text
        columns = st.columns(1 + len(texts.VERSION))
        with columns[0]:
            st.text_area(texts.AS_IT_IS, text, key=f"asis:{key}:{index}", height=160, disabled=True)
            show_tried(text, session.local_pipeline())
        for column, title in zip(columns[1:], texts.VERSION, strict=True):
            with column:
                new = st.text_area(title, text, key=f"{title}:{key}:{index}", height=160)
                if new and new.strip() and new.strip() != text.strip():
                    show_tried(new, session.local_pipeline())
                else:
                    st.html(page_html.paragraph(texts.NOT_YET))


def _worth_rewriting(review: Review, sentences: tuple[Passage, ...]) -> int:
    """The sentence of the weightiest finding."""
    ranked = sorted(review.report.findings, key=lambda finding: -finding.severity)
    for place in (finding.places[0] for finding in ranked):
        for at, one in enumerate(sentences):
            if one.block == place.block and one.start <= place.start < one.end:
                return at
    return 0


def _agree(key: str, review: Review) -> None:
    now = meeting(key)
    with st.container(key="card-agree"):
        st.html(page_html.heading(texts.AGREE_TITLE))
        actions = st.text_area(
            texts.AGREE_LABEL, now.actions, key=f"actions:{key}", height=150, placeholder=texts.AGREE_HINT
        )
        if (actions or "") != now.actions:
            now = replace(now, actions=actions or "")
            _set(key, now)
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
    return workshop_print.summary(report, found, questions(report), lines(now.actions), held_on).encode()


# --- cards --------------------------------------------------------------------------------------


def _cards() -> None:
    with st.expander(texts.CARDS_TITLE):
        st.html(page_html.paragraph(texts.CARDS_INTRO))
        topics: list[Dimension] = st.multiselect(
            texts.CARDS_TOPICS,
            list(get_args(Dimension)),
            format_func=wording.DIMENSIONS.__getitem__,
            key="card_topics",
            placeholder=texts.FIRST_EMPTY,
        )
        seed = st.number_input(texts.CARDS_NUMBER, 1, 999, key="card_seed")
        lexicon = session.local_pipeline().lexicon
        with st.container(horizontal=True):
            st.download_button(
                texts.SAVE_CARDS,
                lambda: workshop_print.discussion(discussion_cards(lexicon, topics, seed=int(seed))).encode(),
                "cards-to-talk-about.html",
                "text/html",
                on_click="ignore",
            )
            st.download_button(
                texts.SAVE_BINGO,
                lambda: workshop_print.bingo(bingo_cards(lexicon, topics, seed=int(seed))).encode(),
                "bingo-cards.html",
                "text/html",
                on_click="ignore",
            )
