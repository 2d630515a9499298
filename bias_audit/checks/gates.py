"""Difficulty as a gate, and surprise at who gets through it."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether, found, phrase, subject_of

_WHOM = (
    r"(?:most|many|some|a\ lot\ of|lots\ of|plenty\ of|all\ but\ a\ few|ordinary|average|the\ average|weaker"
    r"|mere|normal|everyday)"
    r"\ (?:of\ )?(?:\w+\ )?(?:people|pupils|students|learners|children|kids|us|you|them|candidates|mortals"
    r"|minds|person|class|classes)"
)
_GATE = re.compile(
    rf"""(?:
    \btoo\ (?:hard|difficult|complicated|tricky|tough|demanding|advanced|challenging|abstract|complex)\ for\ {_WHOM}
  | \bbeyond\ (?:the\ (?:reach|grasp|ability|powers)\ of\ )?(?:{_WHOM}|ordinary\ mortals)
  | \b(?:goes|go|is|was|sails?)\ (?:right\ )?over\ {_WHOM}'?s?'?\ ?heads?
  | \bover\ the\ heads?\ of\ {_WHOM}
  | \b(?:defeats?|baffles?|confuses?|scares?|frightens?|puts?\ off|loses?)\ {_WHOM}
  | {_WHOM}\ (?:will\ |can\ |always\ |just\ |simply\ |tend\ to\ )?(?:find|found)\ (?:\w+\ ){{1,3}}(?:impossible
        |too\ (?:hard|difficult|much)
        |really\ (?:hard|difficult)|very\ (?:hard|difficult)|extremely\ (?:hard|difficult)|baffling|terrifying
        |scary|a\ nightmare)
  | \b(?:very\ )?few\ (?:people|pupils|students|learners|children|of\ (?:us|you|them))
        \ (?:will\ |could\ |can\ |ever\ |really\ |truly\ |fully\ ){{0,3}}
        (?:understand|grasp|master|cope|manage|succeed|pass|get)
  | \b(?:that\ )?only\ (?:a\ (?:few|handful|minority)|some|one\ in\ \w+|the\ (?:best|strongest|ablest|very\ best
        |top\ \w+))(?:\ of\ (?:us|you|them|\w+))?
        (?:\ \w+)?\ (?:will\ |can\ |could\ |ever\ |really\ |truly\ |ever\ ){{1,3}}(?:understand|grasp|master|cope
        |manage|succeed|pass|handle|get|do)
  | \bnot\ for\ the\ (?:faint[-\ ]?hearted|faint\ of\ heart|average|ordinary|weak|timid)
  | \bseparates?\ the\ (?:men\ from\ the\ boys|wheat\ from\ the\ chaff|strong\ from\ the\ weak)
  | \b(?:a|an\ absolute|a\ real|a\ total)\ nightmare\ for\ (?:\w+\ )?(?:beginners|people|pupils|students|learners
        |children|us|you)
  | \b(?:everybody|everyone|everyone\ else|most\ people|we\ all)\ (?:dreads?|hates?|fears?|struggles?\ with
        |finds?\ impossible)
    )""",
    re.VERBOSE,
)


def difficulty_gate(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what says that most people cannot, where the sentence is about a subject or task (``about``)."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    for gate in found(doc, _GATE):
        if any(t.lower_ in about for t in doc if not gate.start <= t.i < gate.end or t.lower_ != "class"):
            yield gate
            return


_DOES = frozenset(
    "understood solved built invented designed passed won beat managed mastered finished learned learnt led"
    " fixed discovered"
    " got coded calculated answered wrote made became knew succeeded came did worked topped outperformed scored"
    " understands solves builds designs wins beats manages masters uses knows leads".split()
)


def surprise(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "surprisingly, she understood", "to everyone's surprise a girl won": ``about``: words of surprise."""
    doc = sentence.doc
    words = sentence.words
    few = words["surprising_person"]
    for word in doc:
        if word.lower_ not in about or asks_whether(doc):
            continue
        verbs = [
            v for v in doc if v.pos_ == "VERB" and v.lower_ in _DOES | {"understand", "solve", "do", "build", "code"}
        ]
        for verb in verbs:
            subject = subject_of(verb)
            if subject is None or not {subject.lower_, *(c.lower_ for c in subject.lefts)} & few:
                continue
            if any(c.dep_ == "neg" for c in verb.children) or abs(subject.i - word.i) > 6:
                continue
            yield phrase(doc, word, verb)
            return
