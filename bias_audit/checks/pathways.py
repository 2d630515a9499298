"""Routes ranked by whom they are for: "if you are not academic, you could do an apprenticeship"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether

# What the person for whom the route is offered is said to lack; tried on the lower-case sentence.
_LACK = re.compile(
    r"""\b(?:
    (?:not|n't|isn't|aren't|less|non-?)\ ?(?:(?:so|very|really|particularly|that|especially)\ )?
        (?:academic(?:ally)?(?:\ \w+)?|clever|bright|able|brainy|smart)
  | (?:don't|do\ not|doesn't|does\ not|won't|will\ not|didn't|did\ not|can't|cannot|fail\ to|failed\ to)
        \ (?:get|gain|make|achieve|manage|pass|have|reach|cope\ with)
        \ (?:(?:the|their|your|good|enough|high|any|into)\ )*
        (?:grades?|marks?|highers?|results|exams?|qualifications|cut|university|uni|it(?!\ to))
  | (?:fail|fails|failed)\ (?:(?:the|their|your|any|some)\ )*(?:highers?|exams?|school|maths|english|nationals?)
  | (?:don't|do\ not|doesn't|does\ not)
        \ (?:like|enjoy|want\ to|suit)\ (?:study\w*|exams?|reading|books|school|sitting|writing)
  | struggl\w+(?!\ (?:with|to|for|over|against|in|at|between)\b)
  | struggl\w+(?=\ to\ (?:read|write|study|learn|pass|cope|concentrate|keep\ up|get|achieve)\b)
  | struggl\w+(?=\ (?:with|in|at)\ (?:(?:the|their|your|any)\ )?(?:\w+\ )?
        (?:school|exam|test|stud|reading|writing|maths|english|numeracy|literacy|academic|subject|classwork
        |learning|lesson|class|higher|theory|book|uni))
  | finds?\ it\ (?:too\ )?hard(?!\ to\ (?:choose|decide|pick|pay|travel|get))
  | (?:can't|cannot)\ cope
  | (?:weak|weaker|weakest|low(?:er)?[-\ ]ability|lower[-\ ]attaining|less\ able|least\ able|low\ achiev\w+
        |underachiev\w+|disengaged|disaffected)
  | difficult\ (?:pupils|learners|students|children|kids|boys|girls|ones)
  | (?:school|studying|exams?|books|university|uni|classroom\w*|academic\ \w+)
        \ (?:is\ not|isn't|are\ not|aren't|was\ not|wasn't)\ (?:for|their|your|really\ for)
  | (?:poor|bad|low|disappointing)\ (?:grades|marks|results|exam\ results)
  | not\ (?:cut\ out|suited|good\ enough|clever\ enough|bright\ enough|ready)
  | (?:good|better|great|handy)\ with\ (?:their|your|his|her)\ hands
    )\b""",
    re.VERBOSE,
)
_OFFERED = re.compile(
    r"""\b(?:(?:an?|the|your|our|their|modern|foundation|graduate)\ )*(?:
    apprenticeships? | college(?:\ course)?s? | vocational\ (?:course|route|subject|qualification|option|path\w*)s?
  | trades? | practical\ (?:course|subject|option|route|work)s? | hncs? | hnds? | skills\ for\ work | npas?
  | manual\ (?:job|work)s?
  | (?:plumbing|joinery|hairdressing|bricklaying|construction|beauty(?:\ therapy)?|childcare|catering|hospitality
        |retail|cookery)(?:\ courses?)?
    )\b""",
    re.VERBOSE,
)
_FOR_WHOM = frozenset("if when who whose for those unless should anyone because since where as but send steer".split())
_NOT_FOR = re.compile(r"(?:\bnot|n't|\bnever)\b.*\b(?:for|where|about)\b")
# A door held open: to these people as to others.
_OPEN = re.compile(r"\b(?:open to|available to|whether or not|with or without|even if|no matter|whatever your)\b")


def pathway_ranking(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the words from the lack to the route, or the other way round, when the one is offered for the other."""
    doc = sentence.doc
    text = doc.text.lower()
    lack = _LACK.search(text)
    if lack is None or asks_whether(doc) or _OPEN.search(text):
        return
    apart = (r for r in _OFFERED.finditer(text) if r.end() <= lack.start() or r.start() >= lack.end())
    route = next(apart, None)
    if route is None or _NOT_FOR.search(text[route.end() : lack.start()]):  # "not for pupils who struggle"
        return
    before = text[: lack.end()] if lack.start() < route.start() else text[route.end() : lack.end()]
    if _FOR_WHOM.isdisjoint(before.split()) and "?" not in text[lack.start() : route.end()]:
        return
    first, last = min(lack.start(), route.start()), max(lack.end(), route.end())
    if span := doc.char_span(first, last, alignment_mode="expand"):
        yield span
