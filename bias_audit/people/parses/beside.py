"""Nouns after a comma that the parser hangs too high: "He spoke to the midwife, Janet Gow, who …", "lent her one".

Mended in place, like what `misread` mends.
"""

from ..cues.held import is_held
from .parse import Draft
from .relatives import give_to_last

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
_LOOKED_AT = _NUMERALS | {",", "her"}
_FEW = frozenset({"one", "some", "none", "another", "both", "more"})  # "lent her one": nothing that is hers


def put_beside(draft: Draft, people: frozenset[str]) -> None:
    """Hang each such noun on the one that it stands beside, and give "her" of "lent her one" to the verb.

    And "…, who made her own hat" after a list to the last of it. ``people``: the words for people.
    """
    for at, word in enumerate(draft.words):
        if word not in _LOOKED_AT:
            continue
        if word == "," and at and (apart := _apart(draft, at)) is not None:
            draft.deps[apart] = "npadvmod"
        elif word == "," and at and draft.deps[at - 1] == "nmod" and draft.heads[at - 1] > at:
            if draft.words[at - 1] in people and _is_led(draft, at - 1):
                draft.take_place(at - 1, draft.heads[at - 1], "appos")
        elif (
            word == ","
            and 0 < at < len(draft.words) - 2
            and draft.tags[at - 1] in ("NN", "NNP")
            and draft.deps[at - 1] in _STANDS
        ):
            noun = _noun_after(draft, at)
            if noun is not None and draft.heads[noun] != at - 1 and _is_beside(draft, noun, at, people):
                draft.hang(noun, at - 1, "appos")
        elif word == "her" and draft.deps[at] == "poss" and draft.heads[at] == at + 1 and draft.words[at + 1] in _FEW:
            verb = draft.heads[at + 1]
            if draft.deps[at + 1] == "dobj" and verb == at - 1:
                draft.hang(at, verb, "dative")
        elif (
            word in _NUMERALS
            and at
            and draft.tags[at - 1] == "NNP"
            and draft.deps[at - 1] == "compound"
            and draft.heads[at - 1] == at
        ):
            draft.take_place(at - 1, at, "nummod")  # "her uncle, William IV,": William is the uncle
    if "who" in draft.words:
        give_to_last(draft, people)


def _apart(draft: Draft, comma: int) -> int | None:
    """Who does not do what the verb says: "(Ana), our cook is ill", "She came in, a (baby) on her hip"."""
    first = comma + 1
    if first >= len(draft.words) or draft.heads[first] < first:
        return None
    noun, name = draft.heads[first], comma - 1
    if draft.words[first] in _A and draft.deps[noun] == "appos" and is_held(draft.words, noun + 1):
        return noun
    called = (
        draft.deps[name] == "nsubj"
        and draft.tags[name] == "NNP"
        and draft.words[first] in _YOURS
        and draft.deps[noun] == "nsubj"
    )
    return (
        name
        if called and draft.heads[noun] == draft.heads[name] and "," not in draft.words[noun : draft.heads[noun]]
        else None
    )


def _noun_after(draft: Draft, comma: int) -> int | None:
    """The noun of a phrase that begins after a comma: "a tall woman", "Janet Gow"."""
    first = comma + 1
    led = draft.words[first] in _LEADS and draft.deps[first] == "det"
    if not led and draft.tags[first] != "NNP":
        return None
    noun = draft.heads[first] if led or draft.deps[first] == "compound" else first
    return noun if noun >= first and draft.deps[noun] in _LOOSE and draft.tags[noun] in ("NN", "NNP") else None


def _is_beside(draft: Draft, noun: int, comma: int, people: frozenset[str]) -> bool:
    """Whether a phrase says who the one before the comma is: no list, and no name at the end to whom it is said."""
    before, after = comma - 1, draft.words[noun + 1] if noun + 1 < len(draft.words) else ""
    if any(draft.deps[kid] in _LISTS for one in (noun, before) for kid in draft.kids.get(one, ())):
        return False
    if draft.tags[noun] == "NNP":
        full = noun > comma + 1
        somebody = draft.words[before] in people and _is_led(draft, before)
        return somebody and (after in _GOES_ON or (full and after in _ENDS))
    return all(draft.words[one] in people or draft.tags[one] == "NNP" for one in (noun, before)) and (
        after in _GOES_ON or after in _ENDS
    )


def _is_led(draft: Draft, noun: int) -> bool:
    """Whether a noun has an article or an owner: "the midwife", "her midwife"."""
    return any(draft.words[kid] in _OWN for kid in draft.kids.get(noun, ()))
