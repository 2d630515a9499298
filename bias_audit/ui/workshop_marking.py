"""The first step of a workshop: the group marks what it notices, while the tool's notes stay hidden."""

import re
from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from .. import wording
from ..workshop import Passage, mark, passages
from . import page_html, render_workshop, work
from . import page_texts as texts
from .document_html import Span, document_html
from .frame import links
from .intake import Review

_LONGEST = 110  # characters of a sentence in a list


def draw(key: str, review: Review) -> None:
    """The document with its marks, and beside it the sentence to mark."""
    sentences = sentences_of(key, review)
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
            st.html(page_html.unseen_heading(texts.THE_DOCUMENT) + _paper(key, review, sentences, chosen))
    links(lambda token: _choose(token, key, sentences))


def _mark_one(key: str, review: Review, sentences: tuple[Passage, ...]) -> int:
    name = f"sentence:{key}"
    index: int = st.selectbox(
        texts.SENTENCE,
        range(len(sentences)),
        format_func=lambda at: short(sentences[at].text),
        key=name,
        placeholder=texts.SENTENCE_HINT,
    )
    turn = len(work.meeting(key).marks)
    with st.form(f"mark{turn}", border=False):
        words = st.text_input(texts.MARK_WORDS, key=f"words:{key}:{turn}")
        why = st.text_input(texts.MARK_WHY, key=f"why:{key}:{turn}")
        if st.form_submit_button(texts.MARK_ADD, type="primary"):
            found = mark(review.document, sentences[index], words or "", why or "")
            if found is None:
                st.html(page_html.mend(texts.NOT_THERE))
            else:
                now = work.meeting(key)
                work.set_meeting(key, replace(now, marks=(*now.marks, found)))
                st.rerun()
    return index


def _so_far(key: str) -> None:
    marks = work.meeting(key).marks
    with st.container(key="card-marks"):
        st.html(page_html.heading(texts.marks(len(marks)), "" if marks else texts.MARKED_NONE))
        for at, one in enumerate(marks):
            with st.container(key=f"marked{at}", horizontal=True, vertical_alignment="center"):
                st.html(render_workshop.marked(one))
                st.button(texts.TAKE_BACK, key=f"back{at}", type="tertiary", on_click=_take_back, args=(key, at))
        st.button(texts.REVEAL, type="primary" if marks else "secondary", on_click=show, args=(key, True))


def _take_back(key: str, at: int) -> None:
    now = work.meeting(key)
    work.set_meeting(key, replace(now, marks=now.marks[:at] + now.marks[at + 1 :]))


def _paper(key: str, review: Review, sentences: tuple[Passage, ...], chosen: int) -> str:
    """The document with the group's marks; a click on a sentence chooses it. The keyboard has the list for that."""
    spans: dict[int, list[Span]] = {}
    marks = work.meeting(key).marks
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
    marks = work.meeting(key).marks
    if found is None or int(found[2]) >= len(sentences if found[1] == "p" else marks):
        return
    at = int(found[2])
    if found[1] == "g":
        one = marks[at]
        at = next(i for i, s in enumerate(sentences) if s.block == one.block and s.start <= one.start < s.end)
    st.session_state[f"sentence:{key}"] = at


def sentences_of(key: str, review: Review) -> tuple[Passage, ...]:
    """The sentences of the document on the screen, split once."""
    if st.session_state.get("workshop_passages", ("", ()))[0] != key:
        st.session_state.workshop_passages = (key, passages(review.document))
    found: tuple[Passage, ...] = st.session_state.workshop_passages[1]
    return found


def short(text: str) -> str:
    """A sentence that fits a line of a list."""
    text = wording.plain(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def show(key: str, shown: bool) -> None:
    """Show what the tool saw, or hide it again."""
    work.set_meeting(key, replace(work.meeting(key), shown=shown))
