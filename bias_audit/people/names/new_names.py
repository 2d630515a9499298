"""Names that no list has, by what the text has them do, and what else a word may be."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..figures.public_figures import load_figures
from ..name_context import Tokens, is_name_shaped, kind_of
from ..words import PeopleWords, fold
from .facts import is_born, is_said_to_be
from .introduced import is_called
from .shown import PETS
from .signs import is_beside_noun, is_person_called
from .things import ARTICLES

_FIRMS = frozenset(
    "broadcaster carrier developer distributor employer insurer lender maker manufacturer operator owner producer "
    "provider publisher retailer seller sponsor supplier trader".split()
)  # a company may be one
_LED = 3  # words between a determiner and its noun
_JOB = 4  # words of "wind turbine technician", and of "in front of her"
_OWNS = frozenset({"her", "his"})
_IS = frozenset({"is", "was", "has"})
_WHOSE = frozenset("my your his her our their 's".split())
_DOES = frozenset("can cannot could did does had has is may might must should was will would".split())
_NO_NAME = frozenset(  # capitals at the opening of a sentence, before a name and before a verb
    "anybody anyone both class each either everybody everyone group here many mine neither nobody none several "
    "somebody someone such team today tomorrow whoever yesterday yours".split()
)
_CALLED = frozenset({"called", "named"})
_MARKS = frozenset({'"', "'", "”", "’"})


def newcomers(blocks: Sequence[Tokens], common: set[str], lexicon: PeopleWords) -> set[str]:
    """Words in no list that act and think as people do: names that the list does not know."""
    does: dict[str, set[str]] = defaultdict(set)
    moves: set[str] = set()
    full: set[str] = set()  # before a surname
    called: set[str] = set()
    for tokens in blocks:
        for at in tokens.capitals:
            word, verb = tokens.words[at], tokens.word(at + 1)
            if not word.isalpha() or not is_name_shaped(word):
                continue
            if (
                is_person_called(tokens, at, lexicon)
                or _is_tagged(tokens, at, lexicon)
                or _is_pet(tokens, at, common, lexicon)
                or _is_met(tokens, at, common, lexicon)
                or _is_in_introduction(tokens, at, common, lexicon)
                or _is_told_of(tokens, at, common, lexicon)
                or (at in tokens.starts and _is_shown_at_work(tokens, at, common, lexicon))
                or (at in tokens.starts and _has_job(tokens, at, common, lexicon))
            ):
                called.add(fold(word))
            surname = _is_before_surname(tokens, at, common, lexicon)
            if not (surname or verb in lexicon.person_verbs or verb in lexicon.known_does):
                continue
            lower, led = tokens.lower[at], tokens.words[at - 1] if at and at not in tokens.starts else ""
            known = lower in lexicon.not_in_name or lower in lexicon.thing_names or lower in lexicon.cue_words
            if known or lower in common or led in ARTICLES or _capital(led, lexicon):
                continue
            (full if surname else moves).add(fold(word))
            if verb in lexicon.person_verbs:
                does[fold(word)].add(verb)
    acting = {w for w, verbs in does.items() if len(verbs) > 1 and verbs & lexicon.mind_verbs}
    acting |= full & moves
    acting |= {fold(tokens.words[at]) for tokens in blocks for at in _told_by_noun(tokens, common, lexicon)}
    return {w for w in acting | called if not kind_of(w, lexicon, common) and not w.endswith("bot")}


def _is_before_surname(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    """The Oyinkan of "Oyinkan Adeleke climbs": a first name only if it does something alone as well."""
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    if (
        not after[:1].isupper()
        or not is_name_shaped(after)
        or at + 1 in tokens.starts
        or tokens.title_case
        or tokens.lower[at] in lexicon.thing_before
    ):
        return False
    word = tokens.lower[at]
    no_name = word in lexicon.gender["titles"] or word in lexicon.times or word in _NO_NAME or word.endswith("ly")
    return not no_name and kind_of(after, lexicon, common) == "plain" and after.lower() not in lexicon.not_in_name


def _is_tagged(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "“No,” says Dod.", "“No,” says crewman Dod.": who brings a speech is somebody."""
    verb = at - 1 if tokens.word(at - 1) in lexicon.brings_speech else at - 2
    noun = verb == at - 1 or tokens.word(at - 1) in lexicon.cue_words
    known = tokens.lower[at] in lexicon.cue_words or tokens.lower[at] in lexicon.not_in_name
    return noun and not known and tokens.word(verb) in lexicon.brings_speech and tokens.word(verb - 1) in _MARKS


