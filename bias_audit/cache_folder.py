"""Where this computer keeps what is quicker to read than to work out again; never needed, and safe to delete."""

import os
import sys
from pathlib import Path


def cache_folder(kind: str) -> Path | None:
    """The folder for one kind of things; None where nothing is kept.

    ``BIAS_AUDIT_OCR_CACHE`` and ``BIAS_AUDIT_LEXICON_CACHE`` name another folder, or are ``off``.
    """
    chosen = os.environ.get(f"BIAS_AUDIT_{kind.upper()}_CACHE", "")
    if chosen.lower() in ("off", "0", "no"):
        return None
    if chosen:
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "bias-audit" / kind
