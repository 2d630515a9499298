"""What ``launch`` hands to Streamlit: the same as app.py in the checkout, found inside the package."""

from bias_audit.ui import main

main()
