"""What the names of a block, and of a document, say of one another."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from ..actions import load_actions
from ..name_context import FoundName, Tokens, verb_after
from ..words import PeopleWords, fold
from .signs import is_doing

_YEAR = re.compile(r"(?:19|20)\d\d")
_PAIRED_BY = frozenset({",", "and", "&", "or", "/"})
_NEXT = frozenset({(",",), ("and",), ("&",), (",", "and")})
_SAME = ("in", "the", "same")
_TOGETHER = frozenset("band choir class club school squad team".split())
_HAS_SOME = frozenset({"has", "had", "gets", "got", "buys", "bought"})
_AFTER_NUMBER = frozenset({"and", "but", "more", "too"})
_CLAUSES = frozenset({",", "and", "but", "while"})
_SHARES = frozenset({"share", "shared"})
_SHARED = frozenset("bag bar bed bedroom bus cake car desk flat meal packet pie pizza room sandwich taxi tent".split())
_GETS = frozenset("gets got finds found".split())
_SOMETHING = frozenset({"a", "an", "his", "her"})
_LIVES = frozenset({"lives", "lived"})
_LIVES_BY = frozenset({"in", "on", "at", "near", "with"})
_FALLS = frozenset("fell slipped stumbled tripped".split())
_FALLS_BY = frozenset({"and", "down", "off", "on", "over"})
_IF = frozenset({"if", "when"})
_IS = frozenset({"is", "was"})
_JOINS = frozenset({"and", "as", "because", "but", "if", "so", "when", "while"})
_OWNERS = frozenset({"his", "her"})
_SIGNS = frozenset({"love", "joy", "peace"})  # "Love, Jun"
_KISSES = 2  # words after a signature: "Love, Auntie Rose xx"
_BRACKET = 6  # tokens of "(age 9, P5)"
_SAID_TO_BE = 4  # words of "are old friends"
_HELPS = frozenset("is could did does would".split())  # "Tam ran and Hope is gone"
_CARD = 3  # lines below a name that tell of its bearer
_BE = frozenset("is was could did does would came fell led lay moved passed ran rolled set stopped turned".split())


def with_neighbours(names: list[FoundName], tokens: Tokens, lexicon: PeopleWords) -> list[FoundName]:
    """A possible name in a row with a sure one ("Priya and Grace"), or said to be people, is sure as well."""
    for i, name in enumerate(names[1:], 1):
        may_be = name.kind == "word" or fold(name.parts[0]) in lexicon.given_places
        if may_be and not name.sure and _are_people(name, tokens, lexicon):
            names[i] = replace(name, sure=name.first == names[i - 1].last + 1)
    names = _in_rows(names, tokens, lexicon)
    for step in (-1, 1):
        for i in range(len(names))[::-step]:
            if not names[i].sure and 0 <= i + step < len(names):
                name, other = names[i], names[i + step]
                left, right = (other, name) if step < 0 else (name, other)
                closes = left.first == 0 or _ends_letter(tokens, right.last)
                signed = closes and tokens.lower[left.last] == "," and tokens.word(left.first) in _SIGNS
                joined = not signed and right.first == left.last + 1 and tokens.lower[left.last] in _PAIRED_BY
                if joined and other.sure and name.kind != "hardly" and not _is_place(name, other, tokens, lexicon):
                    names[i] = replace(name, sure=True)
    return names


def _ends_letter(tokens: Tokens, end: int) -> bool:
    """ "Love, (Jun)", "Love, (Jun) xx", "Love, (Jun) (age 9)": whether who signs is all that is left, or nearly."""
    aged = tokens.word(end) == "(" and tokens.words[-1].endswith(")") and end + _BRACKET >= len(tokens.words)
    return aged or end + _KISSES >= len(tokens.words)


def _in_rows(names: list[FoundName], tokens: Tokens, lexicon: PeopleWords) -> list[FoundName]:
    """ "Ivy, Skye and Daisy laughed": possible names that stand in a row of people, or do as a sure one does."""
    if all(name.sure for name in names):
        return names
    kept, first = _scoring(names, tokens), 0
    for i, name in enumerate(names):
        if i and not _is_next(names[i - 1], name, tokens):
            first = i
        row = names[first : i + 1]
        ends = i + 1 == len(names) or not _is_next(name, names[i + 1], tokens)
        if ends and len(row) > 1 and _is_row_of_people(row, tokens, lexicon):
            kept[first : i + 1] = [replace(other, sure=True) for other in row]
        elif ends and not kept[i].sure and _may_be_given(name, lexicon) and _does_as(name, kept[:i], tokens, lexicon):
            kept[i] = replace(name, sure=True)
    return kept


def _is_next(left: FoundName, right: FoundName, tokens: Tokens) -> bool:
    between = tokens.lower[left.last : right.first]
    return between in _NEXT


def _may_be_given(name: FoundName, lexicon: PeopleWords) -> bool:
    given = name.kind == "place" and fold(name.parts[0]) in lexicon.given_places
    return len(name.parts) == 1 and (given or name.kind in ("plain", "word", "eponym"))


def _is_row_of_people(row: Sequence[FoundName], tokens: Tokens, lexicon: PeopleWords) -> bool:
    """Names that have nothing else in common ("Skye, Ivy and Max"), or of whom the text says what people do."""
    if tokens.title_case or not all(_may_be_given(name, lexicon) for name in row):
        return False
    if tokens.word(row[0].first - 1) in lexicon.place_leads:
        return False
    kinds, end = {name.kind for name in row}, row[-1].last
    if len(row) > 2 and "place" in kinds and not kinds.isdisjoint(("plain", "word")):
        return True
    if tokens.word(end) in ("are", "were") and tokens.lower[end + 1 : end + 4] == _SAME:
        return tokens.word(end + 4) in _TOGETHER or tokens.word(end + 5) in _TOGETHER
    if tokens.word(end) in _SHARES and _is_number(tokens, end + 1):
        return True  # "Max and Ivy share £15."
    if tokens.word(end) in _SHARES and tokens.word(end + 1) == "a" and kinds <= {"word", "eponym", "plain"}:
        return tokens.word(end + 2) in _SHARED  # "Jade and Ruby share a cake."
    if row[0].first in tokens.starts and kinds <= {"word", "eponym"} and _do_as_people(tokens, end, lexicon):
        return True  # "Ruby and Daisy like art."
    verb = tokens.word(end + 1)
    acts = verb in lexicon.person_verbs and (verb not in lexicon.things_do or kinds == {"eponym"})
    return tokens.word(end) in ("all", "both") and acts


def _do_as_people(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether several do there what people do: "like", "walk", "sang"; not "grow", "are"."""
    verb = tokens.word(at)
    does = verb if verb in lexicon.person_verbs else f"{verb}s"
    return does in lexicon.person_verbs and does not in lexicon.things_do


