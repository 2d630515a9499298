"""Which sentences have to be parsed so that people are read well: as few as the words alone allow.

A name that is none, a noun inside a longer word or with nothing before it ("student achievement") and a job whose word
is as often a thing ("the model") bring nobody. Several people of no stated gender ("students") are a mention whatever
their sentence does, and no count asks what they do.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..text import Sentence, Tokenised
from .cue import I_WORDS, THEY
from .cues.noun_compounds import is_compound
from .cues.noun_cues import longer
from .cues.noun_forms import is_spelled_as_noun
from .cues.pronoun_cues import may_be_first_person, pronoun
from .cues.shown_people import SHOWS
from .name_context import FoundName, Tokens, read_tokens
from .names.cells import outside_firms, with_cells
from .names.find import find_names
from .names.numbered import has_number
from .names.speakers import spelled_as_names
from .words import PeopleWords

SKIPPED = frozenset({"code", "reference"})  # block kinds in which nobody is looked for
_REACH = 4  # words that may stand between a determiner and its noun
_WE = frozenset({"we", "you"})
_SPOKEN_OF = frozenset({"they", "them", "you"})
_ARE = frozenset({"are", "'re", "were"})
_NEAR = 20  # words between somebody and a "they" that may be them
_LABEL = 2  # words before a noun that may be the label of a line: "Teacher: …", "The teacher:"


@dataclass(frozen=True, slots=True)
class Looked:
    """The blocks in which people are looked for, their words, and the names in them."""

    blocks: Sequence[int]
    tokens: Sequence[Tokens]
    names: Sequence[list[FoundName]]


def look(text: Tokenised, lexicon: PeopleWords) -> Looked:
    """What people are found by before anything is parsed."""
    blocks = [b for b, block in enumerate(text.blocks) if block.kind not in SKIPPED]
    tokens = spelled_as_names([read_tokens(text, b, lexicon) for b in blocks], lexicon)
    names = outside_firms(text, blocks, find_names(tokens, lexicon), lexicon)
    return Looked(blocks, tokens, with_cells(text, blocks, tokens, names, lexicon))


def sentences_to_parse(text: Tokenised, looked: Looked, lexicon: PeopleWords) -> Iterator[Sentence]:
    """The sentences whose grammar matters for people, in reading order."""
    cues = lexicon.cue_words
    telling = cues | I_WORDS | _SPOKEN_OF
    for block, tokens, names in zip(looked.blocks, looked.tokens, looked.names, strict=True):
        sentences = text.sentences[block]
        named = {at for name in names for at in (name.first, name.last - 1)}  # a name may hold a full stop
        told = bool(names)
        script = any(n.first == 0 and tokens.word(n.last) == ":" for n in names)
        done = 0  # the token from which no sentence is wanted yet
        one = -_NEAR  # where one person was told of last, who may be "they"
        for at in [i for i, word in enumerate(tokens.lower) if word in telling or i in named]:
            word = tokens.lower[at]
            known = at in named or word in cues or word in I_WORDS
            if known and word not in I_WORDS:
                one = at if at in named or word not in lexicon.gender["groups"] else -_NEAR
            if at < done:
                continue
            if word == "you" and not known:
                told_of = script or (told and _is_quoted(tokens, at))
            else:
                told_of = known or (at - one < _NEAR and _acts(tokens, at, lexicon))
            if not told_of:
                continue
            sentence = sentences[bisect_right(sentences, at, key=lambda s: s.last)]
            if at in named or not known or _needs_grammar(tokens, at, sentence, lexicon):
                done = sentence.last
                yield sentence


def _is_quoted(tokens: Tokens, at: int) -> bool:
    """Whether a mark is open there, so that "you" is somebody."""
    before = tokens.lower[:at]
    return before.count('"') % 2 == 1 or before.count("'") % 2 == 1


def _acts(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether "they" may do something, or "them" be told or given something: not "their bag", "click on them"."""
    word, before = tokens.lower[at], tokens.word(at - 1)
    return tokens.words[at] != "THEY" and (
        word == "they" or (word == "them" and (before in lexicon.gives or before in lexicon.addressing))
    )


def _needs_grammar(tokens: Tokens, at: int, sentence: Sentence, lexicon: PeopleWords) -> bool:
    word = tokens.lower[at]
    if word in I_WORDS:
        return may_be_first_person(tokens, at)
    if word in lexicon.gender["pronouns"]:
        return pronoun(tokens, at, lexicon) is not None
    for _, phrase in ((at, word), *longer(tokens, at)):
        gender = lexicon.gender["groups"].get(phrase)
        if gender is not None:
            return gender != "not stated" or _needs_grammar_as_group(tokens, at, sentence, lexicon)
    return _needs_grammar_as_one(tokens, at, sentence, lexicon)


