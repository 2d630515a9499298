"""First names that are months, seasons or things as well, by the surname: "April Dunn", "Temple Grandin"."""

from ..figures.public_figures import find, load_figures
from ..name_context import Tokens, is_name_shaped, kind_of, verb_after
from ..words import PeopleWords, fold
from .extent import has_article
from .facts import is_born, is_said_to_be
from .signs import is_beside_noun
from .things import is_time

_OPEN_NAMES = frozenset("abu ibn umm".split())
_WHO = frozenset({"who", "whose", "now", "aged"})
_MEETS = frozenset("interview interviewed interviewing interviews meet meets with".split())
_LONGEST = 3  # words of a name


def is_month_given(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "Mrs (June) Lawson": a month that is a given name, before a surname that is only a name."""
    if tokens.word(at) not in lexicon.times or is_time(tokens, at, lexicon) or at + 1 in tokens.starts:
        return False
    word, after = fold(tokens.words[at]), "".join(tokens.words[at + 1 : at + 2])
    surname = is_name_shaped(after) and after.lower() not in lexicon.not_in_name and after.lower() not in lexicon.times
    return surname and (lexicon.is_name(word) or word in lexicon.wordlike)


def is_month_name(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether the text tells of somebody with such a name.

    "(April) Dunn is a vet", "(Summer) Reid said …", "her sister, (June) Orr", "with (May) Bell, who is 70".
    """
    if tokens.title_case or not is_month_given(tokens, at, lexicon):
        return False
    surname, end = tokens.lower[at + 1], at + 2
    if is_said_to_be(tokens, end, "hardly", lexicon) and at in tokens.starts:
        return True
    kind = kind_of(tokens.words[at + 1], lexicon)
    if kind not in ("plain", "") or surname in lexicon.thing_names or surname in lexicon.thing_words:
        return False
    while end < at + _LONGEST and is_name_shaped("".join(tokens.words[end : end + 1])) and end not in tokens.starts:
        end += 1
    if at in tokens.starts and (verb_after(tokens, end) in lexicon.mind_verbs or is_born(tokens, end)):
        return True
    if tokens.word(end) == "," and _is_told_more(tokens, end, lexicon):
        return True
    before = tokens.word(at - 1)
    if kind and (before in _MEETS or before in lexicon.person_leads or before in lexicon.addressing):
        return True
    noun = tokens.words[at - 1 - (before == ",")] if at > 1 else ""
    return noun in lexicon.gender["kin"] or noun in lexicon.roles


def _is_told_more(tokens: Tokens, comma: int, lexicon: PeopleWords) -> bool:
    """ "(June Orr), who is 70", "(June Orr), 70,", "(June Orr), aged 70", "(June Orr), a joiner,"."""
    after = tokens.word(comma + 1)
    aged = after.isdigit() and tokens.word(comma + 2) in (",", ".", "")
    return after in _WHO or aged or is_beside_noun(tokens, comma, lexicon)


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