def _does_as(name: FoundName, before: Sequence[FoundName], tokens: Tokens, lexicon: PeopleWords) -> bool:
    """ "Chelsea has 12 sweets. Paris has 9.", "Tam chops the carrots and Ivy stirs the pot."."""
    verb, led = tokens.word(name.last), tokens.word(name.first - 1)
    opens = name.first in tokens.starts
    if verb in _HAS_SOME and (opens or led in _JOINS):
        number, after = tokens.word(name.last + 1), tokens.word(name.last + 2)
        some = number.isdigit() and (not after.isalpha() or after in _AFTER_NUMBER)
        return some and any(n.sure and tokens.word(n.last) == verb and _is_number(tokens, n.last + 1) for n in before)
    if opens or led not in _CLAUSES:
        return False
    start = max(at for at in tokens.starts if at <= name.first)
    other = next((n for n in before if n.first == start and n.sure), None)
    if other is None:
        return False
    if name.kind == "word" and verb in lexicon.known_does and verb not in _HELPS:
        did = tokens.word(other.last)  # "Petra took her mother, and Una came with Tam."
        return did in lexicon.known_does or did in lexicon.person_verbs
    goes_on = is_doing(tokens, name.last, lexicon) or tokens.word(name.last + 1) == "them"
    acts = verb.endswith("s") and verb not in lexicon.things_do
    return acts and goes_on and is_doing(tokens, other.last, lexicon)


