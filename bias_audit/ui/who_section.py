"""The part of the people tab that offers whom else the lesson could show, by its topics or by one that is typed."""

import streamlit as st

from ..people.figures.who_else import offer
from ..reports import who
from ..wording import opening
from . import render_who, texts
from .intake import Review

_LONGEST = 80  # characters of a topic that is typed


def draw(key: str, chosen: Review) -> None:
    """Topics of the document as choices, a field for another, and four people for the one that was asked last."""
    offers = dict(who.offers(chosen.report))
    state = st.session_state
    typed: dict[str, str] = state.setdefault("topics_typed", {})  # by document: a field forgets when it is not shown
    name = f"who_typed:{key}"
    state.setdefault(name, typed.get(key, ""))
    with st.container(key="who"):
        st.html(render_who.intro(list(offers)))
        topic = _choice(key, list(offers))
        field = st.text_input(
            texts.WHO_ANOTHER if offers else texts.WHO_TYPE,
            max_chars=_LONGEST,
            key=name,
            placeholder=texts.WHO_PLACEHOLDER,
        )
        typed[key] = asked = field.strip()
        if asked:
            st.html(render_who.people(asked, offer(asked, who.shown(chosen.report))))
        elif topic:
            st.html(render_who.people(topic, offers[topic]))


def _choice(key: str, topics: list[str]) -> str:
    """The topic that is chosen; the only one where there is one, "" where there is none."""
    if len(topics) < 2:
        return "".join(topics)
    return st.segmented_control(
        texts.WHO_TOPICS,
        topics,
        default=topics[0],
        format_func=opening,
        key=f"who_topic:{key}",
        required=True,
        on_change=_clear,
        args=(key,),
    )


def _clear(key: str) -> None:
    """Whoever chooses a topic is done with the one that was typed."""
    st.session_state[f"who_typed:{key}"] = ""
