"""Lines of a PDF paragraph put together: spaces between them, and words that were broken at line ends."""

import re

from .pdf_layout import Paragraph

Piece = tuple[str, int]  # text, and the offset of its first character in the page's text, -1 for none

LINE_END_HYPHENS = "-\u00ad\ufffe\u2010"  # pdfium writes U+FFFE for a hyphen between two lines
_KEEPS_HYPHEN_AFTER = re.compile(
    "self|well|non|co|pre|post|cross|semi|half|high|low|long|short|full|part|ex|anti|pro|mid|all|two|three|four"
    "|five|six|seven|eight|nine|ten|single|double|first|second|third|open|hands|step|face"
)
_KEEPS_HYPHEN_BEFORE = re.compile(
    "friendly|based|free|like|led|related|aged|years?|old|time|term|level|wide|made|minded|class|cent(?:re|er)d"
    "|specific|sized|up|down|on|off|in|to|of|and|the|driven|oriented|focused|style|world"
)


def joined(paragraph: Paragraph, known: frozenset[str]) -> list[Piece]:
    """The text of a paragraph in pieces, list marker left out and words broken at line ends made whole.

    ``known``: the words of the document in lower case, by which a broken word is told from a hyphenated one.
    """
    pieces: list[Piece] = []
    for at, line in enumerate(paragraph.lines):
        skip = line.skip if at == 0 else 0
        text, offset = line.text[skip:], line.offset + skip
        if at:
            before, start = pieces[-1]
            if before[-1:] in LINE_END_HYPHENS and text[:1].isalpha() and before[-2:-1].isalpha():
                if before[-1] == "\u00ad" or _is_broken(before, text, known):
                    pieces[-1] = (before[:-1], start)
                elif before[-1] in "\u00ad\ufffe":
                    pieces[-1] = (before[:-1], start)
                    pieces.append(("-", start + len(before) - 1))
            elif before[-1:] == "\ufffe":
                pieces[-1] = (before[:-1], start)
                pieces.append(("- ", -1))
            elif (
                not before.endswith(("–", "/"))
                or not text[:1].isalnum()
                or before.endswith(" –")
                or before.endswith(" /")
            ):
                pieces.append((" ", -1))
        pieces.append((text, offset))
    last, start = pieces[-1]
    if last.endswith("\ufffe"):
        pieces[-1] = (last[:-1] + "-", start)
    return pieces


def _is_broken(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between two lines only breaks a word, and is not part of it."""
    head = re.search(r"[\w'’-]+$", before[:-1])
    tail = re.match(r"[\w'’]+", after)
    if head is None or tail is None or not after[:1].islower():
        return False
    one, two = head.group().lower(), tail.group().lower()
    if f"{one}-{two}" in known or "-" in one:
        return False
    if f"{one}{two}" in known:
        return True
    if _KEEPS_HYPHEN_AFTER.fullmatch(one) or _KEEPS_HYPHEN_BEFORE.fullmatch(two):
        return False
    return not (one in known and two in known)
