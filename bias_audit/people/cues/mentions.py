"""Stretches of text that may refer to someone, block by block, before anything is linked."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from ...model import GenderWords, MentionKind
from ..actions import load_actions
from ..cue import I_WORDS, THEY, Cue
from ..name_context import FoundName, Tokens
from ..names.numbered import led, numbered
from ..parses.parse import Parse
from ..parses.relatives import BODIES
from ..speech.spoken_to import address, is_addressed, years_old
from ..words import PeopleWords
from .job_lines import with_jobs
from .noun_compounds import is_compound
from .noun_cues import before_a_noun, longer, noun
from .noun_forms import job_by_form, label_by_form
from .one_of import one_of
from .pronoun_cues import SAID_PRONOUNS, first_person, pronoun, they, with_they
from .said_labels import title_in_brackets
from .said_of import join
from .same_job import with_same_jobs
from .shown_people import has_who

_ARTICLES = frozenset("a an the this that one another each every some any no".split())
_WE_WORDS = frozenset("we us our ours ourselves".split())
_YOU_WORDS = frozenset("you your yours yourself yourselves".split())
_SEVERAL = frozenset("all both two three four guys".split())  # "Thank you both."
_CLOSING_WORDS = frozenset("sincerely faithfully truly ever aye in ,".split())
_UNCLES = frozenset("aunt auntie aunty uncle gran granny grandma grandad granddad grandpa".split())
_TELLING = THEY | I_WORDS | _WE_WORDS | _YOU_WORDS | {"old"}  # besides nouns, titles and names
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ENDS = frozenset({"", ".", ",", "and", ";", "!", "?"})
_NOUNS = frozenset({"NN", "NNS"})
_IN_FULL = {"prof": "professor", "cllr": "councillor", "pc": "police constable", "wpc": "police constable"}
_NONE: frozenset[str] = frozenset()
_FOR_THEM = frozenset(
    "association council day entrance evening evenings forum guide handbook menu night nights room toilet toilets "
    "ward".split()
)  # "parents' night"
_NO_ONE = BODIES | frozenset(
    "one those anyone someone everyone anybody somebody everybody nobody kind sort type".split()
)


def read_cues(
    tokens: Tokens,
    names: list[FoundName],
    parse: Parse,
    lexicon: PeopleWords,
    quoted: Sequence[tuple[int, int]] = (),
    *,
    works: Collection[int] = (),
    signed: bool = False,
    script: int = 0,
    letter: bool = False,
    jobs: int | None = None,
) -> list[Cue]:
    """Everything in a block that may refer to someone, in reading order, without overlaps.

    ``quoted``: the tokens of quotations, in which "you" is somebody. ``works``: those of the titles of works.
    ``signed``: the block before is a name alone, so that this one may be that person's job. ``script``: the
    token from which on the block is what the first cue says. ``letter``: it is to somebody, who is "you".
    ``jobs``: the token from which on the block says whoever a table or a form names is, and no more.
    """
    by_start = {n.first: n for n in names}
    telling = _telling(tokens, parse, by_start, lexicon)
    if not telling and jobs is None:  # as in most blocks
        return []
    covered = {i for n in names for i in range(n.first, n.last)}
    who = "who" in tokens.lower  # only then a noun that no list has may be somebody
    cues: list[Cue] = []
    for at in telling:
        if at in works:
            continue  # "The Princess and the Pea"
        word, cue = tokens.lower[at], None
        if at in by_start:
            if not (_names_thing(tokens, by_start[at], parse) or _says_which(tokens, by_start[at], parse, lexicon)):
                cue = _name(tokens, by_start[at], lexicon)
        elif at == 0 and tokens.lettered:
            cue = Cue(0, 1, "role", f"speaker {word}", ("not stated",))
        elif at in covered or (cues and at < cues[-1].last):
            continue
        elif is_addressed(tokens, at, quoted, lexicon):
            cue = address(tokens, at, lexicon)
        elif word in lexicon.cue_words:
            cue = numbered(tokens, at, parse, lexicon) or led(tokens, at, lexicon) or _cue(tokens, at, parse, lexicon)
            cue = cue or label_by_form(tokens, at, by_start)
        elif word in THEY:
            cue = they(tokens, at)
        elif word in I_WORDS or word in _WE_WORDS:
            cue = first_person(tokens, at, parse)
        elif word in _YOU_WORDS:
            if word == "yours" and tokens.word(at + 1) in _CLOSING_WORDS:
                continue
            one = tokens.word(at + 1) not in _SEVERAL
            if one and (letter or any(first <= at < last for first, last in quoted)):
                cue = Cue(at, at + 1, "second person", word)
        elif word == "old" and (first := years_old(tokens, at, parse)):
            led_by = tokens.word(first - 1)
            cue = Cue(first - (led_by in _ARTICLES), at + 1, "role", "year-old", ("not stated",), led_by=led_by)
        elif (
            who
            and parse.tags[at] in ("NN", "NNS")
            and word not in _NO_ONE
            and word not in lexicon.named_things
            and has_who(parse, at)
        ):
            many = parse.tags[at] == "NNS"
            cue = Cue(at, at + 1, "group" if many else "role", word, () if many else ("not stated",), general=True)
        elif parse.tags[at] == "NNS":
            cue = one_of(tokens, at, parse, lexicon)
        elif parse.tags[at] in ("NN", "NNP") and word not in lexicon.named_things:
            cue = job_by_form(tokens, at, parse) or label_by_form(tokens, at, by_start)
        if cue is not None and (not cues or cue.first >= cues[-1].last) and not _is_named_as_words(cue, parse, quoted):
            cues.append(cue)
    cues = cues if jobs is None else with_jobs(cues, tokens, jobs)
    cues = with_same_jobs(tokens, with_they(tokens, _with_uncles(cues)), parse)
    return join(tokens, cues, parse, signed=signed, script=script)


def _telling(tokens: Tokens, parse: Parse, names: Collection[int], lexicon: PeopleWords) -> list[int]:
    """The tokens at which a cue may begin; most words are none."""
    known = _known_words(lexicon.cue_words, lexicon.title_words)
    read = any(parse.tags) or tokens.lettered
    if not (names or read) and known.isdisjoint(tokens.lower):
        return []
    starts = {first - before for first in names for before in (0, 2)} | ({0} if tokens.lettered else set())
    return [
        at
        for at, (word, tag) in enumerate(zip(tokens.lower, parse.tags, strict=True))
        if tag in _NOUNS or word in known or at in starts
    ]


@cache
def _known_words(cues: frozenset[str], titles: frozenset[str]) -> frozenset[str]:
    return cues | titles | _TELLING


def _with_uncles(cues: list[Cue]) -> list[Cue]:
    """ "My uncle Tam": one mention, as "Uncle Tam" is."""
    kept: list[Cue] = []
    for cue in cues:
        before = kept[-1] if kept else None
        beside = before is not None and before.last == cue.first and before.kind == "kin" and before.name is None
        if before is not None and beside and cue.name is not None and before.head in _UNCLES:
            name = replace(cue.name, title=before.head)
            cue = replace(before, last=cue.last, head=cue.head, name=name)
            kept.pop()
        kept.append(cue)
    return kept


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


def _says_which(tokens: Tokens, name: FoundName, parse: Parse, lexicon: PeopleWords) -> bool:
    """ "Robin nests are small", "a shop for Levi jeans": a name that says which things are meant."""
    noun = name.last
    if name.title or noun >= len(tokens.words) or parse.tags[noun] != "NNS" or not tokens.words[noun].islower():
        return False
    root = parse.root_of(name.first, name.last)
    does = tokens.word(noun) in lexicon.person_verbs or tokens.word(noun) in load_actions().class_of
    if parse.deps[root] != "compound" or parse.heads[root] != noun or does:
        return False
    head = parse.heads[noun]
    if parse.deps[noun] in ("nsubj", "nsubjpass"):
        return head > noun and parse.tags[head] in _FINITE
    return parse.deps[noun] == "pobj" and tokens.word(noun + 1) in _ENDS


def _name(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> Cue:
    kind: MentionKind = "name"
    genders: list[GenderWords] = []
    if name.title in lexicon.kin_before_name:
        kind, genders = "kin", [lexicon.gender["kin"].get(name.title, "not stated")]
    elif name.title:
        kind, genders = "title", [lexicon.gender["titles"][name.title]]
    if tokens.word(name.last) == "(":  # "Sam (they/them)"
        said, at = [], name.last + 1
        title = tokens.word(at).rstrip(".")
        if tokens.word(at + 1) == ")" and title in lexicon.gender["titles"]:
            genders.append(lexicon.gender["titles"][title])  # "Rania Fakhouri (Mrs)"
        while tokens.word(at) in SAID_PRONOUNS or tokens.word(at) in ("/", ","):
            said.append(tokens.word(at))
            at += 1
        if tokens.word(at) == ")":
            genders += [SAID_PRONOUNS[word] for word in said if word in SAID_PRONOUNS]
    if title_in_brackets(tokens, name.first):
        genders += [lexicon.gender["titles"].get(tokens.word(name.first - 2).rstrip("."), "not stated")]
    jobs = (lexicon.roles, lexicon.others, lexicon.maybe_roles, lexicon.people_in_general, lexicon.gender["nouns"])
    title = _IN_FULL.get(name.title, name.title)
    role = title if any(title in words for words in jobs) and title not in lexicon.no_roles else ""
    return Cue(name.first, name.last, kind, " ".join(name.parts).lower(), tuple(genders), name, role)


def _cue(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    word = tokens.lower[at]
    if word in lexicon.gender["pronouns"]:
        return pronoun(tokens, at, lexicon)
    if (cue := one_of(tokens, at, parse, lexicon)) is not None:
        return cue
    for first, phrase in ((at, word), *longer(tokens, at)):
        if phrase in lexicon.gender["groups"]:
            cue = _group(tokens, at, phrase, parse, lexicon)
            return replace(cue, first=first) if cue is not None and "-" in phrase else cue
    return noun(tokens, at, parse, lexicon)


def _group(tokens: Tokens, at: int, phrase: str, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    word, gender = tokens.lower[at], lexicon.gender["groups"][phrase]
    if is_compound(tokens, at, word, lexicon) or before_a_noun(parse, at, tokens):
        return None
    if parse.tags[at] and parse.tags[at] in ("VBZ", "VBP", "VB") and word not in ("people", "folk"):
        return None
    if gender == "not stated" and tokens.words[at].isupper():
        return None
    if tokens.word(at - 1) in lexicon.thing_leads or not lexicon.not_near.get(word, _NONE).isdisjoint(tokens.lower):
        return None
    if gender == "not stated" and tokens.word(at + 1) in ("'", "'s") and tokens.word(at + 2) in _FOR_THEM:
        return None
    return Cue(at, at + 1, "group", word, (gender,))
