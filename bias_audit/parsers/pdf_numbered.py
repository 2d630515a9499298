"""Numbered headings of a PDF whose letters are no larger than the text: "7.4.1 The first lesson"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Block
from .pdf_style import LONGEST_HEADING
from .structure import TITLE

_NUMBERED = re.compile(r"(\d+(?:\.\d+)+)\.?\s")  # the number of a part, "7.4.1"
_GOES_ON = (".", ",", ";", ":", "?", "=")  # ends of sentences, of what a list follows, and of sums
_WORD = re.compile(r"[^\W\d_]")
_Number = tuple[int, ...]


def numbered_under_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Numbered lines that are headings, though their letters are no larger.

    "7.4.1 The first lesson" under the heading "7.4 Lessons", what the list of contents has named before, and what
    comes next in order and has text of its own: "7.4.2 Day 1", or a heading of two lines.
    """
    above, said = set[_Number](), set[str]()
    last: _Number = ()  # the number of the last heading that has one
    numbers = [_number(block) for block in blocks]
    for at, (block, number) in enumerate(zip(blocks, numbers, strict=True)):
        if number and block.kind in ("paragraph", "list") and len(block.text) <= LONGEST_HEADING:
            short = len(block.text) <= TITLE
            under = number[:-1] in above and (
                (short and block.text[-1].isalpha())
                or (_comes_next(number, last) and _has_text(number, numbers[at + 1 : at + 2]) and _may_head(block.text))
            )
            named = _opening(block.text)
            if under or (short and named in said):
                block = replace(block, kind="heading", level=3)
            if short:
                said.add(named)
        if number and block.kind == "heading":
            above.add(number)
            last = number
        yield block


def _number(block: Block) -> _Number:
    """(7, 4, 1) of "7.4.1 The first lesson"."""
    found = _NUMBERED.match(block.text)
    return tuple(map(int, found[1].split("."))) if found else ()


def _comes_next(number: _Number, last: _Number) -> bool:
    """Whether a part has the number that follows: 7.4.1 after 7.4, 7.4.2 after 7.4.1 or 7.4.1.3."""
    *before, own = number
    shared = last[: len(before)]
    return shared == tuple(before) and (own == last[len(before)] + 1 if len(last) >= len(number) else own == 1)


def _has_text(number: _Number, after: Sequence[_Number]) -> bool:
    """Whether what comes after is no other part beside it, as in a list of questions."""
    depth = len(number)
    return any(next_one[: depth - 1] != number[:-1] or next_one[:depth] == number for next_one in after)


def _may_head(text: str) -> bool:
    """Whether a line may be a heading: no sentence, nothing that a list follows and no sum."""
    words = text.split()[1:]
    return not text.endswith(_GOES_ON) and 2 * sum(map(bool, map(_WORD.search, words))) >= len(words)


def _opening(text: str) -> str:
    """The number and the first two words: a list of contents may go on otherwise than the heading itself."""
    return " ".join(text.casefold().split()[:3])
