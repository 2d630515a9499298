"""Words in pictures: pages without text, picture files, and pictures in documents.

A document and the bytes of its file go in; the document comes back with ``recognised`` blocks, and with
warnings that say what was recognised and what was not. Decoding and recognising happen in a child (isolate.py),
which is started when there is a picture to read.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .model import Block, Document, Limits, Ocr, Place

if TYPE_CHECKING:
    from .ocr_lines import Seen
    from .ocr_targets import Spot, Target

OnPage = Callable[[int, int], None]  # (pages and pictures done, of how many)

_USUAL = Limits()
MOST = 40  # pages and pictures of one document that are read: at 6 s a page, 4 minutes
LEAST_WORDS = 3  # in a picture inside a document: fewer are the labels of a drawing
_SURE_PAGE, _SURE_PICTURE = 0.5, 0.8  # what a line needs; in photographs, leaves and bricks look like letters
_WORD = re.compile(r"[^\W\d_][^\W_]+(?:['’-][^\W_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def recognise(
    document: Document,
    data: bytes,
    mode: Ocr = "auto",
    *,
    limits: Limits = _USUAL,
    isolated: bool = True,
    on_page: OnPage | None = None,
    most: int = MOST,
) -> Document:
    """The document with the words in its pictures. ``data``: the bytes of its file.

    "auto" reads pages and files without text, and pictures inside documents that are large enough; "always"
    also pages with text and small pictures; "never" gives the document back as it is. At most ``most``
    pages and pictures are read, pages first.
    """
    every = mode == "always"
    if mode == "never" or not (document.pictures or document.bare_pages or (every and document.units)):
        return document
    from . import ocr_lines, ocr_warnings
    from .ocr_targets import targets

    found, parts = targets(document, data, every, limits.pages)
    if not found:
        return document
    if not ocr_lines.recogniser():
        return replace(document, warnings=(*document.warnings, ocr_warnings.missing()))
    known = _known(document)
    added: list[tuple[Target, list[Block]]] = []
    empty: list[Target] = []
    refused: list[Target] = []
    read, left = found[:most], found[most:]
    try:
        for done, (target, lines) in enumerate(_seen(read, parts, limits, isolated), 1):
            if blocks := _blocks(lines or (), target, known):
                added.append((target, blocks))
            else:
                (refused if lines is None else empty).append(target)
            if on_page:
                on_page(done, len(read))
    except ImportError:
        return replace(document, warnings=(*document.warnings, ocr_warnings.missing()))
    said = ocr_warnings.warnings(document, [target for target, _ in added], empty, refused, left, most)
    return replace(document, blocks=_placed(document.blocks, added), warnings=said)


def _seen(
    read: "Sequence[Target]", parts: Sequence[bytes], limits: Limits, isolated: bool
) -> "Iterator[tuple[Target, tuple[Seen, ...] | None]]":
    """The lines at each target, None where it cannot be decoded: kept ones, or what the recogniser sees now."""
    from . import ocr_lines

    digests: dict[int, str] = {}
    names: list[str] = []
    for target in read:
        spot = target.spot
        if spot and spot.data not in digests:
            digests[spot.data] = hashlib.sha256(parts[spot.data]).hexdigest()
        names.append(ocr_lines.name_of(spot, digests[spot.data]) if spot else "")
    kept = {name: lines for name in names if name and (lines := ocr_lines.kept(name)) is not None}
    new = [target.spot for target, name in zip(read, names, strict=True) if target.spot and name not in kept]
    looked = _looked(new, parts, limits, isolated)
    for target, name in zip(read, names, strict=True):
        if name in kept or not name:
            yield target, kept.get(name)
            continue
        lines = next(looked)
        if lines is not None:
            ocr_lines.keep(name, lines)
        yield target, lines


def _looked(
    spots: "Sequence[Spot]", parts: Sequence[bytes], limits: Limits, isolated: bool
) -> "Iterator[tuple[Seen, ...] | None]":
    """The lines at each spot. Raises ImportError where the recogniser cannot be loaded."""
    if isolated:
        from .parsers import isolate

        yield from isolate.words(spots, parts, limits)
        return
    from . import ocr_engine

    if spots and not ocr_engine.load():
        raise ImportError("the recogniser cannot be loaded")
    for spot in spots:
        yield ocr_engine.look(spot, parts)


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
