"""Words in pictures: pages without text, picture files, and pictures in documents.

A document and the bytes of its file go in; the document comes back with ``recognised`` blocks, and with
warnings that say what was recognised and what was not. The recogniser is loaded when there is a picture to read.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

from .errors import SettingsError
from .model import Block, Document, Place

if TYPE_CHECKING:
    from .ocr_engine import Seen
    from .ocr_sources import Target

Mode = Literal["auto", "always", "never"]
OnPage = Callable[[int, int], None]  # (pages and pictures done, of how many)

MODE = "BIAS_AUDIT_OCR"  # the environment variable that says the mode where the caller does not
LISTENER: ContextVar[OnPage | None] = ContextVar("on_page", default=None)  # told where the caller names none
MOST = 40  # pages and pictures of one document that are read: at 6 s a page, 4 minutes
LEAST_WORDS = 3  # in a picture inside a document: fewer are the labels of a drawing
_SURE_PAGE, _SURE_PICTURE = 0.5, 0.8  # what a line needs; in photographs, leaves and bricks look like letters
_WORD = re.compile(r"[^\W\d_][^\W_]+(?:['’-][^\W_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_PDF = "application/pdf"


def default_mode() -> Mode:
    """The mode of ``BIAS_AUDIT_OCR``, else "auto". Raises SettingsError for a word that is no mode."""
    word = os.environ.get(MODE, "").lower() or "auto"
    for mode in get_args(Mode):
        if word == mode:
            return mode  # type: ignore[no-any-return]
    raise SettingsError(f"{MODE} is “{word}”. It can be auto, always or never: change it or remove it.")


def recognise(
    document: Document, data: bytes, mode: Mode | None = None, on_page: OnPage | None = None, most: int = MOST
) -> Document:
    """The document with the words in its pictures. ``data``: the bytes of its file.

    "auto" reads pages and files without text, and pictures inside documents that are large enough; "always"
    also pages with text and small pictures; "never" gives the document back as it is. At most ``most``
    pages and pictures are read, pages first.
    """
    mode = mode or default_mode()
    bare = any(warning.code == "no-text-pages" for warning in document.warnings)
    if mode == "never" or not (document.pictures or (document.media_type == _PDF and (bare or mode == "always"))):
        return document
    from . import ocr_sources as sources

    every = mode == "always"
    on_page = on_page or LISTENER.get()
    if document.media_type.startswith("image/"):
        return _read(document, sources.frames(document, data), on_page, most)
    if document.media_type != _PDF:
        return _read(document, sources.pictures(document, every), on_page, most)
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(data)
    try:
        targets = sources.pages(pdf, document, bare=bare, every=every) if bare or every else []
        whole = {target.place.page or 0 for target in targets}
        targets += sources.page_pictures(pdf, document, whole, every)
        return _read(document, targets, on_page, most)
    finally:
        pdf.close()


def _read(document: Document, targets: "list[Target]", on_page: OnPage | None, most: int) -> Document:
    """Read at most ``most`` targets, put their words in place, and say what happened."""
    if not targets:
        return document
    from . import ocr_warnings
    from .ocr_engine import available, seen_in

    if not available():
        return replace(document, warnings=(*document.warnings, ocr_warnings.missing()))
    known = _known(document)
    added: list[tuple[Target, list[Block]]] = []
    empty: list[Target] = []
    left = targets[most:]
    refused: list[Target] = []
    for done, target in enumerate(targets[:most], 1):
        image = target.pixels()
        try:
            lines = seen_in(image) if image is not None else ()
        except ImportError:
            return replace(document, warnings=(*document.warnings, ocr_warnings.missing()))
        blocks = _blocks(lines, target, known)
        if blocks:
            added.append((target, blocks))
        else:
            (refused if image is None else empty).append(target)
        if on_page:
            on_page(done, min(most, len(targets)))
    said = ocr_warnings.warnings(document, [target for target, _ in added], empty, refused, left, most)
    return replace(document, blocks=_placed(document.blocks, added), warnings=said)


def _known(document: Document) -> str:
    """The words of the text, in order, to tell what a picture repeats."""
    texts = [block.text for block in document.blocks]
    texts += [text for picture in document.pictures for text in (picture.alt_text, picture.caption)]
    return f" {' '.join(word for text in texts for word in _words(text))} "


def _words(text: str) -> Iterator[str]:
    return (found.group().lower().replace("’", "'") for found in _WORD.finditer(text))


def _blocks(lines: "Sequence[Seen]", target: "Target", known: str) -> list[Block]:
    """Recognised lines as blocks in reading order; none for what is no text, or is in the text already."""
    from .ocr_layout import paragraphs_of

    sure = _SURE_PAGE if target.whole else _SURE_PICTURE
    clear = [line for line in lines if line.score >= sure and (target.whole or _LATIN.search(line.text))]
    words = [list(_words(line.text)) for line in clear]
    if sum(map(len, words)) < (1 if target.whole else LEAST_WORDS):
        return []
    if target.has_text:
        clear = [line for line, said in zip(clear, words, strict=True) if said and f" {' '.join(said)} " not in known]
    place = target.place
    if not target.whole:
        label = f"{place.label}, words in a picture" if place.label else "words in a picture"
        place = replace(place, label=label)
    return [
        Block(
            text,
            "list" if item and target.whole else "paragraph" if target.whole else "caption",
            place,
            level=int(item and target.whole),
            recognised=True,
        )
        for text, item in paragraphs_of(clear)
    ]


def _placed(blocks: tuple[Block, ...], added: "list[tuple[Target, list[Block]]]") -> tuple[Block, ...]:
    """Recognised blocks behind the last block of their place, or of the page or slide before it."""
    behind: dict[int, list[Block]] = {}
    for target, new in sorted(added, key=lambda one: one[0].place.page or 0):
        at = _last_before(blocks, target.place)
        section = target.place.section or (blocks[at].place.section if 0 <= at < len(blocks) else "")
        behind.setdefault(at, []).extend(replace(b, place=replace(b.place, section=section)) for b in new)
    result = behind.get(-1, [])
    for at, block in enumerate(blocks):
        result += [block, *behind.get(at, ())]
    return tuple(result)


def _last_before(blocks: tuple[Block, ...], place: Place) -> int:
    """The index of the block that a picture at ``place`` follows; -1 for the start."""
    same = [at for at, block in enumerate(blocks) if block.place.label == place.label]
    if same:
        return same[-1]
    if place.page or place.slide:

        def unit(one: Place) -> int:
            return one.page or one.slide or 0

        earlier = [at for at, block in enumerate(blocks) if unit(block.place) <= unit(place)]
        return earlier[-1] if earlier else -1
    return len(blocks) - 1
