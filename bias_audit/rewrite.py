"""The changed sentence: a replacement that fits case and article."""

import re

_VOWEL = re.compile(r"^(?:[aeio]|u(?!ni|se|sua|ti|r[aei]))|^(?:hono|hour|heir)", re.IGNORECASE)


def match_case(replacement: str, original: str) -> str:
    """``replacement`` written as ``original`` is: ALL CAPS, Capitalised, or as it stands."""
    letters = [c for c in original if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return replacement.upper()
    if letters and letters[0].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement


def rewrite(sentence: str, start: int, end: int, replacement: str) -> str:
    """``sentence`` with characters ``start:end`` replaced; an "a" or "an" just before is mended."""
    before, original, after = sentence[:start], sentence[start:end], sentence[end:]
    new = match_case(replacement, original)
    if article := re.search(r"\b(a|an|A|An)(\s+)$", before):
        fitting = "an" if _VOWEL.match(new) else "a"
        if article[1][0].isupper():
            fitting = fitting.capitalize()
        before = before[: article.start(1)] + fitting + article[2]
    return before + new + after
