"""The app: ``main`` draws it inside Streamlit, ``launch`` starts Streamlit on it, on this computer only."""

import subprocess
import sys
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


def main() -> None:
    """Draw the app. Called by the script that Streamlit runs."""
    import streamlit as st

    from . import work
    from .review_page import page

    st.set_page_config(page_title="bias-audit", layout="wide", initial_sidebar_state="collapsed")
    work.begin()
    pages = [st.Page(page, title="Review", url_path="review", default=True)]
    st.navigation(pages, position="top").run()


def launch(port: int | None = None) -> int:
    """Start the app from any folder and wait until it ends; gives its exit code."""
    options = [f"--{name}={value}" for name, value in OPTIONS.items()]
    if port is not None:
        options.append(f"--server.port={port}")
    command = [sys.executable, "-m", "streamlit", "run", str(FOLDER / "script.py"), *options]
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:  # the usual way to stop it
        return 0
