"""Italics of a web page, kept as two marks in its text until white space is settled, and then as stretches."""

import re

ELEMENTS = frozenset({"cite", "em", "i"})
BEGIN, END = "\ufdd0", "\ufdd1"  # no characters of any text
_MARKS = re.compile(f"[{BEGIN}{END}]")
_SPACE_AFTER = re.compile(rf"(?:[{BEGIN}{END}]+[ \t\r\n\f]+)+")


def unmarked(text: str) -> str:
    """Text without what would be taken for marks."""
    return _MARKS.sub("", text)


def spaced(marked: str) -> str:
    """Spaces before the marks beside them, so that each run of spaces is one."""
    if BEGIN not in marked and END not in marked:
        return marked
    return _SPACE_AFTER.sub(lambda found: " " + "".join(_MARKS.findall(found[0])), marked)


def stretches(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without the marks, and the characters of each stretch between them."""
    if BEGIN not in marked:
        return unmarked(marked), ()
    parts: list[str] = []
    found: list[tuple[int, int]] = []
    length = depth = begin = 0
    for part in re.split(f"([{BEGIN}{END}])", marked):
        if part == BEGIN:
            begin = begin if depth else length
            depth += 1
        elif part == END:
            depth = max(depth - 1, 0)
            if not depth:
                found.append((begin, length))
        else:
            parts.append(part)
            length += len(part)
    text = "".join(parts).rstrip(" ")
    trimmed = ((start, start + len(text[start:end].rstrip())) for start, end in found)
    return text, tuple((start, end) for start, end in trimmed if start < end)
