"""Routes ranked by whom they are for: "if you are not academic, you could do an apprenticeship"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether, found

_FOR_WHOM = frozenset(
    "if when who whose for those unless should anyone because since where as but send steer with put place move so"
    " had ended wound finished instead".split()
)
_FAR = 130  # characters: further apart, the route is not offered for the lack
_NOT_FOR = re.compile(r"(?:\bnot|n't|\bnever)\b.*\b(?:for|where|about)\b")


def pathway_ranking(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the words from the lack to the route, or the other way round, when the one is offered for the other."""
    doc = sentence.doc
    text = doc.text.lower()
    lack = sentence.shapes["lack"].search(text)
    if lack is None or asks_whether(doc) or sentence.shapes["held_open"].search(text):
        return
    offered = sentence.shapes["route_offered"].finditer(text)
    apart = (r for r in offered if r.end() <= lack.start() or r.start() >= lack.end())
    route = next(apart, None)
    if route is None or _NOT_FOR.search(text[route.end() : lack.start()]):  # "not for pupils who struggle"
        return
    before = text[: lack.end()] if lack.start() < route.start() else text[route.end() : lack.end()]
    steered = lack.end() < route.start() and sentence.shapes["steered"].search(text, lack.end(), route.start())
    if not steered and _FOR_WHOM.isdisjoint(before.split()) and "?" not in text[lack.start() : route.end()]:
        return
    first, last = min(lack.start(), route.start()), max(lack.end(), route.end())
    if last - first > _FAR:
        return
    if span := doc.char_span(first, last, alignment_mode="expand"):
        yield span


def fall_back(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the words that make a route of ``about`` the one that is left: "if all else fails", "in reserve"."""
    doc = sentence.doc
    if asks_whether(doc) or sentence.shapes["told_plainly"].search(doc.text.lower()):
        return
    routes = [t for t in doc if t.lower_ in about and t.dep_ not in ("compound", "amod")]  # not "trade policies"
    for left in found(doc, sentence.shapes["fallen_back"]):
        if any(t.lower_ in ("not", "n't", "never", "no") for t in doc[max(0, left.start - 3) : left.start]):
            continue  # "college is not a second choice"
        if (
            any(not left.start <= t.i < left.end for t in routes)
            or "trade" in left.text
            or "apprenticeship" in left.text
        ):
            yield left
            return
