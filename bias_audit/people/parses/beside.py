"""Nouns after a comma that the parser hangs too high: "He spoke to the midwife, Janet Gow, who …", "lent her one".

Mended in place, like what `misread` mends.
"""

from collections.abc import Sequence

from ..cues.held import is_held
from ..links.relatives import give_to_last
from .rehang import hang, take_place

_LOOSE = frozenset({"npadvmod", "dep", "appos"})
_STANDS = frozenset({"pobj", "dobj", "dative", "attr", "nsubj", "nsubjpass"})
_LEADS = frozenset({"a", "an", "the"})
_A = frozenset({"a", "an"})
_YOURS = frozenset({"my", "our", "your"})
_OWN = frozenset({"my", "your", "our", "his", "her", "their", *_LEADS})
_GOES_ON = frozenset({",", ";", ")", "who", "whose", "of", "with", "from", "in"})
_ENDS = frozenset({".", "!", "?", ""})
_LISTS = ("conj", "cc")
_NUMERALS = frozenset("ii iii iv v vi vii viii ix xi xii xiii xiv xv xvi".split())
_FEW = frozenset({"one", "some", "none", "another", "both", "more"})  # "lent her one": nothing that is hers


def put_beside(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> None:
    """Hang each such noun on the one that it stands beside, and give "her" of "lent her one" to the verb.

    And "…, who made her own hat" after a list to the last of it. ``people``: the words for people.
    """
    for at, word in enumerate(words):
        if word == "," and at and (apart := _apart(at, words, tags, deps, heads)) is not None:
            deps[apart] = "npadvmod"
        elif word == "," and at and deps[at - 1] == "nmod" and heads[at - 1] > at:
            if words[at - 1] in people and _is_led(at - 1, words, kids):
                take_place(at - 1, heads[at - 1], "appos", deps, heads, kids)
        elif word == "," and 0 < at < len(words) - 2 and tags[at - 1] in ("NN", "NNP") and deps[at - 1] in _STANDS:
            noun = _noun_after(at, words, tags, deps, heads)
            if noun is not None and heads[noun] != at - 1 and _is_beside(noun, at, words, tags, deps, kids, people):
                hang(noun, at - 1, "appos", deps, heads, kids)
        elif word == "her" and deps[at] == "poss" and heads[at] == at + 1 and words[at + 1] in _FEW:
            verb = heads[at + 1]
            if deps[at + 1] == "dobj" and verb == at - 1:
                hang(at, verb, "dative", deps, heads, kids)
        elif word in _NUMERALS and at and tags[at - 1] == "NNP" and deps[at - 1] == "compound" and heads[at - 1] == at:
            take_place(at - 1, at, "nummod", deps, heads, kids)  # "her uncle, William IV,": William is the uncle
    if "who" in words:
        give_to_last(words, tags, deps, heads, kids)


def _apart(
    comma: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> int | None:
    """Who does not do what the verb says: "(Ana), our cook is ill", "She came in, a (baby) on her hip"."""
    first = comma + 1
    if first >= len(words) or heads[first] < first:
        return None
    noun, name = heads[first], comma - 1
    if words[first] in _A and deps[noun] == "appos" and is_held(words, noun + 1):
        return noun
    called = deps[name] == "nsubj" and tags[name] == "NNP" and words[first] in _YOURS and deps[noun] == "nsubj"
    return name if called and heads[noun] == heads[name] and "," not in words[noun : heads[noun]] else None


def _noun_after(
    comma: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> int | None:
    """The noun of a phrase that begins after a comma: "a tall woman", "Janet Gow"."""
    first = comma + 1
    led = words[first] in _LEADS and deps[first] == "det"
    if not led and tags[first] != "NNP":
        return None
    noun = heads[first] if led or deps[first] == "compound" else first
    return noun if noun >= first and deps[noun] in _LOOSE and tags[noun] in ("NN", "NNP") else None


def _is_beside(
    noun: int,
    comma: int,
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    kids: dict[int, list[int]],
    people: frozenset[str],
) -> bool:
    """Whether a phrase says who the one before the comma is: no list, and no name at the end to whom it is said."""
    before, after = comma - 1, words[noun + 1] if noun + 1 < len(words) else ""
    if any(deps[kid] in _LISTS for one in (noun, before) for kid in kids.get(one, ())):
        return False
    if tags[noun] == "NNP":
        full = noun > comma + 1
        somebody = words[before] in people and _is_led(before, words, kids)
        return somebody and (after in _GOES_ON or (full and after in _ENDS))
    return all(words[one] in people or tags[one] == "NNP" for one in (noun, before)) and (
        after in _GOES_ON or after in _ENDS
    )


def _is_led(noun: int, words: Sequence[str], kids: dict[int, list[int]]) -> bool:
    """Whether a noun has an article or an owner: "the midwife", "her midwife"."""
    return any(words[kid] in _OWN for kid in kids.get(noun, ()))
