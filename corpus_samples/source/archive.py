"""Office files with the same bytes on every run: members in a fixed order, with a fixed date."""

import io
import zipfile
from datetime import UTC, datetime

# One date stands for every "created" and "modified" in the samples.
FIXED = datetime(2025, 1, 6, 9, 0, 0, tzinfo=UTC)
LICENCE = "Written for the bias-audit project. CC BY 4.0."


def steady_archive(data: bytes) -> bytes:
    """Return the same archive with sorted members, constant dates and constant attributes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        # Office wants the content types first; the rest goes by name.
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            new.writestr(info, old.read(name), compresslevel=9)
    return out.getvalue()


def set_properties(properties: object, title: str) -> None:
    """Give a document's core properties fixed values. Works for python-docx and python-pptx alike."""
    for name, value in {
        "title": title,
        "author": "bias-audit project",
        "last_modified_by": "bias-audit project",
        "subject": "Sample teaching material",
        "comments": LICENCE,
        "keywords": "sample",
        "category": "sample",
        "language": "en-GB",
        "revision": 1,
        "created": FIXED.replace(tzinfo=None),
        "modified": FIXED.replace(tzinfo=None),
        "last_printed": FIXED.replace(tzinfo=None),
    }.items():
        setattr(properties, name, value)
