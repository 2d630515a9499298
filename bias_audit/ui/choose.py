"""The ways in: upload, paste, or a sample lesson. What is new is reviewed and kept in the session."""

import streamlit as st

from ..errors import BiasAuditError
from ..pipeline import load_pipeline
from ..store import Arrived
from . import reading, render, session, texts, work
from .intake import PASTED, Review, key_of, sample_title, samples

PATIENCE = 0.7  # seconds: what is read within them needs no bar
_LOOK_AGAIN = 0.5  # seconds


def again() -> None:
    """The same ways in, folded away beside a review, and the way to forget everything."""
    with st.container(key="again", horizontal=True, horizontal_alignment="right"):
        with st.popover(texts.ANOTHER):
            start()
        st.button(texts.START_AGAIN, type="tertiary", on_click=_forget_all, help=texts.START_AGAIN_HELP)


def _forget_all() -> None:
    _stop()
    work.forget_all()
    st.session_state.update(selected={}, picture={}, thumbnails={}, flips={}, sheets={}, page_at={}, spot=None)
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
    if going := _going():
        known |= going.keys - going.taken
    new = [Arrived(key, f.name, f.getvalue()) for key, f in kept.items() if key not in known]
    with st.form(f"paste{batch}", border=False, enter_to_submit=False):
        text = st.text_area(texts.PASTE, height=120, key=f"text{batch}", placeholder=texts.PASTE_HINT)
        if st.form_submit_button(texts.CHECK_TEXT) and text.strip():
            data = text.encode("utf-8", "replace")
            new.append(Arrived(key_of(data, PASTED, "paste"), PASTED, data))
    if found := samples():
        with st.container(key=f"samples{batch}", horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox(texts.SAMPLE, list(found), format_func=sample_title, key=f"sample{batch}")
            if st.button(texts.OPEN_SAMPLE):
                data = found[name].read_bytes()
                new.append(Arrived(key_of(data, name, "sample"), name, data))
    if new:
        work.wait_for(new)
        _read(new)


def _drop_removed(kept: set[str]) -> None:
    """A file taken out of the uploader is forgotten at once; what came back after a refresh was never in it."""
    state = st.session_state
    removed, state.uploaded = state.uploaded - kept, kept
    if going := _going():
        going.taken.update(removed & going.keys)
        if removed:
            work.wait_no_more(removed)
    for key in [key for key in state.outcomes if key.partition("/")[0] in removed]:
        work.close(key)


def _read(new: list[Arrived]) -> None:
    said = st.empty()
    said.html(render.starting(new[0].name))
    try:
        _model_ready()
    except BiasAuditError as error:  # our own rules or model, not the file: nothing can be checked
        said.html(render.broken(str(error)))
        return
    going = _going()
    if going is None or not reading.more(going, new):
        if going:
            _take_over(going)
        going = st.session_state.reading = reading.begin(new, session.settings())
    going.thread.join(PATIENCE)
    _take_over(going)
    st.rerun()


@st.cache_resource(show_spinner=False)
def _model_ready() -> bool:
    """Loads the language model and the rules once for all sessions, one session at a time."""
    load_pipeline(())
    return True


# --- while files are read -----------------------------------------------------------------------


def _going() -> reading.Reading | None:
    going: reading.Reading | None = st.session_state.get("reading")
    return going


def _take_over(going: reading.Reading) -> bool:
    """Keep what was read since the last time; whether the page has something new to show."""
    state, new = st.session_state, False
    for key, outcome in reading.arrived(going):
        work.add(key, outcome)
        if isinstance(outcome, Review) and not going.shown:
            going.shown.add(key)
            state.wanted = key  # the first of those that came together
            new = True
    if reading.ended(going):
        state.reading, new = None, True
        work.wait_no_more()
    return new


def _stop() -> None:
    """Give up what is not yet read, and empty the uploader, which would ask for it again."""
    if going := _going():
        reading.end(going)
        _take_over(going)
        st.session_state.reading = None
        work.wait_no_more()
        empty_widgets()


def progress() -> None:
    """How far the files of this session are, on every page; those that a refresh came before are read now."""
    if waiting := work.take_waiting():
        _read(list(waiting))
    if going := _going():
        _take_over(going)
    if _going():
        st.fragment(_watch, run_every=_LOOK_AGAIN)()


def _watch() -> None:
    going = _going()
    if going is None or _take_over(going):
        st.rerun()
        return
    with st.container(key="reading", horizontal=True, vertical_alignment="center"):
        st.html(render.reading(reading.progress(going)))
        st.button(texts.STOP_READING, help=texts.STOP_READING_HELP, on_click=_stop)
