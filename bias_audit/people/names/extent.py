"""Where a name ends: surnames, small words inside them, hyphens and initials."""

import re
from collections.abc import Sequence, Set

from ..name_context import Tokens, is_initial, is_name_shaped
from ..words import PeopleWords, fold

_JOINED_LINK = re.compile(r"(?:de|di|du|van|von)[A-Z][a-z]+")  # deGrasse
_LONGEST = 5  # words of one name
_TWO_OBJECTS = frozenset("bought buy buying buys giving hands read reading reads teach teaches teaching tells".split())
_LINKS = 2  # small words inside a surname
_ELDER = frozenset({"jr", "jnr", "sr", "snr"})
_INITIAL = 2  # letters of "K."
_ARTICLES = frozenset("ad al an ar as ash at az el ul".split())  # of Arabic, with a hyphen: "al-Rashid", "ash-Shams"


def extent(
    tokens: Tokens, at: int, common: Set[str], lexicon: PeopleWords, *, titled: bool = False
) -> tuple[int, tuple[str, ...]]:
    """Where the name that begins at a token ends, and its words without initials."""
    parts, end = [tokens.words[at]], at + 1
    labelled = tokens.word(at - 1) == ":" and tokens.word(at - 2) in lexicon.cue_words  # "Leader: Ewa Nowak – Room 2"
    while len(parts) < _LONGEST and end < len(tokens.words) and end not in tokens.starts:
        if has_hyphen(tokens, end) and (is_name_shaped(tokens.words[end + 1]) or has_halves(tokens, end - 1, lexicon)):
            parts[-1] += "-" + tokens.words[end + 1]
            end += 2
        elif has_article(tokens, end):
            parts.append(f"{tokens.words[end]}-{tokens.words[end + 2]}")
            end += 3
        elif _in_heading(tokens, end, lexicon) and not (titled or labelled) and tokens.word(end + 1) != ",":
            break  # not "Joann Moody, Rising Above"
        elif len(parts) == 1 and tokens.lower[end] in lexicon.taught and _is_given_to(tokens, at, lexicon):
            break  # "teaches Zara French"
        elif may_be_surname(tokens, end, common, lexicon):
            parts.append(tokens.words[end])
            end += 1
        elif is_initial(tokens, end) and may_be_surname(tokens, end + 1, common, lexicon):
            end += 1
        else:
            links = links_at(tokens, end, lexicon)
            if tokens.word(end) == "the" and tokens.word(end + 1) in lexicon.by_names and len(parts) == 1:
                links = int(not _is_given_to(tokens, at, lexicon))  # "Robert the Bruce"
            if not links or not may_be_surname(tokens, end + links, common, lexicon):
                end += _is_last_initial(tokens, end, parts)
                break
            parts.append(" ".join(tokens.words[end : end + links + 1]))
            end += links + 1
    if len(parts) > 1 or titled:
        while _is_after_name(tokens, end, lexicon):
            end += 1
    return end, tuple(parts)


def _is_after_name(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Letters for a rank or a degree: "Tom Reid MBE", "Sammy Davis Jr."; not "Ma" and "Ba", which are words."""
    letters = tokens.word(at).rstrip(".")
    if letters not in lexicon.after_names or at in tokens.starts:
        return False
    return letters in _ELDER or any(letter.isupper() for letter in tokens.words[at][1:])


def links_at(tokens: Tokens, at: int, lexicon: PeopleWords) -> int:
    """How many small words of a surname begin there: two of "van der Berg"."""
    links = 0
    while links < _LINKS and tokens.word(at + links) in lexicon.surname_links:
        links += 1
    return links


def may_be_surname(tokens: Tokens, at: int, common: Set[str], lexicon: PeopleWords) -> bool:
    """Whether a word is spelled as a surname and is no word of the text's own."""
    if at >= len(tokens.words):
        return False
    if not is_name_shaped(tokens.words[at]):
        return bool(_JOINED_LINK.fullmatch(tokens.words[at]))
    word = tokens.lower[at]
    return word not in lexicon.not_in_name and (word not in common or lexicon.is_name(fold(word)))


def _is_given_to(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether what is before a name may have two objects: "gave (Ravi) Lego"."""
    before = tokens.word(at - 1)
    return before in lexicon.gives or before in lexicon.addressing or before in _TWO_OBJECTS


def _in_heading(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether a word has its capital only because all words have one."""
    word = tokens.words[at]
    return tokens.title_case and word[0].isupper() and len(word) > 1 and not lexicon.is_name(fold(word))


def _is_last_initial(tokens: Tokens, at: int, parts: Sequence[str]) -> bool:
    """ "Priya K. reads well", "Tom B – dinner money": pupils of one first name."""
    if len(parts) > 1 or at >= len(tokens.words) or at in tokens.starts:
        return False
    word, after = tokens.words[at], tokens.word(at + 1)
    stop = len(word) == _INITIAL and word[1] == "." and word[0].isupper() and after != ""
    bare = len(word) == 1 and word.isupper() and word not in "AI" and (after in ("and", "–", "—", ",", ":", ")", "("))
    return stop or (bare and tokens.word(at - 2) not in ("", ":"))


def has_hyphen(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen without spaces stands there."""
    inside = 0 < at < len(tokens.words) - 1
    return inside and tokens.words[at] == "-" and not tokens.spaced[at - 1] and not tokens.spaced[at]


def has_article(tokens: Tokens, at: int) -> bool:
    """ "(Samir) al-Rashid", "(Hala) el-Masry": a small word joined to a surname; not "at Reid", "al-fresco"."""
    if tokens.word(at) not in _ARTICLES or not has_hyphen(tokens, at + 1):
        return False
    return tokens.words[at].islower() and is_name_shaped(tokens.words[at + 2])


def has_halves(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "Jin-ho", "Mei-ling": two syllables of given names; not "Ha-ha"."""
    if not has_hyphen(tokens, at + 1):
        return False
    halves = {tokens.lower[at], tokens.lower[at + 2]}
    return len(halves) > 1 and halves <= lexicon.name_halves and tokens.words[at][0].isupper()
