"""First names that are months, seasons or things as well, by the surname: "April Dunn", "Temple Grandin"."""

from ..figures.public_figures import find, load_figures
from ..name_context import Tokens, is_name_shaped, kind_of, verb_after
from ..words import PeopleWords, fold
from .extent import has_article
from .facts import is_said_to_be
from .things import is_time

_OPEN_NAMES = frozenset("abu ibn umm".split())


def is_month_given(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "Mrs (June) Lawson": a month that is a given name, before a surname that is only a name."""
    if tokens.word(at) not in lexicon.times or is_time(tokens, at, lexicon) or at + 1 in tokens.starts:
        return False
    word, after = fold(tokens.words[at]), "".join(tokens.words[at + 1 : at + 2])
    surname = is_name_shaped(after) and after.lower() not in lexicon.not_in_name and after.lower() not in lexicon.times
    return surname and (lexicon.is_name(word) or word in lexicon.wordlike)


def opens_with_month(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(April) Dunn is a vet", "(Summer) Reid said …": a sentence that tells of somebody with such a name."""
    if at not in tokens.starts or tokens.title_case or not is_month_given(tokens, at, lexicon):
        return False
    says = verb_after(tokens, at + 2) in lexicon.mind_verbs and kind_of(tokens.words[at + 1], lexicon) in ("plain", "")
    return says or is_said_to_be(tokens, at + 2, "hardly", lexicon)


def by_what_follows(tokens: Tokens, at: int) -> bool:
    """Whether a word that is no given name is one by what stands after it."""
    return is_full_figure(tokens, at) or opens_name(tokens, at)


def is_full_figure(tokens: Tokens, at: int) -> bool:
    """ "(Temple) Grandin": a word that is no given name, and with the next one is a public figure."""
    after = "".join(tokens.words[at + 1 : at + 2])
    if not is_name_shaped(after) or at + 1 in tokens.starts or fold(after) not in load_figures().by_surname:
        return False
    return find(f"{tokens.words[at]} {after}") is not None


def opens_name(tokens: Tokens, at: int) -> bool:
    """ "(Ibn) al-Nafis", "(Abu) al-Hasan": words that open names of which an article follows; not "Abu Dhabi"."""
    return tokens.lower[at] in _OPEN_NAMES and has_article(tokens, at + 1)
