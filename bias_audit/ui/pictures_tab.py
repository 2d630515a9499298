"""The contact sheet, with a few quick questions beside it: what does this picture show?"""

from dataclasses import replace
from typing import Any

import streamlit as st

from ..model import Report
from ..picture_tags import QUESTIONS, SHOWN_AS, PictureTag, write_tags
from . import page_html, render_pictures, texts, work
from .intake import Review
from .thumbnails import thumbnail

_SHOWN_THUMBNAILS = 60  # pictures with a preview; the rest are listed without


def draw(key: str, chosen: Review) -> None:
    """The tab: counts, contact sheet, questions about one picture, tallies."""
    report, state = chosen.report, st.session_state
    st.html(render_pictures.summary(report))
    taggable = [index for index, picture in enumerate(report.pictures) if picture.sha256]
    made = _thumbnails(key, chosen)
    index = state.picture.get(key, taggable[0] if taggable else -1)
    if not report.pictures:
        return
    with st.container(key="sheet"):
        left, right = st.columns([1.45, 1], gap="small")
        with left:
            st.html(render_pictures.sheet(report, made, set(state.tags), index))
        with right, st.container(key="ask"):
            if taggable:
                _questions(key, report, taggable, index, made.get(index, ""))
            tags = [state.tags[sha] for sha in dict.fromkeys(p.sha256 for p in report.pictures) if sha in state.tags]
            if tags:
                st.html(render_pictures.tallies(report, tags))
                st.download_button(
                    texts.TAG_DOWNLOAD, write_tags(tags), "picture-tags.json", "application/json", on_click="ignore"
                )


def _thumbnails(key: str, chosen: Review) -> dict[int, str]:
    made: dict[str, dict[int, str]] = st.session_state.setdefault("thumbnails", {})
    if key not in made:
        first = chosen.document.pictures[:_SHOWN_THUMBNAILS]
        made.clear()  # those of one document at a time are enough
        made[key] = {index: address for index, p in enumerate(first) if (address := thumbnail(p))}
    return made[key]


def _questions(key: str, report: Report, taggable: list[int], index: int, address: str) -> None:
    sha256 = report.pictures[index].sha256
    said = st.session_state.tags.get(sha256, PictureTag(sha256))
    described = dict(said.described)
    with st.form(f"tag:{sha256}", border=False):
        st.html(render_pictures.preview(report, index, address))
        st.html(page_html.paragraph(texts.TAG_NOTE))
        answers: dict[str, Any] = {}
        for name, choices in QUESTIONS.items():
            value = getattr(said, name.replace(" ", "_"))
            answers[name] = _radio(name, choices, value, sha256)
        with st.expander(texts.TAG_SHOWN_AS):
            for dimension, choices in SHOWN_AS.items():
                answers[dimension] = _radio(dimension, choices, described.get(dimension), sha256)
        if st.form_submit_button(texts.TAG_SAVE, type="primary"):
            told = tuple((dimension, answers[dimension]) for dimension in SHOWN_AS if answers[dimension])
            work.tag(
                replace(
                    said,
                    how_many=answers["how many"],
                    role=answers["role"],
                    doing=answers["doing"],
                    where=answers["where"],
                    described=told,
                )
            )
            after = taggable[(taggable.index(index) + 1) % len(taggable)]
            st.session_state.picture[key] = after
            st.rerun()


def _radio(name: str, choices: tuple[str, ...], value: str | None, sha256: str) -> str | None:
    """A question with its answers in one line; the arrow keys move between them."""
    if value and value not in choices:
        choices = (*choices, value)
    return st.radio(
        texts.QUESTIONS[name],
        choices,
        index=choices.index(value) if value else None,
        format_func=lambda answer: answer[:1].upper() + answer[1:].replace("'", "’"),
        horizontal=True,
        key=f"{name}:{sha256}",
    )
