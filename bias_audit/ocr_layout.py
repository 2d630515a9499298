"""Recognised lines put together to paragraphs in reading order, as the PDF reader does with its own."""

from collections.abc import Sequence

from .ocr_lines import Seen
from .parsers.pdf_joining import joined
from .parsers.pdf_layout import Line, in_reading_order, paragraphs
from .parsers.structure import assemble

_LETTERS = 0.72  # of the height of a line's box: the size of its letters


def paragraphs_of(lines: Sequence[Seen]) -> list[tuple[str, bool]]:
    """The text of each paragraph, and whether it is a list item (its bullet or number is left out)."""
    sizes = _sizes(lines)
    flow = [
        Line(" ".join(line.text.split()), at, line.x0, line.x1, -(line.y0 + line.y1) / 2 - 0.25 * size, size)
        for at, (line, size) in enumerate(zip(lines, sizes, strict=True))
        if line.text.strip()
    ]
    known = frozenset(word for line in flow for word in line.text.lower().split())
    found: list[tuple[str, bool]] = []
    for group in in_reading_order(flow):
        for paragraph in paragraphs(group):
            text, _ = assemble([(piece, -1) for piece, _ in joined(paragraph, known)], "text")
            text = " ".join(text.split())
            if any(map(str.isalnum, text)):
                found.append((text, paragraph.lines[0].item))
    return found


def _sizes(lines: Sequence[Seen]) -> list[float]:
    """The size of each line's letters. Boxes of one size differ by a fifth: those that are close share theirs."""
    order = sorted(range(len(lines)), key=lambda at: lines[at].y0 - lines[at].y1)
    sizes = [0.0] * len(lines)
    while order:
        most = lines[order[0]].y1 - lines[order[0]].y0
        alike = [at for at in order if lines[at].y1 - lines[at].y0 >= 0.72 * most]
        middle = alike[len(alike) // 2]
        for at in alike:
            sizes[at] = max(1.0, _LETTERS * (lines[middle].y1 - lines[middle].y0))
        order = order[len(alike) :]
    return sizes
