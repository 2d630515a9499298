"""The ways in: upload, paste, or a sample lesson. What is new is reviewed and kept in the session."""

import streamlit as st

from ..errors import BiasAuditError
from ..pipeline import load_pipeline
from . import render, session, texts, work
from .intake import PASTED, Review, key_of, reviews, sample_title, samples


def again() -> None:
    """The same ways in, folded away beside a review, and the way to forget everything."""
    with st.container(key="again", horizontal=True, horizontal_alignment="right"):
        with st.popover(texts.ANOTHER):
            start()
        st.button(texts.START_AGAIN, type="tertiary", on_click=_forget_all, help=texts.START_AGAIN_HELP)


def _forget_all() -> None:
    work.forget_all()
    st.session_state.update(selected={}, picture={}, thumbnails={}, flips={})
    empty_widgets()


def empty_widgets() -> None:
    """The uploader and the text box start empty; what was in the uploader is no longer tied to it."""
    st.session_state.update(batch=st.session_state.batch + 1, uploaded=set())


def start() -> None:
    """Upload, paste, or pick a sample; what is new is reviewed and shown."""
    batch = st.session_state.batch
    files = st.file_uploader(texts.UPLOAD, accept_multiple_files=True, key=f"files{batch}")
    kept = {key_of(file.getvalue(), file.name, "file"): file for file in files}
    _drop_removed(set(kept))
    known = {key.partition("/")[0] for key in st.session_state.outcomes}  # documents of an archive: "key/1"
    new = [(key, f.getvalue(), f.name) for key, f in kept.items() if key not in known]
    with st.form(f"paste{batch}", border=False, enter_to_submit=False):
        text = st.text_area(texts.PASTE, height=120, key=f"text{batch}", placeholder=texts.PASTE_HINT)
        if st.form_submit_button(texts.CHECK_TEXT) and text.strip():
            data = text.encode("utf-8", "replace")
            new.append((key_of(data, PASTED, "paste"), data, PASTED))
    if found := samples():
        with st.container(key=f"samples{batch}", horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox(texts.SAMPLE, list(found), format_func=sample_title, key=f"sample{batch}")
            if st.button(texts.OPEN_SAMPLE):
                data = found[name].read_bytes()
                new.append((key_of(data, name, "sample"), data, name))
    if new:
        _review_all(new)


def _drop_removed(kept: set[str]) -> None:
    """A file taken out of the uploader is forgotten at once; what came back after a refresh was never in it."""
    state = st.session_state
    removed, state.uploaded = state.uploaded - kept, kept
    for key in [key for key in state.outcomes if key.partition("/")[0] in removed]:
        work.close(key)


def _review_all(new: list[tuple[str, bytes, str]]) -> None:
    said = st.empty()
    for number, (key, data, name) in enumerate(new, 1):
        said.html(render.working(name, number, len(new)))
        try:
            _model_ready()
        except BiasAuditError as error:  # our own rules or model, not the file: nothing can be checked
            said.html(render.broken(str(error)))
            return

        def on_page(done: int, of: int, file: tuple[str, int, int] = (name, number, len(new))) -> None:
            said.html(render.working(*file, (done, of)))

        for part, outcome in reviews(key, data, name, session.settings(), on_page):
            work.add(part, outcome)
            if isinstance(outcome, Review):
                st.session_state.setdefault("wanted", part)  # the first of those that came together
    st.rerun()


@st.cache_resource(show_spinner=False)
def _model_ready() -> bool:
    """Loads the language model and the rules once for all sessions, one session at a time."""
    load_pipeline()
    return True
