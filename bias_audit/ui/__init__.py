"""The app: ``main`` draws it inside Streamlit, ``launch`` starts Streamlit on it, on this computer unless asked."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent

# The same values stand in .streamlit/config.toml, for `streamlit run app.py`; a test compares them.
OPTIONS: dict[str, str] = {
    "server.address": "127.0.0.1",
    "server.maxUploadSize": "50",
    "server.fileWatcherType": "none",
    "server.showEmailPrompt": "false",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "theme.font": "sans-serif",
    "theme.baseRadius": "8px",
    "theme.light.primaryColor": "#0b5cad",
    "theme.light.backgroundColor": "#f6f7f9",
    "theme.light.secondaryBackgroundColor": "#ffffff",
    "theme.light.textColor": "#1d2433",
    "theme.light.borderColor": "#c9cfda",
    "theme.light.linkColor": "#0b5cad",
    "theme.dark.primaryColor": "#6fb1f5",
    "theme.dark.backgroundColor": "#141a24",
    "theme.dark.secondaryBackgroundColor": "#1c2330",
    "theme.dark.textColor": "#e8ebf1",
    "theme.dark.borderColor": "#3b465a",
    "theme.dark.linkColor": "#86bcf5",
}


@dataclass(frozen=True, slots=True)
class Serving:
    """How others reach the app: under which name, and who lets them in: our password, or a proxy in front (None)."""

    name: str
    password_file: Path | None = None


def main() -> None:
    """Draw the app. Called by the script that Streamlit runs."""
    import streamlit as st

    from ..lost_objects import look_seldom
    from . import choose, document_tab, door, files_page, frame, render, rules_page, setting_page, work, workshop_page
    from .review_page import page

    look_seldom()
    st.set_page_config(page_title="bias-audit", layout="wide", initial_sidebar_state="collapsed")
    work.begin()
    if not door.open_or_ask():
        return
    pages = [
        st.Page(page, title="Review", url_path="review", default=True),
        st.Page(files_page.page, title="Several files", url_path="files"),
        st.Page(workshop_page.page, title="Workshop", url_path="workshop"),
        st.Page(rules_page.page, title="Rules", url_path="rules"),
        st.Page(setting_page.page, title="Our setting", url_path="setting"),
    ]
    chosen = st.navigation(pages, position="hidden")
    frame.arrive(chosen.url_path)
    document_tab.keep_filters()
    with st.container(key="pages", horizontal=True, vertical_alignment="center"):
        st.html(render.brand(), width="content")
        for one in pages:  # our own links: on a phone, Streamlit's would be folded away
            with st.container(key="here" if one.url_path == chosen.url_path else None, width="content"):
                st.page_link(one)
    choose.progress()
    chosen.run()


def launch(port: int | None = None, serving: Serving | None = None) -> int:
    """Start the app from any folder and wait until it ends; gives its exit code."""
    options, environment = dict(OPTIONS), dict(os.environ)
    if port is not None:
        options["server.port"] = str(port)
    if serving is not None:
        options |= {"browser.serverAddress": serving.name, "server.headless": "true"}
        if serving.password_file is not None:
            from .door import FILE

            options["server.address"] = "0.0.0.0"  # every way into this computer
            environment[FILE] = str(serving.password_file.resolve())
    said = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "bias_audit.ui.server", str(FOLDER / "script.py"), *said]
    try:
        return subprocess.run(command, check=False, env=environment).returncode
    except KeyboardInterrupt:  # the usual way to stop it
        return 0
