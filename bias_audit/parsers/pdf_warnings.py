"""What of a PDF could not be read, or not surely, as warnings with their pages."""

import re

from ..model import ReadingWarning
from .pdf_glyphs import GLUED, LONG
from .pdf_page import PageText

_NO_WORD = 30  # letters: longer than any word of a lesson
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|edu|gov|uk|scot)\b")
_UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd\x01-\x08\x0e-\x1f]")


def reading_warnings(
    pages: dict[int, PageText], unread: list[int], units: int, most: int
) -> tuple[ReadingWarning, ...]:
    """Warnings about the pages that were found, by number, and about those that were not; ``most`` are read."""
    warnings: list[ReadingWarning] = []
    bare = [number for number, page in pages.items() if not page.readable]
    if bare:
        drawn = any(pages[number].images for number in bare)
        count = f"{len(bare)} of {units} pages" if units > 1 else "The only page"
        has = "have" if len(bare) > 1 else "has"
        where = f" ({page_list(bare)})" if units > 1 else ""
        it = "They" if len(bare) > 1 else "It"
        may = "may be scans" if len(bare) > 1 else "may be a scan"
        if not drawn:
            may += ", drawings or empty" if len(bare) > 1 else ", a drawing or empty"
        warnings.append(
            ReadingWarning(
                "no-text-pages",
                f"{count} {has} no readable text{where}. {it} {may}: nothing there was checked. If you have "
                "the original document, use that instead.",
                len(bare),
            )
        )
    if unread:
        warnings.append(
            ReadingWarning(
                "damaged-pages",
                f"{len(unread)} of {units} pages could not be read because the file is damaged there "
                f"({page_list(unread)}). Save a fresh copy and try again.",
                len(unread),
            )
        )
    if units > most:
        warnings.append(
            ReadingWarning(
                "page-limit",
                f"This PDF has {units:,} pages; only the first {most:,} were read. Split it to have the rest read.",
                units - most,
            )
        )
    garbled = [number for number, page in pages.items() if _is_garbled(page)]
    if garbled:
        warnings.append(
            ReadingWarning(
                "unreadable-fonts",
                f"{len(garbled)} of {units} pages {'use' if len(garbled) > 1 else 'uses'} fonts that do not say which "
                f"letters they show ({page_list(garbled)}), so the words there could not be checked. If you have the "
                "original document, use that instead.",
                len(garbled),
            )
        )
    glued = {number: found for number, page in pages.items() if (found := _glued(page))}
    if glued:
        total = sum(map(len, glued.values()))
        stretches, have = ("stretches of text", "have") if total > 1 else ("stretch of text", "has")
        where = f"on {len(glued)} of {units} pages ({page_list(list(glued))})" if units > 1 else "in this PDF"
        warnings.append(
            ReadingWarning(
                "glued-words",
                f"{total} {stretches} {where} {have} no spaces between the words, so {'they' if total > 1 else 'it'} "
                "could not be checked. If you have the original document, use that instead.",
                total,
            )
        )
    return tuple(warnings)


def _glued(page: PageText) -> list[str]:
    """Stretches of words without spaces; none where they are few enough to be long words."""
    long = [token for line in page.lines for token in line.text.split() if len(token) >= LONG]
    found = [stretch for token in long if not _ADDRESS.search(token) for stretch in GLUED.findall(token)]
    many = len(found) > 1 and sum(map(len, found)) > 0.3 * sum(len(line.text) for line in page.lines)
    return found if many else [stretch for stretch in found if len(stretch) >= _NO_WORD]


def _is_garbled(page: PageText) -> bool:
    """Whether most characters of a page are of no known meaning: private ones, or stand-ins for unknown ones."""
    text = "".join(line.text for line in page.lines)
    unknown = len(_UNKNOWN.findall(text))
    return unknown >= 10 and 2 * unknown > sum(not character.isspace() for character in text)


def page_list(numbers: list[int]) -> str:
    """Page numbers for readers: "pages 3, 5-7"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    words = ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in spans[:20])
    more = ", …" if len(spans) > 20 else ""
    return ("page " if len(numbers) == 1 else "pages ") + words + more
