"""Pronouns as they stand: "he or she", "I", and the pronouns that somebody goes by."""

from collections.abc import Sequence
from dataclasses import replace

from ...model import GenderWords
from ..cue import THEY, Cue
from ..name_context import Tokens
from ..parses.parse import Parse
from ..words import PeopleWords, fold, load_people_words

_NEITHER = frozenset("a man woman boy girl he she nor".split())
_USES = frozenset("uses use using by are".split())
_LEADS_IN = frozenset(
    "now then here there today yesterday tomorrow once soon maybe perhaps sometimes often usually later first next "
    "finally also still yes no well oh where how why who what while after before since until though although "
    "can could may might shall should will would must do did am have had was".split()
)  # with a capital before "I", and no king: "Now I am"
_WHERE_OR_WHEN = frozenset("after at before from in last near next on since until".split())
_MY_VERBS = frozenset({"am", "'m", "'ve", "'ll", "have", "do"})
_SUBJECTIVE = frozenset({"she", "he", "they"})
_PAIRED = frozenset({"or", "and", "/"})
_OF_ONE = _SUBJECTIVE | THEY | {"neither", "binary", "nonbinary", "non-binary"}  # what says "they" of one person
_MAY_SAY = frozenset({"name", "title", "role", "kin", "first person"})
SAID_PRONOUNS: dict[str, GenderWords] = {
    "she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he",
    "they": "they", "them": "they", "their": "they", "theirs": "they",
}  # fmt: skip


def with_they(tokens: Tokens, cues: list[Cue]) -> list[Cue]:
    """ "Rowan uses they/them", "I'm a they", "neither a man nor a woman": of the last one before it in the sentence."""
    if not cues or _OF_ONE.isdisjoint(tokens.lower):
        return cues
    for at in [i for i, word in enumerate(tokens.lower) if word in _OF_ONE]:
        word = tokens.lower[at]
        they = word in THEY and tokens.word(at + 1) == "/" and tokens.word(at - 1) != "("
        they = they or (word == "they" and tokens.word(at - 1) == "a")
        neither = word == "neither" and _is_nor(tokens.lower[at + 1 : at + 6])
        binary = (word == "binary" and tokens.word(at - 2) == "non") or word in ("nonbinary", "non-binary")
        genders = _declared(tokens, at) or (("they",) if they or neither or binary else ())
        if genders:
            start = max((s for s in tokens.starts if s <= at), default=0)
            before = [i for i, cue in enumerate(cues) if start <= cue.first < at]
            last = cues[before[-1]] if before else None
            if last is not None and last.kind == "pronoun" and last.head not in THEY:
                continue  # "Ana says she is non-binary": "she" is what the words say
            said = [i for i in before if cues[i].kind in _MAY_SAY and cues[i].head not in THEY]
            if last is not None and last.head in THEY:  # "Noah told me that they are non-binary"
                said = [i for i in said if cues[i].kind != "first person"]
            if said:
                cues[said[-1]] = replace(cues[said[-1]], genders=genders)
    return cues


def _is_nor(words: Sequence[str]) -> bool:
    return "nor" in words and _NEITHER.issuperset(words)


def pronoun(tokens: Tokens, at: int, lexicon: PeopleWords) -> Cue | None:
    """ "she" and "he" with their forms, "he or she" as one; None for a gas, a stage of education, a word spoken of."""
    word = tokens.words[at]
    opens = at in tokens.starts or tokens.word(at - 1).endswith((".", "?", "!"))
    if word.isupper() or (word[0].isupper() and not opens and not tokens.title_case):
        return None  # He is a gas, HE a stage of education
    if word == "He" and (tokens.word(at + 1)[:1].isdigit() or tokens.word(at + 1) in (",", ")", "(", "", "+", "-")):
        return None
    if _is_cited(tokens, at):
        return None
    lower, said = tokens.lower[at], lexicon.gender["pronouns"]
    if tokens.word(at - 1) == "/" and tokens.word(at - 2) == "s" and lower == "he":
        return Cue(at - 2, at + 1, "pronoun", "he", ("she", "he"))
    if tokens.word(at + 1) in _PAIRED:
        second = tokens.word(at + 2)
        other = said.get(second, said[lower])
        of_a_kind = tokens.word(at + 1) != "and" or (lower in _SUBJECTIVE) == (second in _SUBJECTIVE)
        if other != said[lower] and of_a_kind:  # not "she danced with him and he left"
            return Cue(at, at + 3, "pronoun", lower, (said[lower], other))
    return Cue(at, at + 1, "pronoun", lower, (said[lower],))


