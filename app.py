"""The Streamlit entry: ``streamlit run app.py``, or ``bias-audit ui`` from anywhere."""

from bias_audit.ui import main

main()
