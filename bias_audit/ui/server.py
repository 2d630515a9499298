"""Starts Streamlit as ``launch`` asks: the same as ``streamlit run``, but nothing is asked of the internet."""

import sys

from streamlit import net_util
from streamlit.web.cli import main

if __name__ == "__main__":
    # Streamlit asks a host out there for our own address when it meets an origin that it does not know.
    net_util.get_external_ip = lambda: None
    main(["run", *sys.argv[1:]], prog_name="streamlit")
