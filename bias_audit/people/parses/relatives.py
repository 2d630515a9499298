"""Whose relative clause stands after a list of people, or after a firm.

"Prizes went to Eilidh and Mei, who made her own hat", "a cook at a hotel, who gave up her evenings".
"""

from ..describing import load_describing
from .parse import Draft

_SEVERAL = frozenset("are were have do both each all together".split())  # "Tom and Ana, who were both ill"
_BRACKET = 5  # words of what stands in brackets after a name: "(P7)"
_AT = frozenset("at for from in of with".split())
BODIES = frozenset(
    "academy agency association band bank board business centre charity class clinic club college committee company "
    "council crew department factory family firm foundation group hospital institute laboratory lab library ministry "
    "museum organisation organization orchestra party practice school society staff studio team theatre trust union "
    "university zoo".split()
)  # of people, and nobody themselves
_NEAR = 4  # words after "who" that may say that it is several


def give_to_last(draft: Draft, people: frozenset[str]) -> None:
    """Hang "…, who …" after a list on the last of it, where the parser has hung it on the first.

    And after "a cook at a hotel" and "a boy from Ghana" on the cook and the boy.
    """
    for at, word in enumerate(draft.words):
        if word != "who" or at < 1 or draft.words[at - 1] != ",":
            continue
        verb = draft.heads[at]
        if (
            draft.deps[verb] != "relcl"
            or draft.tags[verb] == "VBP"
            or not _SEVERAL.isdisjoint(draft.words[at + 1 : at + _NEAR])
        ):
            continue
        noun = draft.heads[verb]
        if (draft.words[noun] in BODIES or _is_country(draft, noun, people)) and _ends(draft, at - 1) == noun + 1:
            if (member := _member(draft, noun)) is not None:
                draft.hang(verb, member, "relcl")
            continue
        last = _last(draft, noun, at)
        if last != noun and _ends(draft, at - 1) == last + 1 and draft.tags[last] in ("NNP", "NN"):
            draft.hang(verb, last, "relcl")


def _member(draft: Draft, body: int) -> int | None:
    """The noun of whoever is at a firm, with a charity or from a country."""
    at = draft.heads[body]
    member = draft.heads[at]
    inside = draft.deps[body] == "pobj" and draft.deps[at] == "prep" and draft.words[at] in _AT
    return member if inside and draft.tags[member] in ("NN", "NNP") else None


def _is_country(draft: Draft, noun: int, people: frozenset[str]) -> bool:
    """ "A boy from Ghana": a place, and nobody; not the Kenya of "a letter from Kenya"."""
    if draft.words[noun] not in load_describing().from_:
        return False
    whose = draft.heads[noun - 1]
    return draft.words[whose] in people or draft.tags[whose] == "NNP"


def _last(draft: Draft, first: int, before: int) -> int:
    """The last that is listed with a noun."""
    found = first
    while True:
        more = [kid for kid in draft.kids.get(found, ()) if draft.deps[kid] == "conj" and found < kid < before]
        if not more:
            return found
        found = max(more)


def _ends(draft: Draft, comma: int) -> int:
    """Where the list before a comma ends, without what stands in brackets."""
    if draft.words[comma - 1] != ")":
        return comma
    opens = range(comma - 1, max(0, comma - _BRACKET), -1)
    return next((at for at in opens if draft.words[at] == "("), comma)
