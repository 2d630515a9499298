"""Stretches of text that may refer to someone, block by block, before anything is linked."""

from collections.abc import Sequence

from .cues import I_WORDS, THEY, Cue
from .grammar import Parse
from .model import GenderWords, MentionKind
from .name_context import FoundName, Tokens
from .people_lexicon import PeopleWords
from .pronoun_cues import SAID_PRONOUNS, first_person, pronoun, they, with_they
from .said_of import join
from .spoken_to import address, is_addressed, years_old

_ARTICLES = frozenset("a an the this that one another each every some any no".split())
_COPULAS = frozenset(["is", "was", "became", "becomes", "remains", "remained", "'s", "am", "'m", "are", "were"])
_ADVERBS = frozenset(["now", "also", "still", "already", "once"])
_WORKS = frozenset("works worked working trains trained training volunteers volunteered job".split())
_WE_WORDS = frozenset("we us our ours ourselves".split())
_YOU_WORDS = frozenset("you your yours yourself yourselves".split())
_AUXILIARIES = frozenset(["had", "has", "have", "is", "was", "also", "once"])
_MODALS = frozenset("may can ca must should might cannot".split())
_INTO = frozenset({"into", "inside", "aboard"})
_FAR = 6  # tokens in which the hyphens of "an 80-year-old man" stand
_NOUN_REACH = 2  # words that may stand between a determiner and its noun
_IN_FULL = {"prof": "professor", "cllr": "councillor"}
_ANY_PARTNER = frozenset({"a", "your", "another", "each"})
_OWNERS = frozenset("my your her his their our 's".split())
_BODIES = frozenset(
    "team crew family council class club company group band staff committee one those anyone someone everyone".split()
)


def read_cues(
    tokens: Tokens,
    names: list[FoundName],
    parse: Parse,
    lexicon: PeopleWords,
    quoted: Sequence[tuple[int, int]] = (),
    *,
    signed: bool = False,
    script: bool = False,
    letter: bool = False,
) -> list[Cue]:
    """Everything in a block that may refer to someone, in reading order, without overlaps.

    ``quoted``: the tokens of quotations, in which "you" is somebody. ``signed``: the block before is a name alone,
    so that this one may be that person's job. ``script``: the block is what the first cue says, after a colon.
    ``letter``: it is to somebody, who is "you".
    """
    by_start = {n.first: n for n in names}
    covered = {i for n in names for i in range(n.first, n.last)}
    cues: list[Cue] = []
    for at, word in enumerate(tokens.lower):
        cue = None
        if at in by_start:
            if not _names_thing(tokens, by_start[at], parse):
                cue = _name(tokens, by_start[at], lexicon)
        elif at in covered or (cues and at < cues[-1].last):
            continue
        elif is_addressed(tokens, at, quoted, lexicon):
            cue = address(tokens, at, lexicon)
        elif word in lexicon.cue_words:
            cue = _cue(tokens, at, parse, lexicon)
        elif word in THEY:
            cue = they(tokens, at)
        elif word in I_WORDS or word in _WE_WORDS:
            cue = first_person(tokens, at, parse)
        elif word in _YOU_WORDS:
            if letter or any(first <= at < last for first, last in quoted):
                cue = Cue(at, at + 1, "second person", word)
        elif word == "old" and (first := years_old(tokens, at, parse)):
            led_by = tokens.word(first - 1)
            cue = Cue(first - (led_by in _ARTICLES), at + 1, "role", "year-old", ("not stated",), led_by=led_by)
        elif (
            parse.tags[at] in ("NN", "NNS")
            and word not in _BODIES
            and word not in lexicon.named_things
            and _has_who(parse, at)
        ):
            many = parse.tags[at] == "NNS"
            cue = Cue(at, at + 1, "group" if many else "role", word, () if many else ("not stated",), general=True)
        if cue is not None and (not cues or cue.first >= cues[-1].last) and not _is_named_as_words(cue, parse, quoted):
            cues.append(cue)
    return join(tokens, with_they(tokens, cues), parse, signed=signed, script=script)


def _is_named_as_words(cue: Cue, parse: Parse, quoted: Sequence[tuple[int, int]]) -> bool:
    """ "Say ‘a doctor’, not ‘a lady doctor’": words in quotation marks that say nothing."""
    return cue.led_by in ("a", "an") and any(
        first == cue.first and not any(parse.tags[at][:2] in ("VB", "MD", ".") for at in range(first, last))
        for first, last in quoted
    )


def _names_thing(tokens: Tokens, name: FoundName, parse: Parse) -> bool:
    """ "the Marie Curie shop": the name only says which thing is meant."""
    root = parse.root_of(name.first, name.last)
    head = parse.heads[root]
    led = name.first > 0 and tokens.lower[name.first - 1] in ("the", "a", "an", "this")
    return not name.title and led and parse.deps[root] in ("compound", "nmod") and head >= name.last


def _has_who(parse: Parse, at: int) -> bool:
    return any(parse.words[kid] == "who" for verb in parse.kids_of(at, "relcl") for kid in parse.kids_of(verb, "nsubj"))


