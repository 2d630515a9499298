"""bias-audit: what learning materials may be telling learners about who belongs.

``audit(path)`` is the whole product in one call; the rest are its stations and its data.
"""

__version__ = "0.1.0"

from .audit import analyse, audit, audit_bytes, read, read_bytes
from .errors import BiasAuditError, LexiconError, ReadError, SettingsError
from .library import audit_many
from .model import Document, Failure, Finding, Report, Results, Settings
from .settings import load_settings

__all__ = [
    "BiasAuditError",
    "Document",
    "Failure",
    "Finding",
    "LexiconError",
    "ReadError",
    "Report",
    "Results",
    "Settings",
    "SettingsError",
    "analyse",
    "audit",
    "audit_bytes",
    "audit_many",
    "load_settings",
    "read",
    "read_bytes",
]
