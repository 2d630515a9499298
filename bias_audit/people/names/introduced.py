"""Names by which people introduce themselves and others: "I'm Joy", "My name's Duncan", "Her name is Hope"."""

from ..cue import I_WORDS, Cue
from ..name_context import FoundName, Tokens
from ..words import PeopleWords, fold

_AM = frozenset({"am", "'m"})
_IS = frozenset({"is", "was", "'s"})
_WHOSE = frozenset("my her his their your our".split())
_WHICH = frozenset({"first", "full", "real", "given"})  # "My full name is Hope Bell"
_ENDS = frozenset({"", ".", ",", "!", "?", ";", ")", "-", "–", "—", "and", "but", "from", '"', "'", "”", "’"})
_KINDS = frozenset({"name", "title"})
_MAY = frozenset({"will", "'ll", "may", "might", "could"})
BUT_THINGS = frozenset(  # "Our sponsor is Jordan", "Her favourite is Ruby"
    "blessing beauty carrier champion champions customer employer enemy favourite follower host importer neighbour "
    "opponent owner producer provider rival sponsor star supplier symbol winner".split()
)
_ADJECTIVES = 2  # words of "new reading (buddy)"
_OWNERS = frozenset({"first person", "pronoun", "role", "kin"})


def _name_is(tokens: Tokens, at: int) -> int:
    """Where "name is" and "name's" begin that end before a token; -1 if none does."""
    first = at - 2
    if first < 0 or tokens.word(first) != "name" or tokens.word(first + 1) not in _IS:
        return -1
    return first - (tokens.word(first - 1) in _WHICH)


def is_called(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "My name is (Ahmose)", "the vet's name is (Hope)": whatever is said there is somebody's name."""
    first = _name_is(tokens, at)
    whose = tokens.word(first - 1) if first > 0 else ""
    return whose in _WHOSE or (whose == "'s" and tokens.word(first - 2) in lexicon.cue_words)


def is_introduced(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """Whether a word that may be something else is a name there: "I'm Joy.", "Her name is Hope"; not "I am Scot"."""
    if tokens.title_case:
        return False
    if _is_partner(tokens, name, lexicon):
        return True
    if tokens.word(name.last) not in _ENDS:
        return False
    if is_called(tokens, name.first, lexicon):
        return True
    word = fold(name.parts[0])
    own = tokens.word(name.first - 1) in _AM and tokens.word(name.first - 2) == "i"
    if not own or word in lexicon.with_capital:
        return False
    return word in (lexicon.given_places if name.kind == "place" else lexicon.wordlike) and name.kind != "hardly"


def _is_partner(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Her buddy is (Lewis).", "His mentor will be (Rose) in 3B"; not "Our sponsor is Jordan"."""
    at, after = name.first - 1, tokens.word(name.last)
    if tokens.word(at) == "be" and tokens.word(at - 1) in _MAY:
        at -= 1
    elif tokens.word(at) not in _IS:
        return False
    noun = tokens.word(at - 1)
    if noun in BUT_THINGS or not (noun in lexicon.roles or noun in lexicon.others or noun in lexicon.gender["kin"]):
        return False
    if _WHOSE.isdisjoint(tokens.lower[max(0, at - 2 - _ADJECTIVES) : at - 1]):
        return False
    given = name.kind in ("word", "eponym") or (name.kind == "place" and fold(name.parts[0]) in lexicon.given_places)
    in_class = after == "in" and tokens.word(name.last + 1)[:1].isdigit()
    return given and (after in _ENDS or in_class or after == "who")


def introduced(tokens: Tokens, cues: list[Cue], index: int) -> int | None:
    """The cue before a name of whom the words say it: "(I)'m Rosalind", "(My) name's Duncan", "(her) name was Ana"."""
    cue, before = cues[index], cues[index - 1] if index else None
    if before is None or before.kind not in _OWNERS or before.name is not None or cue.kind not in _KINDS:
        return None
    if tokens.word(cue.last) == "'s":
        return None  # "I'm Rosalind's sister"
    if before.head == "i":
        return index - 1 if tokens.lower[before.last : cue.first] in (("am",), ("'m",)) else None
    first = _name_is(tokens, cue.first)
    noun = before.kind in ("role", "kin")
    if first < 0 or (noun and tokens.word(before.last) != "'s") or (before.head in I_WORDS and before.head != "my"):
        return None
    return index - 1 if before.last + noun == first else None