def _name(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> Cue:
    kind: MentionKind = "name"
    genders: list[GenderWords] = []
    if name.title in lexicon.kin_before_name:
        kind, genders = "kin", [lexicon.gender["kin"].get(name.title, "not stated")]
    elif name.title:
        kind, genders = "title", [lexicon.gender["titles"][name.title]]
    if tokens.word(name.last) == "(":  # "Sam (they/them)"
        said, at = [], name.last + 1
        while tokens.word(at) in SAID_PRONOUNS or tokens.word(at) in ("/", ","):
            said.append(tokens.word(at))
            at += 1
        if tokens.word(at) == ")":
            genders += [SAID_PRONOUNS[word] for word in said if word in SAID_PRONOUNS]
    jobs = (lexicon.roles, lexicon.others, lexicon.maybe_roles, lexicon.people_in_general, lexicon.gender["nouns"])
    title = _IN_FULL.get(name.title, name.title)
    role = title if any(title in words for words in jobs) and title not in lexicon.no_roles else ""
    return Cue(name.first, name.last, kind, " ".join(name.parts).lower(), tuple(genders), name, role)


def _cue(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    word = tokens.lower[at]
    if word in lexicon.gender["pronouns"]:
        return pronoun(tokens, at, lexicon)
    for words in (1, 2, 3):
        phrase = " ".join(tokens.lower[max(0, at + 1 - words) : at + 1]).replace(" - ", "-")
        if phrase in lexicon.gender["groups"]:
            return _group(tokens, at, phrase, parse, lexicon)
    return _noun(tokens, at, parse, lexicon)


def _group(tokens: Tokens, at: int, phrase: str, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    word, gender = tokens.lower[at], lexicon.gender["groups"][phrase]
    if _is_compound(tokens, at, word, lexicon) or _before_a_noun(parse, at, tokens):
        return None
    if parse.tags[at] and parse.tags[at] in ("VBZ", "VBP", "VB") and word not in ("people", "folk"):
        return None
    if gender == "not stated" and tokens.words[at].isupper():
        return None
    if tokens.word(at - 1) in lexicon.thing_leads:
        return None
    return Cue(at, at + 1, "group", word, (gender,))


def _noun(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    """A family word, a gendered noun or a job with a determiner; "Mum" also without one."""
    word = tokens.lower[at]
    if _is_compound(tokens, at, word, lexicon) or (
        tokens.words[at].isupper() and len(word) > 1 and word not in lexicon.initials
    ):
        return None
    label = at <= 2 and tokens.words[0][0].isupper() and tokens.word(at + 1) in (":", "")
    if parse.tags[at] and parse.tags[at][:2] not in ("NN", "JJ") and not label:
        return None
    if parse.tags[at].startswith("JJ") and parse.deps[at] == "amod" and parse.heads[at] > at:
        return None  # "their relative simplicity", "a regular project day"
    kind: MentionKind = "role"
    gender: GenderWords = lexicon.gender["nouns"].get(word, "not stated")
    start = at
    if word in lexicon.gender["kin"]:
        kind, gender = "kin", lexicon.gender["kin"][word]
    else:
        for words in (3, 2):
            phrase = " ".join(tokens.lower[at + 1 - words : at + 1]).replace(" - ", "-") if at + 1 >= words else ""
            if phrase in lexicon.roles or phrase in lexicon.others or phrase in lexicon.maybe_roles:
                start, word = at + 1 - words, phrase
                break
        else:
            if not any(word in group for group in (lexicon.roles, lexicon.others, lexicon.people_in_general)) and (
                word not in lexicon.gender["nouns"] and word not in lexicon.maybe_roles
            ):
                return None
    if word == "partner" and tokens.word(start - 1) in _ANY_PARTNER:
        kind = "role"  # "swap with a partner"
    if word in ("child", "baby") and tokens.word(start - 1) in _OWNERS:
        kind = "kin" if word == "child" else kind
    determiner = start - 1
    hyphens = 2 * tokens.lower[max(0, start - _FAR) : start].count("-")
    while start - determiner <= _NOUN_REACH + 2 + hyphens and _may_modify(tokens, determiner, parse, lexicon):
        determiner -= 1
    between = [tokens.word(i) for i in range(determiner + 1, start)]
    if len(between) > _NOUN_REACH and not parse.tags[at]:
        return None
    if "word" in between or "term" in between:
        return None  # "the word engineer"
    for said in between:
        gender = lexicon.gender["modifiers"].get(said, gender)
    role = word if kind == "role" and word not in lexicon.no_roles else ""
    led_by = tokens.word(determiner) if determiner >= 0 else ""
    general = gender == "not stated" and (word in lexicon.people_in_general or _is_any(parse, at, led_by))
    if led_by not in lexicon.determiners or determiner + 1 in tokens.starts or _other_noun(parse, determiner, at):
        return _bare_noun(tokens, start, at, kind, word, gender, role, parse, lexicon)
    capital = tokens.words[at][0].isupper() and word not in lexicon.initials
    if kind == "role" and capital and not tokens.title_case and led_by != "our":
        if _is_in_title(tokens, determiner, at):
            return None
        if word not in lexicon.gender["nouns"] and not _acts_as_person(parse, at, lexicon):
            return None
    if kind != "kin" and (_before_a_noun(parse, at, tokens) or _is_got_into(parse, at)):
        return None
    if led_by in ("every", "each"):
        return Cue(at, at + 1, "group", word, (gender,))
    first = determiner if led_by in _ARTICLES else determiner + 1
    maybe = kind == "role" and word in lexicon.maybe_roles and not _acts_as_person(parse, at, lexicon)
    return Cue(
        first, at + 1, kind, word, (gender,), role=role, general=general, led_by=led_by, maybe=maybe,
        said_at=None if led_by == "whose" else _said_at(tokens, determiner),
    )  # fmt: skip


def _is_any(parse: Parse, at: int, led_by: str) -> bool:
    """No one in particular: "any plumber", "a carer may claim", "interview a neighbour"."""
    verb = parse.heads[at]
    if led_by not in ("a", "an") or parse.deps[at] not in ("nsubj", "nsubjpass", "dobj"):
        return led_by == "any"
    if parse.deps[at] == "dobj":
        return parse.tags[verb] == "VB" and parse.deps[verb] == "ROOT" and not parse.kids_of(verb, "nsubj", "aux")
    return any(parse.words[kid] in _MODALS for kid in parse.kids_of(verb, "aux"))


def _acts_as_person(parse: Parse, at: int, lexicon: PeopleWords) -> bool:
    """The verb or a "who" shows that the word is somebody: "the conductor smiled"."""
    if _has_who(parse, at):
        return True
    while parse.deps[at] == "conj":
        at = parse.heads[at]
    if parse.deps[at] == "dobj" and parse.words[parse.heads[at]] in lexicon.addressing:
        return True
    verbs = lexicon.mind_verbs if parse.words[at] in lexicon.maybe else lexicon.person_verbs
    return parse.deps[at] in ("nsubj", "dative") and parse.words[parse.heads[at]] in verbs


def _other_noun(parse: Parse, determiner: int, at: int) -> bool:
    """The determiner belongs to another noun."""
    head = parse.heads[determiner] if determiner >= 0 else at
    apart = any(parse.tags[i][:2] not in ("NN", "HY", "JJ") for i in range(head, at))
    return parse.deps[determiner] in ("det", "poss") and head < at and apart


def _before_a_noun(parse: Parse, at: int, tokens: Tokens) -> bool:
    """ "teacher note": the noun names a thing with the noun after it; not "trainee Yonas"."""
    head = parse.heads[at]
    return parse.deps[at] in ("compound", "nmod", "amod") and head == at + 1 and tokens.words[head].islower()


def _is_in_title(tokens: Tokens, determiner: int, at: int) -> bool:
    """ "The King's Gambit", "The King of the Golden River", "wrote The Happy Prince"."""
    after = 4 if tokens.word(at + 1) == "of" else 3
    if any(word[0].isupper() for word in tokens.words[at + 1 : at + after]):
        return True
    return any(tokens.words[i][0].isupper() for i in range(determiner, at) if i not in tokens.starts)


def _is_got_into(parse: Parse, at: int) -> bool:
    """ "Into the King's coach": a thing."""
    return parse.deps[at] == "pobj" and parse.words[parse.heads[at]] in _INTO


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
    if word in lexicon.kin_as_name and tokens.words[at][0].isupper() and not tokens.title_case:
        if tokens.word(at + 1) == "'s" and tokens.words[at + 2 : at + 3] and tokens.words[at + 2].istitle():
            return None  # "Granny's Wonderful Chair"
        return Cue(at, at + 1, kind, word, (gender,))
    if _before_a_noun(parse, at, tokens) or parse.tags[at] == "NNS":
        return None
    maybe, general = word in lexicon.maybe, word in lexicon.people_in_general
    return Cue(start, at + 1, kind, word, (gender,), role=role, bare=True, general=general, maybe=maybe)


def _may_modify(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> bool:
    word = tokens.word(at)
    if at < 0 or word in lexicon.determiners or (word in lexicon.not_between and word not in ("very", "more", "most")):
        return False
    if parse.tags[at]:
        return parse.tags[at][:2] in ("JJ", "NN", "CD", "VB", "RB", "HY") or word == "-"
    return word.isalpha() and tokens.words[at].islower()


def _is_compound(tokens: Tokens, at: int, word: str, lexicon: PeopleWords) -> bool:
    """Whether the noun belongs to a longer word or thing: "man-made", "daughter cell", "student nurse"."""
    after = tokens.word(at + 1)
    if after in lexicon.not_before.get(word, ()) or after in lexicon.not_before["*"]:
        return True
    if f"{tokens.word(at - 1)} {word}" in lexicon.not_people or tokens.word(at - 1) in lexicon.not_after.get(word, ()):
        return True
    known = after in lexicon.roles or after in lexicon.gender["kin"] or after in lexicon.people_in_general
    if (known or f"{word} {after}" in lexicon.roles or after in lexicon.gender["nouns"]) and tokens.words[
        at + 1
    ].islower():
        return word not in lexicon.kin_as_name
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
