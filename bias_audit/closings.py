"""The words that close a letter: "Kind regards", "Love from"."""

import re

CLOSE_WORDS = 4
CLEAR_CLOSINGS = (
    "yours", "your loving", "your affectionate", "your devoted", "kind regards", "best wishes", "regards",
    "with thanks", "with best", "warm", "with kind",
)  # fmt: skip
CLOSINGS = (
    *CLEAR_CLOSINGS, "with", "thanks", "many thanks", "love", "lots of love", "all the best", "best", "cheers",
    "take care", "sincerely", "see you",
)  # fmt: skip
_ALONE = re.compile(  # "With" is none, and "Yours is a small house" is no line that closes
    r"(?:yours(?: (?:sincerely|faithfully|truly|ever|aye|in \w+))?"
    r"|(?:kind|kindest|best|warm|warmest) (?:regards|wishes)"
    r"|regards|(?:with )?(?:many |lots of )?(?:thanks|love)|with (?:best|kind|warm) (?:wishes|regards)|all the best"
    r"|best|cheers|take care|sincerely|see you soon)(?: from| always| again| to all)?,?",
    re.IGNORECASE,
)


def closes(line: str) -> bool:
    """Whether a line closes a letter and says no more: "Kind regards", "Love from"."""
    return line[:1].isupper() and _ALONE.fullmatch(line) is not None
