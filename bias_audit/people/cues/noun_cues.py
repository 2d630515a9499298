"""Nouns that may refer to someone: family words, gendered nouns and jobs, with what stands before them."""

from collections.abc import Iterator
from itertools import pairwise

from ...model import GenderWords, MentionKind
from ..cue import Cue
from ..name_context import Tokens
from ..parses.parse import Parse
from ..words import PeopleWords, fold
from .noun_forms import LABEL_OPENS, LABELS_BY, bears_name, is_spelled_as_noun
from .shown_people import acts_as_person, is_any
from .thing_nouns import is_compared, is_led_to, is_of_premises, is_shop, says_whose_helper

_ARTICLES = frozenset("a an the this that one another each every some any no".split())
_COPULAS = frozenset(["is", "was", "became", "becomes", "remains", "remained", "'s", "am", "'m", "are", "were"])
_ADVERBS = frozenset(["now", "also", "still", "already", "once"])
_WORKS = frozenset("works worked working trains trained training volunteers volunteered job".split())
_AUXILIARIES = frozenset(["had", "has", "have", "is", "was", "also", "once"])
_INTO = frozenset({"into", "inside", "aboard"})
_MEETS = frozenset("bump bumped bumping bumps crash crashed crashes ran run running runs walked walking walks".split())
_FAR = 6  # tokens in which the hyphens of "an 80-year-old man" stand
_HYPHENED = (7, 6, 5, 4, 3, 2)  # tokens of "out-of-school care worker", …, "mother-in-law", "front-end developer"
_NOUN_REACH = 2  # words that may stand between a determiner and its noun
_ANY_ONE = frozenset({"one", "each", "every", "a", "another"})
_IN_REACH = 12  # words before "their partner" in which "each child" stands
_ANY_PARTNER = frozenset({"a", "your", "another", "each"})
_WHERE = frozenset({"at", "behind", "from", "in", "on", "under", "with"})
_OWNERS = frozenset("my your her his their our 's".split())
_MANY = frozenset("children men people women".split())
_WORK_HOW = frozenset("alone in independently together with".split())  # not "on": "students' work on display"
_OBJECTS_OPEN = frozenset("a an the his her their him them".split())
_CLAUSES_OPEN = frozenset("that how when whether who only down what".split())

_ASKING = frozenset("do does did can could may might must should will would".split())
_CHILDREN = frozenset("one two three four five six seven eight nine ten twins triplets 2 3 4 5".split())
RANKS = frozenset({"trainee", "apprentice", "student", "assistant", "deputy"})
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


