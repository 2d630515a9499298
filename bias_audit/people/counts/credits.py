"""Who comes up in a credit only: the author, the illustrator, the photographer. A lesson does not show them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ...model import Mention, People
from ...text import Tokenised
from ..figures.public_figures import find
from ..words import load_people_words

_LONGEST = 14  # words of a line that is nothing but a credit
# Names, dates and what joins them: what may stand between "Illustrated by" and the next who is named.
_NAMES = r"(?:(?:[A-ZÀ-Þ][\w.'’-]*|\d{4}|and|with|&|,|de|van|von|der|\(c\))[\s,]*)*"
_ENDS = (".", "!", "?")


def credited(people: People, mentions_of: Mapping[int, Sequence[int]], text: Tokenised) -> frozenset[int]:
    """Those with a name whom nothing mentions but credits: "Illustrated by Ana Reid", "Photo: Luke Segar".

    Of whom the words say more, be it a job ("Photo: Ana Reid, welder"), is shown.
    """
    labels = load_people_words().credit_labels
    return frozenset(
        person
        for person, some in mentions_of.items()
        if people.persons[person].named
        and labels.issuperset(people.persons[person].roles)
        and not people.persons[person].described
        and all(_is_credit(people.mentions[index], text) for index in some)
    )


def _is_credit(mention: Mention, text: Tokenised) -> bool:
    block = text.blocks[mention.block].text
    first = block.rfind("\n", 0, mention.start) + 1
    before, after = block[first : mention.start], block[mention.end :].partition("\n")[0]
    if mention.acts or after.startswith(("'s", "’s")):
        return False
    if mention.kind not in ("name", "title"):
        is_label = mention.text.lower() in load_people_words().credit_labels and not before.strip()
        return is_label and after.lstrip().startswith((":", "–", "—", "-"))
    if not before.strip():
        return False
    made, label, by, goes_on = _patterns()
    if goes_on.match(after):  # "Designed by Ana Reid, the bridge opened"
        return False
    if made.search(before):
        return True
    if label.search(before):  # "Image: Marie Curie" shows her
        return find(mention.text) is None
    line = f"{before}{mention.text}{after}"
    return len(line.split()) <= _LONGEST and not line.rstrip().endswith(_ENDS) and by.fullmatch(before) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """ "Written and illustrated by …" and "© 2021 …"; "Photo: …"; a line that opens with "By …"; what is no credit."""
    words = load_people_words()
    made, label = ("|".join(map(re.escape, sorted(some))) for some in (words.credit_made, words.credit_labels))
    opens = r"(?:^|[.!?:;|(–—•\n-]\s*)"
    by = rf"{opens}(?i:(?:(?:{made})(?:,| and| &)? ?)+ by|(?:{made}) (?:for|from) .{{1,80}} by)\b[\s:–-]*{_NAMES}$"
    then = rf"^\W*(?i:(?:{made})\b.{{1,80}}[,;&] (?:and )?(?:{made}) by)\b[\s:–-]*{_NAMES}$"
    right = rf"(?:©|(?i:\(c\)|\bcopyright))[\s:©]*(?:\(c\)\s*)?{_NAMES}$"
    return (
        re.compile(f"{by}|{then}|{right}"),
        re.compile(rf"(?:^|[.!?;|(•\n]\s*|\b)(?i:{label})\s*(?::|\s[–—-]\s)\s*{_NAMES}$"),
        re.compile(rf"\W*(?i:by)[\s:]+{_NAMES}"),
        re.compile(rf",\s+(?!and\b|with\b|(?:{made})\b)[a-z]"),
    )
