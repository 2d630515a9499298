"""The cards of a workshop, to print for a table without a screen."""

from typing import get_args

import streamlit as st

from .. import wording, workshop_print
from ..model import Dimension
from ..workshop import bingo_cards, discussion_cards
from . import page_html, session
from . import page_texts as texts


def draw() -> None:
    """Choose topics and a set, and save the cards."""
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