def noun(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    """A family word, a gendered noun or a job with a determiner; "Mum" also without one."""
    word = tokens.lower[at]
    if word in _FOUNDERS and _is_of_thing(tokens, at, lexicon):
        return Cue(at, at + 1, "role", word, (lexicon.gender["kin"][word],), bare=True)
    if is_compound(tokens, at, word, lexicon) or not is_spelled_as_noun(tokens.words[at], lexicon):
        return None
    label = at <= 2 and tokens.words[0][0].isupper() and tokens.word(at + 1) in (":", "")
    label = label or (tokens.word(at - 1) == "(" and tokens.words[at - 2][0].isupper())  # "Sam (goalie for now)"
    label = label or (tokens.word(at + 1) in LABELS_BY and tokens.word(at - 1) in LABEL_OPENS)
    if parse.tags[at] and parse.tags[at][:2] not in ("NN", "JJ") and not label:
        return None
    if word in RANKS and parse.tags[at + 1 : at + 2] == ("VBG",) and tokens.word(at + 2) in lexicon.cue_words:
        return None  # "a trainee driving examiner": the examiner
    if not lexicon.not_near.get(word, _NONE).isdisjoint(tokens.lower):
        return None  # the queen of the bees
    if is_shop(tokens, at, parse, lexicon) or is_of_premises(tokens, at, parse):
        return None
    if is_compared(tokens, at) or says_whose_helper(tokens, at):
        return None
    named = tokens.words[at + 1 : at + 2] and tokens.words[at + 1].istitle()
    named = named and (tokens.word(at - 1) in _OWNERS or tokens.words[at] == "Private")
    if parse.tags[at].startswith("JJ") and parse.deps[at] == "amod" and parse.heads[at] > at and not named:
        return None  # "their relative simplicity", "a regular project day"
    kind: MentionKind = "role"
    gender: GenderWords = lexicon.gender["nouns"].get(word, "not stated")
    start = at
    if word in lexicon.gender["kin"]:
        jobs = (some for some in longer(tokens, at) if some[1] in lexicon.roles or some[1] in lexicon.others)
        if job := next(jobs, None):
            start, word = job  # "a ward sister", "her business partner"
            gender = lexicon.gender["nouns"].get(word, "not stated")
        else:
            kind, gender = "kin", lexicon.gender["kin"][word]
    else:
        for first, phrase in longer(tokens, at):
            if phrase in lexicon.gender["kin"]:
                start, word, kind, gender = first, phrase, "kin", lexicon.gender["kin"][phrase]
                break
            if phrase in lexicon.roles or phrase in lexicon.others or phrase in lexicon.maybe_roles:
                start, word = first, phrase
                break
        else:
            if word in lexicon.with_capital:
                return _with_capital(tokens, at, parse, lexicon)
            if not any(word in group for group in (lexicon.roles, lexicon.others, lexicon.people_in_general)) and (
                word not in lexicon.gender["nouns"] and word not in lexicon.maybe_roles
            ):
                return None
    if word == "partner" and (tokens.word(start - 1) in _ANY_PARTNER or _is_anyones(tokens, start, lexicon)):
        kind = "role"  # "swap with a partner"
    if word == "sister" and (tokens.word(start - 1), *tokens.lower[at + 1 : at + 3]) == ("the", "in", "charge"):
        kind = "role"
    if word == "parent":
        kind = "kin"
    if word in ("child", "baby") and tokens.word(start - 1) in _OWNERS:
        kind = "kin" if word == "child" else kind
    determiner = start - 1
    hyphens = 2 * tokens.lower[max(0, start - _FAR) : start].count("-")
    while start - determiner <= _NOUN_REACH + 2 + hyphens and _may_modify(tokens, determiner, parse, lexicon):
        determiner -= 1
    between = [tokens.word(i) for i in range(determiner + 1, start)]
    if len(between) > _NOUN_REACH and not parse.tags[at]:
        return None
    if not _CALLED_SO.isdisjoint(between):
        return None  # "the word engineer", "the heading Mother & Son"
    for said in between:
        gender = lexicon.gender["modifiers"].get(said, gender)
    hobby = not lexicon.hobby_leads.isdisjoint(between)  # "a keen runner"
    role = word if kind == "role" and word not in lexicon.no_roles and not hobby else ""
    led_by = tokens.word(determiner) if determiner >= 0 else ""
    if led_by == "'" and parse.tags[determiner] == "POS":
        led_by = "'s"  # "the twins' mother"
    if led_by == "that" and bears_name(tokens, at):
        led_by = ""  # "said that Firefighter Ana Reid is coming"
    general = gender == "not stated" and (word in lexicon.people_in_general or is_any(parse, at, led_by))
    owned = led_by == "its" and kind == "role" and (word in lexicon.roles or word in lexicon.others)
    if (
        (led_by not in lexicon.determiners and not owned)
        or determiner + 1 in tokens.starts
        or _other_noun(parse, determiner, start)
    ):
        return _bare_noun(tokens, start, at, kind, word, gender, role, parse, lexicon)
    capital = tokens.words[at][0].isupper() and word not in lexicon.initials
    said_of = led_by in _ONE and parse.deps[at] == "attr" and word in lexicon.roles  # "Ann is a Site Manager at Ross's"
    if kind == "role" and capital and not tokens.title_case and led_by != "our" and not said_of:
        if _is_in_title(tokens, determiner, start, at, lexicon):
            return None
        held = word in lexicon.gender["nouns"] or word in lexicon.offices
        if not held and not acts_as_person(parse, at, lexicon):
            return None
    if (kind != "kin" or word == "parent") and (before_a_noun(parse, at, tokens) or _is_got_into(parse, at)):
        return None
    if led_by in ("every", "each"):
        return Cue(at, at + 1, "group", word, (gender,))
    first = determiner if led_by in _ARTICLES else determiner + 1
    maybe = kind == "role" and word in lexicon.maybe_roles and not acts_as_person(parse, at, lexicon)
    maybe = maybe and not (word == "mate" and led_by in _OWNERS)  # "a roofer and his mate"
    return Cue(
        first, at + 1, kind, word, (gender,), role=role, general=general, led_by=led_by, maybe=maybe,
        said_at=None if led_by == "whose" else _said_at(tokens, determiner),
    )  # fmt: skip


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


def before_a_noun(parse: Parse, at: int, tokens: Tokens) -> bool:
    """ "teacher note": the noun names a thing with the noun after it; not "trainee Yonas"."""
    head = parse.heads[at]
    return parse.deps[at] in ("compound", "nmod", "amod") and head == at + 1 and tokens.words[head].islower()


def _is_in_title(tokens: Tokens, determiner: int, start: int, at: int, lexicon: PeopleWords) -> bool:
    """ "The King's Gambit", "The King of the Golden River", "wrote The Happy Prince", "The Girl on the Train".

    Not "the Prime Minister", nor "the Governor of Bombay", whose office it is, nor "The Queen at the Palace".
    """
    word = tokens.lower[at]
    if tokens.word(at + 1) in _WHERE and tokens.word(at + 2) in _ARTICLES and word not in lexicon.gender["titles"]:
        where = tokens.words[at + 3 : at + 4]
        if word in lexicon.gender["nouns"] and where and where[0][0].isupper():
            return True
    after = 4 if tokens.word(at + 1) == "of" else 3
    held = after > 3 and word in lexicon.offices
    if not held and tokens.word(at + 1) != "," and any(word[0].isupper() for word in tokens.words[at + 1 : at + after]):
        return True
    return any(tokens.words[i][0].isupper() for i in range(determiner, start) if i not in tokens.starts)


def _is_got_into(parse: Parse, at: int) -> bool:
    """ "Into the King's coach": a thing; not "bumped into the girl"."""
    into = parse.heads[at]
    met = parse.words[into] == "into" and parse.words[parse.heads[into]] in _MEETS
    return parse.deps[at] == "pobj" and parse.words[into] in _INTO and not met


def _bare_noun(
    tokens: Tokens,
    start: int,
    at: int,
    kind: MentionKind,
    word: str,
    gender: GenderWords,
    role: str,
    parse: Parse,
    lexicon: PeopleWords,
) -> Cue | None:
    """ "Mum said", and a job with no determiner: beside a name, or said of somebody (joined to it later)."""
    if kind == "kin" and "&" in (tokens.word(at - 1), tokens.word(at + 1)):
        return None  # the heading "Mother & Son"
    great = tokens.words[max(0, at - 2) : at] == ("Great", "-")
    if word in lexicon.kin_as_name and (great or tokens.words[at].istitle()) and not tokens.title_case:
        if tokens.word(at + 1) == "'s" and tokens.words[at + 2 : at + 3] and tokens.words[at + 2].istitle():
            return None  # "Granny's Wonderful Chair"
        return Cue(at, at + 1, kind, word, (gender,))
    if before_a_noun(parse, at, tokens) or parse.tags[at] == "NNS":
        return None
    maybe, general = word in lexicon.maybe, word in lexicon.people_in_general
    return Cue(start, at + 1, kind, word, (gender,), role=role, bare=True, general=general, maybe=maybe)


def _may_modify(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> bool:
    word = tokens.word(at)
    if at >= 0 and "-" in (tokens.word(at + 1), tokens.word(at - 1)) and word.isalpha():
        return True  # "the on-call plumber"
    if at < 0 or word in lexicon.determiners or (word in lexicon.not_between and word not in ("very", "more", "most")):
        return False
    if parse.tags[at]:
        return parse.tags[at][:2] in ("JJ", "NN", "CD", "VB", "RB", "HY") or word == "-"
    return word.isalpha() and tokens.words[at].islower()


def is_compound(tokens: Tokens, at: int, word: str, lexicon: PeopleWords) -> bool:
    """Whether the noun belongs to a longer word or thing: "man-made", "daughter cell", "student nurse"."""
    after = tokens.word(at + 1)
    follows = (after, f"{after} {tokens.word(at + 2)}") if word in lexicon.not_before else ()
    named = not lexicon.not_before.get(word, _NONE).isdisjoint(follows) and (
        after != "of" or _is_of_thing(tokens, at, lexicon)
    )
    if named or (after in lexicon.not_before["*"] and not (_takes(tokens, at + 1) or _is_asked(tokens, at, lexicon))):
        return True
    if f"{tokens.word(at - 1)} {word}" in lexicon.not_people or tokens.word(at - 1) in lexicon.not_after.get(word, ()):
        return True
    longer = f"{word} {after}"
    if longer in lexicon.roles or longer in lexicon.others:
        return True  # "Head Teacher"
    if after == "and" and f"{longer} {tokens.word(at + 2)}" in lexicon.roles:
        return True  # "painter and decorator"
    if word in lexicon.not_led_by and is_led_to(tokens, at, lexicon):
        return True
    known = after in lexicon.roles or after in lexicon.gender["kin"] or after in lexicon.people_in_general
    if word in lexicon.people_in_general and tokens.word(at + 2) in ("", ",") and (known or after in lexicon.others):
        return True  # "Student Adviser"
    if (known or after in lexicon.gender["nouns"]) and tokens.words[at + 1].islower():
        return word not in lexicon.kin_as_name
    tight = after in ("-", "_", "/", ".") and not tokens.spaced[at]
    return tight and at + 2 < len(tokens.words) and not tokens.spaced[at + 1] and tokens.words[at + 2].isalnum()


def _is_of_thing(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "The father of physics"."""
    return tokens.word(at + 1) == "of" and not _is_of_somebody(tokens, at + 2, lexicon)


def _is_of_somebody(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "A mother of two", "the father of the bride"; not "the father of physics"."""
    word = tokens.word(at)
    if word == "the":
        return tokens.word(at + 1) in lexicon.gender["kin"] or tokens.word(at + 1) in lexicon.gender["nouns"]
    return word in _CHILDREN or word in _OWNERS or word in _ONE or lexicon.is_name(fold(word))


def _is_asked(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether a noun stands in a question, so that a verb follows: "How long did the sculptor work?"."""
    return tokens.word(at - 2) in _ASKING and tokens.word(at - 1) in lexicon.determiners


def _takes(tokens: Tokens, at: int) -> bool:
    """Whether a word is a verb: "the coach books a room", "notes that", "pupils work in pairs"; not "coach notes"."""
    after = tokens.word(at + 1)
    if tokens.word(at) == "work" and after in _WORK_HOW:
        return tokens.word(at - 1) in _MANY or tokens.word(at - 1).endswith("s")
    return after in _OBJECTS_OPEN or (tokens.word(at) == "notes" and after in _CLAUSES_OPEN)


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
