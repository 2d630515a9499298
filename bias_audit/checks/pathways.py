"""Routes ranked by whom they are for: "if you are not academic, you could do an apprenticeship"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether

# What the person for whom the route is offered is said to lack. Whole phrases, tried on the lower-case sentence.
_LACK = re.compile(
    r"\b(?:"
    r"(?:not|n't|isn't|aren't|less|non-?) ?(?:so |very |really |particularly |that |especially )?(?:academic(?:ally)?(?: \w+)?|clever|bright|able|brainy|smart)"
    r"|(?:don't|do not|doesn't|does not|won't|will not|didn't|did not|can't|cannot|fail to|failed to) (?:get|gain|make|achieve|manage|pass|have|reach|cope with)"
    r" (?:the |their |your |good |enough |high |any |into )*(?:grades?|marks?|highers?|results|exams?|qualifications|cut|university|uni|it)"
    r"|(?:don't|do not|doesn't|does not) (?:like|enjoy|want to|suit) (?:study\w*|exams?|reading|books|school|sitting|writing)"
    r"|struggl\w+(?! (?:with|to|for|over|against|in|at|between)\b)"
    r"|struggl\w+(?= to (?:read|write|study|learn|pass|cope|concentrate|keep up|get|achieve)\b)"
    r"|struggl\w+(?= (?:with|in|at) (?:the |their |your |any )?(?:\w+ )?(?:school|exam|test|stud|reading|writing|maths|english|numeracy"
    r"|literacy|academic|subject|classwork|learning|lesson|class|higher|theory|book|uni))"
    r"|finds? it (?:too )?hard(?! to (?:choose|decide|pick|pay|travel))"
    r"|(?:can't|cannot) cope"
    r"|(?:weak|weaker|weakest|low[- ]ability|lower[- ]ability|lower[- ]attaining|less able|least able|low achiev\w+|underachiev\w+|disengaged|disaffected|difficult)"
    r"|(?:school|studying|exams?|books|university|uni|classroom\w*|academic \w+) (?:is not|isn't|are not|aren't|was not|wasn't) (?:for|their|your|really for)"
    r"|(?:poor|bad|low|disappointing) (?:grades|marks|results|exam results)"
    r"|not (?:cut out|suited|good enough|clever enough|bright enough|ready)"
    r"|(?:good|better|great|handy) with (?:their|your|his|her) hands"
    r")\b"
)
_FOR_WHOM = frozenset(
    [
        "if",
        "when",
        "who",
        "whose",
        "for",
        "those",
        "unless",
        "should",
        "anyone",
        "because",
        "since",
        "where",
        "as",
        "but",
        "send",
        "steer",
    ]
)
_NOT_FOR = re.compile(r"(?:\bnot|n't|\bnever)\b.*\b(?:for|where|about)\b")
_OFFERED = re.compile(
    r"\b(?:an? |the |your |our |their |modern |foundation |graduate )*(?:apprenticeships?|college(?: course)?s?|vocational (?:course|route|subject|qualification|option|path\w*)s?"
    r"|(?:a |the )?(?:trades?|practical (?:course|subject|option|route|work)s?)|hncs?|hnds?|skills for work|npas?|manual (?:job|work)s?"
    r"|(?:plumbing|joinery|hairdressing|bricklaying|construction|beauty(?: therapy)?|childcare|catering|hospitality|retail|cookery)(?: courses?)?)\b"
)


def pathway_ranking(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the words from the lack to the route (or the other way round) when the one is offered for the other."""
    doc = sentence.doc
    text = doc.text.lower()
    lack, route = _LACK.search(text), None
    if lack is None or asks_whether(doc):
        return
    for found in _OFFERED.finditer(text):
        if found.end() <= lack.start() or found.start() >= lack.end():
            route = found
            break
    if route is None:
        return
    between = (
        set(text[: lack.end()].split())
        if lack.start() < route.start()
        else set(text[route.end() : lack.end()].split())
    )
    if _NOT_FOR.search(text[route.end() : lack.start()]):  # "apprenticeships are not for pupils who struggle"
        return
    if not between & _FOR_WHOM and "?" not in text[lack.start() : route.end()]:
        return
    first, last = min(lack.start(), route.start()), max(lack.end(), route.end())
    span = doc.char_span(first, last, alignment_mode="expand")
    if span is not None:
        yield span