def _needs_grammar_as_group(tokens: Tokens, at: int, sentence: Sentence, lexicon: PeopleWords) -> bool:
    """Where the word may be a verb ("judges"), "they" may mean things, or a "who" may bring somebody."""
    word = tokens.lower[at]
    if is_compound(tokens, at, word, lexicon) or tokens.words[at].isupper() or _lead(tokens, at) in lexicon.thing_leads:
        return False
    said = tokens.lower[sentence.first : sentence.last]
    if word in lexicon.plural_or_verb:
        return True
    if "who" in said and not (said.count("who") == 1 and tokens.word(at + 1) == "who"):
        return True
    they = [i for i in range(sentence.first, sentence.last) if tokens.lower[i] in THEY]
    return any(i < at or any(_may_be_things(tokens.lower[k], lexicon) for k in range(at + 1, i)) for i in they)


def _may_be_things(word: str, lexicon: PeopleWords) -> bool:
    if word in lexicon.not_between or word in lexicon.determiners or word in lexicon.gender["groups"]:
        return False
    return word.endswith(("s", "a", "i", "ae")) and not word.endswith("ss")


def _lead(tokens: Tokens, at: int) -> str:
    return tokens.word(at - 1)


def _needs_grammar_as_one(tokens: Tokens, at: int, sentence: Sentence, lexicon: PeopleWords) -> bool:
    """A noun for one person that a determiner leads, that is called by it ("Mum"), or that may label a line."""
    word, start = tokens.lower[at], at
    if at in tokens.starts and has_number(tokens, at):
        return True
    if is_compound(tokens, at, word, lexicon) or not is_spelled_as_noun(tokens.words[at], lexicon):
        return False
    if word not in lexicon.gender["kin"]:
        jobs = (lexicon.roles, lexicon.others, lexicon.maybe_roles)
        for first, phrase in longer(tokens, at):
            if phrase in lexicon.gender["kin"] or any(phrase in some for some in jobs):
                word, start = phrase, first
                break
        else:
            if word in lexicon.with_capital:
                return tokens.words[at][0].isupper() and _is_led(tokens, at, lexicon)
            if not any(word in some for some in (*jobs, lexicon.people_in_general, lexicon.gender["nouns"])):
                return False
    elif word in lexicon.kin_as_name and tokens.words[at][0].isupper():
        return True
    if at <= _LABEL or at + 1 == len(tokens.words):
        return not _opens_rubric(tokens, start, at, lexicon)
    if start in tokens.starts and word not in lexicon.maybe_roles and tokens.words[start][0].isupper():
        return tokens.word(at + 1).isalpha()  # "Tutor came round."
    if not _is_led(tokens, start, lexicon):
        return False
    before, after = tokens.lower[sentence.first : at], tokens.lower[at + 1 : sentence.last]
    if word not in lexicon.maybe_roles or not lexicon.named_things.isdisjoint((*before, *after)):
        return True  # "The wolf looked at the miller. He laughed": whoever acts takes the pronoun
    return _may_be_somebody(before, after, lexicon)


def _opens_rubric(tokens: Tokens, start: int, at: int, lexicon: PeopleWords) -> bool:
    """ "Student uses loops", "Player always wins": nobody, as a bare noun before such a word never is."""
    after = tokens.word(at + 1)
    does = after.endswith(("s", "ly")) and after.isalpha() and after != "says"
    return does and tokens.lower[at] not in lexicon.gender["kin"] and not _is_led(tokens, start, lexicon)


def _may_be_somebody(before: Sequence[str], after: Sequence[str], lexicon: PeopleWords) -> bool:
    """Whether a sentence may show that a word which is as often a thing is somebody.

    By what it does or is given, and in "what a funny fellow you are".
    """
    if (
        "who" in after
        or "whose" in after
        or not (lexicon.person_verbs.isdisjoint(after) and lexicon.gives.isdisjoint(before))
    ):
        return True
    if not (SHOWS.isdisjoint(after) and SHOWS.isdisjoint(before)):
        return True
    if "be" in after and not (
        lexicon.gives.isdisjoint(after) and lexicon.addressing.isdisjoint(after)
    ):  # "Would a fitter be given leave?"
        return True
    return any(word in _WE and verb in _ARE for words in (before, after) for word, verb in pairwise(words))


def _is_led(tokens: Tokens, start: int, lexicon: PeopleWords) -> bool:
    """Whether a determiner stands before a noun, with nothing between them that would keep it from leading it."""
    reach = _REACH + 2 * tokens.lower[max(0, start - _REACH) : start].count("-")
    for before in range(start - 1, max(-1, start - 2 - reach), -1):
        word = tokens.lower[before]
        if "-" in (tokens.word(before - 1), tokens.word(before + 1)) and word.isalpha():
            continue  # "the on-call plumber"
        if word in lexicon.determiners or word == "its" or (word == "'" and tokens.word(before - 1).endswith("s")):
            return True
        if word in lexicon.not_between and word not in ("very", "more", "most"):
            return False
        if not word[0].isalnum() and word != "-":
            return False
    return False
