"""The password that an app which serves others asks for, before it shows anything.

It stands in a file, read anew at each try, so that it can be changed while the app runs. Who comes with the address of
work that is kept has been let in before: that address cannot be guessed.
"""

import hmac
import os
import threading
import time
from pathlib import Path

import streamlit as st

from . import render, texts
from .frame import look

FILE = "BIAS_AUDIT_PASSWORD_FILE"  # the environment variable that names the file; not set: nothing is asked
LEAST = 12  # characters
PAUSE = 1.0  # seconds after a wrong try, one try at a time for all sessions: guessing takes for ever
_ONE_AT_A_TIME = threading.Lock()


def open_or_ask() -> bool:
    """Whether this session may go on; otherwise the question is drawn."""
    state = st.session_state
    if FILE not in os.environ or state.get("let_in") or state.in_store:
        state.let_in = True
        return True
    look()
    st.html(render.door())
    with st.form("door", border=False, width=420):
        said = st.text_input(texts.PASSWORD, type="password")
        if st.form_submit_button(texts.COME_IN, type="primary"):
            if is_right(said):
                state.let_in = True
                st.rerun()
            st.html(render.note(texts.WRONG_PASSWORD))
    return False


def is_right(said: str) -> bool:
    """Whether this is the password; slow when it is not."""
    wanted = password(Path(os.environ[FILE]))
    if wanted and hmac.compare_digest(said.encode(), wanted.encode()):
        return True
    with _ONE_AT_A_TIME:
        time.sleep(PAUSE)
    return False


def password(file: Path) -> str:
    """The first line of the file; "" when it cannot be read or is too short to keep anyone out."""
    try:
        first = file.read_text("utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return first if len(first) >= LEAST else ""