def _scoring(names: Sequence[FoundName], tokens: Tokens) -> list[FoundName]:
    """ "Will scored 7, Grace scored 9.": two words of which the same is told with a number, no places."""
    kept = list(names)
    told = {n.first: tokens.word(n.last) for n in names if n.kind in ("word", "plain") and len(n.parts) == 1}
    told = {at: verb for at, verb in told.items() if verb.endswith("ed") and tokens.word(at + 2).isdigit()}
    for i, name in enumerate(names):
        verb = told.get(name.first, "")
        if verb and not name.sure and list(told.values()).count(verb) > 1:
            kept[i] = replace(name, sure=True)
    return kept


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.word(at)[:1].isdigit() or tokens.word(at)[:1] in ("£", "$", "€")


def told_of(found: Sequence[list[FoundName]], blocks: Sequence[Tokens], lexicon: PeopleWords) -> list[list[FoundName]]:
    """ "Grace has 12 sweets. She gives 4 away.": who is "she" at once, where nobody else can be."""
    kept, alone = list(found), True
    for b, (names, tokens) in enumerate(zip(found, blocks, strict=True)):
        if names and alone and not names[0].sure:
            below = blocks[b + 1 : b + 1 + _CARD]
            if _is_she_or_he(names, tokens, lexicon) or _heads_card(names[0], tokens, below, lexicon):
                kept[b] = [replace(names[0], sure=True), *names[1:]]
        alone = not any(name.sure for name in kept[b])
    return kept


def _heads_card(name: FoundName, tokens: Tokens, below: Sequence[Tokens], lexicon: PeopleWords) -> bool:
    """ "Grace, 17" and below it "Wants to run her own shop", "Uses they/them"; not "Grace, 17" in a list of pages."""
    age = tokens.lower[name.last + 1 :]
    if name.first or name.kind != "word" or tokens.word(name.last) != "," or len(age) != 1 or not age[0].isdigit():
        return False
    said = lexicon.gender["pronouns"]
    return any(
        word in said or (word == "they" and t.word(at + 1) == "/") for t in below for at, word in enumerate(t.lower)
    )


def _is_she_or_he(names: Sequence[FoundName], tokens: Tokens, lexicon: PeopleWords) -> bool:
    name, said = names[0], lexicon.gender["pronouns"]
    may_be = name.kind in ("word", "eponym") or (name.kind == "place" and fold(name.parts[0]) in lexicon.given_places)
    opens = name.first in tokens.starts or (tokens.word(name.first - 1) in _IF and name.first - 1 in tokens.starts)
    if not may_be or not opens or len(name.parts) > 1 or not lexicon.named_things.isdisjoint(tokens.lower):
        return False
    verb = verb_after(tokens, name.last)
    acts = verb in lexicon.person_verbs or verb in lexicon.known_does or is_doing(tokens, name.last, lexicon)
    acts = acts or (name.kind == "place" and verb in load_actions().class_of)
    after = tokens.word(name.last + 1)
    if not acts or (verb in _IS and not after.isdigit()):
        return False
    falls = verb in _FALLS and after in _FALLS_BY
    if tokens.lower[name.first] in lexicon.sentence_openers and not after.isdigit() and not falls:
        acts = verb in lexicon.person_verbs and verb not in lexicon.things_do and verb not in _LIVES
        acts = acts or (verb in _GETS and after in _SOMETHING) or (verb in _LIVES and _is_where(tokens, name.last + 1))
    at = next((i for i, word in enumerate(tokens.lower) if word in said), 0)
    others = any(word in lexicon.cue_words for word in tokens.lower[:at])
    others = others or any(other.first < at and not _is_only_place(other, tokens, lexicon) for other in names[1:])
    sentences = sum(name.first < start <= at for start in tokens.starts)
    goes_on = tokens.word(at - 1) in _JOINS if sentences == 0 else sentences == 1 and at in tokens.starts
    return acts and at > name.last and not others and (goes_on or (not sentences and _is_owner(tokens, at, lexicon)))


