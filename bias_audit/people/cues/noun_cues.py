"""Nouns that may refer to someone: family words, gendered nouns and jobs, with what stands before them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ...model import GenderWords, MentionKind
from ..cue import Cue
from ..name_context import Tokens
from ..parses.grammar import FINITE
from ..parses.parse import Parse
from ..words import PeopleWords
from .noun_compounds import is_compound, is_of_thing
from .noun_forms import LABEL_OPENS, LABELS_BY, bears_name, is_spelled_as_noun
from .shown_people import acts_as_person, is_any
from .thing_nouns import is_compared, is_of_premises, is_shop, says_whose_helper

_ARTICLES = frozenset("a an the this that one another each every some any no".split())
_COPULAS = frozenset(["is", "was", "became", "becomes", "remains", "remained", "'s", "am", "'m", "are", "were"])
_ADVERBS = frozenset(["now", "also", "still", "already", "once"])
_WORKS = frozenset("works worked working trains trained training volunteers volunteered job".split())
_AUXILIARIES = frozenset(["had", "has", "have", "is", "was", "also", "once"])
_INTO = frozenset({"into", "inside", "aboard"})
_MEETS = frozenset("bump bumped bumping bumps crash crashed crashes ran run running runs walked walking walks".split())
_FAR = 6  # tokens in which the hyphens of "an 80-year-old man" stand
_HYPHENED = (7, 6, 5, 4, 3, 2)  # tokens of "out-of-school care worker", …, "mother-in-law", "front-end developer"
_LABEL = 2  # words before the noun of a label: "The teacher:"
_NOUN_REACH = 2  # words that may stand between a determiner and its noun
_ANY_ONE = frozenset({"one", "each", "every", "a", "another"})
_IN_REACH = 12  # words before "their partner" in which "each child" stands
_ANY_PARTNER = frozenset({"a", "your", "another", "each"})
_WHERE = frozenset({"at", "behind", "from", "in", "on", "under", "with"})
_OWNERS = frozenset("my your her his their our 's".split())

RANKS = frozenset({"trainee", "apprentice", "student", "assistant", "deputy"})
_CLASSES = frozenset("form grade junior primary secondary senior standard year".split())  # of which there is a first
_WITHIN = frozenset({"in", "per", "within"})
_CALLED_SO = frozenset("caption heading phrase term word".split())
_NONE: frozenset[str] = frozenset()
_FOUNDERS = frozenset({"father", "mother"})  # of physics, which says a gender of whom it is said, and no family
_ONE = frozenset({"a", "an", "another", "one"})
_NOUN_PLACES = frozenset("advcl attr nsubj nsubjpass dobj pobj appos conj oprd dative npadvmod dep ROOT".split())


def longer(tokens: Tokens, at: int) -> Iterator[tuple[int, str]]:
    """Where the longer words begin that end with a token, and what they are: "mother-in-law", "front-end developer"."""
    for size in _HYPHENED if "-" in tokens.lower[max(0, at - _FAR) : at] else (4, 3, 2):
        if at + 1 >= size:
            yield at + 1 - size, " ".join(tokens.lower[at + 1 - size : at + 1]).replace(" - ", "-")


@dataclass(frozen=True, slots=True)
class _Word:
    """The longest word for somebody that ends with a token, and what it says by itself."""

    first: int
    text: str
    kind: MentionKind
    gender: GenderWords


def noun(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    """A family word, a gendered noun or a job with a determiner; "Mum" also without one."""
    if tokens.lower[at] in _FOUNDERS and is_of_thing(tokens, at, lexicon):
        word = tokens.lower[at]
        return Cue(at, at + 1, "role", word, (lexicon.gender["kin"][word],), bare=True)
    if not _may_be_somebody(tokens, at, parse, lexicon):
        return None
    longest = _longest(tokens, at, lexicon)
    if longest is None:
        return _with_capital(tokens, at, parse, lexicon) if tokens.lower[at] in lexicon.with_capital else None
    start, word, kind = longest.first, longest.text, _kind(tokens, at, longest, lexicon)
    determiner = _determiner(tokens, start, parse, lexicon)
    between = [tokens.word(i) for i in range(determiner + 1, start)]
    if (len(between) > _NOUN_REACH and not parse.tags[at]) or not _CALLED_SO.isdisjoint(between):
        return None  # also "the word engineer", "the heading Mother & Son"
    genders = [lexicon.gender["modifiers"][said] for said in between if said in lexicon.gender["modifiers"]]
    gender = genders[-1] if genders else longest.gender
    hobby = not lexicon.hobby_leads.isdisjoint(between)  # "a keen runner"
    hobby |= word in lexicon.habits and not lexicon.habit_leads.isdisjoint(between)  # "a good listener"
    role = word if kind == "role" and word not in lexicon.no_roles and not hobby else ""
    led_by = _led_by(tokens, determiner, at, parse)
    owned = led_by == "its" and kind == "role" and (word in lexicon.roles or word in lexicon.others)
    led = led_by in lexicon.determiners or owned
    alone = word in lexicon.kin_as_name and tokens.words[at].istitle() and _is_anothers(parse, determiner, at)
    if not led or alone or determiner + 1 in tokens.starts or _other_noun(parse, determiner, start):
        cue = Cue(start, at + 1, kind, word, (gender,), role=role)
        return _bare_noun(tokens, cue, parse, lexicon)
    if kind == "role" and _is_capital_of_thing(tokens, at, determiner, longest, led_by, parse, lexicon):
        return None
    if (kind != "kin" or word == "parent") and (before_a_noun(parse, at, tokens) or _is_got_into(parse, at)):
        return None
    if led_by in ("every", "each"):
        return Cue(at, at + 1, "group", word, (gender,))
    maybe = kind == "role" and word in lexicon.maybe_roles and not acts_as_person(parse, at, lexicon)
    maybe = maybe and not (word == "mate" and led_by in _OWNERS)  # "a roofer and his mate"
    return Cue(
        determiner if led_by in _ARTICLES else determiner + 1,
        at + 1,
        kind,
        word,
        (gender,),
        role=role,
        general=gender == "not stated" and (word in lexicon.people_in_general or is_any(parse, at, led_by)),
        led_by=led_by,
        maybe=maybe,
        said_at=None if led_by == "whose" else _said_at(tokens, determiner),
    )


def _may_be_somebody(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> bool:
    """Whether a noun for people is one there: not in "daughter cell", "the queen of the bees", "at the baker's"."""
    word, tag = tokens.lower[at], parse.tags[at]
    if is_compound(tokens, at, word, lexicon) or not is_spelled_as_noun(tokens.words[at], lexicon):
        return False
    if tag and tag[:2] not in ("NN", "JJ") and not _is_label(tokens, at):
        return False
    if word == "woman" and _is_before_job(tokens, at, parse, lexicon):
        return False  # "the first woman marine engineer": the engineer
    if word in RANKS and parse.tags[at + 1 : at + 2] == ("VBG",) and tokens.word(at + 2) in lexicon.cue_words:
        return False  # "a trainee driving examiner": the examiner
    if not lexicon.not_near.get(word, _NONE).isdisjoint(tokens.lower):
        return False
    if is_shop(tokens, at, parse, lexicon) or is_of_premises(tokens, at, parse):
        return False
    if is_compared(tokens, at) or says_whose_helper(tokens, at):
        return False
    if not tag.startswith("JJ") or parse.deps[at] != "amod" or parse.heads[at] <= at:
        return True
    named = bool(tokens.words[at + 1 : at + 2]) and tokens.words[at + 1].istitle()
    led = tokens.word(at - 1) in _OWNERS or tokens.words[at] == "Private"
    return named and led  # "our apprentice Ana", not "their relative simplicity"


def _is_before_job(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> bool:
    """ "A woman train driver": what stands before a job of several words, and says a gender of whoever has it."""
    head = parse.heads[at]
    if parse.deps[at] != "compound" or head <= at + 1:
        return False
    return any(job in lexicon.roles for job in (tokens.lower[head], *(job for _, job in longer(tokens, head))))


def _is_label(tokens: Tokens, at: int) -> bool:
    """ "Timer: Ana", "Sam (goalie for now)", "• Lead –"."""
    opens = at <= _LABEL and tokens.words[0][0].isupper() and tokens.word(at + 1) in (":", "")
    in_brackets = tokens.word(at - 1) == "(" and tokens.words[at - 2][0].isupper()
    return opens or in_brackets or (tokens.word(at + 1) in LABELS_BY and tokens.word(at - 1) in LABEL_OPENS)


def _longest(tokens: Tokens, at: int, lexicon: PeopleWords) -> _Word | None:
    """The longest of "sister", "ward sister"; None for a word that is somebody with a capital only, or nobody."""
    word, kin, nouns = tokens.lower[at], lexicon.gender["kin"], lexicon.gender["nouns"]
    jobs = (lexicon.roles, lexicon.others)
    if word in kin:
        for first, phrase in longer(tokens, at):
            if any(phrase in some for some in jobs):  # "a ward sister", "her business partner"
                return _Word(first, phrase, "role", nouns.get(phrase, "not stated"))
        return _Word(at, word, "kin", kin[word])
    gender = nouns.get(word, "not stated")
    for first, phrase in longer(tokens, at):
        if phrase in kin:
            return _Word(first, phrase, "kin", kin[phrase])
        if any(phrase in some for some in jobs) or phrase in lexicon.maybe_roles:
            return _Word(first, phrase, "role", gender)
    known = (*jobs, lexicon.people_in_general, nouns, lexicon.maybe_roles)
    if word in lexicon.with_capital or not any(word in some for some in known):
        return None
    return _Word(at, word, "role", gender)


def _kind(tokens: Tokens, at: int, word: _Word, lexicon: PeopleWords) -> MentionKind:
    """A relative or somebody by what they do, where the word may be either."""
    before = tokens.word(word.first - 1)
    if word.text == "partner" and (before in _ANY_PARTNER or _is_anyones(tokens, word.first, lexicon)):
        return "role"  # "swap with a partner"
    if word.text == "sister" and (before, *tokens.lower[at + 1 : at + 3]) == ("the", "in", "charge"):
        return "role"
    if word.text == "parent" or (word.text == "child" and before in _OWNERS):
        return "kin"
    return word.kind


def _determiner(tokens: Tokens, start: int, parse: Parse, lexicon: PeopleWords) -> int:
    """The token before a noun that is not one of its modifiers: "(a) very good nurse"."""
    determiner, hyphens = start - 1, 2 * tokens.lower[max(0, start - _FAR) : start].count("-")
    while start - determiner <= _NOUN_REACH + 2 + hyphens and _may_modify(tokens, determiner, parse, lexicon):
        determiner -= 1
    return determiner


def _led_by(tokens: Tokens, determiner: int, at: int, parse: Parse) -> str:
    led_by = tokens.word(determiner) if determiner >= 0 else ""
    if led_by == "'" and parse.tags[determiner] == "POS":
        return "'s"  # "the twins' mother"
    if led_by == "that" and bears_name(tokens, at):
        return ""  # "said that Firefighter Ana Reid is coming"
    return led_by


def _is_capital_of_thing(
    tokens: Tokens, at: int, determiner: int, word: _Word, led_by: str, parse: Parse, lexicon: PeopleWords
) -> bool:
    """Whether a noun with a capital is part of a title or a name: not "Ann is a Site Manager", nor an office."""
    if not tokens.words[at][0].isupper() or word.text in lexicon.initials or tokens.title_case or led_by == "our":
        return False
    if led_by in _ONE and parse.deps[at] == "attr" and word.text in lexicon.roles:
        return False
    if _is_in_title(tokens, determiner, word.first, at, parse, lexicon):
        return True
    held = word.text in lexicon.gender["nouns"] or word.text in lexicon.offices
    return not held and not acts_as_person(parse, at, lexicon)


def _is_anyones(tokens: Tokens, start: int, lexicon: PeopleWords) -> bool:
    """ "One child counts while their partner keeps time"; not "Ravi and their partner"."""
    before = tokens.lower[max(0, start - _IN_REACH) : start]
    return tokens.word(start - 1) == "their" and any(
        one in _ANY_ONE and who in lexicon.people_in_general for one, who in pairwise(before)
    )


def _with_capital(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    """ "She is a Quaker", "a strict Catholic", "the Italian sings"; not "a Quaker school" and not "a Pole star"."""
    leads = parse.kids_of(at, "det") or ([at - 1] if tokens.word(at - 1) == "which" else [])
    led_by = tokens.word(leads[0]) if leads else ""
    if not tokens.words[at].istitle() or parse.deps[at] not in _NOUN_PLACES:
        return None
    if (
        led_by not in _ONE
        and led_by != "which"
        and not (led_by in ("the", "this") and acts_as_person(parse, at, lexicon))
    ):
        return None
    if at + 1 < len(tokens.words) and tokens.words[at + 1][0].isupper():
        return None
    said: GenderWords = "he" if at and tokens.lower[at].endswith("sman") else "not stated"
    first = at if led_by == "which" else leads[0]
    return Cue(first, at + 1, "role", tokens.lower[at], (said,), led_by=led_by, said_at=_said_at(tokens, leads[0]))


def _other_noun(parse: Parse, determiner: int, at: int) -> bool:
    """The determiner belongs to another noun."""
    head = parse.heads[determiner] if determiner >= 0 else at
    apart = any(parse.tags[i][:2] not in ("NN", "HY", "JJ") for i in range(head, at))
    return parse.deps[determiner] in ("det", "poss") and head < at and apart


def _is_anothers(parse: Parse, determiner: int, at: int) -> bool:
    """The article of "At the end Gran sang" is not hers."""
    head = parse.heads[determiner]
    return parse.deps[determiner] == "det" and determiner < head < at and parse.heads[head] != at


def before_a_noun(parse: Parse, at: int, tokens: Tokens) -> bool:
    """ "teacher note": the noun names a thing with the noun after it; not "trainee Yonas"."""
    head = parse.heads[at]
    return parse.deps[at] in ("compound", "nmod", "amod") and head == at + 1 and tokens.words[head].islower()


def _is_in_title(tokens: Tokens, determiner: int, start: int, at: int, parse: Parse, lexicon: PeopleWords) -> bool:
    """ "The King's Gambit", "The King of the Golden River", "wrote The Happy Prince", "The Girl on the Train".

    Not "the Prime Minister", nor "the Governor of Bombay", whose office it is, nor "The Queen at the Palace", nor
    "The Queen visited Perth", nor "the King and Queen".
    """
    word = tokens.lower[at]
    if tokens.word(at + 1) in _WHERE and tokens.word(at + 2) in _ARTICLES and word not in lexicon.gender["titles"]:
        where = tokens.words[at + 3 : at + 4]
        if word in lexicon.gender["nouns"] and where and where[0][0].isupper():
            return True
    after = 4 if tokens.word(at + 1) == "of" else 3
    held = after > 3 and word in lexicon.offices
    does = "".join(parse.tags[at + 1 : at + 2]) in FINITE and tokens.words[at + 1].islower()
    two = tokens.word(at + 1) == "and" and tokens.word(at + 2) in lexicon.gender["nouns"]
    alone = held or does or two or tokens.word(at + 1) == ","
    near = range(at + 1, min(at + after, len(tokens.words)))
    same = takewhile(lambda i: i not in tokens.starts, near)  # not "Ana wrote to the Queen. She …"
    if not alone and any(tokens.words[i][0].isupper() for i in same):
        return True
    return any(tokens.words[i][0].isupper() for i in range(determiner, start) if i not in tokens.starts)


def _is_got_into(parse: Parse, at: int) -> bool:
    """ "Into the King's coach": a thing; not "bumped into the girl"."""
    into = parse.heads[at]
    met = parse.words[into] == "into" and parse.words[parse.heads[into]] in _MEETS
    return parse.deps[at] == "pobj" and parse.words[into] in _INTO and not met


def _bare_noun(tokens: Tokens, cue: Cue, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    """ "Mum said", and a job with no determiner: beside a name, or said of somebody (joined to it later)."""
    at, word = cue.last - 1, cue.head
    if cue.kind == "kin" and "&" in (tokens.word(at - 1), tokens.word(at + 1)):
        return None  # the heading "Mother & Son"
    great = tokens.words[max(0, at - 2) : at] == ("Great", "-")
    if word in lexicon.kin_as_name and (great or tokens.words[at].istitle()) and not tokens.title_case:
        if tokens.word(at + 1) == "'s" and tokens.words[at + 2 : at + 3] and tokens.words[at + 2].istitle():
            return None  # "Granny's Wonderful Chair"
        return Cue(at, at + 1, cue.kind, word, cue.genders)
    if before_a_noun(parse, at, tokens) or parse.tags[at] == "NNS":
        return None
    return replace(cue, bare=True, general=word in lexicon.people_in_general, maybe=word in lexicon.maybe)


def _may_modify(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> bool:
    word = tokens.word(at)
    if at >= 0 and "-" in (tokens.word(at + 1), tokens.word(at - 1)) and word.isalpha():
        return True  # "the on-call plumber"
    if word == "one" and tokens.word(at - 1) in _CLASSES and tokens.word(at - 2) in ("a", "an"):
        return tokens.word(at - 3) not in _WITHIN  # "a form one student"; not "in a year one student left"
    if at < 0 or word in lexicon.determiners or (word in lexicon.not_between and word not in ("very", "more", "most")):
        return False
    if parse.tags[at]:
        return parse.tags[at][:2] in ("JJ", "NN", "CD", "VB", "RB", "HY") or word == "-"
    return word.isalpha() and tokens.words[at].islower()


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