def _is_pet(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    """ "A cat called Biscuit": a name, so that "her" after it may be the cat's, who is nobody."""
    word = tokens.lower[at]
    called = tokens.word(at - 1) in _CALLED and tokens.word(at - 2) in PETS
    return called and not (word in common or word in lexicon.not_in_name or word in lexicon.cue_words)


def _is_met(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    """ "Meet Oluwa, a miner.": somebody whom a text brings to the reader."""
    if tokens.word(at - 1) != "meet" or at - 1 not in tokens.starts or tokens.lower[at] in common:
        return False
    return tokens.lower[at] not in lexicon.not_in_name and is_beside_noun(tokens, at + 1, lexicon)


def _is_in_introduction(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    """ "My name is Ahmose": whatever is said there is a name."""
    word = tokens.lower[at]
    known = word in lexicon.not_in_name or word in lexicon.cue_words or word in common
    return is_called(tokens, at, lexicon) and not known


def _is_told_of(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    """ "With Oluwa, who sings, …", "at Oluwa's mum's": who has a mum, or does something after "who", is somebody."""
    word, after = tokens.lower[at], tokens.word(at + 1)
    if after not in (",", "'s") or at in tokens.starts or tokens.title_case or word in common:
        return False
    before = tokens.words[at - 1] if at else ""
    if before.lower() in ARTICLES or _capital(before, lexicon) or not before[:1].isalpha():
        return False
    if word in lexicon.not_in_name or word in lexicon.thing_names or word in lexicon.cue_words:
        return False
    then = tokens.word(at + 2)
    if after == "'s":
        return then in lexicon.kin_as_name or then in lexicon.gender["kin"]
    does = tokens.word(at + 3)
    return then == "who" and (does in _IS or (does.endswith("s") and not does.endswith("ss")))


def _is_shown_at_work(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    """ "Photo 4: Dot Lamb, plumber, holding her wrench": a job beside two words, and what is his or hers."""
    comma = at + 2
    if tokens.word(comma) != "," or tokens.title_case or not is_name_shaped(tokens.words[at + 1]):
        return False
    no_names = (lexicon.not_in_name, lexicon.cue_words, lexicon.thing_names, lexicon.thing_words, lexicon.determiners)
    both = tokens.lower[at:comma]
    if any(word in group or word in common for word in both for group in no_names):
        return False
    job = next((i for i in range(comma + 1, comma + 1 + _JOB) if tokens.word(i + 1) == ","), 0)
    owns = not _OWNS.isdisjoint(tokens.lower[job + 2 : job + 2 + _JOB])
    return job > 0 and owns and tokens.words[job] in lexicon.roles and tokens.words[comma + 1].islower()


def _has_job(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    """ "Crick was a biologist.", "Diesel was born in Paris."; not "Everyone is a writer", "Jazz was born in …"."""
    word = tokens.lower[at]
    if tokens.word(at + 2) == "born":
        told = fold(word) in load_figures().by_surname and is_born(tokens, at + 1)
    else:
        told = is_said_to_be(tokens, at + 1, "hardly", lexicon)
    if not told or word in common or word in _NO_NAME:
        return False
    groups = (lexicon.not_in_name, lexicon.cue_words, lexicon.determiners, lexicon.not_between)
    return not any(word in group for group in groups)


def _told_by_noun(tokens: Tokens, common: set[str], lexicon: PeopleWords) -> Iterator[int]:
    """The Azami of "my little girl, Azami." and "the boy Azami"."""
    if tokens.title_case:
        return
    for at in tokens.capitals:
        comma = tokens.word(at - 1) == ","
        noun = at - 1 - comma
        word = tokens.word(noun)
        job = word not in lexicon.gender["nouns"] and word not in lexicon.gender["kin"]
        if job and (word in _FIRMS or not comma or not (word in lexicon.roles or word in lexicon.others)):
            continue
        led = lexicon.determiners.intersection(tokens.lower[max(0, noun - _LED) : noun])
        groups = (lexicon.not_in_name, lexicon.thing_names, lexicon.cue_words, common)
        known = any(tokens.lower[at] in group for group in groups)
        if not led or known or at in tokens.starts:
            continue
        if not is_name_shaped(tokens.words[at]):
            continue
        kin = word in lexicon.gender["kin"] and not _WHOSE.isdisjoint(led)
        does = kin and not comma and (tokens.word(at + 1) in _DOES or tokens.word(at + 1) in lexicon.person_verbs)
        full = kin and comma and _ends_name(tokens, at + 1, lexicon, job=True)  # "her brother, Ngola Mbandi, died"
        if does or full or _ends_name(tokens, at + 1, lexicon, job=job):
            yield at


def _ends_name(tokens: Tokens, end: int, lexicon: PeopleWords, *, job: bool) -> bool:
    """Whether a name ends there; after a job, "The examiner, Pritam Gill, called", a comma has to close it."""
    if not job:
        return tokens.word(end) in (",", ".", ";", "!", "and", "'s", "")
    surname = end < len(tokens.words) and is_name_shaped(tokens.words[end])
    if surname and (tokens.word(end) in lexicon.thing_names or tokens.word(end) in lexicon.thing_words):
        return False
    return tokens.word(end + surname) == ","


def _capital(word: str, lexicon: PeopleWords) -> bool:
    return word[:1].isupper() and word.lower() not in lexicon.not_in_name
