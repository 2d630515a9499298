"""Stretches of text that may refer to someone, block by block, before anything is linked."""

from dataclasses import dataclass, replace
from itertools import pairwise

from .model import GenderWords, MentionKind
from .name_context import FoundName, Tokens
from .people_lexicon import PeopleWords

_ARTICLES = frozenset("a an the this that one another each every some".split())
_COPULAS = frozenset(["is", "was", "became", "becomes", "remains", "remained", "'s"])
_ADVERBS = frozenset(["now", "also", "still", "already", "once"])
_WORKS = frozenset("works worked working trains trained training volunteers volunteered job".split())
_AUXILIARIES = frozenset(["had", "has", "have", "is", "was", "also", "once"])
_SAID_PRONOUNS: dict[str, GenderWords] = {
    "she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he",
    "they": "they", "them": "they", "their": "they", "theirs": "they",
}  # fmt: skip
_NOUN_REACH = 2  # words that may stand between a determiner and its noun
PAIRED = frozenset({"or", "and", "/"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``first:last`` that refer to someone, and what they say of them.

    ``head``: the noun, pronoun or name, lower case. ``of``: the index of the cue that the text says is the
    same person ("Priya is a nurse").
    """

    first: int
    last: int
    kind: MentionKind
    head: str
    genders: tuple[GenderWords, ...] = ()
    name: FoundName | None = None
    general: bool = False  # counted only when something more is said of the person
    bare: bool = False  # without a determiner: somebody only beside a name
    fresh: bool = False  # "another nurse" is not the nurse before
    paired: bool = False  # half of "he or she"
    said_at: int | None = None  # the token after the person of whom this is said
    of: int | None = None


def read_cues(tokens: Tokens, names: list[FoundName], lexicon: PeopleWords) -> list[Cue]:
    """Everything in a block that may refer to someone, in reading order, without overlaps."""
    by_start = {n.first: n for n in names}
    covered = {i for n in names for i in range(n.first, n.last)}
    cues: list[Cue] = []
    for at, word in enumerate(tokens.lower):
        if at in by_start:
            cues.append(_name(tokens, by_start[at], lexicon))
        elif word in lexicon.cue_words and at not in covered:
            cue = _cue(tokens, at, lexicon)
            if cue is not None and (not cues or cue.first >= cues[-1].last):
                cues.append(cue)
    return _joined(tokens, cues)


def _name(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> Cue:
    kind: MentionKind = "name"
    genders: list[GenderWords] = []
    if name.title in lexicon.kin_before_name:
        kind, genders = "kin", [lexicon.gender["kin"].get(name.title, "not stated")]
    elif name.title:
        kind, genders = "title", [lexicon.gender["titles"][name.title]]
    if tokens.word(name.last) == "(":  # "Sam (they/them)"
        said, at = [], name.last + 1
        while tokens.word(at) in _SAID_PRONOUNS or tokens.word(at) in ("/", ","):
            said.append(tokens.word(at))
            at += 1
        if tokens.word(at) == ")":
            genders += [_SAID_PRONOUNS[word] for word in said if word in _SAID_PRONOUNS]
    return Cue(name.first, name.last, kind, " ".join(name.parts).lower(), tuple(genders), name)


def _cue(tokens: Tokens, at: int, lexicon: PeopleWords) -> Cue | None:
    word = tokens.lower[at]
    if word in lexicon.gender["pronouns"]:
        return _pronoun(tokens, at, lexicon)
    if word in lexicon.gender["groups"]:
        if _is_compound(tokens, at, word, lexicon) or tokens.words[at].isupper():
            return None
        return Cue(at, at + 1, "group", word, (lexicon.gender["groups"][word],))
    return _noun(tokens, at, lexicon)


def _pronoun(tokens: Tokens, at: int, lexicon: PeopleWords) -> Cue | None:
    word = tokens.words[at]
    if word.isupper() or (word[0].isupper() and at not in tokens.starts and not tokens.title_case):
        return None  # He is a gas, HE a stage of education
    if word == "He" and (tokens.word(at + 1)[:1].isdigit() or tokens.word(at + 1) in (",", ")", "(", "", "+", "-")):
        return None
    if tokens.word(at - 1) == tokens.word(at + 1) == '"':
        return None  # the word itself is spoken of
    lower, said = tokens.lower[at], lexicon.gender["pronouns"]
    paired = any(
        tokens.word(at + step) in PAIRED and said.get(tokens.word(at + 2 * step), said[lower]) != said[lower]
        for step in (1, -1)
    )
    return Cue(at, at + 1, "pronoun", lower, (said[lower],), paired=paired)


def _noun(tokens: Tokens, at: int, lexicon: PeopleWords) -> Cue | None:
    """A family word, a gendered noun or a job with a determiner; "Mum" also without one."""
    word = tokens.lower[at]
    if _is_compound(tokens, at, word, lexicon) or tokens.words[at].isupper():
        return None
    kind: MentionKind = "role"
    gender: GenderWords = lexicon.gender["nouns"].get(word, "not stated")
    start = at
    if word in lexicon.gender["kin"]:
        kind, gender = "kin", lexicon.gender["kin"][word]
    elif f"{tokens.word(at - 1)} {word}" in lexicon.roles:
        start, word = at - 1, f"{tokens.word(at - 1)} {word}"
    elif word not in lexicon.single_words:
        return None  # the last word of a longer title: an operator alone may be a plus sign
    determiner = start - 1
    while start - determiner <= _NOUN_REACH and _may_modify(tokens, determiner, lexicon):
        determiner -= 1
    between = [tokens.word(i) for i in range(determiner + 1, start)]
    for said in between:
        gender = lexicon.gender["modifiers"].get(said, gender)
    general = word in lexicon.people_in_general and gender == "not stated"
    led_by = tokens.word(determiner) if determiner >= 0 else ""
    if led_by not in lexicon.determiners or determiner + 1 in tokens.starts:
        return _bare_noun(tokens, start, at, kind, word, gender, lexicon)
    first = determiner if led_by in _ARTICLES else determiner + 1
    if kind == "role" and tokens.words[at][0].isupper() and not tokens.title_case:
        return None
    return Cue(
        first, at + 1, kind, word, (gender,), general=general, fresh=led_by == "another",
        said_at=_said_at(tokens, determiner),
    )  # fmt: skip


def _bare_noun(
    tokens: Tokens,
    start: int,
    at: int,
    kind: MentionKind,
    word: str,
    gender: GenderWords,
    lexicon: PeopleWords,
) -> Cue | None:
    """ "Mum said", and a job straight before a name ("physicist Marie Curie"; joined to it later)."""
    if word in lexicon.kin_as_name and tokens.words[at][0].isupper() and not tokens.title_case:
        return Cue(at, at + 1, kind, word, (gender,))
    if kind == "role" and word in lexicon.roles and tokens.words[at].islower():
        return Cue(start, at + 1, kind, word, (gender,), bare=True)
    return None


def _may_modify(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    word = tokens.word(at)
    return (
        word.isalpha()
        and word not in lexicon.determiners
        and word not in lexicon.not_between
        and tokens.words[at].islower()
    )


def _is_compound(tokens: Tokens, at: int, word: str, lexicon: PeopleWords) -> bool:
    """Whether the noun belongs to a longer word or thing: "man-made", "daughter cell", "student nurse"."""
    after = tokens.word(at + 1)
    if after in lexicon.not_before.get(word, ()) or after in lexicon.not_before["*"]:
        return True
    if after in lexicon.roles or after in lexicon.gender["kin"] or after in lexicon.people_in_general:
        return word not in lexicon.kin_as_name
    if f"{word} {after}" in lexicon.roles or after in lexicon.gender["nouns"]:
        return True
    tight = after in ("-", "_", "/", ".") and not tokens.spaced[at]
    return tight and at + 2 < len(tokens.words) and not tokens.spaced[at + 1] and tokens.words[at + 2].isalnum()


def _said_at(tokens: Tokens, determiner: int) -> int | None:
    """The token after the person of whom a noun is said: in "Priya is now a nurse" and "Priya, a nurse"."""
    at = determiner - 1
    if tokens.word(at) in _ADVERBS:
        at -= 1
    if tokens.word(at) == "as" and tokens.word(at - 1) in _WORKS:
        return at - 2 if tokens.word(at - 2) in _AUXILIARIES else at - 1
    if tokens.word(at) not in _COPULAS and tokens.word(at) != ",":
        return None
    if tokens.word(at - 1) == ")" and "(" in tokens.lower[:at]:  # "Isaac Newton (1642-1727) was a"
        return max(i for i in range(at) if tokens.lower[i] == "(")
    return at


def _joined(tokens: Tokens, cues: list[Cue]) -> list[Cue]:
    """Cues that say who another one is know which; job words beside no name are nobody."""
    next_starts = {a.last for a, b in pairwise(cues) if b.name is not None and b.first == a.last}
    kept = [c for c in cues if not c.bare or c.last in next_starts]
    ends = {c.last: i for i, c in enumerate(kept)}
    joined = []
    for index, cue in enumerate(kept):
        following = kept[index + 1] if index + 1 < len(kept) else None
        of = None
        if cue.name is None and cue.kind in ("role", "kin"):
            if following is not None and following.name is not None and following.first == cue.last:
                of = index + 1
            elif cue.said_at is not None and (before := ends.get(cue.said_at)) is not None:
                other = kept[before]
                if other.kind != "group" and (other.name is not None or tokens.word(cue.said_at) != ","):
                    of = before
        joined.append(replace(cue, of=of))
    return joined
