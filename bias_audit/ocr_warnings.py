"""What a report says about words in pictures: what was recognised, what was not, and what to do."""

from collections.abc import Sequence

from .model import Document, ReadingWarning
from .ocr_targets import Target
from .parsers.pdf_warnings import page_list
from .wording import counted


def missing() -> ReadingWarning:
    """The recogniser is not installed or cannot run here."""
    return ReadingWarning(
        "no-recogniser",
        "Words in pictures were not looked for, because the part that recognises them cannot run on this "
        "computer. Install it with: python -m pip install rapidocr onnxruntime.",
    )


def warnings(
    document: Document,
    read: Sequence[Target],
    empty: Sequence[Target],
    refused: Sequence[Target],
    left: Sequence[Target],
    most: int,
) -> tuple[ReadingWarning, ...]:
    """The document's warnings, those about pages without text replaced by what is true now.

    ``read`` gave words, ``empty`` none, ``refused`` could not be decoded, ``left`` were more than ``most``.
    """
    bare = [target for target in (*read, *empty, *refused, *left) if target.whole and not target.has_text]
    kept = [w for w in document.warnings if w.code != "no-text-pages" or not bare]
    pages = [t for t in read if t in bare]
    if pages:
        kept.append(ReadingWarning("recognised-pages", _recognised(document, pages), len(pages)))
    beside = [t for t in read if t not in pages]
    if beside:
        where, those = ("a picture", "picture") if len(beside) == 1 else (f"{len(beside)} pictures", "pictures")
        kept.append(
            ReadingWarning(
                "recognised-pictures",
                f"The words in {where} were recognised (OCR) and may hold mistakes: compare them with the {those}.",
                len(beside),
            )
        )
    for found, code, reason in (
        (empty, "no-text-pages", "no words that can be recognised: {it} may be empty, a drawing or handwriting"),
        (
            refused,
            "no-text-pages",
            "no readable text and could not be seen as a picture: {it} {is_} damaged or too large, or took too long",
        ),
        (
            left,
            "recognition-limit",
            f"no readable text and {{was}} not looked at: at most {most} pages of a document are recognised",
        ),
    ):
        without = [t for t in found if t in bare]
        if without:
            kept.append(ReadingWarning(code, _without(document, without, reason), len(without)))
    pictures = [t for t in left if t not in bare]
    if pictures:
        kept.append(
            ReadingWarning(
                "recognition-limit",
                f"{counted(len(pictures), 'picture')} may hold words that were not looked for: at most {most} "
                "pages and pictures of a document are recognised. Split it to have the rest read.",
                len(pictures),
            )
        )
    return tuple(kept)


def _of_all(document: Document, targets: Sequence[Target]) -> tuple[str, str]:
    """ "3 of 12 pages" and " (pages 2-4)"; "This picture" or "The only page" where there is just one."""
    if document.media_type.startswith("image/") and document.units <= 1:
        return "This picture", ""
    if document.units <= 1:
        return "The only page", ""
    numbers = [target.place.page or 0 for target in targets]
    return f"{len(targets)} of {document.units} pages", f" ({page_list(numbers)})"


def _recognised(document: Document, targets: Sequence[Target]) -> str:
    count, where = _of_all(document, targets)
    one = len(targets) == 1
    has, it = ("has", "It was") if one else ("have", "They were")
    return (
        f"{count} {has} no text of {'its' if one else 'their'} own{where}. {it} read by recognising the words in the "
        "picture (OCR), which makes mistakes: compare with the page before you change something. If you have "
        "the original document, use that instead."
    )


def _without(document: Document, targets: Sequence[Target], reason: str) -> str:
    count, where = _of_all(document, targets)
    one = len(targets) == 1
    words = {"it": "it" if one else "they", "is_": "is" if one else "are", "was": "was" if one else "were"}
    return (
        f"{count} {'has' if one else 'have'} {reason.format(**words)}{where}. Nothing there was checked. If you have "
        "the original document, use that instead."
    )
