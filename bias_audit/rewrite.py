"""The changed sentence: a replacement that fits case and article."""

import re

# Words that begin with a vowel as spoken: "an hour", but "a European", "a one-way street", "a uniform".
_VOWEL = re.compile(
    r"(?:[ai]|o(?!ne\b|nce\b)|e(?!u|we)|u(?!ni(?!n|m)|s[eu]|t[ei]|topi|r[aei]|biq)|hono|hones|hour|heir)",
    re.IGNORECASE,
)
_SPELLED = re.compile(r"(?:[A-Z]{2,3}|[A-Z][B-DF-HJ-NP-TV-Z]{3,})(?![A-Za-z])")  # HGV, MSP: said letter by letter


def match_case(replacement: str, original: str) -> str:
    """``replacement`` written as ``original`` is: ALL CAPS, Capitalised, or as it stands."""
    letters = [c for c in original if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return replacement.upper()
    if letters and letters[0].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement


def _vowel_sound(words: str) -> bool:
    if _SPELLED.match(words):
        return words[0] in "AEFHILMNORSX"
    return bool(_VOWEL.match(words))


def rewrite(sentence: str, start: int, end: int, replacement: str) -> str:
    """``sentence`` with characters ``start:end`` replaced; an article or a comma just before is mended."""
    before, original, after = sentence[:start], sentence[start:end], sentence[end:]
    new = match_case(replacement, original)
    if article := re.search(r"\b(an?|An?|AN)(\s+)$", before):
        fitting = "an" if _vowel_sound(replacement) else "a"
        if article[1][0].isupper():
            fitting = fitting.upper() if new.isupper() else fitting.capitalize()
        before = before[: article.start(1)] + fitting + article[2]
    if replacement.endswith(",") and re.search(r"\w\s+$", before):  # "time e.g. if" is "time, for example, if"
        before = before.rstrip() + ", "
    return before + new + after
