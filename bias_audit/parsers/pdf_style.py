"""What a PDF says by its looks: running headers, the body's size, headings, and the words it uses."""

import re
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter

from .pdf_joining import LINE_END_HYPHENS
from .pdf_layout import Line, Paragraph
from .pdf_page import PageText
from .structure import may_be_title

_MARGIN = 0.08  # of the page's height: how far from the outermost line headers and footers reach
_LEADER = re.compile(r"(?:\.\s?){5}")  # to the page number, in a list of contents
LONGEST_HEADING = 160  # characters
_LARGER = 1.14  # than the body: a heading
_WORDS = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of most letters, the larger ones from the largest, and whether bold is rare enough to tell."""

    body: float
    levels: tuple[float, ...]
    bold_stands_out: bool


def letter_sizes(pages: dict[int, PageText]) -> Sizes:
    """Weigh the sizes of all lines by their length."""
    weight: Counter[float] = Counter()
    bold = total = 0
    for page in pages.values():
        for line in page.lines:
            weight[round(line.size * 2) / 2] += len(line.text)
            total += len(line.text)
            bold += len(line.text) if line.bold else 0
    body = weight.most_common(1)[0][0] if weight else 10.0
    levels: list[float] = []
    for size in sorted((size for size in weight if size >= _LARGER * body), reverse=True):
        if not levels or size < 0.92 * levels[-1]:
            levels.append(size)
    return Sizes(body, tuple(levels), bold < 0.3 * total)


def heading_level(sizes: Sizes, paragraph: Paragraph, text: str) -> int:
    """1 to 3 for a heading, 0 for other text."""
    if (
        len(text) > LONGEST_HEADING
        or len(paragraph.lines) > 4
        or not any(map(str.isalpha, text))
        or _LEADER.search(text)
    ):
        return 0
    if text.endswith((".", ",", ";")) and len(text.split()) > 6:
        return 0
    size = paragraph.size
    if size >= _LARGER * sizes.body:
        rank = next((at for at, level in enumerate(sizes.levels) if size >= 0.92 * level), 2)
        return min(rank + 1, 3)
    bold = sizes.bold_stands_out and size >= 0.95 * sizes.body and paragraph.bold
    if bold and len(paragraph.lines) <= 2 and may_be_title(text):
        # a numbered line in bold is more often a step than a heading
        return 0 if paragraph.lines[0].item else 3
    return 0


def vocabulary(pages: dict[int, PageText]) -> frozenset[str]:
    """The document's words in lower case; empty where no line ends in a hyphen, as nobody asks then."""
    lines = [line.text for page in pages.values() for line in page.lines]
    if not any(text[-1] in LINE_END_HYPHENS for text in lines):
        return frozenset()
    words: set[str] = set()
    broken = False
    for text in lines:
        # the two halves of a broken word are not evidence that they are words
        found = _WORDS.findall(text)[1 if broken else 0 :]
        broken = text[-1] in LINE_END_HYPHENS
        words.update(map(str.lower, found[:-1] if broken else found))
    return frozenset(words)


def running_lines(pages: dict[int, PageText]) -> tuple[dict[int, list[Line]], dict[int, list[Line]]]:
    """Lines at the top and bottom of pages that come again, digits aside, on many of them."""
    results: list[dict[int, list[Line]]] = []
    free = {
        number: sorted((line for line in page.lines if line.cell < 0 and line.upright), key=attrgetter("y"))
        for number, page in pages.items()
    }
    for at_top in (True, False):
        places_of: dict[tuple[str, int], set[int]] = {}
        marginal: dict[int, list[tuple[tuple[str, int], Line]]] = {}
        for number, rising in free.items():
            band = _MARGIN * max(pages[number].height, 1.0)
            # lines beside each other keep their order
            outermost = sorted(rising, key=attrgetter("y"), reverse=at_top)[:8]
            for line in outermost:
                if abs(line.y - outermost[0].y) > band:
                    break
                key = (re.sub(r"\d+", "#", line.text), round(line.y / 6))
                marginal.setdefault(number, []).append((key, line))
                for near in (-1, 0, 1):
                    places_of.setdefault((key[0], key[1] + near), set()).add(number)
        least = max(2, 0.3 * len(pages))
        results.append(
            {
                number: [line for key, line in lines if len(places_of[key]) >= least]
                for number, lines in marginal.items()
            }
        )
    return results[0], results[1]
