"""What comes in to the app: uploads, pasted text and sample lessons, each made into a review or a failure."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..audit import analyse, members_of, read_bytes
from ..errors import Empty, ReadError
from ..library import passed_over
from ..model import Document, Failure, Report, Settings
from ..ocr import OnPage
from ..parsers import media
from ..store import Arrived

SAMPLE_FORMATS = {
    ".docx": "Word",
    ".pptx": "PowerPoint",
    ".pdf": "PDF",
    ".html": "web page",
    ".md": "Markdown",
}
PASTED = "Pasted text.txt"
_INITIALS = frozenset({"cld", "elc", "esol"})  # of names of sample lessons

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Review:
    """A document beside what was said about it: a report holds only extracts, the page shows the whole.

    ``source``: the bytes of a PDF, whose pages are shown as pictures.
    """

    document: Document
    report: Report
    source: bytes = b""


Outcome = Review | Failure


def unpacked(file: Arrived, settings: Settings) -> tuple[Arrived, ...] | Failure:
    """The file alone, or the documents in it when it is a zip archive, under ``key/1`` and so on."""
    try:
        inside = members_of(file.data, file.name, settings.limits)
    except ReadError as error:
        return Failure(file.name, error.code, str(error))
    if inside is None:
        return (file,)
    kept = [(member, part) for member, part in inside if not any(map(passed_over, member.split("/")))]
    if not kept:
        said = f"{file.name} is a zip archive without any document in it. Check that it was made as meant."
        return Failure(file.name, Empty.code, said)
    return tuple(Arrived(f"{file.key}/{n}", f"{file.name}/{member}", part) for n, (member, part) in enumerate(kept, 1))


def outcome_of(file: Arrived, settings: Settings, on_page: OnPage | None = None) -> Outcome:
    """The review of one file, under its whole name."""
    outcome = review(file.data, file.name.rsplit("/", 1)[-1], settings, on_page)
    if isinstance(outcome, Failure):
        return replace(outcome, name=file.name)
    return replace(outcome, report=replace(outcome.report, name=file.name))


def review(data: bytes, name: str, settings: Settings, on_page: OnPage | None = None) -> Outcome:
    """Read and analyse a file. Never raises for a bad file: it becomes a failure that says what to do.

    ``on_page`` is told how many of the pages and pictures that are recognised are done, and of how many.
    """
    try:
        document = read_bytes(data, name, limits=settings.limits, ocr=settings.ocr, on_page=on_page)
        return Review(document, analyse(document, settings), data if document.media_type == media.PDF else b"")
    except ReadError as error:
        return Failure(name, error.code, str(error))
    except Exception as error:
        LOG.info("internal error at an uploaded file", exc_info=True)  # no name: logs may be shared
        return Failure(
            name,
            "internal",
            f"{name} could not be checked because of a mistake in this tool ({type(error).__name__}). "
            "The file itself may be fine. Please report it, with the kind of file.",
        )


def key_of(data: bytes, name: str, way: str) -> str:
    """The same content under the same name, come in the same ``way``, has the same key."""
    return f"{way}:{hashlib.sha256(name.encode() + b'/' + data).hexdigest()[:16]}"


def samples() -> Mapping[str, Path]:
    """The sample lessons by name: inside the wheel, or beside the package in a checkout; none is fine."""
    package = Path(__file__).parent.parent
    for folder in (package / "corpus_samples", package.parent / "corpus_samples"):
        if folder.is_dir():
            files = sorted(p for p in folder.iterdir() if p.suffix in SAMPLE_FORMATS)
            return {path.name: path for path in files if path.stem.lower() != "readme"}
    return {}


def sample_title(name: str) -> str:
    """ "p6-bridges.docx" as people say it: "P6 bridges (Word)"."""
    path = Path(name)
    parts = [part.upper() if part in _INITIALS else part for part in path.stem.split("-")]
    words = " ".join(parts)
    return f"{words[:1].upper()}{words[1:]} ({SAMPLE_FORMATS.get(path.suffix, path.suffix)})"
