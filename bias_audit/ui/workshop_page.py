"""A workshop on one screen: the group marks first, then sees what the tool saw, talks, rewrites and agrees."""

import streamlit as st

from .. import wording
from . import choose, page_html, session, work, workshop_cards, workshop_marking, workshop_steps
from . import page_texts as texts
from .frame import frame
from .intake import Review


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
        step = workshop_steps.draw if work.meeting(key).shown else workshop_marking.draw
        step(key, reviews[key])
    workshop_cards.draw()


def _which(reviews: dict[str, Review]) -> str:
    """The document of the meeting; the choice outlives a visit to another page."""
    state = st.session_state
    new = state.pop("wanted", None)  # just opened here
    if new in reviews or state.get("workshop_document") not in reviews:
        begun = next((key for key in reviews if key in state.meetings), next(iter(reviews)))  # before a refresh
        state.workshop_document = new if new in reviews else begun
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