def _is_where(tokens: Tokens, at: int) -> bool:
    """ "(Flora lives) on Skye", "in a flat", "with her gran"; not "(Joy lives) in us all"."""
    where = tokens.words[at + 1 : at + 2]
    place = bool(where) and (where[0][0].isupper() or where[0] in ("a", "his", "her"))
    return tokens.word(at) in _LIVES_BY and place


def _is_only_place(name: FoundName, tokens: Tokens, lexicon: PeopleWords) -> bool:
    """The Jamaica of "Ruby left Jamaica when she was ten", the Skye of "Flora lives on Skye. She …"."""
    lived_in = tokens.word(name.first - 2) in _LIVES and tokens.word(name.first - 1) in _LIVES_BY
    return name.kind == "place" and not name.sure and (lived_in or fold(name.parts[0]) not in lexicon.given_places)


def _is_owner(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "Grace put down her bucket", not "Grace thanked her for it"."""
    after = tokens.word(at + 1)
    return tokens.word(at) in _OWNERS and after.isalpha() and after not in lexicon.not_between


def _are_people(name: FoundName, tokens: Tokens, lexicon: PeopleWords) -> bool:
    """ "Hope and Faith are friends", "Lily and Rose were old school friends"."""
    said = tokens.lower[name.last + 1 : name.last + _SAID_TO_BE]
    return tokens.word(name.last) in ("are", "were") and not lexicon.gender["groups"].keys().isdisjoint(said)


def cited(names: list[FoundName], tokens: Tokens) -> list[FoundName]:
    """ "Sue, Derald Wing, Title, 2010": a surname before the rest of the name is one person."""
    if len(names) < 2 or not any(_YEAR.fullmatch(word) for word in tokens.lower):
        return names
    kept: list[FoundName] = []
    for name, after in zip(names, [*names[1:], None], strict=True):
        if kept and name.first < kept[-1].last:
            continue
        if after is not None and len(name.parts) == 1 < len(after.parts) and after.first == name.last + 1:
            title = tokens.words[after.last + 1 : after.last + 2]
            if tokens.word(name.last) == "," == tokens.word(after.last) and title and title[0].istitle():
                name = replace(after, first=name.first, parts=(*after.parts, *name.parts))
        kept.append(name)
    return kept


def _is_place(name: FoundName, other: FoundName, tokens: Tokens, lexicon: PeopleWords) -> bool:
    if name.kind != "place":
        return False
    led = tokens.word(name.first - 1) in lexicon.place_leads
    given = other.kind == "place" and fold(name.parts[0]) in lexicon.given_places  # "Iona and Lewis", whom we know
    return led or not (other.kind == "plain" or given)


def doing(
    found: Sequence[Sequence[FoundName]], blocks: Sequence[Tokens], common: Set[str], lexicon: PeopleWords
) -> set[str]:
    """ "Hope opened the tin. Hope gasped.": words that open sentences, and do again and again what people do."""
    does: dict[str, set[str]] = defaultdict(set)
    for names, tokens in zip(found, blocks, strict=True):
        for name in names:
            if not name.sure and name.kind == "word" and len(name.parts) == 1 and name.first in tokens.starts:
                verb = verb_after(tokens, name.last)
                if verb in lexicon.person_verbs or verb in lexicon.known_does - _BE:
                    does[name.parts[0]].add(verb)
    return {w for w, verbs in does.items() if len(verbs) > 1 and w.lower() not in common and verbs - lexicon.things_do}
