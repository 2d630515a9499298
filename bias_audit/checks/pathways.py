"""Routes ranked by whom they are for: "if you are not academic, you could do an apprenticeship"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether, found

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
        \ (?:really\ |much\ )?(?:like|enjoy|want\ to|suit)\ (?:study\w*|exams?|reading|books|school|sitting|writing)
  | struggl\w+(?!\ (?:with|to|for|over|against|in|at|between)\b)
  | struggl\w+(?=\ to\ (?:read|write|study|learn|pass|cope|concentrate|keep\ up|get\ (?:good|the|their|any|highers)
        |achieve)\b)
  | struggl\w+(?=\ (?:with|in|at)\ (?:(?:the|their|your|any)\ )?(?:\w+\ )?
        (?:school|exam|test|stud|reading|writing|maths|english|numeracy|literacy|academic|subject|classwork
        |learning|lesson|class|higher|theory|book|uni))
  | finds?\ it\ (?:too\ )?hard(?!\ to\ (?:choose|decide|pick|pay|travel|get))
  | (?:can't|cannot|couldn't)\ cope
  | (?:hate|hates|hated|dislikes?|detests?)\ (?:study\w*|school\w*|exams?|reading|books|sitting|writing|learning
        |lessons)
  | finds?\ (?:school|lessons|class\w*|exams?|academic\ \w+|highers?|theory)\ (?:too\ |really\ )?(?:much|hard
        |difficult|boring|a\ struggle)
  | no\ good\ (?:with|at)\ (?:books|school|exams?|reading|writing|academic\ \w+|studying)
  | (?:n't|not)\ (?:very\ |really\ |especially\ )?(?:bookish|brainy|studious|an\ academic|the\ academic)
  | (?:too\ much|too\ hard|too\ difficult|too\ demanding)\ for\ (?:you|them|him|her|some)
  | (?:would|might|may|will|could|going\ to|likely\ to)\ fail
  | (?:few|no|hardly\ any|without|poor|limited)\ (?:any\ |good\ |school\ |formal\ )?(?:qualifications|grades|highers)
  | (?:turned|turns)\ (?:\w+\ )down | rejected\ by | scraped?\ through
  | misbehav\w+ | trouble-?makers? | disruptive | naughty | badly\ behaved | unruly
  | (?:brains|brain\ power|intelligence)(?=\ (?:for|to)\b)
  | grades\ like\ (?:these|those|yours|that) | all\ you\ can\ hope\ for | lack\w*\ (?:the\ )?(?:brains|ability
        |grades|academic\ \w+|intelligence)
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
    apprentice(?:ship)?s? | college(?:\ course)?s? | vocational\ (?:course|route|subject|qualification|option|award
        |class|path\w*|training|work|award)\w*
  | trades? | practical\ (?:course|subject|option|route|work)s? | hncs? | hnds? | skills\ for\ work | npas?
  | manual\ (?:job|work)s? | applications(?:\ of\ maths\w*)?
  | (?:plumb|join|brick-?lay|hairdress|build|weld|clean|electric|mechanic|technic)(?:ers?|ians?|s)\b
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


# How a route is named as what is left when something better fails.
_FALLEN_BACK = re.compile(
    r"""\b(?:
    if\ (?:all\ else|everything\ else|that|this|it\ all)\ fails | if\ the\ worst\ comes\ to\ the\ worst
        | in\ reserve | just\ in\ case
  | in\ case\ (?:your|the|you|things|it|university|uni)\b.{0,25}\b(?:wrong|fail|badly|out|miss|rejected)
  | to\ fall\ back\ on | back-?\ ?up(?:\ plan|\ option)?
        | second[-\ ](?:best|choice|class)
  | next\ best(?:\ thing)? | (?:make|makes|made|making)\ do\ with | consolation(?:\ prize)? | poor\ substitute
        | better\ than\ nothing
  | nothing\ to\ be\ ashamed\ of | no\ shame\ in | not\ the\ end\ of\ the\ world | isn't\ the\ end
  | (?:is|are|'s)\ (?:still|always)\ (?:there|open|possible|an?\ (?:option|alternative|possibility|trade
        |apprenticeship|place\ at))
  | (?:will|would|'ll|might)\ (?:always\ |still\ )?(?:take|accept|have)\ (?:you|them|him|her|anyone|anybody)
  | (?:can|could)\ (?:still|always)\ (?:get\ into|go\ to|do|try|get|apply)
  | (?:if|when|should)\ (?:\w+\ ){0,3}(?:fail|fails|go\ wrong|goes\ wrong|rejects?|rejected|miss|falls?\ through
        |not\ work\ out
        |don't\ (?:get|make|come|work)|doesn't\ (?:work|come|go|happen)|didn't\ (?:get|make|come|work)
        |turns?\ you\ down)
  | (?:miss|missed|misses|missing)\ (?:their|your|the)\ (?:offers?|grades?|conditions)
  | (?:did|do|does)(?:n't|\ not)\ get\ (?:in|into|a\ place|accepted)\b | instead\ of\ (?:going\ to\ )?(?:university
        |uni|a\ degree)
    )""",
    re.VERBOSE,
)
_TOLD_PLAINLY = re.compile(
    r"\b(?:the (?:bus|train|lift|test|signal|link|file|battery|pump)|open day|tour|visit|rain\w*)\b"
)


def fall_back(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the words that make a route of ``about`` the one that is left: "if all else fails", "in reserve"."""
    doc = sentence.doc
    if asks_whether(doc) or _TOLD_PLAINLY.search(doc.text.lower()):
        return
    routes = [t for t in doc if t.lower_ in about]
    for left in found(doc, _FALLEN_BACK):
        if (
            any(not left.start <= t.i < left.end for t in routes)
            or "trade" in left.text
            or "apprenticeship" in left.text
        ):
            yield left
            return
