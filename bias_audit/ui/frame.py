"""What every page beside Review has: the look, the bar at the top, a heading, and links that reach Python."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ..pipeline import load_pipeline
from . import render, texts, work
from .render import esc

FOLDER = Path(__file__).parent
_LINKS = st.components.v2.component("bias_audit_page_links", js=(FOLDER / "links.js").read_text("utf-8"))


def frame(title: str, intro: str) -> None:
    """Draw the head of a page, and see that what pages share is there."""
    look("pages.css")
    said = f'<p class="ba-soft">{esc(intro)}</p>' if intro else ""
    st.html(f'<div class="ba-head ba-page"><h1>{esc(title)}</h1>{said}</div>')
    work.begin()
    for name, value in (("selected", {}), ("batch", 0), ("uploaded", set())):
        st.session_state.setdefault(name, value)
    ready()
    notes()


def look(*more: str) -> None:
    """The style sheet of the theme in use; ``more``: files of a page's own."""
    theme, dark, *own = ((FOLDER / name).read_text("utf-8") for name in ("theme.css", "dark.css", *more))
    st.html(render.style("\n".join((theme, *own)), dark, st.context.theme.type))


def notes() -> None:
    """What to know about the store and the link; said until the next start."""
    state = st.session_state
    for note in state.notes:
        st.html(render.note(texts.GONE if note == "gone" else texts.unreadable(note[1])))
    if state.store_trouble:
        st.html(render.note(state.store_trouble))
        st.button(texts.TRY_AGAIN, on_click=work.write_again)


def arrive(page: str) -> None:
    """An uploader forgets its files when its page is left: that takes no document out of the session."""
    if st.session_state.get("page") != page:
        st.session_state.update(page=page, uploaded=set())


@st.cache_resource(show_spinner=texts.FIRST_PAGE)
def ready() -> bool:
    """Load the rules and the language model once for all sessions."""
    load_pipeline(())
    return True


def links(on_go: Callable[[str], None]) -> None:
    """Clicks on our own links call ``on_go`` with what they say. What comes from the browser may be anything."""

    def clicked() -> None:
        token = st.session_state.page_links.go
        if isinstance(token, str):
            on_go(token)

    _LINKS(key="page_links", data={}, on_go_change=clicked)
