"""Whose relative clause stands after a list of people, or after a firm.

"Prizes went to Eilidh and Mei, who made her own hat", "a cook at a hotel, who gave up her evenings".
"""

from collections.abc import Sequence

from ..parses.rehang import hang

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


def give_to_last(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], kids: dict[int, list[int]]
) -> None:
    """Hang "…, who …" after a list on the last of it, where the parser has hung it on the first.

    And after "a cook at a hotel" on the cook.
    """
    for at, word in enumerate(words):
        if word != "who" or at < 1 or words[at - 1] != ",":
            continue
        verb = heads[at]
        if deps[verb] != "relcl" or tags[verb] == "VBP" or not _SEVERAL.isdisjoint(words[at + 1 : at + _NEAR]):
            continue
        noun = heads[verb]
        if words[noun] in BODIES and _ends(words, at - 1) == noun + 1:
            if (member := _member(noun, words, tags, deps, heads)) is not None:
                hang(verb, member, "relcl", deps, heads, kids)
            continue
        last = _last(noun, at, deps, kids)
        if last != noun and _ends(words, at - 1) == last + 1 and tags[last] in ("NNP", "NN"):
            hang(verb, last, "relcl", deps, heads, kids)


def _member(
    body: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> int | None:
    """The noun of whoever is at a firm or with a charity."""
    at = heads[body]
    member = heads[at]
    inside = deps[body] == "pobj" and deps[at] == "prep" and words[at] in _AT
    return member if inside and tags[member] in ("NN", "NNP") else None


def _last(first: int, before: int, deps: Sequence[str], kids: dict[int, list[int]]) -> int:
    """The last that is listed with a noun."""
    found = first
    while True:
        more = [kid for kid in kids.get(found, ()) if deps[kid] == "conj" and found < kid < before]
        if not more:
            return found
        found = max(more)


def _ends(words: Sequence[str], comma: int) -> int:
    """Where the list before a comma ends, without what stands in brackets."""
    if words[comma - 1] != ")":
        return comma
    opens = range(comma - 1, max(0, comma - _BRACKET), -1)
    return next((at for at in opens if words[at] == "("), comma)