def _is_cited(tokens: Tokens, at: int) -> bool:
    """The word itself is spoken of: "she", not a he, they/them pronouns, (she/her)."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if before in ('"', "'", "a", "an") and (after in ('"', "'") or before in ("a", "an")):
        return True
    if _declared(tokens, at) or _declared(tokens, at - 2):
        return True
    both = ("(" if before == "/" else before, after)
    if before == "/" or after == "/":
        other = tokens.word(at - 2 if before == "/" else at + 2)
        same = SAID_PRONOUNS.get(other) == SAID_PRONOUNS.get(tokens.lower[at])
        return same or both == ("(", ")")
    return False


def _declared(tokens: Tokens, at: int) -> tuple[GenderWords, ...]:
    """ "uses she and they": the pronouns that someone goes by, at the first of them."""
    first, second = tokens.word(at), tokens.word(at + 2)
    if tokens.word(at - 1) not in _USES or first not in _SUBJECTIVE or second not in _SUBJECTIVE:
        return ()
    return (SAID_PRONOUNS[first], SAID_PRONOUNS[second]) if tokens.word(at + 1) in _PAIRED else ()


def they(tokens: Tokens, at: int) -> Cue | None:
    """ "they" and its forms, save where the words themselves are spoken of."""
    if tokens.words[at].isupper() or _is_cited(tokens, at):
        return None
    return Cue(at, at + 1, "pronoun", tokens.lower[at], ("they",))


def first_person(tokens: Tokens, at: int, parse: Parse) -> Cue | None:
    """ "I" and "we" with their forms; None for a list's number, a current, a mine."""
    if not may_be_first_person(tokens, at):
        return None
    if parse.tags[at].startswith(("NN", "VB")) and at not in tokens.starts:  # a mine
        return None
    return Cue(at, at + 1, "first person", tokens.lower[at])


def may_be_first_person(tokens: Tokens, at: int) -> bool:
    """Whether a form of "I" or "we" is no number of a list, no current and nothing else in capitals."""
    word, lower = tokens.words[at], tokens.lower[at]
    if lower == "i":
        return word != "i" and _is_someone(tokens, at)  # not a list's number, a current, a king's number
    return not (lower == "us" and word != "us") and not (len(word) > 1 and word.isupper())


def _is_where_or_when(tokens: Tokens, at: int) -> bool:
    """ "In Kenya I was a nurse", "on Monday I rang": no king's number; not "at Queen Victoria I"."""
    if tokens.word(at - 1) not in _WHERE_OR_WHEN:
        return False
    word, lexicon = fold(tokens.lower[at]), load_people_words()
    return word in lexicon.places or word in lexicon.states or word in lexicon.times


def _is_someone(tokens: Tokens, at: int) -> bool:
    after = tokens.word(at + 1)
    opens = at - 1 in tokens.starts and tokens.lower[at - 1] in _LEADS_IN
    opens = opens or _is_where_or_when(tokens, at - 1)
    if after in _MY_VERBS:
        return True  # "Tell Mum I am here"
    alone = at not in tokens.starts and tokens.word(at - 1)[-1:].isalpha() and tokens.words[at - 1][:1].isupper()
    return (
        (after[:1].isalpha() or after.startswith("'"))
        and after not in ("is", "and")
        and not (
            alone
            and not opens
            and tokens.lower[at - 1] not in ("and", "but", "if", "when", "as", "so", "because", "that", "what", "then")
        )
    )
